"""What can be wrong in `{id: …, en: …}` and `[a, b]` on one line.

Reads brackets as a person would: `{fact:nol}` in the middle of a text is part of the
text, and a comma parts two values only where a key follows.
"""

from __future__ import annotations

import re
from collections.abc import Container

from toolkit.content.reading.mending.values import (
    Trouble,
    bracketed,
    closing,
    in_quotes,
    plain,
    quoted,
    unclosed,
    with_comma,
)
from toolkit.language import said

FORM = re.compile(r"\{(?:fact|contact|term):")
_INNER = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]")
_QUOTED = re.compile(r",\s*\"[\w.-]+\"\s*:\s")
_KEY = re.compile(r"(?P<key>[A-Za-z_][\w.-]*|\"[^\"]*\"|'[^']*')\s*:(?=\s|$|[,}\]])")
_TIGHT = re.compile(r"(?P<key>[A-Za-z_]\w*)\s*:(?=\S)(?!//)")
_UNMARKED = re.compile(r"(?P<key>id|en)\s*[;=]?\s+(?=\S)")
_NEXT = re.compile(r"[,;]\s*(?:[A-Za-z_][\w.-]*\s*:(?:\s|$)|id:\S|en:\S|[\]},]|$)")
_LATER = re.compile(r"\s(?P<key>[a-z_]+):\s")
_PAIRS = {"{": "}", "[": "]"}
_DEEPEST = 24


class Brackets:
    """Goes through the brackets of one line, from the one that opens at `start`.

    `troubles` are in the order of the line; `end` is the column after the closing bracket,
    None if the line ends before; `open` are the columns of brackets that are not closed.
    """

    def __init__(self, line: str, start: int, known: Container[str]) -> None:
        self.line = line
        self.troubles: list[Trouble] = []
        self.open: list[int] = []
        self._known = known
        self._stop = len(line.rstrip())
        self.end = self._brackets(start, 0)

    @property
    def closers(self) -> str:
        """What would close the brackets that are still open."""
        return "".join(_PAIRS[self.line[at]] for at in reversed(self.open))

    def _brackets(self, start: int, depth: int) -> int | None:
        line, opening = self.line, self.line[start]
        if depth > _DEEPEST:
            return None
        self.open.append(start)
        at = start + 1
        seen: set[str] = set()
        while True:
            at = self._skip(at)
            if at >= self._stop:
                return None
            if line[at] in "}]":
                self._closed(at, opening)
                self.open.pop()
                return at + 1
            if line[at] == ",":
                at += 1
                if line[self._skip(at) : self._skip(at) + 1] == ",":
                    self._say_twice(at)
                    at = self._skip(at) + 1
                continue
            inside = self._key(at, seen) if opening == "{" else at
            following = self._value(inside, seen, depth, opening == "{")
            if following is None:
                return None
            at = max(following, at + 1)

    def _skip(self, at: int) -> int:
        while at < self._stop and self.line[at] in " \t":
            at += 1
        return at

    def _key(self, at: int, seen: set[str]) -> int:
        """Where the value of the key at `at` begins."""
        if key := _KEY.match(self.line, at):
            seen.add(key["key"])
            return self._skip(key.end())
        if (tight := _TIGHT.match(self.line, at)) and tight["key"] not in seen:
            seen.add(tight["key"])
            what, new = said("After the colon a space is missing."), f"{tight['key']}: "
            self.troubles.append(
                Trouble(tight.end() - 1, at, tight.end(), "no-space-after-colon", what, new, new)
            )
            return tight.end()
        if (bare := _UNMARKED.match(self.line, at)) and bare["key"] not in seen:
            seen.add(bare["key"])
            what = said('After "{key}" the colon is missing.', key=bare["key"])
            new = f"{bare['key']}: "
            self.troubles.append(Trouble(at, at, bare.end(), "missing-colon", what, new, new))
            return bare.end()
        return at

    def _value(self, at: int, seen: set[str], depth: int, keyed: bool) -> int | None:
        line = self.line
        if at >= self._stop or line[at] in ",}]":
            return at
        if line[at] in "{[" and not FORM.match(line, at):
            before = len(self.troubles)
            end = self._brackets(at, depth + 1)
            if end is None:
                return None
            rest = self._skip(end)
            if rest >= self._stop or line[rest] in ",}]#":
                return rest
            del self.troubles[before:]
            end = self._text_end(at, seen, keyed)
            self.troubles.append(bracketed(line, at, at, end))
            return end
        if line[at] in "\"'":
            return self._in_quotes(at, seen, keyed)
        end = self._text_end(at, seen, keyed)
        self._plain(at, end, keyed)
        return end

    def _in_quotes(self, at: int, seen: set[str], keyed: bool) -> int:
        close = closing(self.line, at)
        rest = self._skip(close + 1)
        if close >= 0 and (rest >= self._stop or self.line[rest] in ",}]"):
            goes_on = keyed and self.line[rest : rest + 1] == ","
            if not goes_on or _NEXT.match(self.line, rest) or _QUOTED.match(self.line, rest):
                if trouble := quoted(self.line, at, close + 1, flow=True):
                    self.troubles.append(trouble)
                return rest
        later = _LATER.match(self.line, close + 1) if close >= 0 else None
        if later and later["key"] in self._known:
            self._comma(close + 1, later["key"])
            return close + 1
        end = self._text_end(at, seen, keyed)
        trouble = quoted(self.line, at, end, flow=True)
        self.troubles.append(trouble or unclosed(self.line, at, end))
        return end

    def _plain(self, at: int, end: int, keyed: bool) -> None:
        line = self.line
        words = line[at:end]
        if keyed and words in self._known and line[end : end + 1] == ":":
            return
        trouble = plain(line, at, end, flow=True)
        signs = [words.find(sign) for sign in "{}[]" if sign in words]
        if trouble is None and signs:
            trouble = bracketed(line, at + min(signs), at, end)
        if trouble is None and keyed and "," in words:
            trouble = with_comma(line, at + words.index(","), at, end)
        if trouble:
            self.troubles.append(trouble)

    def _text_end(self, start: int, seen: set[str], keyed: bool) -> int:
        """Where the text that begins at `start` ends for a person."""
        line, at = self.line, start
        while at < self._stop:
            sign = line[at]
            if sign in "{[" and (inner := _INNER.match(line, at)):
                at = inner.end()
                continue
            if sign in "}]" or (sign == "," and (not keyed or _NEXT.match(line, at))):
                break
            if sign == " " and keyed and (later := _LATER.match(line, at)):
                key = later["key"]
                if key in self._known and key not in seen:
                    self._comma(at, key)
                    break
            at += 1
        return start + len(line[start:at].rstrip())

    def _comma(self, at: int, key: str) -> None:
        what = said('Before "{key}" a comma is missing.', key=key)
        end = at + 1 + len(key) + 1
        self.troubles.append(Trouble(at, at, end, "missing-comma", what, f", {key}:", f",{key}:"))

    def _say_twice(self, at: int) -> None:
        second = self._skip(at)
        what = said("Two commas stand here; one is enough.")
        self.troubles.append(
            Trouble(
                second, at - 1, second + 1, "extra-comma", what, ",", "," + " " * (second + 1 - at)
            )
        )

    def _closed(self, at: int, opening: str) -> None:
        want, found = _PAIRS[opening], self.line[at]
        if found != want:
            what = said("The bracket {opening} is closed by {found}.", opening=opening, found=found)
            self.troubles.append(Trouble(at, at, at + 1, "open-bracket", what, want, want))


def apply(line: str, troubles: list[Trouble]) -> str:
    """The line as it is to be read on."""
    for one in sorted(troubles, key=lambda one: one.start, reverse=True):
        line = line[: one.start] + one.inside + line[one.end :]
    return line


def written(line: str, troubles: list[Trouble], start: int, end: int) -> str:
    """The stretch of the line as it should be typed, with all its troubles mended."""
    for one in sorted(troubles, key=lambda one: one.start, reverse=True):
        if start <= one.start and one.end <= end:
            line = line[: one.start] + one.new + line[one.end :]
            end += len(one.new) - (one.end - one.start)
    return line[start:end]


__all__ = ["FORM", "Brackets", "apply", "in_quotes", "written"]
