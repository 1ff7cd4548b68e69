"""`dataclass`, `field` and `replace` as in the standard library, without what they cost at every start.

The standard ones compile six methods for each class, each by itself, and bring `inspect`: for
the records of a library that took longer than to check a lesson. These look and behave the same
as far as we use them, for type checkers they are the same, and `dataclasses.replace`, `fields`
and `asdict` take them; but methods that do the same in every class are written here once, and a
constructor is compiled when the first object is made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, cast

__all__ = ["annotations_of", "dataclass", "field", "replace"]


class _Missing:
    """Stands where no default is given."""


_MISSING = _Missing()


class _Field(NamedTuple):
    """What is known of a field, in the words of `dataclasses.field`."""

    type: Any = None
    default: Any = _MISSING
    default_factory: Any = _MISSING
    init: bool = True
    repr: bool = True
    compare: bool = True
    kw_only: bool = False

    @property
    def optional(self) -> bool:
        """May it be left out when an object is made?"""
        return self.default is not _MISSING or self.default_factory is not _MISSING


def _replaced(one: Any, /, **new: Any) -> Any:
    kept = {n: getattr(one, n) for n, known in one.__fields__.items() if known.init}
    return one.__class__(**kept | new)


def _field(**given: Any) -> Any:
    return _Field(**given)


def _dataclass(
    cls: Any = None,
    /,
    *,
    frozen: bool = False,
    slots: bool = False,
    eq: bool = True,
    order: bool = False,
    repr: bool = True,
) -> Any:
    if cls is None:
        return lambda cls: _made(cls, frozen=frozen, slots=slots, eq=eq, order=order, repr=repr)
    return _made(cls, frozen=frozen, slots=slots, eq=eq, order=order, repr=repr)


def _made(cls: Any, *, slots: bool, **flags: bool) -> Any:
    own = {name: _noted(cls, name, type) for name, type in cls.__annotations__.items()}
    fields: dict[str, _Field] = {}
    for base in reversed(cls.__mro__[1:]):
        fields |= base.__dict__.get("__fields__", {})
    fields |= own
    if slots:
        cls = _slotted(cls, own)
    cls.__fields__ = fields
    cls.__dataclass_fields__ = _Described()
    positional = (name for name, one in fields.items() if one.init and not one.kw_only)
    cls.__match_args__ = tuple(positional)  # type: ignore[misc]
    cls.__init__ = _constructor(cls, flags["frozen"], slots)
    for name, method in _methods(fields, **flags).items():
        # What a class says itself is left to it; Python puts None where equality alone is told.
        if cls.__dict__.get(name) is None:
            setattr(cls, name, method)
    return cls


def _slotted(cls: Any, own: Mapping[str, _Field]) -> Any:
    """The same class, made again with slots: a class cannot get them later."""
    lost = {*own, "__dict__", "__weakref__"}
    inside = {name: value for name, value in cls.__dict__.items() if name not in lost}
    there = {name for base in cls.__mro__[1:] for name in getattr(base, "__slots__", ())}
    inside["__slots__"] = tuple(name for name in own if name not in there)
    inside["__qualname__"] = cls.__qualname__
    return type(cls)(cls.__name__, cls.__bases__, inside)


def _methods(
    fields: Mapping[str, _Field], *, frozen: bool, eq: bool, order: bool, repr: bool
) -> dict[str, Any]:
    methods: dict[str, Any] = {}
    if all(one.init for one in fields.values()):
        methods["__reduce__"] = _reduce
    if repr:
        methods["__repr__"] = _repr
    if eq:
        methods |= {"__eq__": _eq, "__hash__": _hash if frozen else None}
    if order:
        methods |= {"__lt__": _lt, "__le__": _le, "__gt__": _gt, "__ge__": _ge}
    if frozen:
        methods |= {"__setattr__": _refused, "__delattr__": _refused}
    return methods


def _noted(cls: Any, name: str, type: Any) -> _Field:
    given = cls.__dict__.get(name, _MISSING)
    if not isinstance(given, _Field):
        return _Field(type, given)
    if given.default is not _MISSING:
        # What the class itself has is the default; with slots it has nothing.
        setattr(cls, name, given.default)
    elif name in cls.__dict__:
        delattr(cls, name)
    return given._replace(type=type)


def _constructor(cls: Any, frozen: bool, slots: bool) -> Callable[..., None]:
    def __init__(self: Any, *args: Any, **given: Any) -> None:  # noqa: N807
        written = _written(cls, frozen, slots)
        type.__setattr__(cls, "__init__", written)
        written(self, *args, **given)

    return __init__


def _written(cls: Any, frozen: bool, slots: bool) -> Callable[..., None]:
    """The constructor of a class, compiled."""
    fields: Mapping[str, _Field] = cls.__fields__
    known: dict[str, Any] = {"_missing": _MISSING}
    taken = []
    steps = ["held = self.__dict__"] if frozen and not slots else []
    # A field that must be named comes last, so that it may follow those with defaults.
    for name, one in sorted(fields.items(), key=lambda pair: pair[1].kw_only):
        value = name
        if one.default_factory is not _MISSING:
            known[f"_make_{name}"] = one.default_factory
            value = f"_make_{name}()"
            if one.init:
                taken.append(f"{name}=_missing")
                value += f" if {name} is _missing else {name}"
        elif not one.init:
            continue
        elif one.default is not _MISSING:
            known[f"_default_{name}"] = one.default
            taken.append(f"{name}=_default_{name}")
        else:
            taken.append(name)
        if not frozen:
            steps.append(f"self.{name} = {value}")
        elif slots:
            known[f"_set_{name}"] = getattr(cls, name).__set__
            steps.append(f"_set_{name}(self, {value})")
        else:
            steps.append(f"held[{name!r}] = {value}")
    if hasattr(cls, "__post_init__"):
        steps.append("self.__post_init__()")
    body = "\n ".join(steps) or "pass"
    exec(f"def __init__(self, {', '.join(taken)}):\n {body}", known)  # noqa: S102 - our own names
    written = cast(Callable[..., None], known["__init__"])
    written.__qualname__ = f"{cls.__qualname__}.__init__"
    return written


def annotations_of(cls: Any) -> dict[str, str]:
    """The fields of a class made here, each with its type as it is written."""
    return {name: str(one.type) for name, one in getattr(cls, "__fields__", {}).items()}


class _Described:
    """The fields as `dataclasses` describes them, for who asks; few do."""

    def __get__(self, one: Any, cls: Any) -> Any:
        import dataclasses

        described = {}
        for name, known in cls.__fields__.items():
            told = dataclasses.field(
                init=known.init, repr=known.repr, compare=known.compare, kw_only=known.kw_only,
                default=_standard(known.default), default_factory=_standard(known.default_factory),
            )  # fmt: skip
            told.name, told.type = name, known.type
            told._field_type = dataclasses._FIELD  # type: ignore[attr-defined]
            described[name] = told
        type.__setattr__(cls, "__dataclass_fields__", described)
        return described


def _standard(value: Any) -> Any:
    import dataclasses

    return dataclasses.MISSING if value is _MISSING else value


def _compared(one: Any) -> tuple[Any, ...]:
    return tuple([getattr(one, name) for name, known in one.__fields__.items() if known.compare])


def _eq(one: Any, other: Any) -> Any:
    if other.__class__ is not one.__class__:
        return NotImplemented
    return _compared(one) == _compared(other)


def _hash(one: Any) -> int:
    return hash(_compared(one))


def _repr(one: Any) -> str:
    shown = (
        f"{name}={getattr(one, name)!r}" for name, known in one.__fields__.items() if known.repr
    )
    return f"{one.__class__.__qualname__}({', '.join(shown)})"


def _lt(one: Any, other: Any) -> Any:
    return _compared(one) < _compared(other) if other.__class__ is one.__class__ else NotImplemented


def _le(one: Any, other: Any) -> Any:
    return _lt(other, one) is False if other.__class__ is one.__class__ else NotImplemented


def _gt(one: Any, other: Any) -> Any:
    return _lt(other, one) if other.__class__ is one.__class__ else NotImplemented


def _ge(one: Any, other: Any) -> Any:
    return _lt(one, other) is False if other.__class__ is one.__class__ else NotImplemented


def _reduce(one: Any) -> tuple[Any, tuple[Any, ...]]:
    """Copied or kept, it is made again from its fields."""
    fields = sorted(one.__fields__.items(), key=lambda pair: pair[1].kw_only)
    return one.__class__, tuple([getattr(one, name) for name, _ in fields])


def _refused(one: Any, name: str, *_: Any) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change field {name!r} of {one.__class__.__name__}")


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    dataclass, field, replace = _dataclass, _field, _replaced
