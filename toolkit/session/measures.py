"""What the cells of a report come to: learning by objective, discernment, beliefs, warning signs.

Pure, and only over cells as they are shown: a hidden one has no number here, so no figure can
depend on it. Only what was measured before and after (`paired`) enters. Shares are hands over
hands; where more hands than heads were counted, the hands are the number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from fractions import Fraction

from toolkit.session.agenda import When
from toolkit.session.figures import (
    BeliefFigure,
    Cell,
    Count,
    Discernment,
    Few,
    ObjectiveFigure,
    Rate,
    Rated,
    Signs,
    Withheld,
)

KINDS = ("choice", "true_false", "verdict")
"""The kinds of question whose answers are right or wrong."""

TRAP = "trap"
"""The option of a verdict that calls an offer a trap."""

MOST_BELIEFS = 8
HELD = Fraction(1, 10)
"""A belief has held on if at least a tenth of those counted still choose it."""

UNEVEN = Fraction(1, 5)
"""No gain is told where the numbers before and after differ by more than this, of the larger."""

RISE = Fraction(1, 10)
REFUSING = Fraction(1, 2)
APART = Fraction(1, 5)

Cells = tuple[Cell, ...]


def objectives(cells: Cells) -> tuple[ObjectiveFigure, ...]:
    """Each objective measured before and after, in the order of the ids."""
    by_objective: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.paired and cell.kind in KINDS and cell.when in tuple(When):
            by_objective[cell.objective].append(cell)
    return tuple(_objective(name, by_objective[name]) for name in sorted(by_objective))


def _objective(name: str, cells: list[Cell]) -> ObjectiveFigure:
    early, late = _when(cells, When.BEFORE), _when(cells, When.AFTER)
    before, after = _rate(early, _is_right), _rate(late, _is_right)
    people = _people(early), _people(late)
    gain = _gain(before, after, *people)
    told = gain if isinstance(gain, float) else None
    reason = gain if isinstance(gain, Withheld) else None
    return ObjectiveFigure(name, before, after, *people, told, reason)


def _gain(before: Rated, after: Rated, first: Count, second: Count) -> float | Withheld:
    """The normalised gain of R. Hake (American Journal of Physics 66, 1998), or why there is none."""
    if before is None or after is None:
        return Withheld.NOT_MEASURED
    if not (isinstance(before, Rate) and isinstance(after, Rate)):
        return Withheld.FEW
    if not (isinstance(first, int) and isinstance(second, int)):
        return Withheld.FEW
    if before.hits == before.of:
        return Withheld.FULL_BEFORE
    if abs(first - second) > UNEVEN * max(first, second):
        return Withheld.UNEVEN
    return float((_share(after) - _share(before)) / (1 - _share(before)))


def _people(cells: list[Cell]) -> Count:
    """The most that were counted at one question, and that for each form, since others answer it.

    Where sessions asked different questions of an objective, they were at least so many.
    """
    at: dict[tuple[str, str, str], int] = defaultdict(int)
    for cell in cells:
        if isinstance(cell.hands, int):
            at[cell.form, cell.question, cell.kind] += cell.hands
    if not at:
        return Few.FEW if cells else 0
    most: dict[str, int] = defaultdict(int)
    for (form, *_), people in at.items():
        most[form] = max(most[form], people)
    total = sum(most.values())
    return total if total or not _any_hidden(cells) else Few.FEW


def discernment(cells: Cells) -> Discernment:
    """How well traps are told from honest offers.

    The warning `only_suspicion` is for a room that learned to say no, not to tell apart: games
    that warn of deceit made people call more things false, true ones as well (Modirrousta-Galian
    and Higham, 2023, on inoculation games). It is given

    - when refusals of honest offers rose by at least 10 points while the distance between
      traps caught and honest offers refused did not grow; or
    - when at the end at least half of the honest offers are refused and that distance is
      under 20 points, whatever it was before.

    The distance is the measure of telling apart: 0 for a room that says no to everything (or
    to nothing), 1 for one that is always right. Where a share is hidden no warning is given.
    """
    verdicts = [cell for cell in cells if cell.paired and cell.kind == "verdict"]
    traps = {_vote(cell) for cell in verdicts if cell.option == TRAP and cell.right}
    honest = {_vote(cell) for cell in verdicts if cell.option == TRAP and not cell.right}

    def called_trap(questions: set[tuple[str, ...]], when: When) -> Rated:
        voted = [cell for cell in _when(verdicts, when) if _vote(cell) in questions]
        return _rate(voted, lambda cell: cell.option == TRAP)

    shares = (
        called_trap(traps, When.BEFORE),
        called_trap(traps, When.AFTER),
        called_trap(honest, When.BEFORE),
        called_trap(honest, When.AFTER),
    )
    return Discernment(*shares, only_suspicion=_only_suspicion(*shares))


def _only_suspicion(caught: Rated, caught_now: Rated, refused: Rated, refused_now: Rated) -> bool:
    if not (isinstance(caught_now, Rate) and isinstance(refused_now, Rate)):
        return False
    apart_now = _share(caught_now) - _share(refused_now)
    if _share(refused_now) >= REFUSING and apart_now < APART:
        return True
    if not (isinstance(caught, Rate) and isinstance(refused, Rate)):
        return False
    apart = _share(caught) - _share(refused)
    return _share(refused_now) - _share(refused) >= RISE and apart_now <= apart


def beliefs(cells: Cells) -> tuple[BeliefFigure, ...]:
    """The wrong options that at least a tenth still chose at the end, most held first; at most 8."""
    asked = [cell for cell in cells if cell.paired and cell.kind in KINDS]
    at_question: dict[str, list[Cell]] = defaultdict(list)
    for cell in asked:
        at_question[cell.question].append(cell)
    held: list[tuple[Fraction, BeliefFigure]] = []
    for question, option in sorted({(c.question, c.option) for c in asked if not c.right}):
        figure = _belief(question, option, at_question[question])
        if isinstance(figure.after, Rate) and _share(figure.after) >= HELD:
            held.append((_share(figure.after), figure))
    held.sort(key=lambda one: -one[0])
    return tuple(figure for _, figure in held[:MOST_BELIEFS])


def _belief(question: str, option: str, cells: list[Cell]) -> BeliefFigure:
    def chose(cell: Cell) -> bool:
        return cell.option == option and not cell.right

    before, after = (_rate(_when(cells, when), chose) for when in (When.BEFORE, When.AFTER))
    return BeliefFigure(question, option, before, after)


def signs(cells: Cells, least: int) -> Signs:
    """How many marked at least `least` warning signs on their slips.

    Messages with fewer signs than that are left out: nobody could have marked so many.
    """
    spots = [c for c in cells if c.paired and c.kind == "spot" and c.option.isdecimal()]
    most: dict[str, int] = defaultdict(int)
    for cell in spots:
        most[cell.question] = max(most[cell.question], int(cell.option))
    enough = [cell for cell in spots if most[cell.question] >= least]
    before, after = (
        _rate(_when(enough, when), lambda cell: int(cell.option) >= least)
        for when in (When.BEFORE, When.AFTER)
    )
    return Signs(least, before, after)


def _rate(cells: Iterable[Cell], hit: Callable[[Cell], bool]) -> Rated:
    """The hands that hit, of all that are shown; Few if there are only hidden ones, None if none."""
    hits = of = 0
    hidden = False
    for cell in cells:
        if isinstance(cell.hands, int):
            of += cell.hands
            hits += cell.hands if hit(cell) else 0
        else:
            hidden = True
    if of:
        return Rate(hits, of)
    return Few.FEW if hidden else None


def _when(cells: Iterable[Cell], when: When) -> list[Cell]:
    return [cell for cell in cells if cell.when == when]


def _is_right(cell: Cell) -> bool:
    return cell.right


def _any_hidden(cells: Iterable[Cell]) -> bool:
    return any(isinstance(cell.hands, Few) for cell in cells)


def _vote(cell: Cell) -> tuple[str, ...]:
    return (cell.when, cell.form, cell.question, cell.objective)


def _share(rate: Rate) -> Fraction:
    return Fraction(rate.hits, rate.of)
