"""From what sessions counted to what a report says, in one way for one session and for ten thousand.

Pure: no disk, no language. First the sums, then the figures:

    sums_of(results: Iterable[Result]) -> Sums                        few sessions, in Python
    figures(sums: Sums, scope: Scope, least_signs: int = 3) -> Figures
    session_figures(result: Result, least_signs: int = 3) -> Figures  the two, for one session

For many sessions a database makes the `Sums` itself. They are plain sums over sessions, in any
order (`figures` sorts), so SQL gives the same as `sums_of`:

    cells       GROUP BY when, form, question, kind, objective, option, right, paired:
                SUM(hands), COUNT(DISTINCT session)
    bands       GROUP BY women IS NULL, men IS NULL, youth IS NULL:
                COUNT(*), SUM(heads), SUM(women), SUM(men), SUM(youth)
    villages    GROUP BY village: name, COUNT(*), SUM(heads)
    marked      for each item or page marked: in how many sessions
    times       GROUP BY part: SUM(planned), SUM(taken), COUNT(*)
    words       by language and id; where sessions differ, the newest (day, then uid) has its way

How many people were counted at a question is worked out here: it is the sum of the hands for
its options. Then `disclosure` hides small groups, and `measures` works only with what is shown,
so that every figure can be worked out again by hand from the cells that a report shows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from toolkit.session import disclosure, measures
from toolkit.session.agenda import Part
from toolkit.session.disclosure import Bands
from toolkit.session.figures import WHENS, Cell, Figures, PartTime, Scope, Village
from toolkit.session.result import Result


@dataclass(frozen=True, slots=True)
class RawCell:
    """Hands for one option on one occasion over some sessions; the words are as in `Cell`."""

    when: str
    form: str
    question: str
    kind: str
    objective: str
    option: str
    right: bool
    paired: bool
    hands: int
    sessions: int


@dataclass(frozen=True, slots=True)
class RawVillage:
    """A village: how many sessions it had, and the sum of their head counts."""

    name: str
    sessions: int
    people: int


@dataclass(frozen=True, slots=True)
class Sums:
    """What is summed over sessions before anything is hidden: never shown to anybody.

    `bands` are the last head counts and the bands of them, for sessions that noted the same
    bands. `marked` has, for each item or page, in how many sessions; `times` for each
    part its planned and taken seconds and the number of sessions that had it.
    """

    cells: tuple[RawCell, ...]
    bands: tuple[Bands, ...]
    villages: tuple[RawVillage, ...] = ()
    marked: tuple[tuple[str, int], ...] = ()
    times: tuple[tuple[Part, int, int, int], ...] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def sums_of(results: Iterable[Result]) -> Sums:
    """The sums of some results. Each result must come once; their order does not matter."""
    newest_last = sorted(results, key=lambda result: (result.day, result.uid))
    return Sums(
        cells=cells_of(newest_last),
        bands=_bands(newest_last),
        villages=_villages(newest_last),
        marked=tuple(Counter(mark for r in newest_last for mark in set(r.marked)).items()),
        times=_times(newest_last),
        words=_words(newest_last),
    )


def cells_of(results: Iterable[Result]) -> tuple[RawCell, ...]:
    """The cells of some results: hands are summed and sessions counted, nothing is hidden."""
    hands: Counter[tuple[str, str, str, str, str, str, bool, bool]] = Counter()
    sessions: dict[tuple[str, str, str, str, str, str, bool, bool], set[str]] = defaultdict(set)
    for result in results:
        for t in result.tallies:
            key = (t.when, t.form, t.question, t.kind, t.objective, t.option, t.right, t.paired)
            hands[key] += t.hands
            sessions[key].add(result.uid)
    return tuple(RawCell(*key, count, len(sessions[key])) for key, count in hands.items())


def figures(sums: Sums, scope: Scope, least_signs: int = 3) -> Figures:
    """The figures of a report, with small groups hidden. The order within `sums` does not matter."""
    cells = disclosure.hide_cells(sorted(map(_cell, sums.cells), key=_cell_order))
    villages, hide_total = disclosure.villages(
        Village(village.name, village.sessions, village.people) for village in sums.villages
    )
    return Figures(
        scope=scope,
        attendance=disclosure.attendance_of(sums.bands, hide_total=hide_total),
        villages=villages,
        objectives=measures.objectives(cells),
        discernment=measures.discernment(cells),
        beliefs=measures.beliefs(cells),
        signs=measures.signs(cells, least_signs),
        marked=tuple(sorted(sums.marked, key=lambda mark: (-mark[1], mark[0]))),
        times=tuple(PartTime(*time) for time in sorted(sums.times, key=_part_order)),
        cells=cells,
        words=sums.words,
    )


def session_figures(result: Result, least_signs: int = 3) -> Figures:
    """The figures of one session."""
    scope = Scope(session=result.uid, village=result.setup.village, days=(result.day,), sessions=1)
    return figures(sums_of([result]), scope, least_signs)


def _cell(raw: RawCell) -> Cell:
    return Cell(
        when=raw.when,
        form=raw.form,
        question=raw.question,
        kind=raw.kind,
        objective=raw.objective,
        option=raw.option,
        right=raw.right,
        hands=raw.hands,
        people=0,
        sessions=raw.sessions,
        paired=raw.paired,
    )


def _cell_order(cell: Cell) -> tuple[object, ...]:
    number = int(cell.option) if cell.option.isdecimal() else 0
    when = WHENS.index(cell.when)
    question = (cell.objective, cell.question, cell.kind, when, cell.form, not cell.paired)
    return (*question, number, cell.option, cell.right)


def _part_order(time: tuple[Part, int, int, int]) -> int:
    return tuple(Part).index(time[0])


def _bands(results: list[Result]) -> tuple[Bands, ...]:
    groups: dict[tuple[bool, ...], list[Result]] = defaultdict(list)
    for result in results:
        told = (result.setup.women, result.setup.men, result.setup.youth)
        groups[tuple(band is None for band in told)].append(result)
    return tuple(
        Bands(
            sessions=len(group),
            heads=sum(result.heads for result in group),
            women=disclosure.sum_of_given(result.setup.women for result in group),
            men=disclosure.sum_of_given(result.setup.men for result in group),
            youth=disclosure.sum_of_given(result.setup.youth for result in group),
        )
        for group in groups.values()
    )


def _villages(results: list[Result]) -> tuple[RawVillage, ...]:
    sessions: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for result in results:
        sessions[result.setup.village] += 1
        people[result.setup.village] += result.heads
    return tuple(RawVillage(name, sessions[name], people[name]) for name in sessions)


def _times(results: list[Result]) -> tuple[tuple[Part, int, int, int], ...]:
    sums: dict[Part, tuple[int, int, int]] = {}
    for result in results:
        for part, planned, taken in result.times:
            so_far = sums.get(part, (0, 0, 0))
            sums[part] = (so_far[0] + planned, so_far[1] + taken, so_far[2] + 1)
    return tuple((part, *sums[part]) for part in sums)


def _words(newest_last: list[Result]) -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = {}
    for result in newest_last:
        for lang, texts in result.words.items():
            words.setdefault(lang, {}).update(texts)
    return words
