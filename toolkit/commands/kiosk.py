"""cekdulu kiosk: the app for one person after another at the village office, and its passphrase."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path

from toolkit import console, judged_on
from toolkit.commands import asked
from toolkit.errors import WrongCall, WrongInput
from toolkit.language import N_, Language, Said
from toolkit.options import Parser, Tell

WORDS = N_("open the app for one person at a time, without a way out")

KEYS = ("SIGINT", "SIGTSTP", "SIGQUIT", "SIGBREAK")
"""Signals that keys of the terminal send, also before the app has taken it over."""


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.epilog = tell(
        "For the village office: lessons and quizzes only, nothing of a person is kept, and after two "
        "quiet minutes it goes back to the start. It ends with F10 and the trainer's passphrase; "
        "closing the window ends it too. Forgotten the passphrase? Close the window, delete the "
        "file kiosk-passphrase.json in the folder of answers (see --data), and set a new one."
    )
    parser.add_argument(
        "--set-passphrase",
        action="store_true",
        help=tell("set, or change, the passphrase that ends the kiosk"),
    )


def run(options: argparse.Namespace, lang: Language) -> int:
    """Open the kiosk, or set its passphrase."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongCall(
            Said(N_("The kiosk needs a terminal window."), {}),
            Said(N_("Open one and start it there."), {}),
        )
    folder = asked.data(options.data)
    if options.set_passphrase:
        return _set(folder, lang)
    with _keys_do_nothing():
        return _open(options, folder, lang)


def _open(options: argparse.Namespace, folder: Path, lang: Language) -> int:
    from toolkit.records.front import shelf
    from toolkit.records.passphrase import CALL, kept
    from toolkit.screen.app import run_kiosk

    passphrase = kept(folder)
    if passphrase is None:
        raise WrongCall(
            Said(N_("The kiosk has no passphrase yet, and without one nobody could end it."), {}),
            Said(N_("Set one first:  {call}"), {"call": CALL}),
        )
    library = shelf(asked.library(options), judged_on(options.as_of), folder)
    return run_kiosk(library, asked.journal(options, lang), lang, passphrase)


def _set(folder: Path, lang: Language) -> int:
    """Ask for the old passphrase, if there is one, and twice for the new one."""
    from toolkit.records.passphrase import LEAST, keep, kept, trouble_with

    again = Said(N_("Nothing was changed. Try again."), {})
    before = kept(folder)
    until_now = lang.gettext("The passphrase until now: ")
    if before is not None and not before.fits(_hidden(until_now, lang)):
        raise WrongInput(Said(N_("That was not the passphrase."), {}), again)
    new = lang.gettext("The new passphrase (at least {n} letters; it is not shown): ")
    words = _hidden(new.format(n=LEAST), lang)
    if trouble := trouble_with(words):
        raise WrongInput(trouble, again)
    if _hidden(lang.gettext("The same once more: "), lang) != words:
        raise WrongInput(Said(N_("The two were not the same."), {}), again)
    keep(folder, words)
    console.narrate(lang.gettext("The passphrase is set. Keep it in mind: nobody can look it up."))
    return 0


def _hidden(prompt: str, lang: Language) -> str:
    """What is typed without being shown; nothing if there is no more. Ctrl+C ends it, and says so."""
    try:
        return getpass(prompt)
    except EOFError:
        return ""
    except KeyboardInterrupt:
        # The cursor still stands behind the question.
        console.narrate("\n" + lang.gettext("Nothing was changed."))
        raise


@contextmanager
def _keys_do_nothing() -> Iterator[None]:
    """No key ends or stops the program, from its first moment to its last."""
    before = {}
    for name in KEYS:
        if number := getattr(signal, name, None):
            before[number] = signal.signal(number, signal.SIG_IGN)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
