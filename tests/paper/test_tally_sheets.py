"""Tally sheets: boxes in the order in which the screen asks, and nothing that makes a counter hope."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from paper.reading import evened, text
from paper.session_sheets import (
    LESSONS,
    in_order,
    items,
    jobs,
    pile,
    plan,
    replaced,
    without_forms,
)

from toolkit.content.library import Library
from toolkit.content.quiz import Choice, Question, Verdict
from toolkit.content.wording import plain
from toolkit.language import language
from toolkit.paper.shop import Job, draw
from toolkit.session.agenda import Item, Measure, Part, When

JOBS = jobs("tally-sheet", ("warning-signs",), LESSONS)
each_job = pytest.mark.parametrize("job", JOBS, ids=lambda job: job.file_name)
Print = Callable[[Job], bytes]


def _boxes(item: Item, code: str) -> list[str]:
    """What stands in the boxes of a question: as many letters as the screen has options."""
    if item.kind != "spot":
        return list("ABCDEFGHI"[: len(item.options)])
    lang = language(code)
    counts = [
        lang.ngettext("{n} sign", "{n} signs", n).format(n=n) for n in range(len(item.options))
    ]
    return [f"{letter}: {told}" for letter, told in zip("ABCDEFGHI", counts, strict=False)]


@each_job
def test_piles_questions_and_letters_are_those_of_the_screen(
    job: Job, printed: Print, library: Library
) -> None:
    """Sheet A before, sheet B before, sheet A after, sheet B after."""
    lang, agenda, said = language(job.lang), plan(job.lessons, library), text(printed(job))
    wanted = []
    for when, name in ((When.BEFORE, "Sheet {form}, before"), (When.AFTER, "Sheet {form}, after")):
        for form in ("a", "b"):
            wanted.append(lang.gettext(name).format(form=form.upper()))
            for number, step in enumerate(pile(agenda, when, form), 1):
                wanted.append(
                    " ".join([f"{number}.", *_boxes(items(agenda)[step.subject], job.lang)])
                )
    in_order(said, *wanted)


@each_job
def test_where_signs_are_counted_the_sheet_says_where_to_look(
    job: Job, printed: Print, library: Library
) -> None:
    """The rule itself would tell the answer; it stands in the key."""
    lang, agenda = language(job.lang), plan(job.lessons, library)
    where = lang.gettext("Boxes with “signs”: the answer key says what counts as one.")
    counted = items(agenda)
    spots = [s for s in agenda.steps if s.part is Part.SLIPS and counted[s.subject].kind == "spot"]
    assert (evened(where) in text(printed(job))) == bool(spots)


@each_job
def test_hands_have_their_questions_in_words(job: Job, printed: Print, library: Library) -> None:
    """In the order of the plan for hands; an offer by its own lines, as all of them ask the same."""
    lang, said = language(job.lang), text(printed(job))
    agenda = plan(job.lessons, library, Measure.HANDS)
    wanted = [lang.gettext("By show of hands")]
    for number, step in enumerate((s for s in agenda.steps if s.part is Part.BEFORE), 1):
        question = library.questions[step.subject]
        asked = [question.ask]
        if isinstance(question, Verdict):
            asked = list(library.offers[question.offer].message)
        words = " ".join(plain(one, lang, library) for one in asked)
        letters = " ".join(_boxes(items(agenda)[step.subject], job.lang))
        wanted += [evened(f"{number}. {words}")]
        wanted += [f"{lang.gettext(one)} {letters}" for one in ("Before", "After")]
    in_order(said, *wanted)


def test_the_sheet_does_not_know_which_answer_is_right(library: Library) -> None:
    """With another right answer it is the same, byte for byte."""

    def turned(question: Question) -> Question:
        assert isinstance(question, Choice)
        options = tuple(replace(one, right=not one.right) for one in question.options)
        return replace(question, options=options)

    job = Job("tally-sheet", ("recruitment",), "id", "a4")
    assert draw(job, replaced(library, "rc-01", turned)) == draw(job, library)


@each_job
def test_there_is_room_for_the_village_and_the_day_and_for_no_name(
    job: Job, printed: Print
) -> None:
    """Village, date, people and seat cards are all that is asked."""
    gettext, said = language(job.lang).gettext, text(printed(job))
    in_order(
        said,
        *map(gettext, ("No names on this sheet.", "Village", "Date")),
        *map(gettext, ("People in the room", "Seat cards given out")),
    )


def test_a_lesson_without_a_test_is_counted_by_hands_alone(library: Library) -> None:
    """There are no piles where there are no sheets."""
    said = text(draw(Job("tally-sheet", ("recruitment",), "en", "a4"), without_forms(library)))
    assert "Sheet A" not in said
    assert "paper slips" not in said
    in_order(said, "By show of hands", "Before A B C", "After A B C")
