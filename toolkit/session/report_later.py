"""The section of a report that says what rooms still knew about a month after the lesson."""

from __future__ import annotations

from toolkit.language import Language
from toolkit.session.figures import LATER, Figures
from toolkit.session.measures import rated_right
from toolkit.session.report_section import Section, name_of, rated, share_of


def later(figures: Figures, lang: Language) -> Section | None:
    """Each question of the refreshers, at the first vote and after talking; None without any."""
    cells = [cell for cell in figures.cells if cell.when in LATER]
    if not cells:
        return None
    first, second = LATER
    asked = {
        name: tuple(
            rated_right([one for one in cells if (one.question, one.when) == (name, when)])
            for when in (first, second)
        )
        for name in dict.fromkeys(cell.question for cell in cells)
    }
    header = (lang.gettext("Question"), lang.gettext("At first"), lang.gettext("After talking"))
    rows = tuple(
        (name_of(figures, lang, name), *(rated(rate, lang) for rate in rates))
        for name, rates in asked.items()
    )
    bars = tuple((share_of(rates[0]), share_of(rates[1])) for rates in asked.values())
    meaning = lang.gettext(
        "How many answers were right in meetings about a month later (in brackets: answers counted), before and after people talked. It is compared with no test: other people may have come."
    )
    return Section("later", lang.gettext("A month later"), meaning, header, rows, bars)
