"""Keeps the machine that runs the tests out of them: home, language, time and colour are fixed."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from statistics import median

import hypothesis
import pytest
from broken_files import builtin_read_once

from toolkit import RELEASED
from toolkit.content.builtin import FOLDERS, builtin_root
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.language import Language, language

# Slow machines are no mistake; and what was green in CI must not turn red by itself.
hypothesis.settings.register_profile(
    "house", deadline=None, derandomize="CI" in os.environ, max_examples=24
)
hypothesis.settings.load_profile("house")


_homes = count()


@pytest.fixture(autouse=True)
def nobodys_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Data, cache and home folders of its own for each test, and no colour wishes."""
    # Not `tmp_path`: making a folder for each of thousands of tests takes longer than most of them.
    home = tmp_path_factory.getbasetemp() / "homes" / str(next(_homes))
    for name in (
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "HOME",
        "APPDATA",
        "LOCALAPPDATA",
    ):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("NO_COLOR", "LANGUAGE", "COLUMNS", "LINES", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True, scope="session")
def quick() -> Iterator[None]:
    """The built-in library is read once, and not for each call and each library laid over it."""
    with builtin_read_once():
        yield


@pytest.fixture(scope="session")
def library() -> Library:
    """The built-in library on the day of the release."""
    return open_library(as_of=RELEASED).library


@pytest.fixture
def two_lessons(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[str, ...]:
    """The built-in library with two of our lessons only, for what looks at all there is; their ids."""
    kept = ("recruitment", "warning-signs")
    theirs = [path.stem for path in (builtin_root() / "lessons").glob("*.yaml")]
    others = [f"{one}.yaml" for one in theirs if one not in kept]
    for folder in FOLDERS:
        skipped = shutil.ignore_patterns("plans", *others)
        shutil.copytree(builtin_root() / folder, tmp_path / "library" / folder, ignore=skipped)
    monkeypatch.setattr("toolkit.content.builtin._PACKAGE", tmp_path)
    return kept


@pytest.fixture(params=["id", "en"])
def lang(request: pytest.FixtureRequest) -> Language:
    """Each language in turn."""
    return language(request.param)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Writes a file of a trainer's library; returns the library's folder."""
    root = tmp_path / "my-library"

    def write(name: str, content: str | bytes) -> Path:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return write


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What sweeps measured, by name: how often, the least, and the one in the middle."""
    figures: dict[str, list[float]] = defaultdict(list)
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            if report.when == "call":
                for name, figure in report.user_properties:
                    figures[name].append(figure)
    if figures:
        terminalreporter.section("figures: how many, least, median")
    for name, found in sorted(figures.items()):
        terminalreporter.line(f"{name:50} {len(found):5} {min(found):8.4f} {median(found):8.4f}")
