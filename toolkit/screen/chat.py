"""A chat on the screen: replies by number or arrows, the newest at the bottom, each step can be undone.

`TalkScreen` is what every chat has in common, wherever it is played; `ChatScreen` is the one of a
learner's run, each of whose replies is kept.
"""

from __future__ import annotations

from toolkit.content.quiz import Chat
from toolkit.content.text import Text
from toolkit.screen import actions, chat_face
from toolkit.screen.actions import Action, bindings
from toolkit.screen.base import BaseScreen
from toolkit.screen.chat_face import Face
from toolkit.screen.frame import Key
from toolkit.screen.layout import Block
from toolkit.screen.run_screen import RunScreen
from toolkit.session.chat import Talk, Talking, taken_back
from toolkit.session.run import Continued, Talked, talking_now


class TalkScreen(BaseScreen):
    """A chat. Subclasses say where it is, keep what was said, and know where it goes on."""

    BINDINGS = bindings(
        actions.PICK, actions.NUMBER, actions.UNDO, actions.SHEET_DOWN, actions.SHEET_UP,
        actions.LEAVE,
    )  # fmt: skip

    SOMETIMES: tuple[Action, ...] = (actions.UNDO,)
    """Keys that come and go."""

    _face: Face | None = None
    _at = 0
    """The line that was at the top when the newest message had been brought into sight."""

    @property
    def now(self) -> Talking:
        """Where the talk is."""
        raise NotImplementedError

    @property
    def ask(self) -> Text | None:
        """What is asked before the chat begins, if anything."""
        raise NotImplementedError

    def after_it(self) -> str:
        """What going on from the end is called."""
        raise NotImplementedError

    def how(self) -> str:
        """What stands before the replies."""
        return self.lang.gettext("What do you answer?")

    def talk(self, talk: Talk) -> None:
        """These replies stand now: keep them, and show what follows."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Go on from the chat."""
        raise NotImplementedError

    def heading(self) -> str:
        """Who writes."""
        return self.plain(self.now.scenario.partner)

    def blocks(self) -> list[Block]:
        """The whole talk, and what may be answered."""
        now = self.now
        ways = chat_face.ways(self.after_it(), bool(now.gone), self.voice) if now.ended else ()
        self._face = chat_face.face(
            now, self.ask, ways, self.voice, how=self.how(), width=self.size.width
        )
        return self._face.blocks

    def where(self) -> str:
        """What it is, for as long as it lasts."""
        _ = self.lang.gettext
        return _("End of the chat") if self.now.ended else _("A made-up chat, for practice")

    def draw(self, caret: str | None = None, from_top: bool = False) -> None:
        """Show the newest message, or what one has scrolled back to."""
        newest = from_top or self.sheet.above == self._at
        super().draw("" if from_top and caret is None else caret)
        if newest and self._face is not None:
            self.sheet.show_last(list(self._face.newest))
            self._at = self.sheet.above

    def on_resize(self) -> None:
        """Another width has other lines: back to the newest."""
        if self.sheet.is_mounted:
            self.draw(self.sheet.caret, from_top=True)

    def possible(self, action: str) -> bool:
        """There is nothing to take back before the first answer."""
        return bool(self.now.gone) if action == actions.UNDO.name else super().possible(action)

    def widest_foot(self) -> list[Key]:
        """As in the middle of it."""
        always = [one for one in self.footed() if one not in self.SOMETIMES]
        return [self._key(one) for one in (*always, *self.SOMETIMES)]

    def chosen(self, key: str) -> None:
        """A reply, or where to go at the end."""
        match key:
            case chat_face.GO_ON:
                self.go_on()
            case chat_face.BACK:
                self.action_undo()
            case chat_face.AGAIN:
                self.talk(())
            case _:
                self.talk(self.now.answered(key))

    def action_pick(self) -> None:
        """Choose the row at the caret; where an ending hides the rows, first bring them into sight."""
        if not (self.now.ended and self.sheet.show_caret()):
            super().action_pick()

    def action_sheet_down(self) -> None:
        """A screen further down; where there is none, a reply is waited for."""
        if self.sheet.below or self.now.ended:
            super().action_sheet_down()
        else:
            self.foot.nudge(self.lang.gettext("Choose an answer first."))

    def action_undo(self) -> None:
        """Take the last reply back."""
        self.talk(taken_back(self.now.talk))


class ChatScreen(TalkScreen, RunScreen):
    """The chat of a run."""

    BINDINGS = bindings(actions.PASS)
    SOMETIMES = (actions.UNDO, actions.PASS)

    @property
    def now(self) -> Talking:
        """Where the run's chat is."""
        return talking_now(self.state, self.library)

    @property
    def ask(self) -> Text | None:
        """What its question asks."""
        asked = self.library.questions[self.state.chats[0]]
        assert isinstance(asked, Chat)
        return asked.ask

    def heading(self) -> str:
        """Who writes."""
        return TalkScreen.heading(self)

    def after_it(self) -> str:
        """Another chat, or the result."""
        _ = self.lang.gettext
        return _("To the next chat") if len(self.state.chats) > 1 else _("See the result")

    def label(self, action: Action) -> str:
        """Esc leads home."""
        _ = self.lang.gettext
        return _("Lessons") if action is actions.LEAVE else super().label(action)

    def talk(self, talk: Talk) -> None:
        """Keep what stands now."""
        self.happen(Talked(self.state.chats[0], talk))

    def go_on(self) -> None:
        """To the next chat, or to the result."""
        self.happen(Continued(self.state.chats[0]))

    def possible(self, action: str) -> bool:
        """At the end there is nothing left to leave out."""
        return (action != actions.PASS.name or not self.now.ended) and super().possible(action)

    def action_pass(self) -> None:
        """Leave the rest of it out; the result says that it can still be played."""
        self.kept.passed = True
        self.go_on()

    def action_leave(self) -> None:
        """Home; the run is kept."""
        self.app.pop_screen()
