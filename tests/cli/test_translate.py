"""`cekdulu translate`: how far a language is, out to a translator, and back in again, checked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from samples import LESSON, QUIZ

from toolkit import RELEASED
from toolkit.cli import main

Write = Callable[[str, str | bytes], Path]
Translate = Callable[..., tuple[int, str, str]]
JV = "lessons/translations/jv.po"
TITLE = 'msgctxt "lesson/ship/title"\nmsgid "Kerja di kapal"\nmsgstr ""'
TRANSLATED = TITLE.replace('msgstr ""', 'msgstr "Nyambut gawe ing kapal"')


@pytest.fixture
def root(write: Write) -> Path:
    """A trainer's library with one lesson."""
    write("quizzes/ship.yaml", QUIZ)
    return write("lessons/ship.yaml", LESSON)


@pytest.fixture
def run(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Translate:
    """Runs a command on that library, in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, lang: str = "en") -> tuple[int, str, str]:
        before = ["--as-of", str(RELEASED), "--library", str(root), "--lang", lang]
        code = main([*before, *arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def translated(run: Translate, tmp_path: Path) -> Path:
    """An exported file in which the title of the lesson has been translated."""
    run("translate", "export", "--to", "jv")
    path = tmp_path / "cekdulu-jv.po"
    path.write_text(path.read_text().replace(TITLE, TRANSLATED))
    return path


def _ship(out: str) -> dict[str, object]:
    return next(one for one in json.loads(out) if (one["kind"], one["id"]) == ("lesson", "ship"))


def test_out_to_a_translator_and_back_makes_a_language(
    run: Translate, translated: Path, root: Path
) -> None:
    """Export, translate, import; then lists, prints and the program itself know Javanese."""
    code, out, err = run("translate", "import", str(translated))
    assert (code, out.strip()) == (0, str(root / JV))
    assert "1 translation taken in" in err
    assert "not translated yet" in err
    code, out, _ = run("list", lang="jv")
    assert code == 0
    assert "Nyambut gawe ing kapal" in out
    assert "Begini cara mereka mencari orang [" in out
    code, out, _ = run("print", "leaflet", "--lesson", "ship", "--lang", "jv", "--out", "out")
    assert (code, Path(out.strip()).name) == (0, "leaflet-ship-jv-a4.pdf")
    assert run("check", str(root))[0] == 0


def test_status_counts_what_is_done_missing_and_stale(
    run: Translate, translated: Path, root: Path
) -> None:
    """For each lesson, to read and as data; what was changed since is named by its place."""
    run("translate", "import", str(translated))
    code, out, _ = run("translate", "status", "--lang", "jv", "--format", "json")
    done = _ship(out)
    assert (code, done["language"], done["done"], done["stale"]) == (0, "jv", 1, 0)
    path = root / "lessons" / "ship.yaml"
    path.write_text(LESSON.replace("Kerja di kapal", "Kerja di laut"))
    _, out, _ = run("translate", "status", "--lang", "jv", "--format", "json")
    stale = _ship(out)
    assert (stale["done"], stale["stale"]) == (0, 1)
    assert stale["missing"] == done["missing"]
    assert stale["places"] == [f"{path}:4:13"]
    _, out, _ = run("translate", "status")
    assert "Javanese (jv)" in out
    assert "English (en)" in out
    assert f"{path}:4:13" in out


def test_what_is_stale_goes_out_marked_with_the_old_words(
    run: Translate, translated: Path, root: Path, tmp_path: Path
) -> None:
    """The translator sees what the text was; the mark taken away, it comes back in."""
    run("translate", "import", str(translated))
    (root / "lessons" / "ship.yaml").write_text(LESSON.replace("Kerja di kapal", "Kerja di laut"))
    run("translate", "export", "--to", "jv", "--out", "again.po")
    again = tmp_path / "again.po"
    words = again.read_text()
    assert '#| msgid "Kerja di kapal"\nmsgctxt "lesson/ship/title"\nmsgid "Kerja di laut"' in words
    assert "1 left out" in run("translate", "import", "again.po")[2]
    again.write_text(words.replace("#, fuzzy\n", "").replace("ing kapal", "ing segara"))
    assert "1 translation taken in" in run("translate", "import", "again.po")[2]
    assert "ing segara" in run("list", lang="jv")[1]


def test_a_translator_s_file_is_never_written_over(run: Translate, translated: Path) -> None:
    """A week of work could be in it."""
    before = translated.read_bytes()
    code, _, err = run("translate", "export", "--to", "jv")
    assert code == 2
    assert "--out" in err
    assert translated.read_bytes() == before


def test_a_broken_file_changes_nothing(run: Translate, translated: Path, root: Path) -> None:
    """It is told with line, caret and mending."""
    translated.write_text(translated.read_text().replace('ing kapal"', "ing kapal"))
    code, out, err = run("translate", "import", str(translated))
    assert (code, out) == (1, "")
    assert "^ The quotation marks of this line do not fit together." in err
    assert 'Write:  "Nyambut gawe ing kapal"' in err
    assert not (root / JV).exists()


def test_what_does_not_fit_is_refused_and_the_rest_taken_in(
    run: Translate, translated: Path, root: Path
) -> None:
    """Entry by entry: other facts, an unknown text; each with its place."""
    words = translated.read_text().replace("ing kapal", "ing {fact:cases}")
    words += '\nmsgctxt "lesson/ship/titel"\nmsgid "a"\nmsgstr "b"\n'
    words += '\nmsgctxt "lesson/ship/about"\nmsgid "Sebelum naik kapal."\nmsgstr "Sadurunge."\n'
    translated.write_text(words)
    code, out, err = run("translate", "import", str(translated))
    assert (code, out.strip()) == (1, str(root / JV))
    assert "[translation-differs]" in err
    assert "[unknown-translation]" in err
    assert "lesson > ship > title" in err
    assert 'Write:  msgctxt "lesson/ship/title"' in err
    assert "1 translation taken in" in err
    assert "2 refused" in err


def test_a_dry_run_changes_nothing(run: Translate, translated: Path, root: Path) -> None:
    """It tells the same."""
    code, out, err = run("translate", "import", str(translated), "--dry-run")
    assert (code, out) == (0, "")
    assert "1 translation taken in" in err
    assert not (root / JV).exists()


def test_what_was_there_stays(run: Translate, translated: Path, root: Path) -> None:
    """A second file with other texts adds to the first one, and the same again changes nothing."""
    run("translate", "import", str(translated))
    before = (root / JV).read_bytes()
    other = TRANSLATED.replace("title", "about").replace("Kerja di kapal", "Sebelum naik kapal.")
    header = 'msgid ""\nmsgstr "Language: jv\\n"\n\n'
    translated.write_text(header + other.replace("ing kapal", "dhisik"))
    assert run("translate", "import", str(translated))[0] == 0
    assert "ing kapal" in (root / JV).read_text()
    assert "dhisik" in (root / JV).read_text()
    translated.write_bytes(before)
    assert "1 was there already" in run("translate", "import", str(translated))[2]


def test_english_that_stands_in_the_lesson_is_mended_there(run: Translate, tmp_path: Path) -> None:
    """An import never says the same thing twice and differently; it names the place."""
    run("translate", "export", "--to", "en")
    path = tmp_path / "cekdulu-en.po"
    path.write_text(path.read_text().replace('"Working on ships"', '"Working at sea"'))
    code, _, err = run("translate", "import", str(path))
    assert code == 1
    assert "[inline-translation]" in err
    assert "ship.yaml:4:33" in err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("export", "--to", "jawa"), 2, "Write:  jv"),
        (("export", "--to", "xx"), 2, "jv (Javanese)"),
        (("export", "--to", "id"), 2, "written in this language"),
        (("status", "--lang", "xx"), 2, "not the code of a language"),
        (("import", "none.po"), 2, "none.po is not there"),
    ],
)
def test_a_wrong_call_says_what_would_be_right(
    arguments: tuple[str, ...], code: int, said: str, run: Translate
) -> None:
    """With exit code 2."""
    found, out, err = run("translate", *arguments)
    assert (found, out) == (code, "")
    assert said in err


def test_a_file_without_its_language_is_told_what_to_write(run: Translate, tmp_path: Path) -> None:
    """Unless its name says it."""
    for name, code in (("words.po", 1), ("words-jv.po", 0)):
        (tmp_path / name).write_text(f'msgid ""\nmsgstr ""\n\n{TRANSLATED}\n')
        found, _, err = run("translate", "import", name)
        assert found == code
        assert ("Language: jv" in err) is bool(code)


def test_a_language_that_nobody_brings_is_not_spoken(run: Translate) -> None:
    """The message names those that there are, those of the library too."""
    code, _, err = run("list", lang="jv")
    assert code == 2
    assert "'id', 'en'" in err
    code, _, err = run("print", "leaflet", "--lang", "jv")
    assert code == 2
    assert "id, en" in err


def test_without_library_the_person_s_own_is_written_to(
    translated: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is made if need be, and its path is said."""
    own = translated.parent / "documents" / "Cek Dulu"
    monkeypatch.setattr("toolkit.commands.asked.own_library", lambda: own)
    words = translated.read_text().replace(
        'msgctxt "lesson/recruitment/title"\nmsgid "Begini cara mereka mencari orang"\nmsgstr ""',
        'msgctxt "lesson/recruitment/title"\nmsgid "Begini cara mereka mencari orang"\nmsgstr "Ngene"',
    )
    translated.write_text(words)
    main(["--lang", "en", "translate", "import", str(translated)])
    assert str(own / JV) in capsys.readouterr().out
    assert main(["--lang", "jv", "list"]) == 0
    assert "Ngene" in capsys.readouterr().out
