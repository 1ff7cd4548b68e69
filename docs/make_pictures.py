"""Makes the pictures of the READMEs from the real app and the real leaflet.

    .venv/bin/python docs/make_pictures.py

Needs the `test` extra: a terminal to read (pyte).
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from itertools import count
from pathlib import Path

import pymupdf_fonts
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

DOCS = Path(__file__).parent
sys.path[:0] = [str(DOCS.parent), str(DOCS.parent / "tests")]

from terminal import F10, Terminal  # noqa: E402 - the tests' own terminal

from toolkit import RELEASED  # noqa: E402
from toolkit.content.load import open_library  # noqa: E402
from toolkit.paper.products.report import draw as draw_report  # noqa: E402
from toolkit.paper.shop import Job, draw  # noqa: E402
from toolkit.records.clock import Clock  # noqa: E402
from toolkit.records.journal import Journal  # noqa: E402
from toolkit.records.kept_session import KeptSession  # noqa: E402
from toolkit.records.reports import Asked, report  # noqa: E402
from toolkit.session.agenda import Item, Part, Setup  # noqa: E402
from toolkit.session.hall import Counted, Ended, Stage, WentOn  # noqa: E402
from toolkit.session.plan import draw_up  # noqa: E402

LESSON = "recruitment"
COLUMNS, ROWS = 84, 26
SIZE = 22
"""Height of the letters in pixels; shown at half that, it is sharp on any screen."""

FACES = ("cascadia", "cascadiab")
"""The typeface of Windows Terminal."""

NAMED = {
    "default": "ffffff", "black": "000000", "red": "cd3131", "green": "0dbc79", "brown": "e5e510",
    "blue": "2472c8", "magenta": "bc3fbc", "cyan": "11a8cd", "white": "e5e5e5",
}  # fmt: skip


def main() -> None:
    """Make all of them, in both languages."""
    library = open_library(as_of=RELEASED).library
    for lang in ("id", "en"):
        home, page = _screens(lang)
        _keep(home, f"home.{lang}.png", 16)
        _keep(page, f"page.{lang}.png", 16)
        pdf = pypdfium2.PdfDocument(draw(Job("leaflet", (LESSON,), lang, "a4"), library))
        inside = pdf[1].render(scale=110 / 72, grayscale=True).to_pil()
        _keep(inside, f"leaflet.{lang}.png", 8)
        hall, report = _session(lang)
        _keep(hall, f"hall.{lang}.png", 16)
        _keep(report, f"report.{lang}.png", 8)


def _screens(lang: str) -> tuple[Image.Image, Image.Image]:
    """Home, and the first page of a lesson, as the app draws them."""
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-m", "toolkit", "--lang", lang, "--data", data]
        with Terminal(command, columns=COLUMNS, rows=ROWS, cwd=DOCS.parent) as terminal:
            library = open_library(as_of=RELEASED).library
            lesson = library.lessons[LESSON]
            terminal.wait_for(_words(lesson.title, lang), "F10")
            terminal.settle()
            home = _picture(terminal)
            terminal.press("1")
            terminal.wait_for(_words(lesson.pages[0].title, lang), "F10")
            terminal.settle()
            page = _picture(terminal)
            terminal.press(F10)
            terminal.ended()
    return home, page


def _session(lang: str) -> tuple[Image.Image, Image.Image]:
    """A question of a session as the hall sees it, and the report of one that has ended."""
    library = open_library(as_of=RELEASED).library
    room = Setup("Contoh", 30, 90, (LESSON,))
    with tempfile.TemporaryDirectory() as data:
        journal = Journal(Path(data))
        clock = Clock(wall=_released, steady=_minutes)
        led = Led(KeptSession.begin(room, draw_up(room, library), journal, clock))
        led.to(Part.SUMMARY)
        led.session.happen(Ended())
        told = report(journal, Asked()).figures
        page = pypdfium2.PdfDocument(draw_report(told, lang, "a4", RELEASED))[0]
        shown = page.render(scale=90 / 72, grayscale=True).to_pil()
        Led(KeptSession.begin(room, draw_up(room, library), journal)).to(Part.QUIZ, "choice")
        journal.close()
        command = [sys.executable, "-m", "toolkit", "--lang", lang, "--data", data, "hall"]
        with Terminal(command, columns=COLUMNS, rows=ROWS, cwd=DOCS.parent) as terminal:
            terminal.wait_for("Contoh", "F10")
            terminal.settle()
            terminal.press("\r")
            terminal.wait_for("F7", "90")
            terminal.settle()
            terminal.press("7 12")
            terminal.wait_for("12")
            terminal.settle()
            hall = _picture(terminal)
    return hall, shown


def _released() -> float:
    """Nine in the morning of the day on which the report is printed."""
    return datetime.combine(RELEASED, time(9)).timestamp()


_passed = count(step=70.0)


def _minutes() -> float:
    """A clock that is more than a minute further on each time that it is looked at."""
    return next(_passed)


@dataclass
class Led:
    """A session with thirty people, who know more after it than before."""

    session: KeptSession
    answers: int = 0

    def to(self, part: Part, kind: str = "") -> None:
        """Go on until a step of a part, asking a question of that kind."""
        while (hall := self.session.hall).step.part is not part or (
            kind and (hall.item is None or hall.item.kind != kind)
        ):
            if hall.item is not None and hall.stage is Stage.VOTING:
                self.session.happen(Counted(self._votes(hall.item, hall.step.part)))
            self.session.happen(WentOn())

    def _votes(self, item: Item, part: Part) -> tuple[int, ...]:
        self.answers += 1
        knew = (22 if part is Part.AFTER else 11) + self.answers * 5 % 7
        right = [option in item.right for option in item.options]
        wrong = right.index(False)
        return tuple(
            knew if one else 30 - knew if at == wrong else 0 for at, one in enumerate(right)
        )


def _words(text: object, lang: str) -> str:
    from toolkit.content.wording import plain
    from toolkit.language import language

    return plain(text, language(lang), open_library(as_of=RELEASED).library)


def _picture(terminal: Terminal) -> Image.Image:
    """The screen of a terminal, cell by cell."""
    faces = [ImageFont.truetype(BytesIO(pymupdf_fonts.myfont(name)), SIZE) for name in FACES]
    wide, high = round(faces[0].getlength("M")), round(SIZE * 1.32)
    picture = Image.new("RGB", (COLUMNS * wide, ROWS * high))
    pen = ImageDraw.Draw(picture)
    for row, cells in enumerate(terminal.cells):
        for column, cell in enumerate(cells):
            ink, ground = _colour(cell.fg, "ffffff"), _colour(cell.bg, "000000")
            if cell.reverse:
                ink, ground = ground, ink
            spot = (column * wide, row * high)
            pen.rectangle((*spot, spot[0] + wide, spot[1] + high), fill=ground)
            if cell.data.strip():
                pen.text((spot[0], spot[1] + 2), cell.data, ink, faces[bool(cell.bold)])
    return picture


def _colour(name: str, default: str) -> str:
    return "#" + (default if name == "default" else NAMED.get(name, name))


def _keep(picture: Image.Image, name: str, colours: int) -> None:
    few = picture.convert("RGB").quantize(colours, dither=Image.Dither.NONE)
    few.save(DOCS / name, optimize=True)
    print(f"{name}  {picture.size[0]}x{picture.size[1]}  {(DOCS / name).stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
