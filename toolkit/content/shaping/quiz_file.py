"""What stands in the file of a quiz: questions of nine kinds, all sharing what they are asked for."""

from __future__ import annotations

from typing import Any

from toolkit.content.quiz import (
    Chat,
    Choice,
    Forms,
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
from toolkit.content.reading.nodes import Mapping as Group
from toolkit.content.reading.nodes import Scalar, Sequence
from toolkit.content.shaping.keys import Key, optional
from toolkit.content.shaping.prose import Prose
from toolkit.content.shaping.schema import ByKind, ListOf, Record
from toolkit.content.shaping.shapes import Ident, OneOf, YesNo, ident
from toolkit.language import said

OPTION = Record(
    said("option"),
    Option,
    {
        "id": Key(said("The option's permanent id, usually a letter."), ident("a")),
        "right": optional(said("true on a right option; left out on a wrong one."), YesNo(), False),
        "text": Key(said("The option itself, short."), Prose()),
        "belief": optional(
            said("On a wrong option: what somebody believes who chooses it."), Prose()
        ),
        "reply": Key(said("What somebody reads who chose it: kind, and of use."), Prose()),
    },
)

_BELIEF = Key(said("What somebody believes who makes this mistake."), Prose())
_MISTAKE_REPLY = Key(said("What somebody reads who made it: kind, and of use."), Prose())

MISTAKE = Record(said("mistake"), Mistake, {"belief": _BELIEF, "reply": _MISTAKE_REPLY})

MISTAKES = ListOf(
    Record(
        said("mistake"),
        Mistake,
        {
            "about": Key(
                said("Ids of the parts that are mixed up, in the order in which they were put."),
                ListOf(ident("baca"), most=2),
            ),
            "belief": _BELIEF,
            "reply": _MISTAKE_REPLY,
        },
    ),
    most=12,
)

STEP = Record(
    said("step"),
    Step,
    {
        "id": Key(said("The step's permanent id, a short word."), ident("baca")),
        "text": Key(said("The step, short."), Prose()),
    },
    placed=False,
)

PAIR = Record(
    said("pair"),
    Pair,
    {
        "id": Key(said("The pair's permanent id, a short word."), ident("paspor")),
        "left": Key(said("What stands on the left."), Prose()),
        "right": Key(said("What belongs to it on the right."), Prose()),
    },
    placed=False,
)

PART = Record(
    said("part of the message"),
    Part,
    {
        "id": Key(said("The part's permanent id, a short word."), ident("salam")),
        "text": Key(said("These words of the message."), Prose()),
        "sign": optional(
            said("Only on a warning sign: which one it is, and why."),
            Prose(),
        ),
    },
    placed=False,
)

STANCE = Record(
    said("view"),
    Stance,
    {
        "id": Key(said("The view's permanent id, usually a letter."), ident("a")),
        "text": Key(said("The view, short."), Prose()),
    },
    placed=False,
)

_SHARED = {
    "id": Key(said("The question's permanent id. Never change it later."), ident("kp-01")),
    "objective": Key(said("Id of the objective that the question tests."), ident("kapal.surat")),
    "page": optional(
        said(
            "Id of the page to read again after a wrong answer; left out: the first of the objective."
        ),
        Ident("surat"),
        "",
    ),
    "ask": Key(said("What is asked, in one or two sentences."), Prose()),
}

_IN_OPTIONS = {
    "answer": said("Write in the right option instead:  right: true"),
    "right": said("Write in the right option:  right: true"),
    "reply": said("Each option has its own; write it there:  reply:"),
    "belief": said("Write it in the wrong option that it belongs to:  belief:"),
    "mistake": said("Each wrong option has its own:  belief:  and  reply:"),
    "mistakes": said("Each wrong option has its own:  belief:  and  reply:"),
}


def _question(build: type, keys: dict[str, Key], hints: dict[str, Any] | None = None) -> Record:
    return Record(
        said("question"), build, _SHARED | keys, hints=hints or {}, also=frozenset({"kind"})
    )


# Nine is how many keys there are from 1 to 9.
_OPTIONS = Key(
    said("Three or four options; the wrong ones name the belief behind them."),
    ListOf(OPTION, least=2, most=9),
)
_REPLY = Key(said("What everybody reads who was right."), Prose())
_MISTAKES = Key(said("One to three usual mistakes, each with the belief behind it."), MISTAKES)

KINDS = {
    "choice": said("several options, one of them right"),
    "multiple": said("several options, two or more of them right"),
    "true_false": said("a statement that is true or not"),
    "order": said("steps to put in order"),
    "match": said("pairs to put together"),
    "spot": said("warning signs to mark in a message"),
    "verdict": said("an offer: worth checking, or a trap?"),
    "scenario": said("a chat with a recruiter"),
    "opinion": said("a vote without a right answer"),
}

_TELLING = {
    "steps": "order", "pairs": "match", "message": "spot", "offer": "verdict",
    "scenario": "scenario", "after": "opinion", "answer": "true_false",
}  # fmt: skip


def _guess(node: Group) -> str:
    """The kind that the keys of a question belong to; "" if they do not tell."""
    for key, kind in _TELLING.items():
        if key in node.entries and not (key == "answer" and "options" in node.entries):
            return kind
    options = node.get("options")
    if not isinstance(options, Sequence):
        return ""
    right = [one.get("right") for one in options.items if isinstance(one, Group)]
    marked = sum(isinstance(one, Scalar) and one.value.lower() in ("true", "ya") for one in right)
    return "multiple" if marked > 1 else "choice"


QUESTION = ByKind(
    said("question"),
    Key(
        said("What kind of question it is; the other keys depend on it."),
        OneOf(tuple(KINDS), tuple(KINDS.values())),
    ),
    {
        "choice": _question(Choice, {"options": _OPTIONS}, _IN_OPTIONS),
        "multiple": _question(Multiple, {"options": _OPTIONS}, _IN_OPTIONS),
        "true_false": _question(
            TrueFalse,
            {
                "answer": Key(said("Is the statement true? true or false."), YesNo()),
                "reply": _REPLY,
                "mistake": Key(said("The belief behind the wrong answer."), MISTAKE),
            },
            {"options": said("A question of this kind has only:  answer: true  or  answer: false")},
        ),
        "order": _question(
            Order,
            {
                "steps": Key(
                    said("Three to five steps in the right order; the app shuffles them."),
                    ListOf(STEP, least=2, most=9),
                ),
                "reply": _REPLY,
                "mistakes": _MISTAKES,
            },
        ),
        "match": _question(
            Match,
            {
                "pairs": Key(
                    said("Three or four pairs; the app shuffles the right sides."),
                    ListOf(PAIR, least=2, most=9),
                ),
                "reply": _REPLY,
                "mistakes": _MISTAKES,
            },
        ),
        "spot": _question(
            Spot,
            {
                "message": Key(
                    said("The parts of a made-up message, in order; some have a sign."),
                    ListOf(PART, least=2, most=9),
                ),
                "reply": _REPLY,
                "mistakes": _MISTAKES,
            },
        ),
        "verdict": _question(
            Verdict,
            {
                "offer": Key(said("Id of the offer that is judged."), ident("dek-a")),
                "mistake": Key(said("The belief behind the wrong answer."), MISTAKE),
            },
        ),
        "scenario": _question(
            Chat, {"scenario": Key(said("Id of the chat that is played."), ident("paman"))}
        ),
        "opinion": _question(
            Opinion,
            {
                "options": Key(
                    said("Views to choose from; none is right or wrong."),
                    ListOf(STANCE, least=2, most=9),
                    field="stances",
                ),
                "after": Key(said("What is said when the hands are down again."), Prose()),
            },
        ),
    },
    _guess,
)

MOST_IN_A_FORM = 6
"""More questions than that take a hall too long before the lesson has even begun."""

FORMS = Record(
    said("pair of test forms"),
    Forms,
    {
        "a": Key(
            said("Ids of the questions of form A; the first goes with the first of form B."),
            ListOf(ident("kp-01"), most=MOST_IN_A_FORM),
        ),
        "b": Key(
            said("Ids of the questions of form B: for each of form A one like it."),
            ListOf(ident("kp-02"), most=MOST_IN_A_FORM),
        ),
    },
)

QUIZ = Record(
    said("quiz"),
    Quiz,
    {
        "quiz": Key(
            said("The quiz's permanent id, usually its lesson's."), ident("kapal"), field="id"
        ),
        "lesson": Key(said("Id of the lesson that the quiz belongs to."), ident("kapal")),
        "questions": Key(said("The questions, in the order of the lesson."), ListOf(QUESTION)),
        "forms": optional(
            said("Two tests alike, for the hall: one before the lesson, one after it."), FORMS
        ),
        "refresher": optional(
            said("Ids of the questions to ask again in a short meeting about a month later."),
            ListOf(ident("kp-01"), most=MOST_IN_A_FORM),
            (),
        ),
    },
)
