"""The end of a lesson: what was known, what to read again, what to take home. No marks."""

from __future__ import annotations

from dataclasses import replace

from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.layout import Beside, Block, Fold, Row, Words
from toolkit.screen.prose import MARK, STRONG, say
from toolkit.screen.run_screen import RunScreen
from toolkit.session.remembering import offered, remembers, to_remember
from toolkit.session.run import PagesOpened, outcome

HELP_LINES, HOME, REMEMBER = "/help_lines", "/home", "/remember"


class ResultScreen(RunScreen):
    """The result of a finished run."""

    BINDINGS = bindings(
        actions.PICK, actions.NUMBER, actions.SHEET_DOWN, actions.SHEET_UP, actions.LEAVE
    )

    def blocks(self) -> list[Block]:
        """What was known and what to read again; beside it, what to remember."""
        lang, signs = self.lang, self.app.signs
        _ = lang.gettext
        take: list[Block] = [Words(say(_("Take this home with you"), MARK), gap=2)]
        bullet = say(f"{signs.bullet} ", STRONG)
        take += [Words(self.prose(line), bullet) for line in self.lesson.takeaways]
        worried = _("Worried about yourself or somebody else? Ask for help (F4)")
        further = [Row(HELP_LINES, say(worried)), Row(HOME, say(_("All lessons")))]
        many = len(to_remember(self.state.lesson, self.library))
        if many and not remembers(self.state, self.library):
            further.insert(0, Row(REMEMBER, say(offered(many, lang))))
        further[0] = replace(further[0], gap=2)
        return [Beside((*self._known(), Fold()), tuple(take)), *further]

    def _known(self) -> list[Block]:
        lang = self.lang
        _ = lang.gettext
        result = outcome(self.state, self.library)
        if not result.total:
            return [Words(say(_("You have read the whole lesson."), STRONG))]
        told = lang.ngettext(
            "You knew {right} of {total} at the first try.",
            "You knew {right} of {total} at the first try.",
            result.total,
        ).format(right=result.right, total=result.total)
        blocks: list[Block] = [Words(say(told, STRONG))]
        if result.right < result.total:
            blocks.append(Words(say(_("By now you know all of them."))))
        if result.again:
            blocks.append(Words(say(_("Worth reading again:"), MARK)))
        for number, at in enumerate(result.again, 1):
            title = self.plain(self.lesson.pages[at].title)
            row = _("Page {at}: {title}").format(at=at + 1, title=title)
            blocks.append(Row(f"/page {at}", say(row), number))
        return blocks

    def where(self) -> str:
        """The end."""
        return self.lang.gettext("End of the lesson")

    def label(self, action: Action) -> str:
        """Esc leads home."""
        _ = self.lang.gettext
        return _("Lessons") if action is actions.LEAVE else super().label(action)

    def chosen(self, key: str) -> None:
        """Open a page to read again, the help lines, or go home."""
        if key == HELP_LINES:
            self.action_help_lines()
        elif key == HOME:
            self.app.pop_screen()
        elif key == REMEMBER:
            self.app.remember(self.state.lesson)
        else:
            self.happen(PagesOpened(int(key.removeprefix("/page "))))
