"""What stands in a lesson's file."""

from __future__ import annotations

from toolkit import RELEASED
from toolkit.content.lesson import Leaflet, Lesson, Objective, Page, Panel, Priority, Review
from toolkit.content.shaping.keys import Key, optional
from toolkit.content.shaping.prose import Prose
from toolkit.content.shaping.schema import ListOf, Record
from toolkit.content.shaping.shapes import Day, Ident, OneOf, Whole, ident
from toolkit.language import said

ICONS = (
    "phone", "chat", "person", "people", "house", "passport", "document", "money", "plane", "boat", "warning",
    "question", "shield", "check", "cross", "hand", "lock", "clock", "book", "pin", "magnifier", "heart",
    "megaphone", "key",
)  # fmt: skip
"""Signs that every room can draw."""

PRIORITY = OneOf(
    Priority,
    (
        said("always taught, however short the session"),
        said("taught unless time is short"),
        said("taught only if there is time left"),
    ),
)

OBJECTIVE = Record(
    said("objective"),
    Objective,
    {
        "id": Key(
            said("Its permanent id: the lesson's id, a dot and a word. Never change it later."),
            ident("kapal.surat"),
        ),
        "priority": Key(
            said("What a short session may leave out: must, should or could."), PRIORITY, fits=True
        ),
        "minutes": Key(
            said("How many minutes it takes in the hall; the lesson's time is their sum."),
            Whole(1, 120),
            fits=True,
        ),
        "text": Key(said("What people can do afterwards, beginning with “You can …”."), Prose()),
    },
    hints={
        "title": said('Write what people can do in:  text: {{id: "…", en: "…"}}'),
    },
)

PAGE = Record(
    said("page"),
    Page,
    {
        "id": Key(said("The page's permanent id, a short word."), ident("surat")),
        "icon": Key(said("The sign beside the page's title."), OneOf(ICONS), fits=True),
        "title": Key(said("The page's title, at most 36 letters."), Prose()),
        "objectives": Key(
            said("Ids of the objectives that this page teaches."),
            ListOf(ident("kapal.surat")),
        ),
        "note": optional(
            said(
                "Only before a page that some may find hard: what comes, and that one may go out."
            ),
            Prose(),
        ),
        "show": Key(
            said("The lines that everybody reads on the screen: two to four short sentences."),
            ListOf(Prose(), least=1, most=6),
        ),
        "say": Key(said("What the facilitator says aloud."), Prose()),
        "ask": optional(said("A question to the room, never about people's own cases."), Prose()),
    },
    hints={
        "text": said("Write what is seen in:  show:  and what is said aloud in:  say:"),
    },
)

PANEL = Record(
    said("leaflet panel"),
    Panel,
    {
        "page": Key(said("Id of the page whose title and lines this panel shows."), ident("surat")),
        "more": optional(
            said("Sentences for a reader at home, who has nobody to explain."),
            ListOf(Prose(), most=6),
            (),
        ),
    },
)

LEAFLET = Record(
    said("leaflet"),
    Leaflet,
    {
        "front": Key(said("The one sentence on the leaflet's front."), Prose()),
        "inside": Key(
            said("Exactly three panels, in the order in which they are read."),
            ListOf(PANEL, least=3, most=3),
        ),
        "scan": optional(
            said(
                "Id of the contact that the square code opens; left out: the first that can be called."
            ),
            Ident("polri-110"),
            "",
        ),
    },
    placed=False,
)

_READ = Day(sample=str(RELEASED))
"""A day that has been: what is proposed may be written as it stands."""

REVIEW = Record(
    said("review"),
    Review,
    {
        "reader": optional(said("The day on which a native speaker had read all of it."), _READ),
        "officer": optional(said("The day on which an officer had read all of it."), _READ),
        "lawyer": optional(said("The day on which a lawyer had read all of it."), _READ),
    },
)

LESSON_FILE = Record(
    said("lesson"),
    Lesson,
    {
        "lesson": Key(
            said("The lesson's permanent id, the same as the file's name."),
            ident("kapal"),
            field="id",
        ),
        "order": optional(said("Its place on the home screen; 1 comes first."), Whole(1, 999), 100),
        "icon": Key(said("The sign beside the lesson's title."), OneOf(ICONS), fits=True),
        "title": Key(said("The lesson's title, at most 40 letters."), Prose()),
        "about": Key(said("One sentence that says what the lesson is about."), Prose()),
        "objectives": Key(said("What people can do afterwards."), ListOf(OBJECTIVE, most=12)),
        "pages": Key(said("The pages of the lesson, in order."), ListOf(PAGE, most=30)),
        "takeaways": Key(
            said("Short sentences to take home, shown at the end and on the leaflet."),
            ListOf(Prose(), least=1, most=6),
        ),
        "leaflet": Key(said("What the lesson's leaflet shows."), LEAFLET),
        "contacts": Key(
            said("Ids of the help lines on this lesson's leaflet; six at most are printed."),
            ListOf(Ident("polri-110")),
        ),
        "sources": Key(
            said("Ids of the sources of the lesson as a whole."), ListOf(Ident("sumber-anda"))
        ),
        "reviewed_by": optional(
            said("Who has read it, and when; no names. What is missing makes it a draft."),
            REVIEW,
            Review(),
            sample="{reader: 2026-11-22}",
        ),
    },
    hints={
        "minutes": said("Write it in each objective; the lesson's time is their sum:  minutes: 5"),
        "questions": said("Questions stand in a file of their own:  quizzes/"),
        "id": said("The lesson's id is written as:  lesson:"),
    },
)
