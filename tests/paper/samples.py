"""Lessons and libraries for the print shop: ours, and ours with one thing changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from toolkit.content.lesson import Lesson
from toolkit.content.library import Library
from toolkit.content.place import Place, Spot
from toolkit.content.reference import Contact
from toolkit.content.text import Text, parse
from toolkit.paper.shop import PAPERS, jobs_for

LANGS = ("id", "en")
LESSONS = ("recruitment", "legal-route", "warning-signs")
JOBS = tuple(jobs_for(("leaflet", "handout"), LESSONS, LANGS, PAPERS))
HERE = Place("lessons/recruitment.yaml", 12, 5)


def words(both: str = "", **langs: str) -> Text:
    """A text, the same in both languages or one for each; it stands at `HERE`."""
    told = langs or dict.fromkeys(LANGS, both)
    return Text({code: parse(said) for code, said in told.items()}, dict.fromkeys(told, Spot(HERE)))


def with_lesson(library: Library, change: Callable[[Lesson], Lesson]) -> Library:
    """The library with a changed lesson about recruitment."""
    lesson = change(library.lessons["recruitment"])
    return replace(library, lessons={**library.lessons, lesson.id: lesson})


def with_takeaways(library: Library, *takeaways: Text) -> Library:
    """The library with other takeaways in the lesson about recruitment."""
    return with_lesson(library, lambda lesson: replace(lesson, takeaways=takeaways))


def with_contact(library: Library, contact: str, **changes: Any) -> Library:
    """The library with a changed help line."""
    changed: Contact = replace(library.contacts[contact], **changes)
    return replace(library, contacts={**library.contacts, contact: changed})
