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
from toolkit.session.reportable import settled
from toolkit.session.scoring import RawCell, how_counted

Cells = dict[tuple[Any, ...], tuple[int | None, int, int, int]]
"""By question, option, occasion, form, kind, objective, is_right, paired: hands, sessions, those
left out, gap."""

_OF_THESE = "IN (SELECT value FROM json_each(?))"


@dataclass(slots=True)
class LineSums:
    """What the tallies of some lines come to."""

    by_hands: int = 0
    on_slips: int = 0
    _votes: dict[tuple[Any, ...], _VoteSum] = field(default_factory=dict)

    def add(self, line: ResultLine) -> None:
        """Count a line, which must be sound, once."""
        votes, cast = self._votes, line.votes()
        by_hands, on_slips = how_counted(cast)
        self.by_hands += by_hands
        self.on_slips += on_slips
        standings = iter(settled(cast))
        for question, kind, objective, options, counted in line.values["items"]:
            asked = (question, kind, objective, tuple(map(tuple, options)))
            for when, form, hands in counted:
                told, paired, gap = next(standings)
                vote = (asked, when, form, paired)
                so_far = votes.get(vote)
                if so_far is None:
                    so_far = votes[vote] = _VoteSum([0] * len(options))
                so_far.gap += gap
                if told:
                    so_far.sessions += 1
                    so_far.hands = [*map(add, so_far.hands, hands)]
                else:
                    so_far.left_out += 1

    def cells(self) -> Cells:
        """The cells to which the database must come, too."""
        sums: dict[tuple[Any, ...], list[int]] = {}
        for (asked, when, form, paired), vote in self._votes.items():
            question, kind, objective, options = asked
            gap = vote.gap
            for (option, right), hands in zip(options, vote.hands, strict=True):
                cell = (question, option, when, form, kind, objective, right, paired)
                so_far = sums.get(cell, [0, 0, 0, 0])
                sums[cell] = [*map(add, so_far, (hands, vote.sessions, vote.left_out, gap))]
                gap = 0
        return {
            cell: (hands if sessions else None, sessions, left_out, gap)
            for cell, (hands, sessions, left_out, gap) in sums.items()
        }


@dataclass(slots=True)
class _VoteSum:
    """A vote over the sessions that may tell it: hands for each option, in order."""

    hands: list[int]
    sessions: int = 0
    left_out: int = 0
    gap: int = 0


def added_up(db: sqlite3.Connection, ids: Iterable[int] | None) -> Cells:
    """The cells of the sessions with these numbers; None: of all, which takes less time."""
    which = "1" if ids is None else f"result {_OF_THESE}"
    query = f"""
        SELECT question, option, occasion, form, kind, objective, is_right, paired,
               sum(hands), count(hands), count(*) - count(hands), sum(gap)
        FROM tallies WHERE {which} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8"""  # noqa: S608 - our own words
    rows = db.execute(query, () if ids is None else (json.dumps([*ids]),))
    return {row[:8]: row[8:] for row in rows}


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
    for cell, (hands, sessions, left_out, gap) in cells.items():
        question, option, when, form, kind, objective, right, paired = cell
        yield RawCell(
            when=when, form=form, question=question, kind=kind, objective=objective,
            option=option, right=bool(right), paired=bool(paired), hands=hands, sessions=sessions,
            left_out=left_out, gap=gap,
        )  # fmt: skip
