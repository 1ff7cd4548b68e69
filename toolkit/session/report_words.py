"""The words of a report: the same titled rows and sentences for terminal, screen and paper.

Knows figures and a language, nothing of widths or colours. What a figure means, and what it
does not, stands with it in plain words, for a village officer and not for a statistician.
"""

from __future__ import annotations

from toolkit.language import N_, Language, PartialDate
from toolkit.session import report_learning
from toolkit.session.agenda import Part
from toolkit.session.figures import Count, Few, Figures, Noted, PartTime
from toolkit.session.report_section import Bar, Section, name_of, told

__all__ = ["PARTS", "Bar", "Section", "name_of", "sections"]

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
    """All sections of a report in their order; villages only where there are several."""
    always = (
        _about(figures, lang),
        report_learning.objectives(figures, lang),
        report_learning.discernment(figures, lang),
        report_learning.beliefs(figures, lang),
        report_learning.signs(figures, lang),
        _marked(figures, lang),
        _times(figures, lang),
    )
    return (*always, _villages(figures, lang)) if len(figures.villages) > 1 else always


def _about(figures: Figures, lang: Language) -> Section:
    scope, there = figures.scope, figures.attendance
    rows = [(lang.gettext("Village"), scope.village)] if scope.village else []
    if len(figures.villages) > 1:
        rows.append((lang.gettext("Villages"), lang.number(len(figures.villages))))
    if scope.days:
        rows.append((lang.gettext("When"), _from_to(min(scope.days), max(scope.days), lang)))
    if scope.since or scope.until:
        rows.append((lang.gettext("Period asked for"), _from_to(scope.since, scope.until, lang)))
    rows.append((lang.gettext("Sessions"), lang.number(scope.sessions)))
    if scope.gathered:
        rows.append((lang.gettext("Counted on"), lang.gettext("this laptop and others")))
    rows.append((lang.gettext("People"), told(there.people, lang)))
    bands = (
        (lang.gettext("Women"), there.women, there.women_in),
        (lang.gettext("Men"), there.men, there.men_in),
        (lang.gettext("Youth"), there.youth, there.youth_in),
    )
    rows += [(band, _band(count, noted, lang)) for band, count, noted in bands if count is not None]
    if scope.sessions == 1:
        meaning = lang.gettext(
            "People are those in the room at the last head count. No names are kept, so it does not say who was there."
        )
    else:
        meaning = lang.gettext(
            "People are the head counts of all sessions added up. No names are kept, so whoever came twice is counted twice."
        )
    if any(noted for _, _, noted in bands):
        meaning += " " + lang.gettext(
            "Not all sessions noted women, men and youth: each number is of the people in the sessions that did."
        )
    header = (lang.gettext("What"), lang.gettext("In this report"))
    return Section("about", lang.gettext("What this report is about"), meaning, header, tuple(rows))


def _band(count: Count, noted: Noted | None, lang: Language) -> str:
    """`13 of 30, in 1 session` where only some sessions noted it; else the number alone."""
    if noted is None or Few.FEW in (count, noted.people, noted.sessions):
        return told(count, lang)
    sessions = int(noted.sessions)
    words = lang.ngettext(
        "{count} of {people}, in {n} session", "{count} of {people}, in {n} sessions", sessions
    )
    return words.format(
        count=told(count, lang), people=told(noted.people, lang), n=lang.number(sessions)
    )


def _from_to(first: str, last: str, lang: Language) -> str:
    days = [lang.day(PartialDate.parse(day)) if day else "" for day in (first, last)]
    if first == last:
        return days[0]
    if not last:
        return lang.gettext("from {first}").format(first=days[0])
    if not first:
        return lang.gettext("until {last}").format(last=days[1])
    return lang.gettext("{first} to {last}").format(first=days[0], last=days[1])


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
            "Minutes for each session on average; the whole is the time in the room. It helps to plan the next session and does not say how well it was led."
        )
    else:
        meaning = lang.gettext(
            "Minutes; the whole is the time in the room. It helps to plan the next session and does not say how well it was led."
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


def _villages(figures: Figures, lang: Language) -> Section:
    meaning = lang.gettext(
        "Where sessions were held, in the order of the names. It is no comparison: it does not say where people know more."
    )
    header = (lang.gettext("Village"), lang.gettext("Sessions"), lang.gettext("People"))
    rows = tuple(
        (village.name, told(village.sessions, lang), told(village.people, lang))
        for village in figures.villages
    )
    return Section("villages", lang.gettext("Villages"), meaning, header, rows)
