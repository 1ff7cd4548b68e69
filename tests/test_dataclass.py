"""Our quick dataclasses against those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import operator
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from toolkit import dataclass as quick

Make = Callable[..., Any]
FLAGS = [
    {"frozen": True, "slots": True},
    {"frozen": True, "slots": True, "order": True},
    {"frozen": True, "eq": False},
    {"frozen": True},
    {"slots": True},
    {},
    {"repr": False},
]


def _village(ours: bool, **flags: bool) -> Any:
    """The same class, by the one or the other."""
    decorate: Make = quick.dataclass if ours else dataclasses.dataclass
    field: Make = quick.field if ours else dataclasses.field

    @decorate(**flags)
    class Village:
        """A place."""

        name: str
        people: int = 5
        names: dict[str, str] = field(default_factory=dict)
        at: int = field(default=0, compare=False, repr=False)

        @property
        def double(self) -> int:
            return 2 * self.people

    return Village


@pytest.fixture(params=FLAGS, ids=lambda flags: "+".join(flags) or "plain")
def flags(request: pytest.FixtureRequest) -> dict[str, bool]:
    return dict(request.param)


@pytest.fixture
def both(flags: dict[str, bool]) -> tuple[Any, Any]:
    return _village(True, **flags), _village(False, **flags)


MADE: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    (("Desa",), {}),
    (("Desa", 7), {"at": 3}),
    ((), {"name": "Desa", "names": {"id": "x"}}),
    (("Kampung", 1, {}, 9), {}),
]


def _outcome(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - which one it is, is compared
        return type(error)


@pytest.mark.parametrize(("given", "named"), MADE)
def test_objects_are_made_shown_and_compared_alike(
    both: tuple[Any, Any], given: tuple[Any, ...], named: dict[str, Any]
) -> None:
    """What one makes, shows and finds equal, the other does."""
    ours, theirs = (cls(*given, **named) for cls in both)
    assert vars_of(ours) == vars_of(theirs)
    assert ours.double == theirs.double
    if "Village(" in repr(theirs):
        assert repr(ours) == repr(theirs)
    for sign in (operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge):
        for other, its in MADE:
            left = _outcome(lambda s=sign, o=other, i=its: s(ours, both[0](*o, **i)))
            right = _outcome(lambda s=sign, o=other, i=its: s(theirs, both[1](*o, **i)))
            assert left == right
    assert (_outcome(lambda: hash(ours)) is TypeError) == (
        _outcome(lambda: hash(theirs)) is TypeError
    )


def vars_of(one: Any) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ("name", "people", "names", "at")}


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((), {}),
        (("Desa",), {"village": 1}),
        (("Desa", 1, {}, 0, 0), {}),
        (("Desa",), {"name": "x"}),
    ],
)
def test_a_wrong_call_is_refused(
    both: tuple[Any, Any], given: tuple[Any, ...], named: dict[str, Any]
) -> None:
    """What lacks, is too much or is given twice raises TypeError."""
    for cls in both:
        with pytest.raises(TypeError):
            cls(*given, **named)


def test_changing_is_refused_alike(both: tuple[Any, Any]) -> None:
    """Frozen stays frozen, and what has slots takes no other names."""
    for change in (
        lambda one: setattr(one, "people", 1),
        lambda one: setattr(one, "other", 1),
        lambda one: delattr(one, "people"),
    ):
        ours, theirs = (_outcome(lambda c=cls, do=change: do(c("Desa"))) for cls in both)
        assert (ours is None) == (theirs is None)
        if isinstance(theirs, type) and issubclass(theirs, dataclasses.FrozenInstanceError):
            assert ours is theirs


def test_the_tools_of_the_standard_library_take_them(both: tuple[Any, Any]) -> None:
    """`replace`, `fields`, `asdict` and matching see the same."""
    ours, theirs = (cls("Desa", 7) for cls in both)
    assert dataclasses.is_dataclass(ours)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert vars_of(dataclasses.replace(ours, name="x")) == vars_of(
        dataclasses.replace(theirs, name="x")
    )
    assert vars_of(quick.replace(ours, name="x")) == vars_of(dataclasses.replace(theirs, name="x"))
    told = [[(f.name, f.type, f.compare, f.repr) for f in dataclasses.fields(c)] for c in both]
    assert told[0] == told[1]
    assert both[0].__match_args__ == both[1].__match_args__
    assert both[0].__doc__ == both[1].__doc__
    assert copy.copy(ours) is not ours
    assert vars_of(copy.deepcopy(ours)) == vars_of(theirs)


@quick.dataclass(frozen=True, slots=True)
class Question:
    ask: str
    at: int = quick.field(default=0, compare=False, kw_only=True)


@quick.dataclass(frozen=True, slots=True)
class Choice(Question):
    options: tuple[str, ...]


@quick.dataclass(frozen=True, eq=False)
class Shape:
    words: tuple[str, ...]
    known: frozenset[str] = quick.field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", frozenset(self.words))


def test_fields_are_inherited_and_named_ones_come_last() -> None:
    """A kind of record adds to what all have in common."""
    choice = Choice("Siapa?", ("a", "b"), at=4)
    assert (choice.ask, choice.options, choice.at) == ("Siapa?", ("a", "b"), 4)
    assert isinstance(choice, Question)
    assert choice != Question("Siapa?")
    assert not hasattr(choice, "__dict__")
    assert quick.annotations_of(Choice) == {"ask": "str", "at": "int", "options": "tuple[str, ...]"}


def test_what_is_kept_comes_back() -> None:
    """A record can be packed and unpacked."""
    choice = Choice("Siapa?", ("a", "b"), at=4)
    back = pickle.loads(pickle.dumps(choice))
    assert back == choice
    assert back.at == 4


def test_a_field_can_be_worked_out_from_the_others() -> None:
    """`__post_init__` is called, and may fill what nobody gives."""
    assert Shape(("a", "b")).known == {"a", "b"}
    with pytest.raises(TypeError):
        Shape(("a",), known=frozenset())  # type: ignore[call-arg]


def test_they_cost_no_import_of_the_standard_ones() -> None:
    """A class is made and used without `dataclasses` and `inspect`: that is what they are for."""
    code = (
        "import sys; from toolkit.dataclass import dataclass\n"
        "@dataclass(frozen=True, slots=True)\n"
        "class One:\n    a: int\n"
        "assert One(1) == One(1) and repr(One(1)) == 'One(a=1)'\n"
        "print(*{'dataclasses', 'inspect'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert (done.stdout.strip(), done.stderr) == ("", "")
