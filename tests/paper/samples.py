"""Lessons and libraries for the print shop: ours, and ours with one thing changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from toolkit.content.builtin import builtin_root
from toolkit.content.lesson import Lesson
from toolkit.content.library import Library
from toolkit.content.place import Place, Spot
from toolkit.content.reference import Contact
from toolkit.content.text import Text, parse
from toolkit.paper.shop import PAPERS, PRODUCTS, Planned
from toolkit.paper.shop import jobs_for as jobs_of_the_shop

LANGS = ("id", "en")


_FILES = {
    path.stem: (path, builtin_root() / "quizzes" / path.name)
    for path in (builtin_root() / "lessons").glob("*.yaml")
}
"""The lesson and the quiz of each of our lessons."""


def _by_size(*, with_quiz: bool) -> tuple[str, ...]:
    """All our lessons, from the most demanding: those with the largest files."""
    many = slice(2 if with_quiz else 1)
    size = {id: sum(one.stat().st_size for one in _FILES[id][many]) for id in _FILES}
    return tuple(sorted(_FILES, key=lambda id: -size[id]))


def _has_chat(lesson: str) -> bool:
    return "kind: scenario" in _FILES[lesson][1].read_text(encoding="utf-8")


EVERY_LESSON = tuple(sorted(_by_size(with_quiz=True), key=lambda one: not _has_chat(one)))
"""Those first that come with everything, a chat too, and of these those with the most words."""
LESSONS = EVERY_LESSON[:3]
"""Those that ask most of the sheets; all of them are laid out by `check --paper`, and by sweeps."""
PLANS = (Planned(("recruitment",), "young-30"),)
jobs_for = partial(jobs_of_the_shop, plans=PLANS)
"""The shop's jobs, among them the sheet of one session plan."""
EVERY_JOB = tuple(
    job
    for job in jobs_for(PRODUCTS, EVERY_LESSON, LANGS, PAPERS)
    if job.product != "story" or _has_chat(job.lessons[0])
)
"""All that can be printed, for sweeps."""

JOBS = tuple(jobs_for(("leaflet", "handout"), _by_size(with_quiz=False)[:2], LANGS, PAPERS))
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
