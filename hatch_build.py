"""Compiles the translators' catalogs into the wheel."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogs(BuildHookInterface):
    """Writes cekdulu.mo for every cekdulu.po and adds it beside where the .po stands."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; an editable install reads the .po files themselves and needs nothing."""
        if version == "editable":
            return
        root = Path(self.root)
        # Not in the tree: it may lie on a stick that cannot be written.
        self.compiled = Path(tempfile.mkdtemp(prefix="cekdulu-catalogs-"))
        for written in sorted(root.glob("toolkit/language/catalogs/*/LC_MESSAGES/*.po")):
            inside = written.relative_to(root).with_suffix(".mo")
            target = self.compiled / inside
            target.parent.mkdir(parents=True)
            with written.open("rb") as source:
                catalog = read_po(source, locale=written.parts[-3])
            for message in list(catalog):
                # Babel would put English in the place of a form that is not translated yet.
                if isinstance(message.string, tuple) and not all(message.string):
                    catalog.delete(message.id, message.context)
            with target.open("wb") as file:
                write_mo(file, catalog)
            build_data["force_include"][str(target)] = inside.as_posix()

    def finalize(
        self,
        version: str,
        build_data: dict[str, Any],  # noqa: ARG002 - the hook's signature
        artifact_path: str,  # noqa: ARG002
    ) -> None:
        """The wheel is written; the compiled files have done their work."""
        if version != "editable":
            shutil.rmtree(self.compiled, ignore_errors=True)
