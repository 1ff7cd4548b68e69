"""Answer keys: the letters of the sheets, the reasons, and what to say to whoever erred."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from paper.reading import evened, sheets, text
from paper.samples import words
from paper.session_sheets import (
    LESSONS,
    in_order,
    items,
    jobs,
    option_words,
    pile,
    plan,
    with_question,
    without_forms,
)

from toolkit.content.library import Library
from toolkit.content.quiz import Choice, Match, Order, Spot, Verdict
from toolkit.content.wording import plain
from toolkit.language import language
from toolkit.paper.shop import Job, draw
from toolkit.paper.type.trouble import Unprintable
from toolkit.session.agenda import Item, When
from toolkit.session.answers import choices
from toolkit.session.letters import shown

JOBS = jobs("answer-key", ("warning-signs",), LESSONS)
each_job = pytest.mark.parametrize("job", JOBS, ids=lambda job: job.file_name)
Print = Callable[[Job], bytes]


def _letters(item: Item, library: Library) -> str:
    """The right letters of a question; of a message the numbers of its signs."""
    question = library.questions[item.question]
    if isinstance(question, Spot):
        return ", ".join(str(at) for at, part in enumerate(question.message, 1) if part.sign)
    return ", ".join("ABCDEFGHI"[item.options.index(one)] for one in item.right)


@each_job
def test_all_letters_stand_in_one_line_for_each_form(
    job: Job, printed: Print, library: Library
) -> None:
    """They are what the hall's plan holds to be right, by its letters."""
    lang, agenda, said = language(job.lang), plan(job.lessons, library), text(printed(job))
    wanted = []
    for form in ("a", "b"):
        asked = [items(agenda)[step.subject] for step in pile(agenda, When.BEFORE, form)]
        wanted.append(lang.gettext("Sheet {form}").format(form=form.upper()))
        wanted += [f"{n} = {_letters(item, library)}" for n, item in enumerate(asked, 1)]
    in_order(said, *wanted)


@each_job
def test_the_right_answer_stands_under_its_question_with_the_reason(
    job: Job, printed: Print, library: Library
) -> None:
    """In the words of the sheet, and in those of the hall's reply."""
    lang, agenda, said = language(job.lang), plan(job.lessons, library), text(printed(job))
    for form in ("a", "b"):
        for number, step in enumerate(pile(agenda, When.BEFORE, form), 1):
            item, question = items(agenda)[step.subject], library.questions[step.subject]
            pieces = [f"{number}. {plain(question.ask, lang, library)}"]
            match question:
                case Choice(options=options):
                    right = next(one for one in options if one.right)
                    pieces += [f"{_letters(item, library)}. {plain(right.text, lang, library)}"]
                    pieces += [plain(right.reply, lang, library)]
                case Verdict(offer=offer):
                    told = option_words(item, item.right[0], library, lang)
                    pieces += [f"{_letters(item, library)}. {told}"]
                    pieces += [plain(one, lang, library) for one in library.offers[offer].checks]
                case Spot(message=message, reply=reply):
                    for at, part in enumerate(message, 1):
                        if part.sign:
                            pieces += [f"{at}. {plain(part.text, lang, library)}"]
                            pieces += [plain(part.sign, lang, library)]
                    pieces += [plain(reply, lang, library)]
            in_order(said, *(evened(one) for one in pieces))


@each_job
def test_every_wrong_belief_has_its_reply(job: Job, printed: Print, library: Library) -> None:
    """Beside the letter that shows it."""
    lang, agenda, said = language(job.lang), plan(job.lessons, library), text(printed(job))
    for form in ("a", "b"):
        for step in pile(agenda, When.BEFORE, form):
            question = library.questions[step.subject]
            if isinstance(question, Choice):
                order = shown(question, library)
                wrong = [one for one in question.options if not one.right]
                for one in wrong:
                    letter = "ABCDEFGHI"[order.index(one.id)]
                    belief = plain(one.belief, lang, library)
                    told = lang.gettext("Some think: “{belief}”").format(belief=belief)
                    reply = plain(one.reply, lang, library)
                    in_order(said, evened(f"{letter}. {told}"), evened(reply))
            elif isinstance(question, Verdict):
                assert evened(plain(question.mistake.reply, lang, library)) in said


@each_job
def test_every_page_says_that_it_is_not_for_handing_out(job: Job, printed: Print) -> None:
    """Pages come apart."""
    private = language(job.lang).gettext("Not for handing out. For the facilitator only.")
    pages = sheets(printed(job))
    assert all(private in page.text for page in pages)
    assert private in pages[0].text.split(language(job.lang).gettext("Page {n}").split("{")[0])[0]


@pytest.mark.parametrize("code", ["id", "en"])
def test_a_practice_sheet_has_its_key_too(library: Library, code: str) -> None:
    """With steps in their order, and pairs as a letter and a number."""
    without, lang = without_forms(library), language(code)
    said = text(draw(Job("answer-key", ("legal-route",), code, "a4"), without))
    quiz = without.quiz_of("legal-route")
    assert quiz is not None
    for question in quiz.questions:
        match question:
            case Order(steps=steps):
                shown = choices(question, question.id)
                right = ((step, "ABCDEFGHI"[shown.index(step.id)]) for step in steps)
                told = [f"{letter}. {plain(step.text, lang, library)}" for step, letter in right]
                in_order(said, *(evened(one) for one in told))
            case Match(pairs=pairs):
                shown = choices(question, question.id)
                for at, pair in enumerate(pairs):
                    left = plain(pair.left, lang, library)
                    label = f"{'ABCDEFGHI'[at]} {shown.index(pair.id) + 1}"
                    right = plain(pair.right, lang, library)
                    in_order(said, evened(f"{label}. {left} – {right}"))


@pytest.mark.parametrize("product", ["answer-key", "tally-sheet"])
def test_what_does_not_fit_is_refused_at_its_question(library: Library, product: str) -> None:
    """The trainer is told where to mend it."""
    changed = with_question(library, "rc-01", ask=words("w" * 150))
    with pytest.raises(Unprintable) as refused:
        draw(Job(product, ("recruitment",), "id", "a4"), changed)
    assert refused.value.problem.place == library.questions["rc-01"].at
