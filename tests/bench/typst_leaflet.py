"""The same leaflet as a Typst source: the same words, icons, QR code and typeface, six panels.

The words come from the paper room before any size is known; Typst lays them out itself, in
the same sizes. Icons and the QR code are the same outlines, as SVG.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pymupdf_fonts

from toolkit.content.library import Library
from toolkit.paper.products import manuscript
from toolkit.paper.setting.job import Job
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type import icons, qr
from toolkit.paper.type.flow import Run, Runs, words_in

NEW = "@@"
"""Stands before each passage, for words that make it another one."""

HEAD = """\
#set page(width: 297mm, height: 210mm, margin: 9mm)
#set text(font: "Noto Sans", size: 13pt, fallback: false, hyphenate: false)
#set par(leading: 0.5em, spacing: 0.7em)
#let edition = sys.inputs.at("edition", default: "")
#let own(key, otherwise) = sys.inputs.at(key, default: otherwise)
#let number(key) = {
  let known = own(key, "")
  if known == "" { line(length: 100%) } else { text(size: 16pt, known) }
}
#let head(body) = text(size: 18pt, weight: "bold", body)
#let small(body) = text(size: 9pt, body)
#let icon(name, wide) = image(name + ".svg", width: wide)
"""


def write(folder: Path, lesson: str, lang: str, library: Library) -> str:
    """Write icons, code and typefaces into `folder`; returns the source, NEW before each passage."""
    for name, face in (("notos", "Regular"), ("notosbo", "Bold")):
        (folder / f"NotoSans-{face}.ttf").write_bytes(pymupdf_fonts.myfont(name))
    words = manuscript.leaflet(
        Copyist((lesson,), lang, library), Job("leaflet", (lesson,), lang, "a4")
    )
    for name in {words.icon, *(idea.icon for idea in words.ideas)}:
        (folder / f"{name}.svg").write_text(_icon(name), encoding="utf-8")
    if words.code:
        (folder / "code.svg").write_text(_code(words.code.content), encoding="utf-8")
    return HEAD + _outside(words) + "#pagebreak()\n" + _inside(words)


def _outside(words: manuscript.LeafletWords) -> str:
    takeaways = "\n\n".join(f"#list({_set(one)})" for one in words.takeaways)
    flap = [
        f"#head({_set(words.remember)})",
        takeaways,
        f'#strong(own("village", {_text(words_in(words.own.heading))}))',
    ]
    flap += [
        f'#grid(columns: (auto, 1fr), {_set(one)}, number("{office}"))'
        for office, one in words.own.offices
    ]
    if words.code:
        beside = f"[{_plain(words.code.caption)}\n\n{_plain(words.code.spelled)}]"
        flap.append(
            f'#grid(columns: (auto, 1fr), gutter: 4mm, image("code.svg", width: 30mm), {beside})'
        )
    back = []
    for group in words.groups:
        back.append(f"#strong({_set(group.heading)})")
        for line in group.lines:
            number, name, *rest = _runs(line)
            back.append(f"#text(size: 16pt, {_set(number)}) #h(2mm) {_plain(name)}")
            back += [f"#text(size: 11pt, {_set(one)})" for one in rest]
    front = [
        "#head[Cek Dulu]",
        f'#icon("{words.icon}", 44mm)',
        f"#text(size: 26pt, {_set(words.title)})",
    ]
    front += [f"#text(size: 16pt, {_set(words.front)})", _plain(words.what)]
    return _panels("97mm, 100mm, 100mm", [flap, back, front])


def _inside(words: manuscript.LeafletWords) -> str:
    panels = []
    for idea in words.ideas:
        panel = [f'#icon("{idea.icon}", 17mm)', f"#head({_set(idea.title)})", "#line(length: 100%)"]
        panel += [f"#list(text(size: 14pt, {_set(one)}))" for one in idea.show]
        panels.append(panel + [_plain(one) for one in idea.more])
    foot = [words.sources_head, *words.sources, *words.small]
    small = "\n\n".join(f"#small({_set(one)})" for one in foot)
    return (
        _panels("100mm, 100mm, 97mm", panels)
        + "#line(length: 100%)\n"
        + f"#columns(3)[{small}\n\n#small[#edition]]\n"
    )


def _panels(wide: str, panels: list[list[str]]) -> str:
    cells = ",\n".join("[" + "\n\n".join(panel) + "]" for panel in panels)
    return f"#grid(columns: ({wide}).map(x => x - 12mm), gutter: 8mm,\n{cells})\n"


def _runs(line: Any) -> list[Runs]:
    """Every passage in a help line, whatever its parts are called."""
    found = []
    for part in line:
        if isinstance(part, tuple) and part and all(isinstance(one, Run) for one in part):
            found.append(part)
        elif isinstance(part, tuple):
            found += _runs(part)
    return found


def _set(runs: Runs) -> str:
    return f"[{_plain(runs)}]"


def _plain(runs: Runs) -> str:
    return "".join(
        f"#strong({_text(run.text)})" if run.bold else f"#{_text(run.text)}" for run in runs
    )


def _text(words: str) -> str:
    """A Typst string: nothing in it is markup."""
    return f'"{NEW}' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _icon(name: str) -> str:
    drawn = []
    for shape in icons.drawing(name):
        path = " ".join(
            f"{'Z' if op == 'h' else op.upper()} {' '.join(map(str, at))}" for op, at in shape.moves
        )
        ink = (
            'fill="black"'
            if shape.filled
            else f'fill="none" stroke="black" stroke-width="{icons.STROKE}"'
        )
        drawn.append(f'<path d="{path}" {ink}/>')
    return _svg(icons.GRID, "".join(drawn))


def _code(content: str) -> str:
    code = qr.code(content)
    path = " ".join(
        "M " + " L ".join(f"{x} {y}" for x, y in outline) + " Z" for outline in code.outlines
    )
    return _svg(code.size, f'<path fill-rule="evenodd" d="{path}"/>')


def _svg(size: int, drawn: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">{drawn}</svg>'
