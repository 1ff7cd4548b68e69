"""Puts `pieces` back together in the canonical form.

Keys come in the order of their shape's table, two spaces make a step and one follows each
sign, and there are never two empty lines below each other.
Words are not wrapped anew, quotation marks stay, and what stands in brackets stays there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from toolkit.content.formatting.key_order import Inside, entries_of, keys_in_order
from toolkit.content.formatting.pieces import Brackets, Entry, Group, Member, Pieces, Words

STEP = 2


def laid_out(pieces: Pieces, inside: Inside) -> str:
    """The file anew; `inside` is the shape of what it holds."""
    lines = _group(pieces.top, 0, inside)
    head = pieces.head
    if head and head[-1] and lines[0].startswith("#"):
        # Else the two blocks of comments would become one.
        head = [*head, ""]
    return "\n".join([*pieces.opening, *head, *lines, *pieces.closing]) + "\n"


def _group(group: Group, indent: int, inside: Inside) -> list[str]:
    """The lines of keys or dashes below each other, indented."""
    lines: list[str] = []
    former: Entry | None = None
    for entry, shape in _in_order(group, inside):
        lines += _indented(_before(entry, former), indent)
        lines += _entry(entry, indent, shape)
        lines += _indented(entry.after, indent)
        former = entry
    if group.tail:
        lines += _indented(["", *_without_gap(group.tail)], indent)
    return lines


def _in_order(group: Group, inside: Inside) -> Iterable[tuple[Entry, Inside]]:
    if not group.keyed:
        return [(entry, entries_of(inside)) for entry in group.entries]
    found = {entry.name: entry for entry in group.entries}
    ranked = keys_in_order(inside, {name: _text(one.value) for name, one in found.items()})
    return [(found[name], shape) for name, shape in ranked.items()]


def _before(entry: Entry, former: Entry | None) -> list[str]:
    """The comments above an entry, cut off from what is not about it."""
    before = entry.before
    if former is None:
        return _without_gap(before)
    begins = bool(before) and bool(before[0])
    # Comments right below the former entry belong to it if an empty line follows them.
    if former.after and (not before or begins):
        return ["", *before]
    return ["", *before] if begins and "" in before else before


def _entry(entry: Entry, indent: int, inside: Inside) -> list[str]:
    pad = " " * indent
    sign = f"{entry.key}:" if entry.key else "-"
    if isinstance(entry.value, Group):
        lines = _group(entry.value, indent + STEP, inside)
        if entry.key or entry.aside or lines[0].lstrip().startswith("#"):
            return [f"{pad}{sign}{entry.aside}", *lines]
        return [f"{pad}{sign} {lines[0].lstrip()}", *lines[1:]]
    first, *rest = _value(entry.value, entry.behind, indent, inside)
    if entry.falls and (entry.aside or entry.between):
        between = _indented([*entry.between, first], indent + STEP)
        return [f"{pad}{sign}{entry.aside}", *between, *rest]
    space = "" if first[:1] in ("", " ") else " "
    return [f"{pad}{sign}{space}{first}", *rest]


def _value(value: Words | Brackets, behind: str, indent: int, inside: Inside) -> list[str]:
    """The lines of a text or of brackets, the first without its indentation."""
    if isinstance(value, Words) and value.sign:
        return [value.sign + behind, *_below_sign(value, indent)]
    if isinstance(value, Brackets):
        lines = _brackets(value, indent, inside)
    else:
        first, *more = [_trimmed(line, value) for line in value.lines]
        lines = [first, *_indented([line.lstrip(" \t") for line in more], indent + STEP)]
    lines[-1] += behind
    return lines


def _below_sign(words: Words, indent: int) -> list[str]:
    pad = " " * (indent + (words.fixed or STEP))
    return [
        pad + line[words.indent :] if line[words.indent :] or line.strip() else ""
        for line in words.lines
    ]


def _brackets(brackets: Brackets, indent: int, inside: Inside) -> list[str]:
    if not brackets.spread:
        return [_on_one_line(brackets, inside)]
    first, *rest = _as_typed(brackets, inside).split("\n")
    lines = [_trimmed(first)]
    for line in rest:
        words = _trimmed(line).lstrip(" \t")
        typed = line[: len(line) - len(line.lstrip(" \t"))].replace("\t", " " * STEP)
        least = indent if words[:1] in ("]", "}") else indent + STEP
        pad = max(len(typed) + indent - brackets.column, least)
        lines.append(" " * pad + words if words else "")
    return lines


def _on_one_line(brackets: Brackets, inside: Inside) -> str:
    told = [
        f"{member.key}: {words}" if member.key else words
        for member, shape in _members(brackets, inside)
        for words in [
            _on_one_line(member.value, shape)
            if isinstance(member.value, Brackets)
            else member.value.lines[0]
        ]
    ]
    return f"{brackets.ends[0]}{', '.join(told)}{brackets.ends[1]}"


def _as_typed(brackets: Brackets, inside: Inside) -> str:
    """Brackets that go over several lines keep what stands between their words."""
    members = _members(brackets, inside)
    if brackets.comments():
        members = [(member, shape) for member in brackets.members for shape in [None]]
    told = [
        place.lead
        + member.key
        + member.colon
        + (
            _as_typed(member.value, shape)
            if isinstance(member.value, Brackets)
            else "\n".join(member.value.lines)
        )
        + place.rest
        for place, (member, shape) in zip(brackets.members, members, strict=True)
    ]
    return (
        brackets.ends[0]
        + ",".join([*told, *([brackets.rest] if brackets.rest else [])])
        + brackets.ends[1]
    )


def _members(brackets: Brackets, inside: Inside) -> Sequence[tuple[Member, Inside]]:
    found = {member.name: member for member in brackets.members}
    if not all(found):
        return [(member, entries_of(inside)) for member in brackets.members]
    ranked = keys_in_order(inside, {name: _text(one.value) for name, one in found.items()})
    return [(found[name], shape) for name, shape in ranked.items()]


def _text(value: Words | Brackets | Group) -> str:
    return "\n".join(value.lines) if isinstance(value, Words) else ""


def _trimmed(line: str, words: Words | None = None) -> str:
    """Without the spaces at its end, unless a backslash makes the first of them a word."""
    bare = line.rstrip(" \t")
    signs = len(bare) - len(bare.rstrip("\\"))
    escaped = signs % 2 and bare != line and (words is None or words.quoted)
    return line[: len(bare) + 1] if escaped else bare


def _indented(lines: Iterable[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _without_gap(lines: list[str]) -> list[str]:
    return lines[1:] if lines and not lines[0] else lines
