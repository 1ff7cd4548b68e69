"""What an editor needs beside a library: the schemas, and a VS Code setting that finds them.

Nothing of anybody's is ever overwritten: only our own schema files are brought up to date.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit import disk
from toolkit.language import Language

FOLDER = "schema"
"""The folder of a library that holds the schemas."""

SETTINGS = Path(".vscode") / "settings.json"


@dataclass(frozen=True, slots=True)
class Written:
    """The schema files, the settings file if there is one of ours, and what to add to another's."""

    files: tuple[Path, ...]
    settings: Path | None = None
    to_add: str = ""


def write_schemas(folder: Path, lang: Language) -> tuple[Path, ...]:
    """Write the schemas into a folder; returns them. Raises Breakdown if the disk fails."""
    # It reads YAML's shapes, which nobody needs to start.
    from toolkit.content.shaping.json_schema import schemas

    written = []
    for name, schema in schemas(lang).items():
        path = folder / f"{name}.schema.json"
        _bring_up_to_date(path, _as_json(schema))
        written.append(path)
    return tuple(written)


def write_beside(library: Path, lang: Language) -> Written:
    """Write the schemas into a library's `schema` folder, and VS Code's setting if there is none.

    Raises Breakdown if the disk fails.
    """
    files = write_schemas(library / FOLDER, lang)
    path, wanted = library / SETTINGS, _settings()
    content = _as_json(wanted)
    try:
        disk.write_whole(path, content, replace=False)
    except FileExistsError:
        if _has(path, wanted):
            return Written(files, path)
        return Written(files, None, content.decode())
    return Written(files, path)


def _settings() -> dict[str, Any]:
    from toolkit.content.shaping.json_schema import folders

    schemas = {f"./{FOLDER}/{name}.schema.json": files for name, files in folders().items()}
    # The store of schemas is asked for on the internet; here nothing is.
    return {"yaml.schemas": schemas, "yaml.schemaStore.enable": False}


def _has(path: Path, wanted: dict[str, Any]) -> bool:
    """Does somebody's settings file hold all that is wanted?"""
    try:
        there = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(there, dict) and all(there.get(key) == value for key, value in wanted.items())


def _bring_up_to_date(path: Path, content: bytes) -> None:
    try:
        if path.read_bytes() == content:
            return
    except OSError:
        pass  # not there yet, or not to be read: writing will tell
    disk.write_whole(path, content)


def _as_json(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
