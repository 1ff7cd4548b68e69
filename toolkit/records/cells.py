"""The cells of a report: tallies added up by the database, and held against the sessions' lines.

A line proves itself by its digest, a row of tallies by nothing. So what the lines say is
added up as well, vote by vote, which takes a fifth of the time; where the two sums differ, a
row was altered on the disk.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import add
from typing import Any

from toolkit.records.result_lines import ResultLine, known
from toolkit.records.results import has_its_tallies
from toolkit.session.scoring import RawCell

Cells = dict[tuple[Any, ...], tuple[int, int]]
"""Hands and sessions by question, option, occasion, form, kind, objective, is_right, paired."""

_OF_THESE = "IN (SELECT value FROM json_each(?))"


@dataclass(slots=True)
class LineSums:
    """What the tallies of some lines come to."""

    _votes: dict[tuple[Any, ...], tuple[int, list[int]]] = field(default_factory=dict)

    def add(self, line: ResultLine) -> None:
        """Count a line, which must be sound, once."""
        votes = self._votes
        for question, kind, objective, options, told in line.values["items"]:
            asked = (question, kind, objective, tuple(map(tuple, options)))
            for when, form, paired, hands in told:
                vote = (asked, when, form, paired)
                if vote in votes:
                    sessions, so_far = votes[vote]
                    votes[vote] = sessions + 1, [*map(add, so_far, hands)]
                else:
                    votes[vote] = 1, hands

    def cells(self) -> Cells:
        """The cells to which the database must come, too."""
        cells: Cells = {}
        for (asked, when, form, paired), (sessions, told) in self._votes.items():
            question, kind, objective, options = asked
            for (option, right), hands in zip(options, told, strict=True):
                cell = (question, option, when, form, kind, objective, right, paired)
                so_far = cells.get(cell, (0, 0))
                cells[cell] = so_far[0] + hands, so_far[1] + sessions
        return cells


def added_up(db: sqlite3.Connection, ids: Iterable[int] | None) -> Cells:
    """The cells of the sessions with these numbers; None: of all, which takes less time."""
    which = "1" if ids is None else f"result {_OF_THESE}"
    query = f"""
        SELECT question, option, occasion, form, kind, objective, is_right, paired,
               sum(hands), count(*)
        FROM tallies WHERE {which} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8"""  # noqa: S608 - our own words
    rows = db.execute(query, () if ids is None else (json.dumps([*ids]),))
    return {tuple(cell): (hands, sessions) for *cell, hands, sessions in rows}


def altered(db: sqlite3.Connection, ids: Iterable[int]) -> frozenset[int]:
    """Those of the sessions with these numbers whose tallies are not what their line says."""
    lines = db.execute(
        f"SELECT id, digest, body FROM results WHERE id {_OF_THESE}",  # noqa: S608 - our own words
        (json.dumps([*ids]),),
    )
    return frozenset(
        id_ for id_, digest, body in lines if not has_its_tallies(db, id_, known(body, digest))
    )


def raw(cells: Cells) -> Iterator[RawCell]:
    """The same for `scoring`."""
    for cell, (hands, sessions) in cells.items():
        question, option, when, form, kind, objective, right, paired = cell
        yield RawCell(
            when=when, form=form, question=question, kind=kind, objective=objective,
            option=option, right=bool(right), paired=bool(paired), hands=hands, sessions=sessions,
        )  # fmt: skip
