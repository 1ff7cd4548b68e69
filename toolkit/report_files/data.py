"""A report as data for tools (JSON): the figures as they are, by their names.

    scope        session, village, since, until, days, sessions; gathered and odd_days: how many
                 of them came from other laptops, and have a day that cannot be right
    attendance   people, women, men, youth; women_in, men_in, youth_in: the number of sessions
                 that tell it and the people in them, null where all do or none; small: the
                 number of sessions with fewer than five people, which are in no other number
    villages     name, sessions, people
    objectives   objective, name, priority, before, after, gap, gain, withheld
    discernment  caught_before, caught_after, refused_before, refused_after, only_suspicion,
                 still_refusing
    beliefs      question, option, name, before, after; beliefs_held: how many there are in all
    signs        least, before, after, most
    marked       item, name, sessions
    times        part, planned and taken (seconds, over so many) sessions
    counts       when, form, question, kind, objective, option, right, hands, people,
                 sessions, left_out, gap, paired
    by_hands, on_slips  in how many sessions the tests were counted so
    hidden       what "<5" means, in words; null where nothing is hidden
    words        by language and id

A rate is {"hits", "of", "share"}. "<5" stands where a group is smaller than five, or would be
compared with so small a one; null is: not measured. `gap` is by how many people the numbers
before and after differ, session by session and question by question. `gain` is null where
none is told, `withheld` says why: full-before, uneven, few.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from toolkit.language import Language
from toolkit.session.figures import Figures, Rate
from toolkit.session.report_about import hidden_words, hides
from toolkit.session.report_words import name_of

FORMAT = 1
"""The version of these keys; it changes when one of them comes to mean something else."""


def as_json(figures: Figures, lang: Language) -> str:
    """The figures as JSON; every `name` is in `lang`."""

    def named(ids: Iterable[str], told: Any) -> list[dict[str, Any]]:
        plain = zip(_plain(told), ids, strict=True)
        return [{**one, "name": name_of(figures, lang, name)} for one, name in plain]

    beliefs = (f"{one.question}.{one.option}" for one in figures.beliefs)
    marked = tuple({"item": item, "sessions": sessions} for item, sessions in figures.marked)
    data = {
        "format": FORMAT,
        "language": lang.code,
        "scope": _plain(figures.scope),
        "attendance": _plain(figures.attendance),
        "villages": _plain(figures.villages),
        "objectives": named((one.objective for one in figures.objectives), figures.objectives),
        "discernment": _plain(figures.discernment),
        "beliefs": named(beliefs, figures.beliefs),
        "beliefs_held": figures.beliefs_held,
        "signs": _plain(figures.signs),
        "marked": named((item for item, _ in figures.marked), marked),
        "times": _plain(figures.times),
        "by_hands": figures.by_hands,
        "on_slips": figures.on_slips,
        "counts": _plain(figures.cells),
        "hidden": hidden_words(lang) if hides(figures) else None,
        "words": _plain(figures.words),
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, Rate):
        return {"hits": value.hits, "of": value.of, "share": value.share}
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    return value
