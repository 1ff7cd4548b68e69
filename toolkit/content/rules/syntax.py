"""YAML that cannot be understood, or not as it was meant."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule

RULES: dict[str, Rule] = {}
