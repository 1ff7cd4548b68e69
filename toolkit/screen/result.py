"""The end of a lesson: what was known, what to read again, what to take home. No marks."""

from __future__ import annotations

from dataclasses import replace

from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.layout import Beside, Block, Fold, Row, Words
from toolkit.screen.prose import MARK, QUIET, STRONG, say
from toolkit.screen.run_screen import RunScreen
from toolkit.session.chat import chats_of
from toolkit.session.remembering import offered_early, remembers, to_remember
from toolkit.session.run import PagesOpened, outcome

HELP_LINES, HOME, REMEMBER, CHAT = "/help_lines", "/home", "/remember", "/chat "


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
        further = [*self._chats(), Row(HELP_LINES, say(worried)), Row(HOME, say(_("All lessons")))]
        many = len(to_remember(self.state.lesson, self.library))
        if many and not remembers(self.state, self.library):
            further.append(Row(REMEMBER, say(offered_early(many, lang), QUIET)))
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
            blocks.append(Words(say(self._by_now(result.total))))
        if result.again:
            blocks.append(Words(say(_("Worth reading again:"), MARK)))
        for number, at in enumerate(result.again, 1):
            title = self.plain(self.lesson.pages[at].title)
            row = _("Page {at}: {title}").format(at=at + 1, title=title)
            blocks.append(Row(f"/page {at}", say(row), number))
        return blocks

    def _by_now(self, total: int) -> str:
        """That all was answered rightly in the end; after a few questions not more than that."""
        lang = self.lang
        if not remembers(self.state, self.library):
            return lang.gettext("By now you know all of them.")
        return lang.ngettext(
            "By now this question is right.", "By now all {n} questions are right.", total
        ).format(n=lang.number(total))

    def _chats(self) -> list[Row]:
        """A row for each chat of the lesson; its title only where there are several."""
        _ = self.lang.gettext
        chats = chats_of(self.library.quiz_of(self.lesson.id), self.library)
        if len(chats) == 1:
            return [Row(f"{CHAT}{chats[0].id}", say(_("Play the chat")))]
        titles = [self.plain(self.library.scenarios[one.scenario].title) for one in chats]
        told = _("Play the chat: {title}")
        return [
            Row(f"{CHAT}{one.id}", say(told.format(title=title)))
            for one, title in zip(chats, titles, strict=True)
        ]

    def where(self) -> str:
        """The end; after a chat that was left out, that it is still there."""
        _ = self.lang.gettext
        if self.kept.passed and self._chats():
            return _("End of the lesson. The chat can still be played here.")
        return _("End of the lesson")

    def label(self, action: Action) -> str:
        """Esc leads home."""
        _ = self.lang.gettext
        return _("Lessons") if action is actions.LEAVE else super().label(action)

    def action_pick(self) -> None:
        """Choose the row at the caret; one that is out of sight is first brought into sight."""
        if not self.sheet.show_caret():
            super().action_pick()

    def chosen(self, key: str) -> None:
        """Open a page to read again, the help lines, or go home."""
        if key == HELP_LINES:
            self.action_help_lines()
        elif key == HOME:
            self.app.pop_screen()
        elif key == REMEMBER:
            self.app.remember(self.state.lesson)
        elif key.startswith(CHAT):
            self._play(key.removeprefix(CHAT))
        else:
            self.happen(PagesOpened(int(key.removeprefix("/page "))))

    def _play(self, asked: str) -> None:
        """Play a chat of the lesson, by its question; nothing of it is kept."""
        from toolkit.screen.chat_again import ChatAgainScreen

        chats = chats_of(self.library.quiz_of(self.lesson.id), self.library)
        for one in chats:
            if one.id == asked:
                self.app.push_screen(ChatAgainScreen(one))
