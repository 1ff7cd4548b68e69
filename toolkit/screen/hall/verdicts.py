"""What is to be thought of an offer, and what to do now: for the room, and for the facilitator to say.

Asked for only when the answer is out: after a reveal, and of the offers of a test at the end.
"""

from __future__ import annotations

from textual.content import Content

from toolkit.content.offer import Offer
from toolkit.content.text import Kind, Text
from toolkit.content.wording import spans
from toolkit.screen.hall.words import offer_of
from toolkit.screen.layout import Block, Words
from toolkit.screen.prose import MARK, QUIET, RIGHT, WRONG, Voice, joined, say
from toolkit.session.agenda import Step
from toolkit.session.agenda_words import LINES
from toolkit.session.hall import Hall
from toolkit.session.scripts import SAY, SIGNS, TRAP, Told, told_of


def verdict(hall: Hall) -> Told | None:
    """What is to be thought of the offer of the present step, whatever the library has become."""
    item = hall.items.get(hall.step.subject)
    if item is None or item.kind != "verdict":
        return None
    return told_of(item.right != ("trap",))


def judged(step: Step, told: Told, voice: Voice) -> list[Block]:
    """For the room: the verdict, the signs of a trap, and what to do or to check."""
    _, signs, offer = voice.lang.gettext, voice.signs, offer_of(step, voice)
    blocks = [_shown(told, voice)]
    if offer is None:
        return blocks
    blocks += _listed(_(SIGNS), offer.signs, f"{signs.warning} ", voice)
    return blocks + _listed(_(told.to_do), offer.checks, f"{signs.open} ", voice)


def answer(step: Step, told: Told, voice: Voice) -> list[Block]:
    """For the room, at the end: the beginning of an offer, its verdict, what to do or to check."""
    offer = offer_of(step, voice)
    shown = _shown(told, voice)
    if offer is None:
        return [shown]
    side = say("| ", MARK)
    begun: list[Block] = [
        Words(voice.prose(line, QUIET), side, 0) for line in offer.message[:LINES]
    ]
    sign = f"{voice.signs.open} "
    return [*begun, shown, *_listed(voice.lang.gettext(told.to_do), offer.checks, sign, voice)]


def _shown(told: Told, voice: Voice) -> Block:
    """The verdict, in the look of what it is."""
    return Words(say(voice.lang.gettext(told.shown), WRONG if told is TRAP else RIGHT))


def _listed(title: str, lines: tuple[Text, ...], sign: str, voice: Voice) -> list[Block]:
    if not lines:
        return []
    listed = [Words(voice.prose(line), say(sign, MARK), 0) for line in lines]
    return [Words(say(title, MARK), gap=1), *listed]


def to_say(step: Step, told: Told, voice: Voice) -> list[Content]:
    """For the facilitator: the verdict, and of a trap where it is reported."""
    _, offer = voice.lang.gettext, offer_of(step, voice)
    lines = [say(_(told.spoken))]
    if offer is not None and told is TRAP:
        where = say("; ").join(voice.prose(line) for line in _reporting(offer, voice))
        lines.append(joined(say(_(SAY) + " ", MARK), where))
    return lines


def why(step: Step, voice: Voice) -> list[Content]:
    """For the facilitator, at the end: the warning signs of a trap."""
    offer = offer_of(step, voice)
    if offer is None or not offer.signs:
        return []
    signs = say(" ").join(voice.prose(line) for line in offer.signs)
    return [joined(say(voice.lang.gettext(SIGNS) + " ", MARK), signs)]


def _reporting(offer: Offer, voice: Voice) -> tuple[Text, ...]:
    """The checks that name whom to call; all of them if none does."""
    naming = tuple(
        line
        for line in offer.checks
        if any(span.kind is Kind.CONTACT for span in spans(line, voice.lang, voice.library))
    )
    return naming or offer.checks
