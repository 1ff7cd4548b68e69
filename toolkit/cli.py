"""The command line's door: parse, run one command, turn what went wrong into an exit code.

The commands themselves stand in `commands`, a file each.
"""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from toolkit import console
from toolkit.commands import asked
from toolkit.errors import CekDuluError
from toolkit.language import DEFAULT, language
from toolkit.options import build, spoken

APP = "app"
"""What is called where no command is: the app."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 done, 1 input, 2 call, 3 program or machine."""
    console.prepare()
    # Python looks through every object once more while leaving; the system takes it all back.
    atexit.register(gc.freeze)
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang = language(DEFAULT)
    data: Path | None = None
    try:
        code, named, languages = spoken(given, _last_language, _further_languages)
        lang = language(code)
        options = build(lang, COMMANDS, command, _called(named, given), languages).parse_args(given)
        data = options.data
        exit_code = int(command(options.command or APP).run(options, lang))
        console.finish()
    except CekDuluError as error:
        console.narrate(error.tell(lang))
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read the pipe has seen enough.
        console.silence()
        return 0
    except Exception as error:  # noqa: BLE001 - the last door: a person never sees a traceback
        from toolkit.records.fault import fault

        breakdown = fault(asked.data(data), error)
        console.narrate(breakdown.tell(lang))
        return breakdown.exit_code
    return exit_code


COMMANDS = (
    "learn", "hall", "kiosk", "list", "check", "new", "schema", "fmt", "preview", "print",
    "edition", "translate", "handover", "gather", "report",
)  # fmt: skip
"""Every command that is typed, in the order of the help; each is a module of `commands`."""


def _called(named: str, given: Sequence[str]) -> str:
    """What is surely called; "" where help is wanted, or a word is no command."""
    asks = any(one.startswith(("-h", "--h")) for one in given)
    return named if named in COMMANDS else "" if named or asks else APP


def command(name: str) -> ModuleType:
    """The module of a command. Only the one that is called is imported: a start stays quick."""
    return import_module(f"toolkit.commands.{name}")


def _last_language(data: Path | None) -> str | None:
    from toolkit.records.last_choice import last_language

    return last_language(asked.data(data))


def _further_languages(library: Path | None) -> Sequence[str]:
    """The languages that the library of this call brings, by the names of its files alone."""
    from toolkit.content.builtin import builtin_root, further_languages

    return further_languages(builtin_root(), library or asked.own_library())
