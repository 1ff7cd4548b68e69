"""Every translatable text of a library by its context: a path of ids that outlives any mending.

`lesson/recruitment/pages/bait-jobs/title` stays the same whatever the title becomes and
wherever the page moves. Texts in a list without ids have a number: `…/show/2`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from toolkit.content.library import Library
from toolkit.content.text import Text, written
from toolkit.language import DEFAULT

KINDS = {
    "lessons": "lesson",
    "quizzes": "quiz",
    "offers": "offer",
    "scenarios": "scenario",
    "facts": "fact",
    "contacts": "contact",
    "terms": "term",
    "sources": "source",
    "products": "product",
    "plans": "plan",
}
"""The sections of a library that hold texts, and how a context names a record of each."""

_KEYS = {"stances": "options", "value": "text"}
"""What a trainer calls a field of the model, where that differs."""

Change = Callable[[str, Text], Text]
"""What becomes of the text in a context."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A text to translate: its context, and the section and id of its record."""

    context: str
    section: str
    record: str
    text: Text

    @property
    def list_of(self) -> str:
        """The list it stands in, "" if it is no entry of a list without ids."""
        path, _, last = self.context.rpartition("/")
        return path if last.isdecimal() else ""


def source(text: Text) -> str:
    """The words to translate: those of the default language, else of the first there is."""
    runs = text.runs.get(DEFAULT) or next(iter(text.runs.values()))
    return written(runs)


def source_language(text: Text) -> str:
    """The language of these words."""
    return DEFAULT if DEFAULT in text.runs else next(iter(text.runs))


def units(library: Library) -> Iterator[Unit]:
    """Every text of a library, in the order in which people meet them."""
    for section, kind in KINDS.items():
        for id, record in getattr(library, section).items():
            found: dict[str, Text] = {}
            _walk(record, f"{kind}/{id}", _distinct(found.setdefault))
            yield from (Unit(context, section, id, text) for context, text in found.items())


def changed(library: Library, change: Change) -> Library:
    """The library with every text as `change` returns it."""
    sections: dict[str, Any] = {}
    for section, kind in KINDS.items():
        sections[section] = MappingProxyType(
            {
                id: _walk(record, f"{kind}/{id}", _distinct(change))
                for id, record in getattr(library, section).items()
            }
        )
    questions = {one.id: one for quiz in sections["quizzes"].values() for one in quiz.questions}
    return replace(library, questions=MappingProxyType(questions), **sections)


def _distinct(change: Change) -> Change:
    """Tells contexts of one record apart that would be the same: the second is `…~2`."""
    seen: Counter[str] = Counter()

    def once(context: str, text: Text) -> Text:
        seen[context] += 1
        return change(context if seen[context] == 1 else f"{context}~{seen[context]}", text)

    return once


def _walk(value: Any, path: str, change: Change) -> Any:
    """`value` with its texts changed; the very same object where none was."""
    if isinstance(value, Text):
        return change(path, value)
    if isinstance(value, tuple):
        parts = [_walk(part, f"{path}/{_name(part, n)}", change) for n, part in enumerate(value, 1)]
        same = all(new is old for new, old in zip(parts, value, strict=True))
        return value if same else tuple(parts)
    fields = getattr(value, "__dataclass_fields__", {})
    new = {}
    for name in fields:
        old = getattr(value, name)
        if name != "at" and (isinstance(old, Text | tuple) or hasattr(old, "__dataclass_fields__")):
            made = _walk(old, f"{path}/{_KEYS.get(name, name)}", change)
            if made is not old:
                new[name] = made
    return replace(value, **new) if new else value


def _name(part: Any, number: int) -> str:
    """How an entry of a list is named: by its id, its page, what it is about, or its number."""
    if isinstance(part, Text):
        return str(number)
    about = getattr(part, "about", ())
    return (
        getattr(part, "id", "")
        or getattr(part, "page", "")
        or "+".join(about if isinstance(about, tuple) else ())
        or str(number)
    )
