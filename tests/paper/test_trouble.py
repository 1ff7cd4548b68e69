"""What cannot be printed as it stands: errors that name the file, the panel and the measure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from paper.reading import text
from paper.samples import HERE, LANGS, with_contact, with_lesson, with_takeaways, words
from pypdf import PdfReader

from toolkit.content.lesson import Lesson
from toolkit.content.library import Library
from toolkit.content.place import Place
from toolkit.content.text import Text
from toolkit.content.wording import plain
from toolkit.errors import WrongCall, WrongInput
from toolkit.language import language
from toolkit.paper.shop import Job, draw, misprints

LEAFLET = Job("leaflet", ("recruitment",), "id", "a4")
HANDOUT = Job("handout", ("recruitment",), "id", "a4")
LONG = words("Jangan berangkat sebelum semua surat lengkap dan dibaca bersama keluarga. " * 12)


def _trouble(job: Job, library: Library) -> str:
    with pytest.raises(WrongInput) as caught:
        draw(job, library)
    return caught.value.tell(language("en"))


def _more(texts: tuple[Text, ...], at: Place) -> Callable[[Lesson], Lesson]:
    def change(lesson: Lesson) -> Lesson:
        first, *others = lesson.leaflet.inside
        inside = (replace(first, more=texts, at=at), *others)
        return replace(lesson, leaflet=replace(lesson.leaflet, inside=inside))

    return change


def test_an_inside_panel_that_overflows_is_named_with_its_measure(library: Library) -> None:
    """Millimetres, lines, file and line: enough to mend it without printing again."""
    told = _trouble(LEAFLET, with_lesson(library, _more((LONG,), HERE)))
    assert "lessons/recruitment.yaml:12:5" in told
    assert "left inside panel" in told
    over = re.search(r"is (\d+) mm too long; lines to lose: (\d+)", told)
    assert over
    assert 20 < int(over[1]) < 200
    assert int(over[2]) == pytest.approx(int(over[1]) / 5.6, abs=1.5)


def test_the_measure_is_right(library: Library) -> None:
    """Taking out as many lines as the error names makes the panel fit, one less does not."""
    sentence = words("Tunda dulu, cek dulu.")
    told = _trouble(LEAFLET, with_lesson(library, _more((sentence,) * 40, HERE)))
    lines = int(re.search(r"lines to lose: (\d+)", told)[1])
    draw(LEAFLET, with_lesson(library, _more((sentence,) * (40 - lines), HERE)))


@pytest.mark.parametrize("lang", LANGS)
def test_the_flap_the_front_and_the_summary_overflow_by_name(library: Library, lang: str) -> None:
    """Each part of a sheet has its own name."""
    flap = with_takeaways(library, LONG)
    full = with_takeaways(library, LONG, LONG)
    front = with_lesson(library, lambda one: replace(one, leaflet=replace(one.leaflet, front=LONG)))
    assert "the flap" in _trouble(replace(LEAFLET, lang=lang), flap)
    assert "the front" in _trouble(replace(LEAFLET, lang=lang), front)
    assert "one-page summary" in _trouble(replace(HANDOUT, lang=lang), full)


def test_too_many_help_lines_are_named(library: Library) -> None:
    """The mending sentence speaks of help lines, not of sentences."""
    every = tuple(library.contacts)
    told = _trouble(LEAFLET, with_lesson(library, lambda one: replace(one, contacts=every)))
    assert "the back of the leaflet" in told
    assert "`contacts`" in told


@pytest.mark.parametrize("job", [LEAFLET, HANDOUT], ids=lambda job: job.product)
def test_a_word_wider_than_its_column_is_named(job: Job, library: Library) -> None:
    """It is neither hyphenated nor squeezed."""
    told = _trouble(job, with_takeaways(library, words("alamatnya" * 12)))
    assert "alamatnyaalamatnya" in told
    assert re.search(r"is \d+ mm wider", told)


@pytest.mark.parametrize("job", [LEAFLET, HANDOUT], ids=lambda job: job.product)
def test_a_text_without_the_sheet_s_language_stands_in_another_with_a_mark(
    job: Job, library: Library
) -> None:
    """The whole text stays as it is, and the small print tells what its mark means."""
    mixed = with_takeaways(library, words(en="Wait, and check first."), words("Tunda dulu."))
    printed = text(draw(job, mixed))
    assert "Wait, and check first.°" in printed
    assert "Tunda dulu.°" not in printed
    assert "° " + language("id").gettext("not translated yet") in printed
    assert "°" not in text(draw(replace(job, lang="en"), mixed))


def test_the_mark_is_not_in_what_a_pdf_says_of_itself(library: Library) -> None:
    """A title is a title, in whichever language; before it stands which product it is."""
    only = with_lesson(library, lambda one: replace(one, title=words(en="Wait")))
    product = plain(library.products["leaflet"].title, language(LEAFLET.lang), library)
    assert PdfReader(BytesIO(draw(LEAFLET, only))).metadata.title == f"{product}: Wait"


def test_words_in_one_sentence_stay_in_one_language(library: Library) -> None:
    """Where a help line's note is not translated, whom it is for is not told in another language."""
    contact = library.lessons["recruitment"].contacts[0]
    half = with_contact(
        library, contact, scope=words(id="untuk semua", en="for all"), note=words(id="gratis")
    )
    printed = text(draw(replace(LEAFLET, lang="en"), half))
    assert "untuk semua°; gratis°" in printed
    assert "for all" not in printed


@pytest.mark.parametrize(
    ("char", "code"),
    [
        ("☎", "U+260E BLACK TELEPHONE"),
        ("😀", "U+1F600"),
        ("\u200b", "U+200B"),
        ("\u00ad", "U+00AD"),
    ],
)
def test_a_character_without_a_glyph_is_named(library: Library, char: str, code: str) -> None:
    """An empty box would look like a misprint."""
    told = _trouble(LEAFLET, with_takeaways(library, words(f"Telepon {char} sekarang.")))
    assert "lessons/recruitment.yaml:12:5" in told
    assert code in told


@pytest.mark.parametrize(
    "hostile",
    [
        "<b>tebal</b> & <i>miring",
        "Desa <Sukamaju>",
        '<img src="/etc/passwd"/>',
        "{0} {nama} {{ }} %s %(x)s 100%",
        "a\\b \\n (kurung) ) ( \\",
        "[/foo] [red]merah[/red] `kode` $x$",
        "&lt;b&gt; &amp; &#65;",
        "**satu bintang * dua",
        "<a href='js:x'>klik</a>",
    ],
)
@pytest.mark.parametrize("job", [LEAFLET, HANDOUT], ids=lambda job: job.product)
def test_words_are_printed_as_they_were_typed(job: Job, library: Library, hostile: str) -> None:
    """Nothing that a trainer types is markup, a form or an escape."""
    assert hostile in text(draw(job, with_takeaways(library, words(hostile))))


def test_an_icon_that_nobody_has_drawn_is_named(library: Library) -> None:
    """With the names of those that there are."""
    told = _trouble(LEAFLET, with_lesson(library, lambda one: replace(one, icon="unicorn")))
    assert "unicorn" in told
    assert "megaphone" in told


@pytest.mark.parametrize(
    "job",
    [
        Job("banner", ("recruitment",), "id", "a4"),
        Job("leaflet", ("no-such",), "id", "a4"),
        Job("leaflet", ("recruitment",), "de", "a4"),
        Job("leaflet", ("recruitment",), "id", "letter"),
    ],
    ids=lambda job: job.file_name,
)
def test_a_job_for_something_unknown_is_a_wrong_call(job: Job, library: Library) -> None:
    """The error names what there is."""
    with pytest.raises(WrongCall) as caught:
        draw(job, library)
    assert "There are:" in caught.value.tell(language("en"))


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda library: with_takeaways(library, words("alamatnya" * 12)), "paper-too-wide"),
        (lambda library: with_takeaways(library, words("Telepon \u260e")), "paper-letter"),
        (
            lambda library: with_lesson(library, lambda lesson: replace(lesson, icon="ship")),
            "paper-icon",
        ),
        (lambda library: with_lesson(library, _more((LONG,), HERE)), "paper-too-long"),
    ],
)
def test_check_tells_the_same_as_a_problem(
    library: Library, change: Callable[[Library], Library], rule: str
) -> None:
    """Each trouble has its rule and its place; what shows on both papers is told once."""
    jobs = [replace(LEAFLET, paper=paper) for paper in ("a4", "f4")]
    (found,) = misprints(jobs, change(library), lambda _: None)
    assert found.rule == rule
    assert found.place.line
