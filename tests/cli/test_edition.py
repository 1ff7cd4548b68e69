"""`cekdulu edition`: what a code on a sheet stood for, and what has changed since."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from cli.conftest import Run

from toolkit import console
from toolkit.content.library import Library
from toolkit.paper.shop import PRODUCTS, Job, edition_of
from toolkit.records import editions

Write = Callable[[str, str | bytes], Path]
JOB = Job("leaflet", ("recruitment",), "id", "a4")
GARBAGE = json.dumps(
    {
        **dict.fromkeys(("code", "product", "lang", "paper", "version"), "x"),
        **{"as_of": "garbage", "lessons": [], "facts": {}, "contacts": {}, "words": []},
    }
).encode()
NUMBER = """\
contacts:
  - id: polri-110
    name: {id: Polisi, en: Police}
    number: "119"
    dial: "119"
    channel: phone
    scope: {id: bahaya dan kejahatan, en: danger and crime}
    reach: indonesia
    sources: [tribratanews-2025-12]
    seen_on: 2026-01-12
    review_by: 2027-07-12
"""


def code_on(pdf: Path) -> str:
    """The edition code that stands on a sheet."""
    document = pypdfium2.PdfDocument(pdf)
    words = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return re.search(r"Edisi\s+([0-9A-Z]{4}-[0-9A-Z]{4})", words)[1]


def test_what_was_printed_here_is_explained(run: Run, tmp_path: Path) -> None:
    """The code that stands on the sheet leads to its product, lesson, numbers and facts."""
    run("--data", tmp_path, "print", "leaflet", "--lesson", "recruitment", "--out", tmp_path)
    code = code_on(tmp_path / "leaflet-recruitment-id-a4.pdf")
    assert editions.kept(tmp_path, code) is not None
    status, out, err = run("--lang", "en", "--data", tmp_path, "edition", code)
    assert (status, err) == (0, "")
    for told in ("Leaflet", "How they look for people", "polri-110: 110", "Nothing has changed"):
        assert told in out


@pytest.mark.parametrize("people", [41])
def test_what_was_printed_is_what_would_be_printed(
    run: Run, tmp_path: Path, people: int, library: Library
) -> None:
    """Any product, for any number of people: nothing has changed since a moment ago."""
    wish = ("--lesson", "recruitment", "--people", str(people), "--lang", "id", "--out", tmp_path)
    run("--data", tmp_path, "print", *PRODUCTS, *wish)
    codes = [path.stem for path in (tmp_path / "editions").iterdir()]
    plans = [one for one in library.plans.values() if "recruitment" in one.lessons]
    assert len(codes) == len(PRODUCTS) - 1 + len(plans)
    for code in codes:
        _, out, _ = run("--lang", "en", "--data", tmp_path, "edition", code)
        assert "Nothing has changed" in out


@pytest.mark.usefixtures("two_lessons")
def test_another_laptop_knows_what_is_often_printed(
    run: Run, tmp_path: Path, library: Library
) -> None:
    """Cards for 40 people, too."""
    code = edition_of(Job("seat-cards", (), "id", "a4", people=40), library).code
    assert run("--data", tmp_path, "edition", code)[0] == 0


def test_a_code_is_read_as_people_type_it(run: Run, tmp_path: Path, library: Library) -> None:
    """Small letters, a space for the dash, O for 0 and I for 1 are all the same."""
    code = edition_of(JOB, library).code
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "i")
    status, out, _ = run("--data", tmp_path, "edition", typed)
    assert status == 0
    assert code in out


def test_an_edition_of_this_release_is_known_anywhere(
    run: Run, tmp_path: Path, library: Library
) -> None:
    """A sheet that another laptop printed from the same release is explained too."""
    code = edition_of(JOB, library).code
    assert run("--data", tmp_path / "empty", "edition", code)[0] == 0


def test_what_has_changed_since_is_told(
    run: Run, write: Write, tmp_path: Path, library: Library
) -> None:
    """A number that is otherwise now is named with both values, and so are the words around it."""
    code = edition_of(JOB, library).code
    own = write("lessons/reference/contacts.yaml", NUMBER)
    before = ("--library", own, "--data", tmp_path / "d", "--lang", "en")
    status, out, _ = run(*before, "edition", code)
    assert status == 0
    assert "polri-110: then: 110" in out
    assert "polri-110: now:  119" in out
    status, out, _ = run(*before, "edition", code, "--format", "json")
    told = json.loads(out)
    assert {"id": "polri-110", "then": "110", "now": "119"} in told["changes"]["contacts"]
    assert told["now"] != told["edition"]["code"] == code


def test_an_older_release_is_known_by_its_file(tmp_path: Path, library: Library) -> None:
    """A release writes down all that it says; any later one finds a code in it."""
    then = edition_of(JOB, library)
    editions.write_release(tmp_path, "0.0.9", [then])
    assert editions.released(tmp_path, then.code) == then
    assert editions.released(tmp_path, "ZZZZ-ZZZZ") is None


@pytest.mark.usefixtures("two_lessons")
def test_neither_printed_here_nor_released(
    run: Run, tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so, and what to do; that it was for a rare number of people may be the reason.

    Meanwhile a terminal shows what is looked at.
    """
    monkeypatch.setattr(console, "is_watched", lambda: True)
    code = edition_of(Job("seat-cards", (), "id", "a4", people=41), library).code
    status, out, err = run("--lang", "en", "--data", tmp_path, "edition", code)
    assert (status, out) == (1, "")
    assert "not known here" in err
    assert "for another number of people" in err
    assert "guide-recruitment-refresher-id-a4.pdf" in err


def test_a_record_from_elsewhere_commands_no_terminal(
    run: Run, tmp_path: Path, library: Library
) -> None:
    """Nor does what was typed as a code."""
    then = edition_of(JOB, library)
    then = replace(then, contacts={"x": "\x1b[31m110"})
    editions.keep(tmp_path, [then])
    _, out, _ = run("--data", tmp_path, "edition", then.code)
    assert "\x1b" not in out
    assert "110" in out
    assert "\x1b" not in run("--data", tmp_path, "edition", "\x1b[31m")[2]


@pytest.mark.parametrize("typed", ["", "7K3M", "7K3M-9QX", "7K3M-9QXU", "../../etc/passwd", "😀"])
def test_what_can_be_no_code(run: Run, typed: str, tmp_path: Path) -> None:
    """The call is wrong, and it says how a code looks."""
    status, _, err = run("--lang", "en", "--data", tmp_path, "edition", typed)
    assert status == 2
    assert "7K3M-9QXD" in err


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"code": 1}', GARBAGE]
)
def test_a_damaged_record_is_as_none(
    content: bytes, run: Run, tmp_path: Path, library: Library
) -> None:
    """An edition of this release is then found in the release itself."""
    code = edition_of(JOB, library).code
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / f"{code}.json").write_bytes(content)
    assert editions.kept(tmp_path, code) is None
    if content == GARBAGE:
        assert run("--data", tmp_path, "edition", code)[0] == 0
