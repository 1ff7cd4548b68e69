"""Heads: what home tells of a lesson before the library is read. Odd ones are simply not told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import LESSON, OTHER_KINDS, QUIZ

from toolkit.content.builtin import builtin_root
from toolkit.content.heads import head
from toolkit.content.library import Library

BROKEN = sorted((Path(__file__).parent.parent / "broken").rglob("*.yaml"))

SHIP = ("ship", 9, {"id": "Kerja di kapal", "en": "Working on ships"})


def ship(text: str | bytes) -> tuple[str, int, dict[str, str]] | None:
    """Id, order and title of a lesson's head."""
    found = head(text.encode() if isinstance(text, str) else text)
    return found and (found.id, found.order, found.title)


def test_our_lessons_tell_themselves(library: Library) -> None:
    """Id, order and minutes are those of the lesson itself."""
    for lesson in library.lessons.values():
        found = head((builtin_root() / "lessons" / f"{lesson.id}.yaml").read_bytes())
        assert found is not None
        assert (found.id, found.order, found.minutes) == (lesson.id, lesson.order, lesson.minutes)
        assert set(found.title) == set(found.about) == {"id", "en"}


@pytest.mark.parametrize(
    "text",
    [
        LESSON,
        LESSON.replace("\n", "\r\n"),
        LESSON.replace("\n", "\r"),
        b"\xef\xbb\xbf" + LESSON.encode(),
        "# Sebuah catatan\n---\n" + LESSON,
        LESSON.replace("order: 9\n", "") + "order: 9\n",
        LESSON.replace("{id: Kerja di kapal, en: Working on ships}", "\n  id: Kerja di kapal\n  en: >-\n    Working\n    on ships"),
        LESSON.replace("Kerja di kapal", '" Kerja di kapal "'),
        LESSON[: LESSON.index("  - id: papers")] + "  - {broken: [further: below",
    ],
)  # fmt: skip
def test_a_head_is_read_however_it_is_written(text: str | bytes) -> None:
    """Windows, notes, key order, long forms; and whatever stands below the first page."""
    assert ship(text) == SHIP


def test_what_is_left_out_has_its_usual_value() -> None:
    """A lesson without an order comes late; one without English stands in Indonesian."""
    assert ship(LESSON.replace("order: 9\n", "")) == ("ship", 100, SHIP[2])
    only = LESSON.replace("{id: Kerja di kapal, en: Working on ships}", "Kerja di kapal")
    assert ship(only) == ("ship", 9, {"id": "Kerja di kapal"})


@pytest.mark.parametrize(
    "text",
    [
        "",
        QUIZ,
        OTHER_KINDS,
        "lesson: ship\n",
        LESSON.replace("lesson: ship", "lesson: /help_lines"),
        LESSON.replace("lesson: ship", "lesson: [ship]"),
        LESSON.replace("order: 9", "order: nine"),
        LESSON.replace("order: 9", "order: 9\norder: 8"),
        LESSON.replace("order: 9", f"order: {'9' * 5000}"),
        LESSON.replace("order: 9", f"order: {'[' * 5000}"),
        LESSON.replace("minutes: 5", "minutes: -5"),
        LESSON.replace("minutes: 5", "minutes: five"),
        LESSON.replace("Kerja di kapal", "Kerja {term:abk}"),
        LESSON.replace("Kerja di kapal", "**Kerja**"),
        LESSON.replace("Kerja di kapal", "Kerja\u202edi kapal"),
        LESSON.replace("Kerja di kapal", '"Kerja\\e[31m"'),
        LESSON.replace("Kerja di kapal", '"…"'),
        LESSON.replace("Kerja di kapal", "&x Kerja"),
        LESSON.replace("Kerja di kapal", "*x"),
        LESSON.replace("Kerja di kapal", "[Kerja]"),
        LESSON.replace("id: Kerja", "in: Kerja"),
        LESSON.replace("title:", "title"),
        LESSON.replace("title: {", "title: {{"),
        LESSON.encode("utf-16"),
        LESSON.replace("kapal", "kapal é").encode("cp1252"),
        b"lesson: \x00\xff",
    ],
)  # fmt: skip
def test_an_odd_head_is_not_told(text: str | bytes) -> None:
    """Whether anything of it can be used, the library will say."""
    assert ship(text) is None


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_no_broken_file_stops_the_first_look(path: Path) -> None:
    """A head or none, and never an error."""
    found = head(path.read_bytes())
    assert found is None or found.title["id"]


@given(st.binary(max_size=200), st.integers(0, len(LESSON)))
def test_no_bytes_stop_the_first_look(rubbish: bytes, at: int) -> None:
    """Not even in the middle of a lesson."""
    raw = LESSON.encode()
    head(raw[:at] + rubbish + raw[at:])
