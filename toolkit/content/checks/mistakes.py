"""What the usual mistakes of a question are about: parts of that very question."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.content.checks.proposals import meant
from toolkit.content.place import place_of
from toolkit.content.quiz import Mistake, Pair, Part, Step
from toolkit.content.reading.desk import Desk
from toolkit.content.shaping.shapes import Partial
from toolkit.language import Said, said


def named_steps(mistakes: tuple[Mistake, ...]) -> list[str]:
    """The steps that the usual mistakes name, in the right order: each names them reversed."""
    return [one for mistake in mistakes for one in reversed(mistake.about)]


def about_parts(
    mistakes: tuple[Mistake, ...],
    parts: Sequence[Step | Pair | Part],
    wanted: int,
    told: str | None,
    desk: Desk,
) -> None:
    """Note mistakes that are not about `wanted` parts of their question.

    `told` is an id that is known to be missing already.
    """
    if isinstance(parts, Partial):
        return
    known = {part.id for part in parts}
    if told is not None:
        known.add(told)
    seen: set[tuple[str, ...]] = set()
    for mistake in mistakes:
        about = mistake.about
        if isinstance(about, Partial):
            continue
        strange = [one for one in about if one not in known]
        for one in strange:
            at = place_of(one, mistake.at)
            mend, edit = meant(one, known, at)
            desk.error(at, "unknown-reference", _no_part(one), mend, edit=edit)
        if len(about) != wanted or len(set(about)) != wanted:
            desk.error(
                mistake.at.of("about"),
                "mistake-about",
                said(
                    "A mistake here is about {count} different parts of the question.", count=wanted
                )
                if wanted > 1
                else said("A mistake here is about exactly one part of the message."),
                said("Write for example:  about: [{ids}]", ids=", ".join(sorted(known)[:wanted])),
            )
        elif not strange and about in seen:
            desk.warning(
                mistake.at.of("about"),
                "mistake-twice",
                said("The same mistake stands here a second time; only the first is ever shown."),
                said("Name other parts:  about: [{ids}]", ids=", ".join(sorted(known)[:wanted])),
            )
        seen.add(about)


def _no_part(one: str) -> Said:
    return said('This question has no part "{id}".', id=one)


def out_of_order(mistakes: tuple[Mistake, ...], order: list[str], desk: Desk) -> None:
    """Note mistakes of an `order` question that are none."""
    for mistake in mistakes:
        places = [order.index(one) for one in mistake.about if one in order]
        if len(places) == 2 and places[0] < places[1]:
            first, second = mistake.about
            desk.error(
                mistake.at.of("about"),
                "mistake-about",
                said(
                    '"{one}" before "{two}" is the right order, so it is no mistake.',
                    one=first,
                    two=second,
                ),
                said(
                    "First the step that was put too early:  about: [{two}, {one}]",
                    one=first,
                    two=second,
                ),
            )
