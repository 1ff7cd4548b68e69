"""Whether each claim is kept: taught on pages that exist, told through facts, or left out for a reason.

Only warnings: what nobody in a hall sees must not take a file out of the library.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from toolkit.content.checks.links import Sections
from toolkit.content.checks.proposals import meant
from toolkit.content.checks.spoken import Heard, facts_told
from toolkit.content.claim import Claim
from toolkit.content.lesson import Lesson
from toolkit.content.place import Problem, Severity, place_of
from toolkit.language import said


def unkept_claims(
    claims: Iterable[Claim],
    sections: Sections,
    left_out: Collection[tuple[str, str]],
    heard: Heard,
) -> Iterator[Problem]:
    """A problem for each claim of these that is not kept.

    `left_out` are (section, id) of what stands in files that are left out: of them nothing
    is known here.
    """
    asked = list(claims)
    if not asked:
        return
    told = facts_told(chain.from_iterable(one.values() for one in sections.values()), heard)
    for claim in asked:
        yield from _both_or_neither(claim)
        for page in claim.pages:
            yield from _wrong_page(page, claim, sections["lessons"], left_out)
        for fact in claim.facts:
            if fact in sections["facts"] and fact not in told:
                yield _untold(fact, claim)


def _both_or_neither(claim: Claim) -> Iterator[Problem]:
    if claim.used == (claim.because is None):
        return
    at = place_of(claim.id, claim.at)
    what = (
        said('The claim "{id}" is used, and yet says why it is left out.', id=claim.id)
        if claim.used
        else said('The claim "{id}" is neither used nor left out for a reason.', id=claim.id)
    )
    mend = (
        said("Keep one of the two: where it is used, or  because:")
        if claim.used
        else said("Write where it is taught,  used_on: [kapal/surat]  - or  because:  why not.")
    )
    yield Problem(at, "claim-not-kept", what, mend, Severity.WARNING)


def _wrong_page(
    path: str,
    claim: Claim,
    lessons: Mapping[str, Any],
    left_out: Collection[tuple[str, str]],
) -> Iterator[Problem]:
    name, _, page = path.partition("/")
    lesson = lessons.get(name)
    if ("lessons", name) in left_out:
        return
    if isinstance(lesson, Lesson):
        known = [one.id for one in lesson.pages]
        if page in known:
            return
        what = said('The lesson "{lesson}" has no page "{id}".', lesson=name, id=page)
    else:
        what = said('There is no {kind} "{id}".', kind=said("lesson"), id=name)
    paths = [f"{one.id}/{each.id}" for one in lessons.values() for each in one.pages]
    at = place_of(path, claim.at)
    mend, edit = meant(path, paths, at)
    yield Problem(at, "unknown-reference", what, mend, Severity.WARNING, edit=edit)


def _untold(fact: str, claim: Claim) -> Problem:
    return Problem(
        place_of(fact, claim.at),
        "claim-not-kept",
        said(
            'The claim "{id}" rests on the fact "{fact}", which no text tells.',
            id=claim.id,
            fact=fact,
        ),
        said("Write it into a text:  {{fact:{id}}}  - or take it out of  facts:", id=fact),
        Severity.WARNING,
    )
