"""Keys and values: unknown, missing, of the wrong kind."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule

RULES: dict[str, Rule] = {}
