"""What is wrong with the value of one cell: which kind of problem, what, and how to mend it."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.language import Said


class Fault(NamedTuple):
    """A value that is left out; where it stands is known to whoever asked for it."""

    rule: str
    what: Said
    mend: Said
