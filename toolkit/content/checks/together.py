"""What can be told only when all files are there: what is never used, and the words.

One walk over a library after it has been put together. Files that are left out are
asked about their words, too, so that a trainer meets all mistakes of a file at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from toolkit.content.checks.claims import unkept_claims
from toolkit.content.checks.figures import typed_numbers
from toolkit.content.checks.fitting import too_long
from toolkit.content.checks.links import Sections
from toolkit.content.checks.office_words import unexplained
from toolkit.content.checks.refreshers import empty_refreshers
from toolkit.content.checks.sentences import long_sentences
from toolkit.content.checks.spoken import Heard
from toolkit.content.checks.turns import too_full
from toolkit.content.checks.twins import unlike_twins
from toolkit.content.checks.unused import never_used
from toolkit.content.claim import Claim
from toolkit.content.files import SourceFile
from toolkit.content.library import Library
from toolkit.content.place import Problem, Severity


def told_together(
    library: Library,
    sections: Sections,
    files: Sequence[SourceFile],
    sound: Sequence[SourceFile],
    *,
    told: Iterable[Problem],
    heard: Heard,
) -> Iterator[Problem]:
    """The warnings about a library's words and loose ends; with a trainer's files, only theirs.

    `files` are all there are, `sound` those that the library is made of. Where an error
    is `told` already, nothing else is said.
    """
    theirs = [file for file in files if file.own]
    asked = theirs or files
    records = [heard.of(record) for file in asked for _, record in file.records]
    known = [*told, *(one for file in asked for one in file.problems)]
    typed = list(typed_numbers(records, library))
    found = [
        *_unused(sections, files, sound, heard),
        *typed,
        *unlike_twins(records, _lines([*known, *typed])),
        *long_sentences(records, library.facts),
        *too_long((one.record for one in records), library),
        *too_full((one.record for one in records), library),
        *unexplained(records, library, heard),
        *_unkept(asked, sections, files, sound, heard),
        *_kept_for_nobody(asked, sections, files, sound),
    ]
    errors = _lines(one for one in known if one.severity is Severity.ERROR)
    return (one for one in found if one.place.line not in errors[one.place.file])


def _lines(problems: Iterable[Problem]) -> defaultdict[str, set[int]]:
    """By file, the lines where something is wrong."""
    lines: defaultdict[str, set[int]] = defaultdict(set)
    for problem in problems:
        lines[problem.place.file].add(problem.place.line)
    return lines


def _unkept(
    asked: Sequence[SourceFile],
    sections: Sections,
    files: Sequence[SourceFile],
    sound: Sequence[SourceFile],
    heard: Heard,
) -> Iterator[Problem]:
    claims = [one for file in asked for _, one in file.records if isinstance(one, Claim)]
    used = {file.name for file in sound}
    left_out = {one for file in files if file.name not in used for one in file.declared}
    return unkept_claims(claims, sections, left_out, heard)


def _kept_for_nobody(
    asked: Sequence[SourceFile],
    sections: Sections,
    files: Sequence[SourceFile],
    sound: Sequence[SourceFile],
) -> Iterator[Problem]:
    used = {file.name for file in sound}
    out = [file for file in files if file.name not in used]
    if any(not file.declared or "quizzes" in dict(file.declared) for file in out):
        # A quiz that is left out may keep some.
        return iter(())
    return empty_refreshers(sections, {file.name for file in asked})


def _unused(
    sections: Sections, files: Sequence[SourceFile], sound: Sequence[SourceFile], heard: Heard
) -> Iterator[Problem]:
    # By name: comparing the records of files would take long.
    used = {file.name for file in sound}
    out = [file for file in files if file.name not in used]
    if any(not file.records for file in out):
        # What cannot be read may use anything.
        return iter(())
    theirs = {file.name for file in files if file.own}
    aside = [record for file in out for _, record in file.records]
    found = never_used(sections, theirs, [file.text for file in out], aside, heard)
    if not theirs:
        return found
    # What takes the place of one of ours is there because ours is.
    ours = {
        str(getattr(one, "id", "")) for file in files if not file.own for _, one in file.records
    }
    return (one for one in found if one.what.values["id"] not in ours)
