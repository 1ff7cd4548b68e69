"""Pictures of pages, and pictures to share: small files, big words, the same bytes each time."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from paper.conftest import Print
from paper.samples import LANGS, LESSONS, with_contact, with_lesson, words
from PIL import Image

from toolkit.content.library import Library
from toolkit.content.text import Text
from toolkit.content.wording import plain
from toolkit.errors import WrongCall, WrongInput
from toolkit.language import language
from toolkit.paper.pdf.picture import MOST, Shared, page_pictures, pngs
from toolkit.paper.share import LEAST, SIZES, share_pictures
from toolkit.paper.shop import Job

SPOKEN = {"id": "ind", "en": "eng"}
THIRD = 3


@pytest.fixture(scope="module")
def shared(library: Library):
    """The pictures of a lesson in a language, each made only once."""
    return cache(lambda lesson, lang: share_pictures(lesson, lang, library).files)


def _opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("L")


def _read(pictures: list[Image.Image], lang: str) -> list[str]:
    """What tesseract reads in each picture; one process for all."""
    with TemporaryDirectory() as folder:
        names = [Path(folder) / f"{place:02}.pgm" for place in range(len(pictures))]
        for name, picture in zip(names, pictures, strict=True):
            picture.save(name)
        listed = Path(folder) / "all.txt"
        listed.write_text("\n".join(map(str, names)))
        command = ["tesseract", str(listed), "stdout", "-l", SPOKEN[lang], "--psm", "4"]
        done = subprocess.run(
            [*command, "--dpi", "150"],
            env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=True,
        )
    return [" ".join(one.split()) for one in done.stdout.split("\f")[: len(pictures)]]


def test_each_page_becomes_a_picture_as_sharp_as_asked(printed: Print) -> None:
    """150 dots in an inch, in a few greys."""
    pdf = printed(Job("leaflet", ("recruitment",), "id", "a4"))
    for dpi in (150, 60):
        sizes = [_opened(png).size for png in pngs(pdf, dpi)]
        assert sizes == [pytest.approx((297 / 25.4 * dpi, 210 / 25.4 * dpi), abs=1.5)] * 2
    first = _opened(pngs(pdf)[0])
    assert len(first.getcolors()) <= 4
    assert {0, 255} <= {grey for _, grey in first.getcolors()}


def test_pictures_of_pages_are_named_after_their_file_and_light(printed: Print) -> None:
    """Under 150 KB each; the same bytes each time."""
    job = Job("handout", ("recruitment",), "en", "f4")
    made = page_pictures(job.file_name, printed(job))
    assert [one.file_name for one in made] == ["handout-recruitment-en-f4-1.png"]
    assert all(len(one.png) <= 150_000 == MOST for one in made)
    assert made == page_pictures(job.file_name, printed(job))


def test_a_picture_is_what_the_page_shows(printed: Print) -> None:
    """Pixel for pixel, but for the greys that are left out."""
    import pypdfium2
    from PIL import ImageChops

    pdf = printed(Job("handout", ("recruitment",), "en", "a4"))
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=150 / 72, grayscale=True).to_pil()
    assert max(ImageChops.difference(page, _opened(pngs(pdf)[0])).tobytes()) <= 43


def test_a_page_too_full_for_four_greys_is_made_lighter() -> None:
    """Black and white first, then fewer dots; never more than 150 KB."""
    noise = Image.effect_noise((1240, 1754), 160)
    held = BytesIO()
    noise.save(held, "PDF", resolution=150)
    (png,) = pngs(held.getvalue())
    assert len(png) <= MOST
    picture = _opened(png)
    assert picture.width < 1240
    assert abs(picture.width / picture.height - 1240 / 1754) < 0.01


def test_a_lesson_is_shared_in_two_sizes_with_an_idea_on_each(shared, library: Library) -> None:
    """The line on its front, three things to remember, help lines."""
    made: tuple[Shared, ...] = shared("recruitment", "id")
    names = [f"share-recruitment-id-{w}x{h}-{n}.png" for w, h in SIZES for n in range(1, 6)]
    assert [one.file_name for one in made] == names
    for one in made:
        size = re.search(r"(\d+)x(\d+)", one.file_name)
        assert size
        assert _opened(one.png).size == (int(size[1]), int(size[2]))


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("lang", LANGS)
def test_pictures_to_share_are_light(shared, lesson: str, lang: str) -> None:
    """Under 150 KB each, for a weak connection; in fact a fraction of that."""
    assert all(len(one.png) < 50_000 for one in shared(lesson, lang))


def test_the_same_lesson_gives_the_same_pictures(shared, library: Library) -> None:
    """Byte for byte; another word, and the edition on all of them is another."""
    ours = with_lesson(library, lambda lesson: replace(lesson, title=words("Judul lain")))
    one, other = shared("recruitment", "id"), share_pictures("recruitment", "id", ours).files
    assert one == share_pictures("recruitment", "id", library).files
    assert all(a.png != b.png for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("lesson", "lang", "chosen"),
    [("recruitment", "id", (0, 2, 4, 6)), ("warning-signs", "en", (3,))],
)
def test_a_cheap_telephone_shows_them_so_that_they_can_be_read(
    shared, library: Library, lesson: str, lang: str, chosen: tuple[int, ...]
) -> None:
    """At 360 pixels: the help line, the words, the date and the edition on each."""
    speaks, record = language(lang), library.lessons[lesson]
    made = [_opened(shared(lesson, lang)[place].png) for place in chosen]
    small = [one.resize((360, one.height // THIRD)) for one in made]
    # Tesseract needs the letters of a screen larger, though not sharper.
    told = _read([one.resize((540, one.height * 3 // 2)) for one in small], lang)
    number = library.contacts[record.leaflet.scan].number
    day = speaks.day(library.as_of)
    texts = (record.leaflet.front, *record.takeaways[:3])
    for place, said in zip(chosen, told, strict=True):
        assert number in said
        assert day in said
        assert re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", said)
        if place % 5 < 4:
            wanted = plain(texts[place % 5], speaks, library).casefold().split()
            assert " ".join(wanted) in said.casefold()


def test_the_last_picture_has_numbers_for_home_and_for_abroad(shared, library: Library) -> None:
    """Three of the lesson that can be called in Indonesia, and one from elsewhere."""
    last = _opened(shared("recruitment", "id")[9].png)
    (said,) = _read([last.resize((last.width // 2, last.height // 2))], "id")
    for contact in ("polri-110", "kp2mi", "sapa-129", "kp2mi-abroad"):
        # Tesseract knows no plus before a number.
        assert library.contacts[contact].number.removeprefix("+") in said


def test_no_letter_is_smaller_than_forty_four_pixels(shared) -> None:
    """The floor is the size of the letters of date and edition; nothing is below it."""
    from toolkit.paper import share

    assert LEAST == 44
    assert min(*share._IDEAS, *share._NUMBERS) > LEAST


def test_a_stale_number_is_stamped_or_refused(library: Library) -> None:
    """As on paper: said to whoever prints, and with strict not made at all."""
    old = with_contact(library, "kp2mi", review_by=library.as_of.replace(year=2020))
    made = share_pictures("recruitment", "id", old)
    assert made.stale == ("kp2mi",)
    (said,) = _read([_opened(made.files[1].png).resize((540, 540))], "id")
    assert language("id").gettext("CHECK AGAIN") in said
    with pytest.raises(WrongInput):
        share_pictures("recruitment", "id", old, strict=True)


def test_words_that_are_not_translated_are_marked_or_refused(library: Library) -> None:
    """And how many there are is said."""
    ours = with_lesson(
        library,
        lambda lesson: replace(
            lesson, takeaways=(words(id="Tunda dulu, cek dulu."), *lesson.takeaways[1:])
        ),
    )
    made = share_pictures("recruitment", "en", ours)
    assert made.untranslated == 1
    (said,) = _read([_opened(made.files[1].png).resize((540, 540))], "en")
    assert language("en").gettext("not translated yet") in said
    with pytest.raises(WrongInput):
        share_pictures("recruitment", "en", ours, strict=True)


def test_a_line_too_long_for_a_picture_is_refused(library: Library) -> None:
    """Few words fit; nothing is set smaller or cut off."""
    far: Text = words("Tunda dulu, tanya, lalu cek bersama keluarga di rumah. " * 8)
    ours = with_lesson(library, lambda lesson: replace(lesson, takeaways=(far,)))
    with pytest.raises(WrongInput) as caught:
        share_pictures("recruitment", "id", ours)
    assert "Shorten this line" in caught.value.tell(language("en"))


@pytest.mark.parametrize(("lesson", "lang"), [("unknown", "id"), ("recruitment", "xx")])
def test_an_unknown_lesson_or_language_is_told(library: Library, lesson: str, lang: str) -> None:
    """With those that there are."""
    with pytest.raises(WrongCall):
        share_pictures(lesson, lang, library)
