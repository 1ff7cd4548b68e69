"""One PDF: the canvas, its settings, and a pen that measures from the top left.

Everything is black on white. The same input gives the same bytes: no date, no random
name, no order that depends on a hash.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import FILL_EVEN_ODD, Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from toolkit.paper import fonts, icons, qr, theme
from toolkit.paper.flow import Line

_LOCALES = {"id": "id-ID", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF says about itself, and how the printer should turn the sheet."""

    title: str
    subject: str
    lang: str
    duplex: str


class Pen:
    """Draws on the current page. Positions are points from the top left corner."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self._canvas = canvas
        self._height = height
        canvas.setLineWidth(theme.RULE)

    def lines(
        self, lines: tuple[Line, ...], x: float, top: float, size: float, lead: float
    ) -> None:
        """A passage: its first line starts `top`, each line is `lead` high."""
        base = top + (lead + fonts.ascent(size)) / 2
        ink = self._canvas.beginText(x, self._height - base)
        ink.setLeading(lead)
        frames = []
        font = ""
        for place, line in enumerate(lines):
            at = x
            for run in line.runs:
                wanted = fonts.BOLD if run.bold else fonts.REGULAR
                if wanted != font:
                    font = wanted
                    ink.setFont(font, size, lead)
                if run is line.runs[-1] and place < len(lines) - 1:
                    # A reader that copies the text needs the space that the eye does not.
                    ink.textLine(run.text + " ")
                else:
                    ink.textOut(run.text)
                if run.framed:
                    wide = fonts.width(run.text, run.bold) * size / 1000
                    frames.append((at, base + place * lead, wide))
                at += fonts.width(run.text, run.bold) * size / 1000
        self._canvas.drawText(ink)
        for left, foot, wide in frames:
            self._stamp(left, foot, wide, size)

    def rule(self, x: float, y: float, width: float, weight: float = theme.RULE) -> None:
        """A straight horizontal line."""
        self._canvas.setLineWidth(weight)
        self._canvas.line(x, self._height - y, x + width, self._height - y)

    def mark(self, x: float, y: float, length: float) -> None:
        """A straight vertical line downwards, for folding."""
        self._canvas.setLineWidth(theme.RULE)
        self._canvas.line(x, self._height - y, x, self._height - y - length)

    def box(self, x: float, y: float, width: float, height: float, *, filled: bool = False) -> None:
        """A rectangle, solid or as an outline; the ink of both ends at the same places."""
        inset = 0.0 if filled else theme.FRAME / 2
        self._canvas.setLineWidth(theme.FRAME)
        self._canvas.rect(
            x + inset,
            self._height - y - height + inset,
            width - 2 * inset,
            height - 2 * inset,
            stroke=int(not filled),
            fill=int(filled),
        )

    def icon(
        self, name: str, x: float, y: float, size: float, stroke: float = icons.STROKE
    ) -> None:
        """An icon in a square of `size` points, its ink flush with the left side."""
        scale = size / icons.GRID
        self._canvas.saveState()
        self._grid(x - icons.left(name) * scale, y, scale)
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)
        self._canvas.setLineWidth(max(stroke, theme.FRAME / scale))
        for path, filled in _icon_paths(name):
            self._canvas.drawPath(path, stroke=int(not filled), fill=int(filled))
        self._canvas.restoreState()

    def code(self, code: qr.Code, x: float, y: float, size: float) -> None:
        """The modules of a QR code in a square of `size` points, without its quiet zone."""
        self._canvas.saveState()
        self._grid(x, y, size / code.size)
        self._canvas.drawPath(_code_path(code), stroke=0, fill=1, fillMode=FILL_EVEN_ODD)
        self._canvas.restoreState()

    def _grid(self, x: float, y: float, scale: float) -> None:
        """Measure from (x, y) downwards in units of `scale` points, until the state is restored."""
        self._canvas.transform(scale, 0, 0, -scale, x, self._height - y)

    def _stamp(self, x: float, base: float, width: float, size: float) -> None:
        """A box around words that are already there."""
        self._canvas.setLineWidth(theme.FRAME)
        up, down = fonts.ascent(size) + 2.2, 2.6
        self._canvas.rect(x, self._height - base - down, width, up + down, stroke=1, fill=0)


@cache
def _icon_paths(name: str) -> tuple[tuple[PDFPathObject, bool], ...]:
    """The strokes and filled shapes of an icon on its own grid."""
    found = []
    for shape in icons.drawing(name):
        path = PDFPathObject()
        draw = {"m": path.moveTo, "l": path.lineTo, "c": path.curveTo, "h": path.close}
        for op, at in shape.moves:
            draw[op](*at)
        found.append((path, shape.filled))
    return tuple(found)


@lru_cache(maxsize=256)
def _code_path(code: qr.Code) -> PDFPathObject:
    """The dark modules of a code on its own grid."""
    path = PDFPathObject()
    for outline in code.outlines:
        for place, corner in enumerate(outline):
            (path.lineTo if place else path.moveTo)(*corner)
        path.close()
    return path


class Document:
    """A PDF in the making. Ask `page()` for a pen, then `bytes()` once at the end."""

    def __init__(self, about: About, size: tuple[float, float]) -> None:
        fonts.load()
        rl_config.useA85 = 0
        self._size = (size[0] * theme.MM, size[1] * theme.MM)
        self._file = BytesIO()
        self._canvas = Canvas(
            self._file,
            pagesize=self._size,
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.REGULAR,
            initialFontSize=theme.BODY[-1],
            lang=_LOCALES.get(about.lang, about.lang.replace("_", "-")),
        )
        self._canvas.setTitle(about.title)
        self._canvas.setSubject(about.subject)
        self._canvas.setAuthor("Cek Dulu")
        self._canvas.setCreator("Cek Dulu")
        self._canvas.setViewerPreference("Duplex", about.duplex)
        self._canvas.setViewerPreference("PrintScaling", "None")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._started = False

    def page(self) -> Pen:
        """Start the next page."""
        if self._started:
            self._canvas.showPage()
        self._started = True
        return Pen(self._canvas, self._size[1])

    def bytes(self) -> bytes:
        """Finish the file."""
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()
