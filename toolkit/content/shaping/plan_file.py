"""What stands in lessons/plans/: session plans, each for some people and so many minutes."""

from __future__ import annotations

from toolkit.content.session_plan import AUDIENCES, Audience, SessionPlan
from toolkit.content.shaping.keys import Key, optional
from toolkit.content.shaping.prose import Prose
from toolkit.content.shaping.schema import ListOf, Record
from toolkit.content.shaping.shapes import Ident, OneOf, Whole, YesNo, ident
from toolkit.language import said

SHORTEST, LONGEST = 15, 180
"""Minutes: in fewer nobody learns anything, and after more nobody listens any longer."""

_AUDIENCE = OneOf(Audience, tuple(AUDIENCES.values()))

PLAN = Record(
    said("session plan"),
    SessionPlan,
    {
        "id": Key(
            said("The plan's permanent id: for whom it is, and its minutes."), ident("muda-60")
        ),
        "audience": Key(said("Whom the session is for."), _AUDIENCE, fits=True),
        "minutes": Key(
            said("How long it takes, from the welcome to the goodbye."),
            Whole(SHORTEST, LONGEST),
            sample="60",
        ),
        "title": Key(said("The plan's name, at most 40 letters."), Prose()),
        "aims": Key(
            said("What the people take home, in one to four short sentences."),
            ListOf(Prose(), most=4),
        ),
        "lessons": Key(
            said("Ids of the lessons, in the order of the library."),
            ListOf(Ident("kapal"), most=4),
        ),
        "chat": optional(said("Id of a chat to play together, if there is time."), Ident("paman"), ""),
        "products": Key(
            said("Ids of what to print for it, as  cekdulu list  tells them."),
            ListOf(Ident("leaflet"), most=20),
        ),
        "bring": Key(
            said("What else to prepare and to bring, in short sentences."),
            ListOf(Prose(), most=6),
        ),
        "tips": Key(said("How to talk with these people: two to five pieces of advice."), ListOf(Prose(), most=5)),
        "leave_out": Key(
            said("What to leave out when time is short, the first thing first."),
            ListOf(Prose(), most=5),
        ),
        "refresher": optional(
            said("true for a meeting about a month later, with the questions kept for it."),
            YesNo(),
            False,
        ),
    },
)  # fmt: skip

PLAN_FILE = Record(
    said("plan file"),
    dict,
    {"plans": Key(said("The session plans."), ListOf(PLAN))},
    placed=False,
)
