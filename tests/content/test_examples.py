"""What is told to be typed does: ids are free, references are to what is there, nothing is made up."""

from __future__ import annotations

import re

import pytest
from mending import FILES, after, told
from samples import ALL_PLAYED, LESSON

from toolkit.content.shaping.free_ids import free_id

THIRD = "    - {page: papers}\n"
TWO_PAGES = LESSON.replace(
    "takeaways:",
    "  - id: crew\n    icon: people\n    title: {id: Awak, en: Crew}\n    objectives: [ship.papers]\n"
    "    show:\n      - {id: Tanya awak., en: Ask the crew.}\n    say: {id: Mari., en: Come.}\ntakeaways:",
)


@pytest.mark.parametrize(
    ("sort", "old", "new", "line"),
    [
        ("quiz", "      - id: b\n        text", "      - text", "id: b"),
        ("quiz", "      - id: a\n        right", "      - right", "id: a"),
        ("lesson", "    objectives: [ship.papers]\n", "", "objectives: [ship.papers]"),
        ("lesson", "  - id: ship.papers\n    priority", "  - priority", "id: ship.surat"),
        ("chat", ", next: bye", "", "next: bye"),
        ("offers", "    pair: deckhand\n    honest: false", "    honest: false", "pair: deckhand"),
        ("reference", '    dial: "112"\n', "", 'dial: "112"'),
        ("reference", '    number: "112"\n', "", 'number: "112"'),
    ],
)
def test_a_missing_key_is_shown_with_what_fits_this_file(
    sort: str, old: str, new: str, line: str
) -> None:
    """No id that is taken, no objective, page or turn that is not there, no number of somebody else."""
    assert after(sort, old, new).mend.endswith(f"  {line}")


@pytest.mark.parametrize(
    ("text", "old", "line"),
    [
        (ALL_PLAYED, "    objective: ship.papers\n    ask: {id: Urutkan", "objective: ship.papers"),
        (ALL_PLAYED, "      - about: [sign, read]\n        belief", "about: [read]"),
        (ALL_PLAYED, "  - id: sh-13\n    kind", "id: sh-16"),
    ],
)
def test_a_question_is_shown_with_what_its_quiz_has(text: str, old: str, line: str) -> None:
    """Its neighbours' objective, its own parts, the next free number."""
    first, _, rest = old.partition("\n")
    new = (
        rest
        if first.startswith("    ") and "- " not in first
        else f"{first[: first.index('-')]}- {rest.strip()}"
    )
    found = told("quizzes/ship.yaml", text.replace(old, new, 1))
    assert found.mend.endswith(f"  {line}")


def test_a_missing_panel_shows_a_page_that_no_panel_has() -> None:
    """The leaflet is to show every page."""
    found = told("lessons/ship.yaml", TWO_PAGES.replace(THIRD, "", 1))
    assert found.only.rule == "wrong-count"
    assert found.mend == "Add an entry, for example:  - page: crew"
    assert (
        told("lessons/ship.yaml", TWO_PAGES.replace(THIRD, "    - page: crew\n", 1)).problems == ()
    )


def test_no_source_is_made_up() -> None:
    """A real source below a fact that it does not prove would be a lie; this one cannot exist."""
    found = after("reference", "    sources: [uu-18-2017]\n    seen_on", "    seen_on")
    assert found.mend.endswith("lessons/reference/sources.yaml:  sources: [sumber-anda]")
    assert "  sumber-anda" in after("lesson", "sources: [uu-18-2017]", "sources: []").mend


@pytest.mark.parametrize("sort", ["lesson", "quiz", "offers", "chat", "reference"])
def test_a_number_to_dial_is_never_anybody_else_s(sort: str) -> None:
    """Typed as told, a made-up number would call the police."""
    name, text = FILES[sort]
    for key in ("number", "dial"):
        text = re.sub(rf'    {key}: "112"\n', "", text)
    assert not any('"110"' in str(one.mend.values) for one in told(name, text).problems)


@pytest.mark.parametrize(
    ("sort", "old", "mend"),
    [
        (
            "lesson",
            "pages:\n  - id: papers\n    icon: document\n    title: {id: Surat, en: Papers}\n"
            "    objectives: [ship.papers]\n    show:\n      - {id: Baca dulu suratnya., en: Read the papers first.}\n"
            "    say: {id: Mari kita baca., en: Let us read.}\n    ask: {id: Surat apa?, en: Which papers?}\n",
            "Add a line  pages:  and below it, with 2 spaces before it:  - id: surat",
        ),
        (
            "lesson",
            "leaflet:\n  front: {id: Baca dulu., en: Read first.}\n  inside:\n" + 3 * THIRD,
            'Add a line  leaflet:  and below it, with 2 spaces before it:  front: {id: "…", en: "…"}',
        ),
        (
            "lesson",
            "  - id: ship.papers\n    priority: must\n    minutes: 5\n    text: {id: Menyebut surat, en: Name the papers}\n",
            "Write below it, with 2 spaces before it:  - id: ship.surat",
        ),
    ],
)  # fmt: skip
def test_what_takes_lines_of_its_own_is_shown_so(sort: str, old: str, mend: str) -> None:
    """`pages: [id: surat]` typed as told gave five more mistakes."""
    assert after(sort, old, "").mend == mend


def test_of_many_missing_keys_one_is_shown() -> None:
    """Two keys on one line would be the next mistake; a whole pattern is a command away."""
    found = told("lessons/ship.yaml", "lesson: ship\n")
    assert found.only.rule == "missing-key"
    assert "  icon: phone  " in found.mend
    assert found.mend.endswith("  cekdulu new lesson contoh")


@pytest.mark.parametrize("key", ["text", "teks", "isi", "pesan"])
def test_an_offer_s_message_by_another_name_is_one_problem(key: str) -> None:
    """Its words are read where they were meant."""
    found = after("offers", "    message:", f"    {key}:")
    assert found.mend == "Write:  message:"
    assert found.mended().problems == ()


def test_a_second_name_of_a_language_is_told_as_such() -> None:
    """`eng:` beside `en:` is no unknown language, it is there twice."""
    found = after("lesson", "en: Working on ships}", "en: Working on ships, eng: On ships}")
    assert found.what == 'The key "eng" means the same as "en", which stands in line 4 already.'
    assert found.mend == "Keep only one of the two, as:  en:"


def test_languages_in_capitals_are_one_problem() -> None:
    """Somebody who writes `ID:` writes `EN:` too."""
    found = after("lesson", "title: {id: Kerja di kapal, en:", "title: {ID: Kerja di kapal, EN:")
    assert found.marks == [("unknown-language", 4, 9)]
    assert found.mend == "Write:  id:  en:"


def test_dots_that_were_left_are_told() -> None:
    """An example's `…` would be shown to everybody; it keeps nothing out of the library."""
    found = after("lesson", "ask: {id: Surat apa?, en: Which papers?}", 'ask: {id: "…", en: "…"}')
    assert found.marks == [("unfilled", 19, 16)]
    assert found.only.severity == "warning"


def test_an_empty_list_is_not_said_to_be_too_long() -> None:
    """Why an empty list harms is another matter than why a long one does."""
    assert after("lesson", "contacts: [polri-110]", "contacts: []").only.why is not None


def test_a_free_id_goes_on_as_the_others_do() -> None:
    """Letters and numbers count on; a word gets a number."""
    assert free_id("a", {"a", "c"}) == "b"
    assert free_id("sh-02", {"sh-02", "sh-03"}) == "sh-04"
    assert free_id("why", {"why"}) == "why-1"


def test_every_line_that_is_told_to_be_added_does() -> None:
    """Each key on a line of its own is deleted and written again as told: nothing is left to say."""
    tried = 0
    for name, text in [*FILES.values(), ("quizzes/ship.yaml", ALL_PLAYED)]:
        lines = text.split("\n")
        for index, line in enumerate(lines):
            if not re.match(r" +\w+: \S", line):
                continue
            found = told(name, "\n".join(lines[:index] + lines[index + 1 :]))
            if [one.rule for one in found.problems] != ["missing-key"]:
                continue
            added = line[: len(line) - len(line.lstrip())] + found.mend.split(":  ")[-1]
            again = told(name, "\n".join([*lines[:index], added, *lines[index + 1 :]]))
            assert [one.rule for one in again.problems if one.rule != "unfilled"] == [], added
            tried += 1
    assert tried > 30
