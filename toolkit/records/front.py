"""The shelf: a library that shows its front at once and is opened when somebody reaches for it.

On an old laptop a library takes a good part of a second to read and check. The home
screen needs only titles, so these are kept in the data folder under a fingerprint of
every file they came from. Nothing else trusts them: whoever opens a lesson gets the
library itself, read and checked anew. Content is imported only when it is opened.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from toolkit import VERSION
from toolkit.language import DEFAULT, interface_languages, language, own_name

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
    """A library's front, and behind it the library, opened once and by one thread."""

    def __init__(self, front: Front | None, read: Callable[[], Loaded]) -> None:
        self._given = front
        self._read = read
        self._loaded: Loaded | None = None
        self._lock = Lock()

    def open(self) -> Loaded:
        """The library itself; the first call reads it, others wait for that one."""
        with self._lock:
            if self._loaded is None:
                self._loaded = self._read()
            return self._loaded

    def renew(self, loaded: Loaded) -> None:
        """Put a library in its place that was read anew, and its front with it."""
        with self._lock:
            self._loaded, self._given = loaded, None
            self.__dict__.pop("front", None)

    @cached_property
    def front(self) -> Front:
        """The front: as kept, else from the library itself."""
        return self._given or front_of(self.open())


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
    key = _fingerprint(roots, as_of)

    def read() -> Loaded:
        from toolkit.content.load import open_library

        return open_library(own, as_of)

    kept = _kept(data / FILE_NAME, key)
    found = Shelf(kept, read)
    if kept is None:
        _keep(data / FILE_NAME, key, found.front)
    return found


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
            FrontLesson(one.id, told(one.title), told(one.about), one.minutes)
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


def _fingerprint(roots: list[Path], as_of: date) -> str:
    """A hash of every byte that a front depends on.

    Modification times are not trusted: sticks round them, copies keep them, and the
    clocks of offline laptops are wrong.
    """
    from toolkit.content.builtin import translation_files, yaml_files

    state = blake2b(f"{VERSION} {as_of} {interface_languages()}".encode(), digest_size=20)
    for root in roots:
        state.update(str(root.resolve()).encode("utf-8", "surrogateescape"))
        for path in (*yaml_files(root), *translation_files(root)):
            state.update(str(path.relative_to(root)).encode("utf-8", "surrogateescape"))
            try:
                state.update(_content(path))
            except OSError as error:
                state.update(str(error.errno).encode())
    return state.hexdigest()


def _content(path: Path) -> bytes:
    """A hash of a file, as far as a library reads it."""
    from toolkit.content.builtin import LARGEST_TRANSLATION

    if not path.is_file():
        return b"-"
    with path.open("rb") as file:
        return blake2b(file.read(LARGEST_TRANSLATION + 1)).digest()


def _kept(path: Path, key: str) -> Front | None:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["key"] != key:
            return None
        front = kept["front"]
        lessons = tuple(FrontLesson(**lesson) for lesson in front["lessons"])
        replaced = tuple((name, names) for name, names in front["replaced"])
        languages = tuple((str(code), str(name)) for code, name in front["languages"])
        counts = int(front["left_out"]), int(front["problems"])
        return Front(lessons, replaced, *counts, languages)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(path: Path, key: str, front: Front) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        words = json.dumps({"key": key, "front": asdict(front)}, ensure_ascii=False)
        draft.write_text(words, encoding="utf-8")
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
