"""Drawing for a pattern: marks that count as its own do, letters that it has, gaps for words.

Whatever a pattern cannot hold is refused here, so that it is built whole.
"""

from __future__ import annotations

from contextlib import AbstractContextManager

from toolkit.paper.pdf.lettering import Letters
from toolkit.paper.pdf.structure import LEAVES, Mark


class Told(AbstractContextManager[None]):
    """Numbers pieces of text as the structure of a whole sheet does, and notes what is told."""

    def __init__(self, first: int, told: list[str]) -> None:
        self.next = first
        self._told = told
        self._open = ["Document"]

    def element(
        self, role: str, alt: str = "", order: int | None = None
    ) -> AbstractContextManager[None]:
        """What is drawn meanwhile belongs to such an element."""
        self._told += (role, alt, str(order))
        self._open.append(role)
        return self

    def __enter__(self) -> None:
        """An element is open."""

    def __exit__(self, *_: object) -> None:
        """The last one that was opened is closed."""
        self._open.pop()
        self._told.append("/")

    def piece(
        self, key: object, role: str, alt: str, order: int | None
    ) -> AbstractContextManager[None]:
        """A village's numbers are no piece of anything that stands elsewhere too."""
        raise NotImplementedError

    def mark(self) -> Mark:
        """The number of the next piece of content."""
        role = self._open[-1] if self._open[-1] in LEAVES else "P"
        self._told.append(role)
        self.next += 1
        return Mark(role, self.next - 1)

    def drawing(self) -> bool:
        """There are no figures among a village's numbers."""
        return False


_REMEMBERED = 500
"""Texts of the kind that comes back: what offices are called, districts, months."""


class Unknown(Exception):
    """A letter that the patterns have no code for."""


class Known(Letters):
    """Letters that have their codes, and no others."""

    def __init__(self, letters: Letters) -> None:
        super().__init__(letters.face, letters.typeface)
        self._letters = letters
        self._strings: dict[str, bytes] = {}

    def set(self, text: str) -> list[tuple[str, bytes]]:
        """A text as a string of the first font. Raises Unknown."""
        return [(self.first, self.string(text))]

    def string(self, text: str) -> bytes:
        """The same without its font, which is always that one."""
        found = self._strings.get(text)
        if found is None:
            if not self._letters.knows(text):
                raise Unknown
            ((_, found),) = self._letters.set(text)
            if len(self._strings) < _REMEMBERED:
                self._strings[text] = found
        return found


def with_gaps(content: bytes, strings: tuple[bytes, ...]) -> bytes:
    """A slot's content with `%b` where those strings stand in it, in that order.

    b"" if they do not: a heading may have been set smaller, with other lines.
    """
    gaps = []
    at = 0
    for string in strings:
        found = content.find(b"(%b)Tj" % string, at) + 1
        if not found:
            return b""
        gaps.append(content[at:found].replace(b"%", b"%%"))
        at = found + len(string)
    return b"%b".join([*gaps, content[at:].replace(b"%", b"%%")])
