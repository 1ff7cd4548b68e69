"""What may go wrong, as sentences for a person. Only `language` is known here.

    CekDuluError      what happened, and what to do next
    ├── WrongInput    exit 1: a lesson, a library, a village list is wrong
    ├── WrongCall     exit 2: the command asks for something that does not exist
    └── Breakdown     exit 3: the machine failed: disk, permission, or our own fault

Every room raises one of these three; only the command line turns them into words on
stderr and an exit code.
"""

from __future__ import annotations

from toolkit.language import Language, Said, language
from toolkit.language.speech import SOURCE


class CekDuluError(Exception):
    """An error with two sentences: what happened, and what to do next."""

    exit_code = 3

    def __init__(self, what: Said, mend: Said) -> None:
        super().__init__(language(SOURCE).tell(what))
        self.what = what
        self.mend = mend

    def tell(self, lang: Language) -> str:
        """Both sentences in a language, one line each."""
        return f"{lang.tell(self.what)}\n{lang.tell(self.mend)}"


class WrongInput(CekDuluError):
    """What somebody wrote is wrong; mending the file mends it."""

    exit_code = 1


class WrongCall(CekDuluError):
    """The command names something that does not exist; the message says what does."""

    exit_code = 2


class Breakdown(CekDuluError):
    """The program or the machine failed."""

    exit_code = 3
