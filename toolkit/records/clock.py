"""The two clocks of a session: the day's, which may be wrong or jump, and the steady one."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """`wall` tells seconds since 1970, `steady` seconds that never run backwards."""

    wall: Callable[[], float] = time.time
    steady: Callable[[], float] = time.monotonic
