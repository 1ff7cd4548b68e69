"""The page that a question sends people back to after a wrong answer."""

from __future__ import annotations

import json

import pytest
from content.canonical import inside
from content.told import Write, at, changed, mended, problems, spots
from mending import after
from samples import LESSON, QUIZ

from toolkit import RELEASED
from toolkit.content.builtin import builtin_root
from toolkit.content.formatting.proven import formatted
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.place import Severity
from toolkit.content.shaping.json_schema import schemas
from toolkit.language import language

NAME = "quizzes/ship.yaml"
_OBJECTIVE = """\
  - id: ship.pay
    priority: could
    minutes: 3
    text: {id: Menyebut upah, en: Name the pay}
"""
_PANELS = "    - {page: papers}\n    - {page: wages}\n    - {page: stamps}\n"
_PAGE = """\
  - id: ID
    icon: money
    title: {id: Halaman ID, en: The page ID}
    objectives: [OBJECTIVE]
    show:
      - {id: Tanya upahnya., en: Ask about the pay.}
    say: {id: Mari kita tanya., en: Let us ask.}
"""
_PAY = (
    QUIZ.partition("questions:\n")[2].replace("sh-01", "sh-02").replace("ship.papers", "ship.pay")
)
FILES = {
    "lessons/ship.yaml": LESSON.replace("pages:\n", _OBJECTIVE + "pages:\n")
    .replace(
        "takeaways:",
        _PAGE.replace("ID", "copies").replace("OBJECTIVE", "ship.papers")
        + _PAGE.replace("ID", "wages").replace("OBJECTIVE", "ship.pay")
        + _PAGE.replace("ID", "stamps").replace("OBJECTIVE", "ship.papers")
        + "takeaways:",
    )
    .replace("    - {page: papers}\n" * 3, _PANELS),
    NAME: QUIZ.replace("    ask:", "    page: copies\n    ask:") + _PAY,
}
PAGE = "page: copies"


def test_a_question_names_the_page_to_go_back_to(write: Write) -> None:
    """Without one it names none, and whoever shows it takes the first page of the objective."""
    assert problems(write, FILES) == []
    for name, content in FILES.items():
        root = write(name, content)
    library = open_library(root, RELEASED).library
    first, second = library.quizzes["ship"].questions
    assert (first.page, second.page) == ("copies", "")
    assert library.lessons["ship"].page(first.page).objectives == (first.objective,)


@pytest.mark.parametrize(
    ("name", "mend"),
    [("copeis", "copies"), ("wags", "wages"), ("pay-slip", "copies, papers, stamps")],
)
def test_a_page_that_the_lesson_does_not_have_is_told_at_its_word(
    write: Write, name: str, mend: str
) -> None:
    """With the nearest one; where none is near, with those that teach the objective."""
    broken = changed(FILES, NAME, PAGE, f"page: {name}")
    (told,) = problems(write, broken)
    assert spots([told]) == [f"{at(broken, NAME, name)} unknown-reference"]
    assert told.severity is Severity.ERROR
    assert told.mend.values["id"] == mend
    assert (told.edit is None) == (", " in mend)


def test_a_page_about_something_else_is_a_warning(write: Write) -> None:
    """It is there, so people can read it; those that teach the objective are named."""
    broken = changed(FILES, NAME, PAGE, "page: wages")
    (told,) = problems(write, broken)
    assert spots([told]) == [f"{at(broken, NAME, 'wages')} page-of-another-objective"]
    assert told.severity is Severity.WARNING
    assert told.edit is None
    assert told.mend.values["ids"] == "papers, copies, stamps"


def test_the_only_page_that_would_do_is_put_there(write: Write) -> None:
    """Typed as told, all is well."""
    broken = changed(FILES, NAME, "ship.pay\n", "ship.pay\n    page: copies\n")
    (told,) = problems(write, broken)
    assert told.edit is not None
    assert told.edit.text == "wages"
    assert problems(write, mended(broken, told)) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("lessons/ship.yaml", "- id: copies", "- id: wages"),
        ("lessons/ship.yaml", "[ship.papers]\n    show:\n      - {id: Tanya", "[ship.paper]\n    show:\n      - {id: Tanya"),
        ("lessons/ship.yaml", "[ship.papers]\n    show:\n      - {id: Tanya", "[{a: b}]\n    show:\n      - {id: Tanya"),
        ("lessons/ship.yaml", "  - id: copies\n    icon", "  - icon"),
        (NAME, "objective: ship.papers", "objective: ship.paper"),
    ],
)  # fmt: skip
def test_a_slip_elsewhere_is_not_told_again_at_the_page(
    write: Write, file: str, old: str, new: str
) -> None:
    """A page that lost its id, an objective that is mistyped: one slip, one problem."""
    found = spots(problems(write, changed(FILES, file, old, new)))
    assert len(found) == 1, found
    assert "page-of-another-objective" not in found[0]


def test_a_page_that_a_panel_misses_too_is_told_at_the_panel(write: Write) -> None:
    """Its id was mistyped in the lesson; there it is mended, and only there."""
    files = changed(FILES, NAME, PAGE, "page: stamps")
    found = problems(write, changed(files, "lessons/ship.yaml", "- id: stamps", "- id: prangko"))
    panel = at(files, "lessons/ship.yaml", "stamps}\ncontacts")
    assert spots(found) == [f"{panel} unknown-reference"]


def test_a_trainers_version_of_our_lesson_keeps_our_quiz(write: Write) -> None:
    """A page that a trainer leaves out costs nothing: its questions take the first of the objective."""
    text = (builtin_root() / "lessons/recruitment.yaml").read_text(encoding="utf-8")
    begin = text.index("  - id: someone-we-know")
    root = write("lessons/recruitment.yaml", text[:begin] + text[text.index("  - id: bait-jobs") :])
    library = open_library(root, RELEASED).library
    pages = {page.id for page in library.lessons["recruitment"].pages}
    questions = library.quizzes["recruitment"].questions
    assert "someone-we-know" not in pages
    assert {one.page for one in questions} - {""} < pages
    assert library.questions["rc-03"].page == ""
    assert library.questions["rc-06"].page == "bait-promises"


def test_the_key_is_known_by_what_people_call_it() -> None:
    """`halaman` is `page`, in Indonesian as in the lessons."""
    found = after("quiz", "    ask:", "    halaman: papers\n    ask:")
    assert found.only.rule == "unknown-key"
    assert "  page:" in found.mend


def test_it_stands_behind_the_objective() -> None:
    """So does the tidied file, and so an editor proposes it; it may be left out."""
    untidy = QUIZ.replace("  - id: sh-01\n", "  - page: papers\n    id: sh-01\n")
    tidy = formatted(untidy, inside(NAME, untidy))
    assert "    objective: ship.papers\n    page: papers\n    ask:" in tidy
    schema = json.dumps(schemas(language("en"))["quiz"])
    assert '"page": {' in schema
    assert "read again" in schema


# --- our own quizzes


@pytest.fixture(scope="module")
def ours() -> Library:
    """The built-in library."""
    return open_library(as_of=RELEASED).library


def test_ours_send_people_to_a_page_about_the_same(ours: Library) -> None:
    """Never to the first of the objective: that one needs no naming."""
    for quiz in ours.quizzes.values():
        lesson = ours.lessons[quiz.lesson]
        named = [one for one in quiz.questions if one.page]
        assert named
        for one in named:
            assert lesson.page(one.page) in lesson.pages_for(one.objective)[1:], one.id


@pytest.mark.parametrize(
    ("question", "page"),
    [
        ("rc-03", "someone-we-know"),
        ("rc-06", "bait-promises"),
        ("ws-10", "money"),
        ("lr-02", "work-visa"),
    ],
)
def test_what_was_believed_is_met_where_people_are_sent(
    ours: Library, question: str, page: str
) -> None:
    """A neighbour's offer, a ticket that becomes a debt, costs that are paid, a tourist visa."""
    assert ours.questions[question].page == page
