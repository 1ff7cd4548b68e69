"""What a rule is: the reason behind a kind of problem, and what `check --explain` tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.language import Said


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of problem.

    `why` is one short sentence: what goes wrong for people if it stays. `more` tells in a
    few sentences what it is about and how it is mended. `wrong` and `right` are the same
    few lines of YAML, before and after; both are "" where no lines of YAML can show it.
    """

    why: Said
    more: Said
    wrong: str = ""
    right: str = ""
