"""The Library: everything loaded, checked and cross-linked. Immutable, indexed by id.

Knows nothing of files, screens or paper. Staleness is judged at one date, `as_of`,
which belongs to the library because it is part of what is shown and printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from toolkit.content.claim import Claim
from toolkit.content.lesson import Lesson
from toolkit.content.offer import Offer, Scenario
from toolkit.content.product import Product
from toolkit.content.quiz import Question, Quiz
from toolkit.content.reference import Banned, Contact, Fact, OfficeWord, Source, Term
from toolkit.content.session_plan import SessionPlan
from toolkit.content.theme import Theme
from toolkit.language import interface_languages


@dataclass(frozen=True, slots=True)
class Overlay:
    """A trainer's library laid over the built-in one: what of it replaces what.

    `facts` and `contacts` are the ids it replaces; they are named wherever they could
    mislead, on the home screen and in the small print.
    """

    name: str
    facts: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Library:
    """All records by id, in the order in which people should meet them.

    `languages` are those that it can be shown and printed in. `claims` are there only if
    they were asked for when it was opened.
    """

    as_of: date
    lessons: Mapping[str, Lesson]
    quizzes: Mapping[str, Quiz]
    questions: Mapping[str, Question]
    offers: Mapping[str, Offer]
    scenarios: Mapping[str, Scenario]
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    contacts: Mapping[str, Contact]
    terms: Mapping[str, Term]
    products: Mapping[str, Product]
    office_words: Mapping[str, OfficeWord] = field(default_factory=dict)
    plans: Mapping[str, SessionPlan] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    banned: tuple[Banned, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    theme: Theme = field(default_factory=Theme)
    languages: tuple[str, ...] = field(default_factory=interface_languages)

    def quiz_of(self, lesson_id: str) -> Quiz | None:
        """The quiz of a lesson, if it has one."""
        for quiz in self.quizzes.values():
            if quiz.lesson == lesson_id:
                return quiz
        return None

    def is_stale(self, record: Fact | Contact) -> bool:
        """Is it past the day by which somebody should have looked at it again?"""
        return record.review_by < self.as_of

    def replaced(self) -> tuple[str, ...]:
        """Ids of built-in facts and contacts that a trainer's library replaces."""
        return tuple(one for over in self.overlays for one in over.facts + over.contacts)
