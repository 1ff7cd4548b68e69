"""What stands in quizzes/: a lesson's questions, a bank of offers, or a branching chat."""

from __future__ import annotations

from toolkit.content.offer import Offer, Reply, Scenario, Turn
from toolkit.content.prose import Prose
from toolkit.content.quiz import (
    Chat,
    Choice,
    Match,
    Mistake,
    Multiple,
    Opinion,
    Option,
    Order,
    Pair,
    Part,
    Quiz,
    Spot,
    Stance,
    Step,
    TrueFalse,
    Verdict,
)
from toolkit.content.schema import ByKind, Key, ListOf, Record, optional
from toolkit.content.shapes import Shape, Whole, YesNo, ident
from toolkit.language import said

OPTION = Record(
    said("An option"),
    Option,
    {
        "id": ident(),
        "text": Prose(),
        "right": optional(YesNo(), False),
        "belief": optional(Prose()),
        "reply": Prose(),
    },
)

MISTAKE = Record(said("A mistake"), Mistake, {"belief": Prose(), "reply": Prose()})

MISTAKES = ListOf(
    Record(
        said("A mistake"),
        Mistake,
        {"about": ListOf(ident(), most=2), "belief": Prose(), "reply": Prose()},
    ),
    most=12,
)

STEP = Record(said("A step"), Step, {"id": ident(), "text": Prose()}, placed=False)

PAIR = Record(
    said("A pair"), Pair, {"id": ident(), "left": Prose(), "right": Prose()}, placed=False
)

PART = Record(
    said("A part of the message"),
    Part,
    {"id": ident(), "text": Prose(), "sign": optional(Prose())},
    placed=False,
)

STANCE = Record(said("An option"), Stance, {"id": ident(), "text": Prose()}, placed=False)


def _question(build: type, **keys: Key | Shape) -> Record:
    shared: dict[str, Key | Shape] = {"id": ident(), "objective": ident(), "ask": Prose()}
    return Record(said("A question of this kind"), build, shared | keys)


# Nine is how many keys there are from 1 to 9.
_OPTIONS = ListOf(OPTION, least=2, most=9)

QUESTION = ByKind(
    said("A question"),
    {
        "choice": _question(Choice, options=_OPTIONS),
        "multiple": _question(Multiple, options=_OPTIONS),
        "true_false": _question(TrueFalse, answer=YesNo(), reply=Prose(), mistake=MISTAKE),
        "order": _question(
            Order, steps=ListOf(STEP, least=2, most=9), reply=Prose(), mistakes=MISTAKES
        ),
        "match": _question(
            Match, pairs=ListOf(PAIR, least=2, most=9), reply=Prose(), mistakes=MISTAKES
        ),
        "spot": _question(
            Spot, message=ListOf(PART, least=2, most=9), reply=Prose(), mistakes=MISTAKES
        ),
        "verdict": _question(Verdict, offer=ident(), mistake=MISTAKE),
        "scenario": _question(Chat, scenario=ident()),
        "opinion": _question(
            Opinion,
            options=Key(ListOf(STANCE, least=2, most=9), field="stances"),
            after=Prose(),
        ),
    },
)

QUIZ = Record(
    said("A quiz"),
    Quiz,
    {"quiz": Key(ident(), field="id"), "lesson": ident(), "questions": ListOf(QUESTION)},
)

OFFER = Record(
    said("An offer"),
    Offer,
    {
        "id": ident(),
        "pair": ident(),
        "honest": YesNo(),
        "level": Whole(1, 3),
        "message": ListOf(Prose(), most=12),
        "signs": optional(ListOf(Prose(), most=12), ()),
        "checks": ListOf(Prose(), most=12),
    },
)

OFFER_FILE = Record(said("An offer file"), dict, {"offers": ListOf(OFFER)}, placed=False)

_REPLY = Record(
    said("A reply"), Reply, {"id": ident(), "text": Prose(), "next": ident()}, placed=False
)

_TURN = Record(
    said("A turn of the chat"),
    Turn,
    {
        "id": ident(),
        "says": ListOf(Prose(), most=12),
        "replies": optional(ListOf(_REPLY, most=9), ()),
        "debrief": optional(Prose()),
        "technique": optional(Prose()),
    },
)

SCENARIO = Record(
    said("A chat"),
    Scenario,
    {
        "scenario": Key(ident(), field="id"),
        "title": Prose(),
        "partner": Prose(),
        "turns": ListOf(_TURN),
    },
)
