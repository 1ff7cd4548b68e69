"""However broken a file is: no crash, no long wait, no flood of messages."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pace import soon
from samples import LESSON, QUIZ

from toolkit.content.builtin import builtin_root, yaml_files
from toolkit.content.place import Severity
from toolkit.content.reading import reader
from toolkit.content.reading.desk import Desk
from toolkit.content.reading.nodes import nodes

SIZE = 256 * 1024


def filled(piece: str) -> str:
    """A file as long as files may be, of one piece over and over."""
    return (piece * (SIZE // len(piece) + 1))[:SIZE]


def noise() -> str:
    """YAML's own signs in no order."""
    signs = random.Random(1)
    return "".join(signs.choice(" \n\t-:{}[]\"'#&*!|>%@`,abc") for _ in range(SIZE))


HOSTILE: dict[str, Callable[[], str]] = {
    "colons": lambda: filled("a: b: c\n"),
    "quotes": lambda: filled('a: "x\n'),
    "open lists": lambda: filled("a: {b: [c\n"),
    "one line of brackets": lambda: filled("{"),
    "one line of quotes": lambda: filled('a: "'),
    "tabs": lambda: filled("\ta: b\n"),
    "steps": lambda: "\n".join(" " * deep + 'a: "x' for deep in range(700)),
    "no level fits": lambda: filled("a:\n   - b\n  - c\n d: e\n"),
    "one long line": lambda: "a: {" + filled("id: x y, z, ")[:-10],
    "laughs": lambda: filled("a: [*a,*a,*a]\n"),
    "named": lambda: filled("a: &a x\n"),
    "documents": lambda: filled("---\na: 1\n"),
    "hashes": lambda: filled("a: b #1\n"),
    "the same key": lambda: filled("a: 1\n"),
    "special spaces": lambda: filled("\u00a0a:\u00a0b\n"),
    "hidden": lambda: filled("a: \u200b\n"),
    "noise": noise,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_soon_with_few_messages(name: str) -> None:
    """Two seconds of the machine's time, and about sixty messages, at the most."""
    text = HOSTILE[name]()
    desk = Desk("x.yaml")
    start = time.process_time()
    nodes(text, desk)
    assert soon(time.process_time() - start)
    assert 0 < len(desk.problems) <= 130


def test_a_bomb_of_repeated_parts_is_refused() -> None:
    """Nine lists of nine lists of … never unfold."""
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    desk = Desk("x.yaml")
    nodes("\n".join(lines), desk)
    assert {one.rule for one in desk.problems} == {"anchor"}


DAMAGE = st.text(alphabet=st.sampled_from(" \t\n:-{}[]#&*!|>'\"%@`,?xid0\u00a0“”–\\"), max_size=8)


@pytest.mark.parametrize("pure", [False, True])
@given(data=st.data())
def test_no_damage_raises_or_goes_unnoticed(pure: bool, data: st.DataObject) -> None:
    """Whatever is cut out or typed over, reading ends: with keys, or with an error."""
    text = data.draw(st.sampled_from((LESSON, QUIZ)))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(start + 30, len(text))))
        text = text[:start] + data.draw(DAMAGE) + text[end:]
    before = reader.LOADER
    reader.LOADER = reader.PureLoader if pure else before
    desk = Desk("x.yaml")
    try:
        top = nodes(text, desk)
    finally:
        reader.LOADER = before
    assert top or [one for one in desk.problems if one.severity is Severity.ERROR]
    lines = text.split("\n")
    for problem in desk.problems:
        assert 0 < problem.place.line <= len(lines)
        assert 0 < problem.place.column <= len(lines[problem.place.line - 1]) + 1


@pytest.mark.parametrize("every", [False, pytest.param(True, marks=pytest.mark.sweep)])
def test_our_own_files_read_the_same_without_libyaml(
    monkeypatch: pytest.MonkeyPatch, every: bool
) -> None:
    """A machine without libyaml reads the same words, only slower: in the largest file of each folder."""
    files = yaml_files(builtin_root())
    if not every:
        by_size = sorted(files, key=lambda file: file.stat().st_size)
        files = [*{file.parent: file for file in by_size}.values()]
        assert len(files) >= 4
    texts = [file.read_text("utf-8") for file in files]
    fast = [repr(nodes(text, Desk("x"))) for text in texts]
    monkeypatch.setattr(reader, "LOADER", reader.PureLoader)
    assert [repr(nodes(text, Desk("x"))) for text in texts] == fast
