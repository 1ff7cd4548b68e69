"""Records whose kind is lacking, not known, or not that of their other keys.

Looked at only when something is wrong. The other keys tell what was meant, so that they are
read all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.content.place import Edit, instead
from toolkit.content.reading.desk import Desk, quoted
from toolkit.content.reading.nodes import Mapping as Group
from toolkit.content.reading.nodes import Node, Scalar
from toolkit.content.shaping import mismatch, typed
from toolkit.content.shaping.record_like import ByKindLike, RecordLike
from toolkit.content.shaping.synonyms import KEYS, meant
from toolkit.language import Said, said


def settled(kinds: ByKindLike, node: Group, desk: Desk) -> tuple[str, Group]:
    """The kind that is meant, "" if nobody can tell, and the entries with the kind put right."""
    entries = dict(node.entries)
    if "kind" not in entries:
        _renamed(kinds, entries, desk)
    rest = Group(entries, node.at)
    likely = kinds.guess(node)
    if "kind" not in entries:
        _lacks(kinds, node, likely, desk)
        return likely, rest
    word = entries["kind"][1]
    if mismatch.unfilled(word) and isinstance(word, Scalar):
        mismatch.not_filled_in(word, likely or kinds.kind.example, desk)
        return likely, rest
    if not isinstance(word, Scalar) or word.value not in kinds.kinds:
        near = kinds.kind.shape.read(word, desk)
        return near or likely, rest
    if likely and _belongs_to(kinds, word.value, likely, rest):
        desk.error(
            word.at,
            "wrong-kind",
            said(
                'The kind is "{kind}", but the keys are those of "{likely}".',
                kind=quoted(word.value),
                likely=likely,
            ),
            said("Write:  {text}", text=likely),
            edit=typed.instead_of(word, likely, desk),
        )
        return likely, rest
    return word.value, rest


def read_common(records: Sequence[RecordLike], node: Group, desk: Desk) -> None:
    """Read what every kind has, so that mistakes in it are told."""
    shared = dict(records[0].keys)
    for name in records[0].keys:
        if any(name not in one.keys for one in records):
            del shared[name]
    for name, (_, value) in node.entries.items():
        if name in shared:
            shared[name].shape.read(value, desk)


def _renamed(kinds: ByKindLike, entries: dict[str, tuple[Scalar, Node]], desk: Desk) -> None:
    """Put a key right that stands for `kind`."""
    known = {name for record in kinds.kinds.values() for name in record.keys}
    for key, (mark, value) in list(entries.items()):
        if key in known or not meant(key, ["kind"], KEYS)[0]:
            continue
        desk.error(
            mark.at,
            "unknown-key",
            said(
                'The key "{key}" is not known in {record}.',
                key=quoted(key),
                record=_called(kinds, Group(entries, mark.at)),
            ),
            said("Write:  {key}:", key="kind"),
            edit=instead(mark.at, key, "kind"),
        )
        del entries[key]
        entries["kind"] = (mark, value)
        return


def _lacks(kinds: ByKindLike, node: Group, likely: str, desk: Desk) -> None:
    line = f"kind: {likely or kinds.kind.example}"
    at = node.at
    edit = None
    if typed.in_brackets(node, desk):
        mend = said("Add inside the curly brackets:  {line}", line=line)
        if likely:
            edit = Edit(at.line, at.column + 1, at.line, at.column + 1, f"{line}, ")
    else:
        mend = said(
            "Add a line, with {spaces} spaces before it:  {line}", spaces=at.column - 1, line=line
        )
        if likely:
            before = f"{line}\n" + " " * (at.column - 1)
            edit = Edit(at.line, at.column, at.line, at.column, before)
    desk.error(
        at,
        "missing-key",
        said('The key "{key}" is missing in {record}.', key="kind", record=_called(kinds, node)),
        mend,
        edit=edit,
    )


def _called(kinds: ByKindLike, node: Group) -> Said:
    id = node.get("id")
    if isinstance(id, Scalar) and id.value:
        return said('{record} "{id}"', record=kinds.name, id=quoted(id.value))
    return said("this {record}", record=kinds.name)


def _belongs_to(kinds: ByKindLike, word: str, likely: str, rest: Group) -> bool:
    """Do the keys fit another kind, and not the one that is written?"""
    if likely == word:
        return False
    there = rest.entries.keys() - {"kind"}
    here, other = kinds.kinds[word], kinds.kinds[likely]
    lacks = [name for name, key in here.keys.items() if key.required and name not in there]
    return bool(there - here.keys.keys()) and bool(lacks) and there <= other.keys.keys()
