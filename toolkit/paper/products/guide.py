"""The facilitator's guide on upright pages: enough to lead a session with no laptop at all.

On the left the clock; in frames what the room sees; beside a thick line, and larger, what is
said. One step is never torn apart unless it is higher than a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.language import N_, Said
from toolkit.paper.pdf.document import Face
from toolkit.paper.products.guide_safety import Topic, joined
from toolkit.paper.products.guide_set import MARGIN, Setter, split
from toolkit.paper.products.guide_steps import Chapter, Scene
from toolkit.paper.products.guide_words import GuideWords, PlanRow
from toolkit.paper.setting.blocks import (
    Beside,
    Block,
    Gap,
    Rule,
    Tagged,
    bold,
    headline,
    passage,
    spaced,
    stack,
)
from toolkit.paper.setting.furniture import TICK, Tick, row, table
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.long_text import bullets, heading, help_lines, masthead
from toolkit.paper.setting.paging import Piece, faces, page_box, prose
from toolkit.paper.setting.sheet import Spot, guarded
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Run, Runs, words_in

_PART = 9 * theme.MM
_STEP = 6 * theme.MM
_TOPIC = 50 * theme.MM
_MEND = N_("Shorten the words of its pages and questions.")


def lay_out(words: GuideWords, order: Order) -> tuple[Face, ...]:
    """The pages. Raises Unprintable for words that no page can hold."""
    spot = Spot(Said(N_("the facilitator's guide"), {}), order.lesson.at, _MEND)
    pieces = guarded(spot, lambda: list(_Guide(words, order).pieces()))
    return faces(pieces, order, words.title, spot, name=words_in(words.called), running=True)


class _Guide:
    """Sets the guide in the sizes of one order."""

    def __init__(self, words: GuideWords, order: Order) -> None:
        self._words = words
        self._look = order.theme
        self._lang = order.lang
        box = page_box(order)
        self._width = box.width
        # The foot and the running line take some of it; what is higher is set in parts.
        self._most = box.height - 34 * theme.MM
        self._set = Setter(words.labels, order)

    def pieces(self) -> Iterator[Piece]:
        words, labels, width = self._words, self._words.labels, self._width
        yield from self._cover()
        yield self._headed(words.safety, labels.safety)
        yield from (Piece(self._topic(one), 2.5 * theme.MM) for one in words.topics)
        yield from help_lines(words.groups, width, self._look, _STEP)
        yield self._headed(words.lead, labels.lead, fresh=False)
        yield from (Piece(self._topic(one), 2.5 * theme.MM) for one in words.ways)
        yield self._headed(words.plan.heading, labels.plan, fresh=False)
        yield from self._plan()
        for place, chapter in enumerate(words.chapters):
            yield from self._chapter(chapter, fresh=place == 0)
        yield from help_lines(words.groups, width, self._look, _STEP, brief=True)
        yield self._headed(words.after.heading, labels.after, fresh=False)
        # With the sources, which are few lines, so that they never have a page for themselves.
        yield Piece(self._ticks(words.after.do), 3 * theme.MM, near=True)
        yield from self._sources()

    # --- before the session

    def _cover(self) -> Iterator[Piece]:
        words, width = self._words, self._width
        yield Piece(masthead(words.icon, words.title, words.about, width, self._look))
        yield Piece(passage(bold(words.minutes), self._set.large, width), 4 * theme.MM)
        yield self._headed(words.aims_head, "", fresh=False)
        for aims in words.aims:
            if aims.heading:
                head = Tagged("H3", passage(aims.heading, self._set.large, width, theme.TIGHT))
                yield Piece(head, 4 * theme.MM, tied=True)
            yield Piece(bullets(aims.aims, width, self._set.large), 4)
        yield self._headed(words.bring_head, "", fresh=False)
        yield Piece(self._ticks(words.bring), 4 * theme.MM)

    def _headed(self, words: Runs, name: str, *, fresh: bool = True) -> Piece:
        block = heading(words, self._width, self._look)
        return Piece(block, _PART, tied=True, fresh=fresh, name=name)

    def _ticks(self, items: Iterable[Runs]) -> Block:
        indent = TICK + 3 * theme.MM
        words = (passage(one, self._set.body + 1, self._width - indent, 1.25) for one in items)
        ticks = (Tagged("LI", Tagged("LBody", Tick(one, indent))) for one in words)
        return Tagged("L", spaced(5, *ticks))

    def _topic(self, topic: Topic) -> Block:
        """A heading on the left, and beside it what is said and what to do."""
        width = self._width - _TOPIC
        size = self._look.body.smallest + 1
        title = Tagged("H3", headline(topic.heading, size, _TOPIC - 4 * theme.MM))
        told: list[Block] = []
        if topic.say:
            told.append(self._set.said(topic.say, width))
        told.append(bullets(topic.do, width, self._set.body, 2, lead=1.25))
        return stack(
            Beside(title, spaced(4, *told), _TOPIC), Gap(2.5 * theme.MM), Rule(self._width)
        )

    def _plan(self) -> Iterator[Piece]:
        plan, size = self._words.plan, self._set.body
        for one in plan.about:
            yield Piece(passage(one, size, self._width), 4, tied=True)
        many = len(plan.sums.minutes)
        narrow = 19 * theme.MM
        widths = (narrow, self._width - narrow * (many + 1), *[narrow] * many)

        def cells(at: Runs, title: Runs, minutes: Iterable[Runs], *, head: bool = False) -> Block:
            told = [at, title, *minutes]
            blocks = [
                passage(one, size, width - 2 * theme.MM)
                for one, width in zip(told, widths, strict=True)
            ]
            return row(blocks, widths, 3, head=head)

        def plain(one: PlanRow) -> Block:
            return cells((Run(one.at),), one.title, ((Run(each),) for each in one.minutes))

        at, title, *columns = plan.heads
        head = cells(at, title, columns, head=True)
        yield Piece(head, 4, tied=True, bound=table)
        for line in plan.rows:
            yield Piece(plain(line), near=True, head=head, bound=table)
        yield Piece(plain(plan.sums), head=head, bound=table)

    # --- the session

    def _chapter(self, chapter: Chapter, *, fresh: bool) -> Iterator[Piece]:
        block = heading(chapter.title, self._width, self._look)
        yield Piece(block, _PART, tied=True, fresh=fresh, name=words_in(chapter.title))
        if chapter.cues:
            clock = self._set.clock(chapter.at, chapter.long)
            told = (self._set.cue(one, self._width - MARGIN) for one in chapter.cues)
            yield Piece(Beside(clock, spaced(6, *told), MARGIN), 3 * theme.MM)
        for scene in chapter.scenes:
            yield from self._scene(scene, timed=bool(not chapter.cues or scene.cues))

    def _scene(self, scene: Scene, *, timed: bool) -> Iterator[Piece]:
        """A step as one block; in parts, one below the other, if a page cannot hold it."""
        width = self._width - MARGIN
        clock = self._set.clock(scene.at, scene.long, kept=scene.kept) if timed else Gap(0)
        title = self._titled(scene.title, width)
        whole = Beside(clock, stack(*title, self._set.both(scene, width)), MARGIN)
        lists = self._set.lists(scene, width)
        if max(whole.height, lists.height if lists else 0) <= self._most:
            yield Piece(whole, _STEP)
            if lists:
                again = passage(bold(scene.title), self._set.body, width)
                head = Beside(Gap(0), again, MARGIN)
                yield Piece(Beside(Gap(0), lists, MARGIN), 6, head=head)
            return
        parts = [*self._set.slide_parts(scene.slide, width)]
        parts += [self._set.cue(part, width) for cue in scene.cues for part in split(cue)]
        yield Piece(Beside(clock, stack(*title, parts[0]), MARGIN), _STEP, near=True)
        yield from (Piece(Beside(Gap(0), one, MARGIN), 6, near=True) for one in parts[1:-1])
        yield from (Piece(Beside(Gap(0), one, MARGIN), 6) for one in parts[1:][-1:])

    def _titled(self, title: Runs, width: float) -> list[Block]:
        if not title:
            return []
        return [Tagged("H3", headline(title, self._look.heading - 1, width)), Gap(2 * theme.MM)]

    def _sources(self) -> Iterator[Piece]:
        words, small = self._words, self._look.small
        if words.sources:
            named = (*words.sources_head, Run(": "), *joined(words.sources), Run("."))
            yield from prose(named, small, self._width, _STEP, theme.SMALL_LEADING)
        for one in words.small:
            yield Piece(passage(one, small, self._width, theme.SMALL_LEADING), 3)
