"""What of YAML is not used here, and what the trainer is told who meets it."""

from __future__ import annotations

from toolkit.content.place import Edit, Place
from toolkit.content.reading.desk import Desk, quoted
from toolkit.content.reading.hidden import HIDDEN, named
from toolkit.language import Said, said

_MOST = 60
"""Refusals told of one file; an attack could have a hundred thousand."""


class Refused(Exception):
    """Reading cannot go on; the problem has been noted."""


class Refusals:
    """Notes at the desk what is refused; reading goes on after each, up to sixty."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._count = 0
        self._named = False

    def _note(self, at: Place, rule: str, what: Said, mend: Said, edit: Edit | None = None) -> None:
        self._count += 1
        self._desk.error(at, rule, what, mend, edit=edit)
        if self._count >= _MOST:
            raise Refused

    def unquoted(self, at: Place, typed: str, rule: str) -> None:
        """A text that begins with a sign that YAML keeps for itself."""
        if self._named and typed.startswith("*"):
            # What is repeated cannot be judged, and what was named has been told.
            raise Refused
        new = f'"{typed}"' if '"' not in typed and "\\" not in typed else f"'{typed}'"
        self._note(
            at,
            rule,
            said("A text that begins with {sign} must stand in quotation marks.", sign=typed[:1]),
            said(
                "Put the whole text in quotation marks. Write:  {write}",
                write=new if len(new) <= 300 else new[:300] + "…",
            ),
            Edit(at.line, at.column, at.line, at.column + len(typed), new),
        )

    def beside(self, at: Place, rule: str, typed: str) -> None:
        """A name or an order before a list, a group or a text in quotation marks.

        Of names the first is told, with what repeats it: they are one thing to mend.
        """
        if rule == "anchor":
            if self._named:
                return
            self._named = True
        sign = typed[:1]
        self._note(
            at,
            rule,
            said(
                "{sign} before a value is an order to the reading program; none is used here.",
                sign=sign,
            ),
            said("Delete:  {typed}", typed=quoted(typed)),
            Edit(at.line, at.column, at.line, at.column + len(typed), ""),
        )

    def repeated(self, at: Place, typed: str, line: int, value: str) -> None:
        """A place that repeats what another one has a name for; `value` if it is on one line."""
        short = bool(value) and len(value) <= 100
        self._note(
            at,
            "anchor",
            said(
                "{sign} repeats what stands in line {line}; that is not used here.",
                sign=quoted(typed),
                line=line,
            ),
            said("Write out here as well:  {write}", write=quoted(value) if short else "…"),
            Edit(at.line, at.column, at.line, at.column + len(typed), value)
            if short and quoted(value) == value
            else None,
        )

    def too_deep(self, at: Place, deepest: int) -> None:
        """Brackets or lists inside each other without end."""
        self._note(
            at,
            "too-deep",
            said("Things stand inside each other more than {deep} levels deep.", deep=deepest),
            said(
                "Delete the brackets that are too many. A text is written:  {write}",
                write='{id: "…", en: "…"}',
            ),
        )

    def directive(self, text: str) -> None:
        """A line such as `%YAML 1.2`."""
        lines = text.split("\n")
        number = next((at for at, line in enumerate(lines) if line.startswith("%")), 0)
        line = lines[number].rstrip()
        self._note(
            Place(self._desk.file, number + 1, 1),
            "directive",
            said(
                "A line that begins with % is an order to the reading program; none is used here."
            ),
            said("Delete this line:  {line}", line=quoted(line)),
            Edit(number + 1, 1, number + 1, len(line) + 1, ""),
        )

    def merged(self, at: Place) -> None:
        """`<<`, which copies another part of the file."""
        if self._named:
            raise Refused
        self._note(
            at,
            "anchor",
            said("The sign << copies another part of the file; that is not used here."),
            said("Write the repeated lines out again, and delete:  {sign}", sign="<<"),
        )

    def odd_key(self, at: Place) -> None:
        """A list or a group where a key should be."""
        self._note(
            at,
            "odd-key",
            said("A list or a group in brackets stands where a key should be."),
            said(
                "Put a text in brackets into quotation marks. Write:  {write}", write='title: "{…}"'
            ),
        )

    def duplicate(self, at: Place, key: str, value: str, first: int) -> None:
        """A key that its group has already, in the line `first`."""
        self._note(
            at,
            "duplicate-key",
            said(
                'The key "{key}" stands here twice; the first is in line {line}.',
                key=quoted(key),
                line=first,
            ),
            said(
                "Keep one of the two. To keep the first, delete:  {write}",
                write=f"{quoted(key)}: {quoted(value)}",
            ),
        )

    def headless(self, at: Place, key: str, head: str) -> None:
        """Keys that follow a second time in an entry: the line with which the next one began is lost."""
        self._note(
            at,
            "duplicate-key",
            said(
                'From here on a new entry seems to begin: "{key}" and others stand here again.',
                key=quoted(key),
            ),
            said("Write its first line above, with its own id:  {write}", write=f"- {head}: …"),
        )

    def pasted(self, at: Place, key: str, first: int, count: int) -> None:
        """A part of the file that stands in it twice, from the line of `at` on."""
        self._note(
            at,
            "duplicate-key",
            said(
                "From here on {count} keys stand a second time; the first begins in line {line}.",
                count=count,
                line=first,
            ),
            said(
                "Compare the two parts and delete one of them. The second begins with:  {write}",
                write=f"{quoted(key)}:",
            ),
        )

    def spelt_out(self, value: str, typed: str, at: Place) -> str:
        """A text in which a hidden character was spelt with a backslash; the text without it."""
        sign = HIDDEN.search(value)
        assert sign
        before = typed[: max(typed.find("\\"), 0)]
        lines = before.count("\n")
        column = len(before) - before.rindex("\n") if lines else at.column + len(before)
        clean = HIDDEN.sub("", value)
        self._note(
            Place(at.file, at.line + lines, column),
            "hidden-character",
            said(
                "Here stands a character that cannot be seen: {name} (U+{code}).",
                name=named(sign[0]),
                code=f"{ord(sign[0][0]):04X}",
            ),
            said(
                "Leave out what the backslash begins. Write:  {write}", write=f'"{quoted(clean)}"'
            ),
        )
        return clean
