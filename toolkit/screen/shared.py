"""What every screen may ask of the app: the library, the journal, how things are said here.

Screens know this and not the program, which knows them: so no screen depends on another.
"""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from toolkit.errors import Breakdown, CekDuluError
from toolkit.language import Language, Said, language, said
from toolkit.records.front import Front, Shelf
from toolkit.records.journal import Journal, Unfinished
from toolkit.screen import actions
from toolkit.screen.signs import Signs, signs_here
from toolkit.screen.theme import DARK, LIGHT, NAMES, themes

if TYPE_CHECKING:
    from toolkit.content.library import Library
    from toolkit.content.load import Loaded
    from toolkit.records.kept_session import OpenSession
    from toolkit.screen.played_run import PlayedRun
    from toolkit.screen.previewed import Previewed
    from toolkit.screen.print_door import PrintDoor
    from toolkit.screen.workbench import Workbench
    from toolkit.session.agenda import Setup


class SharedApp(App[None], inherit_bindings=False):
    """The app as its screens see it. `lang` is spoken now; `notice` is said at the top, once.

    `bench` is what a trainer's screens need; without it they follow no file and draw no leaflet.
    """

    def __init__(
        self,
        shelf: Shelf,
        journal: Journal,
        lang: Language,
        signs: Signs | None = None,
        bench: Workbench | None = None,
    ) -> None:
        super().__init__()
        self._shelf = shelf
        self.bench = bench
        self.journal = journal
        self.lang = lang
        self.signs = signs or signs_here()
        self.notice: tuple[Said, Said] | None = None
        self.seed: Callable[[], str] = lambda: os.urandom(4).hex()
        """Makes the seed of a new run, which mixes its options."""
        self._told = False
        self._damage_told: Path | None = None
        for theme in themes():
            self.register_theme(theme)
        self.theme = NAMES.get(self._last_theme(), DARK)

    @property
    def front(self) -> Front:
        """What home tells of the library, which need not be open for that."""
        return self._shelf.front

    @property
    def loaded(self) -> Loaded:
        """The library and its problems; opened by whoever asks first."""
        return self._shelf.open()

    @property
    def library(self) -> Library:
        """The library."""
        return self.loaded.library

    # Language, theme, notices

    def switch_language(self) -> None:
        """Speak the next language, here and the next time; after the last comes the first."""
        self.lang = language(self._next_language()[0])
        self.keep_setting("language", self.lang.code)
        self.redraw()

    def other_language_name(self) -> str:
        """The language to switch to, by its own name."""
        return self._next_language()[1]

    def _next_language(self) -> tuple[str, str]:
        """The code of the next language and its own name: who needs it cannot read the others."""
        there = self.front.languages
        codes = [code for code, _name in there]
        at = codes.index(self.lang.code) if self.lang.code in codes else -1
        return there[(at + 1) % len(there)]

    def switch_theme(self) -> None:
        """The other theme, here and the next time."""
        self.theme = LIGHT if self.theme == DARK else DARK
        self.keep_setting("theme", "light" if self.theme == LIGHT else "dark")
        self.redraw()

    def _last_theme(self) -> str:
        try:
            return self.journal.setting("theme") or ""
        except Breakdown:
            return ""

    def keep_setting(self, name: str, value: str) -> None:
        """Keep a choice for the next time."""
        try:
            self.journal.keep_setting(name, value)
        except Breakdown as trouble:
            self.tell_once(trouble)

    def tell_once(self, trouble: CekDuluError | None) -> None:
        """Say at the top of the next screen that answers cannot be kept; never again after that."""
        self.notice = None
        if trouble is not None and not self._told:
            self._told = True
            self.notice = (trouble.what, trouble.mend)

    def tell_of_damage(self) -> None:
        """Say at the top of the next screen that the journal was damaged, and what was saved of it.

        Once for each damage: it may be found at the start, or in the middle of a session.
        """
        aside, saved = self.journal.set_aside, self.journal.salvaged
        if aside is None or aside == self._damage_told:
            return
        self._damage_told = aside
        told = said(
            "The file of kept answers was damaged. It lies aside now, as {name}.", name=aside.name
        )
        whole = said("What was whole in it is in a new file.")
        self.notice = (told, saved.told() if saved is not None else whole)

    def broken_off(self) -> frozenset[str]:
        """Lessons that were left in the middle, as the journal has them."""
        try:
            return self.journal.broken_off()
        except Breakdown as trouble:
            self.tell_once(trouble)
            return frozenset()

    @property
    def good_to_know(self) -> tuple[Said, ...]:
        """What the help tells of this app besides its keys."""
        return (said("The power may fail: your place in the lesson is kept after every key."),)

    def allows(self, action: str) -> bool:
        """May this action be done at all in this app, whatever its screens say?"""
        return action != actions.PRINT.name or self.printing is not None

    @property
    def printing(self) -> PrintDoor | None:
        """The door to the print shop; None where nothing is printed."""
        return self.bench.printing if self.bench is not None else None

    # What the program does when a screen asks for it

    @abstractmethod
    def redraw(self) -> None:
        """Show the present screen as things are now."""

    @abstractmethod
    def leave(self, status: int) -> None:
        """End the app with an exit status."""

    @abstractmethod
    def open_lesson(self, lesson: str) -> None:
        """Open a lesson: offer to go on where it was left, or begin."""

    @abstractmethod
    def begin(self, lesson: str) -> None:
        """Begin a lesson afresh."""

    @abstractmethod
    def remember(self, lesson: str) -> None:
        """Ask only what a lesson keeps for a month later."""

    @abstractmethod
    def go_on(self, unfinished: Unfinished) -> None:
        """Go on with a run that was left off."""

    @abstractmethod
    def show_run(self, kept: PlayedRun) -> None:
        """Show the screen for the phase that a run is in."""

    # What it does in the hall

    @abstractmethod
    def open_hall(self) -> None:
        """Offer the sessions that were left open, or set a new one up."""

    @abstractmethod
    def session_waits(self) -> bool:
        """Was a session left open?"""

    @abstractmethod
    def set_up_session(self) -> None:
        """Ask what a new session needs to know."""

    @abstractmethod
    def begin_session(self, setup: Setup) -> None:
        """Draw a session up and begin it. Raises WrongInput where it cannot be."""

    @abstractmethod
    def left_open(self) -> tuple[OpenSession, ...]:
        """Sessions that were not ended, the newest first."""

    @abstractmethod
    def go_on_with_session(self, left: OpenSession) -> None:
        """Go on with a session where it was left. Raises Breakdown, or Impossible if it has gone."""

    @abstractmethod
    def end_session(self, left: OpenSession) -> None:
        """End a session, keeping what there is. Raises Breakdown, or Impossible if it has ended."""

    # What it does for paper

    @abstractmethod
    def open_printing(self) -> None:
        """Ask what is to be printed."""

    @abstractmethod
    def close_printing(self) -> None:
        """Back to where printing was opened."""

    # What it does for a trainer

    def inside(self, file: str) -> str:
        """A file's name within its library, for where there is little room."""
        if self.bench is None:
            return file
        try:
            return Path(file).relative_to(self.bench.root).as_posix()
        except ValueError:
            return file

    @property
    @abstractmethod
    def at_trainers_desk(self) -> bool:
        """Is the trainer's screen open, here or below?"""

    @abstractmethod
    def open_trainer(self) -> None:
        """Open the trainer's screen over the present one."""

    @abstractmethod
    def follow(self) -> None:
        """Read the library anew whenever one of its files is saved."""

    @abstractmethod
    def unfollow(self) -> None:
        """Let the files be."""

    @abstractmethod
    def preview(self, file: str) -> None:
        """Show a lesson or quiz file, by its name in the library, as the hall will see it."""

    @abstractmethod
    def close_preview(self) -> None:
        """Back to where the preview was opened."""

    @abstractmethod
    def draw_leaflet(self, previewed: Previewed) -> None:
        """Draw the leaflet of what is previewed, in the language spoken now."""

    @abstractmethod
    def open_aside(self, name: str) -> None:
        """Open a screen over the present one, by its name; if it is open, close it."""
