"""The journal: on disk before anything is shown, and nothing in it about a person."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.content.library import Library
from toolkit.errors import Breakdown
from toolkit.language import said
from toolkit.records.events import read, written
from toolkit.records.journal import Journal
from toolkit.records.kept_run import KeptRun, left_off
from toolkit.records.last_choice import FILE_NAME, last_language
from toolkit.session.run import (
    Answered,
    Continued,
    Event,
    PagesOpened,
    QuizOpened,
    Started,
    Turned,
)

WORDS = st.text(max_size=12)
EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(Started, WORDS, WORDS, st.lists(WORDS).map(tuple)),
    st.builds(Turned, st.integers()),
    st.builds(QuizOpened),
    st.builds(PagesOpened, st.integers()),
    st.builds(Answered, WORDS, st.lists(WORDS).map(tuple)),
    st.builds(Continued),
)


@given(EVENTS)
def test_an_event_comes_back_as_it_was_written(event: Event) -> None:
    """One line of JSON holds all of it."""
    assert read(written(event)) == event


@given(
    st.one_of(
        st.text(), st.sampled_from(["{}", '{"event":"turned"}', '{"event":"turned","page":"1"}'])
    )
)
def test_a_line_that_is_none_of_ours_is_refused(line: str) -> None:
    """A damaged line is a ValueError, never another error and never a half-read event."""
    with pytest.raises(ValueError):
        read(line)


def test_a_killed_program_has_kept_every_event(tmp_path: Path) -> None:
    """After kill -9 in the middle, the next start finds all that had been kept."""
    program = (
        "import sys; from pathlib import Path\n"
        "from toolkit.records.journal import Journal\n"
        "from toolkit.session.run import *\n"
        "journal = Journal(Path(sys.argv[1])); run = journal.begin(Started('a', 's', ('q',)))\n"
        "for page in range(1000):\n"
        "    journal.keep(run, Turned(page)); print(page, flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        for line in running.stdout:
            if line.strip() == "20":
                os.kill(running.pid, signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
                break
    (unfinished,) = Journal(tmp_path).unfinished()
    assert [event.page for event in unfinished.events if isinstance(event, Turned)][:21] == list(
        range(21)
    )


def test_a_new_run_of_a_lesson_ends_the_old_one(tmp_path: Path) -> None:
    """Only the newest run of a lesson is offered, and none that was finished."""
    journal = Journal(tmp_path)
    first = journal.begin(Started("a", "1", ()))
    journal.begin(Started("a", "2", ()))
    third = journal.begin(Started("b", "3", ()))
    journal.end(third)
    assert [(one.run > first, one.lesson) for one in journal.unfinished()] == [(True, "a")]


def test_a_damaged_file_is_set_aside_and_not_lost(tmp_path: Path) -> None:
    """The app opens with a new journal; the old bytes stay beside it."""
    garbage = b"not a database" * 100
    before = Journal(tmp_path)
    before.begin(Started("old", "1", ()))
    before.close()
    (tmp_path / FILE_NAME).write_bytes(garbage)
    journal = Journal(tmp_path)
    assert journal.unfinished() == ()
    assert journal.set_aside is not None
    assert journal.set_aside.read_bytes() == garbage
    journal.begin(Started("a", "1", ()))
    assert Journal(tmp_path).set_aside is None


def test_a_run_with_a_damaged_line_is_not_offered(tmp_path: Path) -> None:
    """What cannot be read is left alone, and the other runs still come back."""
    journal = Journal(tmp_path)
    journal.begin(Started("a", "1", ()))
    broken = journal.begin(Started("b", "1", ()))
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as db:
        db.execute("UPDATE events SET body = '{' WHERE run = ?", (broken,))
        db.commit()
    assert [one.lesson for one in journal.unfinished()] == ["a"]


def test_a_journal_of_a_newer_program_is_left_untouched(tmp_path: Path) -> None:
    """An old stick beside a new laptop refuses calmly; it does not overwrite."""
    Journal(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as db:
        db.execute("PRAGMA user_version = 99")
        db.commit()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(Breakdown, match="newer"):
        Journal(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A file in the folder's place, or a full disk, gives two sentences and no traceback."""
    (tmp_path / "file").write_text("")
    with pytest.raises(Breakdown, match="cannot be kept"):
        Journal(tmp_path / "file")


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are a Unix matter")
def test_a_full_disk_loses_only_what_did_not_fit(tmp_path: Path, library: Library) -> None:
    """When the disk is full the learner goes on in memory, and what was kept stays readable."""
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from toolkit.content.load import open_library\n"
        "from toolkit.records.journal import Journal; from toolkit.records.kept_run import KeptRun\n"
        "from toolkit.session.run import *\n"
        "library = open_library().library; journal = Journal(Path(sys.argv[1]))\n"
        "kept = KeptRun.begin('recruitment', 's', journal, library); kept.happen(Turned(3))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))\n"
        "for page in range(3000):\n"
        "    kept.happen(Turned(page % 8))\n"
        "    if kept.trouble: break\n"
        "print('said', kept.run.page == page % 8)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "said True", done.stderr
    (unfinished,) = Journal(tmp_path).unfinished()
    assert unfinished.events[1] == Turned(3)
    assert KeptRun.resume(unfinished, Journal(tmp_path), library).run.lesson == "recruitment"


def test_only_a_run_that_was_begun_is_offered(tmp_path: Path, library: Library) -> None:
    """Opening a lesson and closing it at once leaves nothing to come back to."""
    journal = Journal(tmp_path)
    kept = KeptRun.begin("recruitment", "s", journal, library)
    assert left_off(journal, library) == ()
    kept.happen(Turned(2))
    ((unfinished, fits),) = left_off(journal, library)
    assert (unfinished.lesson, fits) == ("recruitment", True)
    assert KeptRun.resume(unfinished, journal, library).run == kept.run


def test_events_that_did_not_fit_are_kept_as_soon_as_they_can_be(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick pulled out and put back: what happened in between is written, in order."""
    journal = Journal(tmp_path)
    kept = KeptRun.begin("recruitment", "s", journal, library)
    with monkeypatch.context() as away:
        gone = Breakdown(said("gone"), said("put it back"))
        away.setattr(journal, "keep", lambda *_: (_ for _ in ()).throw(gone))
        kept.happen(Turned(1))
        kept.happen(Turned(2))
        assert kept.trouble is gone
    kept.happen(Turned(3))
    assert kept.trouble is None
    (unfinished,) = journal.unfinished()
    assert unfinished.events[1:] == (Turned(1), Turned(2), Turned(3))


def test_a_changed_lesson_can_only_be_begun_afresh(tmp_path: Path, library: Library) -> None:
    """A run whose question is gone is offered as such; one whose lesson is gone is not."""
    journal = Journal(tmp_path)
    journal.keep(journal.begin(Started("recruitment", "s", ("gone-01",))), Turned(1))
    journal.keep(journal.begin(Started("gone", "s", ())), Turned(1))
    ((unfinished, fits),) = left_off(journal, library)
    assert (unfinished.lesson, fits) == ("recruitment", False)


def test_nothing_about_a_person_is_kept(tmp_path: Path, library: Library) -> None:
    """Of a learner the file knows lessons and answers; of a session its village, day and counts."""
    journal = Journal(tmp_path)
    KeptRun.begin("recruitment", "s", journal, library).happen(Turned(1))
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as db:
        tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        columns = {
            table: [name for (_, name, *_) in db.execute(f"PRAGMA table_info({table})")]
            for (table,) in tables
        }
    assert columns == {
        "runs": ["id", "lesson", "ended"],
        "events": ["run", "seq", "body"],
        "settings": ["name", "value"],
        "sessions": ["uid", "village", "day", "opened_wall", "ended"],
        "happenings": ["session", "seq", "at", "wall", "body", "chain"],
        "results": [
            "id", "uid", "events", "digest", "gathered", "day", "village", "heads", "body",
        ],
        "tallies": [
            "result", "occasion", "form", "question", "kind", "objective", "option", "is_right",
            "hands", "gap", "paired",
        ],
    }  # fmt: skip


def test_the_last_language_is_read_without_creating_anything(tmp_path: Path) -> None:
    """Asking for help must not leave a file behind."""
    folder = tmp_path / "data"
    assert last_language(folder) is None
    assert not folder.exists()
    journal = Journal(folder)
    journal.keep_setting("language", "en")
    assert last_language(folder) == "en"
    journal.close()
    assert last_language(folder) == "en"
    (folder / FILE_NAME).write_bytes(b"x" * 5000)
    assert last_language(folder) is None


def test_another_window_that_writes_into_another_file_in_its_place_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file has to be opened anew and cannot be; it is told, and works once that one is done."""
    monkeypatch.setattr("toolkit.records.journal.suits_wal", lambda _: False)
    monkeypatch.setattr("toolkit.records.connection.WAIT", 50)
    journal = Journal(tmp_path)
    journal.keep_setting("language", "id")
    copy = tmp_path / "copy"
    copy.write_bytes(journal.path.read_bytes())
    copy.replace(journal.path)
    with closing(sqlite3.connect(journal.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Breakdown, match="another window"):
            journal.keep_setting("language", "en")
        with pytest.raises(Breakdown, match="another window"):
            journal.setting("language")
        other.execute("ROLLBACK")
    assert journal.setting("language") == "id"
