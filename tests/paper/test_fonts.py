"""The cut typefaces: kept in the user's cache, and the same with and without it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from toolkit.paper.type import fonts


def _kept() -> list[Path]:
    return sorted(user_cache_path("cekdulu", appauthor=False).glob("*.font"))


@pytest.fixture
def cut() -> bytes:
    """The regular face as the cache keeps it."""
    return fonts.prepared(fonts.REGULAR)


def test_a_cut_face_is_small_and_has_all_our_letters(cut: bytes) -> None:
    """A tenth of the whole face."""
    assert 20_000 < len(cut) < 70_000
    assert not fonts.missing("Aa Zz 0-9 “kutip” ‘satu’ – — … é ñ ü ğ İ € % & < > { } @ # _ ~ ×")


def test_the_second_time_it_comes_from_the_cache(
    cut: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cutting takes a fifth of a second; reading takes none."""
    assert len(_kept()) == 1
    monkeypatch.setattr(fonts, "_cut", None)
    assert fonts.prepared(fonts.REGULAR) == cut


@pytest.mark.parametrize("damage", [b"", b"rubbish", None])
def test_a_damaged_copy_is_cut_again(cut: bytes, damage: bytes | None) -> None:
    """A copy is believed only if its hash is right."""
    (kept,) = _kept()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-5] + b"12345" if damage is None else damage)
    assert fonts.prepared(fonts.REGULAR) == cut
    assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_written_only_costs_time(
    cut: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A read-only home prints the same bytes."""
    (tmp_path / "file").write_text("no folder here")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert not _kept()
    made = fonts.prepared(fonts.REGULAR)
    assert hashlib.sha256(made).digest() == hashlib.sha256(cut).digest()
    assert not _kept()


def test_no_draft_is_left_in_the_cache(cut: bytes) -> None:
    """Whoever looks sees a whole face or none."""
    assert [file.suffix for file in _kept()[0].parent.iterdir()] == [".font"]
