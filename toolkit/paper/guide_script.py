"""What the facilitator says, sentence by sentence as the hall's screen gives it.

Paper knows no screen, so these sentences stand here once more; a test holds both to the same
words, and the catalogs have each of them once.
"""

from __future__ import annotations

from toolkit.language import N_, Language
from toolkit.session.agenda import When

OPENING = (
    N_("Welcome, all of you. Today we learn to check a job offer before anybody leaves."),
    N_(
        "One request: do not tell your own story here. "
        "If you have one, or worry about somebody, talk to me after the session; I will make time. "
        "At the end everybody sees numbers to call for help."
    ),
    N_("No names are written down. Nobody has to answer. You may step out at any time."),
)
OPENING_SHOWN = (
    N_("Check first, before anybody leaves"),
    N_("Please do not tell your own story here. Talk to me after the session."),
    N_("No names. Nobody has to answer. You may step out at any time."),
)
NOTE = N_(
    "Some of us may find this page hard. You may step out, or not listen, "
    "and nobody will ask why. I am here afterwards too."
)
HANDS = N_('Read it out. "Who says {first}? Hands up." Count, type, space. Then {others}.')
HANDS_QUIETLY = N_(
    'Read it out. "Close your eyes, so that everybody answers freely. '
    'Who says {first}? Hands up." Count, type, space. Then {others}.'
)
OPINION = N_(
    'Read it out. "Nothing here is right or wrong. Who says {first}? Hands up." '
    "Count, type, space. Then {others}."
)
OFFER = N_(
    'Read the offer out slowly. "{first}: worth checking, so ask the manpower office first; '
    "it may be good or not. {others}: a trap. Who says {first}? "
    'Hands up." Count, type, space. Then {others}.'
)
COUNTED = N_('"Thank you. We talk about it later."')
COUNTED_AFTER = N_('"Thank you, we go on."')
DISCUSS = N_('"Turn to your neighbour for a minute: what do you say, and why?"')
VOTE_AGAIN = N_("Let the room vote again: type the new counts. Or Enter shows the answer.")
SHIFTED = N_(
    '"Look: before we talked, and after. Would anybody like to say why they changed, or stayed?" '
    "Enter shows the answer."
)
TRAP = N_('"This is a trap. Do not leave; report it to a help line."')
WORTH = N_(
    '"Worth checking: take it to the manpower office or BP3MI. It is not yet time to leave."'
)
ANSWER = N_('"You judged this offer today. Now we say what it is, and what to do."')
SLIPS_OUT = {
    When.BEFORE: N_(
        '"Look at the number on your seat card. Odd numbers get sheet A, even ones sheet B. '
        'Write no name. Answer alone, in peace; it is no school test." '
        "Collect the sheets face down, and keep A and B apart."
    ),
    When.AFTER: N_(
        '"Now the other sheet: odd numbers get sheet B, even ones sheet A. '
        'Again no name, and in peace." Collect the sheets face down, and keep A and B apart.'
    ),
}
SLIPS_COUNT = N_(
    "When people have gone home: take the pile named above, "
    "count the slips for each option, type, space, next."
)
CLOSING = (
    N_('"These numbers are for everybody. Take a photo, or write them down."'),
    N_(
        '"If you worry about yourself or somebody else, call one of these numbers, '
        'or talk to me after the session."'
    ),
    N_('"Thank you for today. Check first, and tell it to others at home."'),
)
SUMMARY = N_("This is for you, not for the room. Finish, then hand it over to a stick.")

SIGNS = N_("The warning signs:")
STILL = N_("Still to check:")
DO_THIS = N_("Do this:")
VERDICTS = {"worth_checking": N_("Worth checking"), "trap": N_("A trap")}
TRUTHS = {"true": N_("Yes, that is so"), "false": N_("No, that is not so")}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(at: int) -> str:
    """The letter of an option, counted from 0."""
    return LETTERS[at] if at < len(LETTERS) else str(at + 1)


def asked(message: str, many: int, lang: Language) -> str:
    """How a vote on so many options is led."""
    first, *others = (letter(at) for at in range(many))
    return lang.gettext(message).format(first=first, others=", ".join(others))
