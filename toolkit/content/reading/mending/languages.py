"""Two languages, or two keys, on one line: written in another way than `{id: …, en: …}`."""

from __future__ import annotations

import re

from toolkit.content.reading.mending import rows
from toolkit.content.reading.mending.draft import shielded
from toolkit.content.reading.mending.mends import shown, write
from toolkit.content.reading.mending.rows import Look
from toolkit.content.reading.mending.state import After, State
from toolkit.content.reading.mending.values import closing, in_quotes
from toolkit.language import Said, said

LANGUAGES = frozenset({"id", "en"})

_SIGN = r"[\"']?\s*(?P<sign{0}>:=|->|[:=：→])\s*"
_PAIR = re.compile(
    r"(?P<open>[({\[]*)\s*[\"']?(?P<one>id|en)"
    + _SIGN.format(1)
    + r"(?P<first>\S.*?)\s*(?P<shut>[)}\]]*)(?P<gap>\s*[,;，；、|/]\s*|\s+)(?P<again>[({\[]*)\s*"
    + r"[\"']?(?P<two>id|en)"
    + _SIGN.format(2)
    + r"(?P<second>\S.*?)\s*(?P<close>[)}\]]*)\s*[,;]?"
)
_MORE = re.compile(r"[({\[,;\s][\"']?(?:id|en)[\"']?\s*(?::|=|：)\s")
_FIRST = re.compile(r"(id|en):\s+(?=[^\s|>])")
_NEXT = re.compile(r"(?P<gap>[,;]?\s+)(?P<key>[a-z_]+):\s+(?=\S)")
_SIMPLE = re.compile(r"[\d.:-]+|true|false|[a-z0-9][a-z0-9.-]*")
_NEEDS = re.compile(r"^[\"'@`%,&!>|*?#-]|[,{}\[\]]|:\s|:$|\s#")
_OPENED = re.compile(r"[({\[]")


def pair(state: State, at: int, start: int, end: int) -> bool:
    """Tell of two languages on one line that are not written `{id: …, en: …}`, and mend it."""
    draft = state.draft
    line = draft.lines[at]
    found = _PAIR.fullmatch(line, start, end)
    if not found or found["one"] == found["two"] or _MORE.search(found["second"]):
        return False
    if _OPENED.search(found["first"]) or (_OPENED.search(found["second"]) and found["close"]):
        return False
    bare = not found["open"]
    if bare and (state.levels.top.look is Look.KEY and _within(state)):
        return False
    odd = _odd(found, bare)
    if odd is None:
        return False
    column, what = odd
    words = [_fitting(found[name]) for name in ("first", "second")]
    new = f"{{{found['one']}: {words[0]}, {found['two']}: {words[1]}}}"
    if not draft.mistake(
        at,
        column,
        "languages",
        what,
        said("Write:  {write}", write=write(line, start, shown(new))),
        edit=(start, end, new),
    ):
        return False
    draft.replace(at, start, end, new)
    return True


def _within(state: State) -> bool:
    """Is the value one language's already?"""
    return bool(LANGUAGES & set(state.levels.top.last_key()))


def _odd(found: re.Match[str], bare: bool) -> tuple[int, Said] | None:
    """Where the first thing stands that is not as it should be, and what to say of it."""
    if bare:
        return found.start(), said("Around two languages on one line belong curly brackets.")
    if found["open"] != "{":
        return found.start(), said(
            "Around two languages on one line belongs one pair of curly brackets; here stands {sign}",
            sign=found["open"],
        )
    if found["shut"] or found["again"]:
        name = "shut" if found["shut"] else "again"
        return found.start(name), said(
            "Both languages belong between the same two curly brackets; here stands {sign}",
            sign=found[name],
        )
    for name in ("sign1", "sign2"):
        if found[name] != ":":
            return found.start(name), said(
                "After a language belongs a colon; here stands {sign}", sign=found[name]
            )
    sign = found["gap"].strip()
    if sign not in ("", ",") and found["close"] == "}":
        column = found.start("gap") + found["gap"].index(sign)
        return column, said("Between two languages belongs a comma; here stands {sign}", sign=sign)
    return None


def _fitting(words: str) -> str:
    if words[0] in "\"'" and closing(words, 0) == len(words) - 1:
        return words
    return in_quotes(words) if _NEEDS.search(words) else words


def language_beside(state: State, at: int, start: int, end: int) -> bool:
    """Tell of a first language that stands on its key's line, while the other stands below."""
    draft, levels = state.draft, state.levels
    line, below = draft.lines[at], rows.follows(draft.lines, at)
    found = _FIRST.match(line, start, end)
    other = rows.word(below)
    if not found or {found[1], other} != LANGUAGES or rows.look(below) is not Look.KEY:
        return False
    indent = rows.indent(below)
    if levels.top.look is not Look.KEY or indent <= levels.top.indent or not levels.top.order:
        return False
    rest = line[start:end]
    if not draft.mistake(
        at,
        start,
        "two-keys",
        said('Two keys stand on this line; "{key}" needs a line of its own.', key=found[1]),
        said(
            "Press Enter before it, so that it stands on the next line:  {write}",
            write=" " * indent + shown(rest),
        ),
        edit=(start, start, "\n" + " " * indent),
    ):
        return False
    words = line[found.end() : end]
    bare = words[0] not in "\"'{["
    if bare:
        draft.replace(at, found.end(), end, shielded(words))
    draft.part(at, start, indent)
    levels.enter(indent, Look.KEY, at).meet(found[1])
    state.words_from = (at, found.end())
    state.after = After.WORDS if bare else After.NOTHING
    return True


def two_keys(state: State, at: int, start: int, end: int) -> bool:
    """Tell of a second key on a line, and read it as if it stood on the next one."""
    draft, group = state.draft, state.levels.top
    line = draft.lines[at]
    if group.look is not Look.KEY or not group.order or group.lines[-1:] != [at]:
        return False
    found = _NEXT.search(line, start, end)
    if not found or found["key"] in group.keys or found["key"] not in state.known:
        return False
    own, key = group.order[-1], found["key"]
    value = line[start : found.start()]
    if {own, key} != LANGUAGES and not (own in state.known and _SIMPLE.fullmatch(value)):
        return False
    column, rest = found.start("key"), line[found.start("key") : end]
    if not draft.mistake(
        at,
        column,
        "two-keys",
        said('Two keys stand on this line; "{key}" needs a line of its own.', key=key),
        said(
            "Press Enter before it, so that it stands on the next line:  {write}",
            write=" " * group.indent + shown(rest),
        ),
        edit=(found.start(), column, "\n" + " " * group.indent),
    ):
        return False
    words = line[found.end() : end]
    if words[0] not in "\"'{[":
        draft.replace(at, found.end(), end, shielded(words))
    draft.replace(at, found.start(), column, " " * (column - found.start()))
    draft.part(at, column, group.indent)
    group.meet(key)
    state.after = After.WORDS if words[0] not in "\"'{[" else After.NOTHING
    return True
