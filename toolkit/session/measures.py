"""What the cells of a report come to: learning by objective, discernment, beliefs, warning signs.

Pure, and only over cells as they are shown: a hidden one has no number here, so no figure can
depend on it. Only what was measured before and after (`paired`) enters, the same questions both
times. Shares are hands over hands; where more hands than heads were counted, the hands are the
number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from toolkit.session.agenda import When
from toolkit.session.figures import (
    BeliefFigure,
    Cell,
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
"""So many of them are shown."""

HELD = Fraction(1, 10)
"""A belief has held on if at least a tenth of those counted still choose it."""

UNEVEN = Fraction(1, 5)
"""No gain is told where the numbers before and after differ by more than this, of the larger."""

RISE, RISEN_HANDS = Fraction(1, 10), 3
"""Refusals have risen if they did by this share and, since one hand decides nothing, so many hands."""

SUSPECTING, REFUSING = Fraction(1, 4), Fraction(1, 2)
"""From a quarter on refusals are worth a warning; from a half on, most of the room refuses."""

Cells = tuple[Cell, ...]


def objectives(
    cells: Cells, priorities: Mapping[str, str] | None = None
) -> tuple[ObjectiveFigure, ...]:
    """Each objective measured before and after, in the order of the ids."""
    known = priorities or {}
    by_objective: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.paired and cell.kind in KINDS and cell.when in tuple(When):
            by_objective[cell.objective].append(cell)
    return tuple(
        _objective(name, by_objective[name], known.get(name, "must"))
        for name in sorted(by_objective)
    )


def _objective(name: str, cells: list[Cell], priority: str) -> ObjectiveFigure:
    before = _rate(_when(cells, When.BEFORE), _is_right)
    after = _rate(_when(cells, When.AFTER), _is_right)
    gap = sum(cell.gap for cell in cells)
    gain = _gain(before, after, gap)
    told = gain if isinstance(gain, float) else None
    reason = gain if isinstance(gain, Withheld) else None
    return ObjectiveFigure(name, before, after, gap, told, reason, priority)


def _gain(before: Rated, after: Rated, gap: int) -> float | Withheld:
    """The normalised gain of R. Hake (American Journal of Physics 66, 1998), or why there is none.

    People who go in one session and come in another do not make up for each other: `gap` is
    summed over sessions and questions, so that both shares are of nearly the same people.
    """
    if not (isinstance(before, Rate) and isinstance(after, Rate)):
        return Withheld.FEW
    if before.hits == before.of:
        return Withheld.FULL_BEFORE
    if gap > UNEVEN * max(before.of, after.of):
        return Withheld.UNEVEN
    return float((_share(after) - _share(before)) / (1 - _share(before)))


def discernment(cells: Cells) -> Discernment:
    """How well traps are told from honest offers.

    The warning `only_suspicion` is for a room that learned to say no, not to tell apart: games
    that warn of deceit made people call more things false, true ones as well (Modirrousta-Galian
    and Higham, 2023, on inoculation games). It is given when refusals of honest offers rose, by
    at least 10 points and 3 hands, to at least a quarter, and

    - the distance between traps caught and honest offers refused did not grow by at least half
      as much as the refusals rose; or
    - at least half of the honest offers are refused now.

    The distance is the measure of telling apart: 0 for a room that says no to everything (or
    to nothing), 1 for one that is always right. A room that refused at least half before, and
    still does, has not learned that here: it is `still_refusing`. Where a share is hidden no
    warning is given.
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
    suspicion = _only_suspicion(*shares)
    return Discernment(*shares, suspicion, not suspicion and _still_refusing(*shares[2:]))


def _only_suspicion(caught: Rated, caught_now: Rated, refused: Rated, refused_now: Rated) -> bool:
    if not (isinstance(refused, Rate) and isinstance(refused_now, Rate)):
        return False
    risen = _share(refused_now) - _share(refused)
    if risen < RISE or risen * refused_now.of < RISEN_HANDS or _share(refused_now) < SUSPECTING:
        return False
    if _share(refused_now) >= REFUSING:
        return True
    if not (isinstance(caught, Rate) and isinstance(caught_now, Rate)):
        return False
    further = _share(caught_now) - _share(caught) - risen
    return further < risen / 2


def _still_refusing(refused: Rated, refused_now: Rated) -> bool:
    both = [rate for rate in (refused, refused_now) if isinstance(rate, Rate)]
    return len(both) == 2 and all(_share(rate) >= REFUSING for rate in both)


def beliefs(cells: Cells) -> tuple[BeliefFigure, ...]:
    """The wrong options that at least a tenth still chose at the end, most held first."""
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
    return tuple(figure for _, figure in held)


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
    return Signs(least, before, after, max(most.values(), default=0))


def rated_right(cells: Iterable[Cell]) -> Rated:
    """The hands for right options, of all that are shown; Few if all are hidden, None without any."""
    return _rate(cells, _is_right)


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


def _vote(cell: Cell) -> tuple[str, ...]:
    return (cell.when, cell.form, cell.question, cell.objective)


def _share(rate: Rate) -> Fraction:
    return Fraction(rate.hits, rate.of)
