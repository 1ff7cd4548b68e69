"""Our library as the wheel keeps it: read beforehand, and never trusted further than its letters."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from samples import CONTACT, LESSON, OFFERS, QUIZ, SCENARIO

from toolkit import RELEASED
from toolkit.content import load, ready
from toolkit.content.builtin import FOLDERS, builtin_root
from toolkit.content.load import Loaded, open_library

Write = Callable[[str, str | bytes], Path]
PACKED = load.made_ready()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Our library as it lies in an installed copy."""
    root = tmp_path / "installed"
    for name in FOLDERS:
        shutil.copytree(builtin_root() / name, root / name)
    (root / ready.FILE_NAME).write_bytes(PACKED)
    return root


def test_what_is_kept_is_what_would_be_read(root: Path) -> None:
    """File by file the same records, texts and problems; ids and words know where they stand."""
    kept, read = ready.kept(root), load.read_ours()
    assert kept == read
    for one, other in zip(kept, read, strict=True):
        for (_, mine), (_, its) in zip(one.records, other.records, strict=True):
            assert mine.at == its.at
            assert mine.at.parts == its.at.parts
            if hasattr(mine, "title"):
                assert mine.title.place("en", 3) == its.title.place("en", 3)
                assert mine.id.at == its.id.at


def test_a_changed_file_is_read(root: Path) -> None:
    """A letter that differs, a file more or a file less, and nothing that was kept is used."""
    lesson = root / "lessons" / "recruitment.yaml"
    before = lesson.read_bytes()
    assert ready.kept(root)
    lesson.write_bytes(before.replace(b"e", b"a", 1))
    assert ready.kept(root) == []
    lesson.write_bytes(before)
    assert ready.kept(root)
    (root / "quizzes" / "more.yaml").write_bytes(b"")
    assert ready.kept(root) == []
    (root / "quizzes" / "more.yaml").unlink()
    lesson.unlink()
    assert ready.kept(root) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda kept: b"",
        lambda kept: kept[:-100],
        lambda kept: kept.replace(b"cekdulu ", b"cekdulu 9", 1),
        lambda kept: kept[:200] + b"\xff\0\xff" + kept[203:],
        lambda kept: kept.replace(b"toolkit.content.lesson", b"toolkit.content.lessen"),
        lambda kept: kept[: kept.index(b"\n") + 1] + b"\x80\x05N.",
    ],
)
def test_what_is_damaged_or_of_another_version_is_not_used(
    damage: Callable[[bytes], bytes], root: Path
) -> None:
    """Then the files are read, and nobody is told."""
    (root / ready.FILE_NAME).write_bytes(damage(PACKED))
    assert ready.kept(root) == []


def test_a_checkout_keeps_nothing() -> None:
    """Who works on our library always reads it."""
    assert ready.kept(builtin_root()) == []


REJECTED = """\
do_not_print:
  - {number: "%s", why: {id: "Nomor ini sudah tidak dipakai.", en: "This number is no longer used."}}
"""
OWN_LESSON = LESSON.replace("lesson: ship", "lesson: recruitment")
LIBRARIES: list[dict[str, str]] = [
    {"lessons/ship.yaml": LESSON, "quizzes/ship.yaml": QUIZ},
    {"lessons/recruitment.yaml": OWN_LESSON},
    {"quizzes/again.yaml": QUIZ.replace("lesson: ship", "lesson: recruitment")},
    {"quizzes/recruitment.yaml": QUIZ.replace("ship", "recruitment")},
    {"quizzes/ship.yaml": QUIZ},
    {"quizzes/offers.yaml": OFFERS, "quizzes/uncle.yaml": SCENARIO},
    {"lessons/reference/mine.yaml": REJECTED % "110"},
    {"lessons/reference/mine.yaml": REJECTED % "1500-655"},
    {"lessons/reference/mine.yaml": REJECTED % "WhatsApp"},
    {"lessons/reference/numbers.yaml": CONTACT.replace("REVIEW", "2027-12-01")},
    {"lessons/reference/numbers.yaml": CONTACT.replace("REVIEW", "2020-12-01")},
    {"lessons/ship.yaml": LESSON.replace("polri-110", "polri-111")},
    {"lessons/ship.yaml": LESSON + "\nodd: [", "quizzes/ship.yaml": QUIZ},
]


@pytest.fixture
def opened(root: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Iterator[Loaded]]:
    """Opens a library over what is kept, and over what is read."""

    def opened(own: Path) -> Iterator[Loaded]:
        yield open_library(own, RELEASED)
        monkeypatch.setattr(load, "builtin_root", lambda: root)
        assert ready.kept(root)
        yield open_library(own, RELEASED)

    return opened


@pytest.mark.parametrize("files", LIBRARIES, ids="+".join)
def test_a_library_over_what_is_kept_is_told_the_same(
    files: dict[str, str], write: Write, opened: Callable[[Path], Iterator[Loaded]]
) -> None:
    """Every problem, file and record is the same, also where a trainer takes the place of ours."""
    for name, content in files.items():
        own = write(name, content)
    read, kept = opened(own)
    assert kept.problems == read.problems
    assert kept.left_out == read.left_out
    assert kept.files == read.files
    assert kept.library == read.library
