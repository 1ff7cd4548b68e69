"""What the files of villages are called: the same everywhere, and on every disk."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper.villages import PLAIN, many, villages

from toolkit.content.villages.village import Village
from toolkit.paper.villages.village_names import files, plain


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Desa Sukamaju", "desa-sukamaju"),
        ("Ma'rang", "marang"),
        ("  Éwé (Timur) ", "ewe-timur"),
        ("Łódź Đ", "lodz-d"),
        ("CON", "con-x"),
        ("com1", "com1-x"),
        ("..", "x"),
        ("☎", "x"),
        ("Nagari Contoh Nan Elok di Kaki Bukit Panjang", "nagari-contoh-nan-elok-di-kaki-bukit-pan"),
    ],
)  # fmt: skip
def test_a_name_is_written_plainly(name: str, called: str) -> None:
    """Small letters, digits and hyphens; never one that Windows keeps for itself."""
    assert plain(name) == called


@settings(max_examples=40)
@given(st.lists(villages, max_size=6))
def test_every_disk_can_hold_every_name(some: list[Village]) -> None:
    """And no two villages have the same, also where A and a are one."""
    paths = [one.path for one in files(some, bundled=False)]
    assert len(set(paths)) == len(some)
    for path in paths:
        assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*/)+[a-z0-9]+(-[a-z0-9]+)*\.pdf", path)
        assert len(path) < 200


def test_villages_of_one_name_are_numbered_in_the_order_of_the_list() -> None:
    """The same list gives the same names again."""
    paths = [one.path for one in files([PLAIN, PLAIN, PLAIN], bundled=False)]
    assert paths == [f"sumatera-barat/kabupaten-solok/lembah-gumanti-sukamaju{n}.pdf" for n in ("", "-2", "-3")]  # fmt: skip


def test_a_regency_is_one_file_however_it_is_written() -> None:
    """Its villages keep the order of the list."""
    some = many(6)
    bundles = list(files(some, bundled=True))
    assert [one.path for one in bundles] == [f"jambi/kabupaten-{n}.pdf" for n in range(3)]
    assert bundles[0].villages == (some[0], some[3])
