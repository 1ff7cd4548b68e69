"""Measures of paper that no designer changes: what folding, copying and reading ask for.

What may be changed is the library's theme, in `toolkit.content.theme`.
"""

from __future__ import annotations

from toolkit.content.theme import PAPERS, Paper

__all__ = ("PAPERS", "Paper")

MM = 72 / 25.4
"""Points in a millimetre."""

EDGE = 9.0
"""White kept at the edges of what belongs to no library, such as a report, in millimetres."""

FOLD_MARK = (8.2, 13.0)
"""Where a fold mark begins and ends, from the edge: inside what a printer reaches."""

HEADLINE = 13.0
"""Points below which no headline is set, however long its words are."""

SHOW_MORE = 1.0
"""How much larger than the body the lines of the hall's screen are set, in points."""

LEADING = 1.34
"""The height of a line of the body as a share of its size; then of titles, and of notes."""

TIGHT = 1.2
SMALL_LEADING = 1.23

RULE = 0.75
"""How thick a line is, in points; then one that divides firmly."""

FRAME = 1.0
