"""What all screens share: top, sheet and foot, the keys that act everywhere, one way to draw.

A screen says what it shows (`heading`, `blocks`, `where`) and what its own keys do. It is
drawn again after every event, in place and in the language of that moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import Screen

from toolkit.language import Language
from toolkit.screen import actions
from toolkit.screen.actions import Action, action_of, bindings, in_order
from toolkit.screen.frame import Foot, Key, Top
from toolkit.screen.layout import Block, Words
from toolkit.screen.prose import MARK, QUIET, Voice, say
from toolkit.screen.shared import SharedApp
from toolkit.screen.sheet import Sheet

if TYPE_CHECKING:
    from textual.binding import ActiveBinding
    from textual.content import Content

    from toolkit.content.library import Library
    from toolkit.content.text import Text


class BaseScreen(Screen[None], inherit_bindings=False):
    """A screen of the app. Subclasses fill `heading`, `blocks` and, if it matters, `where`."""

    BINDINGS = bindings(*actions.EVERYWHERE, actions.DOWN, actions.UP)
    AUTO_FOCUS = ""
    ALLOW_SELECT = False
    aside = False
    """Is it opened from anywhere and closed again (help, glossary)?"""
    lists_files = False
    """Is it the trainer's screen, of which there is only ever one?"""
    app: SharedApp

    def __init__(self) -> None:
        super().__init__()
        self.top = Top()
        self.sheet = Sheet(self.app.signs.caret)
        self.foot = Foot()
        self.foreign: list[Text | str] = []
        """Texts on this sheet that another language stands in for."""

    # What a screen says

    def heading(self) -> str:
        """What stands in the line at the top."""
        raise NotImplementedError

    def blocks(self) -> list[Block]:
        """What the sheet shows."""
        raise NotImplementedError

    def where(self) -> str:
        """Where the learner is, for the line above the keys."""
        return ""

    def label(self, action: Action) -> str:
        """What an action is called here and now, in the language spoken."""
        if action.name == actions.LANGUAGE.name:
            return self.app.other_language_name()
        return self.lang.gettext(action.label) if action.label else ""

    # Drawing

    @property
    def lang(self) -> Language:
        """The language spoken now."""
        return self.app.lang

    @property
    def library(self) -> Library:
        """The library that is open."""
        return self.app.library

    @property
    def voice(self) -> Voice:
        """Language, library and signs of this moment."""
        return Voice(self.lang, self.library, self.app.signs, self.foreign)

    def prose(self, text: Text, look: str = "") -> Content:
        """A trainer's text in the language spoken now."""
        return self.voice.prose(text, look)

    def plain(self, text: Text) -> str:
        """The same as a string."""
        return self.voice.plain(text)

    def compose(self) -> ComposeResult:
        """Top, sheet and foot; never more."""
        yield self.top
        yield self.sheet
        yield self.foot

    def on_mount(self) -> None:
        """Draw for the first time."""
        self.draw(from_top=True)

    def on_screen_resume(self) -> None:
        """Language or theme may have changed while another screen was open."""
        self.sheet.forget_digit()
        if self.is_current:
            self.draw()

    def draw(self, caret: str | None = None, from_top: bool = False) -> None:
        """Show the state as it is now."""
        self.draw_top()
        notice = self.app.notice
        warned: list[Block] = []
        if notice is not None:
            sign = say(self.app.signs.warning + " ", MARK)
            warned = [Words(say(self.lang.tell(part)), sign, at) for at, part in enumerate(notice)]
        self.sheet.show(warned + self.blocks() + self._standing_in(), caret, from_top)
        self.draw_foot()

    def draw_top(self) -> None:
        """Show what this screen is."""
        self.top.show(self.heading())

    def _standing_in(self) -> list[Block]:
        """What the mark at texts in another language means, if there are any."""
        if not self.foreign:
            return []
        self.foreign.clear()
        told = self.lang.gettext("Not translated yet, so another language stands in.")
        return [Words(say(told, QUIET), say(self.app.signs.foreign + " ", QUIET), gap=2)]

    def draw_foot(self) -> None:
        """Show the keys that act now."""
        keys = [self._key(action) for action in self.footed()]
        self.foot.show(keys, self.widest_foot() or keys, self.where(), self._more())

    def widest_foot(self) -> list[Key]:
        """The most that the foot of this screen may ever have to hold, if it changes."""
        return []

    def _key(self, action: Action, label: str = "") -> Key:
        return Key(action.shown, label or self.label(action), action.name)

    def footed(self) -> list[Action]:
        """The actions in the footer, in order."""
        return [action for action in self.acting() if action.label]

    def acting(self) -> list[Action]:
        """The actions that a key can cause here and now, in order."""
        return in_order([action_of(active.binding) for _, active in self._active()])

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """Textual's own account of the keys, in the language spoken now."""
        return {
            key: active._replace(
                binding=replace(active.binding, description=self.label(action_of(active.binding)))
            )
            for key, active in self._active()
        }

    def _active(self) -> Iterator[tuple[str, ActiveBinding]]:
        yield from (
            (key, active) for key, active in super().active_bindings.items() if active.binding.id
        )

    def possible(self, action: str) -> bool:
        """Can an action be done now? What cannot is not shown, and its key does nothing."""
        return bool(action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's door
        """Textual asks here."""
        return self.app.allows(action) and self.possible(action)

    # What keys and mouse do

    def on_sheet_moved(self) -> None:
        """Keep the hint about what is out of sight true."""
        self.foot.hint(self._more())

    def _more(self) -> str:
        """What is out of sight, in words."""
        signs, _ = self.app.signs, self.lang.gettext
        if self.sheet.below:
            return signs.below + " " + _("more below")
        return signs.above + " " + _("more above") if self.sheet.above else ""

    def on_sheet_chosen(self, message: Sheet.Chosen) -> None:
        """A row was chosen."""
        self.chosen(message.key)

    def chosen(self, key: str) -> None:
        """What choosing a row does here."""

    async def on_foot_pressed(self, message: Foot.Pressed) -> None:
        """A click on a key of the footer."""
        await self.run_action(message.action)

    def action_down(self) -> None:
        """Caret or sheet down."""
        self.sheet.move(1)

    def action_up(self) -> None:
        """Caret or sheet up."""
        self.sheet.move(-1)

    def action_sheet_down(self) -> None:
        """A screen further down."""
        self.sheet.scroll_by(max(self.sheet.room - 2, 1))

    def action_sheet_up(self) -> None:
        """A screen back up."""
        self.sheet.scroll_by(-max(self.sheet.room - 2, 1))

    def action_pick(self) -> None:
        """Choose the row at the caret, before the next key is looked at."""
        if key := self.sheet.taken():
            self.chosen(key)

    def action_number(self, number: int) -> None:
        """Choose a row by its number, before the next key is looked at."""
        if key := self.go_by_digit(number):
            self.chosen(key)

    def go_by_digit(self, digit: int) -> str:
        """The caret to where a digit leads; the row's key, or "" and a word if one more may come."""
        key = self.sheet.go_by_digit(digit)
        if begun := self.sheet.begun:
            told = self.lang.gettext("{n}: Enter, or one more digit.")
            self.foot.nudge(told.format(n=begun))
        return key

    def action_help(self) -> None:
        """Open the help, or close it."""
        self.app.open_aside("help")

    def action_help_lines(self) -> None:
        """Open the help lines, or close them."""
        self.app.open_aside("help_lines")

    def action_glossary(self) -> None:
        """Open the glossary, or close it."""
        self.app.open_aside("glossary")

    def action_language(self) -> None:
        """The other language, for everything."""
        self.app.switch_language()

    def action_theme(self) -> None:
        """The other theme."""
        self.app.switch_theme()

    def action_blank(self) -> None:
        """Hide everything at once."""
        from toolkit.screen.blank import Blank

        self.app.push_screen(Blank())

    def action_leave(self) -> None:
        """Close this screen."""
        self.app.pop_screen()

    def action_quit(self) -> None:
        """Quit; everything has been kept already."""
        self.app.leave(0)


class AsideScreen(BaseScreen):
    """A screen opened over another one: to be read, scrolled and closed."""

    BINDINGS = bindings(actions.SHEET_DOWN, actions.SHEET_UP, actions.LEAVE)
    aside = True
