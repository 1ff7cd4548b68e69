"""Every screen, in both languages, at three sizes: as it stands in tests/golden/."""

from __future__ import annotations

import pytest
from screen.conftest import Drive, Golden, Seat
from screen.sample import course

from toolkit.records.journal import Journal

SIZES = [(60, 18), (80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_screen_stands_as_it_was_approved(
    drive: Drive, golden: Golden, lang: object, size: tuple[int, int]
) -> None:
    """A walk through all screens shows exactly the frames on file."""
    code = lang.code  # type: ignore[attr-defined]

    def take(name: str, seat: Seat) -> None:
        golden.frame(f"{name}.{code}.{size[0]}x{size[1]}", seat.text)

    async def walk(seat: Seat) -> None:
        take("home", seat)
        await seat.press("f4")
        take("help-lines", seat)
        await seat.press("f5")
        take("glossary", seat)
        await seat.press("f1")
        take("help-on-home", seat)
        await seat.press("escape", "f6")
        take("files", seat)
        await seat.press("1")
        take("report", seat)
        await seat.press("escape", "2")
        take("preview", seat)
        await seat.press("f6")
        take("warnings", seat)
        await seat.press("f6", "f8")
        take("contents", seat)
        await seat.press("escape", "escape", "escape", "1")
        take("page", seat)
        await seat.press("f1")
        take("help-on-page", seat)
        await seat.press("escape", "pagedown", "pagedown")
        take("last-page", seat)
        await seat.press("pagedown")
        take("choice", seat)
        await seat.answer("wait")
        take("choice-right", seat)
        await seat.press("pagedown")
        await seat.pick("desa", "calo")
        take("multiple", seat)
        await seat.press("pagedown")
        take("multiple-wrong", seat)
        await seat.press("pagedown")
        take("true-false", seat)
        await seat.answer("true")
        take("true-false-wrong", seat)
        await seat.press("pagedown")
        await seat.pick("decide", "keep")
        take("order", seat)
        await seat.pick("ask")
        await seat.press("pagedown")
        take("order-wrong", seat)
        await seat.press("pagedown")
        await seat.pick("danger")
        take("match", seat)
        await seat.pick("work", "pass")
        await seat.press("pagedown")
        take("match-wrong", seat)
        await seat.press("pagedown")
        await seat.pick("hello", "urgent")
        take("spot", seat)
        await seat.press("pagedown")
        take("spot-wrong", seat)
        await seat.press("pagedown")
        take("once-more", seat)
        for right in (["desa", "dinas"], ["false"], ["keep", "ask", "decide"]):
            await seat.answer(*right)
            await seat.press("pagedown")
        await seat.answer("pass", "work", "danger")
        await seat.press("pagedown")
        await seat.answer("urgent", "secret")
        await seat.press("pagedown")
        take("result", seat)

    drive(walk, loaded=course(lessons=3, overlay=True), lang=code, size=size)
    golden.judge()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_what_was_left_off_is_offered_as_it_was_approved(
    drive: Drive, golden: Golden, lang: object, size: tuple[int, int], journal: Journal
) -> None:
    """The offer to go on, and the one for a lesson that was changed, are the frames on file."""
    code = lang.code  # type: ignore[attr-defined]

    async def begin(seat: Seat) -> None:
        await seat.press("1", "pagedown", "f10")

    async def offered(seat: Seat) -> None:
        golden.frame(f"resume.{code}.{size[0]}x{size[1]}", seat.text)

    async def home(seat: Seat) -> None:
        await seat.press("escape")
        golden.frame(f"home-going-on.{code}.{size[0]}x{size[1]}", seat.text)

    async def changed(seat: Seat) -> None:
        golden.frame(f"resume-changed.{code}.{size[0]}x{size[1]}", seat.text)

    drive(begin, lang=code, size=size)
    drive(offered, lang=code, size=size)
    drive(home, lang=code, size=size)
    kept = journal.unfinished()[0]
    from toolkit.session.run import Continued

    journal.keep(kept.run, Continued())
    drive(changed, lang=code, size=size)
    golden.judge()
