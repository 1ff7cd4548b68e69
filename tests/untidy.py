"""Writes a file's content anew as untidily as YAML allows, with remarks whose place is known.

Knows nothing of how the toolkit lays out files; reads with PyYAML alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

import yaml

Path = tuple[str | int, ...]

_ODD = ("", ": x", " {id: a, en: b}", ' "', " '", " - y", " # #", " [", ", z", "\u201cOTP\u201d")


@dataclass(frozen=True)
class Remark:
    """A comment: its words, how it stands to a key or entry (above, beside, below, end), and to which."""

    words: str
    where: str
    way: Path


@dataclass
class Untidy:
    """A writer with a taste of its own; without `remarks` it only shuffles and shifts."""

    random: Random
    remarks: bool = True
    said: list[Remark] = field(default_factory=list)

    def file(self, text: str) -> str:
        """The content of a file of ours, its own comments left out."""
        lines = [] if not self.remarks else ["# A file.", ""]
        lines += self._group(
            yaml.compose(text, Loader=yaml.CSafeLoader), self._some(0, 0, 0, 2), ()
        )
        return "\n".join(lines) + "\n" * self._some(1, 1, 0, 3)

    def _some(self, *choices: Any) -> Any:
        return self.random.choice(choices)

    def _remark(self, where: str, way: Path) -> str:
        said = Remark(f"# {len(self.said)}{self._some(*_ODD)}", where, way)
        self.said.append(said)
        return said.words

    def _rarely(self) -> bool:
        return self.remarks and self.random.random() < 0.12

    def _group(self, node: yaml.Node, column: int, way: Path, *, level: bool = False) -> list[str]:
        """Keys or dashes; a list that stands as far left as its key is `level`."""
        pad = " " * column
        lines: list[str] = []
        entries = list(enumerate(node.value))
        here = former = way
        if keyed := isinstance(node, yaml.MappingNode):
            self.random.shuffle(entries)
        for number, (index, entry) in enumerate(entries):
            here = (*way, entry[0].value if keyed else index)
            if number and not level and self._rarely():
                lines += [pad + self._remark("below", former), ""]
            if self._rarely():
                lines += [""] * self._some(1, 2, 3)
            if self._rarely():
                shift = self._some(column, column, 0, column + 3) if not number else column
                lines.append(" " * shift + self._remark("above", here))
            lines += self._entry(entry, column, here, keyed=keyed)
            former = here
        if not level and self._rarely():
            lines.append(pad + self._remark("below", here))
        if not level and self._rarely():
            lines += ["", pad + self._remark("end", way)]
        return lines

    def _entry(self, entry: yaml.Node, column: int, way: Path, *, keyed: bool) -> list[str]:
        sign = f"{way[-1]}{self._some('', '', ' ')}:" if keyed else "-"
        value = entry[1] if keyed else entry
        pad = " " * column
        if isinstance(value, yaml.ScalarNode) or value.flow_style or self._in_brackets(value):
            return self._short(value, pad, sign, way)
        step = self._some(2, 2, 3, 4)
        if isinstance(value, yaml.SequenceNode) and keyed and not self.random.randrange(4):
            step = 0
        lines = self._group(value, column + step, way, level=not step)
        if keyed or self._rarely():
            return [f"{pad}{sign}{self._beside(way)}", *lines]
        if not lines[0].strip() or lines[0].lstrip().startswith("#"):
            return [f"{pad}{sign}", *lines]
        return [f"{pad}{sign}{' ' * (step - 1)}{lines[0].lstrip()}", *lines[1:]]

    def _in_brackets(self, value: yaml.Node) -> bool:
        """A few texts may as well stand in brackets."""
        if not self.remarks or self.random.randrange(3):
            return False
        parts = [
            one for pair in value.value for one in (pair if isinstance(pair, tuple) else [pair])
        ]
        return all(isinstance(one, yaml.ScalarNode) for one in parts)

    def _short(self, value: yaml.Node, pad: str, sign: str, way: Path) -> list[str]:
        """A value that stands behind its sign, or below it."""
        words = self._written(value, len(pad))
        lines = [f"{pad}{sign}"]
        if words[0].startswith((">", "|")) or self.random.randrange(8):
            lines[0] += self._some(" ", " ", "   ") + words[0]
        else:
            lines[0] += self._beside(way)
            if self._rarely():
                lines.append(f"{pad} {self._remark('beside', way)}")
            lines.append(f"{pad}  {words[0]}")
        if words[0].startswith((">", "|")):
            lines[0] += self._beside(way)
            return lines + words[1:]
        lines += words[1:]
        lines[-1] += self._beside(way) or self._some("", "", "  ")
        return lines

    def _beside(self, way: Path) -> str:
        return self._some(" ", "   ") + self._remark("beside", way) if self._rarely() else ""

    def _written(self, value: yaml.Node, column: int) -> list[str]:
        if not isinstance(value, yaml.ScalarNode):
            return self._bracketed(value, column)
        words = value.value
        if value.style in (">", "|") or (
            self.remarks and " " in words and value.style and not self.random.randrange(3)
        ):
            return self._below(words, column + self._some(1, 2, 4))
        if value.style:
            return self._quoted(words, value.style, column)
        if self.remarks and re.fullmatch(r"[\w ,.]+", words) and not self.random.randrange(4):
            return self._broken(words, column + self._some(1, 2, 6))
        return [words]

    def _below(self, words: str, column: int) -> list[str]:
        pad = " " * column
        lines = self._broken(words, column) if self.remarks else words.split(". ")
        if not self.remarks:
            lines = [f"{line}." for line in lines[:-1]] + lines[-1:]
        return [">-", *(pad + line.strip() for line in lines)]

    def _quoted(self, words: str, style: str, column: int) -> list[str]:
        typed = (
            json.dumps(words, ensure_ascii=False)
            if style == '"'
            else "'" + words.replace("'", "''") + "'"
        )
        if self.remarks and not self.random.randrange(3) and "  " not in words:
            return self._broken(typed, column + self._some(1, 3))
        return [typed]

    def _broken(self, words: str, column: int) -> list[str]:
        """Words on several lines."""
        first, *rest = words.split(" ")
        lines = [first]
        for word in rest:
            plain = word[:1].isalnum() and lines[-1][-1:].isalnum()
            if plain and not self.random.randrange(5):
                lines[-1] += self._some("", "", " ")
                lines.append(" " * column + word)
            else:
                lines[-1] += " " + word
        return lines

    def _bracketed(self, value: yaml.Node, column: int) -> list[str]:
        pairs: Sequence = list(value.value)
        if keyed := isinstance(value, yaml.MappingNode):
            self.random.shuffle(pairs)
        told = []
        for pair in pairs:
            one = pair[1] if keyed else pair
            key = f"{pair[0].value}:{self._some(' ', ' ', '  ')}" if keyed else ""
            told.append(
                key
                + (
                    self._flowing(one)
                    if isinstance(one, yaml.ScalarNode)
                    else "\n".join(self._bracketed(one, column))
                )
            )
        comma = self._some(",", ", ", " , ")
        room = self._some("", "", " ")
        last = self._some("", "", ",")
        ends = "{}" if keyed else "[]"
        if self.remarks and not self.random.randrange(4):
            comma = ",\n" + " " * (column + self._some(1, 2, 5))
        return f"{ends[0]}{room}{comma.join(told)}{room}{last}{ends[1]}".split("\n")

    def _flowing(self, value: yaml.ScalarNode) -> str:
        words = value.value
        if value.style or re.search(r"[,\[\]{}:#]", words) or not words[:1].isalnum():
            return json.dumps(words, ensure_ascii=False)
        return words
