"""What is said when the wrong kind of thing stands somewhere: a list for a text, nothing at all.

Looked at only when something is wrong. Each function notes one problem and returns nothing;
who called goes on reading.
"""

from __future__ import annotations

import re

from toolkit.content.place import Edit
from toolkit.content.reading.desk import Desk, printable, quoted
from toolkit.content.reading.nodes import Mapping as Group
from toolkit.content.reading.nodes import Node, Scalar, Sequence
from toolkit.content.shaping import typed
from toolkit.language import Said, said


def told(node: Node, desk: Desk) -> bool:
    """Has something been said of this very value while the file was taken apart?"""
    line, column = node.at.line, node.at.column
    return any(
        one.place.line == line
        and (
            column - 1 <= one.place.column <= column
            or (one.rule in ("tag", "anchor") and one.place.column < column)
        )
        for one in desk.problems
    )


def unfilled(node: Node) -> bool:
    """Has nothing been filled in here yet?"""
    return isinstance(node, Scalar) and (
        not node.value.strip() or (node.plain and node.value in ("~", "null", "Null", "NULL"))
    )


def not_filled_in(node: Scalar, sample: str, desk: Desk, *, optional: bool = False) -> None:
    """Nothing stands after a key or a dash."""
    key = _key_before(node, desk)
    edit = None
    if not key:
        mend = said("Write for example:  {sample}", sample=sample)
    elif key == "-":
        mend = said("Write something after the dash, or delete the line:  -")
    elif optional:
        mend = said(
            "Write for example:  {key}: {sample}  . If it is not needed, delete the whole line.",
            key=key,
            sample=sample,
        )
    else:
        mend = said("Write for example:  {key}: {sample}", key=key, sample=sample)
    what = (
        said("Nothing is filled in here yet.")
        if not key or key == "-"
        else said('Nothing is filled in after "{key}:" yet.', key=quoted(key))
    )
    desk.error(node.at, "empty", what, mend, edit=edit)


def nothing_below(node: Scalar, first_line: str, desk: Desk) -> None:
    """Nothing stands below a key whose value takes lines of its own."""
    key = _key_before(node, desk)
    line = desk.line(node.at.line)
    if not key or key == "-" or "{" in line:
        not_filled_in(
            node, f"[{{{first_line[2:]}}}]" if first_line[0] == "-" else f"{{{first_line}}}", desk
        )
        return
    desk.error(
        node.at,
        "empty",
        said('Nothing is filled in after "{key}:" yet.', key=quoted(key)),
        said(
            "Write below it, with {spaces} spaces before it:  {line}",
            spaces=len(line) - len(line.lstrip(" -")) + 2,
            line=first_line,
        ),
    )


def _key_before(node: Node, desk: Desk) -> str:
    """The key or the dash that a value stands after; "" if neither stands on its line."""
    before = desk.line(node.at.line)[: node.at.column - 1]
    found = re.search(r"(?:^|[\s{,\[])([\w.-]+)\"?\s*:\s*[\"']?$", before)
    if found:
        return found[1]
    return "-" if re.search(r"(^|\s)-\s*$", before) else ""


def text_expected(node: Node, name: Said, sample: str, desk: Desk) -> None:
    """A list or a group stands where a text should be."""
    whole = typed.typed(node, desk)
    if isinstance(node, Group) and whole and _is_text_in_braces(node):
        written = typed.in_quotes(whole)
        desk.error(
            node.at,
            "wrong-type",
            said("A text that begins with a curly bracket needs quotation marks."),
            said("Write:  {text}", text=printable(written)),
            edit=typed.instead_of(node, written, desk),
        )
    elif isinstance(node, Sequence) and whole:
        written = typed.in_quotes(whole)
        desk.error(
            node.at,
            "wrong-type",
            said("Here should be {shape}, but there is {found}.", shape=name, found=found(node)),
            said(
                "If the square brackets belong to the text, write:  {text}", text=printable(written)
            ),
            edit=typed.instead_of(node, written, desk),
        )
    elif isinstance(node, Sequence):
        desk.error(
            node.at,
            "wrong-type",
            said("Here should be {shape}, but there is {found}.", shape=name, found=found(node)),
            said("Write it without a dash, right after the key:  {sample}", sample=sample),
        )
    else:
        desk.error(
            node.at,
            "wrong-type",
            said("Here should be {shape}, but there is {found}.", shape=name, found=found(node)),
            said("Write it right after the key:  {sample}", sample=sample),
        )


def _is_text_in_braces(node: Group) -> bool:
    """Is it `{fact:x}` or `{nama}`, a text and no keys with values?"""
    return all(isinstance(value, Scalar) and not value.value for _, value in node.entries.values())


def list_expected(node: Node, sample: str, simple: bool, desk: Desk) -> None:
    """A single thing stands where a list should be. `simple` lists hold ids or words."""
    whole = typed.typed(node, desk)
    written = ""
    if isinstance(node, Scalar) and whole:
        if simple and node.plain:
            written = "[" + ", ".join(part.strip() for part in whole.split(",") if part) + "]"
        else:
            written = "[" + (typed.as_text(node.value) if node.plain else whole) + "]"
    elif isinstance(node, Group) and whole:
        written = f"[{whole}]"
    edit = typed.instead_of(node, written, desk) if written else None
    if not written:
        written = sample
    if isinstance(node, Group) and not whole:
        first = next(iter(node.entries), "id")
        if _one_line(node):
            edit = Edit(node.at.line, node.at.column, node.at.line, node.at.column, "- ")
        desk.error(
            node.at,
            "wrong-type",
            said("Here should be a list, but there is a single group of keys."),
            said(
                "Write a dash and a space before the first line, and two spaces before the others:  - {key}:",
                key=quoted(first),
            ),
            edit=edit,
        )
        return
    desk.error(
        node.at,
        "wrong-type",
        said("Here should be a list, but there is only a single entry."),
        said("Write:  {text}", text=printable(written)),
        edit=edit,
    )


def _one_line(node: Group) -> bool:
    entries = list(node.entries.values())
    if len(entries) != 1:
        return False
    mark, value = entries[0]
    return isinstance(value, Scalar) and not value.raw and value.at.line == mark.at.line


def keys_expected(node: Node, name: Said, sample: str, desk: Desk) -> None:
    """A text or a list stands where a group of keys should be."""
    if isinstance(node, Sequence):
        desk.error(
            node.at,
            "wrong-type",
            said("Here should be a group of keys ({record}), but there is a list.", record=name),
            said("Write the keys without a dash:  {sample}", sample=sample),
        )
    else:
        desk.error(
            node.at,
            "wrong-type",
            said(
                "Here should be a group of keys ({record}), but there is only a text.", record=name
            ),
            said("Write its keys, each on a line of its own, such as:  {sample}", sample=sample),
        )


def words_for_record(node: Group, name: Said, desk: Desk) -> None:
    """Only words in each language stand where a record with a text should be."""
    desk.error(
        node.at,
        "wrong-type",
        said("Here should be a group of keys ({record}), but there is only a text.", record=name),
        said(
            "Write the text after its own key:  text: {text}",
            text=printable(typed.typed(node, desk)) or "{id: …}",
        ),
    )


def wrong_count(node: Sequence, least: int, most: int, sample: str, desk: Desk) -> None:
    """A list has too few or too many entries."""
    count = len(node.items)
    if not count:
        what = said("The list is still empty.")
    elif least == most:
        what = said("The list has {count} entries; it must have {most}.", count=count, most=most)
    elif count > most:
        what = said("The list has {count} entries; at most {most} fit.", count=count, most=most)
    else:
        what = said(
            "The list has {count} entries; it needs at least {least}.", count=count, least=least
        )
    if count > most:
        mend = said(
            "Delete {surplus} of its entries; each begins with a dash:  -", surplus=count - most
        )
    elif typed.in_brackets(node, desk):
        mend = said("Write between the square brackets, for example:  {sample}", sample=sample)
    else:
        mend = said("Add an entry, for example:  - {sample}", sample=sample)
    why = None if count else said("People would see an empty place here.")
    desk.error(node.at, "wrong-count", what, mend, why=why)


def list_in_list(node: Sequence, desk: Desk) -> None:
    """A list stands inside a list."""
    one = node.items[0] if node.items else None
    whole = typed.typed(node, desk)
    inner = whole[1:-1].strip()
    only = len(node.items) == 1 and bool(inner)
    edit = typed.instead_of(node, inner, desk) if only else None
    if not whole and isinstance(one, Scalar | Group) and one.at.line == node.at.line:
        # `- - x`: the second dash is one too many.
        width = one.at.column - node.at.column - (isinstance(one, Scalar) and not one.plain)
        edit = Edit(node.at.line, node.at.column, node.at.line, node.at.column + width, "")
    desk.error(
        node.at,
        "wrong-type",
        said("A list stands inside a list."),
        said("Write:  {text}", text=printable(inner))
        if only
        else said("Write a single dash and a space before each entry:  -"),
        edit=edit,
    )


def found(node: Node) -> Said:
    """What stands there, in words."""
    if isinstance(node, Sequence):
        return said("a list")
    if isinstance(node, Group):
        return said("a group of keys")
    return said('"{value}"', value=quoted(node.value))
