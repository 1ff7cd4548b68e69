"""What stands in brackets, taken apart into its `pieces`."""

from __future__ import annotations

import re

import yaml

from toolkit.content.formatting.cursor import Cursor, end_of, start_of
from toolkit.content.formatting.pieces import Brackets, Member, Words

_COMMA = re.compile(r"((?:\s|#[^\n]*)*),")


def brackets(cursor: Cursor) -> Brackets:
    """The brackets that begin here; goes on behind them. Raises Unsure."""
    # A single key in a list has none: [page: papers]
    bare = start_of(cursor.next) == end_of(cursor.next)
    keyed = cursor.enter()
    ends = ("", "") if bare else ("{", "}") if keyed else ("[", "]")
    cursor.sign(ends[0])
    found = Brackets(ends)
    while True:
        gap = cursor.between()
        comma = _COMMA.match(gap)
        if comma and not found.members:
            raise cursor.unsure()
        if found.members and not bare:
            found.members[-1].rest = comma[1] if comma else gap
        behind = gap[comma.end() :] if comma else gap
        if cursor.ends:
            break
        member = _member(cursor, keyed=keyed)
        member.lead = behind
        found.members.append(member)
    cursor.leave(keyed=keyed)
    if bare:
        cursor.at -= len(gap)
    elif comma or not found.members:
        found.rest = behind
    cursor.sign(ends[1])
    return found


def _member(cursor: Cursor, *, keyed: bool) -> Member:
    key = name = colon = ""
    if keyed:
        event, key = cursor.word()
        name = event.value
        begun = cursor.at
        cursor.between()
        cursor.sign(":")
        cursor.between()
        colon = cursor.text[begun : cursor.at]
        if "\n" in key or not key or "," in colon.partition("#")[0]:
            raise cursor.unsure()
    if not isinstance(cursor.next, yaml.ScalarEvent):
        return Member(key, name, brackets(cursor), colon=colon)
    event, words = cursor.word()
    if not words:
        raise cursor.unsure()
    return Member(key, name, Words(words.split("\n"), event.style == '"'), colon=colon)
