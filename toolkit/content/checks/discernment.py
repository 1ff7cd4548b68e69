"""What makes offers teach discernment and not suspicion: honest ones beside the traps, in pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from toolkit.content.checks.proposals import nearest
from toolkit.content.offer import Offer
from toolkit.content.place import Problem, Severity, instead, place_of
from toolkit.content.reading.desk import Desk
from toolkit.content.shaping.shapes import Partial
from toolkit.language import said


def check_offer(offer: Offer, desk: Desk) -> None:
    """Note an honest offer with signs of a trap, or a trap without any."""
    if isinstance(offer.signs, Partial) or offer.honest != bool(offer.signs):
        return
    if offer.honest:
        desk.error(
            offer.at.of("signs"),
            "offer-signs",
            said('"{id}" is honest, yet it lists signs of a trap.', id=offer.id),
            said("Take the list out; if it is a trap, write:  honest: false"),
        )
    else:
        desk.error(
            offer.at.of("honest"),
            "offer-signs",
            said('"{id}" is a trap, yet no sign says how to tell.', id=offer.id),
            said(
                'Write under it:  signs: [{{id: "…", en: "…"}}]  - if it is honest:  honest: true'
            ),
        )


def lopsided(offers: Mapping[str, Offer], theirs: Collection[str]) -> Iterator[Problem]:
    """A problem for a bank that holds only traps, and for each pair without its counterpart.

    `theirs` are a trainer's files: what stands in them is judged by itself, together only
    with the twins of it that are ours.
    """
    written = {offer.pair for offer in offers.values() if offer.at.file in theirs}
    bank = [offer for offer in offers.values() if not written or offer.pair in written]
    if bank and not any(offer.honest for offer in bank):
        first = bank[0]
        yield Problem(
            first.at.of("honest"),
            "only-traps",
            said("All offers of this library are traps: {count} of {count}.", count=len(bank)),
            said(
                "Write the honest twin of this one:  pair: {pair}  and  honest: true",
                pair=first.pair,
            ),
        )
        return
    pairs: dict[str, list[Offer]] = defaultdict(list)
    for offer in offers.values():
        pairs[offer.pair].append(offer)
    alone = {
        pair: members
        for pair, members in pairs.items()
        if {offer.honest for offer in members} != {True, False}
    }
    told: set[str] = set()
    for pair, members in reversed(alone.items()):
        if pair in told:
            continue
        last = members[-1]
        others = [
            one
            for one, theirs in alone.items()
            if one != pair and one not in told and theirs[0].honest is not last.honest
        ]
        if len(members) == 1 and (near := nearest(pair, others)):
            # Two that lack each other: one of the two words is mistyped.
            told.add(near)
            at = place_of(last.pair, last.at)
            yield Problem(
                at,
                "no-twin",
                said('Only this offer has the pair "{pair}".', pair=pair),
                said("Write:  {id}", id=near),
                Severity.WARNING,
                instead(at, pair, near),
            )
        else:
            yield Problem(
                place_of(last.pair, last.at),
                "no-twin",
                said('The pair "{pair}" has no trap beside its honest offer.', pair=pair)
                if last.honest
                else said('The pair "{pair}" has no honest offer beside its trap.', pair=pair),
                said("Write the other one:  pair: {pair}  and  honest: false", pair=pair)
                if last.honest
                else said("Write the other one:  pair: {pair}  and  honest: true", pair=pair),
                Severity.WARNING,
            )
