"""What the set-up of a session says beside its fields, and the names of its rows."""

from __future__ import annotations

from toolkit.language import N_
from toolkit.screen.hall.setup_form import NUMBERS, VILLAGE
from toolkit.session.agenda import Measure

PLAN, LESSON, LATER, MEASURE, START = "/plan", "/lesson ", "/later", "/measure", "/start"
"""Keys of the rows that are not typed into; those that are have the names of their fields."""

TYPED = (VILLAGE, *NUMBERS)
PEOPLE = ("women", "men", "youth")

NAMES = {
    PLAN: N_("Plan"),
    VILLAGE: N_("Village"),
    "heads": N_("People"),
    "women": N_("- women"),
    "men": N_("- men"),
    "youth": N_("- young"),
    "minutes": N_("Minutes"),
    LATER: N_("Meeting"),
    MEASURE: N_("They answer"),
    START: N_("Begin"),
}
"""What stands before the fields."""

HINTS = {
    PLAN: N_("Left or right: a plan for whom?"),
    VILLAGE: N_("A place, never a person: village, hamlet."),
    "heads": N_("How many people are in the room?"),
    "women": N_("How many of them are women? May stay empty."),
    "men": N_("How many of them are men? May stay empty."),
    "youth": N_("How many of them are young? May stay empty."),
    "minutes": N_("How many minutes do you have?"),
    LATER: N_("The lesson, or a month later?"),
    MEASURE: N_("How the room answers before and after."),
    START: N_("Enter begins the session."),
}
LESSON_HINT = N_("Space: take this lesson, or leave it out.")

LACKING = {
    VILLAGE: N_("First the name of the village."),
    "heads": N_("First how many people there are."),
    "minutes": N_("First how many minutes you have."),
    "lessons": N_("First choose a lesson."),
}

BY_HAND = N_("none: I choose lessons and minutes")
"""What stands where no plan is chosen."""

MEETINGS = {False: N_("with the whole lesson"), True: N_("a month later, to remember")}

SHEETS = N_("Print seat cards and sheets A and B.")
"""What slips need besides lessons."""

ASKED_BY = {Measure.HANDS: N_("by raising hands"), Measure.SLIPS: N_("on paper slips")}
