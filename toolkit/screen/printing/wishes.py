"""The wishes of whoever prints, shared by all steps: the form, kept at every change, and the door."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread

from toolkit.errors import Breakdown
from toolkit.records.sticks import sticks
from toolkit.screen.print_door import Kind, PrintDoor, Wish
from toolkit.screen.printing.form import Form, as_setting, from_setting
from toolkit.screen.shared import SharedApp

SETTING = "printing"
"""The name of the setting that holds the fields of the last time."""
ON_STICK = "Cek Dulu"
"""The folder on a stick: the same name in every language, so that a shop finds it."""


class Wishes:
    """What is filled in, and what it means in the library that is open.

    Everything is remembered for the next time but the languages: those begin with the one
    that is spoken.
    """

    def __init__(self, app: SharedApp, door: PrintDoor) -> None:
        self._app = app
        self.door = door
        library = app.library
        kept = replace(from_setting(self._kept()), languages=(app.lang.code,))
        self.form = kept.fitting(
            library.products, tuple(library.lessons), library.languages, tuple(library.theme.papers)
        )
        if self.form.out and self.form.out not in map(str, self.folders()):
            # The stick of the last time is not in.
            self.form = replace(self.form, out="")

    def _kept(self) -> str | None:
        try:
            return self._app.journal.setting(SETTING)
        except Breakdown as trouble:
            self._app.tell_once(trouble)
            return None

    def change(self, form: Form) -> None:
        """Keep a change."""
        if form != self.form:
            self.form = form
            self._app.keep_setting(SETTING, as_setting(form))

    def warm(self) -> None:
        """Have the shop opened beside the app, while somebody still chooses."""

        def open_it() -> None:
            # What goes wrong here goes wrong again, and is told, when the shop is needed.
            with suppress(Exception):
                self.door.kinds()

        Thread(target=open_it, daemon=True).start()

    # What the chosen products come in

    @property
    def kinds(self) -> set[Kind]:
        """What the files of the chosen products are about."""
        known = self.door.kinds()
        return {known.get(one, Kind.VILLAGE) for one in self.form.products}

    @property
    def needs_lessons(self) -> bool:
        """Is any of the chosen products about lessons?"""
        about = {Kind.LESSON, Kind.SESSION, Kind.MEETING, Kind.PLAN}
        return not self.plan and bool(self.kinds & about)

    @property
    def may_join(self) -> bool:
        """Could several lessons stand together in one file?"""
        there = self.kinds & {Kind.SESSION, Kind.MEETING}
        return not self.plan and bool(there) and len(self.form.lessons) > 1

    @property
    def may_plan(self) -> bool:
        """Does any of the chosen products know of session plans, and are there any?"""
        knows = self.kinds & {Kind.MEETING, Kind.PLAN}
        return bool(knows and self._app.library.plans)

    @property
    def plan(self) -> str:
        """The session plan to print for, by its id; "" for none."""
        there = self.form.plan in self._app.library.plans
        return self.form.plan if there and self.may_plan else ""

    @property
    def may_refresh(self) -> bool:
        """Could it be for a month later? A plan says itself for which meeting it is."""
        return not self.plan and Kind.MEETING in self.kinds

    def other_plan(self, by: int) -> str:
        """The plan so many places further; before the first and after the last is none."""
        there = ["", *self._app.library.plans]
        return there[(there.index(self.plan) + by) % len(there)]

    def papers(self) -> Sequence[str]:
        """The papers that all chosen products come on."""
        library = self._app.library
        wanted = [one for one in library.products.values() if one.id in self.form.products]
        return [
            paper
            for paper in library.theme.papers
            if all(paper in product.papers for product in wanted)
        ]

    def folders(self) -> Sequence[Path]:
        """Where the files may go: the usual folder, and each stick that is in."""
        return [self.door.folder, *(one / ON_STICK for one in sticks())]

    def other_folder(self) -> str:
        """The folder after the chosen one, as the form keeps it."""
        there = ["", *map(str, self.folders()[1:])]
        at = there.index(self.form.out) if self.form.out in there else -1
        return there[(at + 1) % len(there)]

    @property
    def out(self) -> Path:
        """The folder that is chosen."""
        return Path(self.form.out) if self.form.out else self.door.folder

    def next_of(self, things: Iterable[str], now: str) -> str:
        """The thing after the one that is chosen now; after the last comes the first."""
        there = list(things)
        at = there.index(now) if now in there else -1
        return there[(at + 1) % len(there)] if there else now

    def lacks(self) -> str:
        """The first field without which nothing can be printed; "" if there is none."""
        form = self.form
        for field, there in (
            ("products", form.products),
            ("lessons", form.lessons or not self.needs_lessons),
            ("languages", form.languages),
            ("paper", form.paper in self.papers()),
            ("people", form.people),
        ):
            if not there:
                return field
        return ""

    @property
    def wish(self) -> Wish:
        """All of it, for the door. Nothing may be lacking."""
        return self.form.wish(
            self.door.folder,
            with_lessons=self.needs_lessons,
            plan=self.plan,
            refresher=self.form.refresher and self.may_refresh,
        )
