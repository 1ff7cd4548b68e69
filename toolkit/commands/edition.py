"""cekdulu edition: what a printed sheet said, and what has changed since."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

from toolkit import RELEASED, console
from toolkit.commands import asked
from toolkit.content.edition import Change, Changes, Edition, changes
from toolkit.errors import CekDuluError, WrongCall, WrongInput
from toolkit.language import N_, Language, said
from toolkit.options import Parser, Tell

if TYPE_CHECKING:
    from toolkit.content.library import Library
    from toolkit.content.reference import Contact, Fact

WORDS = N_("explain the code on a printed sheet: what it said, and what has changed since")

_MOST = 12
"""Changed passages that are shown; of more it is said how many."""


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.description = tell(
        "Every sheet carries an edition code. This tells what was printed under it, which facts and "
        "numbers it used, and what is otherwise now. It knows what was printed on this machine and "
        "what came with releases of Cek Dulu."
    )
    parser.epilog = tell("Example: cekdulu edition 7K3M-9QXD")
    parser.add_argument(
        "code", metavar="CODE", help=tell("as it stands on the sheet; capitals do not matter")
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=tell("text to read, or JSON for tools"),
    )


def run(options: argparse.Namespace, lang: Language) -> int:
    """Tell what a code stands for."""
    from toolkit.paper.setting.edition import read

    try:
        code = read(options.code)
    except ValueError:
        raise WrongCall(
            said("“{code}” is no edition code.", code=_harmless(options.code)),
            said("It has eight letters and digits, like 7K3M-9QXD; it stands in the small print."),
        ) from None
    loaded = asked.opened(options)
    then = _found(code, asked.data(options.data), _libraries(options, loaded.library))
    if then is None:
        raise WrongInput(
            said("Edition {code} is not known here.", code=code),
            said(
                "It was printed on another machine, from a changed library, for another number of people, "
                "or with a release that this one does not know. Look at the dates on the sheet itself."
            ),
        )
    now = _today(then, loaded.library)
    if options.format == "json":
        _show_json(then, now)
    else:
        for line in _told(then, now, loaded.library, lang):
            console.show(_harmless(line))
    return asked.tell_left_out(loaded, lang)


def _libraries(options: argparse.Namespace, library: Library) -> list[Library]:
    """What this release gives, and the library of this call if it says something else."""
    from toolkit.content.load import open_library

    if asked.library(options) is None and library.as_of == RELEASED:
        return [library]
    released = open_library(None, RELEASED).library
    if asked.library(options) is None and _stale(released) == _stale(library):
        return [released]
    return [released, library]


def _stale(library: Library) -> list[str]:
    """The facts and numbers that sheets of a library are stamped for: all that its day changes."""
    records: tuple[Fact | Contact, ...] = (*library.facts.values(), *library.contacts.values())
    return [one.id for one in records if library.is_stale(one)]


def _found(code: str, data: Path, libraries: Sequence[Library]) -> Edition | None:
    """Among what was printed here, what releases brought, and what would be printed today."""
    from toolkit.content.builtin import builtin_root
    from toolkit.paper.editions import editions_for_others, pack_editions, sheet_editions
    from toolkit.records import editions

    found = editions.kept(data, code) or editions.released(
        builtin_root() / "print" / editions.FOLDER, code
    )
    if found:
        return found
    # What most people print is looked through first, and last what takes longest.
    with console.Progress() as progress:
        return next(
            (
                one
                for editions_of in (sheet_editions, editions_for_others, pack_editions)
                for library in libraries
                for one in editions_of(library, lambda job: progress.step(job.file_name))
                if one.code == code
            ),
            None,
        )


def _today(then: Edition, library: Library) -> Edition | None:
    """The same product as it would be printed now; None if there is no such thing any more."""
    from toolkit.paper.shop import Job, edition_of

    job = Job(
        then.product, then.lessons, then.lang, then.paper, then.people, then.sheets,
        plan=then.plan, refresher=then.refresher,
    )  # fmt: skip
    try:
        return edition_of(job, library)
    except CekDuluError:
        return None


def _harmless(line: str) -> str:
    """A line without signs that would command a terminal; a record may have come from anywhere."""
    return "".join(
        sign if sign.isprintable() or category(sign) == "Zs" else f"\\u{ord(sign):04x}"
        for sign in line
    )


def _show_json(then: Edition, now: Edition | None) -> None:
    import json

    told = {
        "edition": asdict(then),
        "now": now.code if now else None,
        "changes": asdict(changes(then, now)) if now else None,
    }
    console.show(json.dumps(told, ensure_ascii=False, indent=2))


def _told(then: Edition, now: Edition | None, library: Library, lang: Language) -> Iterator[str]:
    from datetime import date

    from toolkit.content.wording import plain
    from toolkit.language.names import name_in

    gettext = lang.gettext
    product = library.products.get(then.product)
    plan = library.plans.get(then.plan)
    titles = [library.lessons[one].title for one in then.lessons if one in library.lessons]
    yield gettext("Edition {code}").format(code=then.code)
    rows = [
        (gettext("Product"), plain(product.title, lang, library) if product else then.product),
        (
            gettext("Plan"),
            f"{then.plan}, {plain(plan.title, lang, library)}" if plan else then.plan,
        ),
        (gettext("Lesson"), "; ".join(plain(one, lang, library) for one in titles)),
        (gettext("Language"), name_in(then.lang, lang.code)),
        (gettext("Paper"), then.paper.upper()),
        (gettext("Made with"), f"Cek Dulu {then.version}"),
        (gettext("Judged fresh on"), lang.day(date.fromisoformat(then.as_of))),
    ]
    wide = max(len(label) for label, _ in rows)
    for label, value in rows:
        if value:
            yield f"  {label:<{wide}}  {value}"
    for head, records in (
        (gettext("Numbers on it:"), then.contacts),
        (gettext("Facts on it:"), then.facts),
    ):
        if records:
            yield ""
            yield head
            yield from (f"  {one}: {value}" for one, value in records.items())
    yield ""
    yield from _since(then, now, lang)


def _since(then: Edition, now: Edition | None, lang: Language) -> Iterator[str]:
    gettext = lang.gettext
    if now is None:
        yield gettext("This can no longer be printed: the product or the lesson is gone.")
        return
    found = changes(then, now)
    if not found:
        yield gettext("Nothing has changed: today it would say the same, word for word.")
        if now.version != then.version:
            yield gettext("Only the program is newer: {version}.").format(version=now.version)
        return
    yield gettext("Changed since; today it is edition {code}:").format(code=now.code)
    yield from _listed(found, lang)


def _listed(found: Changes, lang: Language) -> Iterator[str]:
    gettext = lang.gettext
    for head, group in (
        (gettext("Numbers:"), found.contacts),
        (gettext("Facts:"), found.facts),
        (gettext("Words:"), found.words),
    ):
        if not group:
            continue
        yield f"  {head}"
        for change in group[:_MOST]:
            yield from _one(change, lang)
        if len(group) > _MOST:
            more = lang.ngettext("… and {n} more.", "… and {n} more.", len(group) - _MOST)
            yield "    " + more.format(n=lang.number(len(group) - _MOST))


def _one(change: Change, lang: Language) -> Iterator[str]:
    gettext = lang.gettext
    name = f"{change.id}: " if change.id else ""
    if change.then:
        yield "    " + gettext("{name}then: {words}").format(name=name, words=change.then)
    if change.now:
        yield "    " + gettext("{name}now:  {words}").format(name=name, words=change.now)
