"""Words into lines: nothing lost, nothing broken, nothing too wide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.paper.type import flow, fonts
from toolkit.paper.type.flow import Run, TooWide, lines, words_in

WORD = st.text("abcdefghijklmnopqrstuvwxyz.,-<>&{}%áéñ", min_size=1, max_size=12)
SENTENCE = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
PLAIN = st.just(False)
RUN = st.builds(Run, SENTENCE, st.booleans(), PLAIN, PLAIN)
RUNS = st.lists(RUN, min_size=1, max_size=5).map(tuple)


@given(RUNS, st.floats(11, 30), st.booleans())
def test_no_word_is_lost_broken_or_moved(runs: tuple[Run, ...], size: float, even: bool) -> None:
    """The lines, joined by spaces, are the runs, and each keeps its weight."""
    found = lines(runs, size, 2000.0, even)
    assert " ".join(words_in(line.runs).strip() for line in found) == words_in(runs)
    heavy = "".join(run.text for line in found for run in line.runs if run.bold)
    assert heavy.replace(" ", "") == "".join(r.text for r in runs if r.bold).replace(" ", "")


@given(RUNS, st.floats(60, 400), st.booleans())
def test_no_line_is_wider_than_its_column(runs: tuple[Run, ...], width: float, even: bool) -> None:
    """Unless a single word is, and then it is an error that says by how much."""
    try:
        found = lines(runs, 13.0, width, even)
    except TooWide as trouble:
        assert trouble.over > 0
        assert " " not in trouble.word
    else:
        assert max(line.width for line in found) <= width + 0.1


@given(RUNS, st.floats(100, 400))
def test_balancing_never_needs_another_line(runs: tuple[Run, ...], width: float) -> None:
    """A balanced title is as short as a greedy one."""
    try:
        plain = lines(runs, 13.0, width)
    except TooWide:
        return
    assert len(lines(runs, 13.0, width, balanced=True)) == len(plain)


def test_a_number_is_never_broken() -> None:
    """A reference keeps together even where it has spaces of its own."""
    runs = (Run("Telepon dari luar negeri "), Run("+62 21 2924 4800", whole=True), Run(", ya."))
    for width in range(120, 400, 7):
        told = [words_in(line.runs) for line in lines(runs, 13.0, float(width))]
        assert sum("+62\u00a021\u00a02924\u00a04800," in line for line in told) == 1


def test_runs_that_touch_stay_together() -> None:
    """`**Uang**:` does not lose its colon to the next line."""
    runs = (Run("Baca dulu soal "), Run("uang", bold=True), Run(": jelas?"))
    for width in range(60, 200, 5):
        told = [words_in(line.runs) for line in lines(runs, 13.0, float(width))]
        assert any("uang:" in line for line in told)


def test_a_last_line_of_one_word_is_avoided_where_it_costs_nothing() -> None:
    """The line before it gives one up."""
    runs = (Run("Mulailah dari kantor desa dan Disnaker, bukan ponsel."),)
    full = sum(
        fonts.width(word, False)
        for word in ["Mulailah", "dari", "kantor", "desa", "dan", "Disnaker,", "bukan"]
    )
    width = (full + 6 * fonts.width(" ", False) + 100) * 13 / 1000
    told = [words_in(line.runs) for line in lines(runs, 13.0, width)]
    assert len(told) == 2
    assert " " in told[1]


def test_white_space_of_any_kind_is_one_space() -> None:
    """A folded YAML block may hold line breaks and tabs."""
    assert [words_in(line.runs) for line in lines((Run(" a\n b\t\tc "),), 13.0, 900.0)] == ["a b c"]


def test_no_words_make_no_lines() -> None:
    """An empty text takes no room."""
    assert lines((Run(""),), 13.0, 100.0) == ()


def test_too_wide_says_by_how_much() -> None:
    """In points, so that the caller can tell it in millimetres."""
    wide = flow.lines((Run("pertanggungjawaban"),), 13.0, 500.0)[0].width
    with pytest.raises(TooWide) as caught:
        lines((Run("pertanggungjawaban"),), 13.0, wide - 20)
    assert caught.value.over == pytest.approx(20)
