"""What makes lessons, questions, offers and chats teach."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule

RULES: dict[str, Rule] = {}
