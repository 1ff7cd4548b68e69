"""Our own files, read and checked when the wheel was built, so that nobody waits for it again.

The wheel holds their records beside them, with every letter that they were made of. Where one
differs, or there are none, as in a checkout, the files are read as any others. Like compiled
modules, these records are ours and lie where our modules lie: no trainer's file is ever unpacked.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit import VERSION
from toolkit.content.builtin import yaml_files
from toolkit.content.place import Id
from toolkit.content.text import Text, Typed

if TYPE_CHECKING:
    from toolkit.content.files import SourceFile

FILE_NAME = "records.ready"
_MARK = f"cekdulu {VERSION}\n".encode()


def kept(root: Path) -> list[SourceFile]:
    """The files of our library at `root`, read and checked; none if they were not kept, or changed."""
    with suppress(Exception):  # whatever is wrong with it, the files themselves are there
        ready = (root / FILE_NAME).read_bytes()
        if ready.startswith(_MARK):
            import pickle

            files: list[SourceFile] = pickle.loads(ready[len(_MARK) :])  # noqa: S301 - see above
            if _stand_there(files, root):
                return files
    return []


def made(root: Path, files: list[SourceFile]) -> bytes:
    """What `kept` gives back: the files of our library at `root`, which have been read and checked.

    Raises ValueError for what does not stand in its file as it was read.
    """
    if not _stand_there(files, root):
        raise ValueError(root)
    return _MARK + _packed(files)


def _stand_there(files: list[SourceFile], root: Path) -> bool:
    """Are these the files of our library, letter by letter?"""
    # A hash would be shorter, but to import `hashlib` takes longer than all of this.
    there = [(path.relative_to(root).as_posix(), _lines(path)) for path in yaml_files(root)]
    return there == [(file.name, file.text.encode()) for file in files]


def _lines(path: Path) -> bytes:
    # Git gives files the line ends of Windows there.
    return path.read_bytes().replace(b"\r\n", b"\n")


def _packed(files: list[SourceFile]) -> bytes:
    import pickle

    class Packer(pickle.Pickler):
        """Keeps where an id stands, and of a text what was typed: the rest is made from it."""

        def reducer_override(self, one: Any) -> Any:
            if type(one) is Id:
                return Id, (str(one), one.at)
            if type(one) is Text and one._typed:
                return _text, (one._typed,)
            return NotImplemented

    packed = io.BytesIO()
    Packer(packed, protocol=5).dump(files)
    return packed.getvalue()


def _text(typed: Mapping[str, Typed]) -> Text:
    return Text.read(typed)
