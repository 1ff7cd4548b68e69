"""What the facilitator's guide says to prepare and to bring.

For a session plan that is what the plan itself prints and brings, so that its pack holds all of it;
else what any session with these lessons may need. Knows no sizes.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.content.product import Product
from toolkit.content.session_plan import SessionPlan
from toolkit.language import N_
from toolkit.paper.products.guide_safety import ended
from toolkit.paper.setting.job import Job
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type.flow import Runs

CERTIFICATE, SHEETS = "certificate", "quiz-sheet"
"""The ids of products without which a session has nothing to hand out at its end, or no paper test."""

_FIRST = (
    N_("This guide. It is enough, also when the power fails."),
    N_("The laptop with its charger. A projector, if there is one."),
)
_TALLY = N_("A tally sheet and two pens.")
_SEATS = N_(
    "For a test on paper: {n} seat cards, {n} of sheet A, {n} of sheet B, and pens for all."
)
_HELD = N_("Cards A, B, C and D to hold up, or raised hands.")
_LEAFLETS = N_("{n} leaflets, one for each person, given out at the end.")
_CERTIFICATES = N_("Certificates, for whoever wants one.")
_POCKET = N_("Pocket cards with the help lines. Lay them where anybody can take one unseen.")
_CORNER = N_("A quiet corner for whoever wants to talk afterwards.")
_NUMBERS = N_(
    "Before copying, write on one leaflet the numbers of your village: village office, police post. And beside each help line that you have tried yourself, the day."
)
_OF_PRODUCT = {
    "answer-cards": _HELD,
    "tally-sheet": _TALLY,
    "leaflet": _LEAFLETS,
    CERTIFICATE: _CERTIFICATES,
    "cards": _POCKET,
}
"""How a product is named here; any other by its title."""


def has(job: Job, copyist: Copyist, product: str) -> bool:
    """Is a product at hand in this session? A plan names all that it has."""
    plan = copyist.library.plans.get(job.plan)
    return plan is None or product in plan.products


def bring(copyist: Copyist, job: Job) -> Iterator[Runs]:
    """All of it, line by line."""
    plan = copyist.library.plans.get(job.plan)
    yield from (_told(one, copyist, job) for one in _FIRST)
    if plan is None:
        yield from (_told(one, copyist, job) for one in _whatever(later=job.refresher))
    else:
        yield from _printed(plan, copyist, job)
        yield from (copyist.text(one) for one in plan.bring)
    yield from (_told(one, copyist, job) for one in (_CORNER, _NUMBERS))


def _whatever(*, later: bool) -> tuple[str, ...]:
    if later:
        return (_HELD, _LEAFLETS, _POCKET)
    return (_HELD, _TALLY, _SEATS, _LEAFLETS, _CERTIFICATES, _POCKET)


def _printed(plan: SessionPlan, copyist: Copyist, job: Job) -> Iterator[Runs]:
    """What the plan prints, besides this guide and the sheet of the plan."""
    for product in copyist.library.products.values():
        if product.id in plan.products and product.id != "guide":
            yield _named(product, copyist, job)


def _named(product: Product, copyist: Copyist, job: Job) -> Runs:
    if product.id in _OF_PRODUCT:
        return _told(_OF_PRODUCT[product.id], copyist, job)
    return ended(copyist.text(product.title))


def _told(line: str, copyist: Copyist, job: Job) -> Runs:
    told = copyist.lang.gettext(line).format(n=copyist.lang.number(job.people))
    return copyist.ours(told)
