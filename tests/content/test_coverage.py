"""Nothing is lost: each claim of our five sources is taught, or left out for a reason; and anybody can see where."""

from __future__ import annotations

from collections import Counter
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

from toolkit import RELEASED
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.language import Language

ROOT = Path(__file__).parent.parent.parent

CLAIMED = {
    "indonesia-kamboja-2025-05": 17,
    "globalnusantara-2025-05": 15,
    "antara-2024-03": 14,
    "bisnisreal-2024-11": 17,
    "antara-megapolitan-2023-12": 10,
}
"""How many things each article says, as counted when it was read."""


@pytest.fixture(scope="module")
def whole() -> Library:
    """The built-in library with its claims."""
    return open_library(as_of=RELEASED, claims=True).library


@pytest.fixture(scope="module")
def coverage() -> ModuleType:
    """The script that writes the pages."""
    loader = SourceFileLoader("coverage_pages", str(ROOT / ".ci" / "coverage"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    made = module_from_spec(spec)
    loader.exec_module(made)
    return made


def test_everything_that_the_articles_say_is_a_claim(whole: Library) -> None:
    """As many as were counted in each."""
    assert Counter(one.source for one in whole.claims.values()) == CLAIMED


def test_the_pages_say_what_the_lessons_say(
    whole: Library, coverage: ModuleType, lang: Language
) -> None:
    """Whoever changes a lesson writes them anew, with `.ci/coverage --write`."""
    name = coverage.PAGES[lang.code]
    assert (ROOT / name).read_text(encoding="utf-8") == coverage.page(whole, lang)


def test_every_fact_is_told_to_somebody(whole: Library, coverage: ModuleType) -> None:
    """What no lesson needs is looked after in vain."""
    assert {one.id for one in coverage.facts_in_use(whole)} == set(whole.facts)


def test_a_difference_is_told_and_fails(
    coverage: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With its first line, and how to mend it."""
    monkeypatch.setattr(coverage, "ROOT", tmp_path)
    monkeypatch.setattr("sys.argv", ["coverage"])
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "coverage.md").write_text("# Something else\n")
    assert coverage.main() == 1
    told = capsys.readouterr().out
    assert "docs/coverage.md" in told
    assert "-# Something else" in told
    monkeypatch.setattr("sys.argv", ["coverage", "--write"])
    assert coverage.main() == 0
    monkeypatch.setattr("sys.argv", ["coverage"])
    assert coverage.main() == 0
