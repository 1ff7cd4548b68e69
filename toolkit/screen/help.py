"""The help: what the keys do, for the screen it was opened from. Made from the registry."""

from __future__ import annotations

from dataclasses import replace

from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.base import AsideScreen, BaseScreen
from toolkit.screen.layout import Beside, Block, Words
from toolkit.screen.prose import MARK, QUIET, STRONG, joined, say


class HelpScreen(AsideScreen):
    """Keys of the screen below, then the keys that act everywhere."""

    BINDINGS = bindings(actions.TRAINER)

    def possible(self, action: str) -> bool:
        """The trainer's screen opens once; a preview has its own use for the key."""
        return action != actions.TRAINER.name or not self.app.at_trainers_desk

    def action_trainer(self) -> None:
        """The trainer's screen in place of the help."""
        self.app.open_trainer()

    def heading(self) -> str:
        """Help."""
        return self.lang.gettext("Help")

    def blocks(self) -> list[Block]:
        """Two lists of keys, and how the mouse and the size of the letters work."""
        _ = self.lang.gettext
        names = {one.name for one in actions.EVERYWHERE}
        here = [one for one in self._below() if one.name not in names]
        left: list[Block] = [Words(say(_("On the screen you came from"), MARK))]
        left += [self._line(action) for action in here]
        right: list[Block] = [Words(say(_("Everywhere"), MARK), gap=2)]
        right += [self._line(action) for action in self._everywhere()]
        tips = [
            _("A mouse click on a line or on a key at the bottom does the same as the key."),
            _("Are the letters too small? Hold Ctrl and press + until you can read them well."),
            *map(self.lang.tell, self.app.good_to_know),
        ]
        bullet = say(f"{self.app.signs.bullet} ", STRONG)
        right.append(Words(say(_("Good to know"), MARK), gap=2))
        right += [Words(say(tip), bullet, gap=0) for tip in tips]
        if actions.TRAINER not in here and self.check_action(actions.TRAINER.name, ()):
            right.append(replace(self._line(actions.TRAINER), gap=1))
        return [Beside(tuple(left), tuple(right))]

    def _everywhere(self) -> list[Action]:
        """The keys that act everywhere, as they are on the screen below."""
        there = {one.name: one for one in self._below()}
        here = [one for one in actions.EVERYWHERE if self.app.allows(one.name)]
        return [there.get(one.name, one) for one in here]

    def _below(self) -> list[Action]:
        """What acts on the screen under this one."""
        below = self.app.screen_stack[-2]
        return below.acting() if isinstance(below, BaseScreen) else []

    def _line(self, action: Action) -> Words:
        first = joined(say(f"{self.lang.gettext(action.shown):<12}", STRONG), " ")
        words = say(self.lang.gettext(action.help))
        if action.also:
            also = self.lang.gettext("(also: {keys})").format(keys=self.lang.gettext(action.also))
            words = joined(words, " ", say(also, QUIET))
        return Words(words, first, gap=0)
