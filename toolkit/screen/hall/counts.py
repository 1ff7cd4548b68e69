"""The options of a question with what was counted for each: as typed, as bars, as a shift.

Numbers, bars and per cents stand before the words, in columns that do not move, so that
nothing jumps while somebody types.
"""

from __future__ import annotations

from textual.content import Content

from toolkit.screen.hall.words import heads_for, option_words
from toolkit.screen.layout import Block, Words
from toolkit.screen.prose import MARK, QUIET, RIGHT, STRONG, Voice, joined, say
from toolkit.session.agenda import Item
from toolkit.session.counting import Entry, read
from toolkit.session.hall import Counts, Hall, Stage
from toolkit.session.option_names import letter


def bar(hits: int, of: int, cells: int, voice: Voice) -> str:
    """A share as a bar; who is there at all is seen."""
    full = min(round(hits * cells / of), cells) if of else 0
    full = max(full, 1) if hits else 0
    return voice.signs.full * full + voice.signs.empty * (cells - full)


def per_cent(hits: int, of: int, voice: Voice) -> str:
    """A share in whole per cent."""
    return voice.lang.per_cent(hits / of if of else 0)


def cells_for(width: int) -> int:
    """How long a bar is on a screen of that width."""
    return 6 if width < 76 else 10 if width < 110 else 16


def typed(item: Item, entry: Entry, voice: Voice) -> list[Block]:
    """The options with the counts as far as they are typed; a caret where the next one goes."""
    befores: list[Content | str] = []
    for at, count in enumerate(entry.typed):
        caret = voice.signs.caret if at == entry.field else " "
        if count is None and at == len(entry.typed) - 1 and entry.worked_out is not None:
            number = say(f"{entry.worked_out:>4}", QUIET)
        else:
            number = say(f"{count:>4}" if count is not None else "    ", STRONG)
        befores.append(joined(say(f" {caret}", MARK), number, "  "))
    return _rows(item, voice, befores)


def counted(item: Item, counts: Counts, voice: Voice, width: int) -> list[Block]:
    """The options with number, per cent and bar."""
    return _rows(item, voice, _bars(counts, voice, width))


def taken(item: Item, counts: Counts, voice: Voice) -> list[Block]:
    """The options with their numbers alone: a test is not talked about, before or after."""
    return _rows(item, voice, [say(f"  {count:>4}  ", STRONG) for count in counts])


def revealed(item: Item, counts: Counts, voice: Voice, width: int) -> list[Block]:
    """The same with the right answer marked, by sign and by word."""
    rows = _rows(item, voice, _bars(counts, voice, width))
    told = voice.lang.gettext("correct")
    return [
        _right(row, told, voice) if option in item.right else row
        for option, row in zip(item.options, rows, strict=True)
    ]


def shift(item: Item, votes: tuple[Counts, Counts], voice: Voice, width: int) -> list[Block]:
    """The options with both votes: number and bar before and after the talk."""
    first, second = votes
    cells = 4 if width < 76 else cells_for(width) // 2 + 1
    befores: list[Content | str] = []
    for one, other in zip(first, second, strict=True):
        old, new = bar(one, sum(first), cells, voice), bar(other, sum(second), cells, voice)
        befores.append(
            joined(f" {one:>3} {old} {voice.signs.joined}", say(f"{other:>3}", STRONG), f" {new}  ")
        )
    return _rows(item, voice, befores)


def shift_words(item: Item, votes: tuple[Counts, Counts], voice: Voice) -> str:
    """`B: 7 more, A: 4 fewer`: what grew most and what shrank most; the bars tell the others."""
    lang = voice.lang
    changes = [votes[1][at] - votes[0][at] for at in range(len(item.options))]
    most, least = max(changes), min(changes)
    told = []
    if most > 0:
        grown = lang.gettext("{letter}: {n} more")
        told.append(grown.format(letter=letter(changes.index(most)), n=most))
    if least < 0:
        shrunk = lang.gettext("{letter}: {n} fewer")
        told.append(shrunk.format(letter=letter(changes.index(least)), n=-least))
    return ", ".join(told) or lang.gettext("The counts are the same as before.")


def count_words(hall: Hall, voice: Voice) -> str:
    """The sum of what is being counted in the present step, or of what was counted last."""
    item, votes = hall.item, hall.votes.get(hall.step.id, ())
    if item is None or hall.reopened is not None:
        return ""
    heads = heads_for(hall)
    if hall.counting and (hall.entry or hall.stage is Stage.VOTING):
        entry = read(hall.entry, len(item.options), heads)
        if heads is None and entry.total > hall.heads:
            return more_slips(entry.total - hall.heads, voice)
        return sum_words(entry, item, heads, voice)
    if not votes:
        return ""
    total = sum(votes[-1])
    told = hands_words(total, heads, voice)
    less = difference_words(total - heads, voice) if heads is not None else ""
    return f"{told}. {less}" if less else told


def hands_words(total: int, heads: int | None, voice: Voice) -> str:
    """`19 hands`, or slips where no heads are counted."""
    if heads is None:
        return voice.lang.ngettext("{n} slip", "{n} slips", total).format(n=total)
    return voice.lang.ngettext("{n} hand", "{n} hands", total).format(n=total)


def sum_words(entry: Entry, item: Item, heads: int | None, voice: Voice) -> str:
    """The one line under a count: how many hands, how many people, what to do."""
    lang = voice.lang
    hands = hands_words(entry.total, heads, voice)
    if heads is None:
        return hands + ". " + lang.gettext("Enter takes it.") if entry.counts else hands
    of = lang.ngettext("{n} person here", "{n} people here", heads).format(n=heads)
    if entry.worked_out is not None:
        last = letter(len(item.options) - 1)
        rest = lang.gettext("{letter} = {n}, the rest. Enter takes it, a number corrects it.")
        if entry.total > heads:
            return f"{too_many(entry.total - heads, voice)} {lang.gettext('Enter takes it.')}"
        return rest.format(letter=last, n=entry.worked_out)
    if entry.counts and entry.difference:
        return f"{difference_words(entry.difference, voice)} {lang.gettext('Enter takes it.')}"
    told = f"{hands}, {of}."
    return f"{told} {lang.gettext('Enter takes it.')}" if entry.counts else told


def difference_words(difference: int, voice: Voice) -> str:
    """More or fewer hands than people; "" if it is neither."""
    lang = voice.lang
    if difference > 0:
        return too_many(difference, voice)
    if difference < 0:
        return lang.ngettext(
            "{n} person did not raise a hand.", "{n} people did not raise a hand.", -difference
        ).format(n=-difference)
    return ""


def too_many(more: int, voice: Voice) -> str:
    """More hands than people: told, and taken all the same."""
    return voice.lang.ngettext(
        "{n} hand more than people.", "{n} hands more than people.", more
    ).format(n=more)


def more_slips(more: int, voice: Voice) -> str:
    """More slips than people: one was counted twice, or the head count is old."""
    return voice.lang.ngettext(
        "{n} slip more than people.", "{n} slips more than people.", more
    ).format(n=more)


def _bars(counts: Counts, voice: Voice, width: int) -> list[Content | str]:
    of = sum(counts)
    return [
        joined(
            say(f" {count:>3}", STRONG),
            f" {per_cent(count, of, voice):>4} {bar(count, of, cells_for(width), voice)}  ",
        )
        for count in counts
    ]


def _rows(item: Item, voice: Voice, befores: list[Content | str]) -> list[Block]:
    rows: list[Block] = []
    for at, (option, before) in enumerate(zip(item.options, befores, strict=True)):
        first = joined(say(letter(at), STRONG), before)
        rows.append(Words(option_words(item, option, voice), first, 0 if at else 1))
    return rows


def _right(row: Block, told: str, voice: Voice) -> Block:
    assert isinstance(row, Words)
    sign = say(f"{voice.signs.right} ", RIGHT)
    return Words(joined(sign, row.content, say(f" - {told}", RIGHT)), row.first, row.gap)
