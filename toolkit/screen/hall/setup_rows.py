"""What the rows of the set-up say on which a plan, or the kind of meeting, is chosen. Pure."""

from __future__ import annotations

from toolkit.content.library import Library
from toolkit.content.session_plan import AUDIENCES, SessionPlan
from toolkit.language import Language
from toolkit.screen.hall.setup_form import Form


def another(plan: str, library: Library, by: int) -> SessionPlan | None:
    """The plan so many places further, or before it; before the first and after the last is none."""
    there: list[SessionPlan | None] = [None, *library.plans.values()]
    at = next((place for place, one in enumerate(there) if one and one.id == plan), 0)
    return there[(at + by) % len(there)]


def about(
    plan: SessionPlan, form: Form, order: tuple[str, ...], lang: Language, *, keeps: bool
) -> str:
    """For whom a plan is and how long, and whether something else is set up by now.

    `keeps`: do the lessons keep questions for a month later?
    """
    many = len(plan.lessons)
    words = lang.ngettext(
        "For {people}: {n} minutes, {many} lesson.",
        "For {people}: {n} minutes, {many} lessons.",
        many,
    )
    told = words.format(
        people=lang.tell(AUDIENCES[plan.audience]),
        n=lang.number(plan.minutes),
        many=lang.number(many),
    )
    if plan.refresher and form.refresher and not keeps:
        told += " " + lang.gettext("These lessons keep no questions for a month later.")
    if form.planned(plan, order) == form:
        return told
    return f"{told} " + lang.gettext("You have changed it.")
