"""The sides of sheets in the order in which a printer without duplex needs them.

First all fronts. Then all backs from the last to the first, because the last sheet lies on top
when the stack is put back as it came out; where the stack has to be turned over for that, the
first sheet does, and the backs begin with the first. Knows faces only.
"""

from __future__ import annotations

from dataclasses import replace

from toolkit.paper.pdf.document import Face
from toolkit.paper.setting.blocks import Tagged


def turned(faces: tuple[Face, ...], *, over: bool = False) -> tuple[Face, ...]:
    """Fronts, then backs from the last; a sheet without a back gets an empty one.

    `over` has the backs from the first, for a stack that is turned over.
    """
    if len(faces) < 2:
        return faces
    placed = [_in_order(face, place) for place, face in enumerate(faces, 1)]
    if len(placed) % 2:
        last = placed[-1]
        placed.append(Face(last.width, last.height, ()))
    backs = placed[1::2]
    return (*placed[::2], *(backs if over else reversed(backs)))


def _in_order(face: Face, place: int) -> Face:
    """A face that says when it is read, unless its own parts say that."""
    parts = (placed.block for placed in face.placed)
    if any(isinstance(one, Tagged) and one.order is not None for one in parts):
        return face
    return replace(face, order=place)
