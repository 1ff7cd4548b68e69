"""The narrator's words in a chat: a message that stands wholly in round brackets is told, not written.

Knows only texts: who shows or prints them leaves out bubble and name.
"""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.content.text import Kind, Run, Text


def narrated(text: Text) -> Text | None:
    """The narrator's words without their brackets; None for what somebody writes.

    They are the narrator's where they stand in one pair of round brackets in each language.
    """
    if not all(_in_brackets(runs) for runs in text.runs.values()):
        return None
    return Text({code: _within(runs) for code, runs in text.runs.items()}, text.spots)


def _in_brackets(runs: tuple[Run, ...]) -> bool:
    """Does the first bracket close with the last letter, and is there anything between?"""
    # A reference is one letter that is no bracket.
    letters = "".join(run.value if run.kind is Kind.WORDS else "x" for run in runs)
    if not (letters.startswith("(") and letters.endswith(")") and letters[1:-1].strip()):
        return False
    return all(depth > 0 for depth in _depths(letters[:-1]))


def _depths(letters: str) -> Iterable[int]:
    """How many brackets are open after each letter."""
    depth = 0
    for letter in letters:
        depth += (letter == "(") - (letter == ")")
        yield depth


def _within(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Without the first letter and the last."""
    first, *others = runs
    found = [first._replace(value=first.value[1:], offset=first.offset + 1), *others]
    found[-1] = found[-1]._replace(value=found[-1].value[:-1])
    return tuple(run for run in found if run.value)
