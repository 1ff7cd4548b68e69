"""Keys that a record does not know, and keys that it lacks.

Looked at only when something is wrong. A misspelt key is one problem, not an unknown one
and a lacking one; its value is read under the right key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from toolkit.content.place import Edit, instead
from toolkit.content.reading.desk import Desk, quoted
from toolkit.content.reading.nodes import Mapping as Group
from toolkit.content.reading.nodes import Node, Scalar
from toolkit.content.shaping import examples, mismatch, readings, typed
from toolkit.content.shaping.record_like import RecordLike
from toolkit.content.shaping.shapes import Day
from toolkit.content.shaping.synonyms import KEYS, meant, plain
from toolkit.language import LANGUAGES, Said, said

Entries = dict[str, tuple[Scalar, Node]]

SHORT_LIST = 14
"""Of more keys than this a message names the first ones only."""

_BY_FILE = ("lesson", "quiz", "scenario")
"""Keys whose value is, where nobody says otherwise, the name of the file."""


Homes = Sequence[tuple[tuple[str, ...], RecordLike]]
"""Every record that a file may hold, with the keys that lead to it."""


def settled(record: RecordLike, node: Group, homes: Homes, desk: Desk) -> Entries:
    """The entries, misspelt keys put right; each key that is not known is noted."""
    entries: Entries = {
        key: entry
        for key, entry in node.entries.items()
        if key in record.keys or key in record.also
    }
    for key, (mark, value) in node.entries.items():
        if key in entries:
            continue
        if desk.is_full:
            break
        free = [name for name in record.keys if name not in entries]
        near, sure = meant(key, free, KEYS, likely=not desk.is_crowded)
        taken, certain = meant(key, list(entries), KEYS, likely=False)
        if plain(near) == plain(key) and near:
            _misspelt(record, node, (key, near), entries, desk)
        elif key in record.hints:
            _unknown(record, node, key, record.hints[key], desk)
        elif near and sure:
            _misspelt(record, node, (key, near), entries, desk)
        elif taken and certain:
            _twice(key, taken, mark, entries[taken][0].at.line, desk)
        elif home := _home(record, key, homes):
            _misplaced(record, node, key, home, desk)
            if not mismatch.unfilled(value):
                home[1].keys[key].shape.read(value, desk)
        elif near:
            _misspelt(record, node, (key, near), entries, desk)
        else:
            known = list(record.keys)
            names = ", ".join(known[:SHORT_LIST]) + (", …" if len(known) > SHORT_LIST else "")
            _unknown(
                record,
                node,
                key,
                said("Write one of these, or delete it:  {keys}", keys=names),
                desk,
            )
    return entries


def _misspelt(
    record: RecordLike, node: Group, names: tuple[str, str], entries: Entries, desk: Desk
) -> None:
    """Note a misspelt key, and put its entry under the right one."""
    key, near = names
    mark = node.entries[key][0]
    entries.setdefault(near, node.entries[key])
    desk.error(
        mark.at,
        "unknown-key",
        said(
            'The key "{key}" is not known in {record}.',
            key=quoted(key),
            record=called(record, node),
        ),
        said("Write:  {key}:", key=near),
        edit=None if "\n" in mark.raw else instead(mark.at, mark.raw or key, near),
    )


def _unknown(record: RecordLike, node: Group, key: str, mend: Said, desk: Desk) -> None:
    desk.error(
        node.entries[key][0].at,
        "unknown-key",
        said(
            'The key "{key}" is not known in {record}.',
            key=quoted(key),
            record=called(record, node),
        ),
        mend,
    )


def _twice(key: str, taken: str, mark: Scalar, line: int, desk: Desk) -> None:
    desk.error(
        mark.at,
        "unknown-key",
        said(
            'The key "{key}" means the same as "{taken}", which stands in line {line} already.',
            key=quoted(key),
            taken=taken,
            line=line,
        ),
        said("Keep only one of the two, as:  {taken}:", taken=taken),
    )


def _home(record: RecordLike, key: str, homes: Homes) -> tuple[tuple[str, ...], RecordLike] | None:
    """The record around this one, or right inside it, to which a key belongs."""
    mine = next((under for under, one in homes if one is record), None)
    if mine is None:
        return None
    for under, one in homes:
        around = len(under) < len(mine) and mine[: len(under)] == under
        inside = under[: len(mine)] == mine and len(under) == len(mine) + 1
        if one is not record and key in one.keys and (around or inside):
            return under, one
    return None


def _misplaced(
    record: RecordLike, node: Group, key: str, home: tuple[tuple[str, ...], RecordLike], desk: Desk
) -> None:
    under, other = home
    desk.error(
        node.entries[key][0].at,
        "unknown-key",
        said(
            'The key "{key}" does not belong in {record}, but in: {home}.',
            key=quoted(key),
            record=called(record, node),
            home=other.name,
        ),
        said("Move it, with all that belongs to it, under:  {parent}:", parent=under[-1])
        if under
        else said("Move it to the far left, with no space before it:  {key}:", key=key),
    )


def called(record: RecordLike, node: Group) -> Said:
    """A record with the id it goes by, if it has one: option "b"."""
    first = next(iter(record.keys))
    entry = node.entries.get(first)
    # A record may begin with a day, by which nobody calls it.
    named = not isinstance(record.keys[first].shape, Day)
    if named and entry and isinstance(entry[1], Scalar) and 0 < len(entry[1].value) <= 40:
        return said('{record} "{id}"', record=record.name, id=quoted(entry[1].value))
    return said("this {record}", record=record.name)


def only_words(record: RecordLike, node: Group) -> bool:
    """Are there only words in each language where a record with a text should be?"""
    words = all(isinstance(value, Scalar) for _, value in node.entries.values())
    return (
        words
        and "en" in node.entries
        and "en" not in record.keys
        and node.entries.keys() <= {*LANGUAGES}
    )


def lacking(record: RecordLike, names: Sequence[str], node: Group, desk: Desk) -> None:
    """Note keys that a record lacks; of many at once in a single problem."""
    if desk.is_full or _has_copied_part(node, desk):
        return
    moved = set(_moved_away(record, desk))
    names = [name for name in names if name not in moved]
    if len(names) > 3 or (names and not node.entries):
        desk.error(
            node.at,
            "missing-key",
            said(
                "In {record} these keys are missing: {keys}.",
                record=called(record, node),
                keys=", ".join(names[:SHORT_LIST]),
            ),
            _where_to_begin(record, names[0], node, desk),
        )
        return
    for name in names:
        line = _line(record, name, node, desk)
        desk.error(
            node.at,
            "missing-key",
            said('The key "{key}" is missing in {record}.', key=name, record=called(record, node)),
            _where_to_add(record, name, line, node, desk),
            edit=_added(line, node, desk) if record.keys[name].fits or name in _BY_FILE else None,
        )


def _where_to_begin(record: RecordLike, name: str, node: Group, desk: Desk) -> Said:
    """How to add the first of many keys that are lacking."""
    if record.keys[name].first_line and not typed.in_brackets(node, desk):
        return _where_to_add(record, name, "", node, desk)
    line = _line(record, name, node, desk)
    if "pages" in record.keys and node.at.column == 1:
        return said(
            "Add one after the other, first:  {line}  . What a whole lesson looks like shows:  {command}",
            line=line,
            command="cekdulu new lesson contoh",
        )
    return said("Add one after the other, first:  {line}", line=line)


def _where_to_add(record: RecordLike, name: str, line: str, node: Group, desk: Desk) -> Said:
    if typed.in_brackets(node, desk):
        return said("Add inside the curly brackets:  {line}", line=line)
    spaces = node.at.column - 1
    if first := examples.first_line(record, name, node, desk):
        return said(
            "Add a line  {key}:  and below it, with {spaces} spaces before it:  {line}",
            key=name,
            spaces=spaces + 2,
            line=first,
        )
    if name == "sources":
        return said(
            "Name where you know it from, written down first in {file}:  {line}",
            file="lessons/reference/sources.yaml",
            line=line,
        )
    if spaces:
        return said("Add a line, with {spaces} spaces before it:  {line}", spaces=spaces, line=line)
    return said("Add a line:  {line}", line=line)


def _line(record: RecordLike, name: str, node: Group, desk: Desk) -> str:
    """A key with a value that somebody would type."""
    sample = examples.value(record, name, node, desk)
    if name in _BY_FILE and node.at.column == 1:
        other = next((node.entries[key][1] for key in _BY_FILE if key in node.entries), None)
        stem = readings.ident(Path(desk.file).stem)
        sample = quoted(other.value) if isinstance(other, Scalar) else stem or sample
    return f"{name}: {sample}"


def _added(line: str, node: Group, desk: Desk) -> Edit | None:
    """The mending that adds a line to a record: behind its first line, or first in its brackets."""
    at = node.at
    if typed.in_brackets(node, desk):
        return Edit(at.line, at.column + 1, at.line, at.column + 1, f"{line}, ")
    if not node.entries:
        return None
    _, value = next(iter(node.entries.values()))
    if not isinstance(value, Scalar) or value.raw or value.at.line != at.line or not value.value:
        return None
    end = typed.line_end(at.line, desk)
    return Edit(at.line, end, at.line, end, "\n" + " " * (at.column - 1) + line)


def _has_copied_part(node: Group, desk: Desk) -> bool:
    """Should keys come from another part of the file, by `<<`? That is told already."""
    if not node.entries:
        return False
    last = max(value.at.line for _, value in node.entries.values()) + 1
    return any(
        one.rule == "anchor"
        and node.at.line <= one.place.line <= last
        and desk.line(one.place.line).lstrip(" -").startswith("<<")
        for one in desk.problems
    )


def _moved_away(record: RecordLike, desk: Desk) -> Iterator[str]:
    """Keys that were found in another record, or in brackets: that is told already."""
    for one in desk.problems:
        if one.rule == "unknown-key" and one.what.values.get("home") is record.name:
            yield one.what.values["key"]
        elif one.rule == "odd-key":
            line = desk.line(one.place.line)[one.place.column - 1 :]
            if found := re.match(r"[{\[]\s*([\w-]+)", line):
                yield found[1]
