"""Which questions and offers of the facilitator's guide each shorter plan keeps, by their numbers.

The guide numbers them by the longest plan; the hall's screen numbers only those that it shows.
Knows plans, no sizes.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.paper.products.guide_plan import Plans
from toolkit.paper.products.guide_questions import DO, Cue, told
from toolkit.paper.setting.words import Copyist
from toolkit.session.agenda import Part, Step

_NUMBERED = frozenset({Part.OPINION, Part.BEFORE, Part.AFTER, Part.QUIZ, Part.OFFERS, Part.ANSWERS})
"""The parts whose questions or offers the guide calls by a number."""


def kept_of(part: Part, steps: tuple[Step, ...], plans: Plans, copyist: Copyist) -> Iterator[Cue]:
    """What to say of a part in whose stead a shorter plan has only some; else nothing."""
    if part not in _NUMBERED:
        return
    kept = [[step for step in steps if step.id in keeps] for keeps in plans.keeps[1:]]
    if all(len(some) in (0, len(steps)) for some in kept):
        return
    gettext, number = copyist.lang.gettext, copyist.lang.number
    numbers = _numbers(part, steps, plans)
    lines = []
    for minutes, some in zip(plans.totals[1:], kept, strict=True):
        names = ", ".join(number(numbers[step.subject]) for step in some)
        if len(some) in (0, len(steps)):
            names = gettext("all") if some else gettext("none")
        lines.append(gettext("{n} minutes: {names}.").format(n=number(minutes), names=names))
    label = gettext("Shorter plans keep only these numbers:")
    yield told(copyist, DO, copyist.ours(" ".join(lines)), label)
    anew = gettext(
        "The screen counts them anew, and with paper sheets it may have fewer: compare the first words."
    )
    yield told(copyist, DO, copyist.ours(anew))


def _numbers(part: Part, steps: tuple[Step, ...], plans: Plans) -> dict[str, int]:
    """What number the guide gives each; the tests, and the answers to their offers, share theirs."""
    if part in (Part.BEFORE, Part.AFTER, Part.ANSWERS):
        steps = plans.tested
    return {step.subject: place for place, step in enumerate(steps, 1)}
