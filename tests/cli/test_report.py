"""cekdulu report: the same figures as text, data, table and paper, and all of them from the table."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from ballots import AFTER, BEFORE, judged, marked_signs, session, vote
from by_hand import by_hand, table, tables
from carried import journal_of
from pypdf import PdfReader

from toolkit.language import Language, language
from toolkit.report_files.table import as_csv
from toolkit.report_files.text import lines
from toolkit.session.agenda import Part
from toolkit.session.figures import Few, Scope
from toolkit.session.report_words import sections
from toolkit.session.scoring import figures, session_figures, sums_of

Run = Callable[..., tuple[int, str, str]]

WORDS = {
    "en": {"papers": "Name the papers", "offers": "Tell offers apart", "full": "Known by all",
           "uneven": "Half went home", "few": "Only three", "signs": "See the signs",
           "q1": "Which papers?", "q1.b": "A photo of the visa is enough", "q9": "=1+1"},
    "id": {"papers": "Menyebut surat", "q1": "Surat apa?", "q1.b": "Foto visa sudah cukup"},
}  # fmt: skip

BY_HANDS = session(
    vote(BEFORE, "q1", "a12 b10 c8"), vote(AFTER, "q1", "a20 b6 c3"),
    vote(BEFORE, "q2", "a15 b16"), vote(AFTER, "q2", "a25 b4"),
    vote(BEFORE, "f1", "a30 b0", objective="full"), vote(AFTER, "f1", "a28 b2", objective="full"),
    vote(BEFORE, "u1", "a10 b20", objective="uneven"), vote(AFTER, "u1", "a10 b5", objective="uneven"),
    vote(BEFORE, "w1", "a1 b2", objective="few"), vote(AFTER, "w1", "a2 b1", objective="few"),
    vote("first", "q3", "a7 b22"), vote("second", "q3", "a19 b10"),
    vote("opinion", "q9", "a11 b13", kind="opinion"),
    judged(BEFORE, "o1", 12, 30, honest=False), judged(AFTER, "o1", 24, 29, honest=False),
    judged(BEFORE, "o2", 11, 30, honest=True), judged(AFTER, "o2", 21, 29, honest=True),
    uid="1a2b3c4d5e", women=17, men=13, youth=6, marked=("q2", "ship/first"), words=WORDS,
    times=((Part.OPENING, 120, 150), (Part.LESSON, 1200, 1500), (Part.AFTER, 300, 20)),
    village="Sukamaju", day="2026-11-20",
)  # fmt: skip
BY_SLIPS = session(
    vote(BEFORE, "q1", "a5 b9 c1", form="a"), vote(AFTER, "q1", "a9 b4 c1", form="b"),
    marked_signs(BEFORE, "s1", "3 4 2 5", form="a"), marked_signs(AFTER, "s2", "1 1 5 8", form="b"),
    uid="9f8e7d6c5b", heads=29, women=15, village="-2+3 Muara", day="2026-10-02", marked=("q2",),
    times=((Part.LESSON, 900, 950), (Part.SLIPS, 0, 400)),
)  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of a laptop with two sessions, one of them gathered."""
    folder = tmp_path / "data"
    journal_of(folder, BY_SLIPS, gathered=True).close()
    journal_of(folder, BY_HANDS).close()
    return folder


@pytest.fixture
def report(run: Run, data: Path) -> Callable[..., str]:
    """Makes a report in English that must succeed."""

    def report(*arguments: object) -> str:
        code, out, err = run("--lang", "en", "--data", data, "report", *arguments)
        assert (code, err) == (0, "")
        return out

    return report


def test_everything_shown_can_be_worked_out_by_hand_from_the_table(
    report: Callable[..., str],
) -> None:
    """Every row of the text report, number for number, from the CSV alone."""
    shown = tables(report())
    del shown["What is hidden"]
    worked_out = by_hand(table(report("--format", "csv")))
    assert shown.keys() == worked_out.keys()
    for title, rows in worked_out.items():
        assert shown[title] == rows, title
    assert "hidden (<5)" in str(shown)
    assert "all knew it before" in str(shown)
    assert "too uneven to say" in str(shown)


def test_the_warning_stands_before_the_figures(report: Callable[..., str]) -> None:
    """A room that calls everything a trap has not learned to tell offers apart."""
    text = report()
    assert 0 < text.index("!! Careful: the room may only") < text.index("Traps caught")


def test_all_forms_say_the_same(report: Callable[..., str]) -> None:
    """JSON has the shares and the hidden groups that text, table and paper have."""
    data = json.loads(report("--format", "json"))
    rows = table(report("--format", "csv"))
    counts = [row for row in rows if row["record"] == "count"]
    assert [str(one["hands"]) for one in data["counts"]] == [row["hands"] for row in counts]
    assert [str(one["people"]) for one in data["counts"]] == [row["people"] for row in counts]
    objective = {one["objective"]: one for one in data["objectives"]}
    assert objective["papers"]["name"] == "Name the papers"
    assert objective["papers"]["before"] == {"hits": 32, "of": 76, "share": 32 / 76}
    assert objective["few"]["before"] == objective["few"]["after"] == "<5"
    assert (objective["full"]["gain"], objective["full"]["withheld"]) == (None, "full-before")
    assert data["discernment"]["only_suspicion"] is True
    assert data["signs"]["least"] == 3
    assert data["marked"][0] == {"item": "q2", "sessions": 2, "name": "q2"}
    assert data["format"] == 1
    assert data["hidden"].startswith("“hidden (<5)”: fewer than 5 people")
    table_of = {row["item"]: row for row in rows if row["record"] == "objective"}
    assert [table_of["papers"][f"{when}_{what}"] for when in (BEFORE, AFTER) for what in ("hits", "of")] == [
        "32", "76", "54", "72",
    ]  # fmt: skip
    assert {row["gain_withheld"] for row in table_of.values()} == {
        "",
        "full-before",
        "uneven",
        "few",
    }
    assert table_of["papers"]["gain_percent"] == f"{objective['papers']['gain'] * 100:.0f}"
    assert table_of["few"]["before_hits"] == table_of["few"]["after_of"] == "<5"
    (caught,) = (row for row in rows if row["item"] == "traps_caught")
    assert (caught["before_hits"], caught["after_of"]) == ("12", "29")
    held = [(row["question"], row["option"]) for row in rows if row["record"] == "belief"]
    assert held == [(one["question"], one["option"]) for one in data["beliefs"]]


def test_every_form_says_where_a_band_was_noted(report: Callable[..., str]) -> None:
    """Women in both sessions, men in one of 30 people."""
    there = json.loads(report("--format", "json"))["attendance"]
    assert (there["women"], there["women_in"]) == (32, None)
    assert (there["men"], there["men_in"]) == (13, {"sessions": 1, "people": 30})
    rows = {r["item"]: r for r in table(report("--format", "csv")) if r["record"] == "attendance"}
    assert "women_in" not in rows
    assert (rows["men_in"]["people"], rows["men_in"]["sessions"]) == ("30", "1")
    assert re.search(r"^Men +13 of 30, in 1 session$", report(), re.MULTILINE)


def test_a_small_group_is_hidden_in_every_form(report: Callable[..., str], tmp_path: Path) -> None:
    """Three people answered one question: none of its counts stands anywhere."""
    rows = [row for row in table(report("--format", "csv")) if row["question"] == "w1"]
    assert rows
    assert {(row["hands"], row["people"]) for row in rows} == {("<5", "<5")}
    data = json.loads(report("--format", "json"))
    assert {one["hands"] for one in data["counts"] if one["question"] == "w1"} == {Few.FEW.value}
    assert re.search(r"Only three +hidden \(<5\) +hidden \(<5\) +hidden \(<5\)", report())
    (name,) = report("--format", "pdf", "--out", tmp_path).split()
    text = PdfReader(name).pages[0].extract_text()
    assert text.count("hidden (<5)") >= 3


def test_the_table_opens_in_a_spreadsheet_as_it_is(data: Path, tmp_path: Path, run: Run) -> None:
    """Byte order mark, `;`, CR LF, whole numbers as numbers, and nothing that acts as a formula."""
    out = tmp_path / "report.csv"
    code, told, _ = run("--lang", "en", "--data", data, "report", "--format", "csv", "--out", out)
    assert (code, told) == (0, f"{out}\n")
    raw = out.read_bytes()
    assert raw.startswith(b'\xef\xbb\xbf"record";"item";')
    assert raw.count(b"\n") == raw.count(b"\r\n") > 20
    rows = table(raw.decode("utf-8"))
    cells = [cell for row in rows for cell in row.values()]
    assert "'=1+1" in cells
    assert "'-2+3 Muara" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    numbers = (
        "right",
        "paired",
        "people",
        "hands",
        "sessions",
        "gap",
        "before_of",
        "taken_seconds",
    )
    for number in numbers:
        assert all(re.fullmatch(r"\d*|<5", row[number]) for row in rows)
    # Numbers stand bare, all texts in quotes.
    assert set(re.split(r';|\r\n|"(?:[^"]|"")*"', raw.decode("utf-8-sig"))) <= {
        "", *(cell for cell in cells if cell.isdecimal()),
    }  # fmt: skip


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", ' "=', "＝"])
def test_a_formula_is_none_wherever_a_spreadsheet_parts_the_fields(
    separator: str, sign: str, tmp_path: Path, run: Run
) -> None:
    """An English Excel parts at commas, and whoever pastes at tabs."""
    name = f"Desa{separator}{sign}HYPERLINK(1)"
    journal_of(tmp_path, session(village=name, words={"en": {"q": name}}, marked=("q",))).close()
    _, told, _ = run("--lang", "en", "--data", tmp_path, "report", "--format", "csv")
    assert "HYPERLINK" in told
    for other in ",;\t|":
        for cell in told.replace('"', "").split(other):
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝"))


def test_the_table_goes_into_a_pipe_byte_for_byte(run: Run, data: Path, tmp_path: Path) -> None:
    """What `>` writes is what --out writes."""
    run("--data", data, "report", "--format", "csv", "--out", tmp_path / "a.csv")
    _, out, _ = run("--data", data, "report", "--format", "csv")
    assert out.encode() == (tmp_path / "a.csv").read_bytes()


def test_a_report_in_both_languages_on_paper(run: Run, data: Path, tmp_path: Path) -> None:
    """One page each, named for what it is about; the folder is made if need be."""
    code, out, err = run(
        "--data", data, "report", "--session", "last", "--format", "pdf", "--lang", "id",
        "--lang", "en", "--paper", "f4", "--out", tmp_path / "out",
    )  # fmt: skip
    assert (code, err) == (0, "")
    names = [Path(line).name for line in out.splitlines()]
    assert names == ["report-1a2b3c4d-id-f4.pdf", "report-1a2b3c4d-en-f4.pdf"]
    for name, words in zip(names, ("Menyebut surat", "Name the papers"), strict=True):
        (page,) = PdfReader(BytesIO((tmp_path / "out" / name).read_bytes())).pages
        assert words in page.extract_text()


def test_files_are_named_for_what_they_are_about(run: Run, data: Path, tmp_path: Path) -> None:
    """In a folder, with nothing in a name that a stick or a spreadsheet refuses."""
    asked = ("--village", "-2+3 Muara", "--since", "2026-01-01", "--format", "json")
    argv = [f"--village={asked[1]}", *asked[2:], "--lang", "en", "--out", tmp_path]
    assert Path(run("--data", data, "report", *argv)[1].strip()).name == (
        "report-2-3-muara-since-2026-01-01-en.json"
    )
    run("--data", data, "report", "--lang", "en", "--out", tmp_path)
    assert (tmp_path / "report-all-en.txt").read_text("utf-8").startswith("What this report")


@pytest.mark.parametrize("width", [20, 40, 60, 80])
def test_no_line_is_wider_than_the_console(lang: Language, width: int) -> None:
    """And whatever stands in the sections stands in the text, on a narrow console too."""
    figures = session_figures(BY_HANDS)
    shown = [*lines(figures, lang, width)]
    assert max(map(len, shown)) <= width
    letters = re.sub(r"[\s=!-]", "", "".join(shown))
    for section in sections(figures, lang):
        for cell in (section.title, section.meaning, *(c for row in section.rows for c in row)):
            wanted = re.sub(r"[\s=!-]", "", cell)
            assert wanted in letters or width > 20  # side by side, long cells are interleaved


def test_wide_letters_are_counted_as_the_console_counts_them() -> None:
    """A village in another script does not push the figures out of their column."""
    figures = session_figures(session(vote(BEFORE, "q1", "a9 b9"), vote(AFTER, "q1", "a9 b9"),
                                      words={"en": {"papers": "証明書を言う e\u0301"}}))  # fmt: skip
    shown = [*lines(figures, language("en"))]
    (row,) = [line for line in shown if "証" in line]
    (head,) = [line for line in shown if line.startswith("Objective")]
    # Six letters take two columns each, and one takes none.
    assert len(row) + 6 - 1 == len(head)


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (("--village", "Sukamajo"), 2, "Sukamaju"),
        (("--session", "77"), 2, "1a2b3c4d"),
        (("--since", "2027-01-01"), 1, "--since"),
        (
            ("--since", "2026-05-01", "--until", "2026-04-01"),
            2,
            "--since 2026-04-01 --until 2026-05-01",
        ),
        (("--since", "yesterday"), 2, "2026-11-22"),
        (("--format", "xls"), 2, "csv"),
        (("--lang", "id", "--lang", "en"), 2, "--format pdf --out DIR"),
        (("--lang", "fr"), 2, "id, en"),
        (("--paper", "a3"), 2, "a4, f4"),
        (("--signs", "0"), 2, "99"),
        (("--format", "json", "--out", "/dev/null/x.json"), 3, "x.json"),
    ],
)
def test_a_wrong_call_is_answered_with_what_there_is(
    run: Run, data: Path, lang: Language, arguments: tuple[str, ...], code: int, named: str
) -> None:
    """One or two sentences on stderr, nothing on stdout."""
    if "/dev/null/x.json" in arguments and sys.platform == "win32":
        pytest.skip("Windows has no /dev/null")
    told = run("--lang", lang.code, "--data", data, "report", *arguments)
    assert told[:2] == (code, "")
    assert named in told[2]


def test_without_any_session_it_is_said_what_to_do(run: Run, tmp_path: Path) -> None:
    """Exit 1: the call is right, there is only nothing there."""
    code, out, err = run("--lang", "en", "--data", tmp_path / "none", "report")
    assert (code, out) == (1, "")
    assert "cekdulu hall" in err
    assert "cekdulu gather" in err


def test_how_many_signs_are_enough_can_be_chosen(report: Callable[..., str]) -> None:
    """With 2, a slip on which two signs were marked counts."""
    assert re.search(r"At least 3 signs marked +36% \(14\) +53% \(15\)", report())
    assert re.search(r"At least 2 signs marked +50% \(14\) +87% \(15\)", report("--signs", "2"))


def test_a_report_for_the_console_loads_neither_screen_nor_paper(data: Path) -> None:
    """Nor does the table or the data; only a PDF needs ReportLab."""
    program = (
        "import sys; from toolkit.cli import main\n"
        "for form in ('text', 'json', 'csv'): main(['--data', sys.argv[1], 'report', '--format', form])\n"
        "print('loaded', sorted({'textual', 'rich', 'reportlab', 'yaml'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(data)],
        capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.stdout.endswith("loaded []\n"), done.stderr


def test_help_teaches_by_example(run: Run, lang: Language) -> None:
    """Each of the three commands shows a call that can be typed."""
    for command in ("report", "handover", "gather"):
        _, out, _ = run("--lang", lang.code, command, "--help")
        assert f"cekdulu {command} " in out.split("--help")[-1]


DOCS = Path(__file__).parent.parent.parent / "docs"


@pytest.mark.parametrize("page", ["report.md", "laporan.md"])
def test_the_table_is_explained_by_an_example_that_is_true(page: str) -> None:
    """Every column and record has its place there, and the rows worked out are those of the table."""
    told = (DOCS / page).read_text("utf-8")
    here = session(vote(BEFORE, "q1", "a12 b18"), vote(AFTER, "q1", "a20 b8"), uid="1")
    there = session(
        vote(BEFORE, "q1", "a6 b14"),
        vote(AFTER, "q1", "a12 b8"),
        uid="2",
        village="Muara",
        heads=20,
    )
    report = figures(sums_of([here, there]), Scope(sessions=2))
    found = table(as_csv(report, language("en")).decode("utf-8-sig"))
    for name in {*found[0], *(row["record"] for row in found)} - {"record"}:
        assert f"`{name}`" in told, name
    header, _, *rows = (
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in told.split("## ")[-1].splitlines()
        if line.startswith("|")
    )
    counts = [row for row in found if row["record"] == "count"]
    assert rows == [[row[name] for name in header] for row in counts]
    (one,) = (row for row in found if row["record"] == "objective")
    shares = f"{one['before_hits']} {one['before_of']} {one['after_hits']} {one['after_of']}"
    assert (shares, one["gap"], one["gain_percent"]) == ("18 50 32 48", "2", "48")
