"""Ids that are still free."""

from __future__ import annotations

import re
from collections.abc import Collection


def free_id(one: str, taken: Collection[str]) -> str:
    """An id like `one` that is not taken: `sh-03` after `sh-02`, `c` after `b`."""
    from string import ascii_lowercase

    if len(one) == 1 and one in ascii_lowercase:
        for letter in ascii_lowercase:
            if letter not in taken:
                return letter
    found = re.fullmatch(r"(.*?)(\d+)", one)
    stem, number, width = (found[1], int(found[2]), len(found[2])) if found else (one + "-", 1, 1)
    while (new := f"{stem}{number:0{width}d}") in taken:
        number += 1
    return new
