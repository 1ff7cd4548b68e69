"""The preview: a lesson as the hall will see it, on the very screens of the hall.

A screen of the preview adds to the hall's what a trainer needs: what there is to mend, the
leaflet, a way straight to each page and question. Which screen is shown follows from
what is previewed; while its file is broken that is what there is to mend.
"""

from __future__ import annotations

from dataclasses import replace

from toolkit.content.quiz import Question
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.base import AsideScreen, BaseScreen
from toolkit.screen.chat import ChatScreen
from toolkit.screen.frame import Key
from toolkit.screen.layout import Block, Row, Words
from toolkit.screen.previewed import Previewed
from toolkit.screen.prose import MARK, say
from toolkit.screen.quiz import QuizScreen
from toolkit.screen.reading import ReadingScreen
from toolkit.screen.report import count, report
from toolkit.screen.result import HOME, REMEMBER, ResultScreen
from toolkit.screen.run_screen import RunScreen
from toolkit.session.answers import Judgement
from toolkit.session.remembering import to_remember
from toolkit.session.run import Event, Phase

AGAIN = "/again"


class PreviewScreen(BaseScreen):
    """What all screens of a preview share."""

    BINDINGS = bindings(actions.MISTAKES, actions.LEAFLET, actions.CONTENTS, actions.LEAVE)
    previewed: Previewed

    def draw(self, caret: str | None = None, from_top: bool = False) -> None:
        """Show what is previewed as it is now, on the screen that fits it."""
        wanted = screen_for(self.previewed)
        if type(self) is wanted:
            super().draw(caret, from_top)
        elif self.app.screen is self:
            self.app.switch_screen(wanted(self.previewed))

    def draw_top(self) -> None:
        """That this is a preview, of which version, and what there is to mend."""
        _, previewed = self.lang.gettext, self.previewed
        name = _("Last good version") if previewed.peeking else _("Preview")
        told = []
        if found := count(previewed.problems, self.lang, short=True):
            told.append(f"F6: {found}")
        if previewed.drawing is not None and previewed.drawing.trouble is not None:
            told.append("F7: " + _("not drawn"))
        self.top.show(self.heading(), name, "  ".join(told))

    def label(self, action: Action) -> str:
        """Esc leads to the files."""
        _ = self.lang.gettext
        return _("Files") if action is actions.LEAVE else super().label(action)

    def possible(self, action: str) -> bool:
        """Only what there is something to show for."""
        match action:
            case "mistakes":
                return self.previewed.peeking or bool(self.previewed.problems)
            case "leaflet":
                bench = self.app.bench
                return bench is not None and bench.leaflet is not None
            case "contents":
                return self.previewed.kept is not None
        return super().possible(action)

    def action_mistakes(self) -> None:
        """Show what there is to mend: over the page, or in place of the last good version."""
        if self.previewed.peeking:
            self.previewed.peeking = False
            self.draw()
        else:
            self.app.push_screen(MistakesScreen(self.previewed))

    def action_leaflet(self) -> None:
        """Draw the leaflet, and show what comes of it."""
        from toolkit.screen.leaflet import LeafletScreen

        self.app.draw_leaflet(self.previewed)
        self.app.push_screen(LeafletScreen(self.previewed))

    def action_contents(self) -> None:
        """Choose a page or a question to go to."""
        from toolkit.screen.contents import ContentsScreen

        self.app.push_screen(ContentsScreen(self.previewed))

    def action_leave(self) -> None:
        """Back to the files."""
        self.app.close_preview()


class _Rehearsed(PreviewScreen, RunScreen):
    """A screen of the hall in a preview."""

    def __init__(self, previewed: Previewed) -> None:
        assert previewed.kept is not None
        super().__init__(previewed.kept)
        self.previewed = previewed

    def happen(self, event: Event) -> None:
        """Let it happen, keep nothing of it, and show what follows."""
        self.kept.happen(event)
        self.previewed.settle()
        self.draw(from_top=True)

    def blocks(self) -> list[Block]:
        """What the hall sees; of a version that is not the newest this is said first."""
        seen = super().blocks()
        if not self.previewed.peeking:
            return seen
        told = self.lang.gettext(
            "This is the last good version. F6 shows what there is to mend in the newest one."
        )
        return [Words(say(told, MARK), say(self.app.signs.warning + " ", MARK)), *seen]

    def footed(self) -> list[Action]:
        """As in the hall; the trainer's keys stand in place of the help lines."""
        left_away = (actions.HELP_LINES, actions.MISTAKES)
        return [action for action in super().footed() if action not in left_away]

    def widest_foot(self) -> list[Key]:
        """As tall as in the hall: the page must have the same room."""
        lessons = self.lang.gettext("Lessons")
        ours = (actions.LEAFLET.name, actions.CONTENTS.name, actions.MISTAKES.name)
        return [
            replace(key, label=lessons) if key.action == actions.LEAVE.name else key
            for key in super().widest_foot()
            if key.action not in ours
        ]


class PreviewReading(_Rehearsed, ReadingScreen):
    """A page."""

    def action_remember(self) -> None:
        """The first of the questions for a month later."""
        assert self.previewed.kept is not None
        self.previewed.kept.ask(to_remember(self.state.lesson, self.library)[0])
        self.previewed.settle()
        self.draw(from_top=True)

    def label(self, action: Action) -> str:
        """From a page opened out of the quiz Esc leads back there, as in the hall."""
        if action is actions.LEAVE and self.kept.went_back:
            return ReadingScreen.label(self, action)
        return super().label(action)

    def action_leave(self) -> None:
        """Back to where one came from, as in the hall; else to the files."""
        if self.kept.went_back:
            ReadingScreen.action_leave(self)
        else:
            super().action_leave()


class PreviewQuiz(_Rehearsed, QuizScreen):
    """A question, or the reply; each other reply is one key away."""

    def ways_on(self, asked: Question, judged: Judgement) -> list[Block]:
        """The hall's ways on, and back to the same question."""
        rows = super().ways_on(asked, judged)
        told = self.lang.gettext("Preview: answer this question again")
        return [*rows, Row(AGAIN, say(told), len(rows) + 1)]

    def chosen(self, key: str) -> None:
        """As in the hall, or the same question once more."""
        if key == AGAIN and self.previewed.kept is not None:
            self.previewed.kept.ask(self.state.queue[0])
            self.draw(from_top=True)
        else:
            super().chosen(key)


class PreviewChat(_Rehearsed, ChatScreen):
    """A chat."""


class PreviewResult(_Rehearsed, ResultScreen):
    """The end of the lesson."""

    def chosen(self, key: str) -> None:
        """As in the hall; what leads home there leads to the files."""
        if key == HOME:
            self.action_leave()
        elif key == REMEMBER and self.previewed.kept is not None:
            self.previewed.kept.ask(to_remember(self.state.lesson, self.library)[0])
            self.previewed.settle()
            self.draw(from_top=True)
        else:
            super().chosen(key)


class PreviewReport(PreviewScreen):
    """What there is to mend, in the place of a lesson whose file is broken."""

    BINDINGS = bindings(actions.SHEET_DOWN, actions.SHEET_UP)

    def __init__(self, previewed: Previewed) -> None:
        super().__init__()
        self.previewed = previewed

    def heading(self) -> str:
        """The file."""
        return self.app.inside(self.previewed.file)

    def blocks(self) -> list[Block]:
        """The same report as `check` gives, or why there is none."""
        _, previewed = self.lang.gettext, self.previewed
        if previewed.gone:
            told = _("This file is not there now. It is shown as soon as it is there again.")
        elif previewed.covered_by:
            told = _("This file is in order, but {file} has the same id and takes its place.")
            told = told.format(file=previewed.covered_by)
        elif not previewed.problems:
            told = _("There is nothing in this file that could be shown.")
        else:
            return report(previewed.problems, self.lang)
        return [Words(say(told))]

    def where(self) -> str:
        """What happens when the file is mended."""
        return self.lang.gettext("Mend it and save: it comes back.")

    def label(self, action: Action) -> str:
        """F6 leads back to what could be shown last."""
        _ = self.lang.gettext
        return _("Last good version") if action is actions.MISTAKES else super().label(action)

    def possible(self, action: str) -> bool:
        """There is a last good version only if there was a good one."""
        if action == actions.MISTAKES.name:
            return self.previewed.has_good
        return action != actions.LEAFLET.name and super().possible(action)

    def action_mistakes(self) -> None:
        """The last good version."""
        self.previewed.peek()
        self.draw()


class MistakesScreen(AsideScreen):
    """What there is to mend in a lesson that can be shown all the same."""

    BINDINGS = bindings(actions.MISTAKES)

    def __init__(self, previewed: Previewed) -> None:
        super().__init__()
        self._previewed = previewed

    def heading(self) -> str:
        """What there is to mend."""
        return self.lang.gettext("What there is to mend")

    def blocks(self) -> list[Block]:
        """The same report as `check` gives."""
        found = self._previewed.problems
        if not found:
            return [Words(say(self.lang.gettext("All is in order now.")))]
        return report(found, self.lang)

    def where(self) -> str:
        """How much it is."""
        return count(self._previewed.problems, self.lang)

    def label(self, action: Action) -> str:
        """The key that opened it closes it; Esc stands in the foot for both."""
        return "" if action is actions.MISTAKES else super().label(action)

    def footed(self) -> list[Action]:
        """Without the key that Esc stands for."""
        return [action for action in super().footed() if action is not actions.MISTAKES]

    def action_mistakes(self) -> None:
        """Back to the page."""
        self.action_leave()


def screen_for(
    previewed: Previewed,
) -> type[PreviewReading | PreviewQuiz | PreviewChat | PreviewResult | PreviewReport]:
    """The screen that shows what is previewed as it is now."""
    if previewed.kept is None or not previewed.showing:
        return PreviewReport
    match previewed.kept.run.phase:
        case Phase.READING:
            return PreviewReading
        case Phase.ASKING | Phase.ANSWERED:
            return PreviewQuiz
        case Phase.CHATTING:
            return PreviewChat
        case Phase.DONE:
            return PreviewResult
