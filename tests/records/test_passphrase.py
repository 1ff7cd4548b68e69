"""The passphrase of the kiosk: only a salted hash is kept, and only its words fit."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.errors import WrongInput
from toolkit.records import passphrase

WORDS = "kopi pahit 1945"


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hash that costs next to nothing."""
    monkeypatch.setattr(passphrase, "_N", 2)


def test_its_words_fit_and_no_others(tmp_path: Path) -> None:
    """With the cost that is really used."""
    passphrase.keep(tmp_path, WORDS)
    kept = passphrase.kept(tmp_path)
    assert kept is not None
    assert kept.fits(WORDS)
    assert not any(kept.fits(other) for other in ("", WORDS.upper(), WORDS + " "))
    assert (kept.n, kept.r, kept.p) == (2**15, 8, 3)


@pytest.mark.usefixtures("cheap")
def test_the_words_are_nowhere_in_the_folder(tmp_path: Path) -> None:
    """Neither as they are nor as their bytes in hex; and the file is its owner's alone."""
    passphrase.keep(tmp_path, WORDS)
    (file,) = tmp_path.rglob("*")
    content = file.read_bytes()
    assert WORDS.encode() not in content
    assert WORDS.encode().hex().encode() not in content
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("cheap")
def test_the_same_words_never_give_the_same_hash(tmp_path: Path) -> None:
    """Each has a salt of its own."""
    made = []
    for name in ("one", "other"):
        passphrase.keep(tmp_path / name, WORDS)
        made.append(passphrase.kept(tmp_path / name))
    assert made[0].salt != made[1].salt
    assert made[0].hash != made[1].hash


@pytest.mark.usefixtures("cheap")
def test_a_change_replaces_the_old_one_and_keeps_the_file_private(tmp_path: Path) -> None:
    """The words before do not fit any more, even where somebody had opened the file to all."""
    passphrase.keep(tmp_path, WORDS)
    (tmp_path / passphrase.FILE_NAME).chmod(0o644)
    passphrase.keep(tmp_path, "teh manis 2026")
    kept = passphrase.kept(tmp_path)
    assert not kept.fits(WORDS)
    assert kept.fits("teh manis 2026")
    assert (tmp_path / passphrase.FILE_NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("cheap")
@settings(max_examples=30)
@given(words=st.text(st.characters(categories=("L", "N", "P", "S")), min_size=8, max_size=40))
def test_letters_may_be_composed_either_way(
    tmp_path_factory: pytest.TempPathFactory, words: str
) -> None:
    """Two keyboards that build a letter differently type the same passphrase."""
    folder = tmp_path_factory.mktemp("words")
    if passphrase.trouble_with(words) is None:
        passphrase.keep(folder, words)
        assert passphrase.kept(folder).fits(unicodedata.normalize("NFD", words))


@pytest.mark.parametrize("words", ["", "seven77", "tab\tulator here", "new\nline here"])
def test_what_cannot_be_typed_or_is_too_short_is_refused(tmp_path: Path, words: str) -> None:
    """Nothing is written then."""
    with pytest.raises(WrongInput):
        passphrase.keep(tmp_path, words)
    assert list(tmp_path.iterdir()) == []


def test_no_file_is_no_passphrase(tmp_path: Path) -> None:
    """Nobody has set one."""
    assert passphrase.kept(tmp_path) is None


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize(
    ("name", "value"),
    [("n", 2**40), ("n", 3), ("r", 0), ("p", 1000), ("salt", ""), ("hash", "00"), ("hash", 7),
     ("n", None), ("salt", "zz")],
)  # fmt: skip
def test_a_file_that_is_not_ours_is_told(tmp_path: Path, name: str, value: object) -> None:
    """What would cost a day to compute, or is no hash at all, is damage: which file, and what to do."""
    passphrase.keep(tmp_path, WORDS)
    file = tmp_path / passphrase.FILE_NAME
    content = json.loads(file.read_text())
    content["scrypt"][name] = value
    file.write_text(json.dumps(content))
    with pytest.raises(WrongInput) as told:
        passphrase.kept(tmp_path)
    assert str(file) in str(told.value)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"{}", b'{"scrypt": 1}'])
def test_a_broken_file_is_told(tmp_path: Path, content: bytes) -> None:
    """Half a file, or another one, opens nothing and breaks nothing."""
    (tmp_path / passphrase.FILE_NAME).write_bytes(content)
    with pytest.raises(WrongInput):
        passphrase.kept(tmp_path)
