"""Every kind of problem: told by somebody, explained, and shown by a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from toolkit.content.rules import RULES

ROOT = Path(__file__).parent.parent.parent
TOLD = {
    word
    for path in (ROOT / "toolkit").rglob("*.py")
    if path.parent.name != "rules"
    for word in re.findall(r'"([a-z]+(?:-[a-z]+)*)"', path.read_text(encoding="utf-8"))
}
SHOWN = "\n".join(
    path.read_text(encoding="utf-8")
    for path in (*ROOT.glob("tests/**/test_*.py"), *ROOT.glob("tests/broken/*/expected"))
)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_is_told_and_a_test_shows_it(rule: str) -> None:
    """No rule that nobody breaks, and none whose breaking was never tried."""
    assert rule in TOLD
    assert re.search(rf"(?<![\w-]){rule}(?![\w-])", SHOWN)
