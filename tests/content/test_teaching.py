"""What makes lessons, questions and offers teach: each slip is told once, at its own place."""

from __future__ import annotations

from pathlib import Path

import pytest
from content.told import PLAYED, SHIP, Write, at, changed, mended, problems, spots
from samples import ALL_PLAYED, LESSON

from toolkit.content.checks.proposals import meant
from toolkit.content.place import Place

KINDS = {"lessons/ship.yaml": LESSON, "quizzes/ship.yaml": ALL_PLAYED}
ANY = "quizzes/ship.yaml"


@pytest.mark.parametrize("files", [SHIP, PLAYED, KINDS])
def test_the_samples_are_right(write: Write, files: dict[str, str]) -> None:
    """Nothing is told of files in which nothing is wrong."""
    assert problems(write, files) == []


@pytest.mark.parametrize(
    ("files", "name", "old", "new", "where", "rule"),
    [
        # no mark, and no belief either: only one option can be the right one
        (SHIP, ANY, "        right: true\n", "", "a\n        text", "right-answers"),
        (SHIP, ANY, "        belief: {id: Cepat itu baik, en: Quick is good}\n", "", "b\n", "no-belief"),
        (
            SHIP, ANY, "      - id: b\n", "      - id: b\n        right: true\n",
            "true\n        text: {id: Teken", "belief-on-right",
        ),
        (SHIP, ANY, "{id: Teken, en: Sign}", "{id: BACA!, en: Sign}", "BACA!", "equal-options"),
        (SHIP, ANY, "{id: Teken, en: Sign}", "{id: Teken, en: read.}", "read.", "equal-options"),
        (
            SHIP, ANY, "{id: Teken, en: Sign}", "{id: Semua benar, en: All of the above}",
            "Semua benar", "all-of-them",
        ),
        (SHIP, ANY, "reply: {id: Betul.", "reply: {id: Baca.", "Baca.,", "reply-repeats"),
        (SHIP, ANY, "objective: ship.papers", "objective: ship.paper", "ship.paper\n", "unknown-reference"),
        (KINDS, ANY, "Kontrak boleh lisan.", "Bolehkah kontrak lisan?", "?, en: A contract", "statement-asks"),
        (KINDS, ANY, "{id: ask, text: {id: Tanya,", "{id: ask, text: {id: Baca,", "Baca, en: Ask", "equal-options"),
        (KINDS, ANY, "right: {id: Disnaker", "right: {id: Imigrasi", "Imigrasi, en: Manpower", "equal-options"),
        (KINDS, ANY, "{id: ask, text: {id: Tanya", "{id: read, text: {id: Tanya", "read, text: {id: Tanya", "duplicate-id"),
        (KINDS, ANY, "about: [sign, read]", "about: [sign, raed]", "raed", "unknown-reference"),
        (KINDS, ANY, "about: [sign, read]", "about: [read, sign]", "[read, sign]", "mistake-about"),
        (KINDS, ANY, "about: [now]", "about: [now, hello]", "[now, hello]", "mistake-about"),
        (KINDS, ANY, ", sign: {id: Mendesak., en: Pressure.}", "", "- {id: hello", "right-answers"),
        (
            KINDS, ANY, "en: Hello (example).}", "en: Hello (example).}, sign: {id: Sapaan., en: A greeting.}",
            "- {id: hello", "all-signs",
        ),
        (PLAYED, "quizzes/offers.yaml", "honest: false", "honest: true", "- {id: Harus malam", "offer-signs"),
        (
            PLAYED, "quizzes/offers.yaml", "    signs:\n      - {id: Harus malam ini., en: It must be tonight.}\n", "",
            "false", "offer-signs",
        ),
    ],
)  # fmt: skip
def test_a_slip_is_told_once_at_its_own_place(
    write: Write, files: dict[str, str], name: str, old: str, new: str, where: str, rule: str
) -> None:
    """One change, one problem, at the very word; no other file suffers a word of it."""
    broken = changed(files, name, old, new)
    found = spots(problems(write, broken))
    assert found == [f"{at(broken, name, where)} {rule}"]


@pytest.mark.parametrize(
    ("files", "name", "old", "new"),
    [
        (SHIP, ANY, "objective: ship.papers", "objective: ship.paper"),
        (SHIP, "lessons/ship.yaml", "objectives: [ship.papers]", "objectives: [ship.paper]"),
        (SHIP, "lessons/ship.yaml", "contacts: [polri-110]", "contacts: [polri-11]"),
        (SHIP, "lessons/ship.yaml", "    - {page: papers}", "    - {page: paper}"),
        (SHIP, ANY, "lesson: ship", "lesson: shipp"),
        (SHIP, ANY, "      - id: b", "      - id: a"),
        (KINDS, ANY, "about: [sign, read]", "about: [sign, raed]"),
        (KINDS, ANY, "- id: sh-12", "- id: sh-11"),
        (PLAYED, ANY, "offer: deckhand-a", "offer: deckhand-x"),
        (PLAYED, ANY, "scenario: uncle", "scenario: unkle"),
        (PLAYED, "quizzes/uncle.yaml", "next: bye", "next: by"),
        (PLAYED, "quizzes/offers.yaml", "pair: deckhand", "pair: dekhand"),
        (SHIP, "lessons/ship.yaml", "Baca dulu suratnya.", "Telepon {contact:polri-10}."),
        (SHIP, "lessons/ship.yaml", "say: {id: Mari kita baca.", "say: {id: 'Telepon {fact:polri-110}.'"),
    ],
)  # fmt: skip
def test_a_mistyped_id_is_mended_by_the_edit(
    write: Write, files: dict[str, str], name: str, old: str, new: str
) -> None:
    """The nearest id is proposed, and typed it makes the problem go away."""
    broken = changed(files, name, old, new)
    (first, *_) = (p for p in problems(write, broken) if p.rule != "left-out")
    assert first.edit is not None
    assert first.edit.text in first.mend.message.format(**first.mend.values)
    after = problems(write, mended(broken, first))
    assert first.rule not in [p.rule for p in after]


def test_a_lost_mark_is_put_back_by_the_edit(write: Write) -> None:
    """Where only one option can be the right one, `right: true` is written to it."""
    broken = changed(SHIP, ANY, "        right: true\n", "")
    (lost,) = (p for p in problems(write, broken) if p.rule == "right-answers")
    assert problems(write, mended(broken, lost)) == []


def test_a_must_without_a_page_is_an_error_and_any_other_a_warning(write: Write) -> None:
    """What every session must reach has to be taught; the rest should be."""
    for priority, severity in (("must", "error"), ("could", "warning")):
        more = (
            f"  - id: ship.pay\n    priority: {priority}\n    minutes: 3\n"
            "    text: {id: Menyebut upah, en: Name the pay}\n"
        )
        files = changed(
            SHIP, "lessons/ship.yaml", "  - id: ship.papers\n", more + "  - id: ship.papers\n"
        )
        found = {p.rule: p for p in problems(write, files)}
        untaught = found["objective-without-page"]
        assert untaught.severity == severity
        assert (untaught.place.line, untaught.place.column) == (7, 9)
        assert "objective-without-question" in found


def test_a_bank_of_nothing_but_traps_is_an_error(write: Write) -> None:
    """It would teach suspicion; one honest offer is enough to make it a bank."""
    traps = PLAYED["quizzes/offers.yaml"].replace(
        "honest: true\n    level: 1\n",
        "honest: false\n    level: 1\n    signs:\n      - {id: Rahasia., en: Secret.}\n",
    )
    (told,) = (
        p for p in problems(write, {**PLAYED, "quizzes/offers.yaml": traps}) if p.rule != "left-out"
    )
    assert told.rule == "only-traps"
    assert spots([told]) == ["offers.yaml:4:13 only-traps"]


def test_an_offer_without_its_twin_is_told(write: Write) -> None:
    """A pair is one honest offer and one trap."""
    alone = PLAYED["quizzes/offers.yaml"].split("  - id: deckhand-b")[0]
    assert spots(problems(write, {**PLAYED, "quizzes/offers.yaml": alone})) == [
        "offers.yaml:3:11 no-twin"
    ]


def test_what_nobody_uses_is_told(write: Write) -> None:
    """A fact, a source, an offer or a chat to which nothing refers."""
    reference = (
        "sources:\n  - {id: own-source, publisher: Kabar Desa, title: {id: Berita, en: News}}\n"
        "facts:\n  - id: own-fact\n    number: 3\n    about: {id: Hal, en: Thing}\n"
        "    sources: [uu-18-2017]\n    as_of: 2026\n    review_by: 2027-01-01\n"
    )
    files = {**SHIP, "lessons/reference/own.yaml": reference}
    files |= {name: PLAYED[name] for name in ("quizzes/offers.yaml", "quizzes/uncle.yaml")}
    assert spots(problems(write, files)) == [
        "own.yaml:2:10 never-used",
        "own.yaml:4:9 never-used",
        "offers.yaml:2:9 never-used",
        "offers.yaml:10:9 never-used",
        "uncle.yaml:1:11 never-used",
    ]


def test_what_takes_the_place_of_one_of_ours_is_not_asked_for_its_use(write: Write) -> None:
    """A trainer may correct a fact of ours that no lesson uses yet."""
    fact = (
        "facts:\n  - id: binaan-villages\n    number: 190\n    about: {id: Desa, en: Villages}\n"
        "    sources: [uu-18-2017]\n    as_of: 2026\n    review_by: 2027-01-01\n"
    )
    assert problems(write, {**SHIP, "lessons/reference/own.yaml": fact}) == []


def test_a_file_left_out_is_told_once_for_each_file_that_needs_it(write: Write) -> None:
    """Ten references to one broken file are one problem."""
    quiz = SHIP[ANY].replace("objective: ship.papers", "objective: ship.papers")
    broken = {"lessons/ship.yaml": LESSON.replace("minutes: 5", "minutes: many"), ANY: quiz}
    assert [p.rule for p in problems(write, broken)].count("left-out") == 1


def test_every_mistake_of_a_file_is_told_at_once(write: Write) -> None:
    """An error in one place hides neither an unknown id nor a clumsy text in another."""
    lesson = (
        LESSON.replace("minutes: 5", "minutes: many")
        .replace("contacts: [polri-110]", "contacts: [polri-11]")
        .replace("say: {id: Mari kita baca.", "say: {id: Mari kita verifikasi.")
    )
    rules = {p.rule for p in problems(write, {**SHIP, "lessons/ship.yaml": lesson})}
    assert {"unknown-reference", "office-word"} <= rules


@pytest.mark.parametrize(
    ("files", "name", "old", "new", "right"),
    [
        (KINDS, ANY, "{id: ask, text: {id: Tanya", "{id: read, text: {id: Tanya", None),
        (KINDS, ANY, "- {id: sign, text", "- {id: read, text", "sign"),
    ],
)
def test_who_lost_a_name_that_others_use_gets_it_back(
    write: Write, files: dict[str, str], name: str, old: str, new: str, right: str | None
) -> None:
    """An id that is there twice while another is missed: that one is proposed, and told once."""
    broken = changed(files, name, old, new)
    (told,) = (p for p in problems(write, broken) if p.rule != "left-out")
    assert told.rule == "duplicate-id"
    assert told.edit is not None
    if right:
        assert told.edit.text == right
    assert problems(write, mended(broken, told)) == []


def test_ids_in_a_mending_are_never_cut(tmp_path: Path) -> None:
    """Typed as told, each of them exists."""
    known = [f"a-rather-long-id-of-a-fact-{n}" for n in range(9)]
    mend, edit = meant("zzz", known, Place(str(tmp_path), 1, 1))
    assert edit is None
    told = str(mend.values["id"]).split(", ")
    assert told
    assert all(one in known for one in told)
