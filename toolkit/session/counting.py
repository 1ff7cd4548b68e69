"""Counting hands and slips: what is typed becomes counts, and counts say what the room thinks.

An entry is the keys of one count as they were pressed: digits, a space to go on to the next
option, a letter to go to that option. So `7 12 9` are three counts, and `7 12 9b13` has
the second one corrected. Whatever the entry, it is read calmly: nothing in it is an error.
Knows items only; no clock, no disk, no screen.
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.session.agenda import Item
from toolkit.session.hall import MOST, Counts

DIGITS = "0123456789"
LETTERS = "abcdefghi"
"""The letters of the options, in their order; a tenth option is reached with the space key."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The counts of one question as far as they are typed.

    `typed` has a number for each option, None where nothing is typed yet. `worked_out` is
    the last count where it follows from the head count and the others. `counts` are all
    counts once each is typed or worked out, until then None. `total` is the sum of those
    there are, and `difference` how many more (or fewer, below 0) that is than heads; None
    for slips, of which nobody knows how many will come back. `field` is the number of the
    option, from 0, whose count the next digit belongs to.
    """

    typed: tuple[int | None, ...]
    worked_out: int | None
    counts: Counts | None
    total: int
    difference: int | None
    field: int


def read(entry: str, options: int, heads: int | None) -> Entry:
    """What an entry says about a question with so many options in a room of so many heads.

    Once every option but the last has its count, the last one is worked out: all heads
    that are left, never below 0. Without `heads`, as for slips, nothing is worked out.
    Numbers beyond the last option are left out, and none is greater than `MOST`.
    """
    keys = _keyed(entry, options)
    typed = tuple(_number(text) for text in keys.texts)
    given = [count for count in typed if count is not None]
    worked_out = None
    if heads is not None and options > 1 and typed[-1] is None and len(given) == options - 1:
        worked_out = min(max(heads - sum(given), 0), MOST)
        given.append(worked_out)
    total = sum(given)
    return Entry(
        typed,
        worked_out,
        tuple(given) if len(given) == options else None,
        total,
        None if heads is None else total - heads,
        keys.field,
    )


def press(entry: str, key: str, options: int) -> str:
    """The entry after one more key; the same entry when the key adds nothing.

    Keys are digits, `space`, `backspace`, and the letters `a` to `i`. A digit that would
    make a number greater than `MOST` adds nothing, nor does a second space.
    """
    keys = _keyed(entry, options)
    text = "" if keys.fresh else keys.texts[keys.field]
    match key.lower():
        case "backspace":
            return entry[:-1]
        case "space" | " " if keys.texts[keys.field] and keys.field < options - 1:
            return f"{entry} "
        case digit if digit in tuple(DIGITS) and not keys.closed:
            if text == "0":
                return entry[:-1] + digit
            return entry + digit if _fits(text + digit) else entry
        case letter if letter in tuple(LETTERS[:options]):
            # Going from letter to letter leaves no trail.
            trailing = entry[-1:] and entry[-1] in LETTERS
            return (entry[:-1] if trailing else entry) + letter
    return entry


def most_chosen_wrong(item: Item, counts: Counts) -> str | None:
    """The wrong option with the most hands; of several the first. None if nobody was wrong.

    None, too, where nothing is right or wrong, as in an opinion.
    """
    if not item.right:
        return None
    wrong = [
        (hands, option)
        for option, hands in zip(item.options, counts, strict=True)
        if option not in item.right and hands
    ]
    return max(wrong, key=lambda one: one[0])[1] if wrong else None


@dataclass(frozen=True, slots=True)
class _Keyed:
    """Where the keys of an entry have led. `fresh`: the next digit begins the number anew."""

    texts: tuple[str, ...]
    field: int
    fresh: bool
    closed: bool


def _keyed(entry: str, options: int) -> _Keyed:
    texts = [""] * options
    field, fresh, closed = 0, True, False
    for key in entry:
        if key in DIGITS and not closed:
            texts[field] = key if fresh else texts[field] + key
            fresh = False
        elif key == " " and texts[field]:
            # After the last option there is nowhere to go: what follows belongs to none.
            closed = field == options - 1
            field = min(field + 1, options - 1)
            fresh = True
        elif key in LETTERS[:options]:
            field, fresh, closed = LETTERS.index(key), True, False
    return _Keyed(tuple(texts), field, fresh, closed)


def _number(text: str) -> int | None:
    if not text:
        return None
    return int(text.lstrip("0") or "0") if _fits(text) else MOST


def _fits(text: str) -> bool:
    # Digits are looked at before they are converted: Python refuses some thousand of them.
    digits = text.lstrip("0")
    return len(digits) <= len(str(MOST)) and int(digits or "0") <= MOST
