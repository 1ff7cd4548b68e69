"""What a session drops when time runs short, in a fixed order, and what it never drops.

Never: the opening, the pages of must objectives, the test after and the answers to its
offers, the help lines, the counting of slips when people have gone, the summary. All else goes one by one
until the rest fits:

    1  could: its questions and pages
    2  questions beyond the first of their objective, first those of should
    3  offers beyond one pair
    4  the opinion
    5  should: its questions and pages
    6  the last pair of offers
    7  the last questions
    8  the test before

Of each, what comes last goes first. Then whatever still fits comes back, the best first.
Works on the steps of an agenda alone.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator

from toolkit.content.lesson import Priority
from toolkit.session.agenda import Part, Step, When

Need = Callable[[Step], int]
"""The seconds that a step still needs."""

Unit = tuple[Step, ...]
"""Steps that are dropped together: the twins of a pair; else one alone."""


def shortened(
    ahead: Unit,
    seconds: int,
    need: Need,
    gone: Iterable[Step] = (),
    planned: Container[Step] | None = None,
) -> Unit:
    """Those of the steps `ahead` that fit into `seconds`; if too few, only what never goes.

    `gone` are steps that the room has been through: an objective of theirs has had its
    question, and of a pair of theirs the twin is still owed. What needs no time stays.
    A plan that fits loses nothing: where the steps `planned` do, the others only add to it.
    """
    units = [unit for unit in drop_order(ahead, gone) if _sum(unit, need)]
    total = _sum(ahead, need)
    dropped: list[Unit] = []
    if planned is not None:
        dropped = [unit for unit in units if not any(step in planned for step in unit)]
    if planned is None or total - sum(_sum(unit, need) for unit in dropped) > seconds:
        dropped = _as_many_as_must(units, total - seconds, need)
    total -= sum(_sum(unit, need) for unit in dropped)
    out = {step.id for unit in dropped for step in unit}
    for unit in reversed(dropped):
        if total + _sum(unit, need) <= seconds and not _lacks(unit[0], ahead, out):
            out -= {step.id for step in unit}
            total += _sum(unit, need)
    return tuple(step for step in ahead if step.id not in out)


def _as_many_as_must(units: Iterable[Unit], over: int, need: Need) -> list[Unit]:
    """The first of the units that save the seconds that are `over`, or all of them."""
    dropped: list[Unit] = []
    for unit in units:
        if over <= 0:
            break
        dropped.append(unit)
        over -= _sum(unit, need)
    return dropped


def least(ahead: Unit, need: Need) -> int:
    """The seconds that cannot be saved, whatever is dropped."""
    droppable = {step.id for unit in drop_order(ahead) for step in unit}
    return sum(need(step) for step in ahead if step.id not in droppable)


def drop_order(ahead: Unit, gone: Iterable[Step] = ()) -> tuple[Unit, ...]:
    """All that may be dropped of the steps `ahead`, what goes first before what goes last."""
    behind = tuple(gone)
    questions = _of(ahead, Part.QUIZ)
    extra = _beyond_the_first(questions, behind)
    pairs, last_pairs = _pairs(_of(ahead, Part.OFFERS), behind)
    order = [
        *_taught(ahead, Priority.COULD),
        *_alone(extra),
        *pairs,
        *_alone(_of(ahead, Part.OPINION)),
        *_taught(ahead, Priority.SHOULD),
        *last_pairs,
        *_alone(reversed(questions)),
        *_tests_before(ahead),
    ]
    # A question may be named by two rules; the first one takes it.
    named: dict[str, Unit] = {}
    for unit in order:
        named.setdefault(unit[0].id, unit)
    return tuple(named.values())


def _of(steps: Iterable[Step], part: Part) -> Unit:
    return tuple(step for step in steps if step.part is part)


def _alone(steps: Iterable[Step]) -> Iterator[Unit]:
    return ((step,) for step in steps)


def _taught(ahead: Unit, priority: Priority) -> Iterator[Unit]:
    """Questions, then pages, of the objectives of a priority, the last objective first."""
    mine = [s for s in ahead if s.priority is priority and s.part in (Part.LESSON, Part.QUIZ)]
    for objective in reversed(list(dict.fromkeys(step.objective for step in mine))):
        of_it = [step for step in mine if step.objective == objective]
        yield from _alone(reversed(_of(of_it, Part.QUIZ)))
        yield from _alone(reversed(_of(of_it, Part.LESSON)))


def _beyond_the_first(questions: Unit, behind: Unit) -> tuple[Step, ...]:
    asked = {step.objective for step in _of(behind, Part.QUIZ)}
    extra: list[Step] = []
    for step in questions:
        if step.objective in asked:
            extra.append(step)
        asked.add(step.objective)
    extra.reverse()
    return tuple(sorted(extra, key=lambda step: step.priority is Priority.MUST))


def _pairs(offers: Unit, behind: Unit) -> tuple[list[Unit], list[Unit]]:
    """Pairs beyond one, and the last to go: one pair, or the twins of offers already seen."""
    by_pair: dict[str, list[Step]] = {}
    for step in offers:
        by_pair.setdefault(_pair(step), []).append(step)
    seen = {_pair(step) for step in _of(behind, Part.OFFERS)}
    owed = [tuple(twins) for pair, twins in by_pair.items() if pair in seen]
    fresh = [tuple(twins) for pair, twins in by_pair.items() if pair not in seen]
    kept = owed if seen else fresh[:1]
    return [unit for unit in reversed(fresh) if unit not in kept], kept[::-1]


def _pair(step: Step) -> str:
    """The pair in an id like `offers:cook:ws-19`; an offer with another id is alone."""
    names = step.id.split(":")
    return names[1] if len(names) == 3 else step.id


def _tests_before(ahead: Unit) -> Iterator[Unit]:
    """The items of the test before; or its slips, which nobody counts if none are given out."""
    for step in reversed(_of(ahead, Part.BEFORE)):
        slips = [s for s in _of(ahead, Part.SLIPS) if not step.subject and s.when is When.BEFORE]
        yield (step, *slips)


def builds_on(step: Step, earlier: Step) -> bool:
    """Does it need the earlier step: a page of its objective, or its twin among the offers?"""
    if step.part is Part.OFFERS:
        return earlier.part is Part.OFFERS and _pair(earlier) == _pair(step)
    return (
        step.part in (Part.LESSON, Part.QUIZ)
        and earlier.part is Part.LESSON
        and (earlier.objective, earlier.priority) == (step.objective, step.priority)
    )


def _lacks(step: Step, ahead: Unit, out: set[str]) -> bool:
    """Does it build on a step before it that is out?"""
    return any(one.id in out and builds_on(step, one) for one in ahead[: ahead.index(step)])


def _sum(steps: Iterable[Step], need: Need) -> int:
    return sum(need(step) for step in steps)
