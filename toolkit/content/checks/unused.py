"""What is made and never used: facts, sources, offers and chats that nothing refers to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from toolkit.content.checks.links import KINDS, Sections, named_by
from toolkit.content.checks.proposals import nearest
from toolkit.content.checks.spoken import Heard, facts_told
from toolkit.content.place import Problem, Severity, place_of
from toolkit.language import Said, said


def never_used(
    sections: Sections,
    theirs: Collection[str],
    elsewhere: Collection[str],
    aside: Collection[Any],
    heard: Heard,
) -> Iterator[Problem]:
    """A problem for each fact, source, offer and chat that nothing refers to.

    `theirs` are a trainer's files; without any it is our own library that is asked about,
    whose facts and sources are there for trainers to use. `elsewhere` are the words of
    files that are left out, `aside` their records: what stands in them may be used there.
    """
    kinds = ("facts", "sources", "offers", "scenarios") if theirs else ("offers", "scenarios")
    asked = [
        (section, record)
        for section in kinds
        for record in sections[section].values()
        if not theirs or record.at.file in theirs
    ]
    if not asked:
        return
    used = _used([*_every(sections), *aside], sections, heard)
    pairs = _played(sections, used)
    for section, record in asked:
        if (section, record.id) in used or any(record.id in words for words in elsewhere):
            continue
        if section == "offers" and record.pair in pairs:
            # An offer is played beside its twin.
            continue
        yield Problem(
            place_of(record.id, record.at),
            "never-used",
            said('Nothing uses the {kind} "{id}".', kind=KINDS[section], id=record.id),
            _use(section, record.id),
            Severity.WARNING,
        )


def _use(section: str, id: str) -> Said:
    if section == "facts":
        return said("Write it into a text:  {{fact:{id}}}  - or take it out.", id=id)
    if section == "sources":
        return said("Name it at a fact or a lesson:  sources: [{id}]  - or take it out.", id=id)
    if section == "offers":
        return said("Name it in a question of the kind verdict:  offer: {id}", id=id)
    return said("Name it in a question of the kind scenario:  scenario: {id}", id=id)


def _every(sections: Sections) -> Iterator[Any]:
    for records in sections.values():
        yield from records.values()


def _used(records: Collection[Any], sections: Sections, heard: Heard) -> set[tuple[str, str]]:
    """Section and id of all that some records refer to."""
    used = {
        (named.section, named.id)
        for record in records
        for named in named_by(heard.of(record))
        if named.section != "facts"
    }
    used |= {("facts", one) for one in facts_told(records, heard)}
    # Who mistyped an id meant to use what has it: one slip, one problem.
    return used | {(at, nearest(one, sections[at])) for at, one in used if one not in sections[at]}


def _played(sections: Sections, used: Collection[tuple[str, str]]) -> set[str]:
    """The pairs of offers of which one is used, or whose twin is missing."""
    offers = sections["offers"].values()
    pairs = {one.pair for one in offers if ("offers", one.id) in used}
    # Of an offer without its twin that is told, and it may be the other's that is used.
    return pairs | {one.pair for one in offers} - {
        one.pair
        for one in offers
        if one.honest
        for two in offers
        if two.pair == one.pair and not two.honest
    }
