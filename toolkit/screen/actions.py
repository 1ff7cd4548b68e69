"""Every action of the app, once: its keys, its name in the footer, its line in the help.

Bindings, footer and help screen are all made from here, so that none can promise a key
that another does not know. Function keys always act; letters, `?` and `.` do not while
somebody types into a field.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.binding import Binding, BindingType

from toolkit.language import N_


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key does.

    `always` are Textual's names of keys that act everywhere, `keys` of those that a
    field being typed into takes for itself. `shown` is the first key as people know
    it, `also` the other ways, both for reading. Without `label` it is not in the footer.
    """

    name: str
    keys: str
    shown: str
    help: str
    label: str = ""
    always: str = ""
    also: str = ""


# Help shows both its keys at once: whose laptop keeps F1 to itself finds the others there.
HELP = Action("help", "question_mark", "F1 ?", N_("This page: what the keys do"), N_("Help"), "f1")
LANGUAGE = Action(
    "language", "l", "F2", N_("Change the language of everything"),
    N_("Language"), "f2,ctrl+l", "L, Ctrl+L",
)  # fmt: skip
THEME = Action("theme", "t", "F3", N_("Light or dark screen"), "", "f3", "T")
HELP_LINES = Action(
    "help_lines", "h", "F4", N_("Telephone numbers to ask for help"), N_("Help lines"), "f4", "H"
)
GLOSSARY = Action("glossary", "k", "F5", N_("What the difficult words mean"), "", "f5", "K")
BLANK = Action(
    "blank", "full_stop", "F9", N_("Hide the screen at once; the same key, or Esc, brings it back"),
    N_("Hide"), "f9,ctrl+b", ". , Ctrl+B",
)  # fmt: skip
QUIT = Action(
    "quit", "", "F10", N_("Quit. Your place in the lesson is kept"),
    N_("Quit"), "f10,ctrl+q,ctrl+c", "Ctrl+Q",
)  # fmt: skip

EVERYWHERE = (HELP, LANGUAGE, THEME, HELP_LINES, GLOSSARY, BLANK, QUIT)

# Not in `always`: a key that acts everywhere overtakes digits that were typed before it.
NEXT = Action(
    "next", "pagedown,right,n", "PgDn", N_("Go on"), N_("Next"), "", N_("right arrow, N")
)  # fmt: skip
NEXT_PAGE = Action(
    "next", "right,n,space,enter", "PgDn", N_("The next page"),
    N_("Next"), "pagedown", N_("right arrow, space, Enter, N"),
)  # fmt: skip
PREVIOUS = Action(
    "previous", "left,p", "PgUp", N_("One page back"), N_("Back"), "pageup", N_("left arrow, P")
)
PICK = Action(
    "pick", "enter,space", "Enter", N_("Choose what the arrow points at; a mouse click does the same"),
    N_("Choose"), "", N_("space"),
)  # fmt: skip
NUMBER = Action(
    "number", "0,1,2,3,4,5,6,7,8,9", "0-9", N_("Choose by its number"),
)  # fmt: skip
REMEMBER = Action(
    "remember", "r", "R", N_("Only the questions for a month later"), N_("Remember")
)  # fmt: skip
UNDO = Action("undo", "backspace", "Backspace", N_("Take the last choice back"), N_("Undo"))
PASS = Action(
    "pass", "x", "X", N_("Leave this chat out. It can still be played from the result"), N_("Skip")
)
DOWN = Action("down", "down", N_("arrow down"), N_("Down; shows what is below"))
UP = Action("up", "up", N_("arrow up"), N_("Up; shows what is above"))
SHEET_DOWN = Action("sheet_down", "", "PgDn", N_("A screen further down"), "", "pagedown")
SHEET_UP = Action("sheet_up", "", "PgUp", N_("A screen back up"), "", "pageup")
LEAVE = Action("leave", "", "Esc", N_("Back to where you came from"), N_("Close"), "escape")
TRAINER = Action(
    "trainer", "m", "F6", N_("For trainers: the lesson files"),
    "", "f6", "M",
)  # fmt: skip
HALL = Action("hall", "b", "F7", N_("Lead a session in the hall"), "", "f7", "B")
PRINT = Action(
    "print", "c", "F8", N_("Print leaflets, quiz sheets and what else there is on paper"),
    N_("Print"), "f8", "C",
)  # fmt: skip
PRINT_ON = Action(
    "print_on", "pagedown", "PgDn", N_("Go on to the next step; after the last one it is printed"),
    N_("Next"), "", N_("Enter on the last line"),
)  # fmt: skip
MISTAKES = Action(
    "mistakes", "m", "F6", N_("What there is to mend in this lesson, and back to the lesson"),
    N_("Mistakes"), "f6", "M",
)  # fmt: skip
LEAFLET = Action(
    "leaflet", "v", "F7", N_("Draw the leaflet; then every save draws it again"),
    N_("Leaflet"), "f7", "V",
)  # fmt: skip
CONTENTS = Action(
    "contents", "g", "F8", N_("Go straight to a page or a question"), N_("Contents"), "f8", "G"
)
OTHER = Action("other", "right,left", N_("arrow right"), N_("Another choice on this line"))
RUB_OUT = Action(
    "rub_out", "backspace", "Backspace",
    N_("One letter back. The first that you type takes the place of what stood there"),
)  # fmt: skip
BEGIN = Action(
    "begin",
    "pagedown",
    "PgDn",
    N_("Begin the session"),
    N_("Begin"),
    "",
    N_("Enter on the last line"),
)

# In the hall letters are for counting; the function keys of the others act there as everywhere.
ON = Action(
    "on", "enter", "Enter", N_("Take the counts, show the answer, go on: one after the other"), N_("Next")
)  # fmt: skip
COUNT = Action(
    "count", "0,1,2,3,4,5,6,7,8,9,space,backspace," + ",".join("abcdefghiABCDEFGHI"), "7 12 9",
    N_("The counts of A, B, C. Space: the next one. A letter: that one. Backspace deletes"),
)  # fmt: skip
STEP_ON = Action(
    "step_on", "right,n,N", "PgDn", N_("On, also without counting"), "",
    "pagedown", N_("right arrow, N"),
)  # fmt: skip
STEP_BACK = Action(
    "step_back", "left,p,P", "PgUp", N_("One step back"), "", "pageup", N_("left arrow, P")
)
TAKE_BACK = Action(
    "take_back", "u,U", "U", N_("Take the last step back, as far as the start"),
    N_("Undo"), "ctrl+z", "Ctrl+Z",
)  # fmt: skip
SKIP = Action("skip", "x,X", "X", N_("Leave this out; U brings it back"), N_("Skip"))
CONFUSED = Action(
    "confused", "m,M", "M", N_("Mark: this confused people. The trainer reads it later"), N_("Mark")
)
MINUTES = Action(
    "minutes", "t,T", "T", N_("How many minutes are left? Then a shorter plan"), N_("Time")
)
HEADS = Action("heads", "j,J", "J", N_("How many people are here now"), N_("People"))
WHOLE = Action(
    "whole", "w,W", "F6", N_("All of your lines in full height, and back"),
    N_("All lines"), "f6", "W",
)  # fmt: skip
STRIP = Action(
    "strip", "s,S", "F7", N_("Hide your own lines from the room, or bring them back"),
    N_("Your lines"), "f7", "S",
)  # fmt: skip
PAGE_AGAIN = Action(
    "page_again", "r,R", "F8", N_("After the answer: open the page about it once more"),
    N_("The page"), "f8", "R",
)  # fmt: skip
MENU = Action("menu", "", "Esc", N_("End the session, or leave it for later"), N_("Menu"), "escape")
DIGIT = Action(
    "digit", "0,1,2,3,4,5,6,7,8,9,backspace", "0-9", N_("Type the number; Backspace deletes")
)
HALL_LANGUAGE = replace(LANGUAGE, keys="", always="f2,ctrl+l", also="Ctrl+L")
HALL_THEME = replace(THEME, keys="", always="f3,ctrl+t", also="Ctrl+T")
HALL_HELP_LINES = replace(HELP_LINES, keys="", always="f4,ctrl+p", also="Ctrl+P")
HALL_GLOSSARY = replace(GLOSSARY, keys="", always="f5,ctrl+k", also="Ctrl+K")
HALL_QUIT = replace(
    QUIT, help=N_("Leave the app. The session is kept, and can be gone on with later")
)
IN_HALL = (
    HELP, HALL_LANGUAGE, HALL_THEME, HALL_HELP_LINES, HALL_GLOSSARY, BLANK, HALL_QUIT
)  # fmt: skip
"""What `EVERYWHERE` is in the hall."""

ACTIONS = (
    ON, COUNT, STEP_ON, STEP_BACK, TAKE_BACK, SKIP, CONFUSED, MINUTES, HEADS, WHOLE, STRIP,
    PAGE_AGAIN, DIGIT,
    NEXT, NEXT_PAGE, PREVIOUS, PICK, NUMBER, REMEMBER, UNDO, PASS, DOWN, UP, SHEET_DOWN, SHEET_UP, OTHER, RUB_OUT, BEGIN,
    PRINT_ON, LEAVE, HALL, PRINT,
    TRAINER, MISTAKES, LEAFLET, CONTENTS, MENU, *EVERYWHERE, *(one for one in IN_HALL if one not in EVERYWHERE),
)  # fmt: skip
"""All of them, in the order of footer and help."""

_BY_ID = {str(at): action for at, action in enumerate(ACTIONS)}


def bindings(*actions: Action) -> list[BindingType]:
    """The key bindings of some actions."""
    made: list[BindingType] = []
    for action in actions:
        ident = str(ACTIONS.index(action))
        for keys, priority in ((action.always, True), (action.keys, False)):
            for key in keys.split(",") if keys else ():
                name = f"number({key})" if action is NUMBER else action.name
                if action in (COUNT, DIGIT):
                    name = f"{action.name}({key!r})"
                made.append(
                    Binding(
                        key,
                        name,
                        action.label,
                        bool(action.label),
                        action.shown,
                        priority,
                        id=ident,
                    )
                )
    return made


def action_of(binding: Binding) -> Action:
    """The action behind a binding of ours."""
    return _BY_ID[binding.id or ""]


def in_order(found: list[Action]) -> list[Action]:
    """Actions in the order of the registry, each once."""
    return sorted(set(found), key=ACTIONS.index)
