"""Keeps the machine that runs the tests out of them: home, language, time and colour are fixed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from toolkit import RELEASED
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.language import Language, language

# Slow machines are no mistake; and what was green in CI must not turn red by itself.
hypothesis.settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("house")


@pytest.fixture(autouse=True)
def nobodys_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Data, cache and home folders of its own for each test, and no colour wishes."""
    for name in (
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "HOME",
        "APPDATA",
        "LOCALAPPDATA",
    ):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))
    for name in ("NO_COLOR", "LANGUAGE", "COLUMNS", "LINES", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def library() -> Library:
    """The built-in library on the day of the release."""
    return open_library(as_of=RELEASED).library


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
