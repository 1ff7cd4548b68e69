"""The sections of a report that say what a room learned: objectives, discernment, beliefs, signs."""

from __future__ import annotations

from toolkit.language import N_, Language
from toolkit.session.figures import LEAST, Figures, ObjectiveFigure, Rate, Withheld
from toolkit.session.report_section import Section, hidden, name_of, rated, share_of

_NO_GAIN = {
    Withheld.FULL_BEFORE: N_("all knew it before"),
    Withheld.UNEVEN: N_("too uneven to say"),
}


def objectives(figures: Figures, lang: Language) -> Section:
    """Each objective before and after, and how much was gained."""
    title = lang.gettext("Learning by objective")
    if not figures.objectives:
        meaning = lang.gettext(
            "Nothing was asked both before and after, so it is not measured what the room learned."
        )
        return Section("objectives", title, meaning)
    meaning = lang.gettext(
        "How many answers were right (in brackets: answers counted). “Gained” is how much of what the room did not know before, it knows now; it does not say what any one person knows, or will do."
    )
    if any(one.withheld is Withheld.UNEVEN for one in figures.objectives):
        meaning += " " + lang.gettext(
            "Where people came or went, so that the numbers of answers before and after differ by more than a fifth, no gain is told; each question of each session is compared by itself."
        )
    header = (
        lang.gettext("Objective"),
        lang.gettext("Before"),
        lang.gettext("After"),
        lang.gettext("Gained"),
    )
    rows = tuple(
        (
            name_of(figures, lang, one.objective),
            rated(one.before, lang),
            rated(one.after, lang),
            _gain(one, lang),
        )
        for one in figures.objectives
    )
    bars = tuple((share_of(one.before), share_of(one.after)) for one in figures.objectives)
    priorities = tuple(one.priority for one in figures.objectives)
    return Section("objectives", title, meaning, header, rows, bars, priorities=priorities)


def _gain(one: ObjectiveFigure, lang: Language) -> str:
    if one.gain is None:
        told = _NO_GAIN.get(one.withheld) if one.withheld else None
        return lang.gettext(told) if told else hidden(lang)
    if one.gain < 0:
        return lang.gettext("fewer right than before")
    return lang.per_cent(one.gain)


def discernment(figures: Figures, lang: Language) -> Section:
    """Traps caught and honest offers refused, with the warning where a room only says no."""
    title = lang.gettext("Telling traps from honest offers")
    votes = figures.discernment
    caught, refused = (
        (votes.caught_before, votes.caught_after),
        (votes.refused_before, votes.refused_after),
    )
    if not any((*caught, *refused)):
        meaning = lang.gettext(
            "No offers were judged both before and after, so it is not measured how well the room tells them apart."
        )
        return Section("discernment", title, meaning)
    meaning = lang.gettext(
        "It is good when more traps are caught and honest offers are not refused for it (in brackets: votes counted). This is about practice offers; it says nothing about any real one, which still has to be checked."
    )
    warning = ""
    if votes.only_suspicion:
        warning = lang.gettext(
            "Careful: the room may only have learned to say no. It calls honest offers traps too, instead of telling the two apart."
        )
    elif votes.still_refusing:
        warning = lang.gettext(
            "The room still says no to at least half of the honest offers, as it did before."
        )
    header = (lang.gettext("Votes on offers"), lang.gettext("Before"), lang.gettext("After"))
    rows = (
        (lang.gettext("Traps caught"), *(rated(rate, lang) for rate in caught)),
        (lang.gettext("Honest offers refused"), *(rated(rate, lang) for rate in refused)),
    )
    bars = tuple((share_of(before), share_of(after)) for before, after in (caught, refused))
    return Section("discernment", title, meaning, header, rows, bars, warning)


def beliefs(figures: Figures, lang: Language) -> Section:
    """The wrong answers that many still chose at the end."""
    title = lang.gettext("Beliefs that held on")
    if not figures.beliefs:
        if any(isinstance(one.after, Rate) for one in figures.objectives):
            meaning = lang.gettext(
                "At the end no wrong answer was chosen by as many as one in ten. It does not say that nobody believes it, nor anything about what was not asked."
            )
        elif figures.objectives:
            meaning = lang.gettext(
                "Fewer than {n} people were counted before or after at each question, so it is hidden what they chose."
            ).format(n=lang.number(LEAST))
        else:
            meaning = lang.gettext(
                "Nothing was asked both before and after, so it is not measured which beliefs held on."
            )
        return Section("beliefs", title, meaning)
    if (left := figures.beliefs_held - len(figures.beliefs)) > 0:
        meaning = lang.gettext(
            "The {n} wrong answers that most still chose at the end: a good place to begin next time (in brackets: answers counted). More that at least one in ten chose, not shown here: {left}. It does not say who believes it, or how firmly."
        ).format(n=lang.number(len(figures.beliefs)), left=lang.number(left))
    else:
        meaning = lang.gettext(
            "Wrong answers that at least one in ten still chose at the end: a good place to begin next time (in brackets: answers counted). It does not say who believes it, or how firmly."
        )
    header = (lang.gettext("Belief"), lang.gettext("Before"), lang.gettext("After"))
    rows = tuple(
        (
            name_of(figures, lang, f"{one.question}.{one.option}"),
            rated(one.before, lang),
            rated(one.after, lang),
        )
        for one in figures.beliefs
    )
    bars = tuple((share_of(one.before), share_of(one.after)) for one in figures.beliefs)
    return Section("beliefs", title, meaning, header, rows, bars)


def signs(figures: Figures, lang: Language) -> Section:
    """How many marked enough warning signs on their slips."""
    marked = figures.signs
    title = lang.gettext("Warning signs on paper slips")
    if marked.before is None and marked.after is None:
        if 0 < marked.most < marked.least:
            meaning = lang.ngettext(
                "No message on the slips has as many as {n} sign.",
                "No message on the slips has as many as {n} signs.",
                marked.least,
            ).format(n=lang.number(marked.least))
        else:
            meaning = lang.gettext(
                "Not measured: this needs paper slips with a message to mark, before and after."
            )
        return Section("signs", title, meaning)
    meaning = lang.gettext(
        "On how many slips that many warning signs were marked (in brackets: slips counted). It does not say that the signs would be noticed in a real message."
    )
    header = (lang.gettext("Slips"), lang.gettext("Before"), lang.gettext("After"))
    label = lang.ngettext(
        "At least {n} sign marked", "At least {n} signs marked", marked.least
    ).format(n=lang.number(marked.least))
    row = (label, rated(marked.before, lang), rated(marked.after, lang))
    return Section(
        "signs",
        title,
        meaning,
        header,
        (row,),
        ((share_of(marked.before), share_of(marked.after)),),
    )
