"""A lesson, quiz or chat file being previewed: what is shown of it, and what there is to mend.

While the file is broken the last good version is kept, as it was with all that belongs
to it. Knows nothing of Textual.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from toolkit.content.lesson import Lesson
from toolkit.content.library import Library
from toolkit.content.load import FileState, Loaded
from toolkit.content.place import Problem, Severity
from toolkit.content.quiz import Chat
from toolkit.content.text import Kind
from toolkit.content.wording import texts_of
from toolkit.records.journal import Journal
from toolkit.screen.drawing import Drawing, Order
from toolkit.screen.rehearsal import Rehearsal
from toolkit.session.chat import chats_of
from toolkit.session.run import Phase

FOLLOWS = "left-out"
"""The rule of a mistake that goes by itself once the file is mended that it names."""

_USES = {"facts": Kind.FACT, "contacts": Kind.CONTACT, "terms": Kind.TERM}


def can_be_previewed(file: FileState) -> bool:
    """Is it a lesson, a quiz or a chat, or meant to be one where that can no longer be read?"""
    sections = {section for section, _ in file.records}
    if sections:
        return bool(sections & {"lessons", "quizzes", "scenarios"})
    return Path(file.name).parent.name in ("lessons", "quizzes")


def lessons_with(file: FileState, library: Library) -> tuple[Lesson, ...]:
    """The lessons that show something that a file defines, in their words or their quiz's."""
    held = set(file.records)
    words = {(kind, one) for section, one in held if (kind := _USES.get(section))}

    def shows(lesson: Lesson) -> bool:
        named = {("contacts", one) for one in lesson.contacts}
        named |= {("sources", one) for one in lesson.sources}
        if held & named:
            return True
        texts = chain(texts_of(lesson), texts_of(library.quiz_of(lesson.id)))
        return any((run.kind, run.value) in words for text in texts for _, run in text.references())

    return tuple(lesson for lesson in library.lessons.values() if shows(lesson))


class Previewed:
    """What the screens of a preview show. `kept` is None until the file is good for the first time.

    `peeking` is whether somebody looks at the last good version of a file that is broken now.
    """

    def __init__(self, file: str, loaded: Loaded, journal: Journal) -> None:
        self.file = file
        self.loaded = loaded
        self.kept: Rehearsal | None = None
        self.peeking = False
        self.drawing: Drawing | None = None
        self._journal = journal
        self._lesson = ""
        self._whole: Library | None = None
        self.reread(loaded)

    def reread(self, loaded: Loaded) -> None:
        """The library was read anew: follow it, as far as the file is good."""
        self.loaded = loaded
        self._lesson = self._found() or self._lesson
        if self._found() and not self._out(self.files):
            self._whole = loaded.library
        self.settle()

    def settle(self) -> None:
        """Show the newest version that is good for the place where one is."""
        if self.broken:
            return
        self.peeking = False
        library = self.loaded.library
        if self.kept is None:
            self.kept = Rehearsal.of(self._lesson, library, self._journal)
            if chat := next(iter(self._chats_here()), ""):
                self.kept.play(chat)
            elif self._asks_first() and self.kept.run.questions:
                self.kept.ask(self.kept.run.questions[0])
        elif self.kept.library is not library:
            self.kept.fit(self._lesson, library)

    @property
    def broken(self) -> bool:
        """Is there something to mend before the place where one is can be shown as it is now?"""
        if not self._found():
            return True
        needed = {self.file, self._lesson_file()}
        if self.kept is not None and self.kept.run.phase is not Phase.READING:
            needed = self.files
        return self._out(needed)

    @property
    def gone(self) -> bool:
        """Is the file no longer there?"""
        return not any(state.name == self.file for state in self.loaded.files)

    @property
    def covered_by(self) -> str:
        """The file whose record of the same id takes this one's place, if that is why."""
        state = self._state(self.file)
        library = self.loaded.library
        places = []
        if self._out({self.file}):
            return ""
        for section, one in state.records if state else ():
            if section == "lessons" and one in library.lessons:
                places.append(library.lessons[one].at.file)
            if section == "quizzes" and one in library.quizzes:
                places.append(library.quizzes[one].at.file)
            if section == "scenarios" and one in library.scenarios:
                places.append(library.scenarios[one].at.file)
        return next((file for file in places if file != self.file), "")

    @property
    def has_good(self) -> bool:
        """Is there a good version of the place where one is?"""
        if self.kept is None:
            return False
        run = self.kept.run
        return run.phase is Phase.READING or bool(run.questions) or self._whole is not None

    @property
    def showing(self) -> bool:
        """Is a version of the lesson shown, rather than what there is to mend?"""
        return self.kept is not None and (self.peeking or not self.broken)

    def peek(self) -> None:
        """Look at the last good version, at the same place."""
        if self.kept is None:
            return
        self.peeking = True
        reading = self.kept.run.phase is Phase.READING
        if not reading and self._whole is not None and not self.kept.run.questions:
            self.kept.fit(self._lesson, self._whole)

    # What belongs to it, and what is wrong with that

    @property
    def files(self) -> set[str]:
        """The names of the files that make up the lesson: its own and its quiz's."""
        found = {self.file, self._lesson_file()}
        quiz = self.loaded.library.quiz_of(self._lesson)
        own = any(state.own for state in self.loaded.files if state.name in found)
        for state in self.loaded.files:
            # A quiz that cannot be read does not say whose it is; its id mostly does.
            if (("quizzes", self._lesson) in state.records and state.own == own) or (
                quiz is not None and state.name == quiz.at.file
            ):
                found.add(state.name)
        chats = chats_of(quiz, self.loaded.library)
        found |= {_chat_file(chat, self.loaded.library) for chat in chats}
        return found - {""}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in these files: errors first, the file's own before its companion's."""
        files = self.files
        found = [one for one in self.loaded.problems if one.place.file in files]
        if any(_is_cause(one) for one in found):
            # That the other file has to wait for this one goes without saying here.
            found = [one for one in found if one.rule != FOLLOWS]
        found.sort(
            key=lambda one: (one.severity is not Severity.ERROR, one.place.file != self.file)
        )
        return tuple(found)

    def order(self, lang: str) -> Order | None:
        """The leaflet of what is shown, to be drawn in a language."""
        if self.kept is None or self.broken:
            return None
        return Order(self.kept.library, self._lesson, lang)

    def redraw_leaflet(self, lang: str) -> None:
        """Draw the leaflet again, if one was asked for and the lesson is good."""
        order = self.order(lang)
        if self.drawing is not None and order is not None:
            self.drawing.want(order)

    def _found(self) -> str:
        """The id of the lesson that the file holds, or to which its quiz or its chat belongs."""
        library = self.loaded.library
        for lesson in library.lessons.values():
            if lesson.at.file == self.file:
                return lesson.id
        for quiz in library.quizzes.values():
            if quiz.at.file == self.file and quiz.lesson in library.lessons:
                return quiz.lesson
        for quiz in library.quizzes.values():
            for chat in chats_of(quiz, library):
                if _chat_file(chat, library) == self.file and quiz.lesson in library.lessons:
                    return quiz.lesson
        return ""

    def _chats_here(self) -> list[str]:
        """The questions of the lesson that are chats of this file."""
        library = self.loaded.library
        chats = chats_of(library.quiz_of(self._lesson), library)
        return [chat.id for chat in chats if _chat_file(chat, library) == self.file]

    def _asks_first(self) -> bool:
        return self._lesson_file() != self.file

    def _lesson_file(self) -> str:
        lesson = self.loaded.library.lessons.get(self._lesson)
        if lesson is not None:
            return lesson.at.file
        # Left out, it is told by what it set out to define.
        for state in reversed(self.loaded.files):
            if ("lessons", self._lesson) in state.records:
                return state.name
        return ""

    def _state(self, name: str) -> FileState | None:
        return next((one for one in self.loaded.files if one.name == name), None)

    def _out(self, files: set[str]) -> bool:
        return any(one in self.loaded.left_out for one in files)


def _chat_file(chat: Chat, library: Library) -> str:
    return library.scenarios[chat.scenario].at.file


def _is_cause(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR and problem.rule != FOLLOWS
