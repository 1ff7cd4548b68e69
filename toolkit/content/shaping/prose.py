"""The shape of words that people read: in each language, or a name that is the same in all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from toolkit.content.reading.desk import Desk
from toolkit.content.reading.nodes import Mapping as Group
from toolkit.content.reading.nodes import Node, Scalar
from toolkit.content.shaping.shapes import MISSING, UNFILLED
from toolkit.content.text import Kind, Run, Text, parse, spot_of
from toolkit.language import DEFAULT, LANGUAGES, Said, said


@dataclass(frozen=True, eq=False)
class Prose:
    """Words for readers: one string, or a string for each language."""

    name: Said = field(default_factory=lambda: said("a text"))
    sample: str = '{id: "…", en: "…"}'

    def read(self, node: Node, desk: Desk) -> Any:
        if isinstance(node, Group) and node.entries.keys() == _ALL:
            written = {
                code: value for code, (_, value) in node.entries.items() if _is_written(value)
            }
            if len(written) == len(_ALL):
                return _text(written, desk)
        return self._odd(node, desk)

    def unread(self, node: Node) -> Any:
        """Words that no other text has, so that nothing is said of them."""
        return Text({DEFAULT: (Run(Kind.WORDS, f"({node.at.line}:{node.at.column})"),)})

    def _odd(self, node: Node, desk: Desk) -> Any:
        """Words in one language, or something that is not yet words."""
        from toolkit.content.shaping import mismatch, odd_words

        if isinstance(node, Scalar) and mismatch.unfilled(node):
            mismatch.not_filled_in(node, self.sample, desk)
            return MISSING
        if isinstance(node, Scalar):
            written = {DEFAULT: node}
            odd_words.untranslated(node, written, {DEFAULT}, desk)
            return _text(written, desk)
        if not isinstance(node, Group) or odd_words.is_single_text(node, desk):
            mismatch.text_expected(node, self.name, self.sample, desk)
            return MISSING
        written, begun = odd_words.by_language(node, desk)
        if not written:
            return MISSING
        odd_words.untranslated(node, written, begun, desk)
        return _text(written, desk)


_ALL = frozenset(LANGUAGES)


@dataclass(frozen=True, eq=False)
class Name:
    """A name or a title: the same in every language, or told in each where it is descriptive."""

    name: Said = field(default_factory=lambda: said("a text"))
    sample: str = '"…"'

    def read(self, node: Node, desk: Desk) -> Any:
        if isinstance(node, Scalar) and _is_written(node):
            return _text(dict.fromkeys(LANGUAGES, node), desk)
        return Prose(self.name, self.sample).read(node, desk)

    def unread(self, node: Node) -> Any:
        """Words that no other text has, so that nothing is said of them."""
        return Prose().unread(node)


def _is_written(node: Node) -> TypeGuard[Scalar]:
    """Are there words?"""
    if not isinstance(node, Scalar) or not node.value.strip():
        return False
    return not node.plain or node.value not in UNFILLED


def _text(written: Mapping[str, Scalar], desk: Desk) -> Text:
    for scalar in written.values():
        words = scalar.value
        if len(words) < _LONGER_THAN_DOTS and words in _DOTS:
            _not_written(written, desk)
            break
        if _may_have_forms(words) and not is_sound(words.strip()):
            return _mended(written, desk)
    return Text.read(written)


def _not_written(written: Mapping[str, Scalar], desk: Desk) -> None:
    """The dots of an example, left where a text was to be."""
    left = [code for code, scalar in written.items() if scalar.value.strip() in _DOTS]
    scalar = written[left[0]]
    desk.warning(
        scalar.at,
        "unfilled",
        said("Only dots stand here: the text is not written yet."),
        said("Write your own words in the place of the dots:  {dots}", dots=scalar.value.strip()),
    )


_DOTS = ("…", "...")
_LONGER_THAN_DOTS = 4


def _mended(written: Mapping[str, Scalar], desk: Desk) -> Text:
    """A text with an inline form that is misspelt or left open."""
    from toolkit.content.shaping import inline_forms

    spots = {code: spot_of(scalar) for code, scalar in written.items()}
    return Text(
        {
            code: parse(words)
            if is_sound(words := scalar.value.strip())
            else inline_forms.mended(words, spots[code], desk)
            for code, scalar in written.items()
        },
        spots,
    )


def _may_have_forms(words: str) -> bool:
    # Most texts have none of these signs; a pattern would take longer to find that out.
    return "{" in words or "*" in words or "}" in words or ":" in words


_FORMS = re.compile(r"[{}*]|(?:fact|contact|term):")
_SOUND = re.compile(r"\*\*|\{(?:fact|contact|term):[a-z0-9][a-z0-9.-]*\}")


def is_sound(words: str) -> bool:
    """Is every inline form in these words whole?"""
    return words.count("**") % 2 == 0 and not _FORMS.search(_SOUND.sub("", words))
