"""Reading: every mistake has its place, a sentence and a mending; none stops the others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import LESSON, QUIZ

from toolkit import RELEASED
from toolkit.content.files import read_folder
from toolkit.content.load import open_library
from toolkit.content.place import Problem, Severity
from toolkit.content.telling import as_text
from toolkit.language import Language, language

Write = Callable[[str, str | bytes], Path]


def problems(root: Path) -> list[Problem]:
    """The problems of a trainer's files."""
    found = open_library(root, RELEASED).problems
    return [one for one in found if str(root) in one.place.file]


def lesson(write: Write, old: str, new: str) -> list[tuple[str, int, int]]:
    """Rule, line and column of each problem after one change to a right lesson."""
    assert old in LESSON
    write("quizzes/ship.yaml", QUIZ)
    root = write("lessons/ship.yaml", LESSON.replace(old, new, 1))
    return [(p.rule, p.place.line, p.place.column) for p in problems(root)]


def test_a_right_file_has_no_problem(write: Write) -> None:
    """The sample that the other tests break is whole."""
    assert lesson(write, "order: 9", "order: 9") == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("icon: boat", "icno: boat", ("unknown-key", 3, 1)),
        ("icon: boat\n", "", ("missing-key", 1, 1)),
        ("order: 9", "order: 9.5", ("odd-number", 2, 8)),
        ("order: 9", 'order: "9"', ("odd-number", 2, 9)),
        ("order: 9", "order: 1000", ("out-of-range", 2, 8)),
        ("order: 9", "order: 9\norder: 8", ("duplicate-key", 3, 1)),
        ("icon: boat", "icon: ship", ("unknown-word", 3, 7)),
        ("icon: boat", "icon:", ("empty", 3, 6)),
        ("priority: must", "priority: Must", ("unknown-word", 8, 15)),
        ("minutes: 5", "minutes: [5]", ("wrong-type", 9, 14)),
        ("en: Working on ships", "fr: Bateaux", ("unknown-language", 4, 29)),
        (
            "{id: Kerja di kapal, en: Working on ships}",
            "Kerja di kapal",
            ("missing-translation", 4, 8),
        ),
        ("{id: Kerja di kapal, en: Working on ships}", "{id: Kapal, en: }", ("empty", 4, 24)),
        ("objectives: [ship.papers]", "objectives: [ship.paper]", ("unknown-reference", 15, 18)),
        ("- {page: papers}", "- {page: paper}", ("unknown-reference", 25, 14)),
        ("contacts: [polri-110]", "contacts: [polri-111]", ("unknown-reference", 28, 12)),
        ("Read first.}", "Call {contact:polri}.}", ("bracket-inside", 21, 31)),
        ("id: Baca dulu., en", 'id: "Baca {fact:nol}.", en', ("unknown-reference", 21, 22)),
        ("id: Baca dulu., en", 'id: "Telepon 148 2692", en', ("typed-number", 21, 19)),
        ("id: Baca dulu., en", 'id: "WA +85512810005 ya", en', ("do-not-print", 21, 14)),
        ("title: {", "title: &judul {", ("anchor", 4, 8)),
        ("title: {", "title: !judul {", ("tag", 4, 8)),
        ("lesson: ship", "lesson: ship\n---\nlesson: ship", ("several-documents", 2, 1)),
        ("order: 9", "order: 9\n\tx: 1", ("tab", 3, 1)),
        ("  - {id: Baca dulu., en: Read first.}", "  - id: Ingat: baca", ("colon", 21, 14)),
        ("icon: boat", "icon: 'boat", ("open-quote", 3, 7)),
        ("order: 9", "order: 9 \x1b[2J", ("hidden-character", 2, 10)),
        ("Sebelum naik", "Sebelum \u202enaik", ("hidden-character", 5, 21)),
    ],
)
def test_each_mistake_is_found_at_its_place(
    write: Write, old: str, new: str, expected: tuple[str, int, int]
) -> None:
    """Rule, line and column point at the very token."""
    assert expected in lesson(write, old, new)


def test_all_mistakes_of_all_files_come_in_one_run(write: Write) -> None:
    """A trainer mends everything after one look."""
    broken = LESSON.replace("icon: boat", "icno: boat").replace("minutes: 5", "minutes: five")
    write("quizzes/ship.yaml", QUIZ.replace("right: true", "right: perhaps"))
    found = problems(write("lessons/ship.yaml", broken))
    assert {(Path(p.place.file).name, p.place.line, p.rule) for p in found} >= {
        ("ship.yaml", 3, "unknown-key"),
        ("ship.yaml", 9, "odd-number"),
        ("ship.yaml", 10, "unknown-word"),
    }
    assert len({p.place.file for p in found}) == 2


def test_a_misspelt_key_is_one_problem_with_the_right_word(write: Write) -> None:
    """The unknown key and the missing one are the same mistake."""
    write("quizzes/ship.yaml", QUIZ)
    root = write("lessons/ship.yaml", LESSON.replace("takeaways:", "takeaway:"))
    (only,) = [p for p in problems(root) if p.place.file.endswith("lessons/ship.yaml")]
    assert "Write:  takeaways:" in language("en").tell(only.mend)


def test_a_problem_is_told_in_either_language(write: Write, lang: Language) -> None:
    """Place and rule, what stands there, what is wrong, why, how to mend it: in one language."""
    write("quizzes/ship.yaml", QUIZ)
    root = write("lessons/ship.yaml", LESSON.replace("icon: boat", "icno: boat"))
    first, _, _, what, *_, mend = as_text(problems(root)[0], lang).split("\n")
    assert "ship.yaml:3:1  [unknown-key]" in first
    assert "icno" in what
    assert "icon" in mend
    assert ("Mend it" in mend) == (lang.code == "en")


@pytest.mark.parametrize("word", ["no", "ya", "on", "08001000", "12:30", "2025-05-19", "1e3"])
def test_text_stays_the_text_that_was_typed(write: Write, word: str) -> None:
    """No word, time or number turns into something else, and no zero is lost."""
    write("quizzes/ship.yaml", QUIZ)
    root = write("lessons/ship.yaml", LESSON.replace("id: Surat,", f"id: {word},"))
    page = open_library(root, RELEASED).library.lessons["ship"].pages[0]
    assert page.title.runs["id"][0].value == word


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8-sig", b""), ("utf-16", b""), ("cp1252", b""), ("utf-8", b"")]
)
def test_notepads_encodings_are_read(write: Write, encoding: str, mark: bytes) -> None:
    """However Notepad saved it, the lesson opens; all but UTF-8 get a friendly warning."""
    write("quizzes/ship.yaml", QUIZ)
    words = LESSON.replace("Baca dulu suratnya.", "Baca “surat” dulu.").replace("\n", "\r\n")
    root = write("lessons/ship.yaml", mark + words.encode(encoding))
    loaded = open_library(root, RELEASED)
    assert "“surat”" in loaded.library.lessons["ship"].pages[0].show[0].runs["id"][0].value
    rules = [(p.rule, p.severity) for p in problems(root)]
    assert rules == ([] if "utf-8" in encoding else [("encoding", Severity.WARNING)])


def test_a_link_out_of_the_library_is_refused(write: Write, tmp_path: Path) -> None:
    """A library from a stranger's stick cannot read other files."""
    (tmp_path / "outside.yaml").write_text(LESSON)
    root = write("quizzes/ship.yaml", QUIZ)
    (root / "lessons").mkdir()
    (root / "lessons" / "ship.yaml").symlink_to(tmp_path / "outside.yaml")
    assert "outside-library" in [p.rule for p in problems(root)]


def test_folders_devices_and_giants_are_refused(write: Write) -> None:
    """A folder in a file's place, a link in a circle and a huge file are told, not raised."""
    root = write("lessons/big.yaml", "lesson: " + "x" * 300_000)
    (root / "lessons" / "folder.yaml").mkdir()
    (root / "lessons" / "circle.yaml").symlink_to(root / "lessons" / "circle.yaml")
    write("lessons/deep.yaml", "lesson: " + "[" * 50_000)
    rules = {Path(p.place.file).name: p.rule for p in problems(root)}
    assert rules == {
        "big.yaml": "too-large",
        "folder.yaml": "not-a-file",
        "circle.yaml": "unreadable",
        "deep.yaml": "too-deep",
    }


@settings(max_examples=75, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300))
def test_no_bytes_raise(write: Write, content: bytes) -> None:
    """Whatever lies in the folder, the library opens and says something about it."""
    (file,) = read_folder(write("lessons/noise.yaml", content), own=True)
    assert file.problems


@settings(max_examples=75, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_to_a_right_lesson_raises(write: Write, data: st.DataObject) -> None:
    """A lesson with any stretch taken out or typed over is read or refused, never a crash."""
    start = data.draw(st.integers(0, len(LESSON)))
    end = data.draw(st.integers(start, min(start + 40, len(LESSON))))
    instead = data.draw(
        st.text(alphabet=st.sampled_from(" \t\n:-{}[]#&*!|>'\"%@`,?xid0"), max_size=8)
    )
    root = write("lessons/ship.yaml", LESSON[:start] + instead + LESSON[end:])
    (file,) = read_folder(root, own=True)
    assert file.records or file.problems
    for problem in file.problems:
        assert as_text(problem, language("id"))
