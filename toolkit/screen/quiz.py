"""The questions of a lesson, one screen for all of them and for the replies, updated in place."""

from __future__ import annotations

from toolkit.content.lesson import Page
from toolkit.content.quiz import Question
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.answered import marked, reply
from toolkit.screen.asking import DONE, asking
from toolkit.screen.frame import Key
from toolkit.screen.layout import Beside, Block, Fold, Row, Words
from toolkit.screen.prose import MARK, STRONG, say
from toolkit.screen.run_screen import RunScreen
from toolkit.session.answers import Judgement
from toolkit.session.run import (
    Answered,
    Continued,
    PagesOpened,
    Phase,
    judgement,
    options,
    question,
)

GO_ON, READ = "/go_on", "/read"


class QuizScreen(RunScreen):
    """A question, then the reply to its answer, then the next one."""

    BINDINGS = bindings(
        actions.NEXT, actions.PREVIOUS, actions.PICK, actions.NUMBER, actions.UNDO, actions.LEAVE
    )

    def blocks(self) -> list[Block]:
        """The question, or the reply."""
        again: list[Block] = []
        if self.state.repeating:
            sign = say(self.app.signs.warning + " ", MARK)
            told = self.lang.gettext("You missed this one before. Try it again.")
            again = [Words(say(told, MARK), sign)]
        if self._answered:
            return self._reply()
        return again + asking(self.kept.draft, self.voice)

    @property
    def _answered(self) -> bool:
        return self.state.phase is Phase.ANSWERED

    def _reply(self) -> list[Block]:
        asked = question(self.state, self.library)
        judged = judgement(self.state, self.library)
        ids = options(self.state, self.library)
        left = marked(asked, self.state.given, ids, self.voice)
        right = reply(asked, judged, self.voice)
        rows = self.ways_on(asked, judged)
        return [Beside(tuple(left), tuple(right), right_first=True), *rows, Fold()]

    def ways_on(self, asked: Question, judged: Judgement) -> list[Block]:
        """Where to go after the reply."""
        rows: list[Block] = [Row(GO_ON, say(self._what_next(), STRONG), 1, gap=1)]
        page = self._page_about(asked)
        if page is not None and not judged.right:
            told = self.lang.gettext("Read about it again: {page}")
            told = told.format(page=self.plain(page.title))
            rows.append(Row(READ, say(told), 2))
        return rows

    def _page_about(self, asked: Question) -> Page | None:
        """The page that the question names, else the first that teaches its objective."""
        named = [page for page in self.lesson.pages if page.id == asked.page]
        return next(iter((*named, *self.lesson.pages_for(asked.objective))), None)

    def _what_next(self) -> str:
        last = len(self.state.queue) == 1 and judgement(self.state, self.library).right
        _ = self.lang.gettext
        if last and self.state.chats:
            return _("To the chat")
        return _("See the result") if last else _("Next question")

    def where(self) -> str:
        """`Question 3 of 8`; when missed ones come back, how many are left."""
        state = self.state
        if state.repeating:
            left = len(state.queue)
            return self.lang.ngettext(
                "Once more: {n} question left", "Once more: {n} questions left", left
            ).format(n=left)
        of = len(state.questions)
        at = len(state.first) + (0 if self._answered else 1)
        told = self.lang.gettext("Question {at} of {of}").format(at=at, of=of)
        return f"{told}  {self.voice.bar(at, of)}"

    def label(self, action: Action) -> str:
        """Next gives the answer, or goes on after the reply."""
        _ = self.lang.gettext
        if action is actions.NEXT:
            return self._what_next() if self._answered else _("Done")
        if action is actions.PREVIOUS:
            return _("Pages")
        if action is actions.LEAVE:
            return _("Lessons")
        return super().label(action)

    def possible(self, action: str) -> bool:
        """Keys that do nothing now are not shown, except Next, which says why it cannot."""
        draft = None if self._answered else self.kept.draft
        if action == "undo":
            return draft is not None and not draft.at_once and bool(draft.filled)
        return True

    def footed(self) -> list[Action]:
        """Done is only shown for questions that need it."""
        found = super().footed()
        if not self._answered and self.kept.draft.at_once:
            found.remove(actions.NEXT)
        return found

    def widest_foot(self) -> list[Key]:
        """As while an answer is being put together."""
        done = self._key(actions.NEXT, self.lang.gettext("Done"))
        own = (actions.PREVIOUS, actions.PICK, actions.UNDO, actions.LEAVE)
        return [done, *(self._key(one) for one in (*own, *actions.EVERYWHERE) if one.label)]

    def chosen(self, key: str) -> None:
        """A choice, Done, or where to go after the reply."""
        if key in (DONE, GO_ON):
            self.action_next()
        elif key == READ:
            page = self._page_about(question(self.state, self.library))
            if page is not None:
                self.happen(PagesOpened(self.lesson.pages.index(page)))
        elif not self._answered:
            self.kept.draft = self.kept.draft.pick(key)
            if self.kept.draft.at_once:
                self._answer()
            else:
                self.draw(caret=DONE if self._complete() else key)

    def _complete(self) -> bool:
        return self.kept.draft.whole and self.kept.draft.ready

    def _answer(self) -> None:
        draft = self.kept.draft
        self.happen(Answered(draft.question.id, draft.answer()))

    def action_next(self) -> None:
        """Give the answer, or go on after the reply."""
        if self._answered:
            self.happen(Continued())
        elif self.kept.draft.ready and not self.kept.draft.at_once:
            self._answer()
        else:
            _ = self.lang.gettext
            whole = self.kept.draft.whole
            self.foot.nudge(
                _("Choose all of them first.") if whole else _("Choose an answer first.")
            )

    def action_undo(self) -> None:
        """Take the last pick back."""
        self.kept.draft = self.kept.draft.undo()
        self.draw()

    def action_previous(self) -> None:
        """Back to the pages; the question waits."""
        self.happen(PagesOpened(self.state.page))

    def action_leave(self) -> None:
        """Home; the run is kept."""
        self.app.pop_screen()
