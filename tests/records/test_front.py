"""The shelf: titles at once, the library when reached for, and never an old title."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from samples import LESSON, QUIZ

from toolkit import RELEASED
from toolkit.content.load import open_library
from toolkit.errors import WrongCall
from toolkit.records.front import FILE_NAME, front_of, shelf

Write = Callable[[str, str | bytes], Path]


def test_a_kept_front_is_the_librarys_own(tmp_path: Path) -> None:
    """The second start shows what the first one read, without reading the library."""
    first = shelf(None, RELEASED, tmp_path).front
    assert first == front_of(open_library(as_of=RELEASED))
    second = shelf(None, RELEASED, tmp_path)
    second._read = lambda: pytest.fail("the library was read")  # type: ignore[method-assign]
    assert second.front == first
    assert [lesson.id for lesson in second.front.lessons] == [
        "recruitment",
        "legal-route",
        "warning-signs",
    ]


def test_a_kept_front_needs_neither_yaml_nor_the_model(tmp_path: Path) -> None:
    """That is what makes the second start quick."""
    shelf(None, RELEASED, tmp_path)
    program = (
        "import sys; from pathlib import Path; from toolkit import RELEASED\n"
        "from toolkit.records.front import shelf\n"
        "assert shelf(None, RELEASED, Path(sys.argv[1])).front.lessons\n"
        "print(sorted({'yaml', 'toolkit.content.quiz', 'babel', 'textual'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_any_changed_file_makes_a_new_front(write: Write, tmp_path: Path) -> None:
    """A mended title is shown at the next start, even if size and time stay the same."""
    write("quizzes/ship.yaml", QUIZ)
    root = write("lessons/ship.yaml", LESSON)
    titles = [one.title["id"] for one in shelf(root, RELEASED, tmp_path).front.lessons]
    assert "Kerja di kapal" in titles
    write("lessons/ship.yaml", LESSON.replace("Kerja di kapal", "Kerja di KAPAL"))
    titles = [one.title["id"] for one in shelf(root, RELEASED, tmp_path).front.lessons]
    assert "Kerja di KAPAL" in titles
    write("lessons/ship.yaml", LESSON.replace("minutes: 5", "minutes: five"))
    assert shelf(root, RELEASED, tmp_path).front.left_out == 2


def test_another_day_is_judged_anew(tmp_path: Path) -> None:
    """What was fresh yesterday may be stale today."""
    assert shelf(None, RELEASED, tmp_path).front.problems == 0
    assert shelf(None, RELEASED + timedelta(days=800), tmp_path).front.problems > 0


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"key": 1}', b"\xff" * 50])
def test_a_damaged_front_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    """The file is only a memory; losing it costs a moment."""
    good = shelf(None, RELEASED, tmp_path).front
    (tmp_path / FILE_NAME).write_bytes(damage)
    assert shelf(None, RELEASED, tmp_path).front == good


def test_a_front_that_cannot_be_kept_is_no_error(tmp_path: Path) -> None:
    """A read-only stick only starts more slowly."""
    (tmp_path / "file").write_text("")
    assert shelf(None, RELEASED, tmp_path / "file").front.lessons


def test_a_folder_that_is_no_library_is_said_at_once(tmp_path: Path) -> None:
    """Before any screen is drawn."""
    with pytest.raises(WrongCall):
        shelf(tmp_path, RELEASED, tmp_path)
