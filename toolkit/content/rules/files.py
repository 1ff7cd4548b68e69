"""What keeps a file from being read at all."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule

RULES: dict[str, Rule] = {}
