"""A message in large letters, each of its sentences on lines of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.paper.setting.blocks import Passage, bold, headline, passage
from toolkit.paper.type.flow import Run, Runs, words_in

_END = re.compile(r"(?<=[.?!]) ")
_LEAD = 1.14


def message(words: Runs, size: float, width: float) -> Passage:
    """The words in bold; smaller if one of them is too long for `size`. Raises `flow.TooWide`."""
    sentences = list(_sentences(bold(words)))
    size = min(headline(one, size, width).size for one in sentences)
    told = [passage(one, size, width, _LEAD, balanced=True) for one in sentences]
    return Passage(tuple(line for one in told for line in one.lines), size, size * _LEAD)


def _sentences(words: Runs) -> Iterator[Runs]:
    held: list[Run] = []
    for run in words:
        first, *more = [run.text] if run.whole else _END.split(run.text)
        held.append(run._replace(text=first))
        for part in more:
            yield tuple(held)
            held = [run._replace(text=part)]
    if words_in(tuple(held)).strip():
        yield tuple(held)
