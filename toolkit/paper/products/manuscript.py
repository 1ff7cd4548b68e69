"""What a product says, written down before any size is known.

The words come first and the layout second: an edition is a hash of the words, and a
smaller type or another paper must not be able to drop one of them.
"""

from __future__ import annotations

from typing import NamedTuple

from toolkit.content.text import Text
from toolkit.paper.setting.job import Job
from toolkit.paper.setting.own_numbers import OwnWords, own_words
from toolkit.paper.setting.words import CodeWords, Copyist, Group
from toolkit.paper.type.flow import Run, Runs


class Idea(NamedTuple):
    """A page of the lesson on paper, and more words for a reader who is alone with it."""

    icon: str
    title: Runs
    show: tuple[Runs, ...]
    more: tuple[Runs, ...]


class LeafletWords(NamedTuple):
    """Everything a leaflet says."""

    icon: str
    title: Runs
    front: Runs
    what: Runs
    remember: Runs
    takeaways: tuple[Runs, ...]
    own: OwnWords
    groups: tuple[Group, ...]
    code: CodeWords | None
    ideas: tuple[Idea, ...]
    sources_head: Runs
    sources: tuple[Runs, ...]
    small: tuple[Runs, ...]


class HandoutWords(NamedTuple):
    """Everything a one-page summary says."""

    icon: str
    title: Runs
    about: Runs
    remember: Runs
    takeaways: tuple[Runs, ...]
    ideas: tuple[Idea, ...]
    groups: tuple[Group, ...]
    own: OwnWords
    sources: Runs
    small: tuple[Runs, ...]


def leaflet(copyist: Copyist, _: Job) -> LeafletWords:
    """Write down the leaflet. Raises WrongInput."""
    lesson = copyist.lesson
    gettext = copyist.lang.gettext
    title, front = copyist.text(lesson.title), copyist.text(lesson.leaflet.front)
    takeaways = tuple(copyist.text(one) for one in lesson.takeaways)
    groups, code = copyist.groups(), copyist.code()
    ideas = tuple(_idea(copyist, panel.page, panel.more) for panel in lesson.leaflet.inside)
    fold = gettext("Print on both sides, flip on the short edge, at 100%. Fold twice at the marks.")
    what = gettext("Village lessons about working abroad. Copy them and pass them on.")
    return LeafletWords(
        icon=copyist.icon(lesson.icon, lesson.at),
        title=title,
        front=front,
        what=copyist.ours(what),
        remember=copyist.ours(gettext("Remember"), bold=True),
        takeaways=takeaways,
        own=own_words(copyist),
        groups=groups,
        code=code,
        ideas=ideas,
        sources_head=copyist.ours(gettext("Sources"), bold=True),
        sources=copyist.sources(),
        small=(*copyist.small_print(), copyist.ours(fold)),
    )


def handout(copyist: Copyist, _: Job) -> HandoutWords:
    """Write down the one-page summary. Raises WrongInput."""
    lesson = copyist.lesson
    gettext = copyist.lang.gettext
    title, about = copyist.text(lesson.title), copyist.text(lesson.about)
    takeaways = tuple(copyist.text(one) for one in lesson.takeaways)
    ideas = tuple(_idea(copyist, panel.page, ()) for panel in lesson.leaflet.inside)
    groups = copyist.groups()
    sources = copyist.sources(brief=True)
    return HandoutWords(
        icon=copyist.icon(lesson.icon, lesson.at),
        title=title,
        about=about,
        remember=copyist.ours(gettext("Remember"), bold=True),
        takeaways=takeaways,
        ideas=ideas,
        groups=groups,
        own=own_words(copyist),
        sources=_run_on(copyist.ours(gettext("Sources") + ": ", bold=True), sources),
        small=copyist.small_print(),
    )


def _idea(copyist: Copyist, named: str, more: tuple[Text, ...]) -> Idea:
    page = copyist.lesson.page(named)
    return Idea(
        copyist.icon(page.icon, page.at),
        copyist.text(page.title),
        tuple(copyist.text(one) for one in page.show),
        tuple(copyist.text(one) for one in more),
    )


def _run_on(head: Runs, items: tuple[Runs, ...]) -> Runs:
    """Items as one passage, `Sources: a; b; c.`, with a space for what follows."""
    runs = list(head)
    for place, item in enumerate(items):
        runs += [Run("; "), *item] if place else item
    return (*runs, Run(". "))
