"""What somebody has filled in before printing: fields, and what keys make of them. Pure.

Knows the door's wish; nothing of Textual, of the disk or of any language.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from toolkit.screen.print_door import Wish

DEFAULT_PAPER = "a4"
MOST = 999
"""For so many people can be printed, as on the command line."""


@dataclass(frozen=True, slots=True)
class Form:
    """The fields: ids and codes in the order in which they are offered.

    `people` is a number of 1 to MOST as it was typed, or "". `out` is the folder, "" for the
    usual one. `plan` is the id of a session plan, "" for none; a `refresher` is for the meeting
    about a month after the lessons.
    """

    products: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    paper: str = DEFAULT_PAPER
    people: str = "30"
    out: str = ""
    together: bool = True
    by_hand: bool = False
    plan: str = ""
    refresher: bool = False

    def ticked(self, field: str, one: str, order: Collection[str]) -> Form:
        """With one more of a field's things, or without it; `order` is that of all of them."""
        chosen = {*_things(self, field)} ^ {one}
        return _with(self, field, tuple(each for each in order if each in chosen))

    def fitting(
        self,
        products: Collection[str],
        lessons: Sequence[str],
        languages: Collection[str],
        papers: Sequence[str],
    ) -> Form:
        """Without what is not there any more; where nothing is left, with the first that is."""
        kept = tuple(one for one in lessons if one in self.lessons)
        return replace(
            self,
            products=tuple(one for one in products if one in self.products),
            lessons=kept or tuple(lessons[:1]),
            languages=tuple(one for one in languages if one in self.languages),
            paper=self.paper if self.paper in papers else next(iter(papers), DEFAULT_PAPER),
        )

    def typed(self, digit: str, *, afresh: bool) -> Form | None:
        """With one more digit of the number of people, or a new number; None if it cannot stand."""
        after = digit if afresh else self.people + digit
        return replace(self, people=after) if is_number(after) else None

    def rubbed_out(self) -> Form:
        """Without the last digit of the number of people."""
        return replace(self, people=self.people[:-1])

    def wish(
        self, usual: Path, *, with_lessons: bool, plan: str = "", refresher: bool = False
    ) -> Wish:
        """What is wished for; files go to the `usual` folder unless another was chosen.

        `plan` and `refresher` are what of these fields matters for the products.
        """
        return Wish(
            products=self.products,
            lessons=self.lessons if with_lessons else (),
            languages=self.languages,
            paper=self.paper,
            people=int(self.people),
            out=Path(self.out) if self.out else usual,
            together=self.together,
            by_hand=self.by_hand,
            plan=plan,
            refresher=refresher,
        )


def _things(form: Form, field: str) -> tuple[str, ...]:
    return tuple(getattr(form, field))


def _with(form: Form, field: str, things: tuple[str, ...]) -> Form:
    match field:
        case "products":
            return replace(form, products=things)
        case "lessons":
            return replace(form, lessons=things)
        case "languages":
            return replace(form, languages=things)
    raise ValueError(field)


def is_number(written: str) -> bool:
    """Is it a number of 1 to MOST, without a nought before it?"""
    digits = written.isascii() and written.isdecimal() and len(written) <= len(str(MOST))
    return digits and written[0] != "0"


def as_setting(form: Form) -> str:
    """The form as it is kept for the next time."""
    return json.dumps(asdict(form), ensure_ascii=False)


def from_setting(kept: str | None) -> Form:
    """The form of the last time, as far as it can be read; else one as for the first time."""
    try:
        found = json.loads(kept or "{}")
        wanted = {field.name for field in fields(Form)}
        form = Form(**{name: value for name, value in found.items() if name in wanted})
        lists = [tuple(_things(form, one)) for one in ("products", "lessons", "languages")]
        fields_of_words = (form.paper, form.people, form.out, form.plan)
        words = (*(one for things in lists for one in things), *fields_of_words)
        if not all(isinstance(one, str) for one in words) or (
            form.people and not is_number(form.people)
        ):
            return Form()
        form = replace(form, products=lists[0], lessons=lists[1], languages=lists[2])
        return replace(
            form,
            together=bool(form.together),
            by_hand=bool(form.by_hand),
            refresher=bool(form.refresher),
        )
    except (ValueError, TypeError, AttributeError):
        return Form()
