"""What a lesson's file says of itself before its first page, for those who only need that.

The home screen is painted from heads while the library is still being read. A head is
checked by nobody: what looks odd in any way has none, and the library has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from toolkit.language import DEFAULT, LANGUAGES

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LESSON = re.compile(rb"(?:\A(?:\xef\xbb\xbf)?|\n)lesson:")
_PAGES = b"\npages:"
_ORDER = b"\norder:"
_ORDER_ELSE = "100"
_ID = re.compile(r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*")
_NUMBER = re.compile(r"[1-9]\d{0,2}", re.ASCII)
_FORMS = re.compile(r"\*\*|[{}]|(?:fact|contact|term):")
"""What only an open library can put into words."""
_DEEPEST = 6


class Head(NamedTuple):
    """What the home screen tells of a lesson. Title and about by language, the default one always."""

    id: str
    order: int
    title: dict[str, str]
    about: dict[str, str]
    minutes: int


class _OddHead(Exception):
    """Nothing to be shown before it has been checked."""


def head(raw: bytes) -> Head | None:
    """The head in a file's bytes; None for what is no lesson, or not plainly one. Never raises."""
    if not _LESSON.search(raw):
        return None
    try:
        return _head(_top(_text(_upper(raw))))
    except (yaml.YAMLError, ValueError, _OddHead):
        return None


def _upper(raw: bytes) -> bytes:
    """What stands above the pages, a tenth of a file, unless the order is told below them."""
    end = raw.find(_PAGES) + 1
    return raw[:end] if end and _ORDER not in raw[end - 1 :] else raw


def _text(raw: bytes) -> str:
    text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    if not _seen(text):
        raise _OddHead
    return text


def _seen(text: str) -> bool:
    """Can all of it be seen? What cannot may command a terminal, or turn words around."""
    return text.replace("\n", "").isprintable()


def _head(top: Any) -> Head:
    if not isinstance(top, dict) or "quiz" in top or "scenario" in top:
        raise _OddHead
    return Head(
        _matched(_ID, top.get("lesson")),
        int(_matched(_NUMBER, top.get("order", _ORDER_ELSE))),
        _words(top.get("title")),
        _words(top.get("about")),
        sum(map(_minutes, _listed(top.get("objectives")))),
    )


def _minutes(objective: Any) -> int:
    if not isinstance(objective, dict):
        raise _OddHead
    return int(_matched(_NUMBER, objective.get("minutes")))


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _OddHead
    return value


def _matched(pattern: re.Pattern[str], value: Any) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise _OddHead
    return value


def _words(value: Any) -> dict[str, str]:
    told = value if isinstance(value, dict) else {DEFAULT: value}
    if DEFAULT not in told or not set(LANGUAGES).issuperset(told):
        raise _OddHead
    return {code: _plain(words) for code, words in told.items()}


def _plain(words: Any) -> str:
    if not isinstance(words, str) or _FORMS.search(words) or not _seen(words):
        raise _OddHead
    # Without a letter it is a place that has not been filled in yet.
    if not any(map(str.isalpha, words)):
        raise _OddHead
    return words.strip()


def _top(text: str) -> Any:
    """The first document of a text: strings, lists and dicts. Raises YAMLError or _OddHead."""
    loader = _LOADER(text)
    try:
        following = loader.get_event
        while not isinstance(event := following(), yaml.NodeEvent | yaml.StreamEndEvent):
            pass
        return _value(event, following, _DEEPEST)
    finally:
        loader.dispose()


def _value(event: Any, following: Callable[[], Any], depth: int) -> Any:
    # An alias has an anchor too, and the end of the file has none of its own.
    if not depth or getattr(event, "anchor", "") is not None or event.tag is not None:
        raise _OddHead
    if isinstance(event, yaml.ScalarEvent):
        return event.value
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(event := following(), yaml.SequenceEndEvent):
            items.append(_value(event, following, depth - 1))
        return items
    entries: dict[str, Any] = {}
    while not isinstance(event := following(), yaml.MappingEndEvent):
        key = _value(event, following, 1)
        if not isinstance(key, str) or key in entries:
            raise _OddHead
        entries[key] = _value(following(), following, depth - 1)
    return entries
