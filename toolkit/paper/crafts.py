"""The crafts of the shop: for each product who writes it down, who lays it out, how it is turned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from math import ceil
from typing import Any, NamedTuple

from toolkit.content.product import Copies, Product
from toolkit.paper.pdf.document import Face
from toolkit.paper.products import (
    answer_cards,
    answer_key,
    answer_key_words,
    booklet,
    booklet_words,
    card_words,
    cards,
    certificate,
    contact_check,
    guide,
    guide_words,
    handout,
    leaflet,
    manuscript,
    plan_sheet,
    plan_words,
    poster,
    quiz_sheet,
    seat_cards,
    story,
    story_words,
    tally_sheet,
    tally_sheet_words,
)
from toolkit.paper.products.plan_words import Needed
from toolkit.paper.setting.job import Duplex, Job, Order, Scope
from toolkit.paper.setting.words import Copyist


class Craft(NamedTuple):
    """How one product is made.

    `write` puts its words down before any size is known, and `lay_out` makes them into printed
    sides. `scope` is what one file is about; a product with `numbers` shows a village's own, and
    the things that stand on one sheet of an `alike` one are the same, so that a copy serves several.
    Each named part of a file in `parts` is copied by itself: sheet A, and sheet B. What a `planned`
    one says hangs on the session plan and on the meeting that it is for; others are the same for all.
    """

    write: Callable[[Copyist, Job], Any]
    lay_out: Callable[[Any, Order], tuple[Face, ...]]
    duplex: Duplex = Duplex.NONE
    scope: Scope = Scope.LESSON
    numbers: bool = False
    alike: bool = False
    parts: bool = False
    planned: bool = False


def needed(product: Product, people: int) -> Needed:
    """How many copies so many people need, and whether of each lesson."""
    craft = CRAFTS.get(product.id)
    each_lesson = craft is not None and craft.scope is Scope.LESSON
    if product.copies is not Copies.PERSON:
        return Needed(1, each_lesson)
    alike = craft is not None and craft.alike
    each = product.per_sheet if product.per_sheet and alike else 1
    return Needed(ceil(people / each), each_lesson, each)


CRAFTS: dict[str, Craft] = {
    "leaflet": Craft(manuscript.leaflet, leaflet.lay_out, Duplex.SHORT, numbers=True),
    "handout": Craft(manuscript.handout, handout.lay_out, numbers=True),
    "quiz-sheet": Craft(quiz_sheet.write, quiz_sheet.lay_out, scope=Scope.SESSION, parts=True),
    "answer-key": Craft(answer_key_words.write, answer_key.lay_out, scope=Scope.SESSION),
    "tally-sheet": Craft(tally_sheet_words.write, tally_sheet.lay_out, scope=Scope.SESSION),
    "seat-cards": Craft(seat_cards.write, seat_cards.lay_out, scope=Scope.VILLAGE),
    "answer-cards": Craft(answer_cards.write, answer_cards.lay_out, scope=Scope.VILLAGE),
    "poster": Craft(poster.write, poster.lay_out, numbers=True),
    "cards": Craft(
        card_words.write,
        cards.lay_out,
        Duplex.SHORT,
        scope=Scope.VILLAGE,
        alike=True,
        parts=True,
    ),
    "certificate": Craft(certificate.write, certificate.lay_out, scope=Scope.SESSION),
    "plan": Craft(
        partial(plan_words.write, needed=needed),
        plan_sheet.lay_out,
        Duplex.LONG,
        scope=Scope.PLAN,
        planned=True,
    ),
    "guide": Craft(
        guide_words.write, guide.lay_out, Duplex.LONG, scope=Scope.SESSION, planned=True
    ),
    "story": Craft(story_words.write, story.lay_out, Duplex.LONG, planned=True),
    "booklet": Craft(booklet_words.write, booklet.lay_out, Duplex.SHORT, numbers=True),
    "contact-check": Craft(
        contact_check.write, contact_check.lay_out, Duplex.LONG, scope=Scope.VILLAGE
    ),
}


def unplanned(job: Job) -> Job:
    """A job without its plan and meeting, if what it says does not hang on them."""
    craft = CRAFTS.get(job.product)
    return job if craft is None or craft.planned else replace(job, plan="", refresher=False)
