"""Realistic mistakes, made by a program at random places in our own lessons and quizzes.

    .venv/bin/python tests/mutants.py [HOW-MANY [SEED]]     the rates by kind, and what was not named

The mistakes themselves are `slips`. Here is said which lines a message about one may name: where it
stands, or, for a sign left open, where it was opened.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

if __name__ == "__main__":
    sys.path[1:1] = [str(Path(__file__).parent.parent)]

from broken_files import builtin_read_once, inside
from slips import KINDS
from yaml_slips import Kind, Lines, indent_of

from toolkit import RELEASED
from toolkit.content.builtin import builtin_root
from toolkit.content.load import open_library
from toolkit.content.place import Problem
from toolkit.content.telling import as_text
from toolkit.language import language


@dataclass(frozen=True)
class Mutant:
    """A file with one mistake, and the lines that a message about it may name."""

    kind: str
    file: str
    text: str
    lines: frozenset[int]


_AROUND = {"key_missing", "translation_missing", "right_forgotten", "key_twice"}
"""What is missing is told where its group begins, or at the lines beside the gap."""

_PAIR = {"id_twice", "same_in_both", "number_typed"}
"""Two lines are at odds, mostly a text's two languages: either may be named."""


def sources() -> dict[str, str]:
    """Our own lessons, quizzes and reference files, by name within the library."""
    root = builtin_root()
    files = [*root.glob("lessons/**/*.yaml"), *root.glob("quizzes/*.yaml")]
    return {
        file.relative_to(root).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(files)
    }


def mutants(how_many: int, seed: int) -> Iterator[Mutant]:
    """So many mutants, every kind in turn."""
    dice = random.Random(seed)
    texts = {name: text.split("\n") for name, text in sources().items()}
    for number in range(how_many):
        yield mutant(KINDS[number % len(KINDS)], texts, dice)


def mutant(kind: Kind, texts: dict[str, Lines], dice: random.Random) -> Mutant:
    """One mistake of a kind at a random place where it can be made."""
    names = list(texts)
    for _ in range(100_000):
        name = dice.choice(names)
        lines = texts[name]
        at = dice.randrange(len(lines))
        if lines[at].lstrip().startswith("#"):
            continue
        broken = kind(lines, at, dice)
        if broken is not None and broken != lines:
            may = lines_of(kind.__name__, broken, at)
            return Mutant(kind.__name__, name, "\n".join(broken), may)
    raise AssertionError(f"nowhere to make this mistake: {kind.__name__}")


def lines_of(kind: str, lines: Lines, at: int) -> frozenset[int]:
    """The lines that a message about a mistake at an index may name, counted from 1."""
    if kind in _AROUND:
        start = _record(lines, at)
        return frozenset({start + 1, start + 2, at, at + 1, at + 2})
    if kind in _PAIR:
        return frozenset({at, at + 1, at + 2})
    return frozenset({at + 1})


def _record(lines: Lines, at: int) -> int:
    """The index where the group begins that a line belongs to: a list entry, a key, or the file."""
    indent = indent_of(lines[at])
    for before in range(at - 1, -1, -1):
        if lines[before].strip() and indent_of(lines[before]) < indent:
            return before
    return next(index for index, line in enumerate(lines) if line and not line.startswith("#"))


@dataclass(frozen=True)
class Judged:
    """What was said of a mutant: whether a line of its own was named, and the lines besides."""

    named: bool
    false: tuple[Problem, ...]
    told: tuple[Problem, ...]


def judge(file: str, text: str, lines: frozenset[int], root: Path) -> Judged:
    """Check the mutant as a trainer's file that replaces ours."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    found = open_library(root, RELEASED, claims=True).problems
    path.unlink()
    told = tuple(one for one in found if inside(one, root) == file and one.rule != "left-out")
    false = tuple(one for one in told if one.place.line not in lines)
    return Judged(len(told) > len(false), false, told)


def stacked(
    how_many: int, dice: random.Random, texts: dict[str, Lines]
) -> tuple[str, str, list[frozenset[int]]]:
    """A file of ours with so many mistakes of different kinds, each in a part of its own."""
    name = dice.choice(
        [
            name
            for name, lines in texts.items()
            if not name.startswith("lessons/reference/") and len(_parts(lines)) >= how_many
        ]
    )
    lines = texts[name]
    parts = _parts(lines)
    spots: list[frozenset[int]] = []
    for start, end in dice.sample(parts, how_many):
        for _ in range(1000):
            kind = dice.choice(KINDS)
            at = dice.randrange(start, end)
            if lines[at].lstrip().startswith("#"):
                continue
            broken = kind(lines, at, dice)
            if broken is not None and broken != lines:
                spots.append(lines_of(kind.__name__, broken, at))
                lines = broken
                break
    return name, "\n".join(lines), spots


def _parts(lines: Lines) -> list[tuple[int, int]]:
    """The list entries of a file's outermost lists, from line to line."""
    starts = [at for at, line in enumerate(lines) if re.match(r"  - \w+: ", line)]
    ends = [*starts[1:], len(lines)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end - start > 4]


def rates(
    how_many: int, seed: int
) -> tuple[dict[str, tuple[int, int]], list[tuple[Mutant, Judged]]]:
    """Named and made, by kind; and the mutants whose line was not named or that gave false lines."""
    named: Counter[str] = Counter()
    made: Counter[str] = Counter()
    odd = []
    with _library() as root:
        for one in mutants(how_many, seed):
            judged = judge(one.file, one.text, one.lines, root)
            made[one.kind] += 1
            named[one.kind] += judged.named
            if not judged.named or judged.false:
                odd.append((one, judged))
    return {kind: (named[kind], made[kind]) for kind in made}, odd


def stacks(how_many: int, mistakes: int, seed: int) -> tuple[int, int, int]:
    """Over so many files with so many mistakes each: mistakes made, mistakes shown, false lines."""
    dice = random.Random(seed)
    texts = {name: text.split("\n") for name, text in sources().items()}
    made = shown = false = 0
    with _library() as root:
        for _ in range(how_many):
            file, text, spots = stacked(mistakes, dice, texts)
            judged = judge(file, text, frozenset().union(*spots), root)
            lines = {one.place.line for one in judged.told}
            made += len(spots)
            shown += sum(bool(lines & spot) for spot in spots)
            false += len({one.place.line for one in judged.false})
    return made, shown, false


class _library:  # noqa: N801 - reads as the function that it stands for
    """A trainer's empty library; our own files beneath it are read once."""

    def __enter__(self) -> Path:
        self._once = builtin_read_once()
        self._once.__enter__()
        self._folder = Path(tempfile.mkdtemp(prefix="cekdulu-mutants-"))
        (self._folder / "lessons").mkdir()
        return self._folder

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._folder)
        self._once.__exit__(None, None, None)


def main(arguments: Sequence[str]) -> None:
    """Print the rates, and what was not named."""
    how_many = int(arguments[0]) if arguments else 1000
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    by_kind, odd = rates(how_many, seed)
    named, made = (sum(pair[index] for pair in by_kind.values()) for index in (0, 1))
    noisy = sum(bool(judged.false) for _, judged in odd)
    print(
        f"{made} mutants, line named {named / made:.1%}, with a false line besides {noisy / made:.1%}"
    )
    false: dict[str, int] = defaultdict(int)
    for one, judged in odd:
        false[one.kind] += bool(judged.false)
    for kind, (good, all_) in sorted(by_kind.items(), key=lambda pair: pair[1][0] / pair[1][1]):
        print(f"  {kind:<22}{good:>4} of {all_:<4}{good / all_:7.1%}   false lines {false[kind]}")
    for mistakes in (3, 8):
        made, shown, wrong = stacks(max(how_many // 20, 10), mistakes, seed)
        print(
            f"{mistakes} at once: {shown / made:.1%} of {made} shown, false lines for each {wrong / made:.2f}"
        )
    for one, judged in odd[: int(arguments[2]) if len(arguments) > 2 else 0]:
        print(f"\n-- {one.kind} in {one.file}, lines {sorted(one.lines)}, named: {judged.named}")
        for line in sorted(one.lines)[-1:]:
            print(f"   | {one.text.split(chr(10))[line - 1]}")
        for problem in judged.told[:3]:
            print(as_text(problem, language("en")))


if __name__ == "__main__":
    main(sys.argv[1:])
