"""Does a translation say what its source says? It must name the same facts, figures and strong words."""

from __future__ import annotations

import re
from collections import Counter

from toolkit.content.reading.desk import quoted
from toolkit.content.text import Kind, Run, Text, parse, written
from toolkit.content.translation.contexts import source
from toolkit.language import Said, said


def difference(text: Text, words: str) -> tuple[Said, Said] | None:
    """What of a translation must be as in its text and is not, and how that is mended.

    Facts, help lines and terms, figures, and strong words must be the same.
    """
    mine, theirs = parse(source(text)), parse(words.strip())
    lost, added = _references(mine) - _references(theirs), _references(theirs) - _references(mine)
    if lost:
        form = next(iter(lost))
        return (
            said("{form} is missing from the translation.", form=form),
            said("Write it where it belongs in the sentence:  {form}", form=form),
        )
    if added:
        form = quoted(next(iter(added)))
        return (
            said("{form} is not in the text that is translated.", form=form),
            said("Take it out of the translation:  {form}", form=form),
        )
    if _figures(mine) != _figures(theirs):
        figures = ", ".join(_figures(mine)) or "-"
        return (
            said("The translation has other numbers than the text."),
            said("Write the numbers of the text:  {figures}", figures=figures),
        )
    if _strong(mine) != _strong(theirs) or _stray(mine) != _stray(theirs):
        return (
            said("The translation has other  **  or curly brackets than the text."),
            said("Write as in the text:  {words}", words=quoted(source(text))),
        )
    return None


def _references(runs: tuple[Run, ...]) -> Counter[str]:
    return Counter(written((r._replace(strong=False),)) for r in runs if r.kind is not Kind.WORDS)


def _figures(runs: tuple[Run, ...]) -> Counter[str]:
    """Figures and telephone numbers; a single digit may well become a word."""
    found = (
        re.sub(r"\D", "", one)
        for run in runs
        if run.kind is Kind.WORDS
        for one in re.findall(r"\d(?:[\d.,: -]*\d)", run.value)
    )
    return Counter(one for one in found if len(one) > 1)


def _strong(runs: tuple[Run, ...]) -> int:
    """How many strong stretches there are."""
    flags = [run.strong for run in runs]
    return sum(now and not before for before, now in zip([False, *flags], flags, strict=False))


def _stray(runs: tuple[Run, ...]) -> int:
    """Braces and stars that form nothing: a form that was left open, mostly."""
    words = "".join(run.value for run in runs if run.kind is Kind.WORDS)
    return len(re.findall(r"[{}]|\*\*", words))
