"""The shelf: titles at once, the library when reached for, and no old title for long."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from samples import LESSON, QUIZ

from toolkit import RELEASED
from toolkit.content import heads
from toolkit.content.builtin import builtin_root
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.errors import WrongCall
from toolkit.records.front import FILE_NAME, Front, Shelf, front_of, shelf

Write = Callable[[str, str | bytes], Path]

OTHER = LESSON.replace("ship", "port").replace("Kerja di kapal", "Kerja di pelabuhan")


def unread(own: Path | None, data: Path) -> Shelf:
    """The shelf as it is before anybody has opened the library."""
    found = shelf(own, RELEASED, data)
    found._read = lambda: pytest.fail("the library was read")  # type: ignore[method-assign]
    return found


def titles(front: Front) -> list[str]:
    """What stands on the home screen."""
    return [lesson.title["id"] for lesson in front.lessons]


def test_a_kept_front_is_the_librarys_own(tmp_path: Path, library: Library) -> None:
    """The second start shows what the first one read, without reading the library."""
    first = shelf(None, RELEASED, tmp_path).sure_front()
    assert first == front_of(open_library(as_of=RELEASED))
    second = unread(None, tmp_path)
    assert second.front == second.sure_front() == first
    assert [lesson.id for lesson in second.front.lessons] == list(library.lessons)
    orders = [lesson.order for lesson in second.front.lessons]
    assert orders == sorted(orders)


@pytest.mark.parametrize("days", [0, 1])
def test_a_kept_front_needs_neither_yaml_nor_the_model(tmp_path: Path, days: int) -> None:
    """That is what makes the second start quick, also on the next day."""
    shelf(None, RELEASED, tmp_path).open()
    program = (
        "import sys; from datetime import timedelta; from pathlib import Path\n"
        "from toolkit import RELEASED; from toolkit.records.front import shelf\n"
        f"assert shelf(None, RELEASED + timedelta({days}), Path(sys.argv[1])).front.lessons\n"
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
    assert "Kerja di kapal" in titles(shelf(root, RELEASED, tmp_path).sure_front())
    write("lessons/ship.yaml", LESSON.replace("Kerja di kapal", "Kerja di KAPAL"))
    changed = shelf(root, RELEASED, tmp_path)
    assert "Kerja di KAPAL" in titles(changed.front)
    assert "Kerja di KAPAL" in titles(changed.sure_front())
    write("lessons/ship.yaml", LESSON.replace("minutes: 5", "minutes: five"))
    assert shelf(root, RELEASED, tmp_path).sure_front().left_out == 2


def test_another_day_is_judged_anew(tmp_path: Path) -> None:
    """What was fresh yesterday may be stale today."""
    assert shelf(None, RELEASED, tmp_path).sure_front().problems == 0
    assert shelf(None, RELEASED + timedelta(days=800), tmp_path).sure_front().problems > 0


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"setting": 1}', b"\xff" * 50])
def test_a_damaged_front_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    """The file is only a memory; losing it costs a moment."""
    good = shelf(None, RELEASED, tmp_path).sure_front()
    (tmp_path / FILE_NAME).write_bytes(damage)
    assert shelf(None, RELEASED, tmp_path).sure_front() == good
    assert unread(None, tmp_path).sure_front() == good


def test_a_front_that_cannot_be_kept_is_no_error(tmp_path: Path) -> None:
    """A read-only stick only starts more slowly."""
    (tmp_path / "file").write_text("")
    assert shelf(None, RELEASED, tmp_path / "file").sure_front().lessons


def test_a_folder_that_is_no_library_is_said_at_once(tmp_path: Path) -> None:
    """Before any screen is drawn."""
    with pytest.raises(WrongCall):
        shelf(tmp_path, RELEASED, tmp_path)


def test_the_first_look_at_a_sound_library_is_its_front(write: Write, tmp_path: Path) -> None:
    """The heads of the files tell all that home shows, before the library is read."""
    write("lessons/port.yaml", OTHER)
    root = write("lessons/ship.yaml", LESSON)
    assert (
        unread(root, tmp_path).front.lessons == shelf(root, RELEASED, tmp_path).sure_front().lessons
    )
    assert unread(None, tmp_path / "none").front == front_of(open_library(as_of=RELEASED))


def test_only_what_has_changed_is_looked_into(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All other lessons are told as they were the last time."""
    write("lessons/port.yaml", OTHER)
    root = write("lessons/ship.yaml", LESSON)
    before = [one.id for one in shelf(root, RELEASED, tmp_path).sure_front().lessons]
    write("lessons/ship.yaml", LESSON.replace("order: 9", "order: 1"))
    seen: list[bytes] = []
    monkeypatch.setattr(heads, "head", lambda raw, real=heads.head: seen.append(raw) or real(raw))
    front = unread(root, tmp_path).front
    assert len(seen) == 1
    assert b"ship" in seen[0]
    first, *others = (one for one in before if one != "ship")
    assert [one.id for one in front.lessons] == [first, "ship", *others]


def test_a_lesson_that_was_left_out_is_not_shown_until_it_is_mended(
    write: Write, tmp_path: Path
) -> None:
    """Nor does the notice go because another file was changed."""
    write("lessons/port.yaml", OTHER.replace("polri-110", "polri-111"))
    root = write("lessons/ship.yaml", LESSON)
    assert "Kerja di pelabuhan" in titles(unread(root, tmp_path).front)
    assert shelf(root, RELEASED, tmp_path).sure_front().left_out == 1
    write("lessons/ship.yaml", LESSON + "# saved\n")
    again = unread(root, tmp_path).front
    assert "Kerja di pelabuhan" not in titles(again)
    assert again.left_out == 1
    write("lessons/port.yaml", OTHER)
    assert "Kerja di pelabuhan" in titles(unread(root, tmp_path).front)


def test_a_built_in_lesson_comes_back_at_once(write: Write, tmp_path: Path) -> None:
    """It has its own title again when the trainer's own, laid over it, is gone."""
    own = LESSON.replace("lesson: ship", "lesson: recruitment").replace("ship.", "recruitment.")
    write("lessons/ship.yaml", LESSON)
    root = write("lessons/recruitment.yaml", own)
    for _ in range(2):
        assert "Begini cara mereka mencari orang" not in titles(unread(root, tmp_path).front)
        shelf(root, RELEASED, tmp_path).open()
    (root / "lessons" / "recruitment.yaml").unlink()
    assert "Begini cara mereka mencari orang" in titles(unread(root, tmp_path).front)


def test_a_file_saved_while_the_library_is_read_is_not_missed(write: Write, tmp_path: Path) -> None:
    """What was read then is not what was seen before; so it is not kept."""
    root = write("lessons/ship.yaml", LESSON)
    found = shelf(root, RELEASED, tmp_path)
    write("lessons/ship.yaml", LESSON.replace("Kerja di kapal", "Kerja di laut"))
    assert "Kerja di laut" in titles(found.sure_front())
    write("lessons/ship.yaml", LESSON)
    assert "Kerja di kapal" in titles(unread(root, tmp_path).front)


def test_a_library_read_anew_has_a_new_front(write: Write, tmp_path: Path) -> None:
    """Also on a shelf whose front was kept."""
    root = write("lessons/ship.yaml", LESSON)
    shelf(root, RELEASED, tmp_path).open()
    kept = unread(root, tmp_path)
    write("lessons/ship.yaml", LESSON.replace("Kerja di kapal", "Kerja di laut"))
    kept.renew(open_library(root, RELEASED))
    assert "Kerja di laut" in titles(kept.front)
    assert kept.sure_front() == kept.front


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere such a name cannot be given")
def test_a_folder_whose_name_is_no_text_is_no_obstacle(tmp_path: Path) -> None:
    """A stick from an old machine may have one; its front is kept like any other."""
    root = tmp_path / os.fsdecode(b"pustaka-\xff")
    contacts = Path("lessons", "reference", "contacts.yaml")
    (root / contacts).parent.mkdir(parents=True)
    (root / contacts).write_bytes((builtin_root() / contacts).read_bytes())
    front = shelf(root, RELEASED, tmp_path / "data").sure_front()
    assert front.replaced
    assert unread(root, tmp_path / "data").sure_front() == front


def test_what_is_no_file_does_not_keep_the_app_waiting(write: Write, tmp_path: Path) -> None:
    """A folder, a pipe and a dead link that are named like lessons are passed by."""
    root = write("lessons/ship.yaml", LESSON)
    (root / "lessons" / "folder.yaml").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(root / "lessons" / "pipe.yaml")
        (root / "lessons" / "dead.yaml").symlink_to("nowhere")
    assert "Kerja di kapal" in titles(unread(root, tmp_path).front)
    assert shelf(root, RELEASED, tmp_path).sure_front().left_out > 0
