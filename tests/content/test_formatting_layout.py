"""Formatting's layout, one thing at a time; and what it does not dare to touch."""

from __future__ import annotations

from random import Random

import pytest
import yaml
from content.canonical import OURS, inside, lesson, says
from samples import LESSON
from untidy import Untidy

from toolkit.content.formatting.pieces import Unsure
from toolkit.content.formatting.proven import formatted


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("order: 9", "order:    9   "),
        ("title: {id: Kerja di kapal, en: Working", "title: { en: Working"),
        ("objectives: [ship.papers]", "objectives:   [  ship.papers ]"),
        ("- {page: papers}\n    - {page", "-   {page: papers}\n    -\n      {page"),
        ("    priority: must", "    priority:\n\n       must"),
        ("icon: boat\n", "icon: boat\n\n\n\n"),
        ("takeaways:\n  - ", "takeaways:\n- "),
    ],
)
def test_spaces_and_empty_lines_become_the_usual_ones(old: str, new: str) -> None:
    """One space after each sign, two for each step, one empty line at most; brackets stay."""
    assert old in LESSON
    untidy = LESSON.replace(old, new)
    if "{ en" in new:
        untidy = untidy.replace("on ships}", "on ships , id: Kerja di kapal }")
    assert lesson(untidy).replace("boat\n\n", "boat\n") == LESSON


@pytest.mark.parametrize("end", ["", "\n\n\n", "\n  \n"])
def test_a_file_ends_with_one_line_end(end: str) -> None:
    """However many there were."""
    assert lesson(LESSON.rstrip("\n") + end) == LESSON


SAY = LESSON.replace("    say: {id: Mari kita baca., en: Let us read.}\n", "{say}\n")


@pytest.mark.parametrize(
    ("untidy", "tidy_one"),
    [
        (
            "    say: >-  # baca pelan\n          Satu # bukan catatan\n            dua\n\n\n          tiga\n",
            "    say: >-  # baca pelan\n      Satu # bukan catatan\n        dua\n\n\n      tiga\n",
        ),
        (
            "    say:   |4-\n          Satu\n        dua\n    # sesudah\n",
            "    say: |4-\n          Satu\n        dua\n    # sesudah\n",
        ),
        ("    say: |+\n     Satu\n\n\n", "    say: |+\n      Satu\n\n\n"),
        (
            '    say: "Satu\\\n         dua \\\n         tiga\\ \n\n\n        empat"  # akhir',
            '    say: "Satu\\\n      dua \\\n      tiga\\ \n\n\n      empat"  # akhir',
        ),
        ("    say: 'Jum''at\n      pagi'", "    say: 'Jum''at\n      pagi'"),
        ("    say: Satu\n     dua\n            tiga", "    say: Satu\n      dua\n      tiga"),
        ("    say: # kata\n     # dua\n        Satu", "    say: # kata\n      # dua\n      Satu"),
        (
            "    say: {id: Satu,\n          # dua, tiga\n          en: One  }",
            "    say: {id: Satu,\n          # dua, tiga\n          en: One  }",
        ),
    ],
)
def test_texts_over_several_lines_only_move_sideways(untidy: str, tidy_one: str) -> None:
    """Their words, line ends and comments stay; what is no comment is not taken for one."""
    before = SAY.replace("{say}", untidy)
    assert lesson(before) == SAY.replace("{say}", tidy_one)
    assert says(lesson(before)) == says(before)


@pytest.mark.parametrize("top", ["# a\n", "# a\n# b\n\n", "# a\n\n# b\n", "--- # a\n"])
def test_the_files_own_comment_stays_at_its_top(top: str) -> None:
    """Also where the first key moves away from it."""
    moved = LESSON.replace("lesson: ship\norder: 9\n", "order: 9\nlesson: ship\n")
    new = lesson(top + moved)
    assert new.startswith(top.partition("\n\n")[0].rstrip())
    assert says(new) == says(LESSON)
    assert ("# b\norder: 9" in new) == ("\n\n# b" in top)


def test_comments_in_brackets_keep_their_keys_where_they_are() -> None:
    """Between commas nobody can tell what a comment is about, so nothing moves there."""
    text = LESSON.replace("{id: Surat, en: Papers}", "{en: Papers, # inggris\n      id: Surat}")
    assert lesson(text) == text


def test_what_comes_after_the_last_key_goes_with_it_or_stays_at_the_end() -> None:
    """Right below the key it moves along; after an empty line it closes the group."""
    text = LESSON.replace(
        "    minutes: 5\n    text: {id: Menyebut surat, en: Name the papers}\n",
        "    text: {id: Menyebut surat, en: Name the papers}\n    minutes: 5\n    # lima\n\n    # habis\n",
    )
    assert (
        "    minutes: 5\n    # lima\n\n    text: {id: Menyebut surat, en: Name the papers}\n\n    # habis\npages:"
    ) in lesson(text)


# --- the proof


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# dua", "# tiga"),
        ("# dua", ""),
        ("# dua\nicon: boat", "icon: boat\n# dua"),
        ("# satu", "# dua"),
        ("order: 9", 'order: "9"'),
        ("boat", "plane"),
        ("Baca dulu suratnya.", "Baca dulu."),
        ("order: 9\n", ""),
        ("- {page: papers}", "- {page: papers, more: [a]}"),
    ],
)
def test_a_mistake_of_ours_would_be_caught(
    monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    """If the new text lost a word or a comment, or moved one to another key, none is given."""
    from toolkit.content.formatting import proven

    good = proven.laid_out
    monkeypatch.setattr(proven, "laid_out", lambda *given: good(*given).replace(old, new, 1))
    text = "# berkas\n" + LESSON.replace("icon: boat", "# dua\nicon:  boat  # satu")
    assert old in good(proven.dissected(text), None)
    with pytest.raises(Unsure):
        lesson(text)


@pytest.mark.parametrize("odd", ["? lesson\n: ship\n", "lesson: &x ship\n", "{lesson: ship}\n"])
def test_what_nobody_writes_is_left_alone(odd: str) -> None:
    """Rather than guessed at; the line is named."""
    with pytest.raises(Unsure) as doubt:
        formatted(odd, None)
    assert doubt.value.line == 1


@pytest.mark.parametrize("name", ["lessons/reference/contacts.yaml", "print/products.yaml"])
def test_it_works_without_libyaml_too(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader in pure Python, twenty times slower, gives the same places."""
    from toolkit.content.formatting import cursor, proven

    shape = inside(name, OURS[name])
    usual = formatted(Untidy(Random(3), remarks=False).file(OURS[name]), shape)
    monkeypatch.setattr(cursor, "_LOADER", yaml.SafeLoader)
    monkeypatch.setattr(proven, "_LOADER", yaml.SafeLoader)
    assert formatted(Untidy(Random(4), remarks=False).file(OURS[name]), shape) == usual
