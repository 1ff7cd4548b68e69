"""What stands in lessons/reference/: sources, facts, contacts, terms, do-not-print; and print/."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from toolkit.content.desk import Desk
from toolkit.content.nodes import Mapping as Group
from toolkit.content.nodes import Node
from toolkit.content.product import Product
from toolkit.content.prose import Name, Prose
from toolkit.content.reference import Banned, Channel, Contact, Fact, Reach, Source, Term
from toolkit.content.schema import Key, ListOf, Record, optional
from toolkit.content.shapes import MISSING, Day, OneOf, Shape, When, Whole, Words, YesNo, ident
from toolkit.language import Said, said

IDS = ListOf(ident(), least=1)

SOURCE = Record(
    said("A source"),
    Source,
    {
        "id": ident(),
        "publisher": Name(),
        "title": Name(),
        "date": optional(When()),
        "inferred": optional(YesNo(), False),
        "address": optional(Words(), ""),
    },
)

_VALUES: dict[str, Shape] = {"number": Whole(), "date": When(), "text": Prose()}


@dataclass(frozen=True)
class FactShape:
    """A fact: its value is a number, a date or a text, and exactly one of them."""

    name: Said = field(default_factory=lambda: said("A fact"))

    def read(self, node: Node, desk: Desk) -> Any:
        """The fact, or MISSING."""
        given = [key for key in _VALUES if isinstance(node, Group) and key in node.entries]
        if isinstance(node, Group) and len(given) != 1:
            desk.error(
                node.at,
                "fact-value",
                said("A fact has exactly one value: number, date or text."),
                said("Keep the one that fits:  number: 2692  or  date: 2025-05-19  or  text: ..."),
            )
            return MISSING
        value = given[0] if given else "number"
        return Record(
            self.name,
            Fact,
            {
                "id": ident(),
                value: Key(_VALUES[value], field="value"),
                "about": Prose(),
                "sources": IDS,
                "as_of": When(),
                "review_by": Day(),
            },
        ).read(node, desk)


CONTACT = Record(
    said("A contact"),
    Contact,
    {
        "id": ident(),
        "name": Prose(),
        "number": Words(),
        "dial": Words(
            said("what to dial (digits and +), or an address that begins with https://"),
            r"\+?\d{3,15}|https://[\x21-\x7e]+",
        ),
        "channel": OneOf(Channel),
        "scope": Prose(),
        "reach": OneOf(Reach),
        "note": optional(Prose()),
        "sources": IDS,
        "seen_on": When(),
        "verified_on": optional(Day()),
        "review_by": Day(),
    },
)

TERM = Record(
    said("A term"),
    Term,
    {"id": ident(), "word": Prose(), "long": optional(Prose()), "means": Prose()},
)

BANNED = Record(said("A do-not-print entry"), Banned, {"number": Words(), "why": Prose()})

PRODUCT = Record(
    said("A product"),
    Product,
    {
        "id": ident(),
        "title": Prose(),
        "about": Prose(),
        "papers": ListOf(OneOf(("a4", "f4")), least=1, most=2),
    },
)

REFERENCE_FILE = Record(
    said("A reference file"),
    dict,
    {
        "sources": optional(ListOf(SOURCE), ()),
        "facts": optional(ListOf(FactShape()), ()),
        "contacts": optional(ListOf(CONTACT), ()),
        "terms": optional(ListOf(TERM, most=500), ()),
        "do_not_print": optional(ListOf(BANNED), (), field="banned"),
    },
    placed=False,
)

PRINT_FILE = Record(said("A print file"), dict, {"products": ListOf(PRODUCT)}, placed=False)
