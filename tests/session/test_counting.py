"""Counting: what is typed becomes counts, said and never blocked, with few keys."""

from __future__ import annotations

from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session import ten_questions

from toolkit.session.agenda import Item, Part
from toolkit.session.counting import most_chosen_wrong, press, read
from toolkit.session.hall import MOST, Counted, Hall, Opened, Revealed, Stage, Typed, WentOn, after

CHOICE = Item("q", "choice", "o", ("a", "b", "c", "d"), ("b",))
KEYS = st.sampled_from([*"0123456789abcdefghix", "space", "backspace", "enter"])


def typed(keys: str, options: int, start: str = "") -> str:
    """The entry after these keys; a blank is the space key, `<` is backspace."""
    named = {" ": "space", "<": "backspace"}
    return reduce(lambda entry, key: press(entry, named.get(key, key), options), keys, start)


def test_the_last_count_is_what_is_left_of_the_heads() -> None:
    """Three counts of four are enough: the fourth is worked out and completes them."""
    entry = read("7 12 9", 4, 30)
    assert entry.typed == (7, 12, 9, None)
    assert (entry.worked_out, entry.counts) == (2, (7, 12, 9, 2))
    assert (entry.total, entry.difference) == (30, 0)


def test_two_options_need_one_number() -> None:
    """Of two options, one count and Enter are a vote."""
    assert read("17", 2, 30).counts == (17, 13)


def test_a_number_corrects_the_count_that_was_worked_out() -> None:
    """The fourth number typed is what counts, and the difference is told."""
    entry = read("7 12 9 1", 4, 30)
    assert (entry.worked_out, entry.counts, entry.difference) == (None, (7, 12, 9, 1), -1)


def test_more_hands_than_heads_are_told_and_taken() -> None:
    """Nothing is worked out below nobody, and the surplus is told."""
    entry = read("20 15", 3, 30)
    assert (entry.counts, entry.difference) == ((20, 15, 0), 5)


def test_until_the_last_but_one_count_there_is_no_vote() -> None:
    """Nothing is worked out while another count is missing."""
    for text in ("", "7", "7 12", "d2", "b1c1d1"):
        assert read(text, 4, 30).counts is None
    assert read("7 12", 4, 30).total == 19


def test_slips_are_all_typed() -> None:
    """Nobody knows how many slips come back, so none are worked out and none are missed."""
    assert read("7 12 9", 4, None).counts is None
    entry = read("7 12 9 0", 4, None)
    assert (entry.counts, entry.total, entry.difference) == ((7, 12, 9, 0), 28, None)


def test_nobody_raising_a_hand_is_a_vote() -> None:
    """Zeros are counts like any other."""
    entry = read("0 0 0 0", 4, 30)
    assert (entry.counts, entry.difference) == ((0, 0, 0, 0), -30)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("007  012 9 2", (7, 12, 9, 2)),
        ("  7 12 9 2 ", (7, 12, 9, 2)),
        ("7 12 9 2 5 6", (7, 12, 9, 2)),
        ("7 12 9 12345", (7, 12, 9, MOST)),
        ("7 12 9 " + "9" * 5000, (7, 12, 9, MOST)),
        ("7, 12; 9 ²2", (7, 12, 9, 2)),
        ("7 12 9 2b13", (7, 13, 9, 2)),
        ("d2c9b12a7", (7, 12, 9, 2)),
        ("b b 12 9 2a7", (7, 12, 9, 2)),
    ],
)
def test_whatever_an_entry_holds_is_read_calmly(text: str, counts: tuple[int, ...]) -> None:
    """Zeros in front, spaces too many, numbers too many or too great, letters: none is an error."""
    assert read(text, 4, 30).counts == counts


@pytest.mark.parametrize(
    ("keys", "entry"),
    [
        ("7 12 9", "7 12 9"),
        (" 7  12", "7 12"),
        ("007", "7"),
        ("12345", "1234"),
        ("7 12 9 2 5", "7 12 9 25"),
        ("7 12<<<9", "79"),
        ("7 12 9b", "7 12 9b"),
        ("7bcb3", "7b3"),
        ("7fxn", "7"),
        ("1234 5a6", "1234 5a6"),
        ("0 5a6", "0 5a6"),
        ("<", ""),
    ],
)
def test_keys_add_only_what_an_entry_can_hold(keys: str, entry: str) -> None:
    """A second space, a fifth digit, a letter without an option change nothing."""
    assert typed(keys, 4) == entry


def test_capital_letters_are_letters() -> None:
    """With Caps Lock on, B is still the second option."""
    assert read(press("7", "B", 4), 4, 30).field == 1


def test_the_field_is_where_the_next_digit_goes() -> None:
    """A letter goes to its option, whose count stays until a digit begins it anew."""
    jumped = typed("7 12 9b", 4)
    assert (read(jumped, 4, 30).field, read(jumped, 4, 30).typed[1]) == (1, 12)
    assert read(press(jumped, "5", 4), 4, 30).typed == (7, 5, 9, None)


@given(st.lists(KEYS), st.integers(1, 9), st.none() | st.integers(1, MOST))
def test_any_keys_give_counts_within_bounds(
    keys: list[str], options: int, heads: int | None
) -> None:
    """Whatever is pressed, counts are as many as the options, and each is one the hall takes."""
    entry = ""
    for key in keys:
        entry = press(entry, key, options)
    found = read(entry, options, heads)
    assert len(found.typed) == options
    assert 0 <= found.field < options
    if found.counts is not None:
        assert len(found.counts) == options
        assert all(0 <= count <= MOST for count in found.counts)
        assert found.total == sum(found.counts)


@given(st.text(), st.integers(1, 9), st.none() | st.integers(1, MOST))
def test_any_text_is_an_entry(text: str, options: int, heads: int | None) -> None:
    """An entry from an older journal never stops a session, and can be typed on and cleared."""
    read(text, options, heads)
    for key in ("7", "space", "a", "backspace"):
        read(press(text, key, options), options, heads)


@given(st.lists(st.integers(0, MOST), min_size=2, max_size=9))
def test_typed_counts_come_out_as_they_went_in(counts: list[int]) -> None:
    """Numbers typed with spaces between them are the counts."""
    text = typed(" ".join(map(str, counts)), len(counts))
    assert read(text, len(counts), 30).counts == tuple(counts)


@pytest.mark.parametrize(
    ("counts", "wrong"),
    [
        ((3, 20, 5, 2), "c"),
        ((5, 20, 5, 0), "a"),
        ((0, 30, 0, 0), None),
        ((0, 0, 0, 0), None),
        ((40, 0, 41, 0), "c"),
    ],
)
def test_the_most_chosen_wrong_option(counts: tuple[int, ...], wrong: str | None) -> None:
    """The wrong one with the most hands, of equals the first; none where nobody was wrong."""
    assert most_chosen_wrong(CHOICE, counts) == wrong


def test_an_opinion_has_nothing_wrong() -> None:
    """Where nothing is right, nothing is wrong."""
    opinion = Item("o", "opinion", "o", ("a", "b"))
    assert most_chosen_wrong(opinion, (20, 10)) is None


def pressed(hall: Hall, key: str) -> Hall:
    """The state after a key, with Enter doing what comes next."""
    item = hall.item
    if key != "enter":
        assert item is not None
        return after(hall, Typed(press(hall.entry, key, len(item.options))), hall.clock)
    if hall.stage is Stage.SHIFTED:
        return after(hall, Revealed(), hall.clock)
    if hall.stage is Stage.REVEALED:
        return after(hall, WentOn(), hall.clock)
    assert item is not None
    counts = read(hall.entry, len(item.options), hall.heads).counts
    assert counts is not None
    return after(hall, Counted(counts), hall.clock)


@pytest.mark.parametrize(("votes", "most"), [(ten_questions.FOUR, 175), (ten_questions.TWO, 90)])
def test_ten_questions_with_two_votes_need_few_keys(
    votes: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...], most: int
) -> None:
    """The script ends at the summary with every vote as the room gave it, within its keys."""
    keys = list(ten_questions.keys(votes))
    hall = after(None, Opened(ten_questions.setup(), "2026-11-22", ten_questions.agenda(votes)), 0)
    hall = reduce(pressed, keys, hall)
    assert hall.step.part is Part.SUMMARY
    assert tuple(hall.votes.values()) == votes
    assert len(keys) <= most
