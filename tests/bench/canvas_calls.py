"""Records what a product asks of ReportLab's canvas, and asks it again without any layout."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from toolkit.paper import document

Call = tuple[int, str, tuple[Any, ...], dict[str, Any], int]
"""Which object is called (0 is the canvas), how, with what, and which object comes of it."""


class Recorder:
    """Stands for the canvas, or for a path or text begun on it; notes each call and passes it on."""

    def __init__(self, target: Any, at: int, calls: list[Call], known: list[Recorder]) -> None:
        self.target = target
        self.at = at
        self._calls = calls
        self._known = known
        known.append(self)

    def __getattr__(self, name: str) -> Any:
        real = getattr(self.target, name)
        if not callable(real):
            return real

        def call(*given: Any, **named: Any) -> Any:
            result = real(*map(_target, given), **{key: _target(one) for key, one in named.items()})
            begun = name.startswith("begin") and result is not None
            made = len(self._known) if begun else -1
            self._calls.append((self.at, name, given, named, made))
            return Recorder(result, made, self._calls, self._known) if begun else result

        return call


def _target(one: Any) -> Any:
    return one.target if isinstance(one, Recorder) else one


class Recording:
    """The calls of one product."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._named: dict[str, Any] = {}

    @contextmanager
    def on(self) -> Iterator[None]:
        """While this is open, the one canvas that is made is recorded."""
        known: list[Recorder] = []

        def canvas(file: BytesIO, **named: Any) -> Recorder:
            self._named = named
            return Recorder(Canvas(file, **named), 0, self.calls, known)

        there = document.Canvas
        document.Canvas = canvas
        try:
            yield
        finally:
            document.Canvas = there

    def replay(self) -> bytes:
        """The same calls on a new canvas: what ReportLab alone takes for this page."""
        file = BytesIO()
        things: dict[int, Any] = {0: Canvas(file, **self._named)}
        for at, name, given, named, made in self.calls:
            plain = [things[one.at] if isinstance(one, Recorder) else one for one in given]
            result = getattr(things[at], name)(*plain, **named)
            if made >= 0:
                things[made] = result
        return file.getvalue()
