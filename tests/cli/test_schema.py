"""cekdulu schema: editors complete and check what the program itself would say of a file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from samples import ALL_PLAYED, LESSON, OFFERS, OTHER_KINDS, QUIZ, SCENARIO

from toolkit.cli import main
from toolkit.content.builtin import builtin_root, yaml_files
from toolkit.content.shaping.json_schema import schemas
from toolkit.language import Language, language

THEME, PRODUCTS = (
    (builtin_root() / "print" / name).read_text(encoding="utf-8")
    for name in ("theme.yaml", "products.yaml")
)
PLANS = (builtin_root() / "lessons" / "plans" / "young.yaml").read_text(encoding="utf-8")
Write = Callable[[str, str | bytes], Path]


class EditorLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Types values as editors do, by YAML 1.2: `no` is a text, `2024` a number, a date a text."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?", "-+0123456789."),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first)
    )
EditorLoader.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node))
)


def seen(text: str) -> Any:
    """A file as an editor sees it."""
    return yaml.load(text, EditorLoader)


def schema_for(path: Path) -> str:
    """The schema of one of our files."""
    if "reference" in path.parts:
        return "reference"
    names = {"lessons": "lesson", "plans": "plan", "quizzes": "quiz", "print": "print"}
    return names[path.parent.name]


def complaints(name: str, text: str, code: str = "en") -> list[str]:
    """What an independent validator says of a file."""
    validator = Draft7Validator(schemas(language(code))[name])
    return [error.message for error in validator.iter_errors(seen(text))]


def test_the_schemas_are_schemas(lang: Language) -> None:
    """Each is a right draft-07 schema, and no record is described by a oneOf."""
    for schema in schemas(lang).values():
        Draft7Validator.check_schema(schema)
        assert "oneOf" not in json.dumps(schema)


@pytest.mark.parametrize(
    "path", yaml_files(builtin_root()), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_every_file_of_ours_is_right(path: Path, lang: Language) -> None:
    """Lessons, quizzes, reference data and products, in both languages of the schema."""
    assert complaints(schema_for(path), path.read_text(encoding="utf-8"), lang.code) == []


@pytest.mark.parametrize("sample", [QUIZ, ALL_PLAYED, OTHER_KINDS, OFFERS, SCENARIO])
def test_every_kind_of_question_offers_and_chats_are_right(sample: str) -> None:
    """quizzes/ holds three sorts of files, told apart by their first key."""
    assert complaints("quiz", sample) == []


@pytest.mark.parametrize(
    ("name", "sample", "old", "new"),
    [
        ("lesson", LESSON, "icon: boat", "icno: boat"),
        ("lesson", LESSON, "icon: boat\n", ""),
        ("lesson", LESSON, "icon: boat", "icon: ship"),
        ("lesson", LESSON, "priority: must", "priority: wajib"),
        ("lesson", LESSON, "minutes: 5", "minutes: lima"),
        ("lesson", LESSON, "minutes: 5", "minutes: 500"),
        ("lesson", LESSON, "lesson: ship", "lesson: Kapal Besar"),
        ("lesson", LESSON, "contacts: [polri-110]", "contacts: polri-110"),
        ("lesson", LESSON, "title: {id: Kerja di kapal", "title: {fr: Kerja di kapal"),
        ("lesson", LESSON, "title: {id: Surat, en: Papers}", "title:"),
        ("quiz", QUIZ, "kind: choice", "kind: chioce"),
        ("quiz", QUIZ, "kind: choice", "kind: order"),
        ("quiz", QUIZ, "    kind: choice\n", "    kind: choice\n    answer: true\n"),
        ("quiz", QUIZ, "right: true", "right: perhaps"),
        ("quiz", OFFERS, "level: 1", "level: 4"),
        ("quiz", SCENARIO, "next: bye", "lanjut: bye"),
        ("print", THEME, "edge: 9 ", "edge: 4 "),
        ("print", THEME, "edge: 9 ", "tepi: 9 "),
        ("print", THEME, "gutter: 8.5", "gutter: 8,5"),
        ("print", THEME, "smallest: 13", "smallest: 12"),
        ("print", THEME, "typeface: noto-sans", "typeface: comic"),
        ("print", PRODUCTS, "id: leaflet", "id: banner"),
        ("plan", PLANS, "minutes: 60", "minutes: 600"),
        ("plan", PLANS, "audience: young", "audience: anak-muda"),
    ],
)
def test_a_single_mistake_is_seen(name: str, sample: str, old: str, new: str) -> None:
    """An unknown or missing key, a wrong word, a wrong type, keys of another kind."""
    assert old in sample
    assert complaints(name, sample.replace(old, new, 1)) != []


@pytest.mark.parametrize("word", ["2024", "12", "no", "ya", "true", "08001000", "12:30", "1e3"])
def test_a_text_may_look_like_something_else(word: str) -> None:
    """What the program reads as text is not red in the editor either."""
    assert complaints("lesson", LESSON.replace("id: Surat,", f"id: {word},")) == []
    assert complaints("quiz", QUIZ.replace("right: true", "right: ya")) == []


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ("number: 3", True),
        ("date: 2026", True),
        ("date: 2026-05", True),
        ("text: {id: a, en: b}", True),
        ("number: 3\n    date: 2026", False),
        ("date: 2026\n    text: x", False),
        ("long: 3", False),
    ],
)
def test_a_fact_has_one_value(value: str, right: bool) -> None:
    """A number, a date or a text, and only one of them."""
    fact = (
        f"facts:\n  - id: own\n    {value}\n    about: {{id: a, en: b}}\n"
        "    sources: [x]\n    as_of: 2026\n    review_by: 2027-01-01\n"
    )
    assert (complaints("reference", fact) == []) is right


def test_every_key_is_described_in_the_language_asked_for() -> None:
    """What an editor shows beside a key is a sentence in that language."""
    described = {code: list(descriptions(schemas(language(code)))) for code in ("en", "id")}
    assert len(described["en"]) == len(described["id"]) > 100
    assert all(one.endswith(".") for one in described["en"])


def descriptions(schema: Any) -> list[str]:
    """Every description in a schema."""
    if isinstance(schema, list):
        return [one for part in schema for one in descriptions(part)]
    if not isinstance(schema, dict):
        return []
    own = [schema["description"]] if "markdownDescription" in schema else []
    return own + [one for part in schema.values() for one in descriptions(part)]


def test_the_files_are_written_beside_the_library(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the setting that makes VS Code find them, and the same bytes each time."""
    root = write("lessons/ship.yaml", LESSON)
    assert main(["--library", str(root), "--lang", "en", "schema"]) == 0
    shown = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [path.name for path in shown] == [
        "lesson.schema.json", "quiz.schema.json", "reference.schema.json", "plan.schema.json",
        "print.schema.json", "settings.json",
    ]  # fmt: skip
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in shown}
    settings = json.loads(shown[-1].read_text(encoding="utf-8"))
    assert settings["yaml.schemaStore.enable"] is False
    assert all((root / one).exists() for one in settings["yaml.schemas"])
    assert main(["--library", str(root), "--lang", "en", "schema"]) == 0
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in shown} == before


def test_somebodys_settings_are_left_alone(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is to be added is shown instead."""
    root = write("lessons/ship.yaml", LESSON)
    write(".vscode/settings.json", '{"editor.fontSize": 20}')
    assert main(["--library", str(root), "--lang", "en", "schema"]) == 0
    assert "yaml.schemas" in capsys.readouterr().err
    assert (root / ".vscode/settings.json").read_text() == '{"editor.fontSize": 20}'


def test_a_folder_may_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--out puts the schemas there and nothing anywhere else."""
    assert main(["--lang", "id", "schema", "--out", str(tmp_path / "here")]) == 0
    assert sorted(path.name for path in (tmp_path / "here").iterdir()) == [
        "lesson.schema.json", "plan.schema.json", "print.schema.json", "quiz.schema.json",
        "reference.schema.json",
    ]  # fmt: skip
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here"]
