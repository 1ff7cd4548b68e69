"""Results of sessions: carried as a line, read strictly, and brought together in any order."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from ballots import session, vote
from carried import kept, results
from hypothesis import given
from hypothesis import strategies as st

from toolkit.records.journal import Journal
from toolkit.records.result_checks import VILLAGE
from toolkit.records.result_lines import as_json, from_json, read
from toolkit.records.results import TABLES, Merged, keep, merge
from toolkit.session.result import Result

ONE = session(
    vote("before", "q1", "a12 b18"),
    vote("after", "q1", "a20 b10"),
    vote("first", "q2", "a9 b9 c12"),
    uid="1f",
    women=18,
    marked=("q2", "ship/first"),
    words={"id": {"q1": "Apa dulu?"}},
)


@given(results())
def test_a_result_comes_back_as_it_was_written(result: Result) -> None:
    """All of it, from one line that has no line end in it."""
    line = as_json(result)
    assert "\n" not in line
    assert from_json(line) == result


def test_the_line_has_no_place_for_a_person() -> None:
    """Its keys are known one by one, and none is a name, a remark or a time of day."""
    told = json.loads(as_json(ONE))
    assert sorted(told) == sorted(
        [
            "format",
            "uid",
            "events",
            "day",
            "setup",
            "heads",
            "items",
            "marked",
            "times",
            "words",
            "priorities",
        ]
    )
    assert sorted(told["setup"]) == sorted(
        ["village", "heads", "minutes", "lessons", "measure", "women", "men", "youth"]
    )


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("Desa\tSuka\nMaju", "Desa Suka Maju"),
        ("\x1b[31mMerah\x1b[0m", "[31mMerah [0m"),
        ("\u202eujaM\u2066", "ujaM"),
        ("  Muara   Enim ", "Muara Enim"),
        ("x" * 500, "x" * VILLAGE),
        ("\ud800Desa", "Desa"),
        ("Suka\u200bma\u00adju\u2060", "Sukamaju"),
        ("\U000e0041Desa\u200d", "Desa"),
    ],
)
def test_a_villages_name_is_cleaned_and_bounded(typed: str, stands: str) -> None:
    """Nothing in it can steer a terminal, turn the reading direction or end the line."""
    line = as_json(session(uid="1f", village=typed))
    assert from_json(line).setup.village == stands


@given(st.text() | st.binary().map(lambda raw: raw.decode("latin-1")))
def test_a_line_that_is_none_of_ours_is_refused(line: str) -> None:
    """Always as a ValueError."""
    with pytest.raises(ValueError):
        from_json(line)


def spoiled(path: str, value: object) -> str:
    """The line of ONE with another value in one place."""
    told = json.loads(as_json(ONE))
    *way, last = (int(key) if key.isdecimal() else key for key in path.split("/"))
    place = told
    for key in way:
        place = place[key]
    place[last] = value
    return json.dumps(told, ensure_ascii=False)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("uid", ""), ("uid", "../x"), ("uid", 7), ("events", -1), ("events", True), ("events", 1.0),
        ("events", 10**9), ("day", "2026-02-30"), ("day", "20261120"), ("day", None), ("heads", "30"),
        ("heads", 10_000), ("format", 2), ("format", True), ("more", 1), ("setup", []), ("setup/village", 7),
        ("setup/village", "x" * 81), ("setup/village", "a\u0007b"), ("setup/village", "\u202eab"),
        ("setup/measure", "guess"), ("setup/women", "18"), ("setup/women", -1), ("setup/facilitator", "Ani"),
        ("setup/lessons", "ship"), ("setup/lessons/0", 7), ("items", {}), ("items/0/0", None),
        ("items/0/3", []), ("items/0/3/0/1", 1), ("items/0/3/1/0", "a"), ("items/0/3/0", ["a"]),
        ("items/0/4/0/0", "sometimes"), ("items/0/4/0/1", "c"), ("items/0/4/0", ["before", "", True, [12, 18]]),
        ("items/0/4/0/2", [1]), ("items/0/4/0/2", "12"), ("items/0/4/0/2/0", -1),
        ("items/0/4/0/2/0", True), ("items/0/4/0/2/0", 10_000), ("items/0/4/1/0", "before"),
        ("marked/0", None), ("marked", "q2"), ("times", [["before", 1]]), ("times", [["lunch", 1, 1]]),
        ("times", [["before", -1, 1]]), ("words", []), ("words/id", []), ("words/id/q1", 1),
        ("words/id/q1", "x" * 2001), ("words/id/q1", "\x1b[2J"), ("words/id/q1", "\ud800"),
        ("setup/village", "a\u200bb"), ("priorities", []), ("priorities/o", "must not"), ("priorities/o", None),
    ],
)  # fmt: skip
def test_a_line_with_one_thing_wrong_is_refused(path: str, value: object) -> None:
    """A wrong type, a number out of bounds, an unknown word, a vote told twice, one key more."""
    with pytest.raises(ValueError):
        read(spoiled(path, value))


@pytest.mark.parametrize("key", sorted(json.loads(as_json(ONE))))
def test_a_line_without_one_of_its_keys_is_refused(key: str) -> None:
    """There are no defaults for what another laptop did not say."""
    told = json.loads(as_json(ONE))
    del told[key]
    with pytest.raises(ValueError):
        read(json.dumps(told))


def test_numbers_that_are_none_and_endless_nesting_are_refused() -> None:
    """JSON's odd ends raise ValueError like all else."""
    for odd in ("NaN", "Infinity", "1e3", "9" * 5000):
        with pytest.raises(ValueError):
            read(as_json(ONE).replace('"events":100', f'"events":{odd}'))
    with pytest.raises(ValueError):
        read("[" * 100_000)


VERSIONS = tuple(
    replace(ONE, events=events, heads=heads) for events, heads in ((100, 30), (120, 29), (120, 31))
)


def test_the_newest_of_one_session_stays_in_whatever_order_they_come(tmp_path: Path) -> None:
    """More events win, then the greater digest; its old tallies go with what it replaces."""
    outcomes = []
    for number, order in enumerate(permutations((*VERSIONS, VERSIONS[1]))):
        journal = Journal(tmp_path / str(number))
        for version in order:
            with journal.writing() as db:
                keep(db, version, gathered=True)
        outcomes.append(kept(journal))
        journal.close()
    assert all(outcome == outcomes[0] for outcome in outcomes)
    assert len(outcomes[0]) == 1 + len(ONE.tallies)
    assert outcomes[0][0][1] == 120


def test_keeping_says_whether_something_is_new() -> None:
    """The first time and for a newer one; not for the same again or an older one."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(TABLES)
        assert keep(db, VERSIONS[0], gathered=True)
        assert not keep(db, VERSIONS[0], gathered=True)
        assert merge(db, read(as_json(VERSIONS[1])), gathered=True) is Merged.REPLACED
        assert merge(db, read(as_json(VERSIONS[0])), gathered=True) is Merged.KNOWN


@pytest.mark.parametrize("own_first", [True, False])
@pytest.mark.parametrize("newer", [0, 1])
def test_what_is_this_laptops_own_stays_its_own(own_first: bool, newer: int) -> None:
    """And as it is: whatever a stick brings under its uid, older or newer, before or after."""
    own, brought = VERSIONS[1 - newer], VERSIONS[newer]
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(TABLES)
        for gathered in (False, True, True) if own_first else (True, False, True):
            keep(db, brought if gathered else own, gathered=gathered)
        told = db.execute("SELECT gathered, events FROM results").fetchall()
        assert told == [(0, own.events)]
        assert keep(db, replace(own, events=130), gathered=False), (
            "its own end may come again, with more events"
        )


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE results SET body = replace(body, '[12,18]', '[92,18]')",
        "UPDATE results SET events = 900",
        "UPDATE tallies SET hands = hands + 1 WHERE rowid = 1",
        "UPDATE tallies SET result = 7 WHERE rowid = 1",
    ],
)
@pytest.mark.parametrize("brought", [0, 1])
def test_a_damaged_result_gives_way_to_one_from_a_stick(
    damage: str, brought: int, tmp_path: Path
) -> None:
    """The same or another version; it stays this laptop's own, and all of it is whole again."""
    sound, damaged = Journal(tmp_path / "sound"), Journal(tmp_path / "damaged")
    with sound.writing() as db:
        keep(db, VERSIONS[brought], gathered=False)
    line = read(as_json(VERSIONS[brought]))
    with damaged.writing() as db:
        keep(db, VERSIONS[0], gathered=False)
        db.execute(damage)
        assert merge(db, line, gathered=True) is Merged.REPLACED
        assert merge(db, line, gathered=True) is Merged.KNOWN
    with damaged.writing() as db:
        db.execute("DELETE FROM tallies WHERE result = 7")
    assert kept(damaged) == kept(sound)
    sound.close()
    damaged.close()
