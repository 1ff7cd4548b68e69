"""What else stands in quizzes/: a bank of offers, or a branching chat."""

from __future__ import annotations

from toolkit.content.offer import Offer, Reply, Scenario, Turn
from toolkit.content.shaping.keys import Key, optional
from toolkit.content.shaping.prose import Prose
from toolkit.content.shaping.schema import ListOf, Record
from toolkit.content.shaping.shapes import Whole, YesNo, ident
from toolkit.language import said

OFFER = Record(
    said("offer"),
    Offer,
    {
        "id": Key(said("The offer's permanent id."), ident("dek-a")),
        "pair": Key(
            said("A word that the honest offer and its twin, the trap, share."), ident("dek")
        ),
        "honest": Key(said("true if it is honest, false if it is a trap."), YesNo()),
        "level": Key(
            said("How hard it is to tell: 1 easy, 3 hard."),
            Whole(
                1,
                3,
            ),
            fits=True,
        ),
        "message": Key(
            said("The lines of the made-up message, marked as an example."),
            ListOf(Prose(), most=12),
        ),
        "signs": optional(
            said("Only on a trap: what gives it away."), ListOf(Prose(), most=12), ()
        ),
        "checks": Key(
            said("What must still be checked, even when the offer is honest."),
            ListOf(Prose(), most=12),
        ),
    },
)

OFFER_FILE = Record(
    said("offer file"),
    dict,
    {"offers": Key(said("The offers, honest ones and traps in pairs."), ListOf(OFFER))},
    placed=False,
)

_REPLY = Record(
    said("reply"),
    Reply,
    {
        "id": Key(said("The reply's permanent id, a short word."), ident("tanya")),
        "text": Key(said("What the learner may answer."), Prose()),
        "next": Key(said("Id of the turn that it leads to."), ident("penutup")),
    },
    placed=False,
)

_TURN = Record(
    said("turn"),
    Turn,
    {
        "id": Key(said("The turn's permanent id, a short word."), ident("salam")),
        "says": Key(
            said(
                "What the other one writes, message by message. One that stands wholly in round brackets is told by a narrator."
            ),
            ListOf(Prose(), most=12),
        ),
        "replies": optional(
            said("What the learner may answer; left out where the chat ends."),
            ListOf(_REPLY, most=9),
            (),
        ),
        "debrief": optional(said("Where the chat ends: what can be learned from it."), Prose()),
        "technique": optional(
            said("What the recruiter is doing here: hurrying, flattering, keeping secrets."),
            Prose(),
        ),
    },
)

SCENARIO = Record(
    said("chat"),
    Scenario,
    {
        "scenario": Key(said("The chat's permanent id."), ident("paman"), field="id"),
        "title": Key(said("The chat's title."), Prose()),
        "partner": Key(said("Who writes, with a made-up name marked as an example."), Prose()),
        "turns": Key(said("The turns of the chat; it begins with the first."), ListOf(_TURN)),
    },
)
