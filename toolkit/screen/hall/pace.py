"""The clock against the plan: how many minutes have gone, of how many, and how late it will be."""

from __future__ import annotations

from toolkit.screen.prose import Voice
from toolkit.session.agenda import Part
from toolkit.session.hall import Hall
from toolkit.session.plan import needed


def left(hall: Hall, elapsed: int) -> int:
    """Seconds until the session should be over, as the clock says; never below 0."""
    return max(hall.until - elapsed, 0)


def ahead(hall: Hall, elapsed: int) -> int:
    """Seconds that the plan still needs: what is left of this step, and all after it."""
    here = max(needed(hall, hall.step) - max(elapsed - hall.clock, 0), 0)
    return here + sum(step.seconds for step in hall.steps[hall.at + 1 :])


def late(hall: Hall, elapsed: int) -> int:
    """Whole minutes by which it would end too late if nothing is left out; 0 if in time."""
    return max((elapsed + ahead(hall, elapsed) - hall.until) // 60, 0)


def pace_words(hall: Hall, elapsed: int, voice: Voice) -> str:
    """`23 of 60 min, 4 late`. Slips are counted when people have gone: then nothing is late."""
    _ = voice.lang.gettext
    told = _("{gone} of {of} min").format(gone=elapsed // 60, of=hall.until // 60)
    over = hall.step.part in (Part.SLIPS, Part.SUMMARY)
    if not over and (minutes := late(hall, elapsed)):
        told += ", " + _("{n} late").format(n=minutes)
    return told
