"""From what sessions counted to what a report says, in one way for one session and for ten thousand.

Pure: no disk, no language. First the sums, then the figures:

    sums_of(results: Iterable[Result]) -> Sums                        few sessions, in Python
    figures(sums: Sums, scope: Scope, least_signs: int = 3) -> Figures
    session_figures(result: Result, least_signs: int = 3) -> Figures  the two, for one session

What may be told is settled session by session, by `reportable` and `disclosure`, before
anything is summed. The cells of many sessions are added up by a database, which gives the same
as `cells_of`: of each vote that may not be told the hands are NULL there, and then

    GROUP BY when, form, question, kind, objective, option, right, paired:
    SUM(hands), COUNT(hands), COUNT(*) - COUNT(hands), SUM(gap)

How many people were counted at a question is worked out here: it is the sum of the hands for
its options. `measures` works only with what is shown, so that every figure can be worked out
again by hand from the cells that a report shows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from toolkit.session import disclosure, measures
from toolkit.session.agenda import Part
from toolkit.session.figures import (
    WHENS,
    Attendance,
    Cell,
    Few,
    Figures,
    PartTime,
    Scope,
    Village,
)
from toolkit.session.reportable import Standing, Vote, is_few, settled
from toolkit.session.result import Result, Tally


@dataclass(frozen=True, slots=True)
class RawCell:
    """Hands for one option on one occasion over some sessions; the words are as in `Cell`.

    `hands` are None where no session may tell them.
    """

    when: str
    form: str
    question: str
    kind: str
    objective: str
    option: str
    right: bool
    paired: bool
    hands: int | None
    sessions: int
    left_out: int = 0
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Sums:
    """What is summed over sessions; a session adds only what may be told of it.

    `marked` has, for each item or page, in how many sessions; `times` for each part its
    planned and taken seconds and the number of sessions that had it. Of `words` and
    `priorities` the newest session (day, then uid) has its way.
    """

    cells: tuple[RawCell, ...]
    attendance: Attendance
    villages: tuple[Village, ...] = ()
    marked: tuple[tuple[str, int], ...] = ()
    times: tuple[tuple[Part, int, int, int], ...] = ()
    by_hands: int = 0
    on_slips: int = 0
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    priorities: Mapping[str, str] = field(default_factory=dict)


def sums_of(results: Iterable[Result]) -> Sums:
    """The sums of some results. Each result must come once; their order does not matter."""
    newest_last = sorted(results, key=lambda result: (result.day, result.uid))
    counted = [_counted(result) for result in newest_last]
    return Sums(
        cells=cells_of(newest_last),
        attendance=disclosure.attendance(map(_heads, newest_last)),
        villages=_villages(newest_last),
        marked=tuple(Counter(mark for r in newest_last for mark in set(r.marked)).items()),
        times=_times(newest_last),
        by_hands=sum(by_hands for by_hands, _ in counted),
        on_slips=sum(on_slips for _, on_slips in counted),
        words=_words(newest_last),
        priorities={name: told for r in newest_last for name, told in r.priorities.items()},
    )


def cells_of(results: Iterable[Result]) -> tuple[RawCell, ...]:
    """The cells of some results: what may be told of each, summed."""
    sums: dict[tuple[str, str, str, str, str, str, bool, bool], list[int]] = defaultdict(
        lambda: [0, 0, 0, 0]
    )
    for result in results:
        for tallies, standing in _votes(result):
            gap = standing.gap
            for t in tallies:
                cell = sums[
                    t.when, t.form, t.question, t.kind, t.objective, t.option, t.right,
                    standing.paired,
                ]  # fmt: skip
                if standing.told:
                    cell[0] += t.hands
                    cell[1] += 1
                else:
                    cell[2] += 1
                cell[3] += gap
                gap = 0
    return tuple(
        RawCell(*key, hands if sessions else None, sessions, left_out, gap)
        for key, (hands, sessions, left_out, gap) in sums.items()
    )


def how_counted(votes: Iterable[Vote]) -> tuple[bool, bool]:
    """Was anybody counted by hands in a test of a session, and on slips?"""
    forms = {form for when, form, *_, people in votes if when in ("before", "after") and people}
    return "" in forms, bool(forms - {""})


def alike(village: str) -> str:
    """What two spellings of a village have in common: no capitals, no spaces."""
    return "".join(village.casefold().split())


def figures(sums: Sums, scope: Scope, least_signs: int = 3) -> Figures:
    """The figures of a report. The order within `sums` does not matter."""
    cells = _cells(sums.cells)
    held = measures.beliefs(cells)
    return Figures(
        scope=scope,
        attendance=sums.attendance,
        villages=tuple(sorted(sums.villages, key=lambda one: (one.name.casefold(), one.name))),
        objectives=measures.objectives(cells, sums.priorities),
        discernment=measures.discernment(cells),
        beliefs=held[: measures.MOST_BELIEFS],
        beliefs_held=len(held),
        signs=measures.signs(cells, least_signs),
        marked=tuple(sorted(sums.marked, key=lambda mark: (-mark[1], mark[0]))),
        times=tuple(PartTime(*time) for time in sorted(sums.times, key=_part_order)),
        cells=cells,
        by_hands=sums.by_hands,
        on_slips=sums.on_slips,
        words=sums.words,
    )


def session_figures(result: Result, least_signs: int = 3) -> Figures:
    """The figures of one session."""
    scope = Scope(session=result.uid, village=result.setup.village, days=(result.day,), sessions=1)
    return figures(sums_of([result]), scope, least_signs)


def _votes(result: Result) -> Iterable[tuple[list[Tally], Standing]]:
    """The tallies of each vote of a session, with what it may add."""
    votes: dict[tuple[str, ...], list[Tally]] = defaultdict(list)
    for t in result.tallies:
        votes[t.question, t.kind, t.objective, t.when, t.form].append(t)
    return zip(votes.values(), settled(map(_vote, votes.values())), strict=True)


def _vote(tallies: list[Tally]) -> Vote:
    one = tallies[0]
    right = tuple(t.option for t in tallies if t.right)
    people = sum(t.hands for t in tallies)
    return (one.when, one.form, one.question, one.kind, one.objective, right, people)


def _counted(result: Result) -> tuple[bool, bool]:
    return how_counted(_vote([t]) for t in result.tallies)


def _cells(raw: Iterable[RawCell]) -> tuple[Cell, ...]:
    """The cells in their order, each with the number of people at its question."""
    told = sorted(raw, key=_cell_order)
    people: Counter[tuple[str, ...]] = Counter()
    for cell in told:
        people[_at_question(cell)] += cell.hands or 0
    return tuple(
        Cell(
            when=cell.when,
            form=cell.form,
            question=cell.question,
            kind=cell.kind,
            objective=cell.objective,
            option=cell.option,
            right=cell.right,
            hands=Few.FEW if cell.hands is None else cell.hands,
            people=Few.FEW if cell.hands is None else people[_at_question(cell)],
            sessions=cell.sessions,
            left_out=cell.left_out,
            gap=cell.gap,
            paired=cell.paired,
        )
        for cell in told
    )


def _cell_order(cell: RawCell) -> tuple[object, ...]:
    number = int(cell.option) if cell.option.isdecimal() else 0
    when = WHENS.index(cell.when)
    question = (cell.objective, cell.question, cell.kind, when, cell.form, not cell.paired)
    return (*question, number, cell.option, cell.right)


def _at_question(cell: RawCell) -> tuple[str, ...]:
    """What the cells have in common for which people are counted together."""
    return (cell.when, cell.form, cell.question, cell.kind, cell.objective, str(cell.paired))


def _part_order(time: tuple[Part, int, int, int]) -> int:
    return tuple(Part).index(time[0])


def _heads(result: Result) -> disclosure.Heads:
    noted = result.setup
    return disclosure.Heads(result.heads, noted.women, noted.men, noted.youth)


def _villages(newest_last: list[Result]) -> tuple[Village, ...]:
    """Those with a session of five people or more, by their newest spelling."""
    found: dict[str, Village] = {}
    for result in newest_last:
        if not is_few(result.heads):
            name = result.setup.village
            so_far = found.get(alike(name), Village(name, 0, 0))
            people = so_far.people + result.heads
            found[alike(name)] = Village(name, so_far.sessions + 1, people)
    return tuple(found.values())


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
