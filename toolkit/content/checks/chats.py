"""What makes a branching chat playable: every way through it comes to an end.

And what makes it teach: no single step seals how it ends, and each ending names what was done.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from toolkit.content.checks.distinct import distinct
from toolkit.content.checks.proposals import meant, nearest
from toolkit.content.offer import Reply, Scenario, Turn
from toolkit.content.place import instead, place_of
from toolkit.content.reading.desk import Desk
from toolkit.content.shaping.shapes import Partial
from toolkit.language import said

Ways = Mapping[str, frozenset[str]]
"""From each turn, the turns that it may lead to."""


def check_chat(chat: Scenario, desk: Desk) -> None:
    """Note unknown and unreachable turns, dead ends, and circles without a way out.

    One slip usually causes several of these; the one that is nearest to it is told.
    """
    named = [reply.next for turn in chat.turns for reply in turn.replies]
    told = distinct(chat.turns, chat.at, desk, named)
    for turn in chat.turns:
        distinct(turn.replies, turn.at, desk)
        _ending(turn, desk)
        _technique(turn, desk)
    if isinstance(chat.turns, Partial):
        return
    turns = {turn.id: turn for turn in chat.turns}
    strange = _strange(chat, {*turns, told}, desk) or told
    ways = {
        turn.id: frozenset(nearest(reply.next, turns) or reply.next for reply in turn.replies)
        for turn in chat.turns
    }
    lost = _strangers(ways)
    if _circles(chat, ways, turns, desk) or _back(chat, desk) or (strange and lost):
        return
    _unreached(chat, ways, desk)
    _sealed(chat, ways, turns, desk)


def _ending(turn: Turn, desk: Desk) -> None:
    if isinstance(turn.replies, Partial) or bool(turn.replies) != bool(turn.debrief):
        return
    if turn.replies:
        desk.error(
            turn.at.of("debrief"),
            "chat-end",
            said('The turn "{id}" has a debrief, yet it goes on with replies.', id=turn.id),
            said(
                "Keep one of the two:  replies:  if the chat goes on,  debrief:  if it ends here."
            ),
        )
    else:
        desk.error(
            place_of(turn.id, turn.at),
            "chat-end",
            said('After the turn "{id}" nothing comes: no reply and no debrief.', id=turn.id),
            said(
                'If the chat ends here, write:  debrief: {{id: "…", en: "…"}}  - if not:  replies:'
            ),
        )


def _technique(turn: Turn, desk: Desk) -> None:
    """Note an ending that does not name what was done."""
    if turn.debrief is not None and not turn.replies and turn.technique is None:
        desk.warning(
            turn.at.of("debrief"),
            "chat-technique",
            said('The ending "{id}" does not name the technique.', id=turn.id),
            said('Write under it, for example:  technique: {{id: "Desakan: …", en: "Urgency: …"}}'),
        )


def _sealed(chat: Scenario, ways: Ways, turns: Mapping[str, Turn], desk: Desk) -> None:
    """Note a reply at the very first turn after which only one of several endings is left.

    One that leads straight to an ending is a short way out, and the learner sees that it is.
    """
    ends = {turn.id for turn in chat.turns if turn.debrief is not None and not turn.replies}
    first = next(iter(chat.turns), None)
    if first is None or len(ends & _from([first.id], ways)) < 2:
        return
    for reply in first.replies:
        left = ends & _from([reply.next], ways)
        if reply.next in turns and reply.next not in ends and len(left) == 1:
            desk.warning(
                place_of(reply.next, first.at),
                "chat-sealed",
                said(
                    'After this reply only the ending "{id}" is left, whatever is answered later.',
                    id=next(iter(left)),
                ),
                said(
                    "Give a later turn a reply that leads elsewhere, for example  next: {id}",
                    id=next(turn.id for turn in chat.turns if turn.id in ends - left),
                ),
            )


def _strange(chat: Scenario, known: Collection[str | None], desk: Desk) -> bool:
    """Note replies that lead nowhere; was there one?"""
    turns = [turn.id for turn in chat.turns]
    found = False
    for turn in chat.turns:
        for reply in turn.replies:
            if reply.next not in known:
                found = True
                at = place_of(reply.next, turn.at)
                mend, edit = meant(reply.next, turns, at)
                desk.error(
                    at,
                    "unknown-reference",
                    said('This chat has no turn "{id}".', id=reply.next),
                    mend,
                    edit=edit,
                )
    return found


def _strangers(ways: Ways) -> bool:
    """Does a reply lead to a turn that nobody can guess?"""
    return any(one not in ways for nexts in ways.values() for one in nexts)


def _from(start: Iterable[str], ways: Ways) -> set[str]:
    """All that can be reached from some turns, themselves included."""
    reached: set[str] = set()
    waiting = list(start)
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += ways.get(one, ())
    return reached


def _circles(chat: Scenario, ways: Ways, turns: Mapping[str, Turn], desk: Desk) -> bool:
    """Note each circle that can be entered and not left; was there one?"""
    back: dict[str, set[str]] = {}
    for one, nexts in ways.items():
        for other in nexts:
            back.setdefault(other, set()).add(one)
    # Whatever is not a known turn that goes on counts as an end: it has been told already.
    ends = [one for one in [*ways, *back] if not ways.get(one) or _open(turns.get(one))]
    ending = _from(ends, {one: frozenset(before) for one, before in back.items()})
    caught = _from([chat.turns[0].id], ways) - ending if chat.turns else set()
    told: set[str] = set()
    for turn in chat.turns:
        if turn.id in caught and turn.id not in told:
            circle = _from([turn.id], ways)
            told |= circle
            closing = _closing(chat, circle)
            # A reply that leads on by a guess only has been told, with the id to write.
            if closing and closing.next in turns:
                _circle(closing, [one.id for one in chat.turns if one.debrief], desk)
    return bool(caught)


def _open(turn: Turn | None) -> bool:
    return turn is not None and isinstance(turn.replies, Partial)


def _closing(chat: Scenario, circle: Collection[str]) -> Reply | None:
    """The last reply of a circle that leads back in it, rather one that is not misspelt."""
    order = [turn.id for turn in chat.turns]
    closing: Reply | None = None
    sure = False
    for turn in chat.turns:
        for reply in turn.replies if turn.id in circle else ():
            typed = reply.next in order
            to = reply.next if typed else nearest(reply.next, order)
            leads_back = to in order and order.index(to) <= order.index(turn.id)
            if leads_back and typed >= sure:
                closing, sure = reply, typed
    return closing


def _circle(closing: Reply, endings: list[str], desk: Desk) -> None:
    at = place_of(closing.next)
    what = said("From here the chat only goes round in a circle and never comes to an end.")
    if endings:
        mend = said("Let a reply lead to a turn that ends; write for example:  {id}", id=endings[0])
        desk.error(at, "chat-circle", what, mend, edit=instead(at, closing.next, endings[0]))
    else:
        mend = said('End one of the turns:  debrief: {{id: "…", en: "…"}}  in place of  replies:')
        desk.error(at, "chat-circle", what, mend)


def _back(chat: Scenario, desk: Desk) -> bool:
    """Note replies that lead back to their own turn; was there one?"""
    found = False
    for turn in chat.turns:
        for reply in turn.replies:
            if reply.next == turn.id:
                found = True
                others = [other.id for other in chat.turns if other.id != turn.id]
                desk.warning(
                    place_of(reply.next, turn.at),
                    "chat-back",
                    said('This reply leads back to its own turn "{id}".', id=turn.id),
                    said("Write the turn that follows, for example  next: {id}", id=others[-1])
                    if others
                    else said('Add a turn that ends:  debrief: {{id: "…", en: "…"}}'),
                )
    return found


def _unreached(chat: Scenario, ways: Ways, desk: Desk) -> None:
    """Note the turns that no reply leads to, of several in a row the first."""
    reached = _from([turn.id for turn in chat.turns[:1]], ways)
    led_to = {one for start, nexts in ways.items() for one in nexts if start != one}
    for unled in (True, False):
        for turn in chat.turns:
            if turn.id in reached or (unled and turn.id in led_to):
                continue
            reached |= _from([turn.id], ways)
            desk.warning(
                place_of(turn.id, turn.at),
                "chat-unreached",
                said('No reply leads to the turn "{id}", so nobody ever sees it.', id=turn.id),
                said("Write at a reply of another turn:  next: {id}", id=turn.id),
            )
