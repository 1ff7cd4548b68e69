"""cekdulu translate: how far a language is, its texts out for Poedit, and back in again."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit import console, disk
from toolkit.commands import asked
from toolkit.errors import WrongCall, WrongInput
from toolkit.language import DEFAULT, N_, Language, is_known, name_in, said
from toolkit.options import Parser, Tell

if TYPE_CHECKING:
    from toolkit.content.library import Library
    from toolkit.content.place import Problem
    from toolkit.content.translation.exchange import Import, Tally
    from toolkit.content.translation.pofile import PoFile
    from toolkit.content.translation.translations import Book, Translated

WORDS = N_("translate lessons into further languages, with Poedit or Weblate")

_KINDS = {
    "lesson": N_("lesson"),
    "quiz": N_("quiz"),
    "offer": N_("offers"),
    "scenario": N_("chat"),
    "fact": N_("facts"),
    "contact": N_("help lines"),
    "term": N_("terms"),
    "source": N_("sources"),
    "product": N_("products"),
    "plan": N_("session plans"),
}


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.epilog = tell(
        "Example: cekdulu translate export --to jv; translate cekdulu-jv.po with Poedit; "
        "then: cekdulu translate import cekdulu-jv.po"
    )
    steps = parser.add_subparsers(dest="step", metavar=tell("COMMAND"), required=True)
    words = tell("show what is translated, missing, or changed since")
    status = steps.add_parser("status", help=words, description=words)
    status.add_argument(
        "--lang",
        action="append",
        metavar="LANG",
        dest="languages",
        help=tell("this language only; may be given twice (default: all)"),
    )
    status.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=tell("text to read, or JSON for tools"),
    )
    words = tell("write all texts for a translator (PO, for Poedit or Weblate)")
    export = steps.add_parser("export", help=words, description=words)
    export.add_argument(
        "--to",
        required=True,
        metavar="LANG",
        help=tell("the code of the language, for example jv (Javanese) or ban (Balinese)"),
    )
    export.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help=tell("the file to write (default: cekdulu-LANG.po in this folder)"),
    )
    words = tell("take in what a translator has written")
    bring = steps.add_parser("import", help=words, description=words)
    bring.add_argument("file", type=Path, metavar="FILE", help=tell("the translated PO file"))
    bring.add_argument("--dry-run", action="store_true", help=tell("check it, and change nothing"))


def run(options: argparse.Namespace, lang: Language) -> int:
    """Show, export or import."""
    steps = {"status": _status, "export": _export, "import": _import}
    return steps[options.step](options, lang)


def _open(options: argparse.Namespace) -> tuple[Library, Translated, Path | None]:
    """The library as written, and its translation files, with the trainer's own folder."""
    from toolkit.content.builtin import builtin_root
    from toolkit.content.load import open_library
    from toolkit.content.translation.translations import with_translations

    own = asked.library(options)
    library = open_library(own, options.as_of, translated=False).library
    if own is None or own.resolve() == builtin_root().resolve():
        return library, with_translations(library, [builtin_root()], None), own
    return library, with_translations(library, [builtin_root(), own], own), own


def _book(translated: Translated, code: str) -> Book:
    from toolkit.content.translation.translations import Book

    return translated.books.get(code) or Book(code)


def _known(code: str) -> str:
    if code == DEFAULT:
        raise WrongCall(
            said("The lessons are written in this language ({code}).", code=code),
            said("Name another one, for example:  --to jv"),
        )
    if not is_known(code):
        from toolkit.language.names import nearest

        near = nearest(code)
        raise WrongCall(
            said('"{code}" is not the code of a language.', code=code),
            said("Write:  {near}", near=near)
            if near
            else said(
                "Codes have two or three letters: jv (Javanese), su (Sundanese), ban (Balinese)."
            ),
        )
    return code


# status


def _status(options: argparse.Namespace, lang: Language) -> int:
    """How far each language is, to read or as data."""
    from toolkit.content.translation.exchange import tallies

    library, translated, _ = _open(options)
    there = [code for code in translated.library.languages if code != DEFAULT]
    there += [code for code in translated.books if code not in there]
    codes = [_known(code) for code in options.languages or there]
    found = {code: tallies(library, _book(translated, code)) for code in dict.fromkeys(codes)}
    if options.format == "json":
        import json

        told = [_as_data(code, one) for code, ones in found.items() for one in ones]
        console.show(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for code, ones in found.items():
            _as_table(code, ones, lang)
    return _broken(translated, lang)


def _as_data(code: str, tally: Tally) -> dict[str, Any]:
    from toolkit.content.translation.translations import State

    counts = {str(one): tally.count(one) for one in (State.DONE, State.MISSING, State.STALE)}
    return {"language": code, "kind": tally.kind, "id": tally.id, **counts, "places": tally.stale}


def _as_table(code: str, ones: Sequence[Tally], lang: Language) -> None:
    from toolkit.content.translation.translations import State

    _ = lang.gettext
    columns = (State.DONE, State.MISSING, State.STALE)
    heads = (_("done"), _("missing"), _("changed since"))
    rows = [(_named(one, lang), one) for one in ones if any(map(one.count, columns))]
    width = max((len(name) for name, _one in rows), default=0)
    console.show(f"{name_in(code, lang.code)} ({code})")
    console.show(f"  {'':{width}}" + "".join(f"  {head:>8}" for head in heads))
    for name, one in rows:
        counts = "".join(
            f"  {one.count(state):>{max(len(head), 8)}}"
            for state, head in zip(columns, heads, strict=True)
        )
        console.show(f"  {name:{width}}{counts}")
    stale = [place for one in ones for place in one.stale]
    if stale:
        console.show("  " + _("Changed since they were translated:"))
        for place in stale:
            console.show(f"    {place}")
    console.show("")


def _named(tally: Tally, lang: Language) -> str:
    kind = lang.gettext(_KINDS[tally.kind])
    return f"{tally.id} ({kind})" if tally.id else kind


# export


def _export(options: argparse.Namespace, lang: Language) -> int:
    """Write the texts for a translator."""
    from toolkit.content.translation.exchange import exported

    code = _known(options.to)
    library, translated, _ = _open(options)
    status = _broken(translated, lang)
    out = options.out or Path(f"cekdulu-{code}.po")
    content = exported(library, _book(translated, code), lang)
    try:
        disk.write_whole(out, content, replace=False)
    except FileExistsError:
        raise WrongCall(
            said("{path} is already there, and is left as it is.", path=out),
            said(
                "Import it first if somebody has worked on it; or choose another name:  --out FILE"
            ),
        ) from None
    console.show(str(out))
    console.narrate(
        lang.gettext("Open it in Poedit, translate, save, then:  {command}").format(
            command=f'cekdulu translate import "{out}"'
        )
    )
    return status


# import


def _import(options: argparse.Namespace, lang: Language) -> int:
    """Take in what fits; tell what does not. A file that cannot be read changes nothing."""
    from toolkit.content.builtin import TRANSLATIONS, builtin_root
    from toolkit.content.translation.exchange import brought_in, stored
    from toolkit.content.translation.translations import Book, file_name

    file, code = _read(options.file, lang)
    library, translated, own = _open(options)
    root = own or asked.own_library()
    target = root / TRANSLATIONS / f"{code}.po"
    name = file_name(target.name, root, ours=root.resolve() == builtin_root().resolve())
    if name in translated.left_out:
        _broken(translated, lang)
        raise WrongInput(
            said("What is there already cannot be read: {path}", path=target),
            said("Mend it or take it away, then import again. Nothing was changed."),
        )
    there = translated.files.get(name)
    found = brought_in(library, Book.of(code, there.entries if there else ()), file)
    _tell(found, code, lang)
    if found.entries and not options.dry_run:
        disk.write_whole(target, stored(found.entries, library, code, lang))
        console.show(str(target))
    return 1 if found.problems else 0


def _read(path: Path, lang: Language) -> tuple[PoFile, str]:
    """The file and its language. Raises WrongCall or WrongInput if it cannot be used."""
    from toolkit.content.reading.desk import Desk
    from toolkit.content.translation.pofile import read_po

    if not path.exists():
        raise WrongCall(
            said("{path} is not there.", path=path),
            said("Check the name; use quotes if it contains spaces."),
        )
    desk = Desk(str(path))
    whole = path.resolve()
    file = read_po(whole, whole.parent, desk)
    errors = [one for one in desk.problems if one.severity == "error"]
    for one in desk.problems:
        _show(one, file, lang)
    if file is None or errors:
        raise WrongInput(
            said("{path} cannot be taken in.", path=path),
            said("Mend the lines above, and import it again. Nothing was changed."),
        )
    code = file.code or path.stem.rpartition("-")[2]
    if not file.code and not is_known(code):
        raise WrongInput(
            said("{path} does not tell its language.", path=path),
            said('Write below the first msgstr, for example:  "Language: jv\\n"'),
        )
    return file, _known(code)


def _show(problem: Problem, file: PoFile | None, lang: Language) -> None:
    from dataclasses import replace

    if file is not None and problem.place.line and problem.excerpt is None:
        problem = replace(problem, excerpt=file.shown(problem))
    console.narrate(asked.told(problem, lang))


def _tell(found: Import, code: str, lang: Language) -> None:
    for problem in found.problems:
        _show(problem, None, lang)
    many = lang.ngettext
    refused = len(found.problems)
    told = (
        (found.taken, many("{n} translation taken in", "{n} translations taken in", found.taken)),
        (found.kept, many("{n} was there already", "{n} were there already", found.kept)),
        (found.empty, many("{n} not translated yet", "{n} not translated yet", found.empty)),
        (
            found.fuzzy,
            many(
                "{n} left out, because it is marked as a guess (fuzzy)",
                "{n} left out, because they are marked as guesses (fuzzy)",
                found.fuzzy,
            ),
        ),
        (
            found.stale,
            many(
                "{n} made from words that have been changed since",
                "{n} made from words that have been changed since",
                found.stale,
            ),
        ),
        (refused, many("{n} refused; see above", "{n} refused; see above", refused)),
    )
    console.narrate(f"{name_in(code, lang.code)} ({code}):")
    for count, words in told:
        if count:
            console.narrate("  " + words.format(n=count))


def _broken(translated: Translated, lang: Language) -> int:
    """Tell which translation files cannot be used. Returns 1 if there are any."""
    for problem in translated.problems:
        if problem.place.file in translated.left_out:
            console.narrate(asked.told(problem, lang))
    return 1 if translated.left_out else 0
