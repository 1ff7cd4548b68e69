"""The booklet: A5 pages in pairs on lying sheets, to be folded together and stapled.

    cover - what it is for - the lesson - a quiz - what to remember - its answers - sources (or
    below the quiz, where that saves a sheet) - pages for notes, as many as the last sheet has to
    spare - the numbers to call, at the back

The answers never lie open together with a question: where they would, what to remember begins
a page of its own between the two. A page of the lesson that is a few lines too long in the
smallest type has its lines set closer; only a longer one goes on over the leaf.

On F4 a half is wider than A5; as everywhere only the height that all sheets share is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from toolkit.language import N_, Said
from toolkit.paper.pdf.document import Face, Placed
from toolkit.paper.pdf.pen import Pen
from toolkit.paper.products.booklet_words import BookletWords, BookPage
from toolkit.paper.setting.blocks import (
    Beside,
    Block,
    Gap,
    Picture,
    Rule,
    Tagged,
    headline,
    passage,
    spaced,
    stack,
)
from toolkit.paper.setting.furniture import Barred, Ruled
from toolkit.paper.setting.imposition import Side, imposed, padded
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.long_text import INDENT, bullets, heading, heavy, help_lines
from toolkit.paper.setting.own_numbers import flap
from toolkit.paper.setting.paging import Piece, filled, prose
from toolkit.paper.setting.sheet import SLACK, Box, Spot, guarded, too_long
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Run, Runs, TooWide, words_in
from toolkit.paper.type.trouble import Unprintable

_ICON = 15 * theme.MM
_BAR = 4 * theme.MM
_PART = 7 * theme.MM
_LINE = 10 * theme.MM
_LEADS = (theme.LEADING, 1.29, 1.25)
"""How high the lines of a lesson's page are, as a share of their size: closer only if they must be."""
_MEND = N_("Shorten the words of its pages.")
_COVER_MEND = N_("Shorten the lesson's title, or the line on its front.")


def lay_out(words: BookletWords, order: Order) -> tuple[Face, ...]:
    """The sides of the sheets, front and back in turn. Raises Unprintable."""
    spot = Spot(Said(N_("the booklet"), {}), order.lesson.at, _MEND)
    pages = guarded(spot, _roomiest, words, order, spot)
    gettext = order.lang.gettext
    made = []
    for number, sheet in enumerate(imposed(len(pages)), 1):
        front = gettext("Sheet {n}, outside").format(n=number)
        back = gettext("Sheet {n}, inside").format(n=number)
        made += [_side(sheet.front, pages, order, front), _side(sheet.back, pages, order, back)]
    return tuple(made)


def halves(order: Order) -> tuple[Box, Box]:
    """What of the left and of the right half of a sheet may be printed on, in points."""
    paper, look = order.paper, order.theme
    high = ((paper.short - paper.used) / 2 + look.edge) * theme.MM
    width = (paper.long / 2 - look.edge - look.gutter) * theme.MM
    height = (paper.used - 2 * look.edge) * theme.MM
    middle = (paper.long / 2 + look.gutter) * theme.MM
    return Box(look.edge * theme.MM, high, width, height), Box(middle, high, width, height)


def _roomiest(words: BookletWords, order: Order, spot: Spot) -> tuple[Block, ...]:
    """The pages in the largest type that needs no more of them and breaks no more than the smallest.

    The sources stand at the end, or below the quiz where that saves a sheet.
    """
    *larger, smallest = order.theme.leaflet.steps()
    pages = _Booklet(words, order, spot, smallest)
    early = _Booklet(words, order, spot, smallest, early=True)
    if padded(early.count) < padded(pages.count):
        pages = early
    for size in larger:
        with suppress(TooWide, Unprintable):
            tried = _Booklet(words, order, spot, size, early=pages is early)
            if tried.count <= pages.count and tried.broken <= pages.broken:
                return tried.pages()
    return pages.pages()


def _side(side: Side, pages: tuple[Block, ...], order: Order, name: str) -> Face:
    paper = order.paper
    placed = [Placed(0, 0, Fold(paper))]
    for number, box in zip(side, halves(order), strict=True):
        whole = stack(pages[number - 1], *_foot(number, pages[number - 1], box, order))
        placed.append(Placed(box.x, box.top, Tagged("Sect", whole, order=number)))
    return Face(paper.long, paper.short, tuple(placed), name)


def _foot(number: int, page: Block, box: Box, order: Order) -> tuple[Block, ...]:
    """The number of a page, at its outer side; the cover has none."""
    if number == 1:
        return ()
    words = passage((Run(order.lang.number(number)),), order.theme.body.smallest, box.width, 1.2)
    reach = box.width - words.width if number % 2 else 0
    return (Gap(box.height - page.height - words.height), Beside(Gap(0), words, reach))


class _Booklet:
    """Sets the pages of a booklet in the sizes of one order."""

    def __init__(
        self, words: BookletWords, order: Order, spot: Spot, size: float, *, early: bool = False
    ) -> None:
        self._words, self._order, self._spot, self._early = words, order, spot, early
        self._look = order.theme
        self._box = halves(order)[0]
        self._width = self._box.width
        self._size = size
        self.broken = 0
        """How many pages of the lesson go on over the leaf."""
        self._number = passage((Run("0"),), order.theme.body.smallest, self._width, 1.2).height

        room = Box(0, 0, self._width, self._box.height - self._number - 4 * theme.MM)
        self._room = room
        self._first = (self._cover(), *filled(self._inside(), room, spot))
        self._last = tuple(filled(list(self._calls()), room, spot))

    @property
    def count(self) -> int:
        """How many pages have something on them."""
        return len(self._first) + len(self._last)

    def pages(self) -> tuple[Block, ...]:
        """All pages in the order of reading; the last one is the back."""
        spare = padded(self.count) - self.count
        notes = (self._notes(self._room.height) for _ in range(spare))
        return (*self._first, *notes, *self._last)

    def _cover(self) -> Block:
        words, width, look = self._words, self._width, self._look
        whose = passage((Run("Cek Dulu", bold=True),), look.heading, width, theme.TIGHT)
        above = stack(whose, Gap(3), Rule(width, 0, theme.FRAME))
        middle = stack(
            Picture(words.icon, 42 * theme.MM, stroke=1.15),
            Gap(8 * theme.MM),
            Tagged("H1", headline(words.title, look.title + 6, width)),
            Gap(5 * theme.MM),
            passage(words.front, look.heading, width, balanced=True),
        )
        below = stack(
            Rule(width, 2.5 * theme.MM, theme.FRAME), passage(words.what, self._size, width)
        )
        free = self._box.height - above.height - middle.height - below.height
        if free < -SLACK:
            raise too_long(self._cover_spot(), -free, look.heading * theme.LEADING)
        return stack(above, Gap(max(free * 0.4, 0)), middle, Gap(max(free * 0.6, 0)), below)

    def _cover_spot(self) -> Spot:
        """The longer of the two texts that stand there is the one to shorten."""
        lesson = self._order.lesson
        told = (self._words.title, lesson.title), (self._words.front, lesson.leaflet.front)
        _, longer = max(told, key=lambda pair: len(words_in(pair[0])))
        return Spot(Said(N_("the cover of the booklet"), {}), longer.place(), _COVER_MEND)

    def _inside(self) -> list[Piece]:
        """All between the cover and the notes; nobody sees a question and its answer at once."""
        asked = [*self._lesson(), *self._quiz()]
        sources = list(self._sources())
        early, late = (sources, []) if self._early else ([], sources)
        between = [*early, *self._remember()]
        answers = list(self._answers())
        if answers and self._opening(asked) == self._opening([*asked, *between, *answers[:1]]):
            # A page more lies between them then, and the answers behind the leaf.
            between = [*early, *self._remember(fresh=True)]
        return [*asked, *between, *answers, *late]

    def _opening(self, pieces: list[Piece]) -> int:
        """Where these pieces end: pages 2 and 3, 4 and 5, … lie open together."""
        return (1 + len(list(filled(pieces, self._room, self._spot)))) // 2

    def _lesson(self) -> Iterator[Piece]:
        words, width, size = self._words, self._width, self._size
        yield from self._headed(words.aims_head)
        yield from prose(words.about, size, width, 4 * theme.MM)
        yield Piece(bullets(words.aims, width, size, 5, mark="tick"), 4 * theme.MM)
        for page in words.pages:
            yield from self._page_set(page)

    def _remember(self, *, fresh: bool = False) -> Iterator[Piece]:
        words, width, size = self._words, self._width, self._size
        yield from self._headed(words.remember, fresh=fresh)
        yield Piece(
            bullets(words.takeaways, width, size + 1, 6, mark="tick"), 4 * theme.MM, near=True
        )
        yield Piece(flap(words.own, self._order, width, self._spot), 2 * _PART)

    def _headed(self, words: Runs, *, fresh: bool = True) -> Iterator[Piece]:
        yield Piece(heading(words, self._width, self._look), _PART, tied=True, fresh=fresh)

    def _page_set(self, page: BookPage) -> list[Piece]:
        """A page of the lesson, with lines as high as one page of the booklet has room for."""
        smallest = self._size == self._look.leaflet.smallest
        for lead in _LEADS if smallest else ():
            pieces = list(self._page(page, lead))
            if len(list(filled(pieces, self._room, self._spot))) == 1:
                return pieces
        pieces = list(self._page(page, theme.LEADING))
        self.broken += len(list(filled(pieces, self._room, self._spot))) > 1
        return pieces

    def _page(self, page: BookPage, lead: float) -> Iterator[Piece]:
        width, size, look = self._width, self._size, self._look
        reach = _ICON + 4 * theme.MM
        title = Tagged("H2", headline(page.title, look.heading + 3, width - reach))
        head = Beside(Picture(page.icon, _ICON), title, reach, max(_ICON - title.height, 0) / 2)
        rule = Rule(width, 0, theme.FRAME)
        yield Piece(stack(head, Gap(3 * theme.MM), rule), fresh=True, tied=True)
        if page.note:
            yield Piece(passage(page.note, look.body.smallest, width), 2 * theme.MM, tied=True)
        yield Piece(bullets(page.show, width, size + 1, 4, lead=lead), 4 * theme.MM)
        yield from prose(page.say, size, width, 4 * theme.MM, lead)
        if page.ask:
            told = (self._words.think, page.ask)
            asked = (passage(one, size, width - _BAR, lead) for one in told)
            yield Piece(Barred(spaced(2, *asked), _BAR), 5 * theme.MM)

    def _quiz(self) -> Iterator[Piece]:
        words, width, size = self._words, self._width, self._size
        if not words.quiz:
            return
        yield from self._headed(words.quiz_head)
        yield Piece(passage(words.quiz_about, size, width), 3 * theme.MM, tied=True)
        for number, slide in words.quiz:
            asked = passage(heavy((*number, Run(" "), *slide.title)), size, width, 1.28)
            yield Piece(stack(asked, Gap(3), self._options(slide.options)), 5 * theme.MM)

    def _answers(self) -> Iterator[Piece]:
        words, width, size = self._words, self._width, self._size
        if not words.answers:
            return
        yield from self._headed(words.answers_head)
        for answer in words.answers:
            head = passage(heavy(answer.head), size, width, 1.28)
            yield Piece(stack(head, Gap(1), passage(answer.reply, size, width)), 4 * theme.MM)

    def _options(self, options: Iterable[tuple[str, Runs]]) -> Block:
        width, size = self._width - INDENT - 2, self._size
        items = (
            Beside(
                passage((Run(letter, bold=True),), size, INDENT + 2),
                passage(words, size, width),
                INDENT + 2,
            )
            for letter, words in options
        )
        return Tagged("L", spaced(3, *(Tagged("LI", Tagged("LBody", one)) for one in items)))

    def _sources(self) -> Iterator[Piece]:
        words, small = self._words, self._look.small
        # Under the answers where all of it fits there: a page less may be a sheet less.
        yield from self._headed(words.sources_head, fresh=False)
        *lines, last = (*words.sources, *words.small, self._order.imprint)
        for one in lines:
            yield Piece(passage(one, small, self._width, theme.SMALL_LEADING), 3, near=True)
        yield Piece(passage(last, small, self._width, theme.SMALL_LEADING), 3)

    def _calls(self) -> Iterator[Piece]:
        return help_lines(self._words.groups, self._width, self._look, _PART)

    def _notes(self, height: float) -> Block:
        """A page to write on."""
        head = heading(self._words.notes, self._width, self._look)
        return stack(head, Ruled(self._width, int((height - head.height) // _LINE), _LINE))


@dataclass(frozen=True, slots=True)
class Fold:
    """Short strokes at both edges of a lying sheet, in its middle."""

    paper: theme.Paper
    height: float = 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw them for a sheet whose corner is there."""
        start, end = (reach * theme.MM for reach in theme.FOLD_MARK)
        middle = x + self.paper.long * theme.MM / 2
        pen.mark(middle, top + start, end - start)
        pen.mark(middle, top + self.paper.short * theme.MM - end, end - start)
