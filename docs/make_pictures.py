"""Makes the pictures of the READMEs from the real app and the real leaflet.

    .venv/bin/python docs/make_pictures.py

Needs the `test` extra: a terminal to read (pyte) and a renderer of PDF (pypdfium2).
"""

from __future__ import annotations

import sys
import tempfile
from io import BytesIO
from pathlib import Path

import pymupdf_fonts
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

DOCS = Path(__file__).parent
sys.path[:0] = [str(DOCS.parent), str(DOCS.parent / "tests")]

from terminal import F10, Terminal  # noqa: E402 - the tests' own terminal

from toolkit import RELEASED  # noqa: E402
from toolkit.content.load import open_library  # noqa: E402
from toolkit.paper.shop import Job, draw  # noqa: E402

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
        pdf = pypdfium2.PdfDocument(draw(Job("leaflet", LESSON, lang, "a4"), library))
        inside = pdf[1].render(scale=110 / 72, grayscale=True).to_pil()
        _keep(inside, f"leaflet.{lang}.png", 8)


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
