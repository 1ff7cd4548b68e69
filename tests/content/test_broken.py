"""Every broken file of tests/broken: each mistake told at its line, by its rule, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from broken_files import Case, cases, inside, mended, params

from toolkit import RELEASED
from toolkit.content.load import open_library
from toolkit.content.place import Problem
from toolkit.content.telling import as_text
from toolkit.language import language


class Laid(NamedTuple):
    """A case as it lies on the disk."""

    case: Case
    root: Path
    found: tuple[Problem, ...]


def problems(root: Path, *, consequences: bool = False) -> list[Problem]:
    """The problems of the library's own files; those that only follow from others on request."""
    found = open_library(root, RELEASED).problems
    return [one for one in found if inside(one, root) and (one.rule == "left-out") == consequences]


def test_the_corpus_is_large_and_its_ground_is_sound(tmp_path: Path) -> None:
    """At least ninety broken files, at least ten sound ones, and a library without a problem."""
    broken = [case for case in cases() if case.expected]
    assert len(broken) >= 90
    assert len(cases()) - len(broken) >= 10
    assert open_library(Case("_sound", ()).lay(tmp_path / "my-library"), RELEASED).problems == ()


@pytest.fixture(params=params(), scope="module")
def laid(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Laid:
    """Each case in turn: its library on the disk, and what is found in it, for all tests of it."""
    root = request.param.lay(tmp_path_factory.mktemp("case") / "my-library")
    return Laid(request.param, root, tuple(problems(root)))


def test_each_mistake_is_told_at_its_line_and_nothing_else(laid: Laid) -> None:
    """Right file, right line, right rule; one mistake is one problem; sound files are silent."""
    case, root, found = laid
    said = sorted((inside(one, root), one.place.line, one.rule) for one in found)
    assert said == sorted((one.file, one.line, one.rule) for one in case.expected)
    for one in found:
        for code in ("id", "en"):
            assert as_text(one, language(code)).startswith(str(one.place))


@pytest.mark.parametrize(
    "case",
    [case for case in cases() if case.slug in ("tab-indent", "date-day-first", "empty-file")],
)
def test_what_follows_from_a_mistake_is_said_once_for_each_file(case: Case, tmp_path: Path) -> None:
    """A file that needs a broken one is told so in one line, not in one for each word of it."""
    root = case.lay(tmp_path / "my-library")
    files = [one.place.file for one in problems(root, consequences=True)]
    assert files
    assert len(files) == len(set(files))


def test_a_mending_that_is_printed_mends(laid: Laid) -> None:
    """What the message says to type, typed where it says, makes the problem go away."""
    _, root, found = laid
    texts = dict(_texts(found))
    for one in found:
        if one.edit is None:
            continue
        for code in ("id", "en"):
            assert one.edit.text.strip() in language(code).tell(one.mend)
        path = Path(one.place.file)
        was = path.read_bytes()
        path.write_text(mended(texts[one.place.file], one.edit), encoding="utf-8")
        after = problems(root)
        path.write_bytes(was)
        assert told(after).count(key(one)) < told(found).count(key(one)), as_text(
            one, language("en")
        )


def key(problem: Problem) -> tuple[str, int, str]:
    """What makes a problem the same after a mending."""
    return problem.place.file, problem.place.line, problem.rule


def told(found: Sequence[Problem]) -> list[tuple[str, int, str]]:
    """The keys of problems."""
    return [key(one) for one in found]


def _texts(found: Sequence[Problem]) -> Iterator[tuple[str, str]]:
    for one in found:
        if one.edit:
            yield one.place.file, _characters(Path(one.place.file).read_bytes())


def _characters(raw: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        try:
            return raw.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeError:
            continue
    raise AssertionError(raw)
