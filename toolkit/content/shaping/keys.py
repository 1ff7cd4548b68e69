"""A key of a record: what stands there, and what if it is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from toolkit.content.shaping.shapes import Shape
from toolkit.language import Said


@dataclass(frozen=True, eq=False)
class Key:
    """A key of a record: what stands there, the shape of its value, what if it is left out.

    `field` is the model's name for it where that differs from the trainer's. `sample` is a
    value that somebody would type; `fits` says that it may be put in unseen.
    """

    about: Said
    shape: Shape
    required: bool = True
    default: Any = None
    field: str = ""
    sample: str = ""
    fits: bool = False

    @property
    def example(self) -> str:
        """A value that somebody would type."""
        return self.sample or self.shape.sample

    @property
    def first_line(self) -> str:
        """How the value begins on a line of its own; "" if it stands on the key's line."""
        return "" if self.sample else getattr(self.shape, "first_line", "")


def optional(
    about: Said, shape: Shape, default: Any = None, field: str = "", sample: str = ""
) -> Key:
    """A key that may be left out."""
    return Key(about, shape, required=False, default=default, field=field, sample=sample)
