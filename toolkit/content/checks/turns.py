"""Whether a turn of a chat fits the smallest screen: its messages and what may be answered, at once.

Measures as `fitting` does; a test holds the measure against the real screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from toolkit.content.checks.fitting import CELLS, HANG, rows
from toolkit.content.library import Library
from toolkit.content.narration import narrated
from toolkit.content.offer import Scenario, Turn
from toolkit.content.place import Problem, Severity
from toolkit.content.text import Text
from toolkit.language import said

NUMBERED = 5
"""Cells that the caret and the number before a reply take."""
ROWS = 13
"""Rows of a chat on a screen with 18: its keys take three lines."""
ASKED = 2
"""Rows between messages and replies: white, and a question to the learner."""


def too_full(records: Iterable[Any], library: Library) -> Iterator[Problem]:
    """A problem for each turn that has to be answered before all of it can be seen."""
    for record in records:
        for turn in record.turns if isinstance(record, Scenario) else ():
            # An ending is read, not answered: it may be scrolled.
            if turn.replies:
                yield from _in_one_language(turn, library)


def measure(message: Text) -> tuple[Text, int]:
    """A message as it is shown, and the cells that it has: a narrator's words stand beside no line."""
    told = narrated(message)
    return (message, CELLS - HANG) if told is None else (told, CELLS)


def _in_one_language(turn: Turn, library: Library) -> Iterator[Problem]:
    texts = [measure(one) for one in turn.says]
    texts += [(reply.text, CELLS - NUMBERED) for reply in turn.replies]
    for code in texts[0][0].runs:
        used = ASKED
        for text, width in texts:
            used += rows(text, code, library, width) if code in text.runs else 0
            if used > ROWS:
                yield Problem(
                    text.place(code),
                    "chat-too-full",
                    said(
                        "On a small screen a turn of a chat has {rows} rows; this one needs more.",
                        rows=ROWS,
                    ),
                    said("Write shorter messages, or make two turns of this one."),
                    Severity.WARNING,
                )
                return
