"""The two clocks of a session: the day's, which may be wrong or jump, and the steady one."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial


def _steady() -> Callable[[], float]:
    """A clock that goes on while the laptop sleeps: its lid was closed, but the room waited."""
    # Linux has the first one; the second one goes on in macOS, and Python's own in Windows.
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        with suppress(AttributeError, OSError):
            read = partial(time.clock_gettime, getattr(time, name))
            read()
            return read
    return time.monotonic


@dataclass(frozen=True, slots=True)
class Clock:
    """`wall` tells seconds since 1970, `steady` seconds that never run backwards."""

    wall: Callable[[], float] = time.time
    steady: Callable[[], float] = field(default_factory=_steady)
