"""The shop writes files whole or not at all, and one bad job does not stop the others."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from paper.samples import with_takeaways, words

from toolkit import disk
from toolkit.content.library import Library
from toolkit.errors import Breakdown
from toolkit.language import language
from toolkit.paper.shop import Job, Printed, draw, print_jobs

LEAFLET = Job("leaflet", ("recruitment",), "id", "a4")
HANDOUT = Job("handout", ("legal-route",), "en", "f4")


def _print(library: Library, out: Path, *jobs: Job) -> Printed:
    return print_jobs(jobs, library, out, strict=False, started=lambda _: None)


def test_files_are_named_for_what_they_are(library: Library, tmp_path: Path) -> None:
    """The folder is made if it is not there, parents included."""
    out = tmp_path / "new" / "folder"
    printed = _print(library, out, LEAFLET, HANDOUT)
    names = ["leaflet-recruitment-id-a4.pdf", "handout-legal-route-en-f4.pdf"]
    assert [file.name for file in printed.files] == names
    assert sorted(file.name for file in out.iterdir()) == sorted(names)
    assert printed.files[0].read_bytes() == draw(LEAFLET, library)


def test_each_job_is_announced_before_it_starts(library: Library, tmp_path: Path) -> None:
    """So that somebody can show progress."""
    heard: list[Job] = []
    print_jobs([LEAFLET, HANDOUT], library, tmp_path, strict=False, started=heard.append)
    assert heard == [LEAFLET, HANDOUT]


def test_one_bad_job_does_not_stop_the_others(library: Library, tmp_path: Path) -> None:
    """What failed is told, and the rest is still written."""
    ours = with_takeaways(library, words("Telepon ☎"))
    printed = _print(ours, tmp_path, LEAFLET, HANDOUT)
    assert [job for job, _ in printed.failures] == [LEAFLET]
    assert [file.name for file in printed.files] == [HANDOUT.file_name]


def test_a_failure_in_the_middle_of_writing_leaves_the_old_file(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No half file, no draft; the sheet that was there is still there."""
    old = tmp_path / LEAFLET.file_name
    old.write_bytes(b"the old sheet")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.os, "fsync", full)
    with pytest.raises(Breakdown) as caught:
        _print(library, tmp_path, LEAFLET)
    told = caught.value.tell(language("en"))
    assert "the disk or the stick is full" in told
    assert "Make room there, or choose another folder." in told
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == [LEAFLET.file_name]
    assert old.read_bytes() == b"the old sheet"


def test_stopping_with_the_keyboard_leaves_no_draft(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control-C in the middle of a file is as clean as a full disk."""

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(disk.os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        _print(library, tmp_path / "out", LEAFLET)
    assert not list((tmp_path / "out").iterdir())


def test_a_file_where_the_folder_should_be_is_told(library: Library, tmp_path: Path) -> None:
    """With what to do next."""
    (tmp_path / "out").write_text("not a folder")
    with pytest.raises(Breakdown) as caught:
        _print(library, tmp_path / "out", LEAFLET)
    assert "choose another folder" in caught.value.tell(language("en"))


def test_printing_does_not_load_the_screen_and_loading_does_not_draw() -> None:
    """Textual stays out of paper; ReportLab's paragraphs and tables are never loaded."""
    told = subprocess.run(
        [sys.executable, "-c", "import sys, toolkit.paper.shop; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    modules = set(told.stdout.split())
    assert "reportlab.pdfbase.ttfonts" in modules
    assert not modules & {
        "textual",
        "rich",
        "reportlab.platypus",
        "reportlab.pdfgen.canvas",
        "segno",
        "fontTools.subset",
    }


def test_an_edition_is_kept_before_its_file_is_there(library: Library, tmp_path: Path) -> None:
    """A call that is cut leaves no sheet whose code nobody knows."""
    heard: list[tuple[str, int]] = []
    printed = print_jobs(
        [LEAFLET, HANDOUT], library, tmp_path, strict=False, started=lambda _: None,
        keep=lambda told: heard.extend((one.code, len(list(tmp_path.iterdir()))) for one in told),
    )  # fmt: skip
    assert heard == [(one.code, place) for place, one in enumerate(printed.editions)]
