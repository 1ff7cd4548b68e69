"""The trainer's screen: every file of the library, how it fares, and the way to its preview."""

from __future__ import annotations

from toolkit.content.load import FileState, Loaded
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.base import AsideScreen, BaseScreen
from toolkit.screen.layout import TEN, Block, Row, Words
from toolkit.screen.previewed import can_be_previewed, lessons_with
from toolkit.screen.prose import MARK, QUIET, RIGHT, STRONG, WRONG, joined, say
from toolkit.screen.report import counted, report


class TrainerScreen(BaseScreen):
    """The files, a trainer's own first. Follows them while it is open."""

    BINDINGS = bindings(
        actions.PICK, actions.NUMBER, actions.SHEET_DOWN, actions.SHEET_UP, actions.LEAVE,
        actions.TRAINER,
    )  # fmt: skip

    lists_files = True

    def on_mount(self) -> None:
        """Follow the files."""
        self.app.follow()

    def on_unmount(self) -> None:
        """Nobody looks any more."""
        self.app.unfollow()

    def heading(self) -> str:
        """The files."""
        return self.lang.gettext("The files of the lessons")

    def blocks(self) -> list[Block]:
        """Own files, then the built-in ones."""
        _, loaded = self.lang.gettext, self.app.loaded
        own = [one for one in loaded.files if one.own]
        built_in = [one for one in loaded.files if not one.own]
        blocks: list[Block] = []
        if own:
            blocks += self._group(self._own_root(), own, 1)
        else:
            told = _("There are no files of your own yet. This begins a lesson:")
            blocks += [Words(say(told)), Words(say("cekdulu new lesson ID", STRONG), gap=0)]
        if built_in:
            blocks += self._group(_("Built in"), built_in, len(own) + 1)
        return blocks

    def _own_root(self) -> str:
        root = self.app.bench.root if self.app.bench is not None else None
        if root is None:
            return self.lang.gettext("Your own library")
        return self.lang.gettext("Your library: {folder}").format(folder=root)

    def _group(self, name: str, files: list[FileState], first: int) -> list[Block]:
        # The first nine only: a trainer's own are opened by one digit, however many there are.
        rows = [
            self._row(one, number if number < TEN else 0) for number, one in enumerate(files, first)
        ]
        return [Words(say(name, MARK), gap=2), *rows]

    def _row(self, file: FileState, number: int) -> Row:
        signs, _ = self.app.signs, self.lang.gettext
        state = counted(file.errors, file.warnings, self.lang) or _("in order")
        if file.errors:
            sign = say(signs.wrong, WRONG)
        else:
            sign = say(signs.warning, MARK) if file.warnings else say(signs.right, RIGHT)
        content = joined(say(self.app.inside(file.name), STRONG), " - ", say(state))
        return Row(file.name, content, number, sign)

    def where(self) -> str:
        """How many files there are, and what there is to mend in all of them."""
        lang, loaded = self.lang, self.app.loaded
        many = len(loaded.files)
        files = lang.ngettext("{n} file", "{n} files", many).format(n=many)
        errors = len(loaded.errors)
        found = counted(errors, len(loaded.problems) - errors, lang) or lang.gettext("in order")
        return f"{files}: {found}"

    def label(self, action: Action) -> str:
        """Choosing opens; Esc leads home."""
        return self.lang.gettext("Open") if action is actions.PICK else super().label(action)

    def possible(self, action: str) -> bool:
        """Opened by `preview` there is no screen below to go back to."""
        return action not in ("leave", "trainer") or self.app.screen_stack[0] is not self

    def chosen(self, key: str) -> None:
        """Preview a lesson or quiz; of another file show what there is to mend."""
        state = _named(self.app.loaded, key)
        if state is not None and can_be_previewed(state):
            self.app.preview(key)
        else:
            self.app.push_screen(FileScreen(key))

    def action_trainer(self) -> None:
        """The key that opened it closes it."""
        self.action_leave()


class FileScreen(AsideScreen):
    """A file that is no lesson: what there is to mend, and the lessons that show some of it."""

    BINDINGS = bindings(actions.PICK, actions.NUMBER)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._file = name

    def heading(self) -> str:
        """The file."""
        return self.app.inside(self._file)

    def blocks(self) -> list[Block]:
        """Its problems, then the lessons to look at."""
        _, loaded = self.lang.gettext, self.app.loaded
        state = _named(loaded, self._file)
        if state is None:
            told = _("This file is not there now. It is shown as soon as it is there again.")
            return [Words(say(told))]
        problems = [one for one in loaded.problems if one.place.file == self._file]
        blocks = report(problems, self.lang)
        if not problems:
            blocks = [Words(say(_("This file is in order."), RIGHT))]
        lessons = lessons_with(state, loaded.library)
        if lessons:
            blocks.append(Words(say(_("These lessons show some of it:"), QUIET), gap=2))
        for number, lesson in enumerate(lessons, 1):
            blocks.append(Row(lesson.at.file, self.prose(lesson.title), number))
        return blocks

    def label(self, action: Action) -> str:
        """What Esc leads to, and choosing."""
        _ = self.lang.gettext
        if action is actions.LEAVE:
            return _("Files")
        return _("Open") if action is actions.PICK else super().label(action)

    def possible(self, action: str) -> bool:
        """There may be no lesson to choose."""
        return action not in ("pick", "number") or bool(self.sheet.caret)

    def chosen(self, key: str) -> None:
        """Preview a lesson."""
        self.app.preview(key)


def _named(loaded: Loaded, name: str) -> FileState | None:
    return next((one for one in loaded.files if one.name == name), None)
