"""What a call asked for: the library to open, the folder of answers, things by their id."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import console
from toolkit.errors import Breakdown, WrongCall, WrongInput
from toolkit.language import N_, Language, Said

if TYPE_CHECKING:
    from toolkit.content.edition import Edition
    from toolkit.content.load import Loaded
    from toolkit.content.place import Problem
    from toolkit.records.journal import Journal


OWN_LIBRARY = "Cek Dulu"
"""The name of a person's own library in their documents folder."""


def own_library() -> Path:
    """Where a person's own library is, or will be once something is written to it."""
    from platformdirs import user_documents_path

    return user_documents_path() / OWN_LIBRARY


def library(options: argparse.Namespace) -> Path | None:
    """The library to lay over the built-in one: `--library`, else the person's own if there is one."""
    if options.library is not None:
        return Path(options.library)
    from toolkit.content.builtin import is_library

    own = own_library()
    return own if is_library(own) else None


def opened(options: argparse.Namespace) -> Loaded:
    """The library of this call. Raises WrongInput if nothing of it can be used."""
    from toolkit.content.load import open_library

    loaded = open_library(library(options), options.as_of)
    if not loaded.library.lessons and loaded.errors:
        first = loaded.errors[0]
        raise WrongInput(
            first.what, Said(N_("Mend {place} and try again."), {"place": first.place})
        )
    return loaded


def journal(options: argparse.Namespace, lang: Language, *, to_read: bool = False) -> Journal:
    """The journal of this call; a language asked for is remembered in it.

    `to_read` says that the call itself keeps nothing: a journal that can only be read will do.
    """
    from toolkit.records.journal import Journal

    found = Journal(data(options.data), to_read=to_read)
    if options.lang:
        with suppress(Breakdown) if to_read else nullcontext():
            found.keep_setting("language", lang.code)
    return found


def data(given: Path | None) -> Path:
    """The folder in which answers are kept."""
    if given:
        return given
    from platformdirs import user_data_path

    return user_data_path("cekdulu", appauthor=False)


def keep_editions(options: argparse.Namespace, editions: Iterable[Edition]) -> None:
    """Keep what was printed, so that `cekdulu edition` can explain it.

    Where the folder of answers cannot be written the sheets are there all the same.
    """
    from toolkit.records.editions import keep

    with suppress(Breakdown):
        keep(data(options.data), editions)


def known(there: Iterable[str], wanted: str | None, what: str) -> None:
    """Raise WrongCall, naming what exists, unless `wanted` is among it or not asked for."""
    names = list(there)
    if wanted is None or wanted in names:
        return
    from difflib import get_close_matches

    near = get_close_matches(wanted, names, 1)
    mend = N_("Did you mean {near}? There are: {names}") if near else N_("There are: {names}")
    values = {"near": near[0] if near else "", "names": ", ".join(names)}
    raise WrongCall(Said(what, {"id": wanted}), Said(mend, values))


def tell_left_out(loaded: Loaded, lang: Language) -> int:
    """Say on stderr which files could not be used, and why. Returns 1 if there were any."""
    if not loaded.left_out:
        return 0
    console.narrate(lang.gettext("These files have errors and were left out:"))
    for problem in loaded.errors:
        console.narrate(told(problem, lang))
    return 1


def told(problem: Problem, lang: Language) -> str:
    """A problem for a terminal, with an empty line after it."""
    from toolkit.content.telling import as_text

    return f"{as_text(problem, lang)}\n"
