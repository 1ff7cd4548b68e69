"""The village's own numbers: lines to write on, or what a village list knows, in the same room."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.content.villages.village import Office, Village
from toolkit.paper import theme
from toolkit.paper.blocks import Beside, Block, Stack, WriteIn, passage, stack
from toolkit.paper.flow import Run, Runs
from toolkit.paper.words import Copyist

LINE = 10.5 * theme.MM


class OwnWords(NamedTuple):
    """The heading, what each office is called, and how the day of the last check is told."""

    heading: Runs
    offices: tuple[tuple[Office, Runs], ...]
    checked: str


def own_words(copyist: Copyist) -> OwnWords:
    """Write them down."""
    gettext = copyist.lang.gettext
    names = {
        Office.VILLAGE: gettext("Village office"),
        Office.POLICE: gettext("Police post"),
        Office.MANPOWER: gettext("Manpower office"),
        Office.IMMIGRATION: gettext("Immigration office"),
    }
    return OwnWords(
        copyist.ours(gettext("Numbers in our village"), bold=True),
        tuple((office, copyist.ours(words)) for office, words in names.items()),
        gettext("Checked on {day}"),
    )


def lines(words: OwnWords, village: Village | None, width: float, size: float) -> Block:
    """One line for each office, with its number or room to write it."""
    labels = [passage(label, size, width) for _, label in words.offices]
    reach = max(label.width for label in labels) + 2 * theme.MM
    rows: list[Block] = []
    for (office, _), label in zip(words.offices, labels, strict=True):
        number = village.numbers.get(office, "") if village else ""
        if number:
            said = passage((Run(number, whole=True),), 16.0, width - reach, theme.TIGHT)
            rows.append(Beside(label, said, reach))
        else:
            rows.append(WriteIn(label, reach, width, LINE))
    return stack(Stack(tuple(rows)))
