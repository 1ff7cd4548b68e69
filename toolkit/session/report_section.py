"""A section of a report, and the phrases that all sections share: shares, numbers, what is hidden."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.language import Language
from toolkit.session.figures import LEAST, Count, Few, Figures, Rate, Rated

Bar = tuple[float | None, float | None]
"""Two lengths from 0 to 1, before and after (or planned and taken); None: there is none."""


HIDDEN = "hidden"
"""The section that says what is hidden and why; paper has its words at the foot."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report.

    `meaning` says what the figures mean and what they do not. Each of `rows` is as long as
    `header`; without rows there is no header either, and `meaning` says why there is nothing.
    `bars` belong to the rows one by one; empty where a chart would say nothing. `warning` is
    to be seen before the figures. `priorities` are those of the rows where they have one.
    """

    key: str
    title: str
    meaning: str
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    bars: tuple[Bar, ...] = ()
    warning: str = ""
    priorities: tuple[str, ...] = ()


def name_of(figures: Figures, lang: Language, name: str) -> str:
    """What an id is called, in this language or another one; the id itself where nobody knows."""
    for texts in (figures.words.get(lang.code, {}), *figures.words.values()):
        if text := texts.get(name):
            return text
    return name


def rated(rate: Rated, lang: Language) -> str:
    """`67% (30)`: the share, and the number it is of."""
    if rate is None:
        return lang.gettext("not measured")
    if isinstance(rate, Few):
        return hidden(lang)
    share, of = lang.per_cent(rate.share), lang.number(rate.of)
    return lang.gettext("{share} ({n})").format(share=share, n=of)


def share_of(rate: Rated) -> float | None:
    """The length of a bar; None where nothing may be or can be drawn."""
    return rate.share if isinstance(rate, Rate) else None


def told(count: Count, lang: Language) -> str:
    """A number of people, or that it is hidden."""
    return hidden(lang) if isinstance(count, Few) else lang.number(count)


def hidden(lang: Language) -> str:
    """What stands in the place of a small group."""
    return lang.gettext("hidden (<{n})").format(n=lang.number(LEAST))
