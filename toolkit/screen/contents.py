"""Contents of a lesson being previewed: straight to a page, a question, or the end."""

from __future__ import annotations

from toolkit.content.reviewing import review_words
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.base import AsideScreen
from toolkit.screen.layout import Block, Row, Words
from toolkit.screen.previewed import Previewed
from toolkit.screen.prose import MARK, QUIET, Voice, say
from toolkit.session.remembering import offered, to_remember
from toolkit.session.run import Phase, start

PAGE, QUESTION, CHAT, END, LATER = "/page ", "/question ", "/chat ", "/end", "/later"


class ContentsScreen(AsideScreen):
    """Every page by its title and every question by its words."""

    BINDINGS = bindings(actions.PICK, actions.NUMBER, actions.CONTENTS)

    def __init__(self, previewed: Previewed) -> None:
        super().__init__()
        self._previewed = previewed

        self._opened = False

    def draw(self, caret: str | None = None, from_top: bool = False) -> None:
        """Point at first at the place where one is."""
        if self._opened:
            super().draw(caret, from_top)
        else:
            self._opened = True
            super().draw(self._here())

    def _here(self) -> str:
        kept = self._previewed.kept
        assert kept is not None
        match kept.run.phase:
            case Phase.READING:
                return f"{PAGE}{kept.run.page}"
            case Phase.CHATTING:
                return f"{CHAT}{kept.run.chats[0]}"
            case Phase.DONE:
                return END
        return f"{QUESTION}{kept.run.queue[0]}"

    def heading(self) -> str:
        """Contents."""
        return self.lang.gettext("Contents")

    def blocks(self) -> list[Block]:
        """Pages, then questions, then chats, the end, and last what is kept for a month later."""
        _, kept = self.lang.gettext, self._previewed.kept
        assert kept is not None
        voice = Voice(self.lang, kept.library, self.app.signs, self.foreign)
        lesson = kept.library.lessons[kept.run.lesson]
        blocks: list[Block] = [Words(say(voice.plain(lesson.title), MARK))]
        for at, page in enumerate(lesson.pages):
            told = _("Page {at}: {title}").format(at=at + 1, title=voice.plain(page.title))
            blocks.append(Row(f"{PAGE}{at}", say(told), at + 1))
        for at, one in enumerate(kept.run.questions, 1):
            asked = voice.plain(kept.library.questions[one].ask)
            told = _("Question {at}: {words}").format(at=at, words=asked)
            blocks.append(Row(f"{QUESTION}{one}", say(told), gap=int(at == 1)))
        for at, one in enumerate(self._chats()):
            told = _("Chat: {words}").format(words=voice.plain(kept.library.questions[one].ask))
            blocks.append(Row(f"{CHAT}{one}", say(told), gap=int(at == 0)))
        read = say(review_words([lesson], kept.library.as_of, self.lang), QUIET)
        blocks += [Row(END, say(_("End of the lesson")), gap=1), Words(read)]
        if many := len(to_remember(lesson.id, kept.library)):
            blocks.append(Row(LATER, say(offered(many, self.lang), QUIET), gap=1))
        return blocks

    def _chats(self) -> tuple[str, ...]:
        kept = self._previewed.kept
        assert kept is not None
        return start(kept.run.lesson, "", kept.library).chats

    def chosen(self, key: str) -> None:
        """Go there."""
        kept = self._previewed.kept
        assert kept is not None
        if key.startswith(PAGE):
            kept.turn_to(int(key.removeprefix(PAGE)))
        elif key.startswith(QUESTION):
            kept.ask(key.removeprefix(QUESTION))
        elif key.startswith(CHAT):
            kept.play(key.removeprefix(CHAT))
        elif key == LATER:
            kept.ask(to_remember(kept.run.lesson, kept.library)[0])
        else:
            kept.end()
        self._previewed.settle()
        self.app.pop_screen()

    def label(self, action: Action) -> str:
        """Choosing opens."""
        return self.lang.gettext("Open") if action is actions.PICK else super().label(action)

    def footed(self) -> list[Action]:
        """Without the key that Esc stands for."""
        return [action for action in super().footed() if action is not actions.CONTENTS]

    def action_contents(self) -> None:
        """The key that opened it closes it."""
        self.action_leave()
