"""The edition: a short code of exactly what was printed.

Two sheets with the same code say the same, word for word. The code is Crockford's
base 32, which has no I, L, O and U, so that it can be read out over a telephone.
"""

from __future__ import annotations

import hashlib
import json

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans({"I": "1", "L": "1", "O": "0"})
_LENGTH = 8


def edition(*parts: object) -> str:
    """The code of what was printed: strings, numbers and tuples of them. `7K3M-9QXD`."""
    told = json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()
    number = int.from_bytes(hashlib.blake2b(told, digest_size=5).digest(), "big")
    code = "".join(_LETTERS[number >> shift & 31] for shift in range(35, -1, -5))
    return f"{code[:4]}-{code[4:]}"


def read(typed: str) -> str:
    """A code as somebody typed it, in the form in which it is printed.

    Raises ValueError for what cannot be a code.
    """
    code = "".join(typed.upper().split()).replace("-", "").translate(_LOOKALIKES)
    if len(code) != _LENGTH or not set(code) <= set(_LETTERS):
        raise ValueError(typed)
    return f"{code[:4]}-{code[4:]}"
