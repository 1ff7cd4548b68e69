"""How each mistake with a value is mended, with the words to type."""

from __future__ import annotations

import re

from toolkit.content.reading.mending.state import State
from toolkit.content.reading.mending.values import Trouble
from toolkit.language import Said, said

_LONGEST = 300
_READ = 4 * _LONGEST
_BEFORE = re.compile(r"(?:[^\s{\[,]+:|-)\s+$")


def shown(words: str) -> str:
    """A line for the trainer to type: what cannot be printed is left out, and what is too long to type."""
    clean = "".join(sign for sign in words[:_READ] if sign.isprintable() or sign == "\u00a0")
    return clean if len(clean) <= _LONGEST else clean[:_LONGEST] + "…"


def write(line: str, start: int, new: str) -> str:
    """What to type: `new`, with the key or the dash that stands before the column `start`."""
    before = _BEFORE.search(line, 0, start)
    typed = shown((before[0] if before else "") + new)
    return typed if len(typed) <= _LONGEST else typed[:_LONGEST] + "…"


def mend(rule: str, typed: str) -> Said:
    """The sentence that says how a value with this mistake is mended."""
    if rule == "open-quote":
        return said("Put the same mark at both ends. Write:  {write}", write=typed)
    if rule == "open-bracket":
        return said("Close every bracket with its partner. Write:  {write}", write=typed)
    if rule == "backslash":
        return said("Use single quotation marks. Write:  {write}", write=typed)
    if rule == "smart-quotes":
        return said("Use the straight marks of the keyboard. Write:  {write}", write=typed)
    if rule in ("missing-comma", "missing-colon", "no-space-after-colon", "extra-comma"):
        return said("Write:  {write}", write=typed)
    return said("Put the whole text in quotation marks. Write:  {write}", write=typed)


def tell(state: State, at: int, trouble: Trouble) -> None:
    """Tell of a trouble with the value on a line, and mend it in the draft."""
    draft = state.draft
    line = draft.lines[at]
    typed = write(line, trouble.start, trouble.new)
    if line[trouble.start : trouble.end].rstrip(", \t") == trouble.new:
        how = said("Delete the comma. Write:  {write}", write=typed)
    else:
        how = mend(trouble.rule, typed)
    if draft.mistake(
        at,
        trouble.at,
        trouble.rule,
        trouble.what,
        how,
        edit=(trouble.start, trouble.end, trouble.new),
        warning=trouble.warning,
    ):
        draft.replace(at, trouble.start, trouble.end, trouble.inside)
