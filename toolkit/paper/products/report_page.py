"""The sections of a report as blocks for paper: heading, one meaning, warning, rows with bars.

Words and figures come from `session.report_words`, so that paper says what the screen says.
A section that is given fewer rows than it has says how many it left out.
"""

from __future__ import annotations

from typing import NamedTuple

from toolkit.language import Language
from toolkit.paper.products.report_charts import (
    Axis,
    Columns,
    Compared,
    Framed,
    Placed,
    Swatch,
    against,
    columns,
    compared,
    middle,
)
from toolkit.paper.products.report_text import SMALLEST, fitted, natural_width
from toolkit.paper.setting.blocks import Block, Gap, Passage, Rule, Stack, Tagged, spaced, stack
from toolkit.paper.type import theme
from toolkit.session.report_words import Section

LEAD = 1.24
_NAME = 0.40
"""The share of a wide row that the name takes."""
_REST = 0.15
_BESIDE = 0.36
_APART = 10.0
_SAMPLE = 13.0
_TIMES_NAME = 0.68
_LINE_NAME = 0.75
"""The most that a name takes of the room that it shares with its bars."""


class Setting(NamedTuple):
    """How generously a section is set.

    `size` is that of its rows in points, `air` a share of the usual white, `lines` how many
    lines a name may take, `lead` the height of a line as a share of its size. Where it is
    `crowded`, wide rows have one line each. `meanings` limits the lines of a meaning (0: all).
    """

    size: float
    air: float
    lines: int
    lead: float = LEAD
    crowded: bool = False
    meanings: int = 0


def block(section: Section, width: float, setting: Setting, most: int, lang: Language) -> Stack:
    """A section with at most `most` of its rows, and what that leaves out."""
    title = Tagged("H2", fitted(section.title, 12.0, width, bold=True, lead=theme.TIGHT))
    parts: list[Block] = [title, Gap(2), Rule(width, 4, theme.FRAME)]
    if most or not section.rows:
        lines = setting.meanings
        parts.append(fitted(section.meaning, SMALLEST, width, most=lines, lead=setting.lead))
    if section.warning:
        careful = fitted(section.warning, 10.0, width - 14, bold=True, lead=setting.lead)
        parts += [Gap(5), Framed(careful, width)]
    if section.rows and most:
        parts += [Gap(6 * setting.air), _rows(section, width, setting, most)]
    if (left := len(section.rows) - most) > 0:
        more = lang.gettext("… and {n} more: see the table (CSV)").format(n=lang.number(left))
        parts += [Gap(4 * setting.air), fitted(more, setting.size, width, lead=setting.lead)]
    return stack(*parts)


def _rows(section: Section, width: float, setting: Setting, most: int) -> Block:
    wide = len(section.header) > 3
    if section.key == "times":
        return _times(section, width, setting)
    if wide and setting.crowded:
        return _wide_lines(section, width, setting, most)
    if not section.bars:
        return _table(section, width, setting, most)
    if wide:
        return _wide_rows(section, width, setting, most)
    return _narrow_rows(section, width, setting, most)


def _places(section: Section, most: int) -> range:
    return range(min(most, len(section.rows)))


def _pair(section: Section, place: int) -> Compared:
    """A row's bars, with the words of the header beside them: which is which needs no legend."""
    _, before, after = section.header[:3]
    row = section.rows[place]
    return Compared(section.bars[place], (before, after), (row[1], row[2]))


def _bar_columns(section: Section, width: float, setting: Setting) -> Columns:
    """The same for all rows of a section, those that are left out too."""
    pairs = tuple(_pair(section, place) for place in range(len(section.rows)))
    return columns(pairs, setting.size, width)


def _wide_rows(section: Section, width: float, setting: Setting, most: int) -> Block:
    """Name on the left, bars in the middle, what it comes to on the right."""
    reach, last = width * _NAME, width * (1 - _REST)
    at = _bar_columns(section, last - reach - _APART, setting)
    size = setting.size
    head = Placed(
        (
            (0.0, 0.0, _head(section.header[0], reach - _APART, setting)),
            (last, 0.0, _head(section.header[3], width - last, setting)),
        )
    )
    rows = []
    for place in _places(section, most):
        row = section.rows[place]
        name = fitted(row[0], size, reach - _APART, most=setting.lines, lead=setting.lead)
        gained = fitted(row[3], size, width - last, most=setting.lines, lead=setting.lead)
        bars = compared(_pair(section, place), at, size, setting.lead)
        rows.append(Placed(((0.0, 0.0, name), (reach, 0.0, bars), (last, 0.0, gained))))
    return stack(head, Gap(3 * setting.air), spaced(7 * setting.air, *rows))


def _narrow_rows(section: Section, width: float, setting: Setting, most: int) -> Block:
    """Names above their bars; beside them on a crowded page where they are short enough."""
    size, reach = setting.size, width * _BESIDE
    short = all(natural_width(row[0], size) <= 1.6 * (reach - _APART) for row in section.rows)
    beside = setting.crowded and short
    at = _bar_columns(section, width - reach if beside else width, setting)
    rows: list[Block] = []
    for place in _places(section, most):
        words = section.rows[place][0]
        bars = compared(_pair(section, place), at, size, setting.lead)
        if beside:
            name = fitted(words, size, reach - _APART, lead=setting.lead)
            rows.append(Placed(((0.0, 0.0, name), (reach, 0.0, bars))))
        else:
            name = fitted(words, size, width, most=setting.lines, lead=setting.lead)
            rows.append(stack(name, Gap(1), bars))
    return spaced(6 * setting.air, *rows)


def _table(section: Section, width: float, setting: Setting, most: int) -> Block:
    """Rows without bars: names on the left, numbers flush right."""
    rows = [section.rows[place] for place in _places(section, most)]
    ends = _number_ends(section, width, setting)
    first = min(end - wide for end, wide in ends) - _APART
    lines: list[Block] = [_line(section.header, first, ends, SMALLEST, setting, bold=True)]
    lines += [_line(row, first, ends, setting.size, setting) for row in rows]
    return spaced(2.5 * setting.air, *lines)


def _number_ends(
    section: Section, width: float, setting: Setting, sample: float = 0.0
) -> list[tuple[float, float]]:
    """Where each column of numbers ends, and how wide it is, from the left.

    `sample` is what a header needs before its words.
    """
    ends: list[tuple[float, float]] = []
    end = width
    for place in range(len(section.header) - 1, 0, -1):
        wide = max(
            natural_width(section.header[place], SMALLEST, bold=True) + sample,
            *(natural_width(row[place], setting.size) for row in section.rows),
        )
        wide = min(wide + 0.5, width * 0.3)
        ends.insert(0, (end, wide))
        end -= wide + _APART
    return ends


def _line(
    row: tuple[str, ...],
    first: float,
    ends: list[tuple[float, float]],
    size: float,
    setting: Setting,
    *,
    bold: bool = False,
) -> Placed:
    lines = 1 if bold else setting.lines
    name = fitted(row[0], size, first, bold=bold, most=lines, lead=setting.lead)
    parts: list[tuple[float, float, Block]] = [(0.0, 0.0, name)]
    for words, (end, wide) in zip(row[1:], ends, strict=True):
        number = fitted(words, size, wide, bold=bold, most=2, lead=setting.lead)
        parts.append((end - number.width, 0.0, number))
    return Placed(tuple(parts))


def _times(section: Section, width: float, setting: Setting) -> Block:
    """Every part with its planned and taken minutes, and below a line the whole."""
    *parts, whole = _overlaid(section, width, setting, len(section.rows), _TIMES_NAME)
    gap = 2.5 * setting.air
    return spaced(gap, *parts, stack(Rule(width, gap), whole))


def _wide_lines(section: Section, width: float, setting: Setting, most: int) -> Block:
    """Many rows, each as low as its name is."""
    return spaced(2.5 * setting.air, *_overlaid(section, width, setting, most, _LINE_NAME))


def _overlaid(
    section: Section, width: float, setting: Setting, most: int, share: float
) -> list[Block]:
    """Rows with the second bar within the first; the name takes at most `share` of its room.

    The header doubles as the legend: before each word a sample of its bar.
    """
    ends = _number_ends(section, width, setting, _SAMPLE)
    size = setting.size
    begins = min(end - wide for end, wide in ends) - _APART
    longest = max(natural_width(row[0], size) for row in section.rows)
    name = min(longest + 0.5, begins * share)
    reach, high = name + 8, size * 0.78
    lines: list[Block] = [_legend(section, name, ends, setting)]
    for place in _places(section, most):
        line = _line(section.rows[place], name, ends, size, setting)
        first, second = section.bars[place]
        chart = against(first, second, begins - reach, high)
        drawn: list[tuple[float, float, Block]] = [(reach, middle(size, setting.lead, high), chart)]
        if section.key != "times" and chart.parts:
            drawn.append((reach, 0.0, Axis(begins - reach, size * setting.lead)))
        lines.append(Placed((*line.parts, *drawn)))
    return lines


def _legend(
    section: Section, name: float, ends: list[tuple[float, float]], setting: Setting
) -> Placed:
    parts: list[tuple[float, float, Block]] = [(0.0, 0.0, _head(section.header[0], name, setting))]
    for place, (words, (end, wide)) in enumerate(zip(section.header[1:], ends, strict=True)):
        number = _head(words, wide - _SAMPLE if place < 2 else wide, setting)
        at = end - number.width
        parts.append((at, 0.0, number))
        if place < 2:
            high = (7.0, 3.0)[place]
            sample = Swatch(filled=place == 1, height=high, width=_SAMPLE - 4)
            parts.append((at - _SAMPLE, middle(SMALLEST, setting.lead, high), sample))
    return Placed(tuple(parts))


def _head(words: str, width: float, setting: Setting) -> Passage:
    return fitted(words, SMALLEST, width, bold=True, most=1, lead=setting.lead)
