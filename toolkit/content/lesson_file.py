"""What stands in a lesson's file."""

from __future__ import annotations

from toolkit.content.lesson import Leaflet, Lesson, Objective, Page, Panel, Priority
from toolkit.content.prose import Prose
from toolkit.content.reference_file import IDS
from toolkit.content.schema import Key, ListOf, Record, optional
from toolkit.content.shapes import OneOf, Whole, ident
from toolkit.language import said

ICONS = (
    "phone", "chat", "person", "people", "house", "passport", "document", "money", "plane", "boat", "warning",
    "question", "shield", "check", "cross", "hand", "lock", "clock", "book", "pin", "magnifier", "heart",
    "megaphone", "key",
)  # fmt: skip
"""Signs that every room can draw."""

OBJECTIVE = Record(
    said("An objective"),
    Objective,
    {"id": ident(), "priority": OneOf(Priority), "minutes": Whole(1, 120), "text": Prose()},
)

PAGE = Record(
    said("A page"),
    Page,
    {
        "id": ident(),
        "icon": OneOf(ICONS),
        "title": Prose(),
        "objectives": IDS,
        "show": ListOf(Prose(), least=1, most=6),
        "say": Prose(),
        "ask": optional(Prose()),
    },
)

PANEL = Record(
    said("A leaflet panel"),
    Panel,
    {"page": ident(), "more": optional(ListOf(Prose(), most=6), ())},
)

LEAFLET = Record(
    said("The leaflet"),
    Leaflet,
    {"front": Prose(), "inside": ListOf(PANEL, least=3, most=3), "scan": optional(ident(), "")},
    placed=False,
)

LESSON_FILE = Record(
    said("A lesson"),
    Lesson,
    {
        "lesson": Key(ident(), field="id"),
        "order": optional(Whole(1, 999), 100),
        "icon": OneOf(ICONS),
        "title": Prose(),
        "about": Prose(),
        "objectives": ListOf(OBJECTIVE, most=12),
        "pages": ListOf(PAGE, most=30),
        "takeaways": ListOf(Prose(), least=1, most=6),
        "leaflet": LEAFLET,
        "contacts": IDS,
        "sources": IDS,
    },
)
