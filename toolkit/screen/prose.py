"""Words become Textual `Content`, never markup: what a trainer typed is what is shown.

A *look* is the name of a component class in `screen.tcss` (`look--strong` …). Control
characters and the invisible ones that turn text around are made visible here, so that
no lesson can move the cursor or make a line read backwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.content import Content, Span

from toolkit.language import Language
from toolkit.screen.signs import Signs

if TYPE_CHECKING:
    # Home speaks without a library; what a library is made of is imported when one is open.
    from toolkit.content.library import Library
    from toolkit.content.text import Text

STRONG, QUIET, MARK = "strong", "quiet", "mark"
RIGHT, WRONG, BAR, CARET = "right", "wrong", "bar", "caret"
LOOKS = (STRONG, QUIET, MARK, RIGHT, WRONG, BAR, CARET)

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def clean(words: str) -> str:
    """`words` without anything that a terminal would obey instead of showing."""
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", words)


def say(words: str, look: str = "") -> Content:
    """A sentence of ours, or a bare string of theirs, in one look."""
    cleaned = clean(words)
    return Content(cleaned, [Span(0, len(cleaned), look)] if look else [])


def joined(*pieces: Content | str) -> Content:
    """Pieces one after the other; strings are ours and carry no look."""
    return Content("").join(
        piece if isinstance(piece, Content) else Content(piece) for piece in pieces
    )


@dataclass(frozen=True, slots=True)
class Voice:
    """What is needed to say something: the language, the library, and this console's signs.

    `foreign` gets every text that had to be said in another language; it is marked too.
    """

    lang: Language
    library: Library
    signs: Signs
    foreign: list[Text | str] = field(default_factory=list)

    def prose(self, text: Text, look: str = "", beside: tuple[Text, ...] = ()) -> Content:
        """A trainer's text; its strong parts, figures and numbers stand out.

        `beside` are texts that stand in the same sentence.
        """
        from toolkit.content.text import Kind
        from toolkit.content.wording import spans

        pieces = []
        for span in spans(text, self.lang, self.library, beside):
            stands_out = span.strong or span.kind in (Kind.FACT, Kind.CONTACT)
            pieces.append(say(span.text, STRONG if stands_out and not look else look))
        if mark := self._mark(text, beside):
            pieces.append(say(mark, look or QUIET))
        return joined(*pieces)

    def plain(self, text: Text) -> str:
        """A trainer's text as a string."""
        from toolkit.content.wording import plain

        return plain(text, self.lang, self.library) + self._mark(text)

    def _mark(self, text: Text, beside: tuple[Text, ...] = ()) -> str:
        """What stands after a text in another language than the one spoken."""
        from toolkit.content.wording import is_untranslated

        if not is_untranslated(text, self.lang, self.library, beside):
            return ""
        self.foreign.append(text)
        return f" {self.signs.foreign}"

    def bar(self, at: int, of: int) -> str:
        """How far one is, as a bar of at most sixteen cells."""
        cells = min(of, 16)
        full = -(-at * cells // of) if of else 0
        return self.signs.full * full + self.signs.empty * (cells - full)
