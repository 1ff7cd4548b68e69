"""Random agendas and sessions on their way, for properties that must hold of all of them."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from toolkit.content.lesson import Priority
from toolkit.session.agenda import Agenda, Item, Measure, Part, Setup, Step, When, votes
from toolkit.session.hall import (
    Counted,
    Event,
    Hall,
    HeadsCounted,
    Impossible,
    Marked,
    Opened,
    PutOff,
    Replanned,
    Revealed,
    Skipped,
    TakenBack,
    WentBack,
    WentOn,
    after,
)
from toolkit.session.plan import Shorter, needed, shorter

SECONDS = st.integers(0, 600)
OBJECTIVES = ("o1", "o2", "o3", "o4")


def setup(minutes: int = 60, measure: Measure = Measure.HANDS) -> Setup:
    """Thirty people in a made-up village."""
    return Setup("Desa Contoh", 30, minutes, ("lesson",), measure)


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    """An agenda in the order of its parts, with any priorities and times."""
    priority = {one: draw(st.sampled_from(Priority)) for one in OBJECTIVES}

    def steps(part: Part, most: int, when: When | None = None) -> list[Step]:
        about = draw(st.lists(st.sampled_from(OBJECTIVES), max_size=most))
        found = []
        for number, one in enumerate(about):
            subject = f"{part}-{number}" if when is None else f"test-{number}"
            found.append(
                Step(f"{part}:{subject}", part, subject, "lesson", one, draw(SECONDS), priority[one], when)
            )  # fmt: skip
        return found

    pairs = range(draw(st.integers(0, 4)))
    offers = [
        Step(f"offers:p{pair}:v{twin}{pair}", Part.OFFERS, f"v{twin}{pair}", "lesson", "o1", 120)
        for twin in "ab"
        for pair in pairs
    ]
    if draw(st.booleans()):
        before = steps(Part.BEFORE, 4, When.BEFORE)
        later = [Step(f"after:{s.subject}", Part.AFTER, s.subject, seconds=45) for s in before]
        slips = []
    else:
        before = [Step("before", Part.BEFORE, seconds=300, when=When.BEFORE)]
        later = [Step("after", Part.AFTER, seconds=300, when=When.AFTER)]
        slips = [Step(f"slips:{when}:a:s1", Part.SLIPS, "s1", when=when, form="a") for when in When]
    judged = dict.fromkeys(step.subject for step in (*before, *slips) if step.subject)
    all_of_them = (
        Step("opening", Part.OPENING, seconds=draw(SECONDS)),
        *steps(Part.OPINION, 1),
        *before,
        *steps(Part.LESSON, 6),
        *steps(Part.QUIZ, 6),
        *offers,
        *later,
        *(Step(f"answers:{one}", Part.ANSWERS, one, seconds=30) for one in judged),
        Step("closing", Part.CLOSING, seconds=draw(SECONDS)),
        *slips,
        Step("summary", Part.SUMMARY),
    )
    asked = dict.fromkeys(step.subject for step in all_of_them if votes(step))
    items = tuple(Item(one, "choice", "o1", ("a", "b"), ("a",)) for one in asked)
    return Agenda(all_of_them, items)


def plan_for(hall: Hall, seconds: int) -> Shorter:
    """The plan for so many seconds, asked for as soon as the last event has happened."""
    return shorter(hall, seconds, hall.clock)


def rest_of(hall: Hall, step: Step) -> int:
    """What a step still needs as soon as the last event has happened."""
    return needed(hall, step, hall.clock)


COUNTS = st.tuples(st.integers(0, 40), st.integers(0, 40))


def events() -> st.SearchStrategy[list[tuple[int, Event | int]]]:
    """What may happen in a session, with the seconds until then; a number asks for a plan."""
    one = st.one_of(
        st.just(WentOn()),
        st.just(WentOn()),
        st.sampled_from([WentBack(), Skipped(), Revealed(), Marked(), PutOff(), TakenBack()]),
        st.builds(Counted, COUNTS),
        st.builds(HeadsCounted, st.integers(1, 60)),
        st.integers(0, 6000),
    )
    return st.lists(st.tuples(st.integers(0, 400), one), max_size=25)


def gone_through(agenda: Agenda, script: list[tuple[int, Event | int]]) -> Hall:
    """The session after all of the script that was possible; every plan was accepted."""
    hall = after(None, Opened(setup(), "2026-11-22", agenda), 0)
    for wait, what in script:
        event = Replanned(what, plan_for(hall, what).steps) if isinstance(what, int) else what
        try:
            hall = after(hall, event, hall.clock + wait)
        except Impossible:
            continue
    return hall


@st.composite
def halls(draw: st.DrawFn) -> Hall:
    """A session somewhere on its way."""
    agenda = draw(agendas())
    return gone_through(agenda, draw(events()))


ALWAYS = (Part.AFTER, Part.ANSWERS, Part.CLOSING, Part.SLIPS, Part.SUMMARY)
"""Parts of which nothing is ever dropped."""


def never_dropped(step: Step) -> bool:
    """A must page, the test after and its answers, the help lines, and what is counted at the end."""
    return step.part in ALWAYS or (step.part is Part.LESSON and step.priority is Priority.MUST)


def opened(agenda: Agenda, *happened: Event) -> Hall:
    """A session in which this happened, at no time."""
    hall = after(None, Opened(setup(), "2026-11-22", agenda), 0)
    for event in happened:
        hall = after(hall, event, 0)
    return hall


def ids(steps: Iterable[Step]) -> list[str]:
    """The ids of steps."""
    return [step.id for step in steps]
