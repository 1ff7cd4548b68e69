"""Sessions that travel on sticks, for tests: any result, journals that hold some, files of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from toolkit.records.handover_file import content
from toolkit.records.journal import Journal
from toolkit.records.result_lines import as_json
from toolkit.records.results import keep
from toolkit.session.agenda import Measure, Part, Setup
from toolkit.session.figures import WHENS
from toolkit.session.result import Result, Tally

HANDS = st.integers(0, 9999) | st.integers(0, 9)
PLAIN = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="\u2028\u2029"), max_size=12
)
"""Texts that need no cleaning."""
NAMES = st.sampled_from(["a", "b", "trap", "0", "1"])
UIDS = st.uuids().map(lambda one: one.hex)


@st.composite
def results(draw: st.DrawFn, uids: st.SearchStrategy[str] = UIDS) -> Result:
    """Any result whose texts are clean; few questions, so that sessions have some in common."""
    band = st.none() | HANDS
    setup = Setup(
        draw(PLAIN), draw(HANDS), draw(HANDS), tuple(draw(st.lists(PLAIN, max_size=2))),
        draw(st.sampled_from(Measure)), draw(band), draw(band), draw(band),
    )  # fmt: skip
    asked = st.tuples(
        st.sampled_from(WHENS), st.sampled_from(["", "a", "b"]), st.sampled_from(["q1", "q2", "q3"])
    )
    tallies: list[Tally] = []
    for when, form, question in draw(st.lists(asked, max_size=4, unique=True)):
        kind = draw(st.sampled_from(["choice", "spot", "verdict"]))
        for option in draw(st.lists(NAMES, min_size=1, max_size=3, unique=True)):
            right, hands = draw(st.booleans()), draw(HANDS)
            tallies.append(Tally(when, form, question, kind, f"o-{question}", option, right, hands))
    parts = draw(st.lists(st.sampled_from(Part), max_size=2, unique=True))
    return Result(
        uid=draw(uids),
        events=draw(st.integers(0, 3)),
        day=draw(st.dates(date(2026, 1, 1), date(2026, 12, 31))).isoformat(),
        setup=setup,
        heads=draw(HANDS),
        tallies=tuple(tallies),
        marked=tuple(draw(st.lists(PLAIN, max_size=2))),
        times=tuple((part, draw(HANDS), draw(HANDS)) for part in parts),
        words=draw(
            st.dictionaries(
                st.sampled_from(["id", "en"]), st.dictionaries(NAMES, PLAIN, max_size=2)
            )
        ),
        priorities=draw(st.dictionaries(NAMES, st.sampled_from(["should", "could"]), max_size=2)),
    )


def journal_of(folder: Path, *told: Result, gathered: bool = False) -> Journal:
    """A journal that holds these results."""
    journal = Journal(folder)
    with journal.writing() as db:
        for one in told:
            keep(db, one, gathered=gathered)
    return journal


def handed(laptop: str, told: Sequence[Result]) -> bytes:
    """The file in which a laptop hands these over."""
    return content(laptop, [as_json(one) for one in sorted(told, key=lambda one: one.uid)])


def kept(journal: Journal) -> list[tuple[object, ...]]:
    """All that a journal holds of results, but for the numbers that SQLite gave them."""
    with journal.reading() as db:
        told = db.execute(
            "SELECT uid, events, digest, gathered, day, village, heads, body FROM results ORDER BY uid"
        ).fetchall()
        tallies = db.execute(
            "SELECT uid, tallies.* FROM tallies JOIN results ON id = result"
        ).fetchall()
    return [*told, *sorted((uid, *rest) for uid, _, *rest in tallies)]
