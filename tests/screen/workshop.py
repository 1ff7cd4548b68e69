"""A trainer's library on disk for the screen's tests: a lesson of three pages and its quiz."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from toolkit import RELEASED
from toolkit.content.load import Loaded, open_library
from toolkit.screen.workbench import Leaflet, Workbench

LESSON_FILE, QUIZ_FILE = "lessons/ship.yaml", "quizzes/ship.yaml"
TITLE = "en: Working on ships"
"""The lesson's English title, as it stands in its file."""

LESSON = """\
# Kerja di kapal
lesson: ship
order: 9
icon: boat
title:
  id: Kerja di kapal
  en: Working on ships
about:
  id: Sebelum naik kapal.
  en: Before you board.
objectives:
  - id: ship.papers
    priority: must
    minutes: 5
    text: {id: Anda bisa menyebut surat, en: You can name the papers}
pages:
  - id: papers
    icon: document
    title: {id: Surat, en: Papers}
    objectives: [ship.papers]
    show:
      - {id: Baca dulu suratnya., en: Read the papers first.}
    say: {id: Mari kita baca., en: Let us read.}
    ask: {id: Surat apa?, en: Which papers?}
  - id: captain
    icon: person
    title: {id: Nakhoda, en: The captain}
    objectives: [ship.papers]
    show:
      - {id: Tanya nama nakhodanya., en: Ask for the captain's name.}
    say: {id: Siapa namanya?, en: What is the name?}
    ask: {id: Siapa?, en: Who?}
  - id: home
    icon: house
    title: {id: Keluarga, en: Family}
    objectives: [ship.papers]
    show:
      - {id: Ceritakan di rumah., en: Tell them at home.}
    say: {id: Ceritakan., en: Tell them.}
    ask: {id: Siapa yang tahu?, en: Who knows?}
takeaways:
  - {id: Baca dulu., en: Read first.}
leaflet:
  front: {id: Baca dulu., en: Read first.}
  inside:
    - {page: papers}
    - {page: captain}
    - {page: home}
contacts: [polri-110]
sources: [uu-18-2017]
"""

QUIZ = """\
# Kuis kerja di kapal
quiz: ship
lesson: ship
questions:
  - id: sh-01
    kind: choice
    objective: ship.papers
    ask: {id: Apa dulu?, en: What first?}
    options:
      - id: a
        right: true
        text: {id: Baca suratnya, en: Read the papers}
        reply: {id: Betul., en: Reading comes first.}
      - id: b
        text: {id: Teken saja, en: Just sign}
        belief: {id: Cepat itu baik, en: Quick is good}
        reply: {id: Baca dulu., en: Signing can wait.}
  - id: sh-02
    kind: true_false
    objective: ship.papers
    ask: {id: Nakhoda punya nama., en: A captain has a name.}
    answer: true
    reply: {id: Ya., en: Everybody has one.}
    mistake:
      belief: {id: Nakhoda rahasia, en: Captains are secret}
      reply: {id: Tanyakan., en: Ask for it.}
"""


class Workshop:
    """The library, its files by name, and the workbench that follows it."""

    def __init__(self, root: Path, as_of: date = RELEASED) -> None:
        self.root = root
        self._as_of = as_of
        self.save("lessons/ship.yaml", LESSON)
        self.save("quizzes/ship.yaml", QUIZ)

    def save(self, name: str, content: str) -> None:
        """Save a file, as an editor does that writes in place."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Put `new` in the place of `old`, which must be there, and save."""
        content = (self.root / name).read_text(encoding="utf-8")
        assert old in content
        self.save(name, content.replace(old, new, 1))

    def name(self, inside: str) -> str:
        """A file as the library names it."""
        return str(self.root / inside)

    def read(self) -> Loaded:
        """The library as it is on the disk."""
        return open_library(self.root, self._as_of)

    def bench(self, begins_with: str | None, leaflet: Leaflet | None = None) -> Workbench:
        """The workbench of a preview of a file, of the list of files (""), or of the app (None)."""
        name = self.name(begins_with) if begins_with else begins_with
        return Workbench(self.root, self.read, leaflet, name)
