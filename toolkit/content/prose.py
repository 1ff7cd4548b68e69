"""The shape of words that people read: in each language, or a name that is the same in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from toolkit.content.desk import Desk, quoted
from toolkit.content.nodes import Mapping as Group
from toolkit.content.nodes import Node, Scalar
from toolkit.content.place import Place, Spot
from toolkit.content.shapes import MISSING, Words, not_expected
from toolkit.content.text import Text, parse
from toolkit.language import DEFAULT, LANGUAGES, Said, said


@dataclass(frozen=True)
class Prose:
    """Words for readers: one string, or a string for each language."""

    name: Said = field(
        default_factory=lambda: said("a text, or a text for each language (id: and en:)")
    )

    def read(self, node: Node, desk: Desk) -> Any:
        if isinstance(node, Scalar):
            if not node.value.strip():
                return not_expected(node, self, desk)
            written = {DEFAULT: node}
            begun = {DEFAULT}
        elif isinstance(node, Group) and node.entries:
            written = self._written(node, desk)
            begun = set(node.entries)
        else:
            return not_expected(node, self, desk)
        if not written:
            return MISSING
        self._untranslated(node.at, written, begun, desk)
        return Text(
            {code: parse(scalar.value.strip()) for code, scalar in written.items()},
            {code: _spot(scalar) for code, scalar in written.items()},
        )

    def _written(self, node: Group, desk: Desk) -> dict[str, Scalar]:
        written = {}
        for key, (mark, value) in node.entries.items():
            if key not in LANGUAGES:
                desk.error(
                    mark.at,
                    "unknown-language",
                    said('"{key}" is not a language that Cek Dulu speaks.', key=quoted(key)),
                    said(
                        "Use {codes}; if it is part of the text, put the whole text in quotes.",
                        codes=", ".join(LANGUAGES),
                    ),
                )
            elif isinstance(value, Scalar) and value.value.strip():
                written[key] = value
            else:
                not_expected(value, Words(), desk)
        return written

    def _untranslated(
        self, at: Place, written: Mapping[str, Scalar], begun: set[str], desk: Desk
    ) -> None:
        wordless = not any(letter.isalpha() for one in written.values() for letter in one.value)
        for code in LANGUAGES:
            if code not in begun and not wordless:
                desk.warning(
                    at,
                    "missing-translation",
                    said("The translation into {language} is missing.", language=_language(code)),
                    said('Add  {code}: "..."  beside the other language.', code=code),
                )


@dataclass(frozen=True)
class Name:
    """A name or a title: the same in every language, or told in each where it is descriptive."""

    name: Said = field(default_factory=lambda: said("a text"))

    def read(self, node: Node, desk: Desk) -> Any:
        if not isinstance(node, Scalar) or not node.value.strip():
            return Prose().read(node, desk)
        runs = parse(node.value.strip())
        return Text(dict.fromkeys(LANGUAGES, runs), dict.fromkeys(LANGUAGES, _spot(node)))


def _spot(scalar: Scalar) -> Spot:
    value = scalar.value
    if scalar.raw:
        return Spot(scalar.at, value.strip(), scalar.raw)
    indent = len(value) - len(value.lstrip())
    at = scalar.at
    return Spot(Place(at.file, at.line, at.column + indent) if indent else at)


def _language(code: str) -> Said:
    return said("Indonesian") if code == "id" else said("English")
