"""A report as data for tools (JSON): the figures as they are, by their names.

    scope        session, village, since, until, days, sessions, gathered
    attendance   people, women, men, youth; women_in, men_in, youth_in: the number of sessions
                 that noted it and the people in them, null where all did or none
    villages     name, sessions, people
    objectives   objective, name, before, after, people_before, people_after, gain, withheld
    discernment  caught_before, caught_after, refused_before, refused_after, only_suspicion
    beliefs      question, option, name, before, after
    signs        least, before, after
    marked       item, name, sessions
    times        part, planned and taken (seconds, over so many) sessions
    counts       when, form, question, kind, objective, option, right, hands, people,
                 sessions, paired
    words        by language and id

A rate is {"hits", "of", "share"}. "<5" stands where a group is smaller than five or could be
worked out; null is: not measured. `gain` is null where none is told, `withheld` says why:
not-measured, full-before, uneven, few.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from toolkit.language import Language
from toolkit.session.figures import Figures, Rate
from toolkit.session.report_words import name_of

FORMAT = 1
"""The version of these keys; it changes when one of them comes to mean something else."""


def as_json(figures: Figures, lang: Language) -> str:
    """The figures as JSON; every `name` is in `lang`."""
    data = {"format": FORMAT, "language": lang.code, **_plain(figures)}
    data["counts"] = data.pop("cells")
    data["marked"] = [{"item": item, "sessions": sessions} for item, sessions in figures.marked]
    data["words"] = data.pop("words")
    for key, of in (
        ("objectives", "{objective}"),
        ("beliefs", "{question}.{option}"),
        ("marked", "{item}"),
    ):
        for one in data[key]:
            one["name"] = name_of(figures, lang, of.format(**one))
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
