"""Twelve points for every message of `cekdulu check`: can a trainer mend the mistake with it?

    .venv/bin/python tests/rubric.py            the table, and the messages that lost points

Judged is what the command writes, in both languages, over all of `tests/broken`.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

if __name__ == "__main__":
    sys.path[1:1] = [str(Path(__file__).parent.parent)]

from broken_files import Case, Expected, builtin_read_once, cases

from toolkit import RELEASED
from toolkit.cli import main as cekdulu

LIBRARY = "my-library"

JARGON = re.compile(
    r"\b(invalid|illegal|syntax|pars(?:e|es|ed|er|ing)|tokens?|scalars?|mappings?|sequences?|nodes?|null|booleans?|"
    r"strings?|integers?|type error|schemas?|indentation error|BOM|escape|sintaks|skalar|parser|token|simpul|invalid)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(the|is|are|here|write|this|that|should|but|there|and|of|with|has|have|been|it|line|file|text|quotes?|"
    r"spaces?|missing|delete|after|before|not|known|your|people|or|language)\b",
    re.IGNORECASE,
)
INDONESIAN = re.compile(
    r"\b(yang|dan|di|ini|itu|tidak|atau|dengan|belum|ada|baris|berkas|tulis|hapus|tambahkan|harus|kunci|tanda|kutip|"
    r"sesudah|sebelum|untuk|dari|bukan|pada|akan|sudah|bahasa|teks|seharusnya)\b",
    re.IGNORECASE,
)
LABELS = {"id": ("Mengapa:", "Perbaiki:"), "en": ("Why:", "Mend it:")}
_LITERAL = re.compile(r"(?:^|  )(\S(?:.*?\S)?)(?:  |$)")
_PLACE = re.compile(
    r"^(?P<file>[^\s:][^:]*)(?::(?P<line>\d+):(?P<column>\d+))?  \[(?P<rule>[a-z-]+)\]"
)


@dataclass(frozen=True)
class Message:
    """One problem as it was printed, and the run that it was printed in."""

    lines: tuple[str, ...]
    expected: Expected
    lang: str
    code: int
    blocks: int
    wanted: int
    sources: tuple[str, ...]
    whole: str

    @property
    def text(self) -> str:
        """As it was printed."""
        return "\n".join(self.lines)

    @property
    def place(self) -> re.Match[str] | None:
        """The place at the beginning."""
        return _PLACE.match(self.lines[0])

    @property
    def source(self) -> str:
        """The line of the file that it is about."""
        line = self.expected.line
        return self.sources[line - 1] if 0 < line <= len(self.sources) else ""

    def labelled(self, index: int) -> str:
        """The sentence after Why (0) or Mend it (1)."""
        label = LABELS[self.lang][index]
        return next((one.split(label, 1)[1].strip() for one in self.lines if label in one), "")

    @property
    def what(self) -> str:
        """What is wrong: after the caret, or on a line of its own."""
        for number, one in enumerate(self.lines[1:], 1):
            if found := re.match(r" *\| +\^ ?(.*)", one):
                return found[1] or self.lines[number + 1].strip()
        return self.lines[1].strip() if len(self.lines) > 1 else ""

    @property
    def told(self) -> str:
        """Its sentences, without what is only quoted in them."""
        # What stands between two spaces, in quotation marks or after a colon-ended key is the file's.
        sentences = " ".join((self.what, self.labelled(0), self.labelled(1)))
        for quoted in (r"  \S.*?(?:  |$)", r'"[^"]*"', r"“[^”]*”", r"\([^)]*\)"):
            sentences = re.sub(quoted, " ", sentences)
        return sentences


def _signal(message: Message) -> bool:
    return message.code == 1 and "Traceback" not in message.whole


def _clickable(message: Message) -> bool:
    place = message.place
    if not place or not os.path.lexists(place["file"]):
        return False
    return bool(place["line"]) or not message.expected.line


def _right_line(message: Message) -> bool:
    return bool(message.place) and int(message.place["line"] or 0) == message.expected.line


def _source_line(message: Message) -> bool:
    words = _visible(message.source)[:60]
    return not message.expected.line or not words or any(words[:40] in one for one in message.lines)


def _visible(line: str) -> str:
    """The longest stretch of a line without a sign that is shown as another."""
    return max(re.split(r"[^\x20-\x7e\u00a1-\u1fff]", line), key=len).strip()


def _caret(message: Message) -> bool:
    return not message.expected.line or any(re.match(r" *\| *\^", one) for one in message.lines)


def _no_jargon(message: Message) -> bool:
    return not JARGON.search(message.told)


def _mend(message: Message) -> bool:
    return len(message.labelled(1).split()) >= 2


def _literal(message: Message) -> bool:
    return bool(re.search(r"  \S", message.labelled(1)))


def _nearest(message: Message) -> bool:
    near = message.expected.near
    return not near or bool(
        re.search(rf"(?<![\w-]){re.escape(near)}(?![\w-])", message.labelled(1))
    )


def _one(message: Message) -> bool:
    return message.blocks == message.wanted


def _short(message: Message) -> bool:
    return len(message.lines) <= 6 and 0 < len(message.what) <= 140


def _language(message: Message) -> bool:
    other = ENGLISH if message.lang == "id" else INDONESIAN
    return bool(message.labelled(1)) and not other.search(message.told)


POINTS: dict[str, Callable[[Message], bool]] = {
    "exit code": _signal,
    "place": _clickable,
    "line": _right_line,
    "source": _source_line,
    "caret": _caret,
    "no jargon": _no_jargon,
    "how to mend": _mend,
    "literal": _literal,
    "nearest word": _nearest,
    "one message": _one,
    "short": _short,
    "language": _language,
}


def missed(message: Message) -> list[str]:
    """The points that a message does not get."""
    return [name for name, point in POINTS.items() if not point(message)]


def checked(arguments: Sequence[str]) -> tuple[int, str]:
    """The exit code of a command, and what it wrote."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cekdulu(["--as-of", str(RELEASED), *arguments])
    return code, out.getvalue() + err.getvalue()


def messages(case: Case, lang: str) -> Iterator[Message]:
    """What is said of each mistake of a case; the library is laid into the current folder."""
    code, out = checked(["--lang", lang, "check", "--strict", LIBRARY])
    blocks = [tuple(one.split("\n")) for one in out.split("\n\n") if _PLACE.match(one)]
    # What follows in files that need the broken one is told, and is no second message about it.
    blocks = [one for one in blocks if "  [left-out]" not in one[0]]
    left = list(blocks)
    for expected in case.expected:
        lines = _best(expected, left)
        if lines in left:
            left.remove(lines)
        sources = _lines(Path(LIBRARY, expected.file))
        yield Message(lines, expected, lang, code, len(blocks), len(case.expected), sources, out)


def _best(expected: Expected, blocks: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The block that is nearest to what was expected."""
    file = Path(LIBRARY, expected.file).as_posix()

    def distance(lines: tuple[str, ...]) -> tuple[bool, bool, int]:
        place = _PLACE.match(lines[0])
        assert place
        other = place["file"].replace(os.sep, "/") != file
        return other, place["rule"] != expected.rule, abs(int(place["line"] or 0) - expected.line)

    return min(blocks, key=distance, default=("",))


def _lines(path: Path) -> tuple[str, ...]:
    if not path.is_file() or path.stat().st_size > 10**6:
        return ()
    raw = path.read_bytes()
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "cp1252"):
        with contextlib.suppress(UnicodeError):
            return tuple(re.split(r"\r\n|\r|\n", raw.decode(encoding)))
    return ()


@cache
def scored(every: bool = True) -> tuple[tuple[str, Message, tuple[str, ...]], ...]:
    """Every message over the whole corpus: case, message, points missed.

    Each in both languages; else in one after the other.
    """
    found = []
    here = Path.cwd()
    with builtin_read_once(), tempfile.TemporaryDirectory() as folder:
        for at, case in enumerate(case for case in cases() if case.expected):
            place = Path(folder, case.slug)
            place.mkdir()
            case.lay(place / LIBRARY)
            os.chdir(place)
            try:
                for lang in ("id", "en") if every else (("id", "en")[at % 2],):
                    found += [
                        (case.slug, message, tuple(missed(message)))
                        for message in messages(case, lang)
                    ]
            finally:
                os.chdir(here)
    return tuple(found)


def mean(every: bool = True) -> float:
    """The mean of all messages, of 12 points."""
    return statistics.mean(len(POINTS) - len(lost) for _, _, lost in scored(every))


def main(shown: int = 12, *, every: bool = True) -> None:
    """Print the table, and so many of the messages that lost the most."""
    results = scored(every)
    print(f"{len(results)} messages, mean {mean(every):.2f} of {len(POINTS)}")
    for lang in ("id", "en"):
        ours = [lost for _, message, lost in results if message.lang == lang]
        print(f"  {lang}: {statistics.mean(len(POINTS) - len(lost) for lost in ours):.2f}")
    for name in POINTS:
        share = statistics.mean(name not in lost for _, _, lost in results)
        print(f"  {name:<14}{share:7.1%}")
    worst = sorted(results, key=lambda one: -len(one[2]))
    for slug, message, lost in worst[:shown]:
        print(f"\n-- {slug} ({message.lang}), missed: {', '.join(lost)}\n{message.text}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
