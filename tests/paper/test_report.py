"""The report for the office: one page that says what the screen says, whatever it has to say."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections import defaultdict
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper.reading import Char, Mark, Sheet, evened, sheets
from paper.report_samples import EVENING, EVERY, HIDDEN, NOTHING, OFFICE, SOLID, YEAR
from pypdf import PdfReader

from toolkit.language import Language, language
from toolkit.paper.products.report import draw
from toolkit.session import report_section
from toolkit.session.figures import Figures, Village
from toolkit.session.report_words import Section, sections

DAY = date(2026, 11, 22)
SIZES = {"a4": (210, 297), "f4": (215, 330)}
WHOLE = ("evening", "hidden", "nothing")
"""Samples that have room for every row."""

CASES = [
    (name, lang, paper)
    for name in EVERY
    for lang, paper in (("id", "a4"), ("id", "f4"), ("en", "a4"))
]


@cache
def _printed(name: str, lang: str, paper: str) -> bytes:
    return draw(EVERY[name], lang, paper, DAY)


@pytest.fixture(params=CASES, ids="-".join)
def case(request: pytest.FixtureRequest) -> tuple[str, str, str]:
    """Every sample, in both languages and on both papers."""
    return request.param


@pytest.fixture
def sheet(case: tuple[str, str, str]) -> Sheet:
    """The only page of it."""
    (page,) = sheets(_printed(*case))
    return page


def test_a_report_is_one_upright_page(case: tuple[str, str, str], sheet: Sheet) -> None:
    """Much or little, with long names or none."""
    assert (round(sheet.width), round(sheet.height)) == SIZES[case[2]]


def test_nothing_is_smaller_than_nine_points(sheet: Sheet) -> None:
    """What has no room is left out and counted, not shrunk."""
    assert min(char.size for char in sheet.chars) >= 9


def test_nothing_comes_nearer_to_the_edge_than_eight_millimetres(
    case: tuple[str, str, str], sheet: Sheet
) -> None:
    """On F4 counted within the 210 mm that every F4 has."""
    slack = 2.5 if case[2] == "f4" else 0
    left, top, right, bottom = sheet.ink
    assert min(left, sheet.width - right) >= 8 + slack
    assert min(top, sheet.height - bottom) >= 8


def test_no_letter_lies_on_another_or_on_a_bar(sheet: Sheet) -> None:
    """Every letter has its place to itself; the only thing around letters is the warning's box."""
    near: dict[tuple[int, int], list[Char]] = defaultdict(list)
    for char in sheet.chars:
        sides = product((char.left, char.right), (char.top, char.bottom))
        for place in {(int(x // 10), int(y // 10)) for x, y in sides}:
            near[place].append(char)
    for chars in near.values():
        # The tail of a J reaches a little under the letter before it.
        assert not [pair for pair in combinations(chars, 2) if _overlap(*pair, least=0.8)]
    solid = [m for m in sheet.marks if m.bottom - m.top < 4 and m.right - m.left > 0.5]
    assert not [(char, mark) for char in sheet.chars for mark in solid if _overlap(char, mark)]


def _overlap(one: Char | Mark, other: Char | Mark, least: float = 0.15) -> bool:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > least and high > 0.15


def test_every_typeface_is_in_the_file(case: tuple[str, str, str]) -> None:
    """A printer's own typefaces have other widths."""
    reader = PdfReader(BytesIO(_printed(*case)))
    (page,) = reader.pages
    fonts = [one.get_object() for one in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_everything_is_black_and_every_line_is_wide_enough(case: tuple[str, str, str]) -> None:
    """No meaning by grey, and no hairline that a copier loses."""
    told = _stream(_printed(*case))
    colours = re.findall(r"([\d. ]+) (?:rg|RG|g|G|k|K)\b", told)
    assert {float(part) for colour in colours for part in colour.split()} <= {0.0}
    assert min(float(width) for width in re.findall(r"([\d.]+) w\b", told)) >= 0.75


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("name", WHOLE)
def test_every_word_of_the_report_stands_on_the_page(name: str, lang: str) -> None:
    """Titles, meanings, warnings and rows are those of the screen, and can be copied."""
    (page,) = sheets(_printed(name, lang, "a4"))
    for section in sections(EVERY[name], language(lang)):
        # Paper has its words at the foot, without a heading.
        title = () if section.key in {"about", report_section.HIDDEN} else (section.title,)
        for words in (*title, section.meaning, section.warning):
            assert evened(words) in page.text
        for row in section.rows:
            assert all(evened(cell) in page.text for cell in row)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_another_reader_finds_the_figures_beside_their_words(lang: str) -> None:
    """pypdf, which guesses spaces in its own way, reads the same."""
    told = " ".join(
        PdfReader(BytesIO(_printed("evening", lang, "a4"))).pages[0].extract_text().split()
    )
    objectives = next(one for one in sections(EVENING, language(lang)) if one.key == "objectives")
    _, before, after, _ = objectives.header
    for _, early, late, gained in objectives.rows:
        assert f"{before} {early} {after} {late} {gained}" in told


def test_the_header_says_when_it_was_printed_and_the_foot_that_no_names_are_kept() -> None:
    """A filed sheet must still be understood in a year."""
    told = sheets(_printed("evening", "en", "a4"))[0].text
    assert "Printed on 22 November 2026" in told
    assert "Cek Dulu 0." in told
    assert "No names are kept." in told
    assert "fewer than 5 people" not in told
    told = sheets(_printed("hidden", "en", "a4"))[0].text
    assert "“hidden (<5)”: fewer than 5 people" in told


@pytest.mark.parametrize("figures", [OFFICE, YEAR], ids=["office", "year"])
@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_has_no_room_is_counted(figures: Figures, paper: str, lang: str) -> None:
    """The rows that are shown and those that are said to be left out are all rows there are."""
    told = sheets(draw(figures, lang, paper, DAY))[0].text
    every = [
        one for one in sections(figures, language(lang))[1:] if one.key != report_section.HIDDEN
    ]
    more = language(lang).gettext("… and {n} more: see the table (CSV)")
    none = {
        one.key: f"{one.title} {more.format(n=language(lang).number(len(one.rows)))}"
        for one in every
    }
    starts = [
        told.index(none[one.key] if none[one.key] in told else f"{one.title} {evened(one.meaning)}")
        for one in every
    ]
    for section, start in zip(every, starts, strict=True):
        if none[section.key] in told:
            assert section.key in ("marked", "villages")
            continue
        end = min((one for one in starts if one > start), default=len(told))
        part = told[start + len(section.title) + len(evened(section.meaning)) : end]
        shown = sum(_begin(row[0]) in part.replace(" ", "") for row in section.rows)
        left = len(section.rows) - shown
        assert shown >= min(1, len(section.rows))
        assert not left or more.format(n=language(lang).number(left)) in part


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("figures", [OFFICE, YEAR], ids=["office", "year"])
def test_a_crowded_page_has_the_musts_first_and_their_words_whole(
    figures: Figures, lang: str
) -> None:
    """Marked items and villages go before any objective does, and no objective is cut."""
    told = sheets(draw(figures, lang, "a4", DAY))[0].text.replace(" ", "")
    (section,) = (s for s in sections(figures, language(lang)) if s.key == "objectives")
    shown = [row[0].replace(" ", "") in told for row in section.rows]
    assert sum(shown) == sum(_begin(row[0]) in told for row in section.rows)
    ranks = [("must", "should", "could").index(one) for one in section.priorities]
    kept = [rank for rank, is_shown in zip(ranks, shown, strict=True) if is_shown]
    out = [rank for rank, is_shown in zip(ranks, shown, strict=True) if not is_shown]
    assert kept
    assert max(kept) <= min(out)


def _begin(name: str) -> str:
    return name.replace(" ", "")[:24]


def test_a_crowded_page_still_shows_many_objectives_and_all_of_the_rest() -> None:
    """Discernment, warning signs and time against plan are never cut."""
    told = sheets(_printed("office", "en", "a4"))[0].text
    assert len(set(re.findall(r"\d\d\. You can point out", told))) >= 5
    for section in sections(OFFICE, language("en")):
        if section.key in ("about", "discernment", "signs", "times"):
            assert all(evened(cell) in told for row in section.rows for cell in row)


def test_the_length_of_a_bar_is_its_share() -> None:
    """Of the distance between the line on which it stands and the line at 100%."""
    (objectives,) = (s for s in sections(EVENING, language("en")) if s.key == "objectives")
    told = _stream(_printed("evening", "en", "a4"))
    lines = [
        tuple(map(float, line))
        for line in re.findall(r"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S", told)
    ]
    begin, end, *_ = (x for x, y, to, down in lines if x == to and y != down)
    whole = end - begin
    bars = [bar for bar in _boxes(told) if abs(bar[0] - begin) < 0.01]
    assert len(bars) == 2 * len(objectives.bars)
    for place, share in enumerate(share for pair in objectives.bars for share in pair):
        _, long, filled = bars[place]
        assert long / whole == pytest.approx(share, abs=0.001)
        assert filled is (place % 2 == 1)


def _stream(pdf: bytes) -> str:
    """What is drawn on the page, in the language of PDF."""
    (page,) = PdfReader(BytesIO(pdf)).pages
    return page.get_contents().get_data().decode("latin-1")


def _boxes(told: str) -> list[tuple[float, float, bool]]:
    """Left edge and width of the ink of every rectangle, and whether it is solid."""
    found = re.findall(r"([\d.]+) [\d.]+ ([\d.]+) [\d.]+ re (S|f\*?)", told)
    return [
        (float(x) - (how == "S") * 0.5, float(wide) + (how == "S") * 1.0, how != "S")
        for x, wide, how in found
    ]


def test_bars_can_be_told_apart_on_a_bad_copy() -> None:
    """Blurred and turned into pure black and white, an outline stays hollow, a solid bar solid."""
    from PIL import ImageFilter

    (page,) = sheets(_printed("evening", "en", "a4"))
    copy = page.picture.filter(ImageFilter.GaussianBlur(1.5)).point(lambda grey: 255 * (grey > 140))
    dots = 200 / 25.4
    bars = [m for m in page.marks if 2 < m.bottom - m.top < 3.2 and m.right - m.left > 8]
    kinds = []
    for bar in bars:
        x, y = round((bar.left + bar.right) / 2 * dots), (bar.top + bar.bottom) / 2 * dots
        kinds.append(copy.getpixel((x, round(y))) == 0)
        assert any(copy.getpixel((x, round(bar.top * dots) + off)) == 0 for off in (-1, 0, 1, 2))
    assert sum(kinds) >= 8
    assert len(kinds) - sum(kinds) >= 8


def test_the_warning_stands_in_a_box_and_only_where_there_is_one() -> None:
    """It is set bold, and nothing else is in its box."""
    (page,) = sheets(_printed("evening", "en", "a4"))
    warning = next(one.warning for one in sections(EVENING, language("en")) if one.warning)
    (box,) = (m for m in page.marks if m.bottom - m.top > 8 and m.right - m.left > 50)
    inside = [
        c for c in page.chars if box.left < c.left < box.right and box.top < c.top < box.bottom
    ]
    assert "".join(char.char for char in inside) == warning.replace(" ", "")
    assert all("Bold" in char.font for char in inside)
    calm = replace(EVENING, discernment=replace(EVENING.discernment, only_suspicion=False))
    assert not [
        m
        for m in sheets(draw(calm, "en", "a4", DAY))[0].marks
        if m.bottom - m.top > 8 and m.right - m.left > 50
    ]


def test_what_is_hidden_has_no_bar() -> None:
    """A length would tell what the words do not; only time against plan is drawn."""
    boxes = _boxes(_stream(_printed("hidden", "en", "a4")))
    samples = 2
    assert len(boxes) == 2 * len(HIDDEN.times) + samples
    assert not _boxes(_stream(_printed("nothing", "en", "a4")))


def test_foreign_letters_are_marked_and_markup_is_only_letters() -> None:
    """A name from another stick is drawn as it stands, or with a mark that the foot explains."""
    told = sheets(_printed("foreign", "en", "a4"))[0].text
    assert "? <b>Suka</b> ?[31m? & Co" in told
    assert "? <font size=1>&amp;</font> ? {n} %s" in told
    assert "“?” stands for letters that cannot be printed here." in told
    assert "stands for letters" not in sheets(_printed("evening", "en", "a4"))[0].text


def test_a_name_without_spaces_is_broken_and_not_lost() -> None:
    """As much of it as there is room for."""
    told = sheets(_printed("solid", "en", "a4"))[0].text.replace(" ", "")
    assert SOLID[:100] in told


def test_a_wordy_language_still_makes_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where even the fewest rows would not fit, the meanings end in dots."""
    from toolkit.paper.products import report

    def wordy(figures: Figures, lang: Language) -> tuple[Section, ...]:
        told = sections(figures, lang)
        return tuple(replace(one, meaning=" ".join([one.meaning] * 4)) for one in told)

    monkeypatch.setattr(report, "sections", wordy)
    (page,) = sheets(draw(OFFICE, "en", "a4", DAY))
    assert page.height - page.ink.bottom >= 8
    assert "02. You can point out" in page.text
    assert min(char.size for char in page.chars) >= 9


@settings(max_examples=25)
@given(st.text(max_size=400), st.text(max_size=1200), st.integers(0, 40))
def test_any_words_make_a_sound_page(name: str, belief: str, times: int) -> None:
    """One page within its edges, whatever a stick brings."""
    words = {code: {**told, "voucher.trust": belief} for code, told in EVENING.words.items()}
    figures = replace(
        EVENING,
        scope=replace(EVENING.scope, village=name),
        villages=tuple(Village(f"{n} {name}", 1, 30) for n in range(times)),
        words=words,
    )
    (page,) = sheets(draw(figures, "en", "a4", DAY))
    left, top, right, bottom = page.ink
    assert min(left, top, page.width - right, page.height - bottom) >= 8


def test_the_same_figures_give_the_same_bytes() -> None:
    """Whatever order a hash has that day."""
    program = (
        "import sys, hashlib; from datetime import date; sys.path.insert(0, 'tests');"
        "from paper.report_samples import OFFICE; from toolkit.paper.products.report import draw;"
        "print(hashlib.sha256(draw(OFFICE, 'id', 'a4', date(2026, 11, 22))).hexdigest())"
    )
    root = Path(__file__).parent.parent.parent
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=root, check=True, capture_output=True, text=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(root)},
    ).stdout.strip()  # fmt: skip
    assert told == hashlib.sha256(_printed("office", "id", "a4")).hexdigest()


def test_the_file_says_what_it_is_about() -> None:
    """Title, subject and language, for a folder full of reports."""
    reader = PdfReader(BytesIO(_printed("evening", "en", "a4")))
    assert reader.metadata.title == "What was learned in the village hall"
    assert "Sukamaju" in reader.metadata.subject
    assert "19 November 2026" in reader.metadata.subject
    assert reader.root_object["/Lang"] == "en-GB"
    assert reader.root_object["/ViewerPreferences"]["/Duplex"] == "/Simplex"


def test_an_empty_session_says_so_in_words() -> None:
    """Every heading stands there with why there is nothing below it."""
    (page,) = sheets(_printed("nothing", "en", "a4"))
    empty: list[Section] = [one for one in sections(NOTHING, language("en")) if not one.rows]
    assert len(empty) >= 5
    assert all(f"{one.title} {one.meaning}" in page.text for one in empty)
