"""The top group of keys of a file, whole or broken.

A sound file is read once and nothing else is done. Only what cannot be read, or reads
like a slip of the hand, is looked at line by line.
"""

from __future__ import annotations

import re
from pathlib import PurePath

import yaml

from toolkit.content.place import Place
from toolkit.content.reading.desk import Desk
from toolkit.content.reading.reader import (
    DEEPEST,
    Mapping,
    Node,
    Reader,
    Scalar,
    SecondDocument,
    Sequence,
)
from toolkit.content.reading.refusals import Refused
from toolkit.language import said

__all__ = ["DEEPEST", "Mapping", "Node", "Scalar", "Sequence", "nodes"]

_SUSPICIOUS = ("\t", "\u00a0", "\u2007", "\u2009", "\u202f", "\u3000")
"""What a sound file may have, and a slip of the hand puts where it changes the meaning."""
_CURLS = "“”„‘«"
_CURLED = re.compile(f"[:-] [{_CURLS}]")
_HASH = re.compile(r"#[^\s#!]")
_HEADING = re.compile(r"#[ \t]*[a-z_]+:[ \t]*\n")


def _suspicious(text: str) -> bool:
    if any(sign in text for sign in _SUSPICIOUS) or _HASH.search(text):
        return True
    if "[id: " in text or "[en: " in text or _HEADING.search(text):
        return True
    return any(sign in text for sign in _CURLS) and bool(_CURLED.search(text))


def nodes(text: str, desk: Desk) -> Mapping | None:
    """The top mapping of a file, or None if there is none to be had."""
    before = len(desk.problems)
    try:
        reader = Reader(text, desk)
        top = reader.document()
    except Refused:
        return None
    except (yaml.YAMLError, SecondDocument, ValueError, OverflowError):
        # Told again when the mended text is read, each at its own place.
        del desk.problems[before:]
        from toolkit.content.reading.mending.recovery import read_on

        top = read_on(text, desk)
        if top is None:
            return None
    else:
        if reader.doubtful or not isinstance(top, Mapping) or _suspicious(text):
            from toolkit.content.reading.mending.recovery import read_again

            top = read_again(text, desk, top, before)
    if isinstance(top, Mapping):
        return top
    _no_keys(top, text, desk)
    return None


def _no_keys(top: Node | None, text: str, desk: Desk) -> None:
    """Say what the file holds instead of keys with values."""
    # A file's name is its lesson's id.
    name = PurePath(desk.file).stem or "name-of-the-lesson"
    at = top.at if top else Place(desk.file, 1, 1)
    if isinstance(top, Sequence):
        desk.error(
            at,
            "not-keys",
            said("The file begins with a list; first must stand a key that says what it lists."),
            said("Write above it, for example:  {line}", line="facts:"),
        )
    elif isinstance(top, Scalar) and top.value.strip():
        desk.error(
            at,
            "not-keys",
            said("The file begins with a text instead of a key."),
            said("Write a key and a colon first, for example:  {line}", line=f"lesson: {name}"),
        )
    else:
        desk.error(
            at,
            "empty-file",
            said("The file is empty.")
            if not text.strip()
            else said("The file holds no keys, only comments."),
            said("Begin with, for example:  {line}", line=f"lesson: {name}"),
        )
