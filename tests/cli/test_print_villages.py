"""`cekdulu print --villages`: what is said, what is counted, and which exit code scripts meet."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from cli.conftest import Run
from pypdf import PdfReader

from toolkit import console

WIDE = "Nan" * 40
HEAD = "desa;kecamatan;kabupaten;provinsi;kantor_desa;diperiksa_pada\n"
GOOD = "Sukamaju;Gumanti;Kabupaten Solok;Sumatera Barat;0751 123456;2026-11-02\n"
OTHER = "Ma'rang;Gumanti;Kabupaten Solok;Sumatera Barat;;\n"
LOST_ZERO = "Ranah;Gumanti;Kabupaten Agam;Sumatera Barat;8123456789;\n"
FOLDER = Path("leaflet-recruitment-id-a4", "sumatera-barat")


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A list with two good rows."""
    path = tmp_path / "desa.csv"
    path.write_text(HEAD + GOOD + OTHER, encoding="utf-8")
    return path


def _print(run: Run, listed: Path, *more: str) -> tuple[int, str, str]:
    wish = ("print", "leaflet", "--lesson", "recruitment", "--lang", "id")
    return run("--lang", "en", *wish, "--villages", listed, "--out", listed.parent / "out", *more)


def test_each_village_has_its_file(run: Run, listed: Path) -> None:
    """In folders of its province and regency; a pipe hears counts and nothing else."""
    code, out, err = _print(run, listed)
    assert (code, err) == (0, "")
    assert "Villages: 2\n" in out
    assert "Files that are new: 2\n" in out
    inside = listed.parent / "out" / FOLDER / "kabupaten-solok"
    assert sorted(path.name for path in inside.iterdir()) == ["gumanti-marang.pdf", "gumanti-sukamaju.pdf"]  # fmt: skip
    assert "0751 123456" in PdfReader(inside / "gumanti-sukamaju.pdf").pages[0].extract_text()


def test_a_regency_has_one_file(run: Run, listed: Path) -> None:
    """Two pages for each of its villages, with bookmarks."""
    code, _, _ = _print(run, listed, "--bundle", "regency")
    bundle = PdfReader(listed.parent / "out" / FOLDER / "kabupaten-solok.pdf")
    assert (code, len(bundle.pages)) == (0, 4)
    assert [one.title for one in bundle.outline] == ["Sukamaju, Gumanti", "Ma'rang, Gumanti"]


def test_bad_rows_are_told_and_left_out_and_the_good_ones_printed(run: Run, listed: Path) -> None:
    """Exit 1, with row and what to do, as `check` tells it."""
    listed.write_text(HEAD + GOOD + LOST_ZERO, encoding="utf-8")
    code, out, err = _print(run, listed)
    assert code == 1
    assert "desa.csv:3" in err
    assert "Rows left out: 1\n" in out
    assert "Files that are new: 1\n" in out


def test_what_cannot_be_printed_is_told_with_its_row(run: Run, listed: Path) -> None:
    """A name that no line can hold."""
    listed.write_text(HEAD + GOOD + OTHER.replace("Ma'rang", WIDE), encoding="utf-8")
    code, out, err = _print(run, listed)
    assert code == 1
    assert "desa.csv:3" in err
    assert "leaflet-id-a4: " in err
    assert "Villages: 2\nVillages that could not be printed on every sheet: 1\n" in out
    assert "Rows left out: 0\nFiles that are new: 1\n" in out


def test_a_list_of_no_village_is_wrong_input(run: Run, listed: Path) -> None:
    """No folder is told of that is not there."""
    listed.write_text(HEAD, encoding="utf-8")
    code, out, err = _print(run, listed)
    assert (code, out) == (1, "")
    assert "desa.csv names no village" in err
    listed.write_text(HEAD + LOST_ZERO, encoding="utf-8")
    code, out, _ = _print(run, listed)
    assert code == 1
    assert out.endswith("Files that were there already: 0\n")


def test_old_files_are_told_by_what_they_are(run: Run, listed: Path) -> None:
    """What could not be made again is not handed out; the other kind of bundle may be doubled."""
    _print(run, listed)
    listed.write_text(HEAD + GOOD.replace("0751 123456", "") + OTHER, encoding="utf-8")
    _, _, err = _print(run, listed, "--bundle", "regency")
    assert "2 files there are from a call with the other --bundle" in err
    listed.write_text(HEAD + GOOD.replace("Sukamaju", WIDE), encoding="utf-8")
    _, _, err = _print(run, listed, "--bundle", "regency")
    assert "1 file there has old words or numbers, and could not be made again." in err
    assert "2 files there are for no village that was printed from this list" in err


def test_again_it_goes_on_and_counts_what_it_replaces(run: Run, listed: Path) -> None:
    """After a correction only that row's file is another one."""
    _print(run, listed)
    listed.write_text(HEAD + GOOD.replace("123456", "123457") + OTHER, encoding="utf-8")
    code, out, _ = _print(run, listed)
    assert code == 0
    assert "Files replaced, because something in them has changed: 1\n" in out
    assert "Files that were there already: 1\n" in out


def test_files_of_no_village_are_named(run: Run, listed: Path) -> None:
    """Somebody might hand them out."""
    _print(run, listed)
    listed.write_text(HEAD + OTHER, encoding="utf-8")
    code, _, err = _print(run, listed)
    assert code == 0
    assert "1 file there is for no village that was printed from this list" in err
    assert "gumanti-sukamaju.pdf" in err


def test_strict_refuses_what_is_stale(run: Run, listed: Path) -> None:
    """No village gets a sheet that should have been checked again."""
    wish = ("print", "leaflet", "--lesson", "recruitment", "--villages", listed, "--strict")
    code, out, err = run(
        "--as-of", "2028-01-01", "--lang", "en", *wish, "--out", listed.parent / "o"
    )
    assert code == 1
    assert "checked again first" in err
    assert out == ""


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--png",), "Pictures are not made for each village"),
        (("--share",), "Pictures are not made for each village"),
    ],
)
def test_pictures_are_not_made_of_villages(
    run: Run, listed: Path, options: tuple[str, ...], told: str
) -> None:
    """Options that do not go together are the wrong call."""
    code, _, err = _print(run, listed, *options)
    assert code == 2
    assert told in err


def test_a_bundle_needs_a_list(run: Run, tmp_path: Path) -> None:
    """Nothing is printed that was not meant."""
    code, _, err = run("--lang", "en", "print", "leaflet", "--bundle", "regency", "--out", tmp_path)
    assert code == 2
    assert "--villages FILE" in err
    assert not list(tmp_path.iterdir())


def test_a_product_without_numbers_is_the_wrong_call(run: Run, listed: Path) -> None:
    """It is the same for all villages; beside others, which are still printed, it is wrong in part."""
    code, out, err = _print(run, listed, "--lesson", "legal-route")
    assert code == 0
    wish = ("print", "seat-cards", "leaflet", "--lesson", "recruitment", "--villages", listed)
    code, out, err = run("--lang", "en", *wish, "--out", listed.parent / "out2")
    assert code == 1
    assert "There is no room for a village's own numbers on: seat-cards." in err
    assert "Files that are new: 2\n" in out
    wish = ("print", "seat-cards", "--villages", listed)
    code, out, err = run("--lang", "en", *wish, "--out", listed.parent / "out3")
    assert (code, out) == (2, "")


def test_a_list_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    """With the exit code of a wrong input."""
    code, _, err = _print(run, tmp_path / "nowhere.csv")
    assert code == 1
    assert "nowhere.csv is not there" in err


def test_ctrl_c_says_that_nothing_is_lost(
    run: Run, listed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And what the sheets say is kept already."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(console.Progress, "to", stop)
    kept = tmp_path / "data"
    wish = ("print", "leaflet", "--lesson", "recruitment", "--villages", listed)
    code, _, err = run("--lang", "en", "--data", kept, *wish, "--out", tmp_path / "out")
    assert code == 130
    assert "it goes on from there" in err
    assert len(list((kept / "editions").iterdir())) == 1


def test_a_poster_of_several_sheets_has_no_room(run: Run, listed: Path) -> None:
    """One of a single sheet has, and it says so."""
    wish = ("print", "poster", "--lesson", "recruitment", "--sheets", "4", "--villages", listed)
    code, _, err = run("--lang", "en", *wish, "--out", listed.parent / "out")
    assert code == 2
    assert "a poster of several sheets" in err


def test_progress_tells_the_time_that_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """After two seconds, at most ten times in a second, on one line that is gone at the end."""

    class Tty(io.StringIO):
        def isatty(self) -> bool:
            return True

    narration, clock = Tty(), iter([0.0, 1.0, 1.05, 10.0])
    monkeypatch.setattr(sys, "stderr", narration)
    monkeypatch.setattr(console.time, "monotonic", lambda: next(clock))
    with console.Progress(100, lambda seconds: f"{seconds:.0f} s left") as progress:
        for done in (5, 6, 25):
            progress.to(done, "solok.pdf")
    shown = [one.strip() for one in narration.getvalue().split("\r")]
    assert shown == ["", "5/100  solok.pdf", "25/100  30 s left  solok.pdf", "", ""]
