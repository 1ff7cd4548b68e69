"""Help lines as blocks: the number large and regular, because bold digits fill in when copied."""

from __future__ import annotations

from toolkit.paper import flow, theme
from toolkit.paper.blocks import Beside, Block, Gap, Passage, Rule, Stack, bold, passage, stack
from toolkit.paper.words import Group, Helpline

_APART = 4 * theme.MM


def group(
    words: Group, width: float, number: float, small: float, gap: float, heading: float
) -> Stack:
    """A heading and its help lines. Sizes and `gap` are points."""
    rows: list[Block] = [
        passage(words.heading, heading, width, theme.TIGHT),
        Gap(3),
        Rule(width, gap * 0.8, theme.FRAME),
    ]
    for place, line in enumerate(words.lines):
        if place:
            rows.append(Gap(gap))
        rows.append(row(line, width, number, small))
    return Stack(tuple(rows))


def row(line: Helpline, width: float, number: float, small: float) -> Stack:
    """One help line: number, name, for whom, how fresh. The name goes beside a short number."""
    digits = passage(line.number, number, width, theme.TIGHT)
    about = passage(line.about, small, width, theme.SMALL_LEADING)
    name = passage(bold(line.name), theme.NAME, width, theme.TIGHT)
    stamp = _stamp(line)
    taken = stamp.width + _APART if stamp else 0.0
    beside = digits.width + _APART + name.width + taken <= width and len(name.lines) == 1
    head: Block = digits
    if beside:
        head = Beside(head, name, digits.width + _APART, _drop(digits, name))
    if stamp and digits.width + taken <= width:
        head = Beside(head, stamp, width - stamp.width - 3, _drop(digits, stamp))
    elif stamp:
        head = stack(stamp, head)
    return stack(head, about) if beside else stack(head, name, about)


def _stamp(line: Helpline) -> Passage | None:
    if not line.stamp:
        return None
    return Passage(
        flow.lines(line.stamp, theme.SMALL, 1000.0), theme.SMALL, theme.SMALL * theme.TIGHT
    )


def _drop(large: Passage, small: Passage) -> float:
    """How much lower the smaller words start, so that both stand on one baseline."""
    return _base(large) - _base(small)


def _base(words: Passage) -> float:
    from toolkit.paper.fonts import ascent

    return (words.lead + ascent(words.size)) / 2
