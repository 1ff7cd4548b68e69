"""Cek Dulu: an offline toolkit against human trafficking for Indonesian villages.

This module knows only what the whole house must agree on: the version and the
day this release was checked. Staleness is never judged before that day, so that
a laptop with a wrong clock cannot make old numbers look fresh.
"""

from datetime import date

VERSION = "0.1.0"
RELEASED = date(2026, 11, 22)


def judged_on(asked: date | None) -> date:
    """The day on which freshness is judged: the day asked for, else today, never before RELEASED."""
    return max(asked or date.today(), RELEASED)
