"""What the facilitator says: short, warm, to be read out as it stands. No blame, no hurry.

The hall's screen and the guide on paper say the same, because both take it from here. Only
sentences, and which of them belongs where; none knows how an answer is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.language import N_, Language
from toolkit.session.agenda import Part, When
from toolkit.session.option_names import letter

SAY = N_("Say:")
ASK = N_("Ask:")
THOUGHT = N_("The thought behind it:")
"""What stands before words to say, before a question to the room, and before a belief."""

OPENING = (
    N_(
        "Welcome, all of you. Today we learn together how people can leave well and come home well."
    ),
    N_(
        "One request: do not tell your own story here. "
        "If you have one, or worry about somebody, talk to me after the session; I will make time. "
        "At the end everybody sees numbers to call for help."
    ),
    N_("No names are written down. Nobody has to answer. You may step out at any time."),
)
"""The request first keeps people safe: recruiters may be in the room as well as survivors."""

OPENING_LATER = (
    N_("Welcome back. Today we see what we still remember. It is no test; forgetting is normal."),
    *OPENING[1:],
)
"""The same about a month later."""

OPENING_SHOWN = (
    N_("Check first, before anybody leaves"),
    N_("Please do not tell your own story here. Talk to me after the session."),
    N_("No names. Nobody has to answer. You may step out at any time."),
)
"""The same in few words, for the room."""

NOTE = N_(
    "Some of us may find this page hard. You may step out, or not listen, "
    "and nobody will ask why. I am here afterwards too."
)

HANDS = N_(
    'Read the question and all options out. "Who says {first}? Hands up." Count, type, space. Then {others}.'
)
HANDS_QUIETLY = N_(
    'Read the question and all options out. "Close your eyes, so that everybody '
    'answers freely. Who says {first}? Hands up." Count, type, space. Then {others}.'
)
OPINION = N_(
    'Read the question and all options out. "Nothing here is right or wrong. Who says '
    '{first}? Hands up." Count, type, space. Then {others}.'
)
OFFER = N_(
    'Read the offer out slowly. "{first}: worth checking, so ask the manpower office first; '
    "it may be good or not. {others}: a trap. Who says {first}? "
    'Hands up." Count, type, space. Then {others}.'
)
COUNTED = N_('"Thank you. We talk about it later."')
COUNTED_AFTER = N_('"Thank you, we go on."')
DISCUSS = N_('"Turn to your neighbour for a minute: what do you say, and why?"')
DISCUSS_SHOWN = N_("Talk with your neighbour for a minute: why?")
VOTE_AGAIN = N_("Let the room vote again: type the new counts. Or Enter shows the answer.")
SHIFTED = N_(
    '"Look: before we talked, and after. Would anybody like to say why they changed, or stayed?" '
    "Enter shows the answer."
)
GOOD = N_('"All who answered are right. Well done!"')
WHY_SO = N_("Why might somebody think so?")
ANSWER = N_('"You judged this offer today. Now we say what it is, and what to do."')
GONE = N_("This is no longer in the lesson as it was drawn up. PgDn goes on.")

SLIPS_OUT = {
    When.BEFORE: N_(
        '"Look at the number on your seat card. Odd numbers get sheet A, even ones '
        "sheet B. Tick Before, and write your seat number. Write no name. Answer "
        'alone, in peace; it is no school test." Collect the sheets face down, and '
        "keep A and B apart."
    ),
    When.AFTER: N_(
        '"Now the other sheet: odd numbers get sheet B, even ones sheet A. Tick After, '
        'and write the same seat number. Again no name, and in peace." Collect the '
        "sheets face down, and keep A and B apart."
    ),
}
SLIPS_OUT_SHOWN = (
    N_("A sheet for everybody"),
    N_("Write no name on it."),
    N_("Answer alone, in peace. It is no school test."),
)
SLIPS_COUNT = N_(
    "When people have gone home: take the pile that the screen names, count the slips "
    "for each option, type, space, next."
)
SLIPS_COUNTED = N_("Noted. Enter: the next count.")
CLOSING = (
    N_('"These numbers are for everybody. Take a photo, or write them down."'),
    N_(
        '"If you worry about yourself or somebody else, call one of these numbers, '
        'or talk to me after the session."'
    ),
    N_('"Thank you for today. Check first, and tell it to others at home."'),
)
SUMMARY = N_("This is for you, not for the room. Finish, then hand it over to a stick.")
FINISHED = N_("It is kept on this laptop. A stick carries it to the office.")

LEAD = {
    Part.OPINION: OPINION,
    Part.BEFORE: HANDS_QUIETLY,
    Part.AFTER: HANDS_QUIETLY,
    Part.QUIZ: HANDS,
    Part.OFFERS: OFFER,
    Part.SLIPS: SLIPS_COUNT,
}
"""How the vote of each part is led."""


def opening(*, later: bool) -> tuple[str, ...]:
    """What is said first, in a session or `later`, in a refresher."""
    return OPENING_LATER if later else OPENING


def led(part: Part, many: int, lang: Language) -> str:
    """How the vote of a part is led, between so many options."""
    first, *others = (letter(at) for at in range(many))
    return lang.gettext(LEAD[part]).format(first=first, others=", ".join(others))


def pile(when: When | None, form: str, lang: Language) -> str:
    """`Sheet A, before`: what a pile of sheets is called when it is counted."""
    before, after = lang.gettext("Sheet {form}, before"), lang.gettext("Sheet {form}, after")
    return (before if when is When.BEFORE else after).format(form=form.upper())


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be thought of an offer, as message ids.

    `shown` is for the room, `spoken` for the facilitator. `to_do` stands above the checks:
    what to check still, or what to do now.
    """

    shown: str
    spoken: str
    to_do: str


WORTH = Told(
    N_("Worth checking: take it to the manpower office or BP3MI."),
    N_('"Worth checking: take it to the manpower office or BP3MI. It is not yet time to leave."'),
    N_("Still to check:"),
)
TRAP = Told(
    N_("A trap: do not leave, report it."),
    N_('"This is a trap. Do not leave; report it to a help line."'),
    N_("Do this:"),
)
SIGNS = N_("The warning signs:")


def told_of(honest: bool) -> Told:
    """What is said of an honest offer, and of any other."""
    return WORTH if honest else TRAP
