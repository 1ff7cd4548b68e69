"""`cekdulu print`: which files come out, what is said on the way, and what is never lost."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from samples import LESSON, QUIZ

from toolkit import RELEASED, console
from toolkit.cli import main
from toolkit.content.library import Library
from toolkit.language import Language

Write = Callable[[str, str | bytes], Path]
Print = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def shop(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Print:
    """Prints into a folder of its own; returns exit code, file names said, and stderr."""

    def shop(*arguments: object, before: tuple[object, ...] = ()) -> tuple[int, list[str], str]:
        given = ["--as-of", RELEASED, "--lang", "en", *before, "print", *arguments]
        code = main([*map(str, given), "--out", str(tmp_path / "out")])
        out, err = capsys.readouterr()
        return code, [Path(line).name for line in out.splitlines()], err

    return shop


def test_all_lessons_in_both_languages(shop: Print, tmp_path: Path, library: Library) -> None:
    """Two leaflets for each, of two pages, each named on stdout, nothing on stderr in a pipe."""
    code, names, err = shop("leaflet", "--lang", "id", "--lang", "en")
    assert (code, err) == (0, "")
    assert names == [
        f"leaflet-{lesson}-{code}-a4.pdf" for lesson in library.lessons for code in ("id", "en")
    ]
    assert {path.name for path in (tmp_path / "out").iterdir()} == set(names)
    for name in names:
        assert len(PdfReader(tmp_path / "out" / name).pages) == 2


def test_without_a_language_the_paper_speaks_as_the_program(shop: Print) -> None:
    """`--lang` before the command chooses both, unless print is told otherwise."""
    assert shop("handout", "--lesson", "recruitment")[1] == ["handout-recruitment-en-a4.pdf"]


def test_a_wish_said_twice_is_printed_once(shop: Print) -> None:
    """Products, lessons and languages may be repeated without harm."""
    wish = (
        "leaflet",
        "leaflet",
        "--lesson",
        "recruitment",
        "recruitment",
        "--lang",
        "id",
        "--lang",
        "id",
    )
    assert shop(*wish)[1] == ["leaflet-recruitment-id-a4.pdf"]


def test_what_is_stale_is_said(shop: Print) -> None:
    """Stamped on paper and named on stderr; refused, with exit 1 and no file, when strict."""
    later = ("--as-of", "2028-01-01")
    code, names, err = shop("leaflet", "--lesson", "recruitment", before=later)
    assert (code, len(names)) == (0, 1)
    assert "kbri-phnom-penh" in err
    code, names, err = shop("leaflet", "--lesson", "recruitment", "--strict", before=later)
    assert (code, names) == (1, [])
    assert "kbri-phnom-penh" in err


def test_what_does_not_fit_is_told_and_the_rest_is_printed(shop: Print, write: Write) -> None:
    """Exit 1, the panel and by how much, and the other lessons' files."""
    long = LESSON.replace(
        "{id: Baca dulu suratnya.", "{id: " + "Baca dulu suratnya baik-baik. " * 60
    )
    write("quizzes/ship.yaml", QUIZ)
    root = write("lessons/ship.yaml", long)
    wish = ("leaflet", "--lesson", "ship", "recruitment", "--lang", "id")
    code, names, err = shop(*wish, before=("--library", root))
    assert (code, names) == (1, ["leaflet-recruitment-id-a4.pdf"])
    assert "leaflet-ship-id-a4.pdf" in err
    assert " mm" in err


def test_what_is_not_translated_is_marked_and_with_strict_refused(
    shop: Print, write: Write
) -> None:
    """An Indonesian sentence on an English leaflet is marked there, and told on stderr."""
    write("quizzes/ship.yaml", QUIZ)
    half = LESSON.replace("- {id: Baca dulu., en: Read first.}", "- Baca dulu.")
    root = write("lessons/ship.yaml", half)
    wish = ("leaflet", "--lesson", "ship", "--lang", "id", "--lang", "en")
    code, names, err = shop(*wish, before=("--library", root))
    assert (code, names) == (0, ["leaflet-ship-id-a4.pdf", "leaflet-ship-en-a4.pdf"])
    assert "leaflet-ship-en-a4.pdf: 1 text" in err
    assert "leaflet-ship-id-a4.pdf:" not in err
    code, names, err = shop(*wish, "--strict", before=("--library", root))
    assert (code, names) == (1, ["leaflet-ship-id-a4.pdf"])
    assert "ship.yaml:21" in err


def test_a_product_that_nobody_can_draw_is_named(shop: Print, write: Write) -> None:
    """A trainer's own product needs a hand that draws it."""
    product = "products:\n  - {id: banner, title: {id: Spanduk, en: Banner}, about: {id: A, en: B}, papers: [a4]}\n"
    root = write("print/own.yaml", product)
    code, names, err = shop("banner", before=("--library", root))
    assert (code, names) == (2, [])
    assert "leaflet, handout" in err


def test_a_library_that_replaces_a_number_prints_its_own(
    shop: Print, write: Write, tmp_path: Path
) -> None:
    """The village's number is on the leaflet, and the small print says that it was changed."""
    contact = (
        "contacts:\n  - id: polri-110\n    name: {id: Polsek Desa, en: Village police}\n"
        '    number: "112"\n    dial: "112"\n    channel: phone\n'
        "    scope: {id: Semua orang, en: Everybody}\n    reach: indonesia\n"
        "    sources: [uu-18-2017]\n    seen_on: 2026-10\n    review_by: 2027-06-01\n"
    )
    root = write("lessons/reference/own.yaml", contact)
    shop("leaflet", "--lesson", "recruitment", before=("--library", root))
    pages = PdfReader(tmp_path / "out" / "leaflet-recruitment-en-a4.pdf").pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "112 Village police" in words
    assert "Changed by the local library: Village police." in words


def test_progress_counts_on_a_terminal_and_leaves_no_trace(
    shop: Print, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is being printed is shown on one line, which is gone at the end."""

    class Tty(io.StringIO):
        def isatty(self) -> bool:
            return True

    narration = Tty()
    monkeypatch.setattr(sys, "stderr", narration)
    shop("leaflet", "--lesson", "recruitment", "legal-route")
    written = narration.getvalue()
    assert "1/2  leaflet-recruitment-en-a4.pdf" in written
    assert "2/2  leaflet-legal-route-en-a4.pdf" in written
    cleared, told = written.rsplit("\r", 2)[1:]
    assert cleared.strip() == ""
    assert told == "Print at 100 percent, both sides, turned over the short edge: leaflet\n"


@pytest.mark.parametrize(
    ("turn", "told"),
    [([], "If both are on one side, add --turn-stack"), (["--turn-stack"], "Turn the whole stack over")],
)  # fmt: skip
def test_how_a_stack_is_put_back_is_told(
    shop: Print, monkeypatch: pytest.MonkeyPatch, turn: list[str], told: str
) -> None:
    """And how to find out with one sheet which of the two a printer needs."""
    monkeypatch.setattr(console, "is_watched", lambda: True)
    _, _, err = shop("leaflet", "--lesson", "recruitment", "--manual-duplex", *turn)
    assert told in err


def test_the_same_wish_gives_the_same_bytes(shop: Print, tmp_path: Path, lang: Language) -> None:
    """And whatever was there before is replaced in one step."""
    shop("leaflet", "--lesson", "recruitment", "--lang", lang.code)
    file = tmp_path / "out" / f"leaflet-recruitment-{lang.code}-a4.pdf"
    first = file.read_bytes()
    file.write_bytes(b"torn")
    shop("leaflet", "--lesson", "recruitment", "--lang", lang.code)
    assert file.read_bytes() == first
    assert list(file.parent.iterdir()) == [file]


def test_pictures_to_share_need_no_lesson_on_the_sheet(shop: Print) -> None:
    """Whatever is printed, the pictures are those of the lessons that were named."""
    code, names, _ = shop("seat-cards", "--share", "--lesson", "recruitment", "--people", "8")
    assert code == 0
    assert names[0] == "seat-cards-en-a4.pdf"
    assert {name.rsplit("-", 1)[0] for name in names[1:]} == {
        "share-recruitment-en-1080x1080",
        "share-recruitment-en-1080x1920",
    }


def test_only_a_poster_is_of_several_sheets(shop: Print) -> None:
    """The others are called and printed as always."""
    code, names, _ = shop("poster", "handout", "--lesson", "recruitment", "--sheets", "4")
    assert code == 0
    assert names == ["poster-recruitment-en-a4-4.pdf", "handout-recruitment-en-a4.pdf"]


def test_the_pages_come_as_pictures_too(shop: Print, tmp_path: Path) -> None:
    """Each page one PNG beside its PDF, small enough to send."""
    code, names, _ = shop("leaflet", "--lesson", "recruitment", "--png")
    stem = "leaflet-recruitment-en-a4"
    assert (code, names) == (0, [f"{stem}.pdf", f"{stem}-1.png", f"{stem}-2.png"])
    for name in names[1:]:
        picture = (tmp_path / "out" / name).read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert len(picture) < 150_000


def test_without_duplex_fronts_come_before_backs(shop: Print, tmp_path: Path) -> None:
    """And the file is called so; what has one side stays as it is."""
    code, names, err = shop("leaflet", "handout", "--lesson", "recruitment", "--manual-duplex")
    assert code == 0
    assert names == ["leaflet-recruitment-en-a4-manual.pdf", "handout-recruitment-en-a4.pdf"]
    assert err == "Printed on one side, so --manual-duplex makes no difference: handout\n"


def test_a_stack_that_is_turned_over_begins_with_the_first_back(shop: Print) -> None:
    """Many inkjets deliver face up; how to find out with one sheet is told on a terminal."""
    wish = ("guide", "--lesson", "recruitment", "--manual-duplex", "--turn-stack")
    code, names, _ = shop(*wish)
    assert (code, names) == (0, ["guide-recruitment-en-a4-manual-over.pdf"])
    code, names, err = shop("guide", "--lesson", "recruitment", "--turn-stack")
    assert (code, names) == (2, [])
    assert "--manual-duplex" in err


@pytest.mark.parametrize("wish", [("--people", "0"), ("--people", "x"), ("--sheets", "3")])
def test_a_number_that_cannot_be(shop: Print, wish: tuple[str, str], tmp_path: Path) -> None:
    """The call is wrong, says what may stand there, and writes nothing."""
    code, names, err = shop("poster", *wish)
    assert (code, names) == (2, [])
    assert wish[1] in err
    assert not (tmp_path / "out").exists()
