"""The two READMEs and the guides beside them tell the truth: commands, options, keys, files, examples.

That the commands to run and to test work on a fresh machine is what `.ci/run` tries out.
"""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import pytest

from toolkit.cli import COMMANDS, command
from toolkit.content.checking import check
from toolkit.content.load import open_library
from toolkit.language import LANGUAGES, language
from toolkit.options import build

ROOT = Path(__file__).parent.parent
READMES = {"en": "README.md", "id": "README.id.md"}
GUIDES = sorted(path.name for path in (ROOT / "docs").glob("*.md"))
PRINTING = {"en": "docs/printing.md", "id": "docs/mencetak.md"}

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
    """What stands between backquotes is there."""
    for path in re.findall(r"`((?:docs|tests|lessons|print|\.ci)/[\w./-]+)`", readme):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("name", [*READMES.values(), *(f"docs/{guide}" for guide in GUIDES)])
def test_every_link_leads_somewhere(name: str) -> None:
    """Links and pictures lead to a file that is there, and to a heading of it."""
    place = ROOT / name
    links = re.findall(r"\]\(([^)\s]+)\)", place.read_text(encoding="utf-8"))
    for link in (one for one in links if not one.startswith("https://")):
        path, _, heading = link.partition("#")
        target = place.parent / path if path else place
        assert target.exists(), link
        assert not heading or heading in _headings(target.read_text(encoding="utf-8")), link


@pytest.mark.parametrize("name", GUIDES)
def test_every_guide_is_found_from_a_readme(name: str) -> None:
    """Whoever reads a README comes to each guide, and from it to its twin in the other language."""
    texts = {one: (ROOT / one).read_text(encoding="utf-8") for one in READMES.values()}
    linking = [one for one, text in texts.items() if f"](docs/{name})" in text]
    assert linking
    twins = re.findall(r"\((?:In English|Dalam bahasa Indonesia)\]\((\S+?)\)", _guide(name))
    for twin in twins:
        assert f"({name})" in _guide(twin)


@pytest.mark.parametrize("name", GUIDES)
def test_every_command_of_a_guide_can_be_typed(name: str) -> None:
    """Each `$ cekdulu …` is understood: the command, every option, and what is given to it."""
    whole = build(language("en"), COMMANDS, command)
    for typed in _typed(name):
        whole.parse_args(shlex.split(typed))


def test_both_guides_to_printing_give_the_same_commands() -> None:
    """What is to be typed is the same in both languages, and so are headings, rows and steps."""
    english, indonesian = (_guide(Path(one).name) for one in PRINTING.values())
    assert _typed("printing.md") == _typed("mencetak.md") != []
    for mark in ("## ", r"\|", "- ", r"\d\. ", r"\*\*\d", "```"):
        assert len(re.findall(rf"^{mark}", english, re.M)) == len(
            re.findall(rf"^{mark}", indonesian, re.M)
        ), mark


@pytest.mark.parametrize("name", PRINTING.values())
def test_a_guide_to_printing_prints_what_there_is(name: str) -> None:
    """Its commands name products, lessons and lists that are there, and its table every product."""
    library = open_library().library
    whole = build(language("en"), COMMANDS, command)
    asked = [whole.parse_args(shlex.split(typed)) for typed in _typed(Path(name).name)]
    for one in (one for one in asked if one.command == "print"):
        assert set(one.products) <= set(library.products)
        assert set(one.lessons or ()) <= set(library.lessons)
        assert one.villages is None or (ROOT / one.villages).exists()
    table = re.findall(r"^\| ([a-z, -]+) \|", _guide(Path(name).name), re.MULTILINE)
    told = {product for row in table for product in row.split(", ")}
    assert set(library.products) - {"pack"} <= told


def _guide(name: str) -> str:
    """What a guide says."""
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def _typed(name: str) -> list[str]:
    """What a guide tells people to type, without the `cekdulu` in front."""
    return re.findall(r"^\s*\$ cekdulu (.+)$", _guide(name), re.MULTILINE)


def _headings(text: str) -> set[str]:
    """The headings of a text as links name them."""
    found = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in found}


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
    """Each product that can be printed is explained in both READMEs, each paper named.

    What is in the pack stands first, in the order of the pack.
    """
    products = open_library().library.products
    told = [one for one in re.findall(r"^- \*\*([\w-]+)\*\*", readme, re.M) if one in products]
    assert set(told) == set(products)
    packed = [product.id for product in products.values() if product.copies]
    assert told[: len(packed)] == packed
    for paper in {paper for product in products.values() for paper in product.papers}:
        assert re.search(rf"\b{paper}`", readme)
