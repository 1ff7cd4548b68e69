"""What a question looks like while it is being answered, for each of the six kinds."""

from __future__ import annotations

from textual.content import Content

from toolkit.content.quiz import Choice, Match, Multiple, Order, Question, Spot, TrueFalse
from toolkit.content.text import Text
from toolkit.language import N_, Language
from toolkit.screen.draft import Draft
from toolkit.screen.layout import Beside, Block, Fold, Row, Words
from toolkit.screen.prose import MARK, QUIET, STRONG, Voice, joined, say

DONE = "/done"
"""The key of the row that gives the answer; no id of a trainer's begins with a slash."""

HOW = {
    Choice: N_("Choose one."),
    TrueFalse: N_("Is this so? Choose one."),
    Multiple: N_("Choose all that fit. Then choose Done."),
    Order: N_("Choose the steps in their order, first to last. Then choose Done."),
    Match: N_("For each one, choose what belongs to it. Then choose Done."),
    Spot: N_("Mark every warning sign in this message. Then choose Done."),
}
"""One line of instruction for each kind, so that nobody has to guess how many."""


def true_false_words(one: str, lang: Language) -> str:
    """`true` and `false` as a person says them."""
    return lang.gettext("Yes, that is so") if one == "true" else lang.gettext("No, that is not so")


def choice_text(question: Question, one: str) -> Text | None:
    """The words of one choice; None for true and false, which are ours."""
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


def asking(draft: Draft, voice: Voice) -> list[Block]:
    """The question, its instruction, its choices, and Done once there is something to give."""
    question, lang, prose = draft.question, voice.lang, voice.prose
    how = say(lang.gettext(HOW[type(question)]), QUIET)
    blocks: list[Block] = [Words(prose(question.ask, STRONG)), Words(how, gap=0)]
    if isinstance(question, Match):
        blocks.append(_left_side(question, draft, voice))
    for number, one in enumerate(draft.ids, 1):
        blocks.append(_choice(number, one, draft, voice))
    if draft.ready and not draft.at_once:
        blocks.append(Row(DONE, say(lang.gettext("Done"), STRONG), gap=1))
    blocks.append(Fold())
    if isinstance(question, Match):
        return [Beside(tuple(blocks), tuple(_so_far(question, draft, voice)))]
    return blocks


def _choice(number: int, one: str, draft: Draft, voice: Voice) -> Row:
    lang, prose, signs = voice.lang, voice.prose, voice.signs
    text = choice_text(draft.question, one)
    words = prose(text) if text is not None else say(true_false_words(one, lang))
    gap = 1 if number == 1 else 0
    if draft.at_once:
        return Row(one, words, number, gap=gap)
    if one not in draft.picked:
        return Row(one, words, number, say(signs.open), gap=gap)
    place = draft.picked.index(one) + 1
    match draft.question:
        case Order():
            sign, state = f"[{place}]", lang.gettext("place {n}").format(n=place)
        case Match(pairs=pairs):
            sign = signs.chosen
            state = lang.gettext("belongs to: {what}").format(
                what=prose(pairs[place - 1].left).plain
            )
        case Spot():
            sign, state = signs.chosen, lang.gettext("marked")
        case _:
            sign, state = signs.chosen, lang.gettext("chosen")
    return Row(one, joined(words, " - ", say(state, MARK)), number, say(sign, MARK), gap=gap)


def _left_side(question: Match, draft: Draft, voice: Voice) -> Block:
    """Which left side is looking for its right one now."""
    lang = voice.lang
    if draft.ready:
        told = lang.gettext("All are joined. Choose Done, or choose one again to take it back.")
        return Words(say(told, MARK))
    at, of = draft.turn, len(question.pairs)
    told = lang.gettext("{at} of {of}. What belongs to:").format(at=at + 1, of=of)
    return Words(joined(say(told + " "), voice.prose(question.pairs[at].left, MARK)))


def _so_far(question: Match, draft: Draft, voice: Voice) -> list[Block]:
    """All left sides, with what has been put beside them."""
    lang, prose, signs = voice.lang, voice.prose, voice.signs
    blocks: list[Block] = [Words(say(lang.gettext("So far"), MARK), gap=2)]
    rights = {pair.id: pair.right for pair in question.pairs}
    for at, pair in enumerate(question.pairs):
        one = draft.picked[at] if at < len(draft.picked) else ""
        beside = prose(rights[one]) if one else say("...")
        blocks.append(
            Words(joined(prose(pair.left), f" {signs.joined} ", beside), Content(f"{at + 1}. "), 0)
        )
    return blocks
