"""A measure of paper or type: a number that may have a fraction, with a floor and a most.

Written plainly: `8.5`, not `8,5` and not `8.5 mm`. What is said when it is not stands here too,
because nothing else needs it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from toolkit.content.reading.desk import Desk, quoted
from toolkit.content.reading.nodes import Node, Scalar
from toolkit.content.shaping.shapes import MISSING
from toolkit.language import Said, said

WHOLE = "out-of-range"
"""The rule for a measure that is only unlikely."""


@dataclass(frozen=True, eq=False)
class Measure:
    """Millimetres or points from `lowest` to `highest`.

    `floor` is the rule that is broken below the lowest, `sample` a usual value.
    """

    lowest: float
    highest: float
    floor: str = WHOLE
    sample: str = "9"
    name: Said = field(default_factory=lambda: said("a number such as 9 or 8.5"))

    def read(self, node: Node, desk: Desk) -> Any:
        """The number, or MISSING with a problem noted."""
        if isinstance(node, Scalar) and node.plain and _PLAIN(node.value):
            number = float(node.value)
            if self.lowest <= number <= self.highest:
                return number
        return self._misread(node, desk)

    def unread(self, node: Node) -> Any:  # noqa: ARG002 - every shape's is called alike
        """Nothing stands in for a measure."""
        return MISSING

    def _misread(self, node: Node, desk: Desk) -> Any:
        """Note what is wrong; the number that was meant, where that is sure."""
        from toolkit.content.shaping import mismatch, typed

        if desk.is_full or mismatch.told(node, desk):
            return MISSING
        if not isinstance(node, Scalar):
            mismatch.text_expected(node, self.name, self.sample, desk)
            return MISSING
        if mismatch.unfilled(node):
            mismatch.not_filled_in(node, self.sample, desk)
            return MISSING
        found = _MEANT(node.value.strip())
        number = float(found[1].replace(",", ".")) if found else None
        if number is None:
            desk.error(
                node.at,
                "odd-number",
                said('Here should be a number, but there is "{value}".', value=quoted(node.value)),
                said("Write for example:  {sample}", sample=self.sample),
            )
            return MISSING
        if not self.lowest <= number <= self.highest:
            self._out_of_bounds(node, number, desk)
            return MISSING
        desk.error(
            node.at,
            "odd-number",
            said(
                "A number is written here with digits only, and a point before a fraction: no comma, no unit, no quotation marks."
            ),
            said("Write:  {text}", text=f"{number:g}"),
            edit=typed.instead_of(node, f"{number:g}", desk),
        )
        return number

    def _out_of_bounds(self, node: Scalar, number: float, desk: Desk) -> None:
        from toolkit.content.shaping import typed

        low, high = f"{self.lowest:g}", f"{self.highest:g}"
        if number < self.lowest and self.floor != WHOLE:
            desk.error(
                node.at,
                self.floor,
                said("{number} is too little: at least {low}.", number=f"{number:g}", low=low),
                said("Write:  {low}  (or more, up to {high})", low=low, high=high),
                edit=typed.instead_of(node, low, desk),
            )
            return
        nearest = low if number < self.lowest else high
        desk.error(
            node.at,
            WHOLE,
            said(
                "{number} is not between {low} and {high}.",
                number=f"{number:g}",
                low=low,
                high=high,
            ),
            said("Write a number in between, for example:  {sample}", sample=nearest),
            why=said("With such a measure the products could not be made any more."),
            edit=typed.instead_of(node, nearest, desk),
        )


_PLAIN = re.compile(r"(0|[1-9]\d{0,3})(\.\d{1,3})?").fullmatch
_MEANT = re.compile(
    r"[\"']?\+?(\d{1,4}(?:[.,]\d{1,3})?)\s*(?:mm|pt|poin|points?|milimeter|millimet(?:re|er)s?)?\.?[\"']?",
    re.IGNORECASE,
).fullmatch
