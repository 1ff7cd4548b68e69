"""The result of a session: what is kept of it for reports once it has ended. No name, no free text.

It stands by itself: it can be carried on a stick to another laptop and counted there
without the lessons that it was about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.session.agenda import TAUGHT, TESTS, Item, Part, Setup, Step, When
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
    paired: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What a session came to.

    `uid` names it wherever it is carried; of two with the same `uid` the one with more
    `events` is the newer. `heads` is the last head count. `marked` are questions and
    pages (`lesson/page`); `times` the planned and taken seconds of each part.
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


def result(hall: Hall, uid: str, events: int) -> Result:
    """What a session came to, after so many `events`; of one that still runs, so far.

    Every vote that was counted is there, also of a step that was skipped later or that a
    shorter plan left out. A test counts as `paired` where the same was measured twice: by
    hands if this question was counted before and after; on slips, where the forms are
    crossed over, if its objective was counted in the same kind (for offers: traps or honest
    ones) on at least one form before and one after.
    """
    steps = _steps(hall)
    counted = {_asked(step): step for step in steps.values() if hall.votes.get(step.id)}
    measured = [step for step in counted.values() if step.part in TESTS]
    early = {_measured(hall, step) for step in measured if _when(step) == When.BEFORE}
    late = {_measured(hall, step) for step in measured if _when(step) == When.AFTER}
    both = early & late
    tallies = tuple(
        tally
        for step in counted.values()
        for when, counts in _votes(hall, step)
        for tally in _tallies(hall, step, when, counts, _measured(hall, step) in both)
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
        yield from zip(("first", "second"), cast, strict=False)
    else:
        yield _when(step), cast[-1]


def _measured(hall: Hall, step: Step) -> tuple[str, ...]:
    """What must be the same before and after; no two kinds of steps give the same."""
    if step.part not in TESTS:
        return ("untested",)
    if step.part is not Part.SLIPS:
        return ("hands", step.subject)
    item = hall.items[step.subject]
    # Traps caught and honest offers refused are two measures, though one objective.
    answers = item.right if item.kind == "verdict" else ()
    return ("slips", item.objective, item.kind, *answers)


def _tallies(hall: Hall, step: Step, when: str, counts: Counts, paired: bool) -> Iterator[Tally]:
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
            paired=paired,
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
