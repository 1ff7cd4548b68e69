"""Events of a run as one line of JSON each, and back. Knows the event types only."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from toolkit.session.run import (
    Answered,
    Continued,
    Event,
    PagesOpened,
    QuizOpened,
    Started,
    Turned,
)

_KINDS: dict[str, type[Event]] = {
    "started": Started,
    "turned": Turned,
    "quiz-opened": QuizOpened,
    "pages-opened": PagesOpened,
    "answered": Answered,
    "continued": Continued,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def written(event: Event) -> str:
    """The event as a line of JSON."""
    return json.dumps({"event": _NAMES[type(event)], **asdict(event)}, ensure_ascii=False)


def read(line: str) -> Event:
    """The event of a line. Raises ValueError for a line that is none of ours."""
    try:
        values = json.loads(line)
        kind = _KINDS[values.pop("event")]
        wanted = {field.name: field.type for field in fields(kind)}
        if set(values) != set(wanted):
            raise ValueError(line)
        read: dict[str, Any] = {name: _value(values[name], wanted[name]) for name in wanted}
        return kind(**read)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(line) from error


def _value(value: object, wanted: object) -> object:
    """A field's value, of exactly the type that the event declares."""
    if wanted == "int" and type(value) is int:
        return value
    if wanted == "str" and isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise ValueError(value)
