"""Whether what we claim is still looked after."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule

RULES: dict[str, Rule] = {}
