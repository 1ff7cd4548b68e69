"""What the hall asks the facilitator: a number, or one of a few ways. Opened over it, and closed again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from toolkit.language import N_
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.base import BaseScreen
from toolkit.screen.hall.words import page_title
from toolkit.screen.layout import Block, Fold, Row, Words
from toolkit.screen.prose import CARET, MARK, QUIET, RIGHT, STRONG, WRONG, Voice, joined, say
from toolkit.session.agenda import Part, Step
from toolkit.session.hall import MOST, Event, Hall, HeadsCounted, Replanned
from toolkit.session.plan import Shorter, left, shorter
from toolkit.session.report_words import PARTS

Happen = Callable[[Event], object]
"""Lets an event happen in the hall."""


class DialogScreen(BaseScreen, inherit_bindings=False):
    """Over the hall, with its keys: letters do nothing, function keys act as everywhere."""

    BINDINGS = bindings(*actions.IN_HALL, actions.DOWN, actions.UP, actions.LEAVE)

    def footed(self) -> list[Action]:
        """What belongs to the question, and the keys that must always be known."""
        always = (actions.HELP, actions.BLANK)
        own = [one for one in super().footed() if one not in actions.IN_HALL]
        return [*own, *always]

    def action_quit(self) -> None:
        """Leave, but as the hall does: it asks first if something would be lost."""
        self.app.pop_screen()
        below = self.app.screen
        assert isinstance(below, BaseScreen)
        below.action_quit()


class NumberScreen(DialogScreen):
    """Asks for a number; `suggested` stands there until one is typed, and Enter takes it."""

    BINDINGS = bindings(actions.ON, actions.DIGIT)

    def __init__(self, suggested: int) -> None:
        super().__init__()
        self._suggested = suggested
        self._typed = ""

    @property
    def number(self) -> int:
        """The number that Enter would take."""
        return int(self._typed) if self._typed else self._suggested

    def label(self, action: Action) -> str:
        """Enter takes the number."""
        return self.lang.gettext("Take it") if action is actions.ON else super().label(action)

    def field(self, words: str) -> Words:
        """The number as it stands, with `words` for what it counts."""
        return Words(joined(say(f" {self.number} ", CARET), f" {words}"), say("  "))

    def action_digit(self, key: str) -> None:
        """One more digit, or one less; what would be more than can be adds nothing."""
        typed = self._typed[:-1] if key == "backspace" else self._typed + key
        if not typed or int(typed) <= MOST:
            self._typed = typed.lstrip("0") or typed[-1:]
        self.draw()

    def action_on(self) -> None:
        """Take the number."""
        raise NotImplementedError


class HeadsScreen(NumberScreen):
    """How many people are here now?"""

    def __init__(self, heads: int, happen: Happen) -> None:
        super().__init__(heads)
        self._happen = happen

    def heading(self) -> str:
        """People in the room."""
        return self.lang.gettext("People in the room")

    def blocks(self) -> list[Block]:
        """The question and the number."""
        _ = self.lang.gettext
        ask = say(_("How many people are here now?"), STRONG)
        why = say(_("Type it. The last count of each question is worked out from it."), QUIET)
        people = self.lang.ngettext("person", "people", self.number)
        return [Words(ask), self.field(people), Words(why)]

    def action_on(self) -> None:
        """So many people are counted from now on."""
        if self.number < 1:
            self.foot.nudge(self.lang.gettext("At least one person."))
            return
        self.app.pop_screen()
        self._happen(HeadsCounted(self.number))


class MinutesScreen(NumberScreen):
    """How many minutes are left? Shows the plan for them, to be accepted or not."""

    def __init__(self, hall: Hall, elapsed: Callable[[], int], happen: Happen) -> None:
        """`elapsed` tells the seconds since the session was opened."""
        super().__init__(0)
        self._hall = hall
        self._elapsed = elapsed
        self._happen = happen

    def heading(self) -> str:
        """Time."""
        return self.lang.gettext("How many minutes are left?")

    @property
    def number(self) -> int:
        """The minutes that were typed, or those that the clock leaves, rounded up."""
        return super().number if self._typed else -(-self._seconds // 60)

    @property
    def _seconds(self) -> int:
        """The time that is left; what the clock says is not rounded."""
        if self._typed:
            return super().number * 60
        return left(self._hall, self._elapsed()) or 60

    @property
    def _plan(self) -> Shorter:
        return shorter(self._hall, self._seconds, self._elapsed())

    def label(self, action: Action) -> str:
        """Enter accepts the plan, Esc does not."""
        _ = self.lang.gettext
        if action is actions.ON:
            return _("Accept")
        return _("Keep as it is") if action is actions.LEAVE else super().label(action)

    def blocks(self) -> list[Block]:
        """The minutes, whether the plan fits them, what goes and what stays."""
        lang, plan = self.lang, self._plan
        _ = lang.gettext
        minutes = lang.ngettext("minute left", "minutes left", self.number)
        if not self._typed:
            minutes += " - " + _("as the clock says; type another number")
        blocks: list[Block] = [self.field(minutes), self._fits(plan)]
        for name, steps in (
            (_("Left out"), plan.dropped), (_("Comes back"), plan.back), (_("Stays"), plan.steps),
        ):  # fmt: skip
            if steps:
                told = say("; ").join(say(one) for one in grouped(steps, self.voice))
                blocks.append(Words(joined(say(f"{name}: ", MARK), told)))
        return blocks

    def _fits(self, plan: Shorter) -> Words:
        lang, signs = self.lang, self.app.signs
        floor = -(-plan.floor // 60)
        if plan.fits:
            told = lang.gettext(
                "It fits. The most important pages, the test after and the help lines stay."
            )
            return Words(say(told, RIGHT), say(f"{signs.right} ", RIGHT))
        over = max(floor - self.number, 1)
        told = lang.ngettext(
            "It does not fit: at least {floor} minutes are needed, {n} more. This is the shortest.",
            "It does not fit: at least {floor} minutes are needed, {n} more. This is the shortest.",
            over,
        ).format(floor=floor, n=over)
        return Words(say(told, WRONG), say(f"{signs.warning} ", WRONG))

    def action_on(self) -> None:
        """Go on with this plan."""
        plan, seconds = self._plan, self._seconds
        self.app.pop_screen()
        self._happen(Replanned(seconds, plan.steps))


def grouped(steps: tuple[Step, ...], voice: Voice) -> list[str]:
    """Steps in few words: pages by their titles, all else counted by its part."""
    told: list[str] = []
    for part in Part:
        same = [step for step in steps if step.part is part]
        if part is Part.LESSON:
            told += [f'"{page_title(step.lesson, step.subject, voice)}"' for step in same]
        elif part is not Part.SUMMARY and same:
            name = voice.lang.gettext(PARTS[part])
            told.append(f"{name} ({len(same)})" if same[0].subject else name)
    return told


@dataclass(frozen=True, slots=True)
class Way:
    """One of several ways to go on: what it is called, what choosing it does, and the key for it."""

    name: str
    go: Callable[[], object]
    key: str = ""
    gap: int = 1


class WaysScreen(DialogScreen):
    """A question with a few ways to go on. Esc changes nothing."""

    BINDINGS = bindings(actions.PICK, actions.NUMBER)

    def __init__(self, title: str, ask: str, ways: tuple[Way, ...]) -> None:
        """`title`, `ask` and the names of the ways are message ids."""
        super().__init__()
        self._title, self._ask, self._ways = title, ask, ways

    def heading(self) -> str:
        """What it is about."""
        return self.lang.gettext(self._title)

    def blocks(self) -> list[Block]:
        """The question and the ways."""
        _ = self.lang.gettext
        rows = [
            Row(str(at), say(_(way.name) + (f" ({way.key})" if way.key else "")), at, gap=way.gap)
            for at, way in enumerate(self._ways, 1)
        ]
        return [Words(say(_(self._ask), STRONG)), *rows, Fold()]

    def chosen(self, key: str) -> None:
        """Close, then go that way."""
        self.app.pop_screen()
        # After the screen below has drawn itself: what it says then is to stay.
        self.app.screen.call_later(self._ways[int(key) - 1].go)


def menu(
    end: Callable[[], object] | None,
    later: Callable[[], object],
    chat: Callable[[], object] | None,
    acting: tuple[tuple[Action, Callable[[], object]], ...],
) -> WaysScreen:
    """What Esc offers in the hall; `acting` are what has keys of its own, and is hard to guess.

    `end` and `chat` are None where there is nothing to end, and no chat to play.
    """
    ways = [Way(N_("Go on with the session"), lambda: None)]
    if end is not None:
        ways.append(Way(N_("End it now: the help lines, then the summary"), end))
    ways.append(Way(N_("Leave it for later; it stays open"), later))
    if chat is not None:
        ways.append(Way(N_("Play a made-up chat together"), chat))
    ways += [
        Way(IN_SHORT[action], act, action.shown, 0 if at else 1)
        for at, (action, act) in enumerate(acting)
    ]
    return WaysScreen(N_("The session"), N_("What now?"), tuple(ways))


IN_SHORT = {
    actions.TAKE_BACK: N_("Take the last step back"),
    actions.SKIP: N_("Leave this out"),
    actions.MINUTES: N_("How many minutes are left?"),
    actions.CONFUSED: N_("Mark: this confused people"),
    actions.HEADS: N_("People in the room"),
}
"""What the menu offers beside leaving and ending."""


def lose(yes: Callable[[], object]) -> WaysScreen:
    """Asks before something is left that the disk does not have."""
    return WaysScreen(
        N_("Not kept yet"),
        N_("The disk has not taken all of this session. Whoever leaves now loses what is missing."),
        (Way(N_("Stay, and try again"), lambda: None), Way(N_("Leave all the same"), yes)),
    )


def finish(yes: Callable[[], object]) -> WaysScreen:
    """Asks once before a session is over."""
    return WaysScreen(
        N_("Finish"),
        N_("Finish this session? After that nothing in it can be changed."),
        (Way(N_("Not yet"), lambda: None), Way(N_("Yes, finish and keep it"), yes)),
    )
