"""`cekdulu print --plan` and `--refresher`, and what `cekdulu list` tells of session plans."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.conftest import Run

from toolkit.content.library import Library


def printed(run: Run, out: Path, *arguments: object) -> tuple[int, list[str], str]:
    """Exit code, names of the files told, and what was said besides."""
    code, told, err = run("--lang", "en", "print", *arguments, "--out", out)
    return code, [Path(line).name for line in told.splitlines()], err


def test_a_plan_has_a_sheet_and_a_guide_of_its_own(run: Run, tmp_path: Path) -> None:
    """Named by the plan, one file each, however many lessons it has."""
    code, names, _ = printed(run, tmp_path, "plan", "guide", "--plan", "officials-60")
    assert code == 0
    assert names == ["plan-officials-60-en-a4.pdf", "guide-plan-officials-60-en-a4.pdf"]


def test_without_a_choice_all_plans_about_the_lessons_are_printed(
    run: Run, tmp_path: Path, library: Library
) -> None:
    """All of them, or those that teach what was asked for."""
    code, names, _ = printed(run, tmp_path, "plan", "--lesson", "seeing-a-victim")
    assert code == 0
    wanted = [one.id for one in library.plans.values() if "seeing-a-victim" in one.lessons]
    assert names == [f"plan-{one}-en-a4.pdf" for one in wanted]


def test_the_guide_for_a_month_later_is_another_file(run: Run, tmp_path: Path) -> None:
    """It is named as such."""
    wish = ("guide", "--lesson", "village-shield", "--refresher")
    code, names, _ = printed(run, tmp_path, *wish)
    assert code == 0
    assert names == ["guide-village-shield-refresher-en-a4.pdf"]


def test_lessons_without_a_chat_are_left_out_unless_they_were_named(
    run: Run, tmp_path: Path, library: Library
) -> None:
    """Said once, in one line, and nothing has gone wrong."""
    code, names, err = printed(run, tmp_path, "story")
    assert code == 0
    assert "story-recruitment-en-a4.pdf" in names
    assert "story-legal-route-en-a4.pdf" not in names
    (line,) = [one for one in err.splitlines() if "left out" in one]
    assert "legal-route" in line
    assert "recruitment" not in line
    code, names, err = printed(run, tmp_path / "named", "story", "--lesson", "legal-route")
    assert (code, names) == (1, [])
    assert "legal-route" in err


def test_the_story_of_a_plan_is_one_file(run: Run, tmp_path: Path) -> None:
    """Of its own chat, though the other lesson has one, too."""
    code, names, _ = printed(run, tmp_path, "story", "--plan", "parents-60")
    assert (code, len(names)) == (0, 1)
    assert "parents-60" in names[0]


def test_an_edition_remembers_its_plan(run: Run, tmp_path: Path) -> None:
    """The code of a guide that was printed for a plan finds it again as it was."""
    wish = ("guide", "--plan", "everybody-month", "--out", tmp_path)
    assert run("--data", tmp_path, "--lang", "en", "print", *wish)[0] == 0
    (kept,) = (tmp_path / "editions").iterdir()
    assert json.loads(kept.read_text())["plan"] == "everybody-month"
    code, told, _ = run("--lang", "en", "--data", tmp_path, "edition", kept.stem)
    assert code == 0
    assert "Nothing has changed" in told
    assert "Plan" in told
    assert "everybody-month, A month later" in told


@pytest.mark.parametrize(
    ("wish", "named"),
    [
        (("plan", "--plan", "young-31"), "young-30"),
        (("guide", "--plan", "young-30", "--lesson", "recruitment"), "--lesson"),
        (("guide", "--plan", "young-30", "--refresher"), "--refresher"),
        (("leaflet", "--refresher"), "--refresher is for: pack, guide."),
    ],
)
def test_what_does_not_go_together_is_a_wrong_call(
    run: Run, tmp_path: Path, wish: tuple[str, ...], named: str
) -> None:
    """With a sentence that says what to write; nothing is printed."""
    code, names, err = printed(run, tmp_path / "out", *wish)
    assert (code, names) == (2, [])
    assert named in err
    assert not (tmp_path / "out").exists()


def test_the_list_tells_of_plans(run: Run, library: Library) -> None:
    """For whom, how long, and about which lessons; for tools as data."""
    _, told, _ = run("--lang", "en", "list")
    assert "for mothers and fathers, 60 minutes (getting-help, village-shield)" in told
    _, data, _ = run("list", "--format", "json")
    plans = {one["id"]: one for one in json.loads(data)["plans"]}
    assert plans.keys() == library.plans.keys()
    assert plans["everybody-month"]["refresher"] is True


def test_lessons_without_a_plan_are_told(run: Run, tmp_path: Path) -> None:
    """Whoever asks for a sheet that there is not learns why, and nothing else is printed."""
    code, names, err = printed(run, tmp_path, "plan", "--lesson", "inside-the-trap")
    assert (code, names) == (1, [])
    assert "No session plan is about these lessons." in err
