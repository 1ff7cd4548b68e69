"""Printing from the app: chosen by keys, looked at before, written as real files, told afterwards."""

from __future__ import annotations

import errno
import json
import os
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from screen.conftest import Drive, Golden, Seat
from screen.sample import both, course

from toolkit.commands.print_desk import PrintDesk
from toolkit.content.library import Library
from toolkit.content.load import Loaded, open_library
from toolkit.content.place import Place
from toolkit.content.product import Copies, Product
from toolkit.content.text import Text
from toolkit.disk import cannot_write
from toolkit.language import language, said
from toolkit.paper.type.trouble import Unprintable
from toolkit.records.front import Shelf
from toolkit.records.journal import Journal
from toolkit.records.passphrase import keep, kept
from toolkit.screen import actions, drawing
from toolkit.screen.hall.hall_screen import HallScreen
from toolkit.screen.kiosk import Kiosk
from toolkit.screen.print_door import FileLine, Kind, Made, Outline, Started, Turn, Wish
from toolkit.screen.printing import wishes
from toolkit.screen.printing.form import Form, as_setting, from_setting
from toolkit.screen.printing.wishes import SETTING
from toolkit.screen.workbench import Workbench

SIZES = [(60, 18), (80, 24), (120, 40)]
LESSON = "recruitment"


# A real shop


class Desk(PrintDesk):
    """The real shop, with a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.kept: list[str] = []
        super().__init__(lambda editions: self.kept.extend(one.code for one in editions))
        self.folder = folder  # type: ignore[misc]


@pytest.fixture(scope="module")
def built_in() -> Loaded:
    """The built-in library, with those products only that every shop has."""
    loaded = open_library(as_of=date(2026, 11, 22))
    there = loaded.library.products
    products = {one: replace(there[one], copies=Copies.PERSON) for one in ("leaflet", "handout")}
    lessons = {one: loaded.library.lessons[one] for one in list(loaded.library.lessons)[:2]}
    assert LESSON in lessons
    return replace(loaded, library=replace(loaded.library, products=products, lessons=lessons))


@pytest.fixture
def viewed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What would have been opened in the system's viewer."""
    opened: list[Path] = []

    def view(file: Path) -> bool:
        opened.append(file)
        return True

    monkeypatch.setattr(drawing, "view", view)
    return opened


@pytest.fixture
def no_sticks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The sticks that are in: none, until a test puts one in."""
    there: list[Path] = []
    monkeypatch.setattr(wishes, "sticks", lambda: tuple(there))
    return there


def bench(loaded: Loaded, door: object) -> Workbench:
    """A workbench with a print shop."""
    return Workbench(Path(), lambda: loaded, printing=door)  # type: ignore[arg-type]


def said_without_gaps(seat: Seat, path: Path) -> bool:
    """Does a path stand on the screen, however it is wrapped?"""
    return "".join(str(path).split()) in "".join(seat.text.split())


def test_what_is_looked_at_is_not_kept(built_in: Loaded, tmp_path: Path) -> None:
    """The files of one desk are gone as soon as the next one shows its first."""
    wish = Wish(("handout",), (LESSON,), ("id", "en"), "a4", 30, Path())
    first, second = (
        Desk(tmp_path).sample(built_in.library, wish, f"handout-{LESSON}-{code}-a4.pdf")
        for code in ("id", "en")
    )
    assert first.parent == second.parent
    assert first.parent.is_relative_to(os.environ["XDG_CACHE_HOME"])
    assert list(second.parent.iterdir()) == [second]


def words_of(file: Path) -> str:
    """All words of a PDF."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def test_a_leaflet_is_chosen_looked_at_and_printed(
    drive: Drive, built_in: Loaded, tmp_path: Path, viewed: list[Path], no_sticks: list[Path]
) -> None:
    """By keys alone; the files are there afterwards, whole, and say what was chosen."""
    out = tmp_path / "PDF"

    async def story(seat: Seat) -> None:
        assert "Print leaflets and other sheets (F8)" in seat.text
        await seat.press("f8")
        assert "What shall be printed?" in seat.text
        await seat.press("1", "2", "pagedown")
        assert f"[•] {built_in.library.lessons[LESSON].title.runs['en'][0].value}" in seat.text
        assert "[•] English" in seat.text
        assert "A4 (210 x 297 mm)" in seat.text
        assert said_without_gaps(seat, out)
        await seat.press("pagedown")
        shown = await seat.until("2 files, 3 pages, 2 sheets of A4.")
        assert "both sides, turned over the short edge; 30 copies" in seat.said
        assert "one side; 30 copies" in seat.said
        assert not out.exists()
        assert "Enter on a file: look at it first." in shown
        await seat.press("1")
        await seat.until("2 files", without="being drawn")
        assert [one.name for one in viewed] == ["leaflet-recruitment-en-a4.pdf"]
        assert words_of(viewed[0])
        assert not out.exists()
        await seat.press("pagedown")
        await seat.until("2 files are written:", "For the shop, for 30 people.")
        await seat.press("1", "3")
        assert viewed[1:] == [out, out / "handout-recruitment-en-a4.pdf"]
        assert "Choose a lesson:" in await seat.press("escape")
        assert len(seat.app.screen_stack) == 1

    drive(story, bench=bench(built_in, Desk(out)), size=(100, 40))
    assert sorted(one.name for one in out.iterdir()) == [
        "handout-recruitment-en-a4.pdf",
        "leaflet-recruitment-en-a4.pdf",
    ]
    title = built_in.library.lessons[LESSON].title.runs["en"][0].value
    for file in out.iterdir():
        assert title in words_of(file)


def test_what_is_chosen_is_what_is_printed(
    drive: Drive, built_in: Loaded, tmp_path: Path, no_sticks: list[Path]
) -> None:
    """Another language, another paper, two lessons, onto a stick; remembered but for the language."""
    no_sticks.append(tmp_path / "stick")
    no_sticks[0].mkdir()
    folder = no_sticks[0] / "Cek Dulu"

    async def story(seat: Seat) -> None:
        await seat.press("c", "down", "enter", "pagedown")
        await seat.press("down", "enter", "down", "enter", "down", "enter")
        await seat.press("down", "right", "down", *"45", "down", "enter", "down", "right")
        assert "[•] Indonesia" in seat.text
        assert "[ ] English" in seat.text
        assert "F4 (215 x 330 mm)" in seat.text
        assert "I turn the sheets by hand" in seat.text
        assert said_without_gaps(seat, folder)
        await seat.press("down", "enter")
        await seat.until("2 files, 2 pages", "45 copies")
        await seat.press("pagedown")
        await seat.until("2 files are written:", "for 45 people")

    async def again(seat: Seat) -> None:
        await seat.press("f8", "pagedown")
        assert "[•] English" in seat.text
        assert "[ ] Indonesia" in seat.text
        assert "F4 (215 x 330 mm)" in seat.text
        assert said_without_gaps(seat, folder)
        no_sticks.clear()
        await seat.press("escape", "escape", "f8", "pagedown")
        assert said_without_gaps(seat, tmp_path / "PDF")

    drive(story, bench=bench(built_in, Desk(tmp_path / "PDF")), size=(120, 40))
    lessons = built_in.library.lessons
    assert {one.name for one in folder.iterdir()} == {f"handout-{one}-id-f4.pdf" for one in lessons}
    page = PdfReader(folder / f"handout-{LESSON}-id-f4.pdf").pages[0]
    assert round(float(page.mediabox.height) / 72 * 25.4) == 330
    assert lessons[LESSON].title.runs["id"][0].value in page.extract_text()
    drive(again, bench=bench(built_in, Desk(tmp_path / "PDF")), size=(120, 40))


def test_what_was_checked_long_ago_is_named_before_printing(
    drive: Drive, built_in: Loaded, tmp_path: Path, no_sticks: list[Path]
) -> None:
    """By the name and number of the help line, on the outline, before anything is written."""
    later = replace(built_in.library, as_of=date(2099, 1, 1))
    contact = later.contacts[later.lessons[LESSON].contacts[0]]

    async def story(seat: Seat) -> None:
        await seat.press("f8", "1", "pagedown", "pagedown")
        await seat.until("Checked too long ago", contact.number)
        assert not (tmp_path / "PDF").exists()

    desk = Desk(tmp_path / "PDF")
    drive(story, bench=bench(replace(built_in, library=later), desk), size=(100, 40))


def test_words_that_do_not_fit_keep_only_their_own_file_back(
    drive: Drive, built_in: Loaded, tmp_path: Path, no_sticks: list[Path]
) -> None:
    """They are told on the outline with place and mend; what fits is printed all the same."""
    lesson = built_in.library.lessons[LESSON]
    title = Text(
        {code: (runs[0]._replace(value="Wagwag" * 60),) for code, runs in lesson.title.runs.items()}
    )
    lessons = {**built_in.library.lessons, LESSON: replace(lesson, title=title)}
    loaded = replace(built_in, library=replace(built_in.library, lessons=lessons))
    other = next(one for one in lessons if one != LESSON)

    async def story(seat: Seat) -> None:
        await seat.press("f8", "2", "pagedown", "down", "enter", "up", "pagedown")
        await seat.until("handout-recruitment-en-a4.pdf cannot be printed:", "1 file, 1 page")
        await seat.press("pagedown")
        await seat.until("1 file is written:", "handout-recruitment-en-a4.pdf cannot be printed:")

    drive(story, bench=bench(loaded, Desk(tmp_path / "PDF")), size=(120, 60))
    assert [one.name for one in (tmp_path / "PDF").iterdir()] == [f"handout-{other}-en-a4.pdf"]


def test_a_folder_that_cannot_be_written_is_told_with_its_mend(
    drive: Drive, built_in: Loaded, tmp_path: Path, no_sticks: list[Path]
) -> None:
    """And once it is mended, one more key prints what was not printed."""
    blocked = tmp_path / "PDF"
    blocked.write_text("no folder")

    async def story(seat: Seat) -> None:
        await seat.press("f8", "2", "pagedown", "pagedown")
        await seat.until("1 file, 1 page")
        await seat.press("pagedown")
        await seat.until("could not be written: a file stands where a folder should be.")
        assert "choose another folder" in seat.said
        assert "1 file is not written." in seat.said
        blocked.unlink()
        await seat.press("enter")
        await seat.until("1 file is written:")

    drive(story, bench=bench(built_in, Desk(blocked)), size=(100, 30))
    assert (blocked / "handout-recruitment-en-a4.pdf").read_bytes().startswith(b"%PDF")


def test_printing_stops_after_the_file_that_is_being_written(
    drive: Drive, built_in: Loaded, tmp_path: Path, no_sticks: list[Path]
) -> None:
    """Esc while it writes: what is written stays, whole; the rest is counted and not begun."""
    may_go_on = Event()

    class Slow(Desk):
        def make(self, library: Library, wish: Wish, started: Started) -> Made:
            def waited(at: int, of: int, file: str) -> bool:
                going_on = started(at, of, file)
                if at == 1:
                    assert may_go_on.wait(20)
                return going_on

            return super().make(library, wish, waited)

    async def story(seat: Seat) -> None:
        await seat.press("f8", "2", "pagedown", "down", "enter", "pagedown")
        await seat.until("2 files, 2 pages")
        await seat.press("pagedown")
        await seat.until("Being written: 1 of 2", "Esc Stop")
        assert "Still writing." in await seat.press("f10")
        assert not (await seat.press("f9")).strip()
        await seat.press("f9")
        assert "It stops after this file." in await seat.press("escape")
        may_go_on.set()
        await seat.until("1 file is written:", "1 file is not written.")

    drive(story, bench=bench(built_in, Slow(tmp_path / "PDF")), size=(100, 30))
    assert len(list((tmp_path / "PDF").iterdir())) == 1


# What the screens say and refuse, before a shop that knows only these

LEAFLET = FileLine(
    "leaflet-offer-en-a4.pdf", "leaflet", ("offer",), "en", ("Outside", "Inside"), 1, Turn.SHORT,
    30, "4D42-DD39", ("police",), 2,
)  # fmt: skip
QUIZ = FileLine(
    "quiz-sheet-offer+ship-en-a4.pdf", "quiz-sheet", ("offer", "ship"), "en",
    ("Form A", "", "Form B", ""), 2, Turn.LONG, 30, "DE3Z-6236",
)  # fmt: skip
CARDS = FileLine(
    "seat-cards-en-a4.pdf", "seat-cards", (), "en",
    ("Seats 1 to 8", "Seats 9 to 16", "Seats 17 to 24", "Seats 25 to 32"), 4, Turn.NONE, 1,
    "EB45-M4W4",
)  # fmt: skip


class Counter:
    """A door whose shop has one of each kind, and never changes."""

    folder = Path("/home/sri/Documents/Cek Dulu/PDF")

    def __init__(self, outline: Outline | None = None, made: Made | None = None) -> None:
        self.wished: list[Wish] = []
        self._outline = outline or Outline((LEAFLET, QUIZ, CARDS))
        self._made = made

    def kinds(self) -> Mapping[str, Kind]:
        """A lesson's, a session's, a village's."""
        kinds = {"leaflet": Kind.LESSON, "quiz-sheet": Kind.SESSION}
        return {**kinds, "seat-cards": Kind.VILLAGE, "poster": Kind.LESSON}

    def outline(self, library: Library, wish: Wish, started: Started) -> Outline:
        """Always the same."""
        self.wished.append(wish)
        return self._outline

    def make(self, library: Library, wish: Wish, started: Started) -> Made:
        """As if all were written."""
        files = tuple(wish.out / line.file for line in self._outline.files)
        return self._made or Made(files)

    def sample(self, library: Library, wish: Wish, file: str) -> Path:
        """Somewhere."""
        return Path("/tmp/cekdulu-1", file)


def products() -> dict[str, Product]:
    """Four products; one comes on F4 only."""
    made = (
        Product(
            "leaflet", both("Leaflet (lembar lipat)", "Leaflet"),
            both("Satu lembar bolak-balik, dilipat tiga.", "One sheet, folded in three."),
            ("a4", "f4"), Copies.PERSON,
        ),
        Product(
            "quiz-sheet", both("Lembar soal", "Quiz sheets"),
            both("Soal tes awal dan tes akhir.", "Questions for before and after."),
            ("a4", "f4"), Copies.PERSON,
        ),
        Product(
            "seat-cards", both("Kartu nomor", "Seat cards"),
            both("Nomor kursi, tanpa nama.", "A number for each seat, no names."),
            ("a4", "f4"), Copies.SESSION, 8,
        ),
        Product(
            "poster", both("Poster", "Poster"),
            both("Satu pesan besar untuk papan desa.", "One large message for a notice board."),
            ("f4",),
        ),
    )  # fmt: skip
    return {one.id: one for one in made}


def at_counter(lessons: int = 3) -> Loaded:
    """The course with products."""
    loaded = course(lessons=lessons)
    return replace(loaded, library=replace(loaded.library, products=products()))


def test_lessons_are_asked_for_only_where_a_product_is_about_them(
    drive: Drive, no_sticks: list[Path]
) -> None:
    """Seat cards are about none; one file for several lessons only where a session's sheet can."""
    door = Counter()

    async def story(seat: Seat) -> None:
        await seat.press("f8", "3", "pagedown")
        assert "About which lessons?" not in seat.text
        await seat.press("pagedown")
        await seat.until("3 files")
        await seat.press("escape", "escape", "1", "pagedown")
        assert "About which lessons?" in seat.text
        await seat.press("down", "enter")
        assert "all together in one file" not in seat.text
        await seat.press("escape", "2", "pagedown")
        assert "all together in one file" in seat.text
        await seat.press("pagedown")
        await seat.until("3 files")

    drive(story, bench=bench(at_counter(), door), size=(80, 40))
    first, second = door.wished
    assert (first.products, first.lessons) == (("seat-cards",), ())
    assert second.products == ("leaflet", "quiz-sheet", "seat-cards")
    assert second.lessons == ("offer", "ship")
    assert second.together


def test_what_is_lacking_is_said_and_the_caret_goes_there(
    drive: Drive, no_sticks: list[Path]
) -> None:
    """Products, a lesson, a language, a paper for all of them, people: nothing goes on without."""
    door = Counter()

    async def story(seat: Seat) -> None:
        await seat.press("f8")
        assert "First choose what shall be printed." in await seat.press("pagedown")
        await seat.press("1", "pagedown", "enter")
        assert "First choose a lesson." in await seat.press("pagedown")
        await seat.press("enter", *["down"] * 4, "enter")
        assert "First choose a language." in await seat.press("pagedown")
        await seat.press("enter", *["down"] * 3, "backspace", "backspace")
        assert "First how many people it is for." in await seat.press("pagedown")
        assert "A number from 1 to 999 stands here." in await seat.press("0")
        await seat.press("4", "0", "escape", "4", "pagedown")
        assert "F4 (215 x 330 mm)" not in seat.text
        assert "do not come on the same paper" not in seat.text
        await seat.press("pagedown")
        assert "First choose" not in seat.text

    drive(story, bench=bench(at_counter(), door), size=(80, 40))
    assert [one.people for one in door.wished] == []


def test_the_help_names_the_keys_of_every_step(drive: Drive, no_sticks: list[Path]) -> None:
    """What a key does there stands in the help, and everything can be hidden at once."""

    async def story(seat: Seat) -> None:
        for keys in (["f8"], ["1", "pagedown"], ["pagedown"], ["pagedown"]):
            await seat.press(*keys)
            await seat.settled()
            before = seat.text
            assert not (await seat.press("f9")).strip()
            assert await seat.press("f9") == before
            acting = seat.app.screen.acting()
            await seat.press("f1")
            for action in acting:
                assert action.help in seat.said
            await seat.press("escape")

    drive(story, bench=bench(at_counter(), Counter()), size=(80, 60))


def test_who_types_quickly_loses_no_key(drive: Drive, no_sticks: list[Path]) -> None:
    """Keys that wait are taken in their order, each on the step that those before it led to."""
    door = Counter()
    steps = (*"12", "pagedown", "down", "enter", *["down"] * 4, "right", "down", "right")
    number = ("down", *"45", "pagedown")

    async def story(seat: Seat) -> None:
        await seat.press("f8")
        for key in (*steps, *number):
            seat.app.simulate_key(key)
        await seat.until("3 files")

    drive(story, bench=bench(at_counter(), door), size=(80, 40))
    (wish,) = door.wished
    assert wish.products == ("leaflet", "quiz-sheet")
    assert wish.lessons == ("offer", "ship")
    assert not wish.together
    assert (wish.paper, wish.people) == ("f4", 45)


def test_nothing_is_printed_while_a_room_is_led(drive: Drive, no_sticks: list[Path]) -> None:
    """In a session in the hall neither F8 nor C leads away from it."""

    async def story(seat: Seat) -> None:
        await seat.press("f7", *"Sukamaju", "down", *"30", "pagedown")
        assert isinstance(seat.app.screen, HallScreen)
        await seat.press("f8", "c")
        assert isinstance(seat.app.screen, HallScreen)
        assert actions.PRINT not in seat.app.screen.acting()

    drive(story, bench=bench(at_counter(), Counter()))


def test_a_kiosk_never_prints(journal: Journal) -> None:
    """Whatever it may have been handed."""
    keep(journal.path.parent, "rahasia sekali")
    passphrase = kept(journal.path.parent)
    assert passphrase is not None
    kiosk = Kiosk(Shelf(None, at_counter), journal, language("en"), passphrase)
    kiosk.bench = bench(at_counter(), Counter())
    assert not kiosk.allows(actions.PRINT.name)


def test_files_that_changed_meanwhile_break_nothing(drive: Drive, no_sticks: list[Path]) -> None:
    """A lesson and a product that a trainer takes out while the outline is open."""
    loaded = [at_counter()]

    async def story(seat: Seat) -> None:
        await seat.press("f8", "1", "pagedown", "pagedown")
        await seat.until("3 files")
        seat.app._shelf.renew(course(lessons=1))
        await seat.press("f2", "f2")
        assert "leaflet (English)" in seat.text.replace(": A job offer by message", "")
        await seat.press("escape", "escape", "escape")
        assert "Choose a lesson:" in seat.text

    bench_ = Workbench(Path(), lambda: loaded[0], printing=Counter())
    drive(story, bench=bench_, size=(80, 40))


def test_a_product_that_nobody_can_draw_fails_by_its_name(built_in: Loaded, tmp_path: Path) -> None:
    """One that a designer has only announced: told among the failures, before and after."""
    desk = Desk(tmp_path)
    wish = Wish(("banner", "handout"), (LESSON,), ("id",), "a4", 30, tmp_path)
    outline = desk.outline(built_in.library, wish, lambda *_: True)
    made = desk.make(built_in.library, wish, lambda *_: True)
    for failures in (outline.failures, made.failures):
        assert [file for file, _ in failures] == ["banner-id-a4.pdf"]
    assert [one.product for one in outline.files] == ["handout"]
    assert [one.name for one in made.files] == [f"handout-{LESSON}-id-a4.pdf"]


def test_the_outline_is_of_the_file_that_is_written(built_in: Loaded, tmp_path: Path) -> None:
    """As many pages, and the same edition, as the PDF has; what was printed is kept for later."""
    library = built_in.library
    small = replace(library.products["handout"], copies=Copies.SESSION)
    library = replace(library, products={**library.products, "handout": small})
    wish = Wish(("leaflet", "handout"), (LESSON,), ("id", "en"), "f4", 30, tmp_path, by_hand=True)
    desk = Desk(tmp_path)
    outline = desk.outline(library, wish, lambda *_: True)
    made = desk.make(library, wish, lambda *_: True)
    assert [one.name for one in made.files] == [line.file for line in outline.files]
    for line, file in zip(outline.files, made.files, strict=True):
        assert len(line.pages) == len(PdfReader(file).pages)
        assert line.edition in words_of(file)
        assert line.copies == {"leaflet": 30, "handout": 1}[line.product]
        assert line.turn is {"leaflet": Turn.SHORT, "handout": Turn.NONE}[line.product]
        assert line.sheets == 1
    assert desk.kept == [line.edition for line in outline.files]
    assert [line.file.endswith("-manual.pdf") for line in outline.files] == [
        True,
        True,
        False,
        False,
    ]


def test_nothing_is_offered_where_there_is_no_shop(drive: Drive) -> None:
    """Neither a line, nor a key, nor a word in the help."""

    async def story(seat: Seat) -> None:
        before = seat.text
        assert "Print" not in before
        assert await seat.press("f8", "c") == before
        assert actions.PRINT not in seat.app.screen.acting()

    drive(story, loaded=at_counter())


def test_a_trainers_words_are_never_markup(drive: Drive, no_sticks: list[Path]) -> None:
    """Products, lessons and pages are shown as they are written."""
    odd = both("[/] [b]Lembar[/foo]", "[/] [b]Sheet[/foo]")
    named = {"leaflet": replace(products()["leaflet"], title=odd, about=odd)}
    loaded = at_counter()
    loaded = replace(loaded, library=replace(loaded.library, products=named))
    outline = Outline((replace(LEAFLET, pages=("[/] [b]Out[/foo]", "")),))

    async def story(seat: Seat) -> None:
        await seat.press("f8", "1")
        assert seat.text.count("[/] [b]Sheet[/foo]") == 2
        await seat.press("pagedown", "pagedown")
        await seat.until("[/] [b]Sheet[/foo]", "2 pages: [/] [b]Out[/foo].")

    drive(story, bench=bench(loaded, Counter(outline)), size=(80, 40))


def test_our_own_fault_is_raised_and_not_swallowed(drive: Drive, no_sticks: list[Path]) -> None:
    """A mistake of the program in the thread ends the app as any other would."""

    class Broken(Counter):
        def outline(self, library: Library, wish: Wish, started: Started) -> Outline:
            raise ZeroDivisionError

    async def story(seat: Seat) -> None:
        await seat.press("f8", "1", "pagedown", "pagedown")
        deadline = time.monotonic() + 20
        while seat.app._exception is None and time.monotonic() < deadline:
            await seat.pilot.pause(0.02)

    with pytest.raises(ZeroDivisionError):
        drive(story, bench=bench(at_counter(), Broken()))


_PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=3)
_ANY = st.recursive(_PLAIN, lambda one: st.lists(one, max_size=3), max_leaves=4)


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from([*Form.__slots__, "other"]), _ANY) | _ANY)
def test_any_setting_gives_a_form(kept: object) -> None:
    """What is kept may be from another version or damaged: a form comes of it all the same."""
    form = from_setting(json.dumps(kept))
    assert from_setting(as_setting(form)) == form
    assert from_setting(str(kept)[:40]) is not None


def test_a_setting_comes_back_as_it_was_kept(journal: Journal) -> None:
    """All fields, through the journal."""
    form = Form(("leaflet",), ("offer", "ship"), ("id", "en"), "f4", "45", "/media/x", False, True)
    journal.keep_setting(SETTING, as_setting(form))
    assert from_setting(journal.setting(SETTING)) == form


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_printing_stands_as_it_was_approved(
    drive: Drive, golden: Golden, lang: object, size: tuple[int, int], no_sticks: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Home, products, the set-up, the outline, the end, and what failed."""
    monkeypatch.setattr(drawing, "view", lambda file: False)
    code = lang.code  # type: ignore[attr-defined]
    too_long = Place("lessons/ship.yaml", 7, 1)
    what = said(
        "In {panel}, “{word}” is {mm} mm wider than the panel.", panel="1", word="Wagwag", mm=4
    )
    mend = said("Use a shorter word, or put a space into it.")
    unfit = Unprintable(too_long, "paper-too-wide", what, mend)
    full = cannot_write(Counter.folder / CARDS.file, OSError(errno.ENOSPC, ""))
    failing = Counter(
        Outline((LEAFLET, CARDS), (("handout-ship-en-a4.pdf", unfit),)),
        Made((Counter.folder / LEAFLET.file,), (("handout-ship-en-a4.pdf", unfit),), 1, full),
    )

    def taking(seat: Seat, name: str) -> None:
        golden.frame(f"print-{name}.{code}.{size[0]}x{size[1]}", seat.text)

    async def walk(seat: Seat) -> None:
        taking(seat, "home")
        await seat.press("f8")
        taking(seat, "products")
        await seat.press("1", "2", "3", "pagedown", "down", "enter")
        taking(seat, "setup")
        await seat.press("pagedown")
        await seat.settled()
        taking(seat, "outline")
        await seat.press("pagedown")
        await seat.settled()
        taking(seat, "made")

    async def fail(seat: Seat) -> None:
        await seat.press("f8", "pagedown", "pagedown")
        await seat.settled()
        taking(seat, "outline-unfit")
        await seat.press("1")
        await seat.settled()
        taking(seat, "outline-no-viewer")
        await seat.press("pagedown")
        await seat.settled()
        taking(seat, "made-not-all")

    drive(walk, bench=bench(at_counter(), Counter()), lang=code, size=size)
    drive(fail, bench=bench(at_counter(), failing), lang=code, size=size)
    golden.judge()
