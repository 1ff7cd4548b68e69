"""The command line's words: which commands and options there are, and help that teaches.

Knows only the language: the parser is built in the one that the person speaks.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from toolkit import VERSION
from toolkit.errors import WrongCall
from toolkit.language import DEFAULT, LANGUAGES, N_, Language, Said, interface_languages

_ARGPARSE = (
    N_("usage: "), N_("positional arguments"), N_("options"), N_("show this help message and exit"),
    N_("show program's version number and exit"), N_("unrecognized arguments: %s"),
    N_("the following arguments are required: %s"), N_("expected one argument"),
    N_("expected at least one argument"), N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"), N_("ignored explicit argument %r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)  # fmt: skip
"""What argparse itself says, marked here so that the catalogs hold it."""

Tell = Callable[[str], str]
"""Puts a sentence into the language of the help."""


_EARLY = ("--library", "--lang", "--data", "--as-of")
"""Options that stand before the command."""


class Parser(argparse.ArgumentParser):
    """A parser that raises WrongCall instead of leaving, so that one place owns stderr."""

    hint = ""

    def error(self, message: str) -> NoReturn:
        """Raise what argparse found wrong, with the way to the help."""
        what = Said("{message}", {"message": message})
        late = argparse._("unrecognized arguments: %s").partition("%s")[0]  # type: ignore[attr-defined]
        early = [option for option in _EARLY if re.search(rf"{option}\b", message)]
        if early and message.startswith(late):
            mend = Said(
                N_("Write it before the command:  cekdulu {option} …"), {"option": early[0]}
            )
            raise WrongCall(what, mend)
        raise WrongCall(what, Said(N_("See:  {command} --help"), {"command": self.prog}))


def spoken(
    arguments: Sequence[str],
    last: Callable[[Path | None], str | None],
    further: Callable[[Path | None], Sequence[str]],
) -> tuple[str, str, Sequence[str]]:
    """The language to speak, the word that stands where the command should, and all languages.

    The language is `--lang` before the command, else the last choice, else Indonesian. Read
    before parsing, because the parser's own words depend on it. A code that we do not speak
    is left to the parser, which names those we do. `further` are the languages of a library;
    they are looked up only when another one than our own is wanted.
    """
    # Nobody sees this parser's own words: gettext need not look for them on the whole disk.
    argparse._ = str  # type: ignore[attr-defined]
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    early.add_argument("--lang")
    early.add_argument("--data", type=Path)
    early.add_argument("--library", type=Path)
    early.add_argument("--as-of")
    early.add_argument("rest", nargs=argparse.REMAINDER)
    try:
        found, _ = early.parse_known_args(arguments)
    except argparse.ArgumentError:
        kept = last(None) or DEFAULT
        return kept if kept in interface_languages() else DEFAULT, "", interface_languages()
    named = found.rest[0] if found.rest else ""
    there: Sequence[str] = interface_languages()
    wanted = found.lang or last(found.data) or DEFAULT
    if wanted not in there:
        there = (*there, *further(found.library))
    if found.lang and wanted not in there:
        wanted = last(found.data)
    return wanted if wanted in there else DEFAULT, named, there


def build(
    lang: Language,
    commands: Sequence[str],
    load: Callable[[str], ModuleType],
    named: str = "",
    languages: Sequence[str] = LANGUAGES,
) -> Parser:
    """The parser, its help in `lang`; `languages` are those it may be asked to speak.

    `load` gives the module of a command. If what is called is `named`, the others are only
    known by their names; otherwise, as for the help, all of them tell what they do.
    """
    # argparse looks its words up in these module names; its gettext domain would need
    # environment variables and compiled catalogs, which a checkout does not have.
    argparse._ = lang.gettext  # type: ignore[attr-defined]
    argparse.ngettext = lang.ngettext  # type: ignore[attr-defined]
    tell = lang.gettext
    parser = Parser(
        prog="cekdulu",
        description=tell(
            "Check first: lessons, quizzes and leaflets against human trafficking, offline. "
            "Without a command the app opens."
        ),
        epilog=tell(
            "Exit codes: 0 done, 1 the input is wrong, 2 the call is wrong, 3 the machine failed."
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"cekdulu {VERSION}",
        help=tell("show program's version number and exit"),
    )
    parser.add_argument(
        "--library",
        type=Path,
        metavar="DIR",
        help=tell(
            "a library of your own, added to the built-in one (default: the folder “Cek Dulu” in your documents)"
        ),
    )
    parser.add_argument(
        "--lang", choices=languages, help=tell("the language that the program speaks")
    )
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help=tell("the folder in which answers are kept")
    )
    parser.add_argument(
        "--as-of",
        type=day(tell),
        metavar="DATE",
        help=tell("judge on this day whether numbers are still fresh (default: today)"),
    )
    parsers = parser.add_subparsers(
        dest="command", metavar=tell("COMMAND"), title=tell("commands"), prog="cekdulu"
    )
    for name in commands:
        if named and name != named:
            parsers.add_parser(name)
            continue
        command = load(name)
        words = tell(command.WORDS)
        command.options(parsers.add_parser(name, help=words, description=words), tell)
    return parser


def day(tell: Tell) -> Callable[[str], date]:
    """Reads a day that was typed, for argparse."""

    def read(written: str) -> date:
        try:
            return date.fromisoformat(written)
        except ValueError:
            raise argparse.ArgumentTypeError(
                tell("{written} is not a date; write for example 2026-11-22").format(
                    written=written
                )
            ) from None

    return read


def whole(least: int, most: int, tell: Tell) -> Callable[[str], int]:
    """Reads a whole number between two bounds."""

    def read(typed: str) -> int:
        if typed.isascii() and typed.isdigit() and least <= int(typed) <= most:
            return int(typed)
        told = tell("{typed} is no whole number from {least} to {most}")
        raise argparse.ArgumentTypeError(told.format(typed=repr(typed), least=least, most=most))

    return read
