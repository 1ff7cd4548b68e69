"""The poster: one message, one large number, and what a village adds."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp
from paper.conftest import Print
from paper.reading import evened, sheets
from paper.samples import HERE, LANGS, LESSONS, with_contact, with_lesson, words

from toolkit.content.library import Library
from toolkit.content.villages.village import Office, Village
from toolkit.content.wording import plain
from toolkit.language import language
from toolkit.paper.shop import Job, draw
from toolkit.paper.type.trouble import Unprintable


def _poster(sheets: int = 1, lang: str = "id", paper: str = "a4") -> Job:
    return Job("poster", ("recruitment",), lang, paper, sheets=sheets)


@pytest.mark.parametrize("lang", LANGS)
def test_a_poster_has_one_message_and_up_to_three_points(
    library: Library, printed: Print, lang: str
) -> None:
    """The line on the leaflet's front in the largest letters but the number's, then takeaways."""
    (sheet,) = sheets(printed(_poster(lang=lang)))
    lesson = library.lessons["recruitment"]
    message = "".join(plain(lesson.leaflet.front, language(lang), library).split())
    solid = "".join(char.char for char in sheet.chars)
    assert solid.startswith(message)
    assert {char.size for char in sheet.chars[: len(message)]} == {sheet.chars[0].size}
    assert sheet.chars[0].size >= 44
    for takeaway in lesson.takeaways[:3]:
        assert evened(plain(takeaway, language(lang), library)) in sheet.text
    assert evened(plain(lesson.takeaways[3], language(lang), library)) not in sheet.text


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_help_line_is_large_regular_and_the_one_that_the_lesson_names(
    library: Library, printed: Print, lesson: str
) -> None:
    """Twenty millimetres high and more; the code beside it calls the same number."""
    (sheet,) = sheets(printed(Job("poster", (lesson,), "id", "a4")))
    contact = library.contacts[library.lessons[lesson].leaflet.scan]
    largest = max(char.size for char in sheet.chars)
    digits = [char for char in sheet.chars if char.size == largest]
    assert "".join(char.char for char in digits) == contact.number.replace(" ", "")
    assert largest >= 60
    assert not any("Bold" in char.font for char in digits)
    (code,) = zxingcpp.read_barcodes(sheet.picture)
    assert code.text == f"tel:{contact.dial}"


def test_without_a_wish_it_is_the_first_number_that_can_be_called_at_home(
    library: Library,
) -> None:
    """A lesson without any has no number, and still makes a poster."""

    def scan(wish: str, *contacts: str) -> str:
        ours = with_lesson(
            library,
            lambda lesson: replace(
                lesson, contacts=contacts, leaflet=replace(lesson.leaflet, scan=wish)
            ),
        )
        (sheet,) = sheets(draw(_poster(), ours))
        largest = max(char.size for char in sheet.chars)
        return "".join(char.char for char in sheet.chars if char.size == largest)

    assert scan("", "kp2mi-abroad", "kp2mi-wa", "sapa-129", "kp2mi") == "129"
    assert "2924" not in scan("", "kp2mi-abroad")


def test_a_village_sees_its_own_numbers(library: Library) -> None:
    """On one sheet and on four."""
    village = Village(
        "Sukamaju", "Ciawi", "Bogor", "Jawa Barat", {Office.POLICE: "0251-8240110"}, at=HERE
    )
    for many in (1, 4):
        job = replace(_poster(many), village=village)
        told = " ".join(sheet.text for sheet in sheets(draw(job, library)))
        assert "0251-8240110" in told
        assert "Sukamaju" in told


def test_a_stale_number_is_stamped(library: Library) -> None:
    """Beside it, where nobody overlooks it."""
    old = with_contact(library, "kp2mi", review_by=library.as_of.replace(year=2020))
    assert language("id").gettext("CHECK AGAIN") in sheets(draw(_poster(), old))[0].text


def test_a_message_that_does_not_fit_is_refused(library: Library) -> None:
    """With its place and how to mend it, and never set smaller than can be read."""
    ours = with_lesson(
        library,
        lambda lesson: replace(
            lesson,
            leaflet=replace(lesson.leaflet, front=words("Cek dulu sebelum pergi, ya. " * 40)),
        ),
    )
    with pytest.raises(Unprintable) as caught:
        draw(_poster(), ours)
    assert "lessons/recruitment.yaml" in caught.value.tell(language("en"))
    long = with_lesson(
        library,
        lambda lesson: replace(
            lesson, leaflet=replace(lesson.leaflet, front=words("Cek " + "dulu" * 40))
        ),
    )
    with pytest.raises(Unprintable):
        draw(_poster(9), long)
