"""cekdulu new: from nothing to a lesson that opens, is checked and prints."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.commands import asked
from toolkit.language import Language

Run = Callable[..., tuple[int, str, str]]


def test_a_new_lesson_and_its_quiz_are_right_as_they_are(
    run: Run, tmp_path: Path, lang: Language
) -> None:
    """Strictly, on paper too; with the trainer's own comments."""
    root = tmp_path / "desa"
    first = ("--lang", lang.code, "--library", root)
    code, out, err = run(*first, "new", "lesson", "pasar-malam")
    assert (code, out) == (0, f"{root / 'lessons' / 'pasar-malam.yaml'}\n")
    assert str(root) in err
    assert "new quiz pasar-malam" in err
    assert run(*first, "new", "quiz", "pasar-malam")[0] == 0
    code, out, _ = run(*first, "check", "--strict", "--paper")
    assert code == 0, out
    for file in (root / "lessons" / "pasar-malam.yaml", root / "quizzes" / "pasar-malam.yaml"):
        comments = [
            line for line in file.read_text().splitlines() if line.lstrip().startswith("# ")
        ]
        assert len(comments) > 3
        assert any(" untuk " in line for line in comments) == (lang.code == "id")
        assert "@" not in file.read_text()


def test_the_modeline_names_a_schema_that_is_there(run: Run, tmp_path: Path) -> None:
    """VS Code completes and checks at once."""
    root = tmp_path / "desa"
    run("--library", root, "new", "lesson", "pasar-malam")
    first = (root / "lessons" / "pasar-malam.yaml").read_text().splitlines()[0]
    named = first.removeprefix("# yaml-language-server: $schema=")
    assert (root / "lessons" / named).resolve().is_file()


def test_without_a_library_it_is_made_in_the_documents_folder(run: Run) -> None:
    """And laid over the built-in one from then on, by every command."""
    code, out, err = run("new", "lesson", "pasar-malam")
    own = asked.own_library()
    assert own.name == "Cek Dulu"
    assert (code, out) == (0, f"{own / 'lessons' / 'pasar-malam.yaml'}\n")
    assert str(own) in err
    listed = run("list")[1]
    assert "pasar-malam" in listed
    assert "recruitment" in listed
    assert "1 " in run("check")[1]


def test_nothing_is_ever_written_over(run: Run, tmp_path: Path) -> None:
    """A file that is there stays as it is, whatever is in it."""
    root = tmp_path / "desa"
    file = root / "lessons" / "pasar-malam.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("catatan saya: jangan hilang\n")
    code, out, err = run("--library", root, "new", "lesson", "pasar-malam")
    assert (code, out) == (2, "")
    assert str(file) in err
    assert file.read_text() == "catatan saya: jangan hilang\n"
    assert [one.name for one in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("lesson", "Pasar Malam"), "pasar-malam"),
        (("lesson", "../../etc/passwd"), "etc-passwd"),
        (("lesson", "recruitment"), "recruitment"),
        (("quiz", "recruitment"), "recruitment"),
        (("quiz", "recruitmnt"), "recruitment"),
        (("leson", "x"), "lesson"),
        (("lesson",), "ID"),
    ],
)
def test_a_wrong_call_says_what_to_type(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], named: str
) -> None:
    """Exit 2, and nothing is written."""
    root = tmp_path / "desa"
    code, out, err = run("--library", root, "new", *arguments)
    assert (code, out) == (2, "")
    assert named in err
    assert not root.exists()


def test_a_disk_that_refuses_is_told(run: Run, tmp_path: Path) -> None:
    """Exit 3, with the file's name; nothing half-written stays."""
    (tmp_path / "desa").write_text("a file where a folder should be")
    code, _, err = run("--library", tmp_path / "desa", "new", "lesson", "pasar-malam")
    assert code == 3
    assert "pasar-malam.yaml" in err


def test_a_new_lesson_goes_through_to_paper(run: Run, tmp_path: Path) -> None:
    """What `new` proposes to do next works as it is written."""
    root, out = tmp_path / "desa", tmp_path / "out"
    run("--library", root, "new", "lesson", "pasar-malam")
    code, files, _ = run(
        "--library", root, "print", "leaflet", "--lesson", "pasar-malam", "--out", out
    )
    assert code == 0
    assert files.strip().endswith("leaflet-pasar-malam-id-a4.pdf")
    assert Path(files.strip()).stat().st_size > 10_000


def test_a_lesson_with_mistakes_is_there_all_the_same(run: Run, tmp_path: Path) -> None:
    """`new` sends to the mistake, and writes no second one of that name."""
    root = tmp_path / "desa"
    run("--library", root, "new", "lesson", "pasar-malam")
    file = root / "lessons" / "pasar-malam.yaml"
    file.write_text(file.read_text().replace("minutes: 5", "minutes: banyak"))
    for kind in ("quiz", "kuis", "lesson"):
        code, _, err = run("--library", root, "new", kind, "pasar-malam")
        assert code == 2
        assert f'check "{file}"' in err


def test_a_file_where_a_folder_should_be_is_told(run: Run, tmp_path: Path) -> None:
    """Nothing is there already, and nothing is our fault: something stands in the way."""
    (tmp_path / "desa").mkdir()
    (tmp_path / "desa" / "lessons").write_text("x")
    code, _, err = run("--lang", "en", "--library", tmp_path / "desa", "new", "lesson", "abc")
    assert code == 3
    assert "a file stands where a folder should be" in err
