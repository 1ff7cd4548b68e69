"""What a learner is asked again about a month later: the questions that a quiz keeps for that.

What is retrieved from memory once more stays longer than what is read once more. Who is a learner
and when they read a lesson is known nowhere: the questions are offered, and people choose.
"""

from __future__ import annotations

from toolkit.content.library import Library
from toolkit.language import Language
from toolkit.session.answers import PLAYABLE
from toolkit.session.run import Run, Started


def to_remember(lesson: str, library: Library) -> tuple[str, ...]:
    """The ids of the questions that one learner can answer alone, in their order."""
    quiz = library.quiz_of(lesson)
    ids = quiz.refresher if quiz else ()
    return tuple(str(one) for one in ids if isinstance(library.questions[one], PLAYABLE))


def start_again(lesson: str, seed: str, library: Library) -> Started:
    """The event that begins a run of just those. Raises KeyError for an unknown lesson."""
    return Started(library.lessons[lesson].id, seed, to_remember(lesson, library))


def remembers(run: Run, library: Library) -> bool:
    """Is it a run of those questions, and not one of the lesson?"""
    return bool(run.questions) and set(run.questions) <= set(to_remember(run.lesson, library))


def offered_first(run: Run, library: Library, lang: Language) -> str:
    """The words of the offer on the first page of a lesson just opened; "" where nothing is offered."""
    many = len(to_remember(run.lesson, library))
    return offered(many, lang) if many and not run.begun else ""


def offered(many: int, lang: Language) -> str:
    """The words with which so many questions are offered."""
    return lang.ngettext(
        "A month later: {n} question to remember", "A month later: {n} questions to remember", many
    ).format(n=lang.number(many))


def offered_early(many: int, lang: Language) -> str:
    """The words with which they are offered on the day of the lesson, for whom cannot come back."""
    return lang.ngettext(
        "{n} more question, better in a month", "{n} more questions, better in a month", many
    ).format(n=lang.number(many))
