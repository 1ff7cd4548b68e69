"""What an option is called by the program: its letter, and words of ours where no trainer wrote any.

The hall's screen and every sheet on paper call it the same, or counts would go astray. Knows
languages only.
"""

from __future__ import annotations

from toolkit.language import N_, Language

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

TRUTHS = {"true": N_("Yes, that is so"), "false": N_("No, that is not so")}
VERDICTS = {"worth_checking": N_("Worth checking"), "trap": N_("A trap")}

_OURS = {**TRUTHS, **VERDICTS}


def letter(at: int) -> str:
    """The letter of an option, counted from 0; a number where the letters are used up."""
    return LETTERS[at] if at < len(LETTERS) else str(at + 1)


def has_words(option: str) -> bool:
    """Is this an option that has words of ours?"""
    return option in _OURS


def own_words(option: str, lang: Language) -> str:
    """A truth or a verdict as a person says it, by its id."""
    return lang.gettext(_OURS[option])
