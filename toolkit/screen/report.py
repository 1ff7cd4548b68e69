"""What there is to mend, as `check` tells it: the line, a mark under the spot, why, and how.

`toolkit.content.telling` says it in pieces with roles; here the roles get their looks.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from toolkit.content.place import Problem, Severity
from toolkit.content.telling import Line, Piece, Role, told
from toolkit.language import Language
from toolkit.screen.layout import NOTHING, Block, Quote, Words
from toolkit.screen.prose import MARK, QUIET, STRONG, WRONG, joined, say

LOOKS = {
    Role.PLACE: STRONG,
    Role.RULE: QUIET,
    Role.GUTTER: QUIET,
    Role.ERROR: WRONG,
    Role.WARNING: MARK,
    Role.LABEL: STRONG,
}
"""The look of each role; what has none is shown as it is."""

_SPOT = "^"


def report(problems: Iterable[Problem], lang: Language) -> list[Block]:
    """Problems one below the other, as they come."""
    return [block for problem in problems for block in _one(problem, lang)]


def counted(errors: int, warnings: int, lang: Language) -> str:
    """`2 errors, 1 warning`, without what there is none of; "" if there is nothing."""
    told_errors = lang.ngettext("{n} error", "{n} errors", errors).format(n=errors)
    told_warnings = lang.ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings)
    return ", ".join(words for n, words in ((errors, told_errors), (warnings, told_warnings)) if n)


def count(problems: Iterable[Problem], lang: Language, *, short: bool = False) -> str:
    """The same for problems; `short`, it says the graver kind only, in as few words."""
    kinds = [one.severity for one in problems]
    errors, warnings = kinds.count(Severity.ERROR), kinds.count(Severity.WARNING)
    if not short:
        return counted(errors, warnings, lang)
    if errors:
        return lang.ngettext("{n} to mend", "{n} to mend", errors).format(n=errors)
    told_warnings = lang.ngettext("{n} to look at", "{n} to look at", warnings)
    return told_warnings.format(n=warnings) if warnings else ""


def _one(problem: Problem, lang: Language) -> list[Block]:
    head, *lines = told(problem, lang)
    blocks: list[Block] = [Words(_dressed(head), gap=1)]
    at = 0
    while at < len(lines):
        quoted = []
        while at < len(lines) and _is_code(lines[at]):
            quoted.append(lines[at])
            at += 1
        if quoted:
            marked, *after = lines[at:]
            quote, taken = _quote(quoted, marked, after)
            blocks.append(quote)
            at += taken
        else:
            blocks.append(Words(_hanging(lines[at]), say("  "), 0))
            at += 1
    return blocks


def _is_code(line: Line) -> bool:
    return any(piece.role is Role.CODE for piece in line)


def _quote(quoted: list[Line], marked: Line, after: list[Line]) -> tuple[Quote, int]:
    """The lines with their mark, and how many lines the mark and its remark were told in."""
    spot = next(piece for piece in marked if piece.text.strip() == _SPOT)
    column = len(spot.text) - 1
    remark = [piece for piece in marked[marked.index(spot) + 1 :] if piece.text.strip()]
    taken = 1
    if not remark and after:
        remark, taken = [piece for piece in after[0] if piece.text.strip()], 2
    return (
        Quote(
            tuple((_dressed(line[:-1]), _dressed(line[-1:])) for line in quoted),
            column,
            say(_SPOT, LOOKS.get(spot.role, "")),
            _dressed(remark),
        ),
        taken,
    )


def _hanging(line: Line) -> Content:
    """A line without the spaces that it begins with; the sheet indents it."""
    first, *rest = line
    lead = Piece(first.text.lstrip(), first.role)
    return _dressed([piece for piece in (lead, *rest) if piece.text])


def _dressed(line: Iterable[Piece]) -> Content:
    pieces = [say(piece.text, LOOKS.get(piece.role, "")) for piece in line]
    return joined(*pieces) if pieces else NOTHING
