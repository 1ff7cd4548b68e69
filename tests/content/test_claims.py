"""Claims: what sources say is taught where it says, or left out for a reason."""

from __future__ import annotations

import pytest
from content.told import SHIP, Write, at, changed, problems, spots

from toolkit import RELEASED
from toolkit.content.checking import check
from toolkit.content.load import open_library

OWN = "lessons/reference/own.yaml"
CLAIMS = """\
claims:
  - id: law.papers
    text: {id: Surat harus lengkap., en: The papers must be complete.}
    source: uu-18-2017
    used_on: [ship/papers]
    facts: [consent]
  - id: law.seal
    text: {id: Ada capnya., en: It has a seal.}
    source: uu-18-2017
    because: {id: Tidak menolong siapa pun., en: It helps nobody.}
"""
FILES = {**SHIP, OWN: CLAIMS}


def test_a_claim_that_is_kept_is_not_told(write: Write) -> None:
    """It is taught on a page and through a fact, or it says why it is left out."""
    assert problems(write, FILES) == []


@pytest.mark.parametrize(
    ("old", "new", "where", "rule"),
    [
        ("ship/papers", "ship/paper", "ship/paper]", "unknown-reference"),
        ("ship/papers", "shop/papers", "shop/papers", "unknown-reference"),
        ("[ship/papers]", "[papers]", "papers]", "odd-id"),
        ("[consent]", "[consemt]", "consemt", "unknown-reference"),
        ("[consent]", "[tppo-penalti]", "tppo-penalti", "unknown-reference"),
        ("source: uu-18-2017\n    used", "source: uu-18-2007\n    used", "uu-18-2007", "unknown-reference"),
        ("    facts: [consent]\n", "    because: {id: Sudah lama., en: It is old.}\n", "law.papers", "claim-not-kept"),
        ("    because: {id: Tidak menolong siapa pun., en: It helps nobody.}\n", "", "law.seal", "claim-not-kept"),
    ],
)  # fmt: skip
def test_a_claim_that_is_not_kept_is_told(
    write: Write, old: str, new: str, where: str, rule: str
) -> None:
    """At the very word."""
    broken = changed(FILES, OWN, old, new)
    assert spots(problems(write, broken)) == [f"{at(broken, OWN, where)} {rule}"]


def test_a_page_that_nobody_wrote_leaves_no_file_out(write: Write) -> None:
    """What is shown to people does not wait for what nobody is shown; the nearest page is named."""
    (found,) = problems(write, changed(FILES, OWN, "ship/papers", "ship/papier"))
    assert found.severity == "warning"
    assert found.edit is not None
    assert found.edit.text == "ship/papers"


def test_a_fact_must_be_told_by_some_text(write: Write) -> None:
    """A claim alone tells it to nobody; then it is not used either."""
    fact = """\
facts:
  - id: seals
    number: 12
    about: {id: cap di kapal, en: seals on the ship}
    sources: [uu-18-2017]
    as_of: 2026
    review_by: 2027-01-01
"""
    broken = changed({**SHIP, OWN: fact + CLAIMS}, OWN, "[consent]", "[seals]")
    found = [one.rule for one in problems(write, broken)]
    assert found == ["never-used", "claim-not-kept"]


def test_claims_in_their_folder_are_read_only_when_somebody_asks(write: Write) -> None:
    """The home screen does not wait for them; checking does."""
    for name, text in {**SHIP, "lessons/reference/claims/own.yaml": CLAIMS}.items():
        root = write(name, text)
    assert "law.papers" not in open_library(root, RELEASED).library.claims
    assert "law.papers" in open_library(root, RELEASED, claims=True).library.claims
    wrong = CLAIMS.replace("ship/papers", "ship/paper")
    write("lessons/reference/claims/own.yaml", wrong)
    assert [one.rule for one in check([root], as_of=RELEASED).problems] == ["unknown-reference"]


def test_a_lesson_that_is_left_out_does_not_make_its_claims_wrong(write: Write) -> None:
    """One mistake, one message."""
    broken = changed(FILES, "lessons/ship.yaml", "priority: must", "priority: most")
    assert not [one for one in spots(problems(write, broken)) if OWN in one]
