"""Compiles the translators' catalogs into the wheel."""

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
        for written in sorted(root.glob("toolkit/language/catalogs/*/LC_MESSAGES/*.po")):
            inside = written.relative_to(root).with_suffix(".mo")
            compiled = root / "build" / inside
            compiled.parent.mkdir(parents=True, exist_ok=True)
            with written.open("rb") as source, compiled.open("wb") as target:
                write_mo(target, read_po(source, locale=written.parts[-3]))
            build_data["force_include"][str(compiled)] = inside.as_posix()
