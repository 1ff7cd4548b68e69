"""The pages of a lesson: few big lines, then the same in more words for who reads alone."""

from __future__ import annotations

from toolkit.content.lesson import Page
from toolkit.content.reviewing import review_words
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.frame import Key
from toolkit.screen.layout import Beside, Block, Fold, Words
from toolkit.screen.prose import MARK, QUIET, STRONG, Voice, say
from toolkit.screen.run_screen import RunScreen
from toolkit.session.remembering import offered_first
from toolkit.session.run import Phase, QuizOpened, Turned


def page_blocks(page: Page, voice: Voice) -> list[Block]:
    """A page: what is shown to everybody, and beside or below it the reading text."""
    _ = voice.lang.gettext
    bullet = say(f"{voice.signs.bullet} ", STRONG)
    shown: list[Block] = [Words(voice.prose(page.title, MARK))]
    shown += [Words(voice.prose(line), bullet) for line in page.show]
    more: list[Block] = [Words(say(_("In more words"), MARK), gap=2), Words(voice.prose(page.say))]
    if page.ask is not None:
        more += [Words(say(_("Think about it"), MARK), gap=2), Words(voice.prose(page.ask))]
    return [Beside((*shown, Fold()), tuple(more))]


class ReadingScreen(RunScreen):
    """One page at a time, updated in place."""

    BINDINGS = bindings(actions.NEXT_PAGE, actions.PREVIOUS, actions.REMEMBER, actions.LEAVE)

    def blocks(self) -> list[Block]:
        """The page: what is shown to everybody, then the reading text.

        On the first one what may be asked a month later; on the last one who has read it all.
        """
        blocks = page_blocks(self.lesson.pages[self.state.page], self.voice)
        if later := self._offer():
            told = f"{later} ({actions.REMEMBER.shown})"
            blocks.append(Words(say(told, QUIET), gap=2))
        if self._last():
            read = review_words([self.lesson], self.library.as_of, self.lang)
            blocks.append(Words(say(read, QUIET), gap=2))
        return blocks

    def where(self) -> str:
        """`Page 3 of 8`, and the same as a bar."""
        at, of = self.state.page + 1, len(self.lesson.pages)
        told = self.lang.gettext("Page {at} of {of}").format(at=at, of=of)
        return f"{told}  {self.voice.bar(at, of)}"

    def label(self, action: Action) -> str:
        """What comes next depends on the page; where Esc leads, on where one came from."""
        _ = self.lang.gettext
        if action is actions.NEXT_PAGE and self._last():
            if self.kept.went_back:
                return self._way_back()
            if self.state.quiz_phase is Phase.CHATTING:
                return _("To the chat")
            return _("To the questions") if self.state.queue else _("To the end")
        if action is actions.LEAVE:
            return self._way_back() if self.kept.went_back else _("Lessons")
        return super().label(action)

    def widest_foot(self) -> list[Key]:
        """As on the last page."""
        last = self._key(actions.NEXT_PAGE, self.lang.gettext("To the questions"))
        others = (actions.PREVIOUS, actions.LEAVE, *actions.EVERYWHERE)
        return [last, *(self._key(one) for one in others if one.label)]

    def _last(self) -> bool:
        return self.state.page == len(self.lesson.pages) - 1

    def _way_back(self) -> str:
        _ = self.lang.gettext
        if self.state.quiz_phase is Phase.CHATTING:
            return _("To the chat")
        done = self.state.quiz_phase is Phase.DONE
        return _("To the result") if done else _("To the questions")

    def possible(self, action: str) -> bool:
        """There is no page before the first; only there one may go to the questions for later."""
        if action == actions.REMEMBER.name:
            return bool(self._offer())
        return action != "previous" or self.state.page > 0

    def action_next(self) -> None:
        """The next page; after the last one the questions."""
        self.happen(QuizOpened() if self._last() else Turned(self.state.page + 1))

    def action_previous(self) -> None:
        """One page back."""
        self.happen(Turned(self.state.page - 1))

    def _offer(self) -> str:
        """What is kept for a month later, while the lesson is only opened."""
        return offered_first(self.state, self.library, self.lang)

    def action_remember(self) -> None:
        """Only what is kept for a month later."""
        self.app.remember(self.state.lesson)

    def action_leave(self) -> None:
        """Back to the questions or the result if one came from there, else home."""
        if self.kept.went_back:
            self.happen(QuizOpened())
        else:
            self.app.pop_screen()
