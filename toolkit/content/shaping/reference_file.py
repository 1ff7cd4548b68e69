"""What stands in lessons/reference/: sources, facts, contacts, terms, words, claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from toolkit.content.reading.desk import Desk
from toolkit.content.reading.nodes import Mapping as Group
from toolkit.content.reading.nodes import Node
from toolkit.content.reference import (
    Banned,
    Channel,
    Contact,
    Fact,
    OfficeWord,
    Reach,
    Source,
    Term,
)
from toolkit.content.shaping.claim_file import CLAIM
from toolkit.content.shaping.keys import Key, optional
from toolkit.content.shaping.prose import Name, Prose
from toolkit.content.shaping.schema import ListOf, Record
from toolkit.content.shaping.shapes import (
    MISSING,
    Day,
    Dial,
    Ident,
    OneOf,
    When,
    Whole,
    Words,
    YesNo,
    ident,
)
from toolkit.language import said

_SOURCES = Key(said("Ids of the sources that say so."), ListOf(Ident("sumber-anda")))

SOURCE = Record(
    said("source"),
    Source,
    {
        "id": Key(
            said("The source's permanent id, such as its publisher and date."),
            ident("antara-2026-01"),
        ),
        "publisher": Key(said("Who published it."), Name(), sample="ANTARA"),
        "title": Key(
            said("The title as published; in square brackets if we describe it ourselves."), Name()
        ),
        "date": optional(said("When it was published, as precisely as it is known."), When()),
        "inferred": optional(
            said("true only if the date is our reading and is not printed there."), YesNo(), False
        ),
        "address": optional(said("Where it can be read on the internet."), Words(), ""),
    },
)

_VALUES = {
    "number": Key(
        said("The value, if it is a number: digits only."), Whole(), field="value", sample="12"
    ),
    "date": Key(
        said("The value, if it is a date, as precise as it is known."), When(), field="value"
    ),
    "text": Key(said("The value, if it is a sentence."), Prose(), field="value"),
}


def _fact(value: str) -> Record:
    return Record(
        said("fact"),
        Fact,
        {
            "id": Key(
                said("The fact's permanent id; texts name it as {{fact:id}}."), ident("kasus-2026")
            ),
            value: _VALUES[value],
            "about": Key(
                said("What it counts, for whom and when, so that the figure never stands alone."),
                Prose(),
            ),
            "sources": _SOURCES,
            "as_of": Key(said("The day, month or year for which it was true."), When()),
            "review_by": Key(said("The day by which somebody must look at it again."), Day()),
        },
        also=frozenset(_VALUES),
    )


@dataclass(frozen=True, eq=False)
class FactShape:
    """A fact: its value is a number, a date or a text, and exactly one of them."""

    facts: dict[str, Record]

    @property
    def name(self) -> Any:
        """What should stand there."""
        return self.facts["number"].name

    @property
    def sample(self) -> str:
        """How a fact begins."""
        return self.facts["number"].sample

    @property
    def alternatives(self) -> tuple[Record, ...]:
        """A record for each sort of value."""
        return tuple(self.facts.values())

    def read(self, node: Node, desk: Desk) -> Any:
        """The fact, or MISSING."""
        if not isinstance(node, Group):
            return self.facts["number"].read(node, desk)
        given = [key for key in self.facts if key in node.entries]
        if len(given) == 1:
            return self.facts[given[0]].read(node, desk)
        if not given and (likely := self._likely(node)):
            return self.facts[likely].read(node, desk)
        mend = (
            said("Keep the one that fits:  number: 12  or  date: 2026-11-22  or  text: …")
            if given
            else said("Add one of these lines:  number: 12  or  date: 2026-11-22  or  text: …")
        )
        at = node.entries[given[1]][0].at if given else node.at
        desk.error(
            at, "fact-value", said("A fact has exactly one value: number, date or text."), mend
        )
        for key, (_, value) in node.entries.items():
            if key in self.facts["number"].keys:
                self.facts["number"].keys[key].shape.read(value, desk)
        return MISSING

    def unread(self, node: Node) -> Any:  # noqa: ARG002 - every shape's is called alike
        """Nothing stands in for a fact."""
        return MISSING

    def _likely(self, node: Group) -> str:
        """The value that a misspelt key was meant for, "" if there is none."""
        from toolkit.content.shaping import synonyms

        known = self.facts["number"].keys
        odd = [key for key in node.entries if key not in known]
        return next(
            (near for key in odd if (near := synonyms.meant(key, [*self.facts], synonyms.KEYS)[0])),
            "",
        )


FACT = FactShape({value: _fact(value) for value in _VALUES})

CONTACT = Record(
    said("contact"),
    Contact,
    {
        "id": Key(
            said("The contact's permanent id; texts name it as {{contact:id}}."), ident("kbri-1")
        ),
        "name": Key(said("Its short name, at most 28 letters."), Prose()),
        "number": Key(said("The number as it is printed."), Words(), sample='"…"'),
        "dial": Key(
            said("What a telephone dials: digits and + only; for a website its address."),
            Dial(),
            sample='"+62…"',
        ),
        "channel": Key(
            said("How it is reached."),
            OneOf(Channel, (said("by telephone"), said("by WhatsApp"), said("on the internet"))),
        ),
        "scope": Key(said("For whom and what for, in a few words."), Prose()),
        "reach": Key(
            said("From where it can be reached."),
            OneOf(
                Reach,
                (
                    said("only from inside Indonesia"),
                    said("only from outside Indonesia"),
                    said("from everywhere"),
                ),
            ),
        ),
        "note": optional(said("What else helps: free, day and night. A few words."), Prose()),
        "sources": _SOURCES,
        "seen_on": Key(said("When the number was last seen in print."), When()),
        "verified_on": optional(
            said("The day on which a person dialled it; left out until somebody has."), Day()
        ),
        "review_by": Key(said("The day by which somebody must look at it again."), Day()),
    },
)

TERM = Record(
    said("term"),
    Term,
    {
        "id": Key(said("The term's permanent id; texts name it as {{term:id}}."), ident("calo")),
        "word": Key(said("The word as it stands in a sentence."), Prose()),
        "long": optional(said("What the word is short for."), Prose()),
        "means": Key(said("What it means, in words that a child of twelve understands."), Prose()),
    },
)

OFFICE_WORD = Record(
    said("office word"),
    OfficeWord,
    {
        "id": Key(said("The office word's permanent id."), ident("verifikasi")),
        "language": Key(said("The language it is a word of: its code."), Words(), sample="id"),
        "words": Key(
            said("Its written forms."), ListOf(Words()), sample="[verifikasi, diverifikasi]"
        ),
        "say": Key(said("What to say instead."), Words(), sample="mengecek"),
        "term": optional(
            said("Id of the glossary term that explains it."), Ident("calo"), "", sample="calo"
        ),
    },
)

BANNED = Record(
    said("do-not-print entry"),
    Banned,
    {
        "number": Key(
            said("The number that must never be printed."), Words(), sample='"0211234567"'
        ),
        "why": Key(said("Why it must not be printed."), Prose()),
    },
)

REFERENCE_FILE = Record(
    said("reference file"),
    dict,
    {
        "sources": optional(said("Where we know things from."), ListOf(SOURCE), ()),
        "facts": optional(
            said("Figures, dates and legal statements, each typed once."), ListOf(FACT), ()
        ),
        "contacts": optional(said("Help lines."), ListOf(CONTACT), ()),
        "terms": optional(
            said("The glossary: difficult words, explained."), ListOf(TERM, most=500), ()
        ),
        "office_words": optional(
            said("Words that officials use and neighbours do not."),
            ListOf(OFFICE_WORD, most=500),
            (),
        ),
        "claims": optional(
            said("What sources say, and where it is taught or why it is left out."),
            ListOf(CLAIM, most=500),
            (),
        ),
        "do_not_print": optional(
            said("Numbers that circulate and must never be printed."),
            ListOf(BANNED),
            (),
            field="banned",
        ),
    },
    placed=False,
)
