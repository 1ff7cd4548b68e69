"""How things look on paper: sheets, margins and type, in millimetres and points.

A place for measures only; it draws nothing and knows no words.
"""

from __future__ import annotations

from toolkit.content.theme import PAPERS, Paper

__all__ = ("PAPERS", "Paper")

MM = 72 / 25.4
"""Points in a millimetre."""

EDGE = 9.0
"""White kept at the edges of the sheet; many printers cannot reach nearer than 7 mm."""

GUTTER = 8.5
"""White kept on both sides of a fold."""

FOLD_MARK = (8.2, 13.0)
"""Where a fold mark begins and ends, from the edge: inside what a printer reaches."""

SMALLEST = 11.0
BODY = (15.0, 14.5, 14.0, 13.5, 13.0)
"""Body sizes, largest first. Nothing that must be read is set below the last."""

SHOW_MORE = 1.0
"""How much larger than the body the lines of the hall's screen are set."""

NUMBER = 18.0
TITLE = 30.0
FRONT_LINE = 17.0
HEADING = 19.0
LABEL = 16.0
NAME = 13.0
SMALL = SMALLEST

LEADING = 1.34
TIGHT = 1.2
SMALL_LEADING = 1.23
RULE = 0.75
FRAME = 1.0
QR_MODULES = 30.5
"""Width of a QR code's modules in millimetres, its quiet zone not counted."""
