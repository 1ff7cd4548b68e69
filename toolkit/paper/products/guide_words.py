"""What the facilitator's guide says, written down before any size is known.

what it is about, the aims, what to bring - safety - the plan - how to lead and to count -
the chapters of the session - help lines - after the session
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.content.lesson import Page, Priority
from toolkit.paper.products.guide_bring import bring
from toolkit.paper.products.guide_plan import Plans, Timed, plans, setup_of
from toolkit.paper.products.guide_safety import Topic, after, joined, safety, ways
from toolkit.paper.products.guide_steps import Chapter, Writer
from toolkit.paper.setting.job import Job
from toolkit.paper.setting.words import Copyist, Group
from toolkit.paper.type.flow import Run, Runs
from toolkit.session.agenda import Part
from toolkit.session.report_words import PARTS
from toolkit.session.scripts import SAY


class PlanRow(NamedTuple):
    """A row of the plan: the minute, what is done, and how long in each of the plans."""

    at: str
    title: Runs
    minutes: tuple[str, ...]


class PlanWords(NamedTuple):
    """The plan as a table; `out` stands for what is left out."""

    heading: Runs
    about: tuple[Runs, ...]
    heads: tuple[Runs, ...]
    rows: tuple[PlanRow, ...]
    sums: PlanRow


class Aims(NamedTuple):
    """The aims of one priority; with no heading where only one plan is told."""

    heading: Runs
    aims: tuple[Runs, ...]


class GuideWords(NamedTuple):
    """Everything the guide says."""

    icon: str
    title: Runs
    called: Runs
    about: tuple[Runs, ...]
    minutes: Runs
    aims_head: Runs
    aims: tuple[Aims, ...]
    bring_head: Runs
    bring: tuple[Runs, ...]
    safety: Runs
    topics: tuple[Topic, ...]
    groups: tuple[Group, ...]
    plan: PlanWords
    lead: Runs
    ways: tuple[Topic, ...]
    chapters: tuple[Chapter, ...]
    labels: Labels
    after: Topic
    sources_head: Runs
    sources: tuple[Runs, ...]
    small: tuple[Runs, ...]


class Labels(NamedTuple):
    """Small words that return on every page."""

    room: Runs
    say: Runs
    minute: str
    long: str
    kept: str
    spare: str
    safety: str
    plan: str
    lead: str
    after: str


def write(copyist: Copyist, job: Job) -> GuideWords:
    """Write down the guide. Raises WrongInput."""
    gettext, ours = copyist.lang.gettext, copyist.ours
    drawn_up = plans(setup_of(job, copyist.library), copyist.library)
    titles = [copyist.text(one.title) for one in copyist.lessons]
    called = gettext("Facilitator's guide")
    if job.refresher:
        called = gettext("Facilitator's guide for a month later")
    chapters = Writer(copyist, drawn_up, job).chapters()
    minutes = gettext("{n} minutes, for about {people} people.").format(
        n=copyist.lang.number(drawn_up.totals[0]), people=copyist.lang.number(job.people)
    )
    return GuideWords(
        icon=copyist.icon(copyist.lesson.icon, copyist.lesson.at),
        title=(Run(f"{called}: "), *joined(titles)),
        called=ours(called),
        about=tuple(copyist.text(one.about) for one in copyist.lessons),
        minutes=ours(minutes),
        aims_head=ours(gettext("What people can do afterwards (“you” are the people)")),
        aims=tuple(_aims(copyist, drawn_up)),
        bring_head=ours(gettext("Prepare and bring")),
        bring=tuple(bring(copyist, job)),
        safety=ours(gettext("Safety first: read this before you begin")),
        topics=safety(copyist, _pages(copyist, drawn_up)),
        groups=tuple(_groups(copyist)),
        plan=_plan(copyist, drawn_up),
        lead=ours(gettext("How to lead and to count")),
        ways=ways(copyist, later=job.refresher),
        chapters=chapters,
        labels=_labels(copyist),
        after=after(copyist, later=job.refresher),
        sources_head=ours(gettext("Sources"), bold=True),
        sources=copyist.sources(brief=True),
        small=copyist.small_print(),
    )


def _pages(copyist: Copyist, drawn_up: Plans) -> Iterator[Page]:
    """The pages that the session shows."""
    for step in drawn_up.whole.steps:
        if step.part is Part.LESSON:
            yield copyist.library.lessons[step.lesson].page(step.subject)


def _groups(copyist: Copyist) -> Iterator[Group]:
    """All help lines, not those of the lesson alone: nobody knows who will come afterwards."""
    gettext, every = copyist.lang.gettext, copyist.library.contacts.values()
    heads = {
        gettext("Help while in Indonesia"): [one for one in every if not one.from_abroad()],
        gettext("Help while abroad"): [one for one in every if one.from_abroad()],
    }
    for head, found in heads.items():
        if found:
            lines = tuple(copyist.helpline(one) for one in found)
            yield Group(copyist.ours(head, bold=True), lines)


def _aims(copyist: Copyist, drawn_up: Plans) -> list[Aims]:
    """The aims of what is taught or asked: a plan for less time has not all of them."""
    gettext = copyist.lang.gettext
    here = {step.objective for step in drawn_up.whole.steps}
    heads = {
        Priority.MUST: gettext("Whatever the plan:"),
        Priority.SHOULD: gettext("If there is time:"),
        Priority.COULD: gettext("If there is much time:"),
    }
    if not drawn_up.shorter:
        heads = dict.fromkeys(Priority, "")
    found = []
    for priority, head in heads.items():
        aims = [
            copyist.text(aim.text)
            for lesson in copyist.lessons
            for aim in lesson.objectives
            if aim.priority is priority and aim.id in here
        ]
        if aims:
            found.append(Aims(copyist.ours(head, bold=True) if head else (), tuple(aims)))
    return found


def _plan(copyist: Copyist, drawn_up: Plans) -> PlanWords:
    gettext, ours, number = copyist.lang.gettext, copyist.ours, copyist.lang.number
    about = [gettext("The clock counts minutes from the beginning.")]
    if drawn_up.shorter:
        about = [
            gettext(
                "The clock counts minutes from the beginning. Here and in the margins it goes by the longest plan; with a shorter one you get there sooner."
            ),
            gettext("Less time? Use a shorter plan: what has a line is left out."),
        ]
    heads = (gettext("Minute"), gettext("Part of the session"))
    columns = (gettext("{n} min").format(n=number(many)) for many in drawn_up.totals)
    many = tuple(number(total) for total in drawn_up.totals)
    return PlanWords(
        ours(gettext("The plan")),
        tuple(ours(one) for one in about),
        (*(ours(one, bold=True) for one in heads), *map(ours, columns)),
        tuple(
            PlanRow(
                number(row.at),
                _called(row, copyist),
                tuple(number(one) if one else "–" for one in row.minutes),
            )
            for row in drawn_up.rows
        ),
        PlanRow(many[0], ours(gettext("The end"), bold=True), many),
    )


def _called(row: Timed, copyist: Copyist) -> Runs:
    if row.step.part is Part.LESSON:
        return copyist.text(copyist.library.lessons[row.step.lesson].page(row.step.subject).title)
    return copyist.ours(copyist.lang.gettext(PARTS[row.step.part]), bold=True)


def _labels(copyist: Copyist) -> Labels:
    gettext = copyist.lang.gettext
    return Labels(
        room=copyist.ours(gettext("The room sees"), bold=True),
        say=copyist.ours(gettext(SAY), bold=True),
        minute=gettext("Minute"),
        long=gettext("{n} min"),
        kept=gettext("Always"),
        spare=gettext("If there is time"),
        safety=gettext("Safety"),
        plan=gettext("The plan"),
        lead=gettext("How to lead and to count"),
        after=gettext("After the session"),
    )
