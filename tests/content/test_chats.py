"""Branching chats: every way through comes to an end, and every turn is met."""

from __future__ import annotations

from pathlib import Path

import pytest
from broken_files import builtin_read_once
from content.told import PLAYED, Write, at, changed, mended, problems, spots
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit import RELEASED
from toolkit.content.load import open_library

CHAT = "quizzes/uncle.yaml"
LONGER = """\
scenario: uncle
title: {id: Paman, en: Uncle}
partner: {id: Paman (contoh), en: Uncle (example)}
turns:
  - id: hello
    says: [{id: Halo., en: Hello.}]
    replies:
      - {id: where, text: {id: Di mana?, en: Where?}, next: dodge}
      - {id: later, text: {id: Nanti dulu., en: Not now.}, next: bye}
  - id: dodge
    says: [{id: Pokoknya enak., en: It is nice there.}]
    replies:
      - {id: again, text: {id: Kotanya apa?, en: Which town?}, next: push}
  - id: push
    says: [{id: Cepat ya., en: Hurry.}]
    replies:
      - {id: no, text: {id: Saya cek dulu., en: I shall check.}, next: bye}
  - id: bye
    says: [{id: Ya sudah., en: Very well.}]
    debrief: {id: Ia menghindar., en: He dodged the question.}
    technique: {id: Desakan, en: Urgency}
"""
FILES = {**PLAYED, CHAT: LONGER}


@pytest.mark.parametrize(
    ("old", "new", "where", "rule"),
    [
        ("next: push}", "next: pusj}", "pusj", "unknown-reference"),
        ("next: push}", "next: nowhere-at-all}", "nowhere-at-all", "unknown-reference"),
        ("next: push}", "next: dodge}", "dodge}\n  - id: push", "chat-circle"),
        ("Saya cek dulu., en: I shall check.}, next: bye", "Saya cek dulu., en: Check.}, next: dodge", "dodge}\n  - id: bye", "chat-circle"),
        ("next: dodge}", "next: bye}", "dodge\n    says", "chat-unreached"),
        ("next: dodge}", "next: hello}", "hello}", "chat-back"),
        ("    technique: {id: Desakan, en: Urgency}\n", "", "{id: Ia menghindar", "chat-technique"),
        ("    debrief: {id: Ia menghindar., en: He dodged the question.}\n    technique: {id: Desakan, en: Urgency}\n", "", "bye\n    says", "chat-end"),
        ("  - id: push\n", "  - id: push\n    debrief: {id: Habis., en: Over.}\n", "{id: Habis", "chat-end"),
        ("  - id: push\n", "  - id: dodge\n", "dodge\n    says: [{id: Cepat", "duplicate-id"),
        ("{id: later,", "{id: where,", "where, text: {id: Nanti", "duplicate-id"),
    ],
)  # fmt: skip
def test_a_slip_in_a_chat_is_told_once(
    write: Write, old: str, new: str, where: str, rule: str
) -> None:
    """One change, one problem, at the word that leads astray."""
    broken = changed(FILES, CHAT, old, new)
    found = [p for p in problems(write, broken) if p.rule not in ("left-out", "never-used")]
    expected = [f"{at(broken, CHAT, where)} {rule}"]
    assert spots(found) == expected


OTHER_END = """\
  - id: lost
    says: [{id: Habis., en: Gone.}]
    debrief: {id: Uangnya hilang., en: The money is gone.}
    technique: {id: Bayar dulu, en: Pay first}
"""


def test_a_first_reply_that_seals_how_it_ends_is_told(write: Write) -> None:
    """As long as the chat goes on, more than one ending is in reach; a short way out is none the worse."""
    sealed = changed(
        {**FILES, CHAT: LONGER + OTHER_END}, CHAT, "Not now.}, next: bye}", "Not now.}, next: lost}"
    )
    found = [p for p in problems(write, sealed) if p.rule.startswith("chat")]
    assert spots(found) == [f"{at(sealed, CHAT, 'dodge}')} chat-sealed"]
    open_again = changed(
        sealed,
        CHAT,
        "      - {id: no,",
        "      - {id: yes, text: {id: Ya., en: Yes.}, next: lost}\n      - {id: no,",
    )
    assert not [p for p in problems(write, open_again) if p.rule.startswith("chat")]


def test_a_chat_with_one_ending_seals_nothing(write: Write) -> None:
    """There is only one way for it to end, and the trainer knows that."""
    assert not [p for p in problems(write, FILES) if p.rule.startswith("chat")]


def test_messages_and_replies_have_their_limits(write: Write) -> None:
    """22 words in a message, 14 in a reply: on both sides of the limit."""
    for most, old in ((22, "Hello."), (14, "Where?")):
        for many, told in ((most, 0), (most + 1, 1)):
            files = changed(FILES, CHAT, old, "a. " * (many - 1) + "a.")
            found = [p for p in problems(write, files) if p.rule == "too-long"]
            assert len(found) == told


def test_a_turn_that_does_not_stand_on_the_smallest_screen_is_told(write: Write) -> None:
    """Ten messages of a row each and a reply leave no room for the question between them."""
    said = ", ".join("{id: Halo., en: Hello.}" for _ in range(10))
    for more, rules in (("", []), (", {id: Halo., en: Hello.}", ["chat-too-full"])):
        files = changed(
            FILES,
            CHAT,
            "says: [{id: Pokoknya enak., en: It is nice there.}]",
            f"says: [{said}{more}]",
        )
        found = [p.rule for p in problems(write, files) if p.rule.startswith("chat")]
        assert found == rules


def test_a_circle_is_opened_by_the_edit(write: Write) -> None:
    """The last reply that closes it is led to a turn that ends."""
    broken = changed(FILES, CHAT, "next: bye}\n  - id: bye", "next: dodge}\n  - id: bye")
    (circle,) = (p for p in problems(write, broken) if p.rule == "chat-circle")
    assert "chat-circle" not in [p.rule for p in problems(write, mended(broken, circle))]


def test_of_turns_in_a_row_that_nobody_reaches_the_first_is_told(write: Write) -> None:
    """The others come back with it."""
    broken = changed(FILES, CHAT, "next: dodge}", "next: bye}")
    assert [p.rule for p in problems(write, broken)].count("chat-unreached") == 1


def test_two_turns_that_only_reach_each_other_are_told_once(write: Write) -> None:
    """A circle aside from the chat is one thing that nobody sees."""
    aside = LONGER.replace("next: dodge}", "next: bye}").replace(
        "I shall check.}, next: bye}", "I shall check.}, next: dodge}"
    )
    found = [p.rule for p in problems(write, {**FILES, CHAT: aside})]
    assert [rule for rule in found if rule.startswith("chat")] == ["chat-unreached"]


@pytest.mark.parametrize("misspelt", ["dodgee", "helo"])
def test_a_misspelt_reply_that_leads_back_is_told_once(write: Write, misspelt: str) -> None:
    """No way out is left, but by a guess only: the word that is misspelt is told, nothing more."""
    broken = changed(FILES, CHAT, "Not now.}, next: bye}", "Not now.}, next: dodge}")
    broken = changed(broken, CHAT, "I shall check.}, next: bye}", f"Check.}}, next: {misspelt}}}")
    found = [p for p in problems(write, broken) if p.rule not in ("left-out", "never-used")]
    assert spots(found) == [f"{at(broken, CHAT, misspelt + '}')} unknown-reference"]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    ids=st.lists(st.sampled_from(["hello", "dodge", "push", "bye"]), min_size=1, max_size=5),
    nexts=st.lists(
        st.sampled_from(["hello", "helo", "dodge", "dodgee", "push", "bye", "x"]),
        min_size=5, max_size=5,
    ),
    ends=st.integers(0, 5),
)  # fmt: skip
def test_no_chat_is_too_tangled_to_be_told(
    tmp_path: Path, ids: list[str], nexts: list[str], ends: int
) -> None:
    """Whatever the replies lead to, it is told, and the library opens."""
    turns = "".join(
        f"  - id: {one}\n    says: [{{id: Halo {at}., en: Hello {at}.}}]\n"
        + (
            "    debrief: {id: Ia menghindar., en: He dodged.}\n    technique: {id: Desakan, en: Urgency}\n"
            if at == ends
            else f"    replies: [{{id: a, text: {{id: Oh {at}., en: Oh {at}!}}, next: {nexts[at]}}}]\n"
        )
        for at, one in enumerate(ids)
    )
    head = LONGER[: LONGER.index("  - id: hello")]
    file = tmp_path / "my-library" / CHAT
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(head + turns, encoding="utf-8")
    with builtin_read_once():
        told = open_library(tmp_path / "my-library", RELEASED).problems
    found = [one for one in told if one.place.file == str(file) and one.rule != "never-used"]
    named = {nexts[at] for at in range(len(ids)) if at != ends}
    assert found or (named <= {*ids} and len(set(ids)) == len(ids))
