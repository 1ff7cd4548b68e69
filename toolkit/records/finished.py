"""When a lesson was last gone through on this laptop: a day for each lesson, and nobody's name.

What was learned is asked again about a month later; this tells when that is.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from toolkit.records.journal import Journal

LATER = timedelta(days=21)
"""Memory boosters help after some weeks (Maertens et al., Nature Communications 2025); people come when they can."""

_NAME = "finished "
"""Stands before the lesson's id in the name of the setting."""


def note(journal: Journal, lesson: str, now: float) -> None:
    """Note that a lesson was gone through `now`, in seconds since 1970. Raises Breakdown."""
    journal.keep_setting(_NAME + lesson, _day(now).isoformat())


def is_due(journal: Journal, lesson: str, now: float) -> bool:
    """Was it gone through long enough ago to ask what is remembered of it? Raises Breakdown."""
    kept = journal.setting(_NAME + lesson)
    try:
        return kept is not None and _day(now) - date.fromisoformat(kept) >= LATER
    except ValueError:
        return False


def _day(now: float) -> date:
    return datetime.fromtimestamp(now, UTC).date()
