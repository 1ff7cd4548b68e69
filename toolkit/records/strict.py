"""Plain records as JSON and back, strictly: only the declared fields, of exactly their types.

Knows frozen dataclasses made of texts, whole numbers, truth values, enumerations, tuples,
mappings by text, other such dataclasses, and None where it is declared.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Reader = Callable[[Any], Any]


def plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if is_dataclass(value):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in value.items()}
    return value


def line(name: str, record: Any) -> str:
    """A record as one line of JSON, beginning with what it is.

    Nothing but ASCII, so that no letter of any text is a problem to any disk.
    """
    return json.dumps({"event": name, **plain(record)}, separators=(",", ":"))


def record(written: str, kinds: Mapping[str, type]) -> Any:
    """The record of a line, one of `kinds`. Raises ValueError for a line that is none of them."""
    try:
        values = json.loads(written)
        kind = kinds[values.pop("event")]
        return reader(kind)(values)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(written[:200]) from error


@cache
def reader(wanted: Any) -> Reader:
    """A function that makes a value of a declared type out of JSON's, or raises ValueError."""
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType) and NoneType in inner:
        (other,) = (one for one in inner if one is not NoneType)
        return _optional(reader(other))
    if origin is tuple:
        if inner[-1] is Ellipsis:
            return _row(reader(inner[0]))
        return _fixed(tuple(reader(one) for one in inner))
    if origin is not None and issubclass(origin, Mapping):
        return _by_name(reader(inner[1]))
    if isinstance(wanted, type) and is_dataclass(wanted):
        hints = get_type_hints(wanted)
        return _made(wanted, {one.name: reader(hints[one.name]) for one in fields(wanted)})
    if issubclass(wanted, Enum):
        return _one_of(wanted)
    return _exactly(wanted)


def _exactly(kind: type) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"{kind.__name__} expected")
        return value

    return read


def _one_of(kind: type[Enum]) -> Reader:
    text = _exactly(str)
    return lambda value: kind(text(value))


def _optional(some: Reader) -> Reader:
    return lambda value: None if value is None else some(value)


def _row(each: Reader) -> Reader:
    many = _exactly(list)
    return lambda value: tuple(each(one) for one in many(value))


def _fixed(places: tuple[Reader, ...]) -> Reader:
    many = _exactly(list)
    return lambda value: tuple(place(one) for place, one in zip(places, many(value), strict=True))


def _by_name(each: Reader) -> Reader:
    named = _exactly(dict)
    return lambda value: {name: each(one) for name, one in named(value).items()}


def _made(kind: type, places: dict[str, Reader]) -> Reader:
    named = _exactly(dict)
    # A field that has a value of its own may have come after the line was written.
    needed = {
        one.name
        for one in fields(kind)
        if one.default is MISSING and one.default_factory is MISSING
    }

    def read(value: Any) -> Any:
        given = named(value).keys()
        if not needed <= given <= places.keys():
            raise ValueError(f"{kind.__name__} has other fields")
        return kind(**{name: places[name](value[name]) for name in given})

    return read
