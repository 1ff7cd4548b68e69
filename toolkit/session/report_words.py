"""The words of a report: the same titled rows and sentences for terminal, screen and paper.

Knows figures and a language, nothing of widths or colours. What a figure means, and what it
does not, stands with it in plain words, for a village officer and not for a statistician.
"""

from __future__ import annotations

from toolkit.language import N_, Language
from toolkit.session import report_about, report_later, report_learning
from toolkit.session.agenda import Part
from toolkit.session.figures import LATER, Figures, PartTime
from toolkit.session.report_section import HIDDEN, Bar, Section, name_of

__all__ = ["HIDDEN", "PARTS", "Bar", "Section", "name_of", "sections"]

PARTS = {
    Part.OPENING: N_("Opening"),
    Part.OPINION: N_("What do we think?"),
    Part.BEFORE: N_("Before the lesson"),
    Part.LESSON: N_("The lesson"),
    Part.QUIZ: N_("Quiz together"),
    Part.OFFERS: N_("Job offers"),
    Part.AFTER: N_("After the lesson"),
    Part.ANSWERS: N_("The offers of the test"),
    Part.CLOSING: N_("Closing"),
    Part.SLIPS: N_("Counting the slips"),
    Part.SUMMARY: N_("Summary"),
}
"""What the parts are called: as the hall saw them."""


def sections(figures: Figures, lang: Language) -> tuple[Section, ...]:
    """All sections of a report in their order.

    Villages only where the head does not name the one; at the end, where anything is hidden,
    what that means.
    """
    remembered = report_later.later(figures, lang)
    tests = [
        report_learning.objectives(figures, lang),
        report_learning.discernment(figures, lang),
        report_learning.beliefs(figures, lang),
        report_learning.signs(figures, lang),
    ]
    if remembered is not None and not _tested(figures):
        # A refresher has no tests, so nothing of them is missing.
        tests = []
    told = [
        report_about.about(figures, lang),
        *tests,
        *([remembered] if remembered is not None else []),
        _marked(figures, lang),
        _times(figures, lang),
    ]
    if len(figures.villages) > 1 or (figures.villages and not figures.scope.village):
        told.append(report_about.villages(figures, lang))
    if report_about.hides(figures):
        told.append(report_about.hidden_means(lang))
    return tuple(told)


def _tested(figures: Figures) -> bool:
    """Was anybody asked in a session with a whole lesson?"""
    return any(cell.when not in LATER for cell in figures.cells)


def _marked(figures: Figures, lang: Language) -> Section:
    title = lang.gettext("Marked because it confused the room")
    if not figures.marked:
        meaning = lang.gettext("Nothing was marked. It does not say that everything was clear.")
        return Section("marked", title, meaning)
    meaning = lang.gettext(
        "The trainer should look at the wording of these first. It says something about the wording, not about the people."
    )
    header = (lang.gettext("Question or page"), lang.gettext("Sessions"))
    rows = tuple(
        (name_of(figures, lang, name), lang.number(sessions)) for name, sessions in figures.marked
    )
    return Section("marked", title, meaning, header, rows)


def _times(figures: Figures, lang: Language) -> Section:
    title = lang.gettext("Time against plan")
    if not figures.times:
        return Section("times", title, lang.gettext("No time was measured."))
    if figures.scope.sessions > 1:
        meaning = lang.gettext(
            "Minutes on average, of each part for the sessions that had it and of the whole for all, so the parts need not add up to the whole; that is the time in the room. A chat played in between counts to the part that was open. It helps to plan the next session and does not say how well it was led."
        )
    else:
        meaning = lang.gettext(
            "Minutes; the whole is the time in the room. A chat played in between counts to the part that was open. It helps to plan the next session and does not say how well it was led."
        )
    each = [_each(time, time.sessions) for time in figures.times]
    longest = max(max(pair) for pair in each) or 1
    # Slips are counted when people have gone home.
    room = [time for time in figures.times if time.part is not Part.SLIPS]
    whole = PartTime(
        Part.SUMMARY, sum(time.planned for time in room), sum(time.taken for time in room)
    )
    sessions = max(figures.scope.sessions, *(time.sessions for time in figures.times))
    rows = [
        (lang.gettext(PARTS[time.part]), *(_minutes(seconds, lang) for seconds in pair))
        for time, pair in zip(figures.times, each, strict=True)
    ]
    total = (_minutes(seconds, lang) for seconds in _each(whole, sessions))
    rows.append((lang.gettext("The whole"), *total))
    bars: list[Bar] = [(planned / longest, taken / longest) for planned, taken in each]
    header = (lang.gettext("Part"), lang.gettext("Planned"), lang.gettext("Taken"))
    return Section("times", title, meaning, header, tuple(rows), (*bars, (None, None)))


def _each(time: PartTime, sessions: int) -> tuple[float, float]:
    """Planned and taken seconds of one session, on average."""
    return time.planned / sessions, time.taken / sessions


def _minutes(seconds: float, lang: Language) -> str:
    minutes = int(seconds / 60 + 0.5)
    if seconds and not minutes:
        return lang.gettext("under 1 min")
    return lang.gettext("{n} min").format(n=lang.number(minutes))
