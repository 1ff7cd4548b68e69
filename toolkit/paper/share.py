"""Pictures of a lesson for the status and the groups of a chat: the channels that recruiters use.

Few words on each, large enough for a cheap telephone: the line on the front, then what to
remember, then help lines; under each whom to ask, the date, the edition. Nothing on them is a job
offer or could be passed off as one: no message is quoted, no wage, no example. One point of a page
here is one pixel of a picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit import VERSION
from toolkit.content.library import Library
from toolkit.content.reference import Channel, Contact
from toolkit.errors import WrongCall
from toolkit.language import N_, Said, said
from toolkit.paper.compose import insist_fresh
from toolkit.paper.pdf import document
from toolkit.paper.pdf.document import About, Face, Placed
from toolkit.paper.pdf.picture import Shared, pngs
from toolkit.paper.products.message import message
from toolkit.paper.setting.blocks import (
    Block,
    Gap,
    Picture,
    Rule,
    Tagged,
    bold,
    passage,
    spaced,
    stack,
)
from toolkit.paper.setting.edition import edition
from toolkit.paper.setting.job import Duplex
from toolkit.paper.setting.sheet import SLACK, Spot, guarded, roomiest, too_long
from toolkit.paper.setting.words import MARK, Copyist, Helpline
from toolkit.paper.type import fonts, theme
from toolkit.paper.type.flow import Run, Runs, words_in

SIZES = ((1080, 1080), (1080, 1920))
"""Width and height of the pictures in pixels: for groups, and for a status."""

LEAST = 44.0
"""Pixels of the smallest letters: a third of that can still be read."""

_PRODUCT = "share"
_EDGE = 72
_DPI = 72
_TAKEAWAYS = 3
_HOME, _AWAY = 3, 1
_NUMBERS = tuple(float(size) for size in range(148, 63, -4))
_IDEAS = tuple(float(size) for size in range(124, 51, -4))
_MEND = N_("Shorten this line; few words fit on a picture.")


class Pictures(NamedTuple):
    """The pictures of a lesson, which facts and contacts were stamped, how many texts are foreign."""

    files: tuple[Shared, ...]
    stale: tuple[str, ...]
    untranslated: int


class Line(NamedTuple):
    """A help line: its number, its name, the stamp if nobody has checked it in time."""

    number: Runs
    name: Runs
    stamp: Runs


class ShareWords(NamedTuple):
    """Everything that the pictures of a lesson say."""

    icon: str
    title: Runs
    ideas: tuple[Runs, ...]
    ask: Line | None
    help_head: Runs
    lines: tuple[Line, ...]
    dated: Runs
    foreign: Runs


def share_pictures(lesson: str, lang: str, library: Library, *, strict: bool = False) -> Pictures:
    """The pictures of a lesson in both sizes: `share-recruitment-id-1080x1080-1.png` and so on.

    `strict` refuses what would need a stamp or is not translated. Raises WrongInput if words
    are missing, do not fit or cannot be printed, and WrongCall for an unknown lesson or language.
    """
    _insist_known(lesson, lang, library)
    with fonts.using(library.theme):
        copyist = Copyist((lesson,), lang, library)
        words = write(copyist)
        insist_fresh(copyist.stale(), copyist.untranslated(), lang, strict=strict)
        code = edition(_PRODUCT, (lesson,), lang, VERSION, words)
        files = [
            Shared(f"{_PRODUCT}-{lesson}-{lang}-{size[0]}x{size[1]}-{place}.png", png)
            for size in SIZES
            for place, png in enumerate(_drawn(words, code, size, copyist), 1)
        ]
    return Pictures(tuple(files), copyist.stale(), len(copyist.untranslated()))


def _insist_known(lesson: str, lang: str, library: Library) -> None:
    for given, known in ((lesson, tuple(library.lessons)), (lang, library.languages)):
        if given not in known:
            raise WrongCall(
                Said(N_("There is no “{name}” to print."), {"name": given}),
                Said(N_("There are: {names}."), {"names": ", ".join(known)}),
            )


def write(copyist: Copyist) -> ShareWords:
    """Write a lesson's pictures down. Raises WrongInput."""
    lesson, contacts = copyist.lesson, copyist.library.contacts
    gettext = copyist.lang.gettext
    phones = [contacts[one] for one in lesson.contacts if contacts[one].channel is Channel.PHONE]
    home = [one for one in phones if not one.from_abroad()]
    away = [one for one in phones if one.from_abroad()]
    texts = (lesson.leaflet.front, *lesson.takeaways[:_TAKEAWAYS])
    ask = _ask(lesson.leaflet.scan, home, copyist)
    lines = tuple(
        _line(copyist.helpline(one, brief=True)) for one in (*home[:_HOME], *away[:_AWAY])
    )
    day = copyist.lang.day(copyist.library.as_of)
    ideas = tuple(copyist.text(one) for one in texts)
    foreign = MARK + " " + gettext("not translated yet") + "."
    return ShareWords(
        icon=copyist.icon(lesson.icon, lesson.at),
        title=copyist.text(lesson.title),
        ideas=ideas,
        ask=ask,
        help_head=copyist.ours(gettext("Numbers that help"), bold=True),
        lines=lines,
        dated=copyist.ours(gettext("As of {day}.").format(day=day)),
        foreign=copyist.ours(foreign) if copyist.untranslated() else (),
    )


def _ask(scan: str, home: list[Contact], copyist: Copyist) -> Line | None:
    """The line under every picture: the one the lesson names for scanning, else the first."""
    contact = copyist.library.contacts[scan] if scan else next(iter(home), None)
    return _line(copyist.helpline(contact, brief=True)) if contact else None


def _line(told: Helpline) -> Line:
    return Line(told.number, told.name, told.stamp)


def _drawn(words: ShareWords, code: str, size: tuple[int, int], copyist: Copyist) -> list[bytes]:
    """The pictures of one size: an idea each, the last with help lines."""
    faces = tuple(_faces(words, code, size, copyist))
    title = words_in(words.title).removesuffix(MARK)
    about = About(title, title, copyist.lang.code, Duplex.NONE)
    return pngs(document.draw(faces, about), _DPI)


def _faces(words: ShareWords, code: str, size: tuple[int, int], copyist: Copyist) -> Iterator[Face]:
    wide, high = size
    width = wide - 2 * _EDGE
    spot = Spot(said("a picture to share"), copyist.lesson.at, _MEND)
    small = _small(words, code, width, copyist)
    low = guarded(spot, _foot, words.ask, small, width)
    for place, idea in enumerate(words.ideas):
        icon = words.icon if place == 0 else ""
        room = high - 2 * _EDGE - low.height
        yield _face(size, _idea(idea, icon, width, room, spot), low)
    if words.lines:
        bare = guarded(spot, _foot, None, small, width)
        room = high - 2 * _EDGE - bare.height
        yield _face(size, _numbers(words, width, room, spot), bare)


def _face(size: tuple[int, int], above: Block, below: Block) -> Face:
    wide, high = size
    foot = Placed(_EDGE, high - _EDGE - below.height, below)
    return Face(wide / theme.MM, high / theme.MM, (Placed(_EDGE, _EDGE, above), foot))


def _small(words: ShareWords, code: str, width: float, copyist: Copyist) -> Block:
    """The date and the edition, on every picture."""
    told = copyist.lang.gettext("Edition {code}").format(code=code)
    runs = (*words.dated, Run(" "), Run(told + ".", whole=True))
    runs = (*runs, Run(" "), *words.foreign) if words.foreign else runs
    return passage(runs, LEAST, width, theme.TIGHT)


def _foot(ask: Line | None, small: Block, width: float) -> Block:
    """Whom to ask, then date and edition, under a firm line."""
    blocks: list[Block] = [Rule(width, 22, 6)]
    if ask:
        name = (*ask.stamp, Run(" "), *bold(ask.name)) if ask.stamp else bold(ask.name)
        blocks += [passage(name, 48, width, theme.TIGHT), _digits(ask.number, 132, width), Gap(8)]
    return stack(*blocks, small)


def _digits(number: Runs, most: float, width: float) -> Block:
    """A number on one line, as large as there is room; regular, as on paper."""
    natural = sum(fonts.width(run.text, run.bold) for run in number) / 1000
    return passage(number, min(most, (width - 1) / natural), width, 1.12)


def _idea(words: Runs, icon: str, width: float, room: float, spot: Spot) -> Block:
    """One idea in the largest letters that fit; what is left is shared above and below it."""
    head = stack(_whose(width), Gap(30))

    def set_in(size: float) -> tuple[Block, float]:
        told = Tagged("H1", guarded(spot, message, words, size, width))
        drawn = (Picture(icon, 2.1 * size + 60, stroke=1.6), Gap(size * 0.5)) if icon else ()
        block = stack(*drawn, told)
        return block, head.height + block.height + 30 - room

    block, over = roomiest(_IDEAS, set_in)
    if over > SLACK:
        raise too_long(spot, over, _IDEAS[-1] * theme.TIGHT)
    return stack(head, Gap(max(-over, 0) * 0.4), block)


def _whose(width: float) -> Block:
    told = passage((Run("Cek Dulu", bold=True),), LEAST, width, theme.TIGHT)
    return stack(told, Gap(14), Rule(width, 0, 6))


def _numbers(words: ShareWords, width: float, room: float, spot: Spot) -> Block:
    """The help lines, as large as they fit."""

    def set_in(size: float) -> tuple[Block, float]:
        rows = guarded(spot, lambda: [_row(one, size, width) for one in words.lines])
        head = Tagged("H1", passage(words.help_head, 72, width, theme.TIGHT))
        block = stack(_whose(width), Gap(24), head, Gap(16), spaced(size * 0.3, *rows))
        return block, block.height - room + 20

    block, over = roomiest(_NUMBERS, set_in)
    if over > SLACK:
        raise too_long(spot, over, LEAST)
    return block


def _row(line: Line, size: float, width: float) -> Block:
    name = (*line.stamp, Run(" "), *line.name) if line.stamp else line.name
    words = passage(name, max(LEAST, size * 0.44), width, theme.TIGHT)
    return stack(_digits(line.number, size, width), words)
