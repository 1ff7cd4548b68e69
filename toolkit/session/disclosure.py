"""Hiding small groups: what counts one to four people is not told, nor what would show it.

Two ways, each for what it fits. *Cells* (the votes at one question on one occasion) are hidden
with their whole question, and what is hidden enters no sum: no share, no head count of an
objective, no belief. So nothing that is shown depends on it, and nothing can be subtracted.
*Partitions* (women and men of all people, the villages of a report) have a total that is worth
showing; there more parts are hidden until the small ones cannot be worked out from it, not even
by one who knows this rule.

This holds within one report. Two reports that differ by one small session can still be
subtracted from each other; no rule within a report can mend that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from toolkit.session.figures import LEAST, Attendance, Cell, Count, Few, Noted, Village


@dataclass(frozen=True, slots=True)
class Hiding:
    """Which parts of a partition are hidden, by their place; and whether its total must be, too."""

    parts: frozenset[int]
    total: bool


@dataclass(frozen=True, slots=True)
class Bands:
    """Sessions in which the same bands were noted, summed: never shown to anybody.

    A band that was not noted is None.
    """

    sessions: int
    heads: int
    women: int | None = None
    men: int | None = None
    youth: int | None = None


def is_few(people: int) -> bool:
    """Is this group so small that nothing is told about it? Nobody at all is no group."""
    return 0 < people < LEAST


def hiding(parts: Sequence[int]) -> Hiding:
    """What to hide of a partition whose total is to be shown.

    Small parts are. Where that leaves but one solution (one small part alone; all of them
    ones; all of them fours), the next smallest part is hidden as well, and every other of the
    same size: then two hidden parts differ, and because the rule treats all parts alike they
    could as well be the other way round. Where no part is left to hide with, the total is.
    """
    if is_few(sum(parts)):
        return Hiding(frozenset(range(len(parts))), total=True)
    few = {at for at, people in enumerate(parts) if is_few(people)}
    if not _would_show({parts[at] for at in few}, len(few)):
        return Hiding(frozenset(few), total=False)
    others = {people for people in parts if not is_few(people)}
    if not others:
        return Hiding(frozenset(few), total=True)
    # Nobody (0) is hidden only where there is nothing else to hide with.
    cover = min(others - {0}, default=0)
    more = {at for at, people in enumerate(parts) if people == cover}
    return Hiding(frozenset(few | more), total=False)


def _would_show(sizes: set[int], parts: int) -> bool:
    """Do the small parts follow from their sum, each being one of 1 to 4?"""
    return parts == 1 or sizes in ({1}, {LEAST - 1})


def attendance(
    heads: int, women: int | None, men: int | None, youth: int | None, *, hide_total: bool = False
) -> Attendance:
    """Head counts with small bands hidden.

    Women, men and those of whom neither was said are one partition; youth and all others
    another. `hide_total` hides everything, where the villages of the report would show it.
    """
    sexes, ages = _bands(heads, women, men), _bands(heads, youth)
    if hide_total or sexes.total or ages.total or is_few(heads):
        hidden = [_told(band, hidden=True) for band in (women, men, youth)]
        return Attendance(Few.FEW, hidden[0], hidden[1], hidden[2])
    return Attendance(
        people=heads,
        women=_told(women, hidden=0 in sexes.parts),
        men=_told(men, hidden=1 in sexes.parts),
        youth=_told(youth, hidden=0 in ages.parts),
    )


def attendance_of(groups: Sequence[Bands], *, hide_total: bool = False) -> Attendance:
    """The same where some sessions noted bands that others did not.

    Each group is treated as if it were a report of its own, and no two have a person in
    common: so nothing that is summed over what may be shown of each can show more. Where the
    people of one group may not be shown, no band is, nor in which sessions it was noted.
    """
    heads = sum(group.heads for group in groups)
    women = sum_of_given(group.women for group in groups)
    men = sum_of_given(group.men for group in groups)
    youth = sum_of_given(group.youth for group in groups)
    whole = attendance(heads, women, men, youth, hide_total=hide_total)
    if len(groups) < 2 or hide_total or is_few(heads):
        return whole
    each = [attendance(one.heads, one.women, one.men, one.youth) for one in groups]
    hide = any(isinstance(one.people, Few) for one in each)
    return Attendance(
        people=heads,
        women=_told(women, hidden=hide or any(one.women is Few.FEW for one in each)),
        men=_told(men, hidden=hide or any(one.men is Few.FEW for one in each)),
        youth=_told(youth, hidden=hide or any(one.youth is Few.FEW for one in each)),
        women_in=_noted(groups, [one.women for one in groups], hide),
        men_in=_noted(groups, [one.men for one in groups], hide),
        youth_in=_noted(groups, [one.youth for one in groups], hide),
    )


def sum_of_given(bands: Iterable[int | None]) -> int | None:
    """Their sum without those that were not noted; None if none was."""
    given = [band for band in bands if band is not None]
    return sum(given) if given else None


def _noted(groups: Sequence[Bands], bands: Sequence[int | None], hide: bool) -> Noted | None:
    noting = [group for group, band in zip(groups, bands, strict=True) if band is not None]
    if len(noting) in (0, len(groups)):
        return None
    if hide:
        return Noted(Few.FEW, Few.FEW)
    return Noted(sum(group.sessions for group in noting), sum(group.heads for group in noting))


def _bands(heads: int, *bands: int | None) -> Hiding:
    """Which of these bands to hide; who is in none of those given is the rest, never shown."""
    if all(band is None for band in bands):
        return Hiding(frozenset(), total=False)
    given = [band for band in bands if band is not None]
    # More in the bands than in the room: people left after the bands were taken.
    rest = max(heads - sum(given), 0)
    hidden = hiding([*given, rest])
    places = [at for at, band in enumerate(bands) if band is not None]
    return replace(hidden, parts=frozenset(places[at] for at in hidden.parts if at < len(given)))


def _told(band: int | None, *, hidden: bool) -> Count | None:
    return Few.FEW if hidden and band is not None else band


def villages(counted: Iterable[Village]) -> tuple[tuple[Village, ...], bool]:
    """The villages by name with small ones hidden, and whether their total must be, too.

    The number of sessions of a hidden village is hidden with it: who knows that a village had
    nine sessions knows that more than four people came.
    """
    ordered = sorted(counted, key=lambda village: (village.name.casefold(), village.name))
    people = [village.people for village in ordered if isinstance(village.people, int)]
    hidden = hiding(people)
    return (
        tuple(
            replace(village, people=Few.FEW, sessions=Few.FEW) if at in hidden.parts else village
            for at, village in enumerate(ordered)
        ),
        hidden.total,
    )


def hide_cells(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Cells with the number of `people` at their question, and all of a small question hidden.

    They come with their hands as counted; what `people` says is not looked at.
    """
    counted = tuple(cells)
    people: Counter[tuple[str, ...]] = Counter()
    for cell in counted:
        people[_at_question(cell)] += _number(cell.hands)
    return tuple(_hidden_if_few(cell, people[_at_question(cell)]) for cell in counted)


def _hidden_if_few(cell: Cell, people: int) -> Cell:
    if is_few(people):
        return replace(cell, hands=Few.FEW, people=Few.FEW)
    return replace(cell, people=people)


def _at_question(cell: Cell) -> tuple[str, ...]:
    """What the cells have in common for which people are counted together."""
    return (cell.when, cell.form, cell.question, cell.kind, cell.objective, str(cell.paired))


def _number(count: Count) -> int:
    return count if isinstance(count, int) else 0
