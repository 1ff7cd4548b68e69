"""The summary: what the session came to, in the same words as the report, and what to do now."""

from __future__ import annotations

from toolkit.screen.hall.words import part_words
from toolkit.screen.layout import Block, Fold, Row, Words
from toolkit.screen.prose import MARK, QUIET, STRONG, WRONG, Voice, joined, say
from toolkit.session.agenda import Part
from toolkit.session.hall import Hall
from toolkit.session.report_section import Section
from toolkit.session.report_words import sections
from toolkit.session.result import Result
from toolkit.session.scoring import session_figures

FINISH, HANDOVER, BACK, CLOSE, RETRY = "/finish", "/handover", "/back", "/close", "/retry"


def summary(hall: Hall, result: Result, voice: Voice, *, kept: bool) -> list[Block]:
    """What to do now, what is still missing, then the report. `kept`: all of it is on the disk."""
    _ = voice.lang.gettext
    if hall.ended and not kept:
        told = _("The session is finished, but it is not kept yet. Leave the laptop on.")
        rows = [(RETRY, _("Try again to keep it")), (CLOSE, _("Close"))]
    elif hall.ended:
        told = _("The session is finished and kept.")
        rows = [(HANDOVER, _("Hand it over to a stick")), (CLOSE, _("Close"))]
    else:
        told = _("The session stays open until you finish it.")
        rows = [(FINISH, _("Finish and keep it")), (BACK, _("Back to the last step"))]
    blocks: list[Block] = [Words(say(told, STRONG)), *_missing(hall, voice)]
    blocks += [
        Row(key, say(words), at, gap=0 if at > 1 else 1) for at, (key, words) in enumerate(rows, 1)
    ]
    blocks.append(Fold())
    for one in sections(session_figures(result), voice.lang):
        blocks += _section(one, voice)
    return blocks


def _missing(hall: Hall, voice: Voice) -> list[Block]:
    """Slips that were not counted, and what was left out."""
    lang, sign = voice.lang, say(f"{voice.signs.warning} ", MARK)
    slips = [s for s in hall.steps if s.part is Part.SLIPS and s.id not in hall.votes]
    blocks: list[Block] = []
    if slips:
        told = lang.ngettext(
            "{n} count of slips is missing. PgUp goes back to it; it can be done later too.",
            "{n} counts of slips are missing. PgUp goes back to them; it can be done later too.",
            len(slips),
        ).format(n=len(slips))
        blocks.append(Words(say(told), sign, 0))
    out = [s for s in hall.steps if s.id in hall.skipped and s.part is not Part.SLIPS]
    if out:
        names = ", ".join(part_words(step, hall.steps, voice) for step in out)
        blocks.append(Words(say(lang.gettext("Left out: {list}").format(list=names)), sign, 0))
    return blocks


def _section(section: Section, voice: Voice) -> list[Block]:
    blocks: list[Block] = [Words(say(section.title, MARK), gap=2)]
    if section.warning:
        sign = say(f"{voice.signs.warning} ", WRONG)
        blocks.append(Words(say(section.warning, WRONG), sign, 0))
    for row in section.rows:
        blocks += _row(section.header, row)
    blocks.append(Words(say(section.meaning, QUIET), gap=0 if not section.rows else 1))
    return blocks


def _row(header: tuple[str, ...], row: tuple[str, ...]) -> list[Block]:
    """A row of a table as words: its name, then each value with the name of its column."""
    name, *values = row
    if len(values) == 1:
        return [Words(joined(f"{name}: ", say(values[0], STRONG)), say("  "), 0)]
    told = "; ".join(f"{column}: {value}" for column, value in zip(header[1:], values, strict=True))
    return [Words(say(name, STRONG), say("  "), 0), Words(say(told), say("    "), 0)]
