"""What a tally sheet says: its piles, questions and letters as the hall asks for them, and no answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.content.quiz import Spot, Verdict
from toolkit.paper.products.asked import Form, by_hands, forms, letter_words, title
from toolkit.paper.setting.job import Job
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type.flow import Run, Runs
from toolkit.session.agenda import Item, When
from toolkit.session.drawing import item
from toolkit.session.scripts import pile

_COMMAND = "cekdulu hall"


class Row(NamedTuple):
    """A question: its number, what it asks (where no sheet tells), the letters of its boxes."""

    number: int
    id: str
    ask: Runs
    letters: tuple[str, ...]


class Pile(NamedTuple):
    """The slips of one form, of one test: `Sheet A, before`."""

    name: Runs
    rows: tuple[Row, ...]


class TallyWords(NamedTuple):
    """Everything a tally sheet says. `hands` are the questions asked by show of hands."""

    title: Runs
    how: tuple[Runs, ...]
    strokes: str
    fields: tuple[Runs, ...]
    piles: tuple[Pile, ...]
    hands: Pile
    whens: tuple[Runs, Runs]
    later: Runs
    steps: tuple[Runs, ...]
    small: tuple[Runs, ...]


def write(copyist: Copyist, _: Job) -> TallyWords:
    """Write it down. Raises WrongInput."""
    gettext, library = copyist.lang.gettext, copyist.library
    sheets = [form for form in forms(copyist.lessons, library) if form.letter]
    piles = tuple(
        Pile(copyist.ours(pile(when, form.letter, copyist.lang), bold=True), _rows(form, copyist))
        for when in When
        for form in sheets
    )
    return TallyWords(
        title=title(gettext("Tally sheet"), copyist),
        how=tuple(_how(copyist, slips=bool(piles))),
        strokes=gettext("Five strokes, the fifth one across the other four"),
        fields=tuple(
            copyist.ours(words)
            for words in (
                gettext("Village"),
                gettext("Date"),
                gettext("People in the room"),
                gettext("Seat cards given out"),
            )
        ),
        piles=piles,
        hands=Pile(
            copyist.ours(gettext("By show of hands"), bold=True),
            tuple(
                _by_hand(number, one, copyist)
                for number, one in enumerate(by_hands(copyist.lessons, library), 1)
            ),
        ),
        whens=(copyist.ours(gettext("Before")), copyist.ours(gettext("After"))),
        later=copyist.ours(
            gettext("Typing it into the laptop: today if you can, at the latest this week"),
            bold=True,
        ),
        steps=tuple(_with_command(words) for words in _steps(copyist, slips=bool(piles))),
        small=copyist.small_print(),
    )


def _how(copyist: Copyist, *, slips: bool) -> Iterator[Runs]:
    gettext = copyist.lang.gettext
    if slips:
        piles = gettext(
            "First make piles of the sheets: A and B, the box “Before” or “After” ticked."
        )
        yield copyist.ours(piles)
    strokes = gettext(
        "A stroke for each sheet or hand, every fifth one across. Then write the sum."
    )
    yield copyist.ours(strokes)
    questions = copyist.library.questions
    sheets = forms(copyist.lessons, copyist.library)
    if any(isinstance(questions[one], Spot) for form in sheets for one in form.questions):
        signs = gettext("Boxes with “signs”: the answer key says what counts as one.")
        yield copyist.ours(signs)
    yield copyist.ours(gettext("No names on this sheet."), bold=True)


def _steps(copyist: Copyist, *, slips: bool) -> Iterator[str]:
    gettext = copyist.lang.gettext
    yield gettext(
        "Press F7 in the app, or type {command}. Fill in what was so at the session: "
        "village, people, minutes and lessons."
    )
    if slips:
        yield gettext(
            "For sheets choose “on paper slips”. PgDn goes on, to the counting at the end: "
            "sheet A before, sheet B before, sheet A after, sheet B after, as on this sheet."
        )
        yield gettext(
            "For hands choose “by raising hands”. The screen asks one question after the other."
        )
    else:
        yield gettext(
            "PgDn goes on. The screen asks one question after the other, as on this sheet."
        )
    yield gettext("Type the number for A, space, the number for B, and so on. Enter takes them.")


def _with_command(words: str) -> Runs:
    """A sentence in which the command stands out."""
    before, command, after = words.partition("{command}")
    return (
        (Run(before), Run(_COMMAND, bold=True, whole=True), Run(after))
        if command
        else (Run(before),)
    )


def _rows(form: Form, copyist: Copyist) -> tuple[Row, ...]:
    library, lang = copyist.library, copyist.lang
    found = []
    for number, one in enumerate(form.questions, 1):
        counted = item(library.questions[one], library)
        letters = tuple(letter_words(at, counted, lang) for at in range(len(counted.options)))
        found.append(Row(number, one, (), letters))
    return tuple(found)


def _by_hand(number: int, counted: Item, copyist: Copyist) -> Row:
    """A question with its words: by show of hands there is no sheet that has them."""
    question = copyist.library.questions[counted.question]
    asked = copyist.text(question.ask)
    if isinstance(question, Verdict):
        # All of them ask the same; what tells an offer from its twin may stand in any line.
        lines = copyist.library.offers[question.offer].message
        asked = tuple(run for line in lines for run in (*copyist.text(line), Run(" ")))
    letters = tuple(letter_words(at, counted, copyist.lang) for at in range(len(counted.options)))
    return Row(number, question.id, asked, letters)
