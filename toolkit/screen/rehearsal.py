"""A run that is only tried out: nothing of it is kept, and it follows the lesson as it changes.

Knows session and records; nothing of Textual.
"""

from __future__ import annotations

from dataclasses import replace

from toolkit.content.library import Library
from toolkit.records.journal import Journal
from toolkit.screen.played_run import PlayedRun
from toolkit.session.answers import judge
from toolkit.session.remembering import to_remember
from toolkit.session.run import Event, Phase, Run, after, options, question, start

SEED = "preview"
"""The same order of choices at each save, so that the eye finds its place again."""


class Rehearsal(PlayedRun):
    """A run of a lesson that may jump anywhere in it, and whose lesson may change under it."""

    rehearsed = True

    @classmethod
    def of(cls, lesson: str, library: Library, journal: Journal) -> Rehearsal:
        """A rehearsal at the first page. The journal is only passed on: nothing is written."""
        return cls(_fresh(lesson, library), None, journal, library)

    def happen(self, event: Event) -> None:
        """Change the state. Raises Impossible."""
        super().happen(event)
        self._waiting.clear()

    def turn_to(self, page: int) -> None:
        """Jump to a page, counted from 0; the questions begin anew."""
        self._begin_anew()
        self.run = replace(self.run, page=page)

    def ask(self, asked: str) -> None:
        """Jump to a question, to be answered from nothing, or once more."""
        at = self.run.questions.index(asked)
        self._begin_anew()
        run = self.run
        before = dict.fromkeys(run.questions[:at], True)
        self.run = replace(run, phase=Phase.ASKING, queue=run.questions[at:], first=before)

    def play(self, chat: str) -> None:
        """Jump to a chat, by its question."""
        self._begin_anew()
        run = self.run
        known = dict.fromkeys(run.questions, True)
        chats = run.chats[run.chats.index(chat) :]
        self.run = replace(run, phase=Phase.CHATTING, queue=(), first=known, chats=chats)

    def end(self) -> None:
        """Jump to the end of the lesson."""
        self._begin_anew()
        self.run = replace(
            self.run,
            phase=Phase.DONE,
            queue=(),
            chats=(),
            first=dict.fromkeys(self.run.questions, True),
        )

    def _begin_anew(self) -> None:
        page = self.run.page
        self.run = replace(_fresh(self.run.lesson, self._library), page=page)
        self._reopened, self.draft = False, None

    def fit(self, lesson: str, library: Library) -> None:
        """Go on in a library read anew: at the same page, the same question, the same answer."""
        before, draft = self.run, self._draft
        began = before.phase is not Phase.READING or self._reopened
        page = _same_page(before, self._library, lesson, library)
        run = replace(_fresh(lesson, library), page=page)
        if began:
            run = _same_question(before, run, library)
        self._library, self.run, self._draft = library, run, None
        if draft is not None and run.queue:
            asked = question(run, library)
            same = type(asked) is type(draft.question) and asked.id == draft.question.id
            if same and draft.ids == options(run, library):
                self._draft = replace(draft, question=asked)


def _fresh(lesson: str, library: Library) -> Run:
    """A run of everything that is ever asked: what is kept for a month later comes last."""
    started = start(lesson, SEED, library)
    asked = (*started.questions, *to_remember(lesson, library))
    return after(None, replace(started, questions=asked), library)


def _same_page(run: Run, old: Library, lesson: str, new: Library) -> int:
    """The page with the same id, else with the same number, else the last."""
    name = old.lessons[run.lesson].pages[run.page].id
    names = [page.id for page in new.lessons[lesson].pages]
    return names.index(name) if name in names else min(run.page, len(names) - 1)


def _same_question(before: Run, fresh: Run, library: Library) -> Run:
    """`fresh` where `before` was in the quiz: by the question's id, else by its number."""
    reading = before.phase is Phase.READING
    phase = before.paused if reading else before.phase
    if phase is Phase.CHATTING and before.chats[0] in fresh.chats:
        return _same_chat(before, fresh)
    asked = fresh.questions
    if not asked:
        return fresh
    if phase is Phase.DONE and before.questions:
        knew = {one: before.first.get(one, True) for one in asked}
        run = replace(fresh, phase=phase, queue=(), first=knew, chats=())
    elif before.queue and set(before.questions) == set(asked):
        run = replace(
            fresh, phase=phase, queue=before.queue, first=before.first, tries=before.tries
        )
    else:
        at = _number(before, asked)
        knew = dict.fromkeys(asked[:at], True)
        run = replace(fresh, phase=Phase.ASKING, queue=asked[at:], first=knew)
    if phase is Phase.ANSWERED:
        run = _same_answer(before, run, library)
    return replace(run, phase=Phase.READING, paused=run.phase) if reading else run


def _same_chat(before: Run, fresh: Run) -> Run:
    """The chat at the same reply; of a chat whose replies have changed, at its beginning."""
    return replace(
        fresh,
        phase=before.phase,
        paused=before.paused,
        queue=(),
        first=dict.fromkeys(fresh.questions, True),
        chats=fresh.chats[fresh.chats.index(before.chats[0]) :],
        talk=before.talk,
    )


def _number(before: Run, asked: tuple[str, ...]) -> int:
    if not before.queue:
        return 0
    now = before.queue[0]
    return asked.index(now) if now in asked else min(before.questions.index(now), len(asked) - 1)


def _same_answer(before: Run, run: Run, library: Library) -> Run:
    """The reply to the same answer, if the question still has it; else the question again."""
    now = question(run, library)
    try:
        right = judge(now, before.given).right if now.id == before.queue[0] else None
    except (ValueError, KeyError, IndexError):
        right = None
    if right is None:
        first = {one: knew for one, knew in run.first.items() if one != now.id}
        tries = {one: times for one, times in run.tries.items() if one != now.id}
        return replace(run, phase=Phase.ASKING, first=first, tries=tries, given=())
    return replace(
        run,
        phase=Phase.ANSWERED,
        given=before.given,
        first={**run.first, now.id: run.first.get(now.id, right)},
        tries={**run.tries, now.id: max(run.tries.get(now.id, 0), 1)},
    )
