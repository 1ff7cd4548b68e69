"""Pocket cards: an identity card's size, fronts and backs that meet, and a plain one that betrays nobody."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from paper.conftest import Print
from paper.reading import Char, Mark, Sheet, evened, sheets
from paper.samples import LANGS, with_contact

from toolkit.content.library import Library
from toolkit.content.reference import Channel
from toolkit.content.theme import PAPERS
from toolkit.content.wording import plain
from toolkit.language import language
from toolkit.paper.shop import Job, draw, edition_of
from toolkit.paper.type.trouble import Unprintable

WIDE, HIGH = 85.6, 54.0


@pytest.fixture(params=[(lang, paper) for lang in LANGS for paper in PAPERS], ids="-".join)
def job(request: pytest.FixtureRequest) -> Job:
    """The cards in both languages and on both papers."""
    return Job("cards", (), *request.param)


def _marks(sheet: Sheet) -> tuple[list[float], list[float]]:
    """Where the sheet is cut: from the left, and from the top."""
    thin = [
        mark for mark in sheet.marks if min(mark.right - mark.left, mark.bottom - mark.top) < 0.6
    ]
    outside = [mark for mark in thin if max(mark.right - mark.left, mark.bottom - mark.top) < 6]
    upright = [m for m in outside if m.bottom - m.top > m.right - m.left]
    lying = [m for m in outside if m.bottom - m.top < m.right - m.left]

    def middles(marks: list[Mark], at: int) -> list[float]:
        found = sorted({round((mark[at] + mark[at + 2]) / 2, 1) for mark in marks})
        return [one for place, one in enumerate(found) if not place or one - found[place - 1] > 1]

    return middles(upright, 0), middles(lying, 1)


def _cards(sheet: Sheet) -> list[list[Char]]:
    """The letters of each card."""
    across, down = _marks(sheet)
    return [
        [c for c in sheet.chars if left < c.left < left + WIDE and top < c.top < top + HIGH]
        for top in down[:-1]
        for left in across[:-1]
    ]


@pytest.mark.parametrize("many", [8, 10])
def test_cards_are_as_large_as_identity_cards(library: Library, job: Job, many: int) -> None:
    """85.6 by 54 mm between the marks, as many as the product says."""
    cards = replace(library.products["cards"], per_sheet=many)
    ours = replace(library, products={**library.products, "cards": cards})
    for place, sheet in enumerate(sheets(draw(job, ours))):
        across, down = _marks(sheet)
        assert [round(b - a, 1) for a, b in pairwise(across)] == [WIDE] * 2
        rows = [round(b - a) for a, b in pairwise(down)]
        assert set(rows) == {HIGH}
        # Plain cards leave room for the words below them.
        assert 1 <= len(rows) < many // 2 if place == 2 else len(rows) == many // 2
        assert min(sheet.ink.left, sheet.width - sheet.ink.right) >= 8
        assert min(sheet.ink.top, sheet.height - sheet.ink.bottom) >= 8


def test_fronts_and_backs_meet(job: Job, printed: Print) -> None:
    """Turned over the short edge, every cut of the back lies behind one of the front."""
    front, back, _ = sheets(printed(job))
    (across, down), (back_across, back_down) = _marks(front), _marks(back)
    assert across == pytest.approx(back_across, abs=0.2)
    assert [front.height - one for one in reversed(down)] == pytest.approx(back_down, abs=0.2)
    assert [front.width - one for one in reversed(across)] == pytest.approx(across, abs=0.2)


def test_no_word_comes_near_a_cut(job: Job, printed: Print) -> None:
    """Two millimetres, for a hand that trembles and a printer that lays a back askew."""
    for sheet in sheets(printed(job)):
        across, down = _marks(sheet)
        for cards in _cards(sheet):
            for char in cards:
                assert min(abs(char.left - at) for at in across) > 2
                assert min(abs(char.right - at) for at in across) > 2
                assert min(abs(char.top - at) for at in down) > 2
                assert min(abs(char.bottom - at) for at in down) > 2


def test_all_cards_of_a_sheet_are_alike(job: Job, printed: Print) -> None:
    """And only the first is read to somebody who cannot see them."""
    for sheet in sheets(printed(job)):
        told = {"".join(char.char for char in card) for card in _cards(sheet)}
        assert len(told) == 1
        assert len(next(iter(told))) > 30


def test_front_and_back_hold_the_first_numbers_for_home_and_for_abroad(
    job: Job, printed: Print, library: Library
) -> None:
    """Three and two telephones, in regular digits of sixteen points or more, with for whom."""
    phones = [one for one in library.contacts.values() if one.channel is Channel.PHONE]
    sides = (
        [one for one in phones if not one.from_abroad()][:3],
        [one for one in phones if one.from_abroad()][:2],
    )
    lang = language(job.lang)
    for sheet, contacts in zip(sheets(printed(job)), sides, strict=False):
        for contact in contacts:
            assert contact.number in sheet.text
            assert evened(plain(contact.name, lang, library)) in sheet.text
            whom = plain(contact.scope, lang, library).split(",")[0]
            solid = "".join(char.char for char in _cards(sheet)[0])
            assert "".join(whom.split()) in solid
            at = solid.index(contact.number.replace(" ", ""))
            digits = _cards(sheet)[0][at : at + len(contact.number.replace(" ", ""))]
            assert all(char.size >= 16 and "Bold" not in char.font for char in digits)


def test_a_plain_card_does_not_say_what_it_is_for(job: Job, library: Library) -> None:
    """A word for the family and numbers that nobody knows: no office, no edition, never a stamp."""
    family = language(job.lang).gettext("Family")
    for year in (0, 4):
        later = replace(library, as_of=library.as_of.replace(year=library.as_of.year + year))
        sheet = sheets(draw(job, later))[2]
        for card in _cards(sheet):
            told = "".join(char.char for char in card)
            assert told == f"{family}+622129244800+85512813282"
        assert not any(char.size < 11 for char in sheet.chars)


def test_beside_plain_cards_stands_whose_numbers_they_are(
    job: Job, printed: Print, library: Library
) -> None:
    """In their order; which others to learn; and what the card does not protect from."""
    told, lang = sheets(printed(job))[2].text, language(job.lang)
    for ids in (("kp2mi-abroad", "kbri-phnom-penh"), ("polri-110", "sapa-129", "kp2mi")):
        names = (plain(library.contacts[one].name, lang, library) for one in ids)
        assert evened("; ".join(names)) in told
    limit = "No office is named on it. But whoever dials a number or looks it up knows whose it is."
    assert (
        evened(lang.gettext(limit + " Safest is no card at all: learn one number by heart."))
        in told
    )


def test_every_card_carries_its_edition(job: Job, printed: Print, library: Library) -> None:
    """So that a number in a pocket can be looked up years later; beside plain ones, for it looks secret."""
    front, _, bare = sheets(printed(job))
    code = edition_of(job, library).code
    assert all(code in "".join(char.char for char in card) for card in _cards(front))
    assert not any(code in "".join(char.char for char in card) for card in _cards(bare))
    assert code in bare.text


def test_a_lesson_brings_its_own_numbers(library: Library) -> None:
    """Where cards are made for one, its help lines are taken, in its order."""
    front = sheets(draw(Job("cards", ("legal-route",), "id", "a4"), library))[0].text
    assert front.index("0800-1000") < front.index("110")


def test_a_stale_number_is_stamped_on_every_card_that_has_it(library: Library) -> None:
    """Beside plain cards, not on them: the giver must see it, whoever searches a pocket must not."""
    old = with_contact(library, "kp2mi-abroad", review_by=library.as_of.replace(year=2020))
    front, back, bare = sheets(draw(Job("cards", (), "id", "a4"), old))
    words = language("id").gettext("CHECK AGAIN")
    stamp = "".join(words.split())
    assert not any(stamp in "".join(char.char for char in card) for card in _cards(front))
    assert all(stamp in "".join(char.char for char in card) for card in _cards(back))
    assert not any(stamp in "".join(char.char for char in card) for card in _cards(bare))
    name = plain(old.contacts["kp2mi-abroad"].name, language("id"), old)
    assert evened(f"{words} {name}") in bare.text


def test_words_that_do_not_fit_a_card_are_refused(library: Library) -> None:
    """Never set smaller, never cut off."""
    from paper.samples import words

    ours = with_contact(library, "sapa-129", name=words("nama yang panjang sekali " * 8))
    with pytest.raises(Unprintable):
        draw(Job("cards", (), "id", "a4"), ours)
