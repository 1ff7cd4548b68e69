"""Starting points for trainers: short files that are right as they are, to be written over.

Comments stand in each language behind `#id` or `#en`; the trainer gets those in theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

_HERE = Path(__file__).parent
_COMMENT = re.compile(r"^( *)#(?P<code>[a-z]{2}) (?P<words>.*)$")


def lesson(id: str, lang: str) -> str:
    """A lesson of three pages with the comments of a language."""
    return _filled("lesson", {"ID": id}, lang)


def quiz(id: str, lesson: str, objectives: Iterable[str], lang: str) -> str:
    """A quiz with a question for each objective of its lesson."""
    questions = [
        _filled("question", {"ID": id, "N": f"{number:02}", "OBJECTIVE": objective}, lang)
        for number, objective in enumerate(objectives, 1)
    ]
    # What the first question explains, the others need not.
    later = [re.sub(r"(?m)^ *#.*\n", "", one) for one in questions[1:]]
    values = {"ID": id, "LESSON": lesson, "QUESTIONS": "".join([*questions[:1], *later]).rstrip()}
    return _filled("quiz", values, lang)


def _filled(name: str, values: Mapping[str, str], lang: str) -> str:
    words = (_HERE / f"{name}.yaml").read_text(encoding="utf-8")
    lines = []
    for line in words.splitlines():
        comment = _COMMENT.match(line)
        if comment is None:
            lines.append(line)
        elif comment["code"] == lang:
            lines.append(f"{comment[1]}# {comment['words']}")
    filled = "\n".join(lines) + "\n"
    for place, value in values.items():
        filled = filled.replace(f"@{place}@", value)
    return filled
