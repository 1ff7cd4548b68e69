"""The result of a session: what is kept of it for reports once it has ended. No name, no free text.

It stands by itself: it can be carried on a stick to another laptop and counted there
without the lessons that it was about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from toolkit.content.lesson import Priority
from toolkit.session.agenda import TAUGHT, Item, Part, Setup, Step
from toolkit.session.figures import LATER
from toolkit.session.hall import PAGE, Counts, Hall


@dataclass(frozen=True, slots=True)
class Tally:
    """Hands or slips for one option on one occasion; the words are as in `figures.Cell`."""

    when: str
    form: str
    question: str
    kind: str
    objective: str
    option: str
    right: bool
    hands: int


@dataclass(frozen=True, slots=True)
class Result:
    """What a session came to.

    `uid` names it wherever it is carried; of two with the same `uid` the one with more
    `events` is the newer. `heads` is the last head count. `marked` are questions and
    pages (`lesson/page`); `times` the planned and taken seconds of each part.
    `priorities` has those of the objectives that a session may drop.
    """

    uid: str
    events: int
    day: str
    setup: Setup
    heads: int
    tallies: tuple[Tally, ...]
    marked: tuple[str, ...]
    times: tuple[tuple[Part, int, int], ...]
    words: Mapping[str, Mapping[str, str]]
    priorities: Mapping[str, str] = field(default_factory=dict)


def result(hall: Hall, uid: str, events: int) -> Result:
    """What a session came to, after so many `events`; of one that still runs, so far.

    Every vote that was counted is there, also of a step that was skipped later or that a
    shorter plan left out. What of it a report may tell is settled in `reportable`.
    """
    steps = _steps(hall)
    counted = {_asked(step): step for step in steps.values() if hall.votes.get(step.id)}
    tallies = tuple(
        tally
        for step in counted.values()
        for when, counts in _votes(hall, step)
        for tally in _tallies(hall, step, when, counts)
    )
    marked = _marked(hall, steps)
    return Result(
        uid=uid,
        events=events,
        day=hall.day,
        setup=hall.setup,
        heads=hall.heads,
        tallies=tallies,
        marked=marked,
        times=_times(hall, steps),
        words=_words(hall, _named(tallies, marked)),
        priorities=_priorities(counted.values()),
    )


def _steps(hall: Hall) -> dict[str, Step]:
    """All steps that ever could be in the plan, by their id, in its order."""
    drawn = hall.agenda.whole or hall.agenda.steps
    return {step.id: step for step in (*drawn, *hall.steps)}


def _when(step: Step) -> str:
    """The occasion on which a test or an opinion is counted."""
    return step.when.value if step.when else step.part.value


def _asked(step: Step) -> tuple[str, str, str]:
    """A question is counted once on each occasion; should it stand there twice, the later counts."""
    return (_when(step), step.form, step.subject)


def _votes(hall: Hall, step: Step) -> Iterator[tuple[str, Counts]]:
    """Each vote of a step with its occasion."""
    cast = hall.votes[step.id]
    if step.part in TAUGHT:
        twice = LATER if hall.setup.refresher else ("first", "second")
        yield from zip(twice, cast, strict=False)
    else:
        yield _when(step), cast[-1]


def _tallies(hall: Hall, step: Step, when: str, counts: Counts) -> Iterator[Tally]:
    item: Item = hall.items[step.subject]
    for option, hands in zip(item.options, counts, strict=True):
        yield Tally(
            when=when,
            form=step.form,
            question=item.question,
            kind=item.kind,
            objective=item.objective,
            option=option,
            right=option in item.right,
            hands=hands,
        )


def _marked(hall: Hall, steps: Mapping[str, Step]) -> tuple[str, ...]:
    """Questions and pages that were marked, once each, whether in their step or shown again."""
    names = {mark.removeprefix(PAGE) for mark in hall.marked if mark.startswith(PAGE)}
    for mark in hall.marked & set(steps):
        step = steps[mark]
        page = step.part is Part.LESSON
        names.add(f"{step.lesson}/{step.subject}" if page else step.subject)
    return tuple(sorted(names))


def _times(hall: Hall, steps: Mapping[str, Step]) -> tuple[tuple[Part, int, int], ...]:
    """Planned and taken seconds of each part; how long the summary stood open is nobody's time."""
    planned, taken = dict.fromkeys(Part, 0), dict.fromkeys(Part, 0)
    for step in hall.agenda.steps:
        planned[step.part] += step.seconds
    for step_id, seconds in hall.spent.items():
        if step_id in steps:
            taken[steps[step_id].part] += seconds
    return tuple(
        (part, planned[part], taken[part])
        for part in Part
        if part is not Part.SUMMARY and (planned[part] or taken[part])
    )


def _priorities(counted: Iterable[Step]) -> dict[str, str]:
    droppable = (step for step in counted if step.priority is not Priority.MUST)
    return {step.objective: step.priority.value for step in droppable}


def _named(tallies: tuple[Tally, ...], marked: tuple[str, ...]) -> set[str]:
    """The ids whose words a report may need."""
    names = set(marked)
    for tally in tallies:
        names |= {tally.objective, tally.question, f"{tally.question}.{tally.option}"}
    return names


def _words(hall: Hall, names: set[str]) -> dict[str, dict[str, str]]:
    kept = {
        lang: {name: text for name, text in texts.items() if name in names}
        for lang, texts in hall.agenda.words.items()
    }
    return {lang: texts for lang, texts in kept.items() if texts}
