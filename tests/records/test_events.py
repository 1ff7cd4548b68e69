"""Events of sessions as lines: all of each comes back, and what is none of ours is refused."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records.meeting import AGENDA, EVENTS, SETUP

from toolkit.records.events import read, read_hall, written
from toolkit.session import hall, run
from toolkit.session.hall import Counted, Event, Opened, Reopened, Replanned, Typed

HALL: st.SearchStrategy[Event] = st.one_of(*(st.from_type(kind) for kind in get_args(hall.Event)))

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@given(HALL)
def test_an_event_of_a_session_comes_back_as_it_was_written(event: Event) -> None:
    """Whatever its texts and numbers are; set-up, agenda, steps and items with it."""
    line = written(event)
    assert read_hall(line) == event
    assert line.isascii()
    assert "\n" not in line


def test_every_event_there_is_can_be_kept() -> None:
    """A new kind of event cannot be forgotten."""
    for kinds in (get_args(hall.Event), get_args(run.Event)):
        for kind in kinds:
            some = {one.name: () for one in fields(kind)}
            assert json.loads(written(kind(**some)))["event"]


@given(HALL, st.data())
def test_a_value_of_another_kind_is_refused(event: Event, data: st.DataObject) -> None:
    """Strictly: no truth value for a number, no list for a text, nothing missing, nothing more."""
    values = json.loads(written(event))
    name = data.draw(st.sampled_from([*values, "more"]))
    wrong = data.draw(ANYTHING)
    if name in values and _like(values[name], wrong):
        wrong = {"neither": wrong}
    changed = {**values, name: wrong}
    with pytest.raises(ValueError):
        read_hall(json.dumps(changed))
    with pytest.raises(ValueError):
        read_hall(json.dumps({key: values[key] for key in values if key != name} | {"x": 1}))


def _like(one: object, other: object) -> bool:
    """Could the other be as right as the one?"""
    return type(one) is type(other) or (other is None and not is_dataclass(one))


@given(st.text() | st.binary().map(lambda raw: raw.decode("latin-1")) | ANYTHING.map(json.dumps))
def test_a_line_that_is_none_of_ours_is_refused(line: str) -> None:
    """A damaged line is a ValueError, never another error and never a half-read event."""
    for reader in (read, read_hall):
        with pytest.raises(ValueError):
            reader(line)


@pytest.mark.parametrize(
    "line",
    [
        "[" * 100_000,
        '{"event":"counted","counts":[1,true]}',
        '{"event":"counted","counts":[1.0]}',
        '{"event":"counted","counts":1}',
        '{"event":"typed","entry":null}',
        '{"event":"went-on","more":1}',
        '{"event":"heads-counted","heads":"30"}',
        '{"event":"reopened","lesson":"a"}',
        '{"event":"replanned","seconds":1,"steps":[{"id":"a"}]}',
        '{"event":["counted"]}',
        '{"event":"answered","question":"q","answer":["a"]}',
    ],
)
def test_a_line_that_looks_like_one_of_ours_is_refused(line: str) -> None:
    """Each of these is one slip away from an event of a session."""
    with pytest.raises(ValueError):
        read_hall(line)


def test_lines_stay_small() -> None:
    """A key of the facilitator is some fifty letters on the disk."""
    assert max(len(written(event)) for event in EVENTS) < 60
    assert len(written(Opened(SETUP, "2026-11-22", AGENDA))) < 4000


def test_a_line_from_before_a_field_was_thought_of_is_still_read() -> None:
    """What has a value of its own may be missing: an older program wrote the line."""
    opened = Opened(SETUP, "2026-11-22", AGENDA)
    values = json.loads(written(opened))
    del values["agenda"]["whole"]
    older = read_hall(json.dumps(values))
    assert older == Opened(SETUP, "2026-11-22", replace(AGENDA, whole=()))


def test_lines_of_the_first_version_are_still_read() -> None:
    """They had a space after each comma."""
    assert read('{"event": "answered", "question": "q", "answer": ["a", "b"]}') == run.Answered(
        "q", ("a", "b")
    )


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (Typed("12 7"), '{"event":"typed","entry":"12 7"}'),
        (Counted((12, 7)), '{"event":"counted","counts":[12,7]}'),
        (Reopened("ship", "one"), '{"event":"reopened","lesson":"ship","page":"one"}'),
        (Replanned(60, ()), '{"event":"replanned","seconds":60,"steps":[]}'),
    ],
)
def test_lines_are_as_they_are_for_good(event: Event, line: str) -> None:
    """Files of today are read by the programs of tomorrow; so a line is changed knowingly."""
    assert written(event) == line
