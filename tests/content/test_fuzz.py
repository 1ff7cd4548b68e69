"""Whatever a file holds: problems, never an exception; and never slow or greedy."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from broken_files import SOUND, inside
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pace import soon

from toolkit import RELEASED
from toolkit.content.builtin import LARGEST
from toolkit.content.load import open_library
from toolkit.content.telling import as_text
from toolkit.language import language

ROOT = Path(__file__).parent.parent.parent
LARGEST_PROCESS = 200
"""MB that the whole process may take."""
HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Kinds of characters that must never reach a terminal."""

FILES = (
    "lessons/ship.yaml",
    "quizzes/ship.yaml",
    "lessons/reference/ship.yaml",
    "quizzes/uncle.yaml",
)
RAW = {name: (SOUND / name).read_bytes() for name in FILES}
ROOM = settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def survives(root: Path, name: str, raw: bytes) -> None:
    """Check a library with this one file: told in both languages, quickly, within six lines each."""
    # The folder is the same for all examples of a test.
    shutil.rmtree(root, ignore_errors=True)
    path = root / name
    path.parent.mkdir(parents=True)
    path.write_bytes(raw)
    began = time.process_time()
    problems = open_library(root, RELEASED).problems
    for problem in problems:
        for code in ("id", "en"):
            text = as_text(problem, language(code))
            assert len(text.split("\n")) <= 6
            signs = set(text) - {"\n", "\t"}
            assert not {sign for sign in signs if unicodedata.category(sign) in HIDDEN}, ascii(text)
    assert soon(time.process_time() - began)
    assert len([one for one in problems if inside(one, root)]) <= 200


@ROOM
@given(raw=st.binary(max_size=2000), name=st.sampled_from(FILES))
def test_any_bytes_are_survived(tmp_path: Path, raw: bytes, name: str) -> None:
    """Noise is answered with problems."""
    survives(tmp_path / "my-library", name, raw)


@ROOM
@given(data=st.data(), name=st.sampled_from(FILES))
def test_a_right_file_damaged_anywhere_is_survived(
    tmp_path: Path, data: st.DataObject, name: str
) -> None:
    """Bytes cut out, put in or doubled, up to five times."""
    raw = RAW[name]
    signs = st.sampled_from(
        [b"\t", b"\n", b" ", b":", b"- ", b"'", b'"', b"{", b"}", b"[", b"]", b"#", b"&a ", b"*a", b"!x ",
         b"---\n", b"...\n", b"%", b"|\n", b">-\n", b"? ", b"\r", b"\x00", b"\x1b[31m", b"\xc2\xa0", b"\xff",
         b"\xe2\x80\xa8", b"**", b"{fact:", b"<<: ", b"\xef\xbb\xbf", b","]
    )  # fmt: skip
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(raw)))
        until = min(at + data.draw(st.integers(0, 40)), len(raw))
        put = data.draw(signs | st.binary(max_size=8) | st.just(raw[at:until] * 2))
        raw = raw[:at] + put + raw[until:]
    survives(tmp_path / "my-library", name, raw)


KEYS = sorted(
    {"lesson", "quiz", "scenario", "offers", "order", "icon", "title", "about", "objectives", "pages",
     "takeaways", "leaflet", "front", "inside", "page", "more", "contacts", "sources", "facts", "terms",
     "do_not_print", "products", "id", "en", "kind", "objective", "ask", "options", "right", "text", "reply",
     "belief", "answer", "mistake", "mistakes", "steps", "pairs", "left", "message", "sign", "turns", "says",
     "replies", "next", "debrief", "number", "date", "as_of", "review_by", "seen_on", "say", "show"}
)  # fmt: skip
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=20)
    | st.sampled_from(["choice", "order", "match", "spot", "ship", "ship.papers", "{fact:ship-crew}", "**"])
)  # fmt: skip
TREES = st.recursive(
    LEAVES,
    lambda tree: (
        st.lists(tree, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=6), tree, max_size=6)
    ),
    max_leaves=30,
)


@ROOM
@given(
    tree=st.dictionaries(st.sampled_from(KEYS), TREES, max_size=8),
    first=st.sampled_from(["lesson", "quiz", "scenario", "offers"]),
    name=st.sampled_from(FILES),
)
def test_any_tree_of_keys_is_survived(
    tmp_path: Path, tree: dict[str, Any], first: str, name: str
) -> None:
    """Our keys with anything under them, in any order and depth."""
    written = yaml.safe_dump({first: "ship", **tree}, allow_unicode=True, sort_keys=False)
    survives(tmp_path / "my-library", name, written.encode("utf-8", errors="replace"))


def filled(piece: str, start: str = "lesson: ship\n") -> str:
    """As much of a piece as a file may hold."""
    return start + piece * ((LARGEST - len(start.encode()) - 64) // len(piece.encode()))


HOSTILE = {
    "square brackets": "lesson: ship\nx: " + "[" * 20_000,
    "curly brackets": "lesson: ship\nx: " + "{" * 20_000,
    "square brackets to the limit": filled("["),
    "dashes in a row": filled("- ", ""),
    "question marks in a row": filled("? ", ""),
    "deeper in each line": "".join(" " * level + f"k{level}:\n" for level in range(700)),
    "a key in each line": filled("title: Ingat: jangan\n"),
    "quotes": filled("title: 'a' b\n"),
    "one long line": filled("kata "),
    "one long line of colons": filled("a: "),
    "tabs": filled("\ta: b\n"),
    "open quotes": filled('a: "b\n'),
    "open brackets": filled("a: {id: b\n"),
    "forms left open": filled("{fact:", "lesson: ship\nabout: "),
    "stars": filled("**", "lesson: ship\nabout: '") + "'",
    "control signs": filled("\x01", "lesson: ship\nabout: a"),
    "line ends": filled("\n", ""),
    "anchors": filled("- &a b\n", "lesson: ship\ntakeaways:\n"),
    "documents": filled("---\n"),
    "spaces": filled(" ", "lesson: ship\n"),
    "hashes": filled("a: b #1 c\n"),
    "unknown keys": "".join(f"key{number}: {number}\n" for number in range(14_000)),
    "a thousand texts": filled("  - {id: a, en: b}\n", "lesson: ship\ntakeaways:\n"),
}


_CHECK = """\
import contextlib, io, json, sys, time
from broken_files import builtin_read_once
from toolkit.cli import main
with builtin_read_once():
    for file in sys.argv[1:]:
        print(json.dumps([file, None, 0, ""]), flush=True)
        told, began = io.StringIO(), time.process_time()
        with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            code = main(["check", file])
        print(json.dumps([file, code, time.process_time() - began, told.getvalue()]), flush=True)
"""
"""Checks files one after the other, and tells of each that it begins, and how it went."""

_LAUNCH = """\
import json, os, sys
out = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT)
into = [(os.POSIX_SPAWN_DUP2, out, 1), (os.POSIX_SPAWN_DUP2, out, 2)]
pid = os.posix_spawn(sys.executable, [sys.executable, *sys.argv[2:]], os.environ, file_actions=into)
_, status, used = os.wait4(pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_maxrss]))
"""
"""A small process of its own: a child's peak counts from the size of the process that started it."""


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="only Unix tells what a process took")
def test_hostile_files_end_soon_and_take_little(tmp_path: Path) -> None:
    """Of any shape up to the size limit: no crash, no traceback, under two seconds, all in 200 MB."""
    for at, content in enumerate(HOSTILE.values()):
        file = tmp_path / str(at) / "lessons" / "ship.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(content, encoding="utf-8")
    files = [str(tmp_path / str(at) / "lessons" / "ship.yaml") for at in range(len(HOSTILE))]
    out = tmp_path / "out"
    command = [sys.executable, "-c", _LAUNCH, str(out), "-c", _CHECK, *files]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "tests")))}
    run = subprocess.run(command, check=True, capture_output=True, text=True, env=env)
    status, peak = json.loads(run.stdout)
    told = out.read_text(encoding="utf-8")
    assert status == 0, told[-2000:]
    ends = [json.loads(line) for line in told.splitlines()][1::2]
    assert [file for file, *_ in ends] == files
    for name, (_, code, seconds, said) in zip(HOSTILE, ends, strict=True):
        assert code == 1, (name, said[-2000:])
        assert said.strip(), name
        assert soon(seconds), name
    assert peak / (1024 if sys.platform != "darwin" else 1024**2) < LARGEST_PROCESS
