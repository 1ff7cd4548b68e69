"""Reports on what was kept and gathered: choosing the sessions, and adding them up in SQL.

Gives `scoring` the sums it asks for. The tallies, of which there may be millions, are added
up by the database; what is there once for each session is read from its line.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from toolkit.errors import WrongCall, WrongInput
from toolkit.language import said
from toolkit.records.result_lines import VILLAGE, clean, digest_of, without_tallies
from toolkit.session.figures import Figures, Scope
from toolkit.session.result import Result
from toolkit.session.scoring import RawCell, figures, sums_of

if TYPE_CHECKING:
    from toolkit.records.journal import Journal

LAST = "last"
"""Asks for the newest session."""

_NEWEST = "ORDER BY gathered, day DESC, id DESC"
_NAMED = 5
"""So many sessions or villages are named to somebody who asked for one that is not there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is wanted about; everything that is given must hold. Days are ISO dates.

    `session` is LAST, or a uid or its beginning.
    """

    session: str = ""
    village: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The figures, and how many sessions could not be counted because their record is damaged."""

    figures: Figures
    broken: int


def report(journal: Journal, asked: Asked, least_signs: int = 3) -> Report:
    """The report on some sessions, this laptop's own and gathered ones together.

    Raises WrongCall for a session or village that is not there, WrongInput if nothing is left
    that is asked for, Breakdown if the journal cannot be read.
    """
    with journal.reading() as db:
        chosen = _chosen(db, asked)
        if not chosen.ids:
            raise _nothing(db)
        cells = tuple(_cells(db, chosen.ids))
    sums = replace(sums_of(chosen.results), cells=cells, words=chosen.words)
    return Report(figures(sums, _scope(chosen, asked), least_signs), chosen.broken)


@dataclass(slots=True)
class _Chosen:
    """The sessions of a report, the newest last: their numbers in the file, and their results.

    These are without tallies and words: ten thousand of them would not fit into an old
    laptop. `broken` counts the damaged ones, which are not among them.
    """

    ids: list[int] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    gathered: bool = False
    broken: int = 0


def _chosen(db: sqlite3.Connection, asked: Asked) -> _Chosen:
    where, values = _where(db, asked)
    chosen = _Chosen()
    query = f"SELECT id, gathered, digest, body FROM results WHERE {where} ORDER BY day, uid"  # noqa: S608 - our own words
    for id_, gathered, digest, body in db.execute(query, values):
        # The line proves itself; a flipped bit on an old disk must not become a figure.
        if digest_of(body) != digest:
            chosen.broken += 1
            continue
        result = without_tallies(body)
        chosen.ids.append(id_)
        chosen.results.append(replace(result, words={}))
        chosen.gathered |= bool(gathered)
        for code, told in result.words.items():
            chosen.words.setdefault(code, {}).update(told)
    return chosen


def _where(db: sqlite3.Connection, asked: Asked) -> tuple[str, list[str]]:
    terms, values = ["1"], []
    if asked.village:
        terms.append("village = ?")
        values.append(_village(db, clean(asked.village, VILLAGE)))
    for term, day in (("day >= ?", asked.since), ("day <= ?", asked.until)):
        if day:
            terms.append(term)
            values.append(day)
    where = " AND ".join(terms)
    if asked.session == LAST:
        return f"id = (SELECT id FROM results WHERE {where} {_NEWEST} LIMIT 1)", values  # noqa: S608 - our own words
    if asked.session:
        return f"{where} AND uid = ?", [*values, _session(db, asked.session)]
    return where, values


def _village(db: sqlite3.Connection, name: str) -> str:
    """The village of that name, in capitals or not. Raises WrongCall, naming the nearest."""
    told = db.execute("SELECT DISTINCT village FROM results ORDER BY 1")
    names = [str(found) for (found,) in told]
    if name in names or not names:
        return name
    alike = {found.casefold(): found for found in names}
    if name.casefold() in alike:
        return alike[name.casefold()]
    what = said("There is no session from a village called {name}.", name=name)
    near = [alike[one] for one in get_close_matches(name.casefold(), alike, _NAMED, cutoff=0.5)]
    if near:
        raise WrongCall(what, said("Did you mean {near}?", near=" / ".join(near)))
    some = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    raise WrongCall(what, said("There are: {names}", names=some))


def _session(db: sqlite3.Connection, beginning: str) -> str:
    """The one session whose uid begins so. Raises WrongCall, naming the newest, if there is none."""
    alike = "SELECT uid FROM results WHERE substr(uid, 1, ?) = ? LIMIT 2"
    found = db.execute(alike, (len(beginning), beginning)).fetchall()
    if len(found) == 1:
        return str(found[0][0])
    newest = db.execute(f"SELECT uid, village, day FROM results {_NEWEST} LIMIT {_NAMED}")  # noqa: S608 - our own words
    names = ", ".join(f"{uid[:8]} ({village}, {day})" for uid, village, day in newest)
    if found:
        what = said("Several sessions begin with {id}.", id=beginning)
    else:
        what = said("There is no session {id}.", id=beginning)
    raise WrongCall(what, said("The newest are: last, {names}", names=names))


def _nothing(db: sqlite3.Connection) -> WrongInput:
    (there,) = db.execute("SELECT count(*) FROM results").fetchone()
    if there:
        return WrongInput(
            said("No session fits what you asked for."),
            said("Ask for less at once, for example without --since and --until."),
        )
    return WrongInput(
        said("There is no finished session to report on yet."),
        said("Lead one and end it:  cekdulu hall  Or bring others in:  cekdulu gather DIR"),
    )


def _scope(chosen: _Chosen, asked: Asked) -> Scope:
    villages = {result.setup.village for result in chosen.results}
    return Scope(
        session=chosen.results[0].uid if asked.session else "",
        # Also where it was not asked for: a report on one village says which.
        village=villages.pop() if len(villages) == 1 else "",
        since=asked.since,
        until=asked.until,
        days=tuple(sorted({result.day for result in chosen.results})),
        sessions=len(chosen.results),
        gathered=chosen.gathered,
    )


def _cells(db: sqlite3.Connection, ids: list[int]) -> Iterator[RawCell]:
    (there,) = db.execute("SELECT count(*) FROM results").fetchone()
    # Asked session by session, all of them would take longer.
    which = "1" if len(ids) == there else "result IN (SELECT value FROM json_each(?))"
    query = f"""
        SELECT question, option, occasion, form, kind, objective, is_right, paired,
               sum(hands), count(DISTINCT result)
        FROM tallies WHERE {which} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8"""  # noqa: S608 - our own words
    for question, option, when, form, kind, objective, right, paired, hands, sessions in db.execute(
        query, () if which == "1" else (json.dumps(ids),)
    ):
        yield RawCell(
            when=when, form=form, question=question, kind=kind, objective=objective,
            option=option, right=bool(right), paired=bool(paired), hands=hands, sessions=sessions,
        )  # fmt: skip
