"""What a question looks like while it is being answered, for each of the six kinds."""

from __future__ import annotations

from toolkit.content.quiz import Choice, Match, Multiple, Order, Spot, TrueFalse
from toolkit.language import N_
from toolkit.screen.draft import Draft
from toolkit.screen.layout import Beside, Block, Fold, Row, Words
from toolkit.screen.prose import MARK, QUIET, STRONG, Voice, joined, say
from toolkit.session.answers import choice_text
from toolkit.session.option_names import letter, own_words

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


def asking(draft: Draft, voice: Voice) -> list[Block]:
    """The question, its instruction, its choices, and Done once there is something to give."""
    question, lang = draft.question, voice.lang
    how = say(lang.gettext(HOW[type(question)]), QUIET)
    asked: list[Block] = [Words(voice.prose(question.ask, STRONG)), Words(how, gap=0)]
    rows: list[Block] = [
        _choice(number, one, draft, voice) for number, one in enumerate(draft.ids, 1)
    ]
    if draft.ready and not draft.at_once:
        rows.append(Row(DONE, say(lang.gettext("Done"), STRONG), gap=1))
    if isinstance(question, Match):
        asked += _left_sides(question, draft, voice)
        return [Beside(tuple(asked), tuple(rows)), Fold()]
    return [*asked, *rows, Fold()]


def _choice(number: int, one: str, draft: Draft, voice: Voice) -> Row:
    lang, prose, signs = voice.lang, voice.prose, voice.signs
    text = choice_text(draft.question, one)
    words = prose(text) if text is not None else say(own_words(one, lang))
    gap = 1 if number == 1 else 0
    if draft.at_once:
        return Row(one, words, number, gap=gap)
    if one not in draft.picked:
        return Row(one, words, number, say(signs.open), gap=gap)
    place = draft.picked.index(one) + 1
    match draft.question:
        case Order():
            sign, state = f"[{place}]", lang.gettext("place {n}").format(n=place)
        case Match():
            left = letter(place - 1)
            sign, state = f"[{left}]", lang.gettext("pair {letter}").format(letter=left)
        case Spot():
            sign, state = signs.chosen, lang.gettext("marked")
        case _:
            sign, state = signs.chosen, lang.gettext("chosen")
    return Row(one, joined(words, " - ", say(state, MARK)), number, say(sign, MARK), gap=gap)


def _left_sides(question: Match, draft: Draft, voice: Voice) -> list[Block]:
    """All left sides, each with the number of what was put beside it, and whose turn it is.

    The left ones have letters; the right ones have the numbers that keys have.
    """
    _, arrow = voice.lang.gettext, voice.signs.joined
    blocks: list[Block] = []
    for at, pair in enumerate(question.pairs):
        one = draft.picked[at] if at < len(draft.picked) else ""
        number = draft.ids.index(one) + 1 if one else 0
        state = f" {arrow} {number}" if one else f" {arrow} ?" if at == draft.turn else ""
        look = MARK if at == draft.turn else ""
        left = joined(voice.prose(pair.left, look), say(state, MARK))
        blocks.append(Words(left, say(f"{letter(at)}. ", look), gap=0 if at else 1))
    if draft.ready:
        told = _("All are joined. Choose Done, or choose one again to take it back.")
    else:
        told = _("What belongs to {letter}?").format(letter=letter(draft.turn))
    return [*blocks, Words(say(told, MARK))]
