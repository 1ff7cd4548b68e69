"""What stands wholly in round brackets is told by a narrator; everything else is written by somebody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.content.narration import narrated
from toolkit.content.text import Text, parse, written


def text(**words: str) -> Text:
    """A text in some languages."""
    return Text({code: parse(one) for code, one in words.items()})


def test_brackets_are_left_off_and_what_is_within_stays() -> None:
    """Bold words, references and further brackets as well."""
    told = narrated(text(id="(Lalu {term:tppo} (ya) **diam**)", en="(**Quiet**)"))
    assert told is not None
    assert {code: written(runs) for code, runs in told.runs.items()} == {
        "id": "Lalu {term:tppo} (ya) **diam**", "en": "**Quiet**",
    }  # fmt: skip


@pytest.mark.parametrize(
    "words",
    ["(Contoh) Ada kerja.", "(a) dan (b)", "Halo (ya)", "()", "( )", "(", ")(", "{term:x}", ""],
)
def test_what_is_not_wholly_in_one_pair_is_written(words: str) -> None:
    """A mark at the beginning, a remark at the end, two pairs, or nothing within."""
    assert narrated(text(id=words)) is None


def test_it_is_the_narrators_only_where_it_is_in_each_language() -> None:
    """A translator who forgot them changes nobody's words."""
    assert narrated(text(id="(Lalu diam.)", en="Then silence.")) is None


@given(st.text(alphabet="a (", max_size=6), st.text(alphabet="(){}:* a", max_size=9))
def test_any_words_are_a_narrators_or_not(before: str, words: str) -> None:
    """Nothing breaks, and nothing is lost but the pair."""
    there = text(id=before + words)
    told = narrated(there)
    if told is not None:
        assert f"({written(told.runs['id'])})" == written(there.runs["id"])
