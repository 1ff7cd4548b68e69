"""The trainer's passphrase, which alone ends the kiosk: kept as a salted hash, never as words.

It has a file of its own, which only its owner may read, so that neither a damaged journal
nor one set aside opens the kiosk. Knows the disk and how failures are told.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from toolkit.disk import write_whole
from toolkit.errors import WrongInput
from toolkit.language import N_, Said

FILE_NAME = "kiosk-passphrase.json"
LEAST = 8
"""The fewest letters of a passphrase."""

_N, _R, _P = 2**15, 8, 3
"""What scrypt costs: 32 MiB and a good part of a second on an old laptop (OWASP, 2023)."""
_ROOM = 2**26
"""The most memory that a hash may cost, in bytes; a file that asks for more is not ours."""


@dataclass(frozen=True, slots=True)
class Passphrase:
    """A passphrase that was set: its salt and hash, and what scrypt was told to make it."""

    n: int
    r: int
    p: int
    salt: bytes
    hash: bytes

    def fits(self, words: str) -> bool:
        """Are these its words? Takes a good part of a second, on purpose."""
        import hmac

        return hmac.compare_digest(_hash(words, self.n, self.r, self.p, self.salt), self.hash)


def trouble_with(words: str) -> Said | None:
    """Why these words cannot be a passphrase; None if they can."""
    if len(_even(words)) < LEAST:
        return Said(N_("A passphrase has at least {n} letters."), {"n": LEAST})
    if not words.isprintable():
        return Said(N_("A passphrase has only letters, digits, signs and spaces."), {})
    return None


def keep(folder: Path, words: str) -> None:
    """Set the passphrase of this data folder, in place of any before.

    Raises WrongInput for words that cannot be one, Breakdown if the disk fails; then the
    one before stays.
    """
    import secrets

    if trouble := trouble_with(words):
        raise WrongInput(trouble, Said(N_("Nothing was changed. Try again."), {}))
    salt = secrets.token_bytes(16)
    kept = {
        "n": _N, "r": _R, "p": _P, "salt": salt.hex(),
        "hash": _hash(words, _N, _R, _P, salt).hex(),
    }  # fmt: skip
    write_whole(folder / FILE_NAME, json.dumps({"scrypt": kept}).encode(), mode=0o600)


def kept(folder: Path) -> Passphrase | None:
    """The passphrase of this data folder; None if none was ever set.

    Raises WrongInput if there is a file that nobody can be asked by.
    """
    path = folder / FILE_NAME
    try:
        return _read(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WrongInput(
            Said(N_("The file with the kiosk's passphrase cannot be read: {path}"), {"path": path}),
            Said(N_("Delete this file, then set a passphrase:  {call}"), {"call": CALL}),
        ) from error


def _read(written: str) -> Passphrase:
    found = json.loads(written)["scrypt"]
    n, r, p = (int(found[name]) for name in "nrp")
    made = Passphrase(n, r, p, bytes.fromhex(found["salt"]), bytes.fromhex(found["hash"]))
    # What costs more than a hash of ours may be meant to keep the laptop busy for ever.
    costs = n > 1 and n & (n - 1) == 0 and r > 0 and 0 < p <= 16 and 128 * n * r < _ROOM
    if not costs or len(made.salt) < 16 or len(made.hash) != 32:
        raise ValueError(written)
    return made


CALL = "cekdulu kiosk --set-passphrase"
"""What a trainer types to set a passphrase."""


def _even(words: str) -> str:
    """The same letters as the same bytes, whatever keyboard they came from."""
    return unicodedata.normalize("NFC", words)


def _hash(words: str, n: int, r: int, p: int, salt: bytes) -> bytes:
    import hashlib

    secret = _even(words).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(secret, salt=salt, n=n, r=r, p=p, maxmem=_ROOM, dklen=32)
