"""What a library holds, as lines to read and as data for tools."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.content.library import Library
from toolkit.content.session_plan import AUDIENCES
from toolkit.content.text import Text
from toolkit.content.wording import is_untranslated, plain
from toolkit.language import Language
from toolkit.session.plan import lessons_of


def as_json(library: Library, lang: Language) -> dict[str, list[dict[str, Any]]]:
    """Lessons, quizzes, session plans and products with their ids; titles in `lang`."""
    return {
        "lessons": [
            {
                "id": lesson.id,
                "title": plain(lesson.title, lang, library),
                "minutes": lesson.minutes,
                "pages": len(lesson.pages),
            }
            for lesson in library.lessons.values()
        ],
        "quizzes": [
            {"id": quiz.id, "lesson": quiz.lesson, "questions": len(quiz.questions)}
            for quiz in library.quizzes.values()
        ],
        "plans": [
            {
                "id": plan.id,
                "title": plain(plan.title, lang, library),
                "audience": plan.audience,
                "minutes": plan.minutes,
                "lessons": list(lessons_of(plan, library)),
                "refresher": plan.refresher,
            }
            for plan in library.plans.values()
        ],
        "products": [
            {
                "id": product.id,
                "title": plain(product.title, lang, library),
                "papers": list(product.papers),
                "copies": product.copies,
                "per_sheet": product.per_sheet,
            }
            for product in library.products.values()
        ],
    }


def as_text(library: Library, lang: Language) -> Iterator[str]:
    """The same to read, one thing a line."""
    ids = (*library.lessons, *library.quizzes, *library.plans, *library.products)
    width = max(map(len, ids), default=0)
    yield lang.gettext("Lessons")
    for lesson in library.lessons.values():
        minutes = lang.ngettext("{n} minute", "{n} minutes", lesson.minutes)
        title = _told(lesson.title, lang, library)
        yield f"  {lesson.id:<{width}}  {title} ({minutes.format(n=lesson.minutes)})"
    yield lang.gettext("Quizzes")
    for quiz in library.quizzes.values():
        count = len(quiz.questions)
        questions = lang.ngettext("{n} question", "{n} questions", count).format(n=count)
        yield f"  {quiz.id:<{width}}  {questions}"
    if library.plans:
        yield lang.gettext("Session plans")
    for plan in library.plans.values():
        told = lang.gettext("{title}: for {people}, {n} minutes").format(
            title=_told(plan.title, lang, library),
            people=lang.tell(AUDIENCES[plan.audience]),
            n=lang.number(plan.minutes),
        )
        yield f"  {plan.id:<{width}}  {told} ({', '.join(lessons_of(plan, library))})"
    yield lang.gettext("Products")
    for product in library.products.values():
        title = _told(product.title, lang, library)
        about = _told(product.about, lang, library)
        papers = ", ".join(product.papers)
        yield f"  {product.id:<{width}}  {title} ({papers}): {about}"


def _told(text: Text, lang: Language, library: Library) -> str:
    """A text on one line; one in another language says so."""
    words = plain(text, lang, library)
    if is_untranslated(text, lang, library):
        words += " [" + lang.gettext("not translated yet") + "]"
    return words
