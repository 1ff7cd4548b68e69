"""What a facilitator has filled in before a session: fields, and what keys make of them. Pure.

Knows the session's set-up; nothing of Textual, of the disk or of any language.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from toolkit.content.session_plan import SessionPlan
from toolkit.session.agenda import Measure, Setup
from toolkit.session.hall import MOST

VILLAGE = "village"
NUMBERS = ("heads", "women", "men", "youth", "minutes")
"""Fields that hold a number; women, men and youth may stay empty."""
LONGEST = 60
"""Letters of a village's name, at most."""


@dataclass(frozen=True, slots=True)
class Form:
    """The fields as they were typed: numbers of 1 to 9999, or "" where nothing stands.

    `lessons` are ids, in the order of the library. `plan` is the session plan that filled in
    lessons, minutes and whether it is a `refresher`; all of them may be changed afterwards. The
    `own_` fields are what stood there before a plan was chosen.
    """

    village: str = ""
    heads: str = ""
    women: str = ""
    men: str = ""
    youth: str = ""
    minutes: str = "60"
    lessons: tuple[str, ...] = ()
    measure: Measure = Measure.HANDS
    plan: str = ""
    refresher: bool = False
    own_minutes: str = ""
    own_lessons: tuple[str, ...] = ()
    own_refresher: bool = False

    def value(self, field: str) -> str:
        """What stands in a field that is typed into."""
        return str(getattr(self, field))

    def typed(self, field: str, letter: str, *, afresh: bool) -> Form | None:
        """With one more letter or digit in a field; `afresh` in place of what stood there.

        None if it does not belong there.
        """
        after = letter if afresh else self.value(field) + letter
        fits = is_village(after) if field == VILLAGE else is_number(after)
        return self._with(field, after) if fits else None

    def rubbed_out(self, field: str) -> Form:
        """Without the last letter of a field."""
        return self._with(field, self.value(field)[:-1])

    def _with(self, field: str, value: str) -> Form:
        values: dict[str, Any] = {field: value}
        return replace(self, **values)

    def ticked(self, lesson: str, order: tuple[str, ...]) -> Form:
        """With a lesson that was left out, or without it; `order` is the library's."""
        chosen = set(self.lessons) ^ {lesson}
        return replace(self, lessons=tuple(one for one in order if one in chosen))

    def planned(self, plan: SessionPlan | None, order: tuple[str, ...]) -> Form:
        """With what a plan says; without one, with what stood there before a plan was chosen."""
        if plan is None:
            return self._own(order) if self.plan else self
        before = self if self.plan else self._kept()
        return replace(
            before,
            plan=plan.id,
            minutes=str(plan.minutes),
            lessons=tuple(one for one in order if one in plan.lessons),
            refresher=plan.refresher,
        )

    def _kept(self) -> Form:
        """With what stands there kept, before a plan fills it in."""
        return replace(
            self,
            own_minutes=self.minutes,
            own_lessons=self.lessons,
            own_refresher=self.refresher,
        )

    def _own(self, order: tuple[str, ...]) -> Form:
        """Without a plan, and with what was kept; a kept lesson may be gone by now."""
        there = tuple(one for one in order if one in self.own_lessons)
        return replace(
            self,
            plan="",
            minutes=self.own_minutes or self.minutes,
            lessons=there or self.lessons,
            refresher=self.own_refresher,
        )

    def fitting(self, order: tuple[str, ...]) -> Form:
        """Without lessons that are not in the library; with the first if none is left."""
        there = tuple(one for one in order if one in self.lessons)
        return replace(self, lessons=there or order[:1])

    def number(self, field: str) -> int | None:
        """The number in a field; None where nothing stands."""
        return int(self.value(field) or 0) or None

    def lacks(self) -> str:
        """The first field without which no session can begin; "" if there is none."""
        if not place_name(self.village):
            return VILLAGE
        for field in ("heads", "minutes"):
            if self.number(field) is None:
                return field
        return "" if self.lessons else "lessons"

    def setup(self, measure: Measure, *, refresher: bool = False) -> Setup:
        """The set-up of a session, asked as `measure` says. Nothing may be lacking."""
        heads, minutes = self.number("heads"), self.number("minutes")
        assert heads is not None
        assert minutes is not None
        bands = {band: self.number(band) for band in ("women", "men", "youth")}
        village = place_name(self.village)
        return Setup(village, heads, minutes, self.lessons, measure, **bands, refresher=refresher)


def is_village(written: str) -> bool:
    """Can it be typed as a village: letters that print, not too many, no space before them?"""
    return written.isprintable() and len(written) <= LONGEST and written[:1] != " "


def is_number(written: str) -> bool:
    """Is it a number of 1 to 9999, without a nought before it?"""
    digits = written.isascii() and written.isdecimal() and len(written) <= len(str(MOST))
    return digits and written[0] != "0" and int(written) <= MOST


def place_name(written: str) -> str:
    """A village as it is kept: composed letters, single spaces."""
    return " ".join(unicodedata.normalize("NFC", written).split())[:LONGEST].strip()


def completion(written: str, villages: tuple[str, ...], after: str = "") -> str:
    """The next of the villages that begin with what is written, the first after the last one.

    `after` is the one that is shown now. "" if there is none.
    """
    near = [one for one in villages if one.casefold().startswith(written.casefold())]
    if after in near:
        near = near[near.index(after) + 1 :] + near[: near.index(after)]
    return next((one for one in near if one != after), "")


def as_setting(form: Form) -> str:
    """The form as it is kept for the next time."""
    return json.dumps(asdict(form), ensure_ascii=False)


def from_setting(kept: str | None) -> Form:
    """The form of the last time, as far as it can be read; else an empty one."""
    try:
        found = json.loads(kept or "{}")
        wanted = {field.name for field in fields(Form)}
        form = Form(**{name: value for name, value in found.items() if name in wanted})
        lessons, own = tuple(form.lessons), tuple(form.own_lessons)
        if not all(isinstance(one, str) for one in (form.village, form.plan, *lessons, *own)):
            return Form()
        if not is_village(form.village):
            return Form()
        for name in (*NUMBERS, "own_minutes"):
            if form.value(name) and not is_number(form.value(name)):
                return Form()
        return replace(
            form,
            lessons=lessons,
            own_lessons=own,
            measure=Measure(form.measure),
            refresher=form.refresher is True,
            own_refresher=form.own_refresher is True,
        )
    except (ValueError, TypeError, AttributeError):
        return Form()
