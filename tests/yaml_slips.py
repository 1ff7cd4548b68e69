"""Slips in YAML itself: spaces, signs, quotation marks, brackets. The others stand in `slips`."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Lines = list[str]


Kind = Callable[[Lines, int, random.Random], "Lines | None"]
"""Makes the mistake at an index, or returns None where it cannot be made. The line count stays."""

PLAIN = re.compile(r"^( *(?:- )?)(\w+): ([A-Z][^\"'{}\[\]#:]{14,})$")
"""A line that holds a text without quotes."""
KEY = re.compile(r"^( *(?:- )?)([a-z_]+):( .*|)$")
QUOTED = re.compile(r'^(.*: )"([^"]+)"$')


def words_at(lines: Lines, at: int) -> re.Match[str] | None:
    """The text without quotes at a line, if it does not go on in the next."""
    found = PLAIN.match(lines[at])
    return None if not found or in_block(lines, at) or goes_on(lines, at) else found


def goes_on(lines: Lines, at: int) -> bool:
    after = lines[at + 1] if at + 1 < len(lines) else ""
    return bool(after.strip()) and indent_of(after) > indent_of(lines[at])


def in_block(lines: Lines, at: int) -> bool:
    """Does a line stand inside a text that `>-` began?"""
    for before in range(at - 1, -1, -1):
        if lines[before].strip() and indent_of(lines[before]) < indent_of(lines[at]):
            return lines[before].rstrip().endswith((">-", ">", "|", "|-"))
    return False


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def key_at(lines: Lines, at: int) -> re.Match[str] | None:
    return None if in_block(lines, at) else KEY.match(lines[at])


def put(lines: Lines, at: int, line: str) -> Lines:
    return [*lines[:at], line, *lines[at + 1 :]]


# --- YAML itself


def tab(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """Indented with the Tab key."""
    indent = indent_of(lines[at])
    if not indent or not key_at(lines, at):
        return None
    return put(lines, at, "\t" * max(indent // 4, 1) + lines[at].lstrip())


def one_space(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """One space too many or too few at the beginning."""
    if not indent_of(lines[at]) or not (key := key_at(lines, at)) or key[3].strip() in ("", ">-"):
        return None
    return put(lines, at, " " + lines[at] if dice.random() < 0.5 else lines[at][1:])


def colon(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A colon in a text without quotes."""
    if not (found := words_at(lines, at)):
        return None
    words = found[3].split(" ")
    cut = dice.randrange(1, len(words)) if len(words) > 1 else None
    if cut is None:
        return None
    words[cut - 1] = words[cut - 1].rstrip(",.") + ":"
    return put(lines, at, f"{found[1]}{found[2]}: {' '.join(words)}")


def hash_sign(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A number sign after a space, which silently cuts the text."""
    if not (found := words_at(lines, at)) or " " not in found[3]:
        return None
    first, rest = found[3].split(" ", 1)
    return put(lines, at, f"{found[1]}{found[2]}: {first} #1 {rest}")


def no_space_after_colon(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """`title:Halo`."""
    if not (key := key_at(lines, at)) or not key[3].strip() or key[3].strip() in (">-",):
        return None
    return put(lines, at, f"{key[1]}{key[2]}:{key[3].lstrip()}")


def no_space_after_dash(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """`-id: a`."""
    if not lines[at].lstrip().startswith("- ") or in_block(lines, at):
        return None
    return put(lines, at, lines[at].replace("- ", "-", 1))


def open_quote(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A closing quotation mark forgotten."""
    found = QUOTED.match(lines[at])
    return put(lines, at, f'{found[1]}"{found[2]}') if found else None


def quote_in_front(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The first word in quotation marks, and the text goes on."""
    if not (found := words_at(lines, at)) or " " not in found[3]:
        return None
    first, rest = found[3].split(" ", 1)
    return put(lines, at, f'{found[1]}{found[2]}: "{first}" {rest}')


def open_bracket(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A closing bracket forgotten."""
    if in_block(lines, at) or not re.search(r": [\[{].*[\]}]$", lines[at]):
        return None
    return put(lines, at, lines[at][:-1])


def comma(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The comma between two languages forgotten."""
    if in_block(lines, at) or not re.search(r"\{id: [^{}\"]+, en: ", lines[at]):
        return None
    return put(lines, at, lines[at].replace(", en: ", " en: ", 1))


def smart_quotes(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The curly quotation marks of a word processor."""
    found = QUOTED.match(lines[at])
    return put(lines, at, f"{found[1]}“{found[2]}”") if found else None


def special_start(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A text that begins with a sign that means something."""
    if not (found := words_at(lines, at)):
        return None
    sign = dice.choice(["@", "%", "*", "&", "!", "`", "> ", "| ", "- ", "? ", "["])
    close = "]" if sign == "[" else ""
    first, _, rest = found[3].partition(" ")
    return put(lines, at, f"{found[1]}{found[2]}: {sign}{first}{close} {rest}")


def hard_space(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """No-break spaces at the beginning, as copied from a web page."""
    if not indent_of(lines[at]) or not key_at(lines, at):
        return None
    return put(lines, at, "\u00a0" * indent_of(lines[at]) + lines[at].lstrip())


def deeper_entry(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A list entry one step to the right of the one before."""
    before = lines[at - 1] if at else ""
    if not re.match(r" *- \w[\w-]+$", lines[at]) or not re.match(r" *- \w[\w-]+$", before):
        return None
    return put(lines, at, " " + lines[at])


def colon_forgotten(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A key without its colon."""
    if not (key := key_at(lines, at)) or not key[3].strip() or key[3].strip() == ">-":
        return None
    return put(lines, at, f"{key[1]}{key[2]}{key[3]}")


def stray_words(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A note between the lines without the sign of a comment."""
    if lines[at].strip() or at + 1 >= len(lines):
        return None
    return put(lines, at, "periksa lagi bagian ini")


def key_twice(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The next line begins with the same key."""
    here = key_at(lines, at)
    above = key_at(lines, at - 1) if at else None
    if not here or not above or indent_of(lines[at]) != indent_of(lines[at - 1]) or "-" in here[1]:
        return None
    if above[3].strip() in ("", ">-") or here[3].strip() in ("", ">-") or "-" in above[1]:
        return None
    return put(lines, at, f"{here[1]}{above[2]}:{here[3]}")


def backslash(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A Windows path in double quotation marks."""
    found = QUOTED.match(lines[at])
    return put(lines, at, f'{found[1]}"{found[2]} D:\\Pelajaran"') if found else None


def dashes(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """Three dashes as a dividing line."""
    if lines[at].strip() or not at or at + 1 >= len(lines) or indent_of(lines[at + 1]):
        return None
    return put(lines, at, "---")


def hidden(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A sign that cannot be seen, as copied from a chat."""
    if not (found := words_at(lines, at)):
        return None
    sign = dice.choice("\u200b\u202e\u2060\x0c\u2028")
    middle = len(found[3]) // 2
    return put(lines, at, f"{found[1]}{found[2]}: {found[3][:middle]}{sign}{found[3][middle:]}")


# --- the order of lines, with Notepad


def line_lost(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A key line deleted that others belong to; an empty comment keeps the numbers."""
    if not (key := key_at(lines, at)) or "-" in key[1] or not goes_on(lines, at):
        return None
    return None if key[3].strip() else put(lines, at, "#")


def lines_swapped(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """Two lines in the wrong order, the second further in than the first."""
    if at + 1 >= len(lines) or not key_at(lines, at) or not goes_on(lines, at):
        return None
    return [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]


def lines_joined(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The line end between two lines deleted."""
    if at + 1 >= len(lines) or not key_at(lines, at) or not key_at(lines, at + 1):
        return None
    return [*lines[:at], f"{lines[at]} {lines[at + 1].strip()}", "#", *lines[at + 2 :]]


def block_shifted(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """Three lines moved two spaces to the right."""
    if not key_at(lines, at) or not all(line.strip() for line in lines[at : at + 3]):
        return None
    return [*lines[:at], *("  " + line for line in lines[at : at + 3]), *lines[at + 3 :]]


LAYOUT: tuple[Kind, ...] = (line_lost, lines_swapped, lines_joined, block_shifted)
