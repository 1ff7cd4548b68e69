"""The words that an agenda keeps, so that a report can speak of lessons that are gone since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from toolkit.content.library import Library
from toolkit.content.quiz import Choice, Question, TrueFalse, Verdict
from toolkit.content.text import Text
from toolkit.content.wording import plain
from toolkit.language import language
from toolkit.session.agenda import Item, Part, Step

LINES = 2
"""So many lines of an offer tell it from its twin."""


def words(
    steps: Iterable[Step], items: Iterable[Item], library: Library, codes: Iterable[str]
) -> Mapping[str, Mapping[str, str]]:
    """By language code, what must be said of these steps and items, by id.

    Objectives and questions by their ids, the belief behind a wrong option by
    `question.option`, the title of a page by `lesson/page`. All verdicts ask the same: so
    each has the beginning of its offer instead.
    """
    texts = dict(_texts(tuple(steps), items, library))
    return {
        code: {
            name: " ".join(plain(text, language(code), library) for text in together)
            for name, together in texts.items()
        }
        for code in codes
    }


def _texts(
    steps: tuple[Step, ...], items: Iterable[Item], library: Library
) -> Iterator[tuple[str, tuple[Text, ...]]]:
    named = {step.objective for step in steps}
    for lesson in library.lessons.values():
        for objective in lesson.objectives:
            if objective.id in named:
                yield objective.id, (objective.text,)
    for step in steps:
        if step.part is Part.LESSON:
            page = library.lessons[step.lesson].page(step.subject)
            yield f"{step.lesson}/{step.subject}", (page.title,)
    for item in items:
        question = library.questions[item.question]
        match question:
            case Verdict(offer=offer):
                yield question.id, library.offers[offer].message[:LINES]
            case _:
                yield question.id, (question.ask,)
        yield from _beliefs(question, item)


def _beliefs(question: Question, item: Item) -> Iterator[tuple[str, tuple[Text, ...]]]:
    wrong = [option for option in item.options if option not in item.right]
    match question:
        case Choice(options=options):
            for option in options:
                if option.belief is not None and option.id in wrong:
                    yield f"{question.id}.{option.id}", (option.belief,)
        case TrueFalse(mistake=mistake) | Verdict(mistake=mistake):
            yield f"{question.id}.{wrong[0]}", (mistake.belief,)
