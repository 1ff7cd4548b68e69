"""What the print screens say of sheets: sides, copies, where the files go. Plain sentences."""

from __future__ import annotations

from toolkit.language import N_, Language
from toolkit.screen.print_door import FileLine, Turn

LESSON, LANGUAGE = "/lesson ", "/language "
JOINED, PAPER, PEOPLE, OUT, BY_HAND = "/joined", "/paper", "people", "/out", "/by_hand"
PLAN, LATER = "/plan", "/later"
"""Keys of the rows of the second step; those of lessons and languages end in their id."""

NAMES = {
    PLAN: N_("Plan"),
    LATER: N_("Meeting"),
    JOINED: N_("Lessons"),
    PAPER: N_("Paper"),
    PEOPLE: N_("People"),
    OUT: N_("Files go to"),
    BY_HAND: N_("Second sides"),
}
"""What stands before the fields."""

HINTS = {
    PLAN: N_("Left or right: a plan for whom?"),
    LATER: N_("The lesson, or a month later?"),
    LESSON: N_("Space: take this lesson, or leave it out."),
    LANGUAGE: N_("Space: take this language, or leave it out."),
    JOINED: N_("Where one sheet can ask about several lessons."),
    PAPER: N_("The paper that the shop or your printer has."),
    PEOPLE: N_("How many people is it for? Type the number."),
    OUT: N_("Space: another place. A stick must be in."),
    BY_HAND: N_("How does your printer print on both sides?"),
}

LACKING = {
    "products": N_("First choose what shall be printed."),
    "lessons": N_("First choose a lesson."),
    "languages": N_("First choose a language."),
    "paper": N_("They do not come on the same paper. Choose fewer in step 1."),
    "people": N_("First how many people it is for."),
}

NO_PLAN = N_("none: I choose the lessons")
"""What stands where no plan is chosen."""
MEETINGS = {False: N_("with the whole lesson"), True: N_("a month later, to remember")}
IN_ONE = {True: N_("all together in one file"), False: N_("a file for each lesson")}
TURNED_BY = {False: N_("the printer turns the sheets"), True: N_("I turn the sheets by hand")}

SIDES = {
    Turn.NONE: N_("one side"),
    Turn.SHORT: N_("both sides, turned over the short edge"),
    Turn.LONG: N_("both sides, turned over the long edge"),
}
"""How the printer, or the shop, must be set; the list of a pack says it in the same words."""

TURNING = N_(
    "First print the first half of the pages: the fronts. Put the stack back as it came out, its white side to be printed; try that with one sheet. Then print the second half."
)
"""How sheets are turned by hand, in the words of the command line."""


def sheets(line: FileLine, lang: Language) -> str:
    """`1 sheet, both sides, flipped on the short edge`."""
    told = lang.ngettext("{n} sheet, {sides}", "{n} sheets, {sides}", line.sheets)
    return told.format(n=lang.number(line.sheets), sides=lang.gettext(SIDES[line.turn]))


def copies(line: FileLine, lang: Language) -> str:
    """How often a session needs it; "" where that is nobody's to say."""
    if not line.copies:
        return ""
    told = lang.ngettext("{n} copy", "{n} copies", line.copies)
    return told.format(n=lang.number(line.copies))


def pages(line: FileLine, lang: Language) -> str:
    """`2 pages: Outside; Inside`. A page without a name belongs to the one before."""
    count = len(line.pages)
    told = lang.ngettext("{n} page", "{n} pages", count).format(n=lang.number(count))
    names = "; ".join(dict.fromkeys(one for one in line.pages if one))
    return f"{told}: {names}" if names else told
