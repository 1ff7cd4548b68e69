"""The report as one upright page for the office: what was learned, black on white, ready to file.

The only door to it is `draw`. It knows the figures and the words of a report, and nothing of
where they come from. The page always comes to be: what it has no room for is counted on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain, product

from toolkit import VERSION
from toolkit.language import Language, language
from toolkit.paper.pdf import document
from toolkit.paper.pdf.document import About, Face
from toolkit.paper.pdf.document import Placed as OnSheet
from toolkit.paper.products.report_charts import Placed
from toolkit.paper.products.report_page import LEAD, Setting, block
from toolkit.paper.products.report_text import (
    SMALLEST,
    UNKNOWN,
    fitted,
    has_unprintable,
    natural_width,
    printable,
)
from toolkit.paper.setting.blocks import Block, Gap, Rule, Stack, Tagged, spaced, stack
from toolkit.paper.setting.sheet import SLACK, Box, roomiest
from toolkit.paper.type import theme
from toolkit.session.figures import Figures
from toolkit.session.report_words import HIDDEN, Section, sections

_APART = 9 * theme.MM
_FACTS = (13.0, 12.0, 11.0)
"""Sizes of what stands in the header: the largest that saves a line."""
_SETTINGS = (
    Setting(10.5, 1.7, 3),
    Setting(10.5, 1.4, 3),
    Setting(10.5, 1.2, 3),
    Setting(10.0, 1.2, 3),
    Setting(10.0, 1.0, 3),
    Setting(9.5, 1.0, 3),
    Setting(9.5, 0.8, 3),
    Setting(9.0, 0.8, 3),
    Setting(9.0, 0.6, 3),
    Setting(9.0, 0.5, 3, 1.2),
    Setting(9.0, 0.7, 2),
    Setting(9.0, 0.7, 2, 1.2, crowded=True),
    Setting(9.0, 0.6, 2, 1.16, crowded=True),
)
_LAST = _SETTINGS[-1]._replace(meanings=2)
"""Where a language has so many words that even the fewest rows would not fit."""
_FEWEST = {"objectives": 2, "beliefs": 1, "marked": 0, "villages": 0}
"""Rows that a crowded page begins with."""
_RANK = {"must": 0, "should": 1, "could": 2}
"""Of the objectives for which a crowded page has no room, the last of these go first."""
_GROWING = (("objectives", "objectives", "objectives", "beliefs"), ("marked", "villages"))
"""Which sections then get one more row in turn; the second group gets what the first leaves."""
_NOTES = 6
"""The most lines of the imprint."""

Rows = Mapping[str, int]


def draw(figures: Figures, lang: str, paper: str, made_on: date) -> bytes:
    """The report as a PDF of one page, the same bytes for the same input.

    Raises KeyError for an unknown language or paper.
    """
    spoken, sheet = language(lang), theme.PAPERS[paper]
    told = sections(figures, spoken)
    title = spoken.gettext("What was learned in the village hall")
    subject = "; ".join(f"{row[0]}: {row[1]}" for row in told[0].rows)
    about = About(title, printable(subject), lang, "Simplex")
    box = _box(sheet)
    above = _header(told[0], title, made_on, spoken, box.width)
    page = OnSheet(box.x, box.top, _page(told, above, spoken, box))
    return document.draw((Face(sheet.short, sheet.long, (page,)),), about)


def _box(paper: theme.Paper) -> Box:
    edge = theme.EDGE
    return Box(
        ((paper.short - paper.used) / 2 + edge) * theme.MM,
        edge * theme.MM,
        (paper.used - 2 * edge) * theme.MM,
        (paper.long - 2 * edge) * theme.MM,
    )


def _page(told: Sequence[Section], above: Block, lang: Language, box: Box) -> Block:
    """Below the header the sections, as generous as there is room for, and the imprint."""
    below = _imprint(told, lang, box.width)
    room = box.height - above.height - below.height
    body = _body([one for one in told[1:] if one.key != HIDDEN], lang, box.width, room)
    return stack(above, body, Gap(max(room - body.height, 0)), below)


def _body(told: Sequence[Section], lang: Language, width: float, room: float) -> Block:
    """The sections with all rows in the most generous setting that fits, else with fewer rows."""
    half = (width - _APART) / 2

    @cache
    def drawn(section: Section, wide: bool, setting: Setting, most: int) -> Stack:
        return block(section, width if wide else half, setting, most, lang)

    def laid_out(setting: Setting, rows: Rows) -> Block:
        first, *others = (
            drawn(one, place == 0, setting, rows.get(one.key, len(one.rows)))
            for place, one in enumerate(told)
        )
        apart = 15 * setting.air
        columns = _two_columns(others, half + _APART, apart, mixed=setting.crowded)
        return stack(Gap(apart), first, Gap(apart), columns)

    def set_in(setting: Setting) -> tuple[Block, float]:
        made = laid_out(setting, {})
        return made, made.height - room

    made, over = roomiest(_SETTINGS, set_in)
    if over <= SLACK:
        return made
    told = [_musts_first(one) for one in told]
    few = {one.key: _FEWEST[one.key] for one in told if one.key in _FEWEST}
    tight = _SETTINGS[-1] if laid_out(_SETTINGS[-1], few).height <= room + SLACK else _LAST
    return laid_out(
        tight, _most_rows(told, lambda rows: laid_out(tight, rows).height <= room + SLACK)
    )


def _musts_first(section: Section) -> Section:
    """The section with its rows in the order in which they may be left out from the end."""
    if not section.priorities:
        return section
    places = sorted(range(len(section.rows)), key=lambda at: _RANK[section.priorities[at]])
    return replace(
        section,
        rows=tuple(section.rows[at] for at in places),
        bars=tuple(section.bars[at] for at in places),
        priorities=tuple(section.priorities[at] for at in places),
    )


def _most_rows(told: Sequence[Section], fits: Callable[[Rows], bool]) -> Rows:
    """As many rows of the sections that can be cut as there is room for."""
    whole = {one.key: len(one.rows) for one in told if one.key in _FEWEST}
    rows = {key: min(_FEWEST[key], many) for key, many in whole.items()}
    for group in _GROWING:
        growing = [key for key in group if rows.get(key, 0) < whole.get(key, 0)]
        while growing:
            for key in tuple(growing):
                more = {**rows, key: rows[key] + 1}
                if rows[key] < whole[key] and fits(more):
                    rows = more
                elif key in growing:
                    growing = [one for one in growing if one != key]
    return rows


def _two_columns(blocks: Sequence[Stack], step: float, apart: float, *, mixed: bool) -> Block:
    """Blocks in two columns, the higher one as low as can be.

    They are read down the left and then down the right; `mixed` only keeps the order in each.
    """
    many = len(blocks)
    sides = (
        product((0, 1), repeat=many)
        if mixed
        else ((0,) * n + (1,) * (many - n) for n in range(many + 1))
    )
    splits = [
        [
            spaced(apart, *(one for one, at in zip(blocks, side, strict=True) if at == column))
            for column in (0, 1)
        ]
        for side in sides
    ]
    left, right = min(splits, key=lambda split: max(column.height for column in split))
    return Placed(((0.0, 0.0, left), (step, 0.0, right)))


def _header(about: Section, title: str, made_on: date, lang: Language, width: float) -> Stack:
    """Whose page it is, the title, and what it is about: where, when, how many."""
    printed = lang.gettext("Printed on {day}").format(day=lang.day(made_on))
    day = fitted(printed, 10.0, width / 2)
    name = fitted("Cek Dulu", 10.0, width / 2, bold=True)
    return stack(
        Placed(((0.0, 0.0, name), (width - day.width, 0.0, day))),
        Gap(6),
        Tagged("H1", fitted(title, 21.0, width, bold=True, lead=theme.TIGHT)),
        Gap(7),
        spaced(6, *_facts(about, width)),
        Gap(5),
        fitted(about.meaning, SMALLEST, width, lead=LEAD),
    )


def _facts(about: Section, width: float) -> list[Placed]:
    """Label over value, side by side in as few lines as can be, and those about equally long."""
    tries = []
    for size in _FACTS:
        facts = [_fact(label, value, width, size) for label, value in about.rows]
        tries += [(_flowed(facts, width, apart * theme.MM), facts) for apart in (8, 7, 6)]
    made, facts = min(tries, key=lambda tried: len(tried[0]))
    for share in range(19, 9, -1):
        narrower = _flowed(facts, width * share / 20, 8 * theme.MM)
        if len(narrower) > len(made):
            break
        made = narrower
    return made


def _fact(label: str, value: str, width: float, size: float) -> tuple[float, Stack]:
    """A fact and how wide it is."""
    wide = max(natural_width(label, SMALLEST), natural_width(value, size)) + 0.5
    words = (fitted(label, SMALLEST, wide, most=1), fitted(value, size, min(wide, width), most=2))
    return min(wide, width), stack(*words)


def _flowed(facts: Sequence[tuple[float, Stack]], width: float, apart: float) -> list[Placed]:
    lines: list[list[tuple[float, float, Block]]] = []
    at = 0.0
    for wide, words in facts:
        if not lines or at + wide > width:
            lines.append([])
            at = 0.0
        lines[-1].append((at, 0.0, words))
        at += wide + apart
    return [Placed(tuple(line)) for line in lines]


def _imprint(told: Sequence[Section], lang: Language, width: float) -> Stack:
    """How to read the page, and who made it."""
    notes = [
        f"Cek Dulu {VERSION}.",
        lang.gettext("No names are kept."),
    ]
    if any(share is not None for one in told if one.key != "times" for share in chain(*one.bars)):
        notes.append(
            lang.gettext(
                "Bars: outlined is before, solid is after, the line on the right is {whole}."
            ).format(whole=lang.per_cent(1.0))
        )
    if has_unprintable(_words(told)):
        notes.append(
            lang.gettext("“{mark}” stands for letters that cannot be printed here.").format(
                mark=UNKNOWN
            )
        )
    notes += [one.meaning for one in told if one.key == HIDDEN]
    return stack(
        Gap(8), Rule(width, 4), fitted(" ".join(notes), SMALLEST, width, most=_NOTES, lead=LEAD)
    )


def _words(told: Sequence[Section]) -> Iterator[str]:
    for section in told:
        yield from (section.title, section.meaning, section.warning, *section.header)
        for row in section.rows:
            yield from row
