"""cekdulu schema: what VS Code needs to complete and check lessons while one types."""

from __future__ import annotations

import argparse
from pathlib import Path

from toolkit import console
from toolkit.commands import asked
from toolkit.language import N_, Language
from toolkit.options import Parser, Tell

WORDS = N_("write JSON Schema, with which VS Code completes and checks lessons")


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.epilog = tell(
        "Example: cekdulu --library my-library schema. The descriptions are in the language of --lang."
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help=tell("where the files go (default: the folder “schema” in your library)"),
    )


def run(options: argparse.Namespace, lang: Language) -> int:
    """Write the schemas and say what to do next."""
    from toolkit.editor_files import Written, write_beside, write_schemas

    _ = lang.gettext
    if options.out:
        written = Written(write_schemas(options.out, lang))
    else:
        written = write_beside(asked.library(options) or asked.own_library(), lang)
    for path in (*written.files, *([written.settings] if written.settings else [])):
        console.show(str(path))
    console.narrate(_("What to do next:"))
    console.narrate(
        "  "
        + _(
            "in VS Code, install the extension “YAML” by Red Hat once, with the internet; then it works offline"
        )
    )
    if written.settings:
        console.narrate("  " + _("open the library's folder in VS Code"))
    if written.to_add:
        console.narrate(
            "  " + _("add this to the file {path}:").format(path=".vscode/settings.json")
        )
        console.narrate(written.to_add)
    console.narrate(
        "  "
        + _("or begin a lesson's file with this line:  {line}").format(
            line="# yaml-language-server: $schema=../schema/lesson.schema.json"
        )
    )
    return 0
