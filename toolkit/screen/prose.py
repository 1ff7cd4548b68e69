"""Words become Textual `Content`, never markup: what a trainer typed is what is shown.

A *look* is the name of a component class in `screen.tcss` (`look--strong` …). Control
characters and the invisible ones that turn text around are made visible here, so that
no lesson can move the cursor or make a line read backwards.
"""

from __future__ import annotations

import re

from textual.content import Content, Span

from toolkit.content.library import Library
from toolkit.content.text import Kind, Text
from toolkit.content.wording import spans
from toolkit.language import Language

STRONG, QUIET, MARK = "strong", "quiet", "mark"
RIGHT, WRONG, BAR, CARET = "right", "wrong", "bar", "caret"
LOOKS = (STRONG, QUIET, MARK, RIGHT, WRONG, BAR, CARET)

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def clean(words: str) -> str:
    """`words` without anything that a terminal would obey instead of showing."""
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", words)


def say(words: str, look: str = "") -> Content:
    """A sentence of ours, or a bare string of theirs, in one look."""
    cleaned = clean(words)
    return Content(cleaned, [Span(0, len(cleaned), look)] if look else [])


def prose(text: Text, lang: Language, library: Library, look: str = "") -> Content:
    """A trainer's text in a language; strong parts and references stand out."""
    pieces = []
    for span in spans(text, lang, library):
        stands_out = span.strong or span.kind in (Kind.FACT, Kind.CONTACT)
        pieces.append(say(span.text, STRONG if stands_out and not look else look))
    return joined(*pieces)


def joined(*pieces: Content | str) -> Content:
    """Pieces one after the other; strings are ours and carry no look."""
    return Content("").join(
        piece if isinstance(piece, Content) else Content(piece) for piece in pieces
    )
