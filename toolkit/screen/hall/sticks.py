"""Handing the finished sessions over to a stick: which one, and whether it may be taken out."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from toolkit.errors import CekDuluError
from toolkit.records.handover import Drive, Handed, handover, sticks
from toolkit.records.journal import Journal
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.hall.dialogs import DialogScreen
from toolkit.screen.layout import Block, Fold, Row, Words
from toolkit.screen.prose import MARK, QUIET, RIGHT, WRONG, say

Outcome = Handed | Exception
AGAIN, FOLDER = "/again", "/folder"


class SticksScreen(DialogScreen):
    """The sticks that are found, and a field for another folder."""

    BINDINGS = bindings(actions.PICK, actions.NUMBER)
    AUTO_FOCUS = ""

    class Done(Message):
        """The handing over has come to an end, good or not."""

        def __init__(self, outcome: Outcome) -> None:
            super().__init__()
            self.outcome = outcome

    def __init__(self) -> None:
        super().__init__()
        self.field = Input()
        self._found: tuple[Path, ...] = ()
        self._busy = False
        self._outcome: Outcome | None = None

    def heading(self) -> str:
        """Handing over."""
        return self.lang.gettext("Hand over to a stick")

    def compose(self) -> ComposeResult:
        """The field stands above the foot."""
        yield self.top
        yield self.sheet
        yield self.field
        yield self.foot

    def on_mount(self) -> None:
        """Look for sticks first."""
        self._found = sticks()
        self.field.display = False
        super().on_mount()

    def blocks(self) -> list[Block]:
        """What came of it, or the sticks to choose from."""
        _ = self.lang.gettext
        self.field.placeholder = _("Type the folder, then Enter")
        if self._busy:
            return [Words(say(_("Writing. Please leave the stick in."), MARK))]
        rows = [Row(f"{at}", say(str(one)), at) for at, one in enumerate(self._found, 1)]
        told = [Words(say(_("Choose the stick:") if rows else _("No stick is found. Put one in.")))]
        if isinstance(self._outcome, Handed) and not rows:
            # It may be out by now, or it was a folder.
            told = []
        again = Row(AGAIN, say(_("Look for sticks again")), len(rows) + 1, gap=1)
        folder = Row(FOLDER, say(_("Another folder")), len(rows) + 2)
        return [*self._told(), *told, *rows, again, folder, Fold()]

    def _told(self) -> list[Block]:
        lang, signs, outcome = self.lang, self.app.signs, self._outcome
        if isinstance(outcome, CekDuluError):
            sign = say(f"{signs.warning} ", WRONG)
            return [
                Words(say(lang.tell(outcome.what), WRONG), sign),
                Words(say(lang.tell(outcome.mend))),
            ]
        if not isinstance(outcome, Handed):
            return []
        told = self._written(outcome).format(n=outcome.sessions)
        where = say(str(outcome.path), QUIET)
        blocks: list[Block] = [
            Words(say(told, RIGHT), say(f"{signs.right} ", RIGHT)),
            Words(where, gap=0),
        ]
        if outcome.drive is not Drive.STICK:
            warning = say(f"{signs.warning} ", MARK)
            blocks.append(Words(say(lang.gettext(outcome.drive.value), MARK), warning))
        if outcome.broken:
            broken = lang.ngettext(
                "{n} session is damaged on this laptop and is not among them.",
                "{n} sessions are damaged on this laptop and are not among them.",
                outcome.broken,
            ).format(n=outcome.broken)
            blocks.append(Words(say(broken, MARK), say(f"{signs.warning} ", MARK), 0))
        return blocks

    def _written(self, handed: Handed) -> str:
        """That it is there, and that the stick may be taken out where it is one."""
        if handed.drive is not Drive.STICK:
            return self.lang.ngettext(
                "{n} session is written into this folder.",
                "{n} sessions are written into this folder.",
                handed.sessions,
            )
        return self.lang.ngettext(
            "{n} session is on the stick. The stick may be taken out now.",
            "{n} sessions are on the stick. The stick may be taken out now.",
            handed.sessions,
        )

    def label(self, action: Action) -> str:
        """Esc leads back to the summary."""
        return self.lang.gettext("Summary") if action is actions.LEAVE else super().label(action)

    def chosen(self, key: str) -> None:
        """Hand over to that stick, or look again."""
        if key == AGAIN:
            self._found = sticks()
            self.draw()
        elif key == FOLDER:
            self.field.display = True
            self.field.focus()
        else:
            self._hand_over(self._found[int(key) - 1])

    def action_leave(self) -> None:
        """Back; but not while it is writing."""
        if not self._still_writing():
            super().action_leave()

    def action_quit(self) -> None:
        """Leave the app; but not while it is writing."""
        if not self._still_writing():
            super().action_quit()

    def _still_writing(self) -> bool:
        """Is it writing? Then it says so."""
        if self._busy:
            self.foot.nudge(
                self.lang.gettext("Still writing. Please wait, and leave the stick in.")
            )
        return self._busy

    def action_down(self) -> None:
        """Out of the field, and down."""
        self.set_focus(None)
        super().action_down()

    def action_up(self) -> None:
        """Out of the field, and up."""
        self.set_focus(None)
        super().action_up()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand over to a folder that was typed."""
        if event.value.strip():
            self.set_focus(None)
            self._hand_over(_folder(event.value.strip()))

    def _hand_over(self, folder: Path) -> None:
        if self._busy:
            return
        self._busy = True
        self.draw(from_top=True)
        Thread(target=self._work, args=(self.app.journal, folder), daemon=True).start()

    def _work(self, journal: Journal, folder: Path) -> None:
        try:
            outcome: Outcome = handover(journal, folder)
        except Exception as error:  # noqa: BLE001 - our own fault is raised where the app can tell it
            outcome = error
        self.post_message(self.Done(outcome))

    def on_sticks_screen_done(self, message: Done) -> None:
        """Say what came of it. Raises what was our own fault."""
        if isinstance(message.outcome, Exception) and not isinstance(message.outcome, CekDuluError):
            raise message.outcome
        self._busy, self._outcome = False, message.outcome
        self._found = sticks()
        self.draw(from_top=True)


def _folder(typed: str) -> Path:
    """The folder that was typed; `~` is the home folder, where there is one of that name."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        return Path(typed)
