"""Hiding small groups: what counts one to four people is not told, nor what would show it.

All of it is settled session by session, before anything is summed: of votes in `reportable`,
of head counts and their bands here. Whatever enters a sum counts nobody or at least five, so
nothing can be subtracted, neither within a report nor of one report from another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from toolkit.session.figures import Attendance, Count, Few, Noted
from toolkit.session.reportable import is_few


@dataclass(frozen=True, slots=True)
class Heads:
    """The last head count of a session, and its bands; one that was not noted is None."""

    people: int
    women: int | None = None
    men: int | None = None
    youth: int | None = None


@dataclass(frozen=True, slots=True)
class Bands:
    """What may be told of the bands of one session: all of women and men, or neither."""

    women: Count | None
    men: Count | None
    youth: Count | None


def bands(heads: Heads) -> Bands:
    """What may be told of them: a small band is hidden, and with it what stands beside it.

    Women, men and those of whom neither was said divide the room; where one of the three is
    small, neither women nor men are told. Youth and all others divide it again.
    """
    sexes = [band for band in (heads.women, heads.men) if band is not None]
    # More in the bands than in the room: people left after the bands were taken.
    few = any(is_few(band) for band in (*sexes, max(heads.people - sum(sexes), 0)))
    young = heads.youth or 0
    few_young = is_few(young) or is_few(max(heads.people - young, 0))
    return Bands(
        women=_told(heads.women, hidden=few),
        men=_told(heads.men, hidden=few),
        youth=_told(heads.youth, hidden=few_young),
    )


def attendance(sessions: Iterable[Heads]) -> Attendance:
    """The sums over sessions of what may be told of each.

    Where there are only sessions with fewer than five people, even their sum is hidden; else
    they are in no sum, and only counted.
    """
    sums = {"women": _Band(), "men": _Band(), "youth": _Band()}
    people = told = small = 0
    for one in sessions:
        if is_few(one.people):
            small += 1
        else:
            told += 1
            people += one.people
        shown = bands(one)
        for name, band in sums.items():
            band.add(getattr(shown, name), one.people)
    women, men, youth = sums["women"], sums["men"], sums["youth"]
    return Attendance(
        people=Few.FEW if small and not told else people,
        women=women.count,
        men=men.count,
        youth=youth.count,
        women_in=women.noted(told),
        men_in=men.noted(told),
        youth_in=youth.noted(told),
        small=small,
    )


@dataclass(slots=True)
class _Band:
    """A band over the sessions in which it is told; `hidden`: in others it is not."""

    total: int = 0
    sessions: int = 0
    people: int = 0
    hidden: bool = field(default=False)

    def add(self, band: Count | None, people: int) -> None:
        if isinstance(band, Few) or (band is not None and is_few(people)):
            self.hidden = True
        elif band is not None:
            self.total += band
            self.sessions += 1
            self.people += people

    @property
    def count(self) -> Count | None:
        if self.sessions:
            return self.total
        return Few.FEW if self.hidden else None

    def noted(self, told: int) -> Noted | None:
        if self.sessions in (0, told):
            return None
        return Noted(self.sessions, self.people)


def _told(band: int | None, *, hidden: bool) -> Count | None:
    return Few.FEW if hidden and band is not None else band
