"""Marks sentences for the translators where they are written, before they are told."""

from __future__ import annotations

from typing import Any

from toolkit.language.speech import Said


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a sentence for the catalogs and return it unchanged."""
    return message


def said(message: str, **values: Any) -> Said:
    """A sentence to be told later; `message` is marked for the catalogs."""
    return Said(message, values)
