"""Reports on what was kept and gathered: choosing the sessions, and adding them up in SQL.

Gives `scoring` the sums it asks for. The tallies, of which there may be millions, are added
up by the database; what is there once for each session is read from its line. Nothing of a
session is counted whose line or tallies were altered on the disk.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from toolkit import RELEASED
from toolkit.errors import WrongCall, WrongInput
from toolkit.language import said
from toolkit.records.cells import LineSums, added_up, altered, raw
from toolkit.records.result_checks import VILLAGE, clean
from toolkit.records.result_lines import digest_of, known, without_tallies
from toolkit.session.figures import Figures, Scope
from toolkit.session.result import Result
from toolkit.session.scoring import alike, figures, sums_of

if TYPE_CHECKING:
    from toolkit.records.journal import Journal

LAST = "last"
"""Asks for the newest session."""

_FIRST, _NEVER = f"{RELEASED.year}-01-01", "9999-12-31"
"""No session was held before the first year of this program, nor after the last of all."""

_NEWEST = "ORDER BY gathered, day DESC, id DESC"
_NAMED = 5
"""So many sessions or villages are named to somebody who asked for one that is not there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is wanted about; everything that is given must hold. Days are ISO dates.

    `session` is LAST, or a uid or its beginning. A session that is dated after `today`, where
    that is given, was held when the clock of its laptop was wrong.
    """

    session: str = ""
    village: str = ""
    since: str = ""
    until: str = ""
    today: str = ""


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
        cells = added_up(db, None if chosen.all_of(db) else chosen.ids)
        if cells != chosen.sums.cells():
            chosen = _chosen(db, asked, altered(db, chosen.ids))
            cells = added_up(db, chosen.ids)
        if not chosen.ids:
            raise _nothing(db, chosen.broken)
    sums = replace(
        sums_of(chosen.results),
        cells=tuple(raw(cells)),
        words=chosen.words,
        by_hands=chosen.sums.by_hands,
        on_slips=chosen.sums.on_slips,
    )
    return Report(figures(sums, _scope(chosen, asked), least_signs), chosen.broken)


@dataclass(slots=True)
class _Chosen:
    """The sessions of a report, the newest last: their numbers in the file, and their results.

    These are without tallies and words: ten thousand of them would not fit into an old
    laptop. `broken` counts the damaged ones, which are not among them. `sums` are what the
    tallies must come to.
    """

    ids: list[int] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    sums: LineSums = field(default_factory=LineSums)
    gathered: int = 0
    broken: int = 0

    def all_of(self, db: sqlite3.Connection) -> bool:
        """Are these all sessions that there are?"""
        (there,) = db.execute("SELECT count(*) FROM results").fetchone()
        return len(self.ids) == int(there)


def _chosen(db: sqlite3.Connection, asked: Asked, without: Collection[int] = ()) -> _Chosen:
    """The sessions asked for; those `without` are known to be damaged."""
    where, values = _where(db, asked)
    chosen = _Chosen()
    # The newest words have their way, but not those of a laptop whose clock ran ahead.
    order = "day > ? DESC, day, uid"
    query = f"SELECT id, gathered, digest, body FROM results WHERE {where} ORDER BY {order}"  # noqa: S608 - our own words
    for id_, gathered, digest, body in db.execute(query, [*values, asked.today or _NEVER]):
        # The line proves itself; a flipped bit on an old disk must not become a figure.
        if id_ in without or digest_of(body) != digest:
            chosen.broken += 1
            continue
        line = known(body, digest)
        result = without_tallies(line)
        chosen.sums.add(line)
        chosen.ids.append(id_)
        chosen.results.append(replace(result, words={}))
        chosen.gathered += bool(gathered)
        for code, told in result.words.items():
            chosen.words.setdefault(code, {}).update(told)
    return chosen


def _where(db: sqlite3.Connection, asked: Asked) -> tuple[str, list[str]]:
    terms, values = ["1"], []
    if asked.village:
        terms.append("village IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(_spellings(db, clean(asked.village, VILLAGE))))
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


def _spellings(db: sqlite3.Connection, name: str) -> list[str]:
    """All spellings of the village of that name. Raises WrongCall, naming the nearest."""
    told = db.execute("SELECT DISTINCT village FROM results ORDER BY 1")
    names = [str(found) for (found,) in told]
    found = [one for one in names if alike(one) == alike(name)]
    if found or not names:
        return found
    what = said("There is no session from a village called {name}.", name=name)
    known = {alike(one): one for one in names}
    near = [known[one] for one in get_close_matches(alike(name), known, _NAMED, cutoff=0.5)]
    if near:
        raise WrongCall(what, said("Did you mean {near}?", near=" / ".join(near)))
    some = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    raise WrongCall(what, said("There are: {names}", names=some))


def _session(db: sqlite3.Connection, beginning: str) -> str:
    """The one session whose uid begins so. Raises WrongCall, naming the newest, if there is none."""
    query = "SELECT uid FROM results WHERE substr(uid, 1, ?) = ? LIMIT 2"
    found = db.execute(query, (len(beginning), beginning)).fetchall()
    if len(found) == 1:
        return str(found[0][0])
    newest = db.execute(f"SELECT uid, village, day FROM results {_NEWEST} LIMIT {_NAMED}")  # noqa: S608 - our own words
    names = ", ".join(f"{uid[:8]} ({village}, {day})" for uid, village, day in newest)
    if found:
        what = said("Several sessions begin with {id}.", id=beginning)
    else:
        what = said("There is no session {id}.", id=beginning)
    raise WrongCall(what, said("The newest are: last, {names}", names=names))


def _nothing(db: sqlite3.Connection, broken: int) -> WrongInput:
    if broken:
        return WrongInput(
            said("All sessions that fit what you asked for are damaged."),
            said("If they are on a stick, bring them in from there:  cekdulu gather DIR"),
        )
    (there,) = db.execute("SELECT count(*) FROM results").fetchone()
    if there:
        return WrongInput(
            said("No session fits what you asked for."),
            said("Ask with fewer limits, for example without --since and --until."),
        )
    return WrongInput(
        said("There is no finished session to report on yet."),
        said("Lead one and end it:  cekdulu hall  Or bring others in:  cekdulu gather DIR"),
    )


def _scope(chosen: _Chosen, asked: Asked) -> Scope:
    # The newest spelling of each.
    villages = {alike(one.setup.village): one.setup.village for one in chosen.results}
    return Scope(
        session=chosen.results[0].uid if asked.session else "",
        # Also where it was not asked for: a report on one village says which.
        village=next(iter(villages.values())) if len(villages) == 1 else "",
        since=asked.since,
        until=asked.until,
        days=tuple(sorted({result.day for result in chosen.results})),
        sessions=len(chosen.results),
        gathered=chosen.gathered,
        odd_days=sum(not _FIRST <= one.day <= (asked.today or _NEVER) for one in chosen.results),
    )
