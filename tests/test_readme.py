"""The two READMEs tell the truth: commands, options, keys, files and the example lesson.

That the commands to run and to test work on a fresh machine is what `.ci/run` tries out.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from toolkit.cli import COMMANDS, command
from toolkit.content.checking import check
from toolkit.content.load import open_library
from toolkit.language import LANGUAGES, language
from toolkit.options import build

ROOT = Path(__file__).parent.parent
READMES = {"en": "README.md", "id": "README.id.md"}

RUN = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/cekdulu"
TEST = "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest"


@pytest.fixture(params=READMES)
def readme(request: pytest.FixtureRequest) -> str:
    """Each README in turn."""
    return (ROOT / READMES[request.param]).read_text(encoding="utf-8")


def _parsers() -> dict[str, argparse.ArgumentParser]:
    """Every command's parser by the command's name; the program's own under ''."""
    whole = build(language("en"), COMMANDS, command)
    (commands,) = (
        action for action in whole._actions if isinstance(action, argparse._SubParsersAction)
    )
    return {"": whole, **commands.choices}


def _examples(readme: str) -> dict[str, str]:
    """The files that a README shows in full, by their path."""
    found = re.findall(r"<!-- file: (\S+) -->\n```yaml\n(.*?)```", readme, re.DOTALL)
    return dict(found)


@pytest.mark.parametrize("name", _parsers())
def test_every_command_and_option_is_explained(name: str, readme: str) -> None:
    """What `--help` knows stands in both READMEs, each command in a row of its own."""
    if name:
        assert re.search(rf"^\| `cekdulu {name}\b.*` \| \S", readme, re.MULTILINE)
        (row,) = re.findall(rf"^\| `cekdulu {name}\b.*$", readme, re.MULTILINE)
    else:
        row = readme
    for action in _parsers()[name]._actions:
        for option in action.option_strings:
            if option.startswith("--") and (name == "" or option != "--help"):
                assert f"`{option}" in row
        for choice in action.choices or () if action.option_strings else ():
            assert re.search(rf"\b{choice}`", row), choice


def test_no_command_is_promised_that_is_not_there(readme: str) -> None:
    """Every `cekdulu …` in a README is a command that exists, with options that it has."""
    parsers = _parsers()
    written = re.findall(r"`cekdulu ([^`\n]+)`|^    cekdulu (.+)$", readme, re.MULTILINE)
    assert len(written) > 8
    known = {option for parser in parsers.values() for option in parser._option_string_actions}
    for line in (one or other for one, other in written):
        without = re.sub(r"--(library|lang|data|as-of) \S+ ", "", line)
        word = without.split()[0]
        assert word in parsers or word in {"--help", "COMMAND", "PERINTAH"}, line
        assert set(re.findall(r"--[a-z-]+", line)) <= known, line


def test_the_two_lines_stand_there_whole(readme: str) -> None:
    """One line runs the app and one runs the tests, each alone in its fence, in both READMEs."""
    for line in (RUN, TEST):
        assert f"```sh\n{line}\n```" in readme


def test_both_readmes_give_the_same_commands() -> None:
    """What is to be typed is the same in both languages, and so are the example's files."""
    fences = [
        re.findall(r"```(\w+)\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
        for name in READMES.values()
    ]
    assert fences[0] == fences[1]
    assert len(fences[0]) >= 8


def test_both_readmes_have_the_same_parts() -> None:
    """Neither language is the poorer one: as many headings, rows of tables and pictures."""
    shapes = []
    for name in READMES.values():
        text = (ROOT / name).read_text(encoding="utf-8")
        shapes.append(
            [len(re.findall(rf"^{mark}", text, re.M)) for mark in ("## ", "### ", r"\|", "- ", "!")]
        )
    assert shapes[0] == shapes[1]


def test_every_file_that_is_named_is_there(readme: str) -> None:
    """Links and pictures lead somewhere, headings included."""
    links = re.findall(r"\]\(([^)\s]+)\)", readme)
    headings = {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", readme, re.MULTILINE)
    }
    for link in links:
        if link.startswith("#"):
            assert link[1:] in headings, link
        elif not link.startswith("https://"):
            assert (ROOT / link).exists(), link
    for path in re.findall(r"`((?:docs|tests|lessons|\.ci)/[\w./-]+)`", readme):
        assert (ROOT / path).exists(), path


def test_the_example_lesson_is_right(readme: str, tmp_path: Path) -> None:
    """The small lesson in the README has no mistake, and opens beside the built-in ones."""
    examples = _examples(readme)
    assert len(examples) == 2
    for name, content in examples.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    assert check([tmp_path / "my-library"]).problems == ()
    library = open_library(tmp_path / "my-library").library
    lesson = library.lessons["before-signing"]
    assert [quiz.id for quiz in library.quizzes.values() if quiz.lesson == lesson.id]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_example_lesson_fits_its_leaflet(lang: str, tmp_path: Path) -> None:
    """Whoever starts from the example can print it at once."""
    from toolkit.paper.shop import Job, draw

    for name, content in _examples((ROOT / READMES[lang]).read_text(encoding="utf-8")).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    library = open_library(tmp_path / "my-library").library
    for paper in library.products["leaflet"].papers:
        assert draw(Job("leaflet", ("before-signing",), lang, paper), library).startswith(b"%PDF-")


def test_every_key_is_told(readme: str) -> None:
    """Each key that the app shows in its footer or help stands in the table of keys."""
    from toolkit.screen.actions import ACTIONS

    told = {
        "arrow up": ("arrow up", "panah atas"),
        "arrow down": ("arrow down", "panah bawah"),
        "arrow right": ("arrow right", "panah kanan"),
    }
    # A footer shows both keys of help at once.
    shown = {action.shown for action in ACTIONS}
    for key in (shown - {"F1 ?"}) | {"F1", "?"}:
        ways = told.get(key, (f"`{key}`", f"| {key}, "))
        assert any(way in readme for way in ways), key


def test_every_product_is_told(readme: str) -> None:
    """Each product that can be printed is explained in both READMEs, each paper named."""
    for product in open_library().library.products.values():
        assert f"- **{product.id}**" in readme
        for paper in product.papers:
            assert re.search(rf"\b{paper}`", readme)
