"""Judging an answer: right or not, and which replies belong to it.

An answer is a tuple of ids, whatever the kind of question: the options chosen, the
steps in the learner's order, for each left side the pair whose right side was put
beside it, the parts that were marked, or `true`/`false`. So one form is stored,
compared and shown by every face. Knows content only; no clock, no disk, no screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from toolkit.content.quiz import (
    Choice,
    Match,
    Mistake,
    Multiple,
    Option,
    Order,
    Question,
    Spot,
    TrueFalse,
)
from toolkit.content.text import Text

Answer = tuple[str, ...]

PLAYABLE = (Choice, Multiple, TrueFalse, Order, Match, Spot)
"""The kinds that a single learner's quiz asks today."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said back. `belief` is set where it answers a belief; `about` names the part."""

    reply: Text
    belief: Text | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether an answer is right, the right answer itself, and what to say to it."""

    right: bool
    solution: Answer
    remarks: tuple[Remark, ...]


def choices(question: Question, seed: str) -> Answer:
    """The ids to choose from, in the order shown: mixed, but the same for the same seed.

    `true_false` and `spot` keep their order; `order` never starts out solved.
    """
    match question:
        case Choice(options=options) | Multiple(options=options):
            return _mixed((option.id for option in options), seed)
        case TrueFalse():
            return ("true", "false")
        case Order(steps=steps):
            return _unsolved(tuple(step.id for step in steps), seed)
        case Match(pairs=pairs):
            return _unsolved(tuple(pair.id for pair in pairs), seed)
        case Spot(message=message):
            return tuple(part.id for part in message)
    raise TypeError(f"{type(question).__name__} is not asked in a single learner's quiz")


def choice_text(question: Question, one: str) -> Text | None:
    """The words of a choice by its id; None for true and false, whose words are not a trainer's."""
    match question:
        case Choice(options=options) | Multiple(options=options):
            return next(option.text for option in options if option.id == one)
        case Order(steps=steps):
            return next(step.text for step in steps if step.id == one)
        case Match(pairs=pairs):
            return next(pair.right for pair in pairs if pair.id == one)
        case Spot(message=message):
            return next(part.text for part in message if part.id == one)
    return None


def solution(question: Question) -> Answer:
    """The right answer."""
    match question:
        case Choice(options=options) | Multiple(options=options):
            return tuple(option.id for option in options if option.right)
        case TrueFalse(answer=answer):
            return ("true" if answer else "false",)
        case Order(steps=steps):
            return tuple(step.id for step in steps)
        case Match(pairs=pairs):
            return tuple(pair.id for pair in pairs)
        case Spot(message=message):
            return tuple(part.id for part in message if part.sign)
    raise TypeError(f"{type(question).__name__} has no single right answer")


def judge(question: Question, answer: Answer) -> Judgement:
    """Judge an answer. Raises ValueError for one that the question does not allow."""
    _allowed(question, answer)
    wanted = solution(question)
    ordered = isinstance(question, Order | Match)
    right = answer == wanted if ordered else set(answer) == set(wanted)
    return Judgement(right, wanted, tuple(_remarks(question, answer, right)))


def _remarks(question: Question, answer: Answer, right: bool) -> Iterable[Remark]:
    match question:
        case Choice(options=options) | Multiple(options=options):
            yield from _option_remarks(options, answer, right)
        case TrueFalse(reply=reply, mistake=mistake):
            yield Remark(reply) if right else Remark(mistake.reply, mistake.belief)
        case Order(reply=reply, mistakes=mistakes):
            made = [one for one in mistakes if _swapped(one, answer)]
            yield from _mistake_remarks(made, reply)
        case Match(pairs=pairs, reply=reply, mistakes=mistakes):
            joined = dict(zip((pair.id for pair in pairs), answer, strict=True))
            made = [one for one in mistakes if joined[one.about[0]] == one.about[1]]
            yield from _mistake_remarks(made, reply)
        case Spot(reply=reply, mistakes=mistakes):
            wrong = set(answer) ^ set(solution(question))
            yield from _mistake_remarks([one for one in mistakes if one.about[0] in wrong], reply)


def _option_remarks(options: tuple[Option, ...], answer: Answer, right: bool) -> Iterable[Remark]:
    """Replies to what was chosen; to a missed right option only if nothing else is wrong."""
    chosen = [option for option in options if option.id in answer]
    wrong = [option for option in chosen if not option.right]
    if not right and not wrong:
        chosen = [option for option in options if option.right and option.id not in answer]
    for option in wrong or chosen:
        yield Remark(option.reply, option.belief, option.id)


def _mistake_remarks(made: list[Mistake], reply: Text) -> Iterable[Remark]:
    for one in made:
        yield Remark(one.reply, one.belief, one.about[0])
    yield Remark(reply)


def _swapped(mistake: Mistake, answer: Answer) -> bool:
    early, late = mistake.about
    return answer.index(early) < answer.index(late)


def _allowed(question: Question, answer: Answer) -> None:
    known = choices(question, "")
    whole = isinstance(question, Order | Match)
    if not set(answer) <= set(known) or len(set(answer)) != len(answer):
        raise ValueError(f"{question.id}: {answer} is not made of {known}")
    if whole and len(answer) != len(known):
        raise ValueError(f"{question.id}: {answer} leaves something out")
    if isinstance(question, Choice | TrueFalse) and len(answer) != 1:
        raise ValueError(f"{question.id}: exactly one answer, not {len(answer)}")


def _mixed(ids: Iterable[str], seed: str) -> Answer:
    mixed = list(ids)
    # A seeded shuffle, not a secret: the same run must look the same after a power cut.
    Random(seed).shuffle(mixed)  # noqa: S311
    return tuple(mixed)


def _unsolved(ids: Answer, seed: str) -> Answer:
    mixed = _mixed(ids, seed)
    return mixed if mixed != ids else ids[1:] + ids[:1]
