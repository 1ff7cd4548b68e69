"""The files whose canonical form the tests look at, and that form."""

from __future__ import annotations

from pathlib import Path as File
from typing import Any

import yaml
from hypothesis import strategies as st
from samples import ALL_PLAYED, LESSON, OFFERS, OTHER_KINDS, QUIZ, SCENARIO

from toolkit.content.builtin import builtin_root, yaml_files
from toolkit.content.formatting.key_order import Inside
from toolkit.content.formatting.proven import formatted
from toolkit.content.reading.desk import Desk
from toolkit.content.reading.nodes import nodes
from toolkit.content.shaping.file_kind import file_shape

ROOT = builtin_root()
OURS = {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in yaml_files(ROOT)}
SMALL = {
    "lessons/ship.yaml": LESSON,
    "quizzes/ship.yaml": QUIZ,
    "quizzes/other.yaml": OTHER_KINDS,
    "quizzes/played.yaml": ALL_PLAYED,
    "quizzes/offers.yaml": OFFERS,
    "quizzes/uncle.yaml": SCENARIO,
}
FILES = OURS | SMALL
SEEDS = st.integers(0, 2**32)


def inside(name: str, text: str) -> Inside:
    """The shape of what a file holds."""
    desk = Desk(name)
    top = nodes(text, desk)
    assert top is not None
    return file_shape(top, File(name), desk)


def lesson(text: str) -> str:
    """The lesson's canonical form."""
    return formatted(text, inside("lessons/ship.yaml", LESSON))


def says(text: str) -> Any:
    """What a file says, whatever the order of its keys, as PyYAML alone reads it."""
    return _says(yaml.compose(text, Loader=yaml.CSafeLoader))


def _says(node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value, bool(node.style)
    if isinstance(node, yaml.SequenceNode):
        return [_says(one) for one in node.value]
    return {key.value: _says(value) for key, value in node.value}
