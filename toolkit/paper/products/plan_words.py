"""What the sheet of a session plan says, written down before any size is known.

for whom and how long - aims - the timetable - what to print and to bring - how to talk with
these people - when time is short

The timetable is drawn up as the hall draws it up; its second column is what the program itself
would keep if there were only two thirds of the time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from toolkit.content.product import Product
from toolkit.content.session_plan import AUDIENCES, SessionPlan
from toolkit.content.text import Text
from toolkit.errors import WrongInput
from toolkit.language import N_, Language, said
from toolkit.paper.products.guide_plan import Plans, Timed, plans, setup_of
from toolkit.paper.products.guide_safety import ended
from toolkit.paper.setting.job import Job
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type.flow import Run, Runs
from toolkit.session.agenda import Part
from toolkit.session.report_words import PARTS


class Needed(NamedTuple):
    """How many copies of a product a session needs; of each of its lessons, or of all together.

    With `on_each` a copy serves so many people, who each get one of the things on it.
    """

    copies: int
    each_lesson: bool
    on_each: int = 1


class Row(NamedTuple):
    """A row of the timetable. One without `minutes` names the lesson whose pages follow."""

    at: str
    title: Runs
    minutes: tuple[str, ...]


class Printed(NamedTuple):
    """A row of what to print: its name, and how many copies."""

    title: Runs
    copies: Runs


class Section(NamedTuple):
    """A heading and what stands below it."""

    heading: Runs
    items: tuple[Runs, ...]


class PlanSheetWords(NamedTuple):
    """Everything the sheet says. `shorter` stands below the timetable and tells how to read it."""

    icon: str
    title: Runs
    called: Runs
    about: tuple[Runs, ...]
    aims: Section
    timetable: Runs
    heads: tuple[Runs, ...]
    rows: tuple[Row, ...]
    sums: Row
    print_head: Runs
    print_heads: tuple[Runs, ...]
    printed: tuple[Printed, ...]
    bring: Section
    tips: Section
    short: Section
    shorter: tuple[Runs, ...]
    small: tuple[Runs, ...]


STORY = "story"
"""The id of the read-aloud chat: a plan has that of its own chat alone."""

THIRDS = (2, 3)
"""The share of the time for which the second column is made."""


def write(copyist: Copyist, job: Job, needed: Callable[[Product, int], Needed]) -> PlanSheetWords:
    """Write down the sheet of the job's plan. Raises WrongInput, also for a job without one."""
    library, gettext, ours = copyist.library, copyist.lang.gettext, copyist.ours
    if not job.plan:
        raise WrongInput(
            said("No session plan is about these lessons."),
            said("Choose other lessons; which ones the plans are about tells:  cekdulu list"),
        )
    plan = library.plans[job.plan]
    two, three = THIRDS
    times = plans(setup_of(job, library), library, (plan.minutes * two // three,))
    called = gettext("Session plan")
    return PlanSheetWords(
        icon=copyist.icon(copyist.lesson.icon, copyist.lesson.at),
        title=(Run(f"{called}: "), *copyist.text(plan.title)),
        called=ours(called),
        about=tuple(_about(plan, job, copyist)),
        aims=_part(N_("What people take home"), plan.aims, copyist),
        timetable=ours(gettext("The timetable")),
        heads=(
            ours(gettext("Minute"), bold=True),
            ours(gettext("Part of the session"), bold=True),
            *(
                ours(gettext("{n} min").format(n=copyist.lang.number(one)), bold=True)
                for one in times.totals
            ),
        ),
        rows=tuple(_rows(times, copyist)),
        sums=_sums(times, copyist),
        print_head=ours(gettext("Print and copy")),
        print_heads=tuple(ours(gettext(one), bold=True) for one in (N_("What"), N_("Copies"))),
        printed=tuple(_printed(plan, job, copyist, needed)),
        bring=_part(N_("Prepare and bring"), plan.bring, copyist),
        tips=_part(N_("Talking with these people"), plan.tips, copyist),
        short=_part(N_("When time is short, leave out first"), plan.leave_out, copyist),
        shorter=tuple(ours(one) for one in _shorter(times, plan, copyist)),
        small=copyist.small_print(),
    )


def _about(plan: SessionPlan, job: Job, copyist: Copyist) -> Iterator[Runs]:
    """For whom and how long, about which lessons, and the chat if there is one."""
    lang, gettext = copyist.lang, copyist.lang.gettext
    told = gettext("For {people}: {n} minutes, about {many} people in the room.").format(
        people=lang.tell(AUDIENCES[plan.audience]),
        n=lang.number(plan.minutes),
        many=lang.number(job.people),
    )
    yield copyist.ours(told, bold=True)
    if plan.refresher:
        yield copyist.ours(gettext("A month after the lesson: what is still known?"))
    lead = gettext("Lesson:") if len(copyist.lessons) == 1 else gettext("Lessons:")
    runs: list[Run] = [Run(lead + " ")]
    for place, lesson in enumerate(copyist.lessons):
        runs += [Run("; ")] if place else []
        runs += copyist.text(lesson.title)
    yield ended(tuple(runs))
    if plan.chat:
        chat = copyist.library.scenarios[plan.chat]
        lead = gettext("Chat to play together if you finish early, or on another day:")
        yield ended((Run(lead + " "), *copyist.text(chat.title)))


def _part(head: str, texts: tuple[Text, ...], copyist: Copyist) -> Section:
    return Section(
        copyist.ours(copyist.lang.gettext(head)), tuple(copyist.text(one) for one in texts)
    )


def _rows(times: Plans, copyist: Copyist) -> Iterator[Row]:
    many, number = Counter(step.part for step in times.whole.steps), copyist.lang.number
    lesson = ""
    for row in times.rows:
        if row.step.lesson != lesson and row.step.part is Part.LESSON:
            lesson = row.step.lesson
            if len(copyist.lessons) > 1:
                title = copyist.text(copyist.library.lessons[lesson].title)
                yield Row("", tuple(run._replace(bold=True) for run in title), ())
        minutes = tuple(number(one) if one else "–" for one in row.minutes)
        yield Row(number(row.at), _called(row, many[row.step.part], copyist), minutes)


def _called(row: Timed, many: int, copyist: Copyist) -> Runs:
    """A page by its title; another part by its name and how many questions it has."""
    lang, part = copyist.lang, row.step.part
    if part is Part.LESSON:
        return copyist.text(copyist.library.lessons[row.step.lesson].page(row.step.subject).title)
    name = copyist.ours(lang.gettext(PARTS[part]), bold=True)
    told = _counted(part, many, lang)
    return (*name, Run(f": {told}")) if told else name


def _counted(part: Part, many: int, lang: Language) -> str:
    """How many questions or offers a part has; "" for one that has none."""
    match part:
        case Part.BEFORE | Part.QUIZ | Part.AFTER:
            told = lang.ngettext("{n} question", "{n} questions", many)
        case Part.OFFERS:
            told = lang.ngettext("{n} offer", "{n} offers", many)
        case _:
            return ""
    return told.format(n=lang.number(many))


def _sums(times: Plans, copyist: Copyist) -> Row:
    number = copyist.lang.number
    many = tuple(number(total) for total in times.totals)
    return Row(many[0], copyist.ours(copyist.lang.gettext("The end"), bold=True), many)


def _printed(
    plan: SessionPlan, job: Job, copyist: Copyist, needed: Callable[[Product, int], Needed]
) -> Iterator[Printed]:
    """The products in the order of the library, each with its number of copies."""
    for product in copyist.library.products.values():
        if product.id not in plan.products:
            continue
        if product.id == STORY and plan.chat:
            chat = copyist.library.scenarios[plan.chat]
            title = (*copyist.text(product.title), Run(": "), *copyist.text(chat.title))
            yield Printed(title, copyist.ours(copyist.lang.number(1)))
        elif product.id != STORY:
            need = needed(product, job.people)
            copies = _copies(need, len(copyist.lessons), copyist.lang)
            yield Printed(copyist.text(product.title), copyist.ours(copies))


def _copies(need: Needed, lessons: int, lang: Language) -> str:
    """How many; of how many things on each, or of each of several lessons."""
    copies = lang.number(need.copies)
    if need.on_each > 1:
        told = lang.ngettext(
            "{n} sheet ({many} cards on each)", "{n} sheets ({many} cards on each)", need.copies
        )
        return told.format(n=copies, many=lang.number(need.on_each))
    if need.each_lesson and lessons > 1:
        return lang.gettext("{n} of each lesson").format(n=copies)
    return copies


def _shorter(times: Plans, plan: SessionPlan, copyist: Copyist) -> Iterator[str]:
    """What the program would leave out by itself; or that the lessons need more time than there is."""
    lang = copyist.lang
    if times.totals[0] > plan.minutes:
        told = lang.gettext(
            "Not shorter than {n} minutes: choose fewer lessons, or take more time."
        )
        yield told.format(n=lang.number(times.totals[0]))
    if len(times.totals) < 2:
        return
    told = lang.gettext(
        "Only {n} minutes? The second column is what the program keeps then: a line means left out, "
        "fewer minutes mean fewer questions."
    )
    yield told.format(n=lang.number(times.totals[1]))
    yield lang.gettext("On the laptop: T, then the minutes that are left.")
