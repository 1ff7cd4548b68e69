"""The read-aloud chat on upright pages: a large number on the left, beside a thick line what is read out.

One piece is never torn apart unless it is higher than a page.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.language import N_, Said
from toolkit.paper.pdf.document import Face
from toolkit.paper.products.story_words import Ending, Part, StoryWords, Told, Way
from toolkit.paper.setting.blocks import (
    Beside,
    Block,
    Gap,
    Tagged,
    bold,
    passage,
    spaced,
)
from toolkit.paper.setting.furniture import Barred
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.long_text import INDENT, bullets, heading, masthead
from toolkit.paper.setting.paging import Piece, faces, page_box, prose
from toolkit.paper.setting.sheet import Spot, guarded
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Run, words_in

_MARGIN = 16 * theme.MM
_ON = 32 * theme.MM
_BAR = 4 * theme.MM
_STEP = 8 * theme.MM
_PART = 9 * theme.MM
_LARGER = 8.0
"""Points by which the number of a piece is larger than a heading: it is looked for while all wait."""
_MEND = N_("Shorten the messages and answers of its chat.")


def lay_out(words: StoryWords, order: Order) -> tuple[Face, ...]:
    """The pages. Raises Unprintable for words that no page can hold."""
    spot = Spot(Said(N_("the read-aloud chat"), {}), order.lesson.at, _MEND)
    pieces = guarded(spot, lambda: list(_Story(words, order).pieces()))
    return faces(pieces, order, words.title, spot, name=words_in(words.called), running=True)


class _Story:
    """Sets the chats in the sizes of one order."""

    def __init__(self, words: StoryWords, order: Order) -> None:
        self._words = words
        self._look = order.theme
        box = page_box(order)
        self._width = box.width
        # The foot and the running line take some of it; what is higher is set in parts.
        self._most = box.height - 34 * theme.MM
        self._body = order.theme.body.smallest
        self._large = (self._body + order.theme.body.largest) / 2

    def pieces(self) -> Iterator[Piece]:
        """All of it."""
        words, width, look = self._words, self._width, self._look
        yield Piece(masthead(words.icon, words.title, (words.about,), width, look))
        yield Piece(heading(words.how_head, width, look), _PART, tied=True)
        yield Piece(bullets(words.how, width, self._body, 4), 3 * theme.MM)
        for place, chat in enumerate(words.chats):
            yield from self._chat(chat, fresh=place > 0)
        yield from self._sources()

    def _chat(self, chat: Told, *, fresh: bool) -> Iterator[Piece]:
        block = heading(chat.title, self._width, self._look)
        yield Piece(block, _PART, tied=True, fresh=fresh, name=words_in(chat.title))
        asked = Barred(passage(chat.ask, self._large, self._width - _BAR), _BAR)
        yield Piece(asked, 3 * theme.MM, tied=True)
        for part in chat.parts:
            yield from self._part(part)

    def _part(self, part: Part) -> Iterator[Piece]:
        width = self._width - _MARGIN
        size = self._look.heading + _LARGER
        number = Tagged("H3", passage((Run(part.number),), size, _MARGIN, theme.TIGHT))
        blocks = list(self._blocks(part, width))
        whole = Beside(number, spaced(6, *blocks), _MARGIN)
        if whole.height <= self._most:
            yield Piece(whole, _STEP)
            return
        first, *others = blocks
        yield Piece(Beside(number, first, _MARGIN), _STEP, near=True)
        for at, one in enumerate(others, 1):
            yield Piece(Beside(Gap(0), one, _MARGIN), 6, near=at < len(others))

    def _blocks(self, part: Part, width: float) -> Iterator[Block]:
        """What is written, then the answers or the ending."""
        for one in part.says:
            if one.lead:
                yield passage(bold(one.lead), self._body, width)
            words = passage(one.words, self._large, width - (0 if one.told else _BAR), 1.3)
            yield words if one.told else Barred(words, _BAR)
        if part.ways:
            yield passage(part.asked, self._body, width)
            yield Tagged("L", spaced(4, *(self._way(one, width) for one in part.ways)))
        if part.ending is not None:
            yield from self._ending(part.ending, width)

    def _way(self, way: Way, width: float) -> Block:
        """The letter, the answer, and on the right where it goes on."""
        reach = INDENT + 2
        words = passage(way.words, self._large, width - reach - _ON - 2 * theme.MM, 1.3)
        # Not bold: heavy digits fill in when they are photocopied.
        on = passage(way.on, self._large, _ON, 1.3)
        answer = Beside(
            passage((Run(way.letter, bold=True),), self._large, reach, 1.3), words, reach
        )
        return Tagged("LI", Tagged("LBody", Beside(answer, on, width - _ON)))

    def _ending(self, ending: Ending, width: float) -> Iterator[Block]:
        inner = width - _BAR
        yield passage(ending.head, self._body, width)
        told = (one for one in (ending.debrief, bold(ending.technique)) if one)
        for one in told:
            yield Barred(passage(one, self._large, inner, 1.3), _BAR)
        yield Barred(passage(ending.ask, self._large, inner, 1.3), _BAR)
        yield passage(ending.again, self._body, width)

    def _sources(self) -> Iterator[Piece]:
        words, small = self._words, self._look.small
        named = [*words.sources_head, Run(": ")]
        for place, one in enumerate(words.sources):
            named += [Run("; "), *one] if place else one
        if words.sources:
            yield from prose((*named, Run(".")), small, self._width, _STEP, theme.SMALL_LEADING)
        for note in words.small:
            yield Piece(passage(note, small, self._width, theme.SMALL_LEADING), 3)
