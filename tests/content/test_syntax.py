"""Broken YAML: each way in which laymen break it is named at its place, and can be mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from samples import LESSON

from toolkit.content.excerpts import with_excerpts
from toolkit.content.files import read_folder
from toolkit.content.place import Edit, Problem
from toolkit.content.reading import reader
from toolkit.content.reading.desk import Desk
from toolkit.content.reading.mending.draft import Draft
from toolkit.content.reading.mending.survey import survey
from toolkit.content.reading.nodes import nodes
from toolkit.content.telling import as_text
from toolkit.language import language

Write = Callable[[str, str | bytes], Path]

ICON = "icon: boat"
TITLE = "title: {id: Kerja di kapal, en: Working on ships}"
FIRST = "  - {id: Baca dulu., en: Read first.}"
BLOCK = "    say:\n      id: >-\n        Mari kita\n        baca.\n      en: Let us read."
SAY = "    say: {id: Mari kita baca., en: Let us read.}"

MISHAPS = [
    # Tabs and spaces before the line
    ("order: 9", "\torder: 9", ("tab", 2, 1)),
    ("    icon: document", "\ticon: document", ("tab", 13, 1)),
    ("    icon: document", "\t\ticon: document", ("tab", 13, 1)),
    (ICON, "icon:\tboat", ("tab", 3, 6)),
    ("    icon: document", "     icon: document", ("odd-spaces", 13, 6)),
    ("    icon: document", "   icon: document", ("odd-spaces", 13, 4)),
    ("    priority: must", "     priority: must", ("odd-spaces", 8, 6)),
    ("  - id: ship.papers", "   - id: ship.papers", ("odd-spaces", 7, 4)),
    ("  front: {", "   front: {", ("odd-spaces", 23, 4)),
    (ICON, f" {ICON}", ("odd-spaces", 3, 2)),
    ("    icon: document", "\u00a0   icon: document", ("hard-space", 13, 1)),
    (ICON, "icon:\u00a0boat", ("hard-space", 3, 6)),
    # Keys
    (ICON, "icon:boat", ("no-space-after-colon", 3, 5)),
    (ICON, "icon boat", ("missing-colon", 3, 1)),
    (ICON, "icon; boat", ("missing-colon", 3, 1)),
    (ICON, "icon = boat", ("missing-colon", 3, 1)),
    ("pages:", "pages", ("missing-colon", 11, 1)),
    (TITLE, "title: {id:Kapal, en: Ships}", ("no-space-after-colon", 4, 11)),
    # Lists
    (FIRST, "  -{id: Baca dulu., en: Read first.}", ("no-space-after-dash", 21, 3)),
    (FIRST, "  • {id: Baca dulu., en: Read first.}", ("not-a-dash", 21, 3)),
    (FIRST, "  – {id: Baca dulu., en: Read first.}", ("not-a-dash", 21, 3)),
    ("  - id: ship.papers", "    id: ship.papers", ("missing-key", 7, 5)),
    # Texts that begin with a sign, or have one inside
    (TITLE, "title: Ingat: jangan", ("colon", 4, 13)),
    (TITLE, "title: {id: Ingat: jangan, en: Ships}", ("colon", 4, 18)),
    (TITLE, "title: @kapal", ("special-start", 4, 8)),
    (TITLE, "title: % kapal", ("special-start", 4, 8)),
    (TITLE, "title: `kapal", ("special-start", 4, 8)),
    (TITLE, "title: **Kapal** kita", ("special-start", 4, 8)),
    (TITLE, "title: *kapal", ("anchor", 4, 8)),
    (TITLE, "title: & kapal", ("anchor", 4, 8)),
    (TITLE, "title: &kapal kita", ("anchor", 4, 8)),
    (TITLE, "title: !kapal", ("tag", 4, 8)),
    (TITLE, "title: ! kapal", ("tag", 4, 8)),
    (TITLE, "title: > 5 kapal", ("special-start", 4, 8)),
    (TITLE, "title: | kapal", ("special-start", 4, 8)),
    (TITLE, "title: ? kapal", ("special-start", 4, 8)),
    (TITLE, "title: - kapal", ("special-start", 4, 8)),
    (TITLE, "title: [Penting] kapal", ("special-start", 4, 8)),
    (TITLE, "title: {nama} kapal", ("special-start", 4, 8)),
    (TITLE, "title: {fact:nol} kapal", ("special-start", 4, 8)),
    (TITLE, "title: {fact:nol}", ("special-start", 4, 8)),
    (TITLE, "title: {id: Baca {fact:nol} ya, en: Ships}", ("bracket-inside", 4, 18)),
    (TITLE, "title: {id: Baca, lalu tanya, en: Ships}", ("cut-by-comma", 4, 17)),
    (TITLE, "title: Pilih #1 sekarang", ("cut-by-hash", 4, 14)),
    (TITLE, "title: Pilih #satu sekarang ya", ("cut-by-hash", 4, 14)),
    (TITLE, "title: #1 di desa", ("cut-by-hash", 4, 8)),
    (TITLE, "title: {id: Pilih # 1, en: Ships}", ("cut-by-hash", 4, 19)),
    # Other signs at a key, and two keys on a line
    (ICON, "icon=boat", ("missing-colon", 3, 1)),
    (ICON, "icon -> boat", ("missing-colon", 3, 1)),
    (ICON, "icon := boat", ("missing-colon", 3, 1)),
    (ICON, "icon： boat", ("missing-colon", 3, 1)),
    (ICON, '"icon: boat', ("odd-key", 3, 1)),
    (ICON, '"icon:" boat', ("odd-key", 3, 1)),
    (ICON, "**icon:** boat", ("odd-key", 3, 1)),
    (f"order: 9\n{ICON}", "order: 9, icon: boat", ("two-keys", 2, 11)),
    # Two languages on one line
    (TITLE, "title: (id: Kapal, en: Ships)", ("languages", 4, 8)),
    (TITLE, "title: [id: Kapal, en: Ships]", ("languages", 4, 8)),
    (TITLE, "title: {{id: Kapal, en: Ships}}", ("languages", 4, 8)),
    (TITLE, "title: id: Kapal, en: Ships", ("languages", 4, 8)),
    (TITLE, "title: {id = Kapal, en = Ships}", ("languages", 4, 12)),
    (TITLE, "title: {id: Kapal; en: Ships}", ("languages", 4, 18)),
    (TITLE, "title: {id: Kapal}, en: Ships", ("languages", 4, 18)),
    # Lines from elsewhere
    (ICON, f"```\n{ICON}", ("stray-line", 3, 1)),
    (ICON, f"=====\n{ICON}", ("stray-line", 3, 1)),
    (ICON, f"// catatan\n{ICON}", ("stray-line", 3, 1)),
    (ICON, f"[22/11/26 14.03] Rina: ya\n{ICON}", ("stray-line", 3, 1)),
    (FIRST, "  → {id: Baca dulu., en: Read first.}", ("not-a-dash", 21, 3)),
    (FIRST, "  1. {id: Baca dulu., en: Read first.}", ("not-a-dash", 21, 3)),
    # Quotation marks
    (TITLE, 'title: "Kapal', ("open-quote", 4, 8)),
    (TITLE, "title: 'Kapal", ("open-quote", 4, 8)),
    (TITLE, 'title: Kapal"', ("open-quote", 4, 13)),
    (TITLE, 'title: {id: "Kapal, en: Ships}', ("open-quote", 4, 13)),
    (TITLE, 'title: "OTP" itu rahasia', ("text-after-quote", 4, 14)),
    (TITLE, "title: 'Hari Jum'at ini'", ("text-after-quote", 4, 18)),
    (TITLE, 'title: "Ia bilang "ya" saja"', ("text-after-quote", 4, 20)),
    (TITLE, 'title: "Kapal",', ("text-after-quote", 4, 15)),
    (TITLE, "title: “Ingat: jangan”", ("smart-quotes", 4, 8)),
    (TITLE, "title: “Kapal”", ("smart-quotes", 4, 8)),
    (TITLE, 'title: "Kapal”', ("smart-quotes", 4, 8)),
    (TITLE, 'title: "C:\\Users"', ("backslash", 4, 11)),
    (TITLE, 'title: "\\e[31mKapal"', ("hidden-character", 4, 9)),
    # Brackets
    (TITLE, "title: {id: Kapal, en: Ships", ("open-bracket", 4, 8)),
    (TITLE, "title: {id: Kapal, en: Ships]", ("open-bracket", 4, 29)),
    (TITLE, "title: {id: Kapal, en: Ships}}", ("open-bracket", 4, 30)),
    (TITLE, "title: {id: Kapal en: Ships}", ("missing-comma", 4, 18)),
    (TITLE, "title: {id: Kapal,, en: Ships}", ("extra-comma", 4, 19)),
    ("contacts: [polri-110]", "contacts: [polri-110", ("open-bracket", 28, 11)),
    ("contacts: [polri-110]", "contacts: polri-110]", ("open-bracket", 28, 20)),
    # Longer texts
    (SAY, BLOCK.replace("        baca", "   baca"), ("odd-spaces", 21, 4)),
    (SAY, BLOCK.replace("        Mari", "         Mari"), ("odd-spaces", 20, 10)),
    (SAY, BLOCK.replace(">-", ">- Bapak"), ("special-start", 19, 14)),
    (SAY, BLOCK.replace("        baca", "\tbaca"), ("tab", 21, 1)),
    # Documents and orders
    (ICON, f"---\n{ICON}", ("several-documents", 3, 1)),
    (ICON, f"...\n{ICON}", ("several-documents", 3, 1)),
    ("lesson: ship", "%YAML 1.2\n---\nlesson: ship", ("directive", 1, 1)),
    (ICON, f"{ICON}\n{ICON}", ("duplicate-key", 4, 1)),
    (TITLE, "title: &judul {id: Kapal, en: Ships}", ("anchor", 4, 8)),
    (TITLE, "title: !!map {id: Kapal, en: Ships}", ("tag", 4, 8)),
    (ICON, "icon: boat\n}", ("open-bracket", 4, 1)),
]


@pytest.fixture(params=["libyaml", "pure"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With libyaml, and where a machine has none of it."""
    if request.param == "pure":
        monkeypatch.setattr(reader, "LOADER", reader.PureLoader)
    return str(request.param)


def read(text: str) -> list[Problem]:
    """What is told of a text's YAML, whatever it should hold."""
    desk = Desk("ship.yaml")
    nodes(text, desk)
    return with_excerpts(desk.problems, {"ship.yaml": text})


def mended(text: str, edit: Edit) -> str:
    """The text after an edit."""
    lines = text.split("\n")
    assert edit.line == edit.end_line
    line = lines[edit.line - 1]
    lines[edit.line - 1] = line[: edit.column - 1] + edit.text + line[edit.end_column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(("old", "new", "expected"), MISHAPS)
def test_each_mishap_is_told_once_at_its_place(
    loader: str, old: str, new: str, expected: tuple[str, int, int]
) -> None:
    """Rule, line and column, and nothing else that follows from it; with either reader."""
    assert old in LESSON
    found = read(LESSON.replace(old, new, 1))
    if expected[0] != "missing-key":
        assert [(p.rule, p.place.line, p.place.column) for p in found] == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"), [row for row in MISHAPS if row[2][0] != "duplicate-key"]
)
def test_the_printed_mending_mends(old: str, new: str, expected: tuple[str, int, int]) -> None:
    """What is told to type stands in the sentence, and typing it ends the problem."""
    text = LESSON.replace(old, new, 1)
    for problem in read(text):
        if problem.edit is None:
            assert problem.rule in {"special-start", "hidden-character"}
            continue
        assert problem.edit.text in as_text(problem, language("en"))
        again = mended(text, problem.edit)
        assert expected[0] not in [one.rule for one in read(again)]
        assert read(again) == []


@pytest.mark.parametrize(("old", "new", "expected"), MISHAPS)
def test_nobody_needs_the_words_of_programmers(
    old: str, new: str, expected: tuple[str, int, int]
) -> None:
    """No message has a programmer's word in it, or is longer than six lines."""
    for problem in read(LESSON.replace(old, new, 1)):
        for code in ("id", "en"):
            told = as_text(problem, language(code))
            assert len(told.split("\n")) <= 6
            for word in ("invalid", "token", "scalar", "mapping", "parse", "syntax", "escape"):
                assert word not in told.lower()
        assert len(language("en").tell(problem.what)) <= 140


SOUND = [
    "title: Kapal # keterangan",
    "title: kapal #keterangan",
    'title: "Pilih #1" # keterangan',
    "title: Kata “Ya” dan ‘tidak’",
    "title: Baca {fact:nol} dulu",
    "title: Baca [1] dulu",
    'title: Nanti saja, katanya "ya"',
    "title: Rp\u00a05.000",
    "title: -5 derajat",
    "title: pukul 12:30",
    "title: https://contoh.id/a",
    "title: Jum'at",
    "title: {id: Nomor {contact:polri-110}, en: x}".replace("{contact:polri-110}", "110"),
    "title:\n  id: >-\n    Ingat: ini teks\n    - dan ini juga # ya\n  en: |\n    a\n      b",
    "title: teks yang panjang\n  berlanjut di sini",
    'title: "teks yang panjang\n  berlanjut di sini"',
    "title: {id: Kapal,\n  en: Ships}",
    "contacts: [a,\n  b\n]",
    "contacts:\n- a\n- b",
    "title: {id: Keluarga \U0001f468\u200d\U0001f469, en: x}",
    "title: (lihat halaman 2)",
    "title: nomor id lama -> nomor baru",
    "title:\n  title -> sub",
    "title:\n  1. Baca dulu\n  2. Tanya",
    "about: {id: 'a; en b', en: b = c}",
    "about: {id: a | b, en: c / d}",
    "# title:\ntitle: Kapal",
    "---\ntitle: Kapal\n...\n",
]


@pytest.mark.parametrize("text", SOUND)
def test_what_is_right_raises_no_alarm(loader: str, text: str) -> None:
    """Comments, long texts, brackets and marks inside a text are nobody's mistake."""
    assert read(text) == []
    # Not even if something else in the file is broken.
    found = read(f"order: 'a\n{text.removeprefix('---' + chr(10))}")
    assert {(p.rule, p.place.line) for p in found} <= {("open-quote", 1), ("several-documents", 4)}


def test_our_own_files_raise_no_alarm() -> None:
    """The survey, which only broken files get, has nothing to say of any line of ours."""
    root = Path(__file__).parents[2]
    for folder in ("lessons", "quizzes", "print"):
        for file in (root / folder).rglob("*.yaml"):
            desk = Desk(file.name)
            survey(Draft(file.read_text("utf-8"), desk))
            assert desk.problems == []


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("", "empty-file", 1),
        ("\n\n", "empty-file", 1),
        ("# nanti\n", "empty-file", 1),
        ("- id: a\n- id: b\n", "not-keys", 1),
        ("Halo apa kabar.\n", "not-keys", 1),
        ("{}", "", 0),
    ],
)
def test_a_file_without_keys_is_told_what_it_is(text: str, rule: str, line: int) -> None:
    """Empty, only comments, a list or a text: each has its own sentence."""
    assert [(p.rule, p.place.line) for p in read(text)] == ([(rule, line)] if rule else [])


def test_several_mistakes_are_shown_in_one_run(write: Write) -> None:
    """Independent mistakes of YAML and of meaning come together, each on its own line."""
    text = (
        LESSON.replace("order: 9", "order: sembilan")
        .replace(ICON, "icon:boat")
        .replace(TITLE, 'title: "Kapal')
        .replace("    priority: must", "     priority: must")
        .replace("  - id: papers", "\t- id: papers")
        .replace("Baca dulu suratnya., en", "Ingat: baca., en")
        .replace(FIRST, "  • {id: Baca dulu., en: Read first.}")
        .replace("contacts: [polri-110]", "contacts: [polri-110")
    )
    (file,) = read_folder(write("lessons/ship.yaml", text), own=True)
    assert {2, 3, 4, 8, 12, 17, 21, 28} == {p.place.line for p in file.problems}


def test_columns_are_the_typed_ones_after_a_mending(write: Write) -> None:
    """Behind a mended beginning of a line, places still count what the trainer typed."""
    text = LESSON.replace("    icon: document", "\t icon: perahu")
    (file,) = read_folder(write("lessons/ship.yaml", text), own=True)
    assert {(p.place.line, p.place.column) for p in file.problems} == {(13, 1), (13, 9)}


def test_a_mended_file_is_still_left_out(write: Write) -> None:
    """What was mended in memory serves to read on; the trainer's file is not sound yet."""
    (file,) = read_folder(write("lessons/ship.yaml", LESSON.replace(ICON, "icon:boat")), own=True)
    assert not file.sound
    assert ("lessons", "ship") in file.declared
