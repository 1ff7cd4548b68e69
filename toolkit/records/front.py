"""The shelf: a library that shows its front at once and is opened when somebody reaches for it.

On an old laptop a library takes a good part of a second to read and check. The home
screen needs only titles, so these are kept in the data folder under a fingerprint of every
file they came from. If anything has changed since, the front is made up at first of what
was kept of the same files and of the heads of the others, until the library is open.
Nothing else trusts any of it: whoever opens a lesson gets the library itself, read and
checked anew. Content is imported only when it is opened.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from toolkit.language import DEFAULT, interface_languages, language, own_name
from toolkit.records.fingerprint import Fingerprint, HeldFile, fingerprint

if TYPE_CHECKING:
    from toolkit.content.load import Loaded

FILE_NAME = "front.json"


@dataclass(frozen=True, slots=True)
class FrontLesson:
    """A lesson as the home screen names it.

    Title and about by language: those it is translated into, and always the default one,
    which stands in for the others.
    """

    id: str
    title: Mapping[str, str]
    about: Mapping[str, str]
    minutes: int
    order: int


@dataclass(frozen=True, slots=True)
class Front:
    """What the home screen tells of a library.

    `replaced` has, for each overlay, its name and by language the built-in facts and
    contacts that it replaces; `left_out` and `problems` are counts. `languages` are those to
    switch between, each with its own name.
    """

    lessons: tuple[FrontLesson, ...]
    replaced: tuple[tuple[str, Mapping[str, list[str]]], ...]
    left_out: int
    problems: int
    languages: tuple[tuple[str, str], ...]


class Shelf:
    """A library's front, and behind it the library, opened once and by one thread.

    A `front` that is given and not `sure` holds only until the library is open. `keep`
    then gets both, to remember them.
    """

    def __init__(
        self,
        front: Front | None,
        read: Callable[[], Loaded],
        *,
        sure: bool = True,
        keep: Callable[[Loaded, Front], None] | None = None,
    ) -> None:
        self._front = front
        self._sure = sure and front is not None
        self._read = read
        self._keep = keep
        self._loaded: Loaded | None = None
        self._lock = Lock()

    def open(self) -> Loaded:
        """The library itself; the first call reads it, others wait for that one."""
        with self._lock:
            if self._loaded is not None:
                return self._loaded
            loaded, front = self._read(), None
            if not self._sure:
                self._front = front = front_of(loaded)
                self._sure = True
            self._loaded = loaded
        if front is not None and self._keep is not None:
            self._keep(loaded, front)
        return loaded

    def renew(self, loaded: Loaded) -> None:
        """Put a library in its place that was read anew, and its front with it."""
        with self._lock:
            self._loaded, self._front, self._sure = loaded, None, False

    @property
    def front(self) -> Front:
        """The front as far as it is known by now; if nothing is, from the library itself."""
        return self._front or self.sure_front()

    def sure_front(self) -> Front:
        """The front as the library itself has it, which is opened if need be."""
        if self._sure and self._front is not None:
            return self._front
        loaded = self.open()
        if self._front is None:
            self._front, self._sure = front_of(loaded), True
        return self._front


def shelf(own: Path | None, as_of: date, data: Path) -> Shelf:
    """The built-in library, with `own` laid over it, judged at `as_of`.

    Raises WrongCall if `own` is no library. `data` is where the front is kept; a front
    that cannot be read or written costs time and nothing else.
    """
    from toolkit.content.builtin import builtin_root, must_be_library

    roots = [builtin_root()]
    if own is not None:
        must_be_library(own)
        roots.append(own)
    seen = fingerprint(roots, as_of)

    def read() -> Loaded:
        from toolkit.content.load import open_library

        return open_library(own, as_of)

    def keep(loaded: Loaded, front: Front) -> None:
        # What was saved while the library was read may be half in it.
        if fingerprint(roots, as_of) == seen:
            _keep(data / FILE_NAME, _Kept(seen.whole, seen.setting, front, _told(seen, loaded)))

    kept = _kept(data / FILE_NAME, seen.setting)
    if kept is not None and kept.whole == seen.whole:
        return Shelf(kept.front, read)
    return Shelf(_first_look(seen, kept), read, sure=False, keep=keep)


def front_of(loaded: Loaded) -> Front:
    """The front of an open library."""
    from toolkit.content.wording import is_untranslated, plain

    library = loaded.library
    spoken = {code: language(code) for code in library.languages}

    def told(text: Any) -> dict[str, str]:
        return {
            code: plain(text, lang, library)
            for code, lang in spoken.items()
            if code == DEFAULT or not is_untranslated(text, lang, library)
        }

    def names(ids: tuple[str, ...]) -> dict[str, list[str]]:
        contacts = library.contacts
        return {
            code: [plain(contacts[i].name, lang, library) if i in contacts else i for i in ids]
            for code, lang in spoken.items()
        }

    return Front(
        lessons=tuple(
            FrontLesson(one.id, told(one.title), told(one.about), one.minutes, one.order)
            for one in library.lessons.values()
        ),
        replaced=tuple(
            (over.name, names(over.facts + over.contacts))
            for over in library.overlays
            if over.facts + over.contacts
        ),
        left_out=len(loaded.left_out),
        problems=len(loaded.problems),
        languages=tuple((code, own_name(code)) for code in library.languages),
    )


@dataclass(frozen=True, slots=True)
class _Kept:
    """A front as it is kept, with the two parts of its fingerprint.

    `told` is the id of the lesson that a file tells, by a hash of what it holds; "" for a
    file that tells none, because it is no lesson or was left out.
    """

    whole: str
    setting: str
    front: Front
    told: Mapping[str, str]


def _told(seen: Fingerprint, loaded: Loaded) -> dict[str, str]:
    states = {state.name: state for state in loaded.files}
    told: dict[str, str] = {}
    taken: set[str] = set()
    for file in reversed(seen.lessons):
        records = states[file.name].records if file.name in states else ()
        ids = [one for section, one in records if section == "lessons"]
        if not ids or file.name in loaded.left_out:
            told.setdefault(file.held, "")
        elif ids[0] not in taken:
            # Of a built-in lesson that a trainer's own replaces there are no words here.
            taken.add(ids[0])
            told.setdefault(file.held, ids[0])
    return told


def _first_look(seen: Fingerprint, kept: _Kept | None) -> Front | None:
    """The front as far as it can be told without the library; None if it cannot.

    A lesson whose file has changed is told by its head. Whatever else there is to tell is
    taken from the last time: most often it is still so.
    """
    if kept is None and seen.translated:
        return None
    known = {lesson.id: lesson for lesson in kept.front.lessons} if kept else {}
    told = kept.told if kept else {}
    lessons: dict[tuple[str, bool], FrontLesson] = {}
    for file in seen.lessons:
        lesson = known.get(told[file.held]) if file.held in told else _by_head(file)
        if lesson is not None:
            lessons.setdefault((lesson.id, file.own), lesson)
    # The trainer's own come last, and so replace the built-in ones.
    shown = {id_: lesson for (id_, _own), lesson in lessons.items()}
    if not shown:
        return None
    in_order = tuple(sorted(shown.values(), key=lambda one: (one.order, one.id)))
    if kept is not None:
        return replace(kept.front, lessons=in_order)
    spoken = tuple((code, own_name(code)) for code in interface_languages())
    return Front(in_order, (), 0, 0, spoken)


def _by_head(file: HeldFile) -> FrontLesson | None:
    from toolkit.content.heads import head

    found = head(file.content() or b"")
    return FrontLesson(**found._asdict()) if found is not None else None


def _kept(path: Path, setting: str) -> _Kept | None:
    """The front that is kept for this setting, if it is one."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["setting"] != setting:
            return None
        front = kept["front"]
        lessons = tuple(FrontLesson(**lesson) for lesson in front["lessons"])
        replaced = tuple((name, names) for name, names in front["replaced"])
        languages = tuple((str(code), str(name)) for code, name in front["languages"])
        counts = int(front["left_out"]), int(front["problems"])
        told = {str(held): str(id_) for held, id_ in kept["told"].items()}
        return _Kept(
            str(kept["whole"]), setting, Front(lessons, replaced, *counts, languages), told
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _keep(path: Path, kept: _Kept) -> None:
    # Not made sure of on the disk: it is only a memory, and a damaged one is made anew.
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(asdict(kept)), encoding="utf-8")
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
