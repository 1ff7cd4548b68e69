"""The clock against the plan in words: how many minutes have gone, of how many, how late it will be."""

from __future__ import annotations

from toolkit.screen.prose import Voice
from toolkit.session.agenda import Part
from toolkit.session.hall import Hall
from toolkit.session.plan import late


def pace_words(hall: Hall, elapsed: int, voice: Voice) -> str:
    """`23 of 60 min, 4 late`. Slips are counted when people have gone: then nothing is late."""
    _ = voice.lang.gettext
    told = _("{gone} of {of} min").format(gone=elapsed // 60, of=hall.until // 60)
    over = hall.step.part in (Part.SLIPS, Part.SUMMARY)
    if not over and (minutes := late(hall, elapsed) // 60):
        told += ", " + _("{n} late").format(n=minutes)
    return told
