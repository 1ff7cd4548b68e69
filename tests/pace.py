"""How fast this machine is just now, so that a limit in seconds does not fail for its load."""

from __future__ import annotations

import time

import yaml

SECONDS = 2.0
"""What a hostile file may take on a quiet machine."""
_FLOOR = 0.08
"""What the reading below takes there, and rather more."""


def soon(seconds: float) -> bool:
    """Did something that took so many CPU seconds end in time, at this machine's pace?"""
    # Measuring the pace takes longer than most of what is judged by it; it never shortens the time.
    return seconds < SECONDS or seconds < _patience()


def _patience() -> float:
    """The CPU seconds that stand for SECONDS here and now."""
    start = time.process_time()
    for _ in yaml.parse("a: b\n" * 50_000, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        pass
    return SECONDS * max(1.0, (time.process_time() - start) / _FLOOR)
