"""The sections of a report that say what it is about: which sessions, who was there, what is hidden."""

from __future__ import annotations

from toolkit.language import Language, PartialDate
from toolkit.session.figures import LEAST, Count, Few, Figures, Noted
from toolkit.session.report_section import HIDDEN, Section, hidden, told


def about(figures: Figures, lang: Language) -> Section:
    """Where, when, how many sessions and people, and how they were counted."""
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
        mixed = scope.gathered < scope.sessions
        both, others = lang.gettext("this laptop and others"), lang.gettext("other laptops")
        rows.append((lang.gettext("Records from"), both if mixed else others))
    if counted := _counted(figures, lang):
        rows.append((lang.gettext("Tests counted"), counted))
    rows.append((lang.gettext("People"), told(there.people, lang)))
    bands = (
        (lang.gettext("Women"), there.women, there.women_in),
        (lang.gettext("Men"), there.men, there.men_in),
        (lang.gettext("Youth"), there.youth, there.youth_in),
    )
    rows += [(band, _band(count, noted, lang)) for band, count, noted in bands if count is not None]
    header = (lang.gettext("What"), lang.gettext("In this report"))
    title = lang.gettext("What this report is about")
    return Section("about", title, " ".join(_meaning(figures, lang)), header, tuple(rows))


def _meaning(figures: Figures, lang: Language) -> list[str]:
    there, odd = figures.attendance, figures.scope.odd_days
    if figures.scope.sessions == 1:
        said = [
            lang.gettext(
                "People are those in the room at the last head count. No names are kept, so it does not say who was there."
            )
        ]
    else:
        said = [
            lang.gettext(
                "People are the head counts of all sessions added up. No names are kept, so whoever came twice is counted twice."
            )
        ]
    if there.small:
        words = lang.ngettext(
            "{n} session with fewer than {least} people is not among them.",
            "{n} sessions with fewer than {least} people are not among them.",
            there.small,
        )
        said.append(words.format(n=lang.number(there.small), least=lang.number(LEAST)))
    if any((there.women_in, there.men_in, there.youth_in)):
        said.append(
            lang.gettext(
                "Women, men and youth are not told of all sessions: each number is of the people in those where it is."
            )
        )
    if figures.by_hands:
        said.append(
            lang.gettext(
                "Hands that others can see measure courage too, not only what people know."
            )
        )
    if odd:
        words = lang.ngettext(
            "The day of {n} session cannot be right: the clock of a laptop was wrong.",
            "The days of {n} sessions cannot be right: the clock of a laptop was wrong.",
            odd,
        )
        said.append(words.format(n=lang.number(odd)))
    return said


def _counted(figures: Figures, lang: Language) -> str:
    """By hands or on slips, and where both happened in how many sessions each."""
    hands, slips = figures.by_hands, figures.on_slips
    if hands and slips:
        by_hands = lang.ngettext("by hands in {n} session", "by hands in {n} sessions", hands)
        on_slips = lang.ngettext("on slips in {n} session", "on slips in {n} sessions", slips)
        counts = by_hands.format(n=lang.number(hands)), on_slips.format(n=lang.number(slips))
        return ", ".join(counts)
    if hands:
        return lang.gettext("by hands")
    return lang.gettext("on slips") if slips else ""


def _band(count: Count, noted: Noted | None, lang: Language) -> str:
    """`13 of 30, in 1 session` where only some sessions tell it; else the number alone."""
    if noted is None or isinstance(count, Few):
        return told(count, lang)
    words = lang.ngettext(
        "{count} of {people}, in {n} session",
        "{count} of {people}, in {n} sessions",
        noted.sessions,
    )
    people, sessions = lang.number(noted.people), lang.number(noted.sessions)
    return words.format(count=lang.number(count), people=people, n=sessions)


def _from_to(first: str, last: str, lang: Language) -> str:
    days = [lang.day(PartialDate.parse(day)) if day else "" for day in (first, last)]
    if first == last:
        return days[0]
    if not last:
        return lang.gettext("from {first}").format(first=days[0])
    if not first:
        return lang.gettext("until {last}").format(last=days[1])
    return lang.gettext("{first} to {last}").format(first=days[0], last=days[1])


def villages(figures: Figures, lang: Language) -> Section:
    """The villages by their names, with their sessions and people."""
    meaning = lang.gettext(
        "Where sessions were held, in the order of the names. It is no comparison: it does not say where people know more."
    )
    header = (lang.gettext("Village"), lang.gettext("Sessions"), lang.gettext("People"))
    rows = tuple(
        (village.name, lang.number(village.sessions), lang.number(village.people))
        for village in figures.villages
    )
    return Section("villages", lang.gettext("Villages"), meaning, header, rows)


def hides(figures: Figures) -> bool:
    """Is there anything that this report may not tell?"""
    there = figures.attendance
    votes, signs = figures.discernment, figures.signs
    shown = [there.people, there.women, there.men, there.youth, signs.before, signs.after]
    shown += [votes.caught_before, votes.caught_after, votes.refused_before, votes.refused_after]
    shown += [rate for one in figures.objectives for rate in (one.before, one.after)]
    left_out = there.small or any(cell.left_out for cell in figures.cells)
    return bool(left_out) or any(isinstance(one, Few) for one in shown)


def hidden_means(lang: Language) -> Section:
    """What is hidden, and why, in words that stand wherever something is."""
    return Section(HIDDEN, lang.gettext("What is hidden"), hidden_words(lang))


def hidden_words(lang: Language) -> str:
    """The rule by which small groups are hidden, as one sentence or two."""
    return lang.gettext(
        "“{hidden}”: fewer than {n} people, or a number that would give away so few. What fewer than {n} people were counted at in one session is in no number of this report, and neither is what it would be compared with."
    ).format(hidden=hidden(lang), n=lang.number(LEAST))
