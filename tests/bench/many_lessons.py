"""A library of many lessons of about 8 KB each, cut out of our own, so that their words are real."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from measure import ROOT

WANTED = 8 * 1024
"""Bytes that a lesson has, give or take a tenth: what trainers write."""


def write(root: Path, count: int) -> list[Path]:
    """Write `count` lessons into the library at `root`; returns their files."""
    folder = root / "lessons"
    folder.mkdir(parents=True, exist_ok=True)
    shortened = [
        _short(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "lessons").glob("*.yaml"))
    ]
    files = []
    for number in range(count):
        old, text = shortened[number % len(shortened)]
        new = f"village-{number:04}"
        file = folder / f"{new}.yaml"
        own = re.sub(rf"(?<![\w-]){old}(?![\w-])", new, text)
        file.write_text(
            re.sub(r"(?m)^order: .*", f"order: {10 + number % 900}", own), encoding="utf-8"
        )
        files.append(file)
    return files


def write_brief(root: Path, count: int) -> list[Path]:
    """As `write`, but as `cekdulu new` begins a lesson: many short texts in curly brackets."""
    folder = root / "lessons"
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number in range(count):
        file = folder / f"brief-{number:04}.yaml"
        file.write_text(_brief(f"brief-{number:04}"), encoding="utf-8")
        files.append(file)
    return files


def _brief(name: str) -> str:
    pages = "".join(_PAGE.format(name=name, at=at) for at in range(1, 21))
    return _HEAD.format(name=name) + pages + _TAIL


_HEAD = """\
lesson: {name}
order: 99
icon: boat
title: {{id: Kerja di kapal, en: Working on ships}}
about: {{id: Sebelum naik kapal., en: Before you board.}}
objectives:
  - id: {name}.papers
    priority: must
    minutes: 5
    text: {{id: Menyebut surat kapal, en: Name the papers}}
pages:
"""
_PAGE = """\
  - id: p{at}
    icon: document
    title: {{id: Surat yang kita bawa, en: Papers we take along}}
    objectives: [{name}.papers]
    show:
      - {{id: Baca dulu suratnya., en: Read the papers first.}}
      - {{id: "Minta **waktu** sehari.", en: "Ask for a **day**."}}
    say: {{id: "Mari kita baca bersama, pelan-pelan saja.", en: "Let us read it together, slowly."}}
    ask: {{id: Surat apa yang kita bawa?, en: Which papers do we take along?}}
"""
_TAIL = """\
takeaways:
  - {id: Baca dulu., en: Read first.}
leaflet:
  front: {id: Baca dulu., en: Read first.}
  inside: [{page: p1}, {page: p2}, {page: p3}]
contacts: [polri-110]
sources: [uu-18-2017]
"""


def _short(lesson: str) -> tuple[str, str]:
    """A lesson's id and its text with as many of its first pages as are wanted."""
    head, pages, tail = _cut(lesson)
    chunks = re.split(r"(?m)^(?=  - id: )", pages)
    start, chunks = chunks[0], chunks[1:]
    for many in range(3, len(chunks) + 1):
        kept = chunks[:many]
        ids = [re.match(r"  - id: (\S+)", one)[1] for one in kept]
        text = _objectives(head, "".join(kept)) + start + "".join(kept) + _panels(tail, ids)
        if len(text.encode()) > WANTED * 0.93:
            break
    return re.search(r"(?m)^lesson: (\S+)", head)[1], text


def _cut(lesson: str) -> tuple[str, str, str]:
    pages, takeaways = lesson.index("\npages:") + 1, lesson.index("\ntakeaways:") + 1
    return lesson[:pages], lesson[pages:takeaways], lesson[takeaways:]


def _objectives(head: str, kept: str) -> str:
    """The head with those objectives only that a kept page teaches."""
    first, *rest = re.split(r"(?m)^(?=  - id: )", head)
    return first + "".join(_taught(rest, kept)) + "\n"


def _taught(objectives: list[str], kept: str) -> Iterator[str]:
    named = set(re.findall(r"objectives: \[([^\]]*)\]", kept))
    for one in objectives:
        if any(re.match(r"  - id: (\S+)", one)[1] in names.split(", ") for names in named):
            yield one.rstrip("\n") + "\n"


def _panels(tail: str, ids: list[str]) -> str:
    """The tail with its leaflet's panels showing pages that were kept."""
    left = iter(ids)
    return re.sub(r"- page: \S+", lambda _: f"- page: {next(left)}", tail)
