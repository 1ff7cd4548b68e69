"""What a chat looks like: the partner on the left, one's own answers set apart, the newest below.

Who says what is told by a sign and an indent, never by a colour alone. At the end stand what
happened and what it is called; there is no score and nothing is right or wrong. Knows the state
of a talk, nothing of runs and halls.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from toolkit.content.narration import narrated
from toolkit.content.text import Text
from toolkit.screen.layout import Block, Row, Words
from toolkit.screen.prose import MARK, QUIET, STRONG, Voice, joined, say
from toolkit.session.chat import Talking

GO_ON, BACK, AGAIN = "/go_on", "/back", "/again"
"""Keys of the rows at the end; no id of a trainer's begins with a slash."""

_SIDE = "| "
_WIDE, _INDENT, _SMALL_INDENT = 80, 24, 10
"""From so many cells on, own answers stand so far from the left; else nearer."""


@dataclass(frozen=True, slots=True)
class Face:
    """A chat as blocks: what was said before, and the `newest` of it, which must be in sight."""

    before: tuple[Block, ...]
    newest: tuple[Block, ...]

    @property
    def blocks(self) -> list[Block]:
        """All of it."""
        return [*self.before, *self.newest]


def face(
    now: Talking,
    ask: Text | None,
    ways: tuple[Row, ...],
    voice: Voice,
    *,
    how: str,
    width: int,
) -> Face:
    """The chat where it is now.

    `ask` is what the question asks before the chat begins, `how` what stands before the replies;
    `ways` are the rows at its end.
    """
    indent = _INDENT if width >= _WIDE else _SMALL_INDENT
    before = _head(ask, voice)
    for one in now.gone:
        before += _messages(one.turn.says, voice)
        before.append(_own(one.reply.text, indent, voice))
    newest = _messages(now.turn.says, voice)
    if now.ended:
        newest += [*_ending(now, voice), *ways]
    else:
        newest += _replies(now, how, voice)
    return Face(tuple(before), tuple(newest))


def _head(ask: Text | None, voice: Voice) -> list[Block]:
    """What it is about, and that it is made up."""
    made_up = say(voice.lang.gettext("Made up, for practice. No answer is wrong."), QUIET)
    asked: list[Block] = [Words(voice.prose(ask, STRONG))] if ask is not None else []
    return [*asked, Words(made_up, gap=0)]


def _messages(says: tuple[Text, ...], voice: Voice) -> list[Block]:
    """What the partner writes: on the left, beside a line. What a narrator tells has none."""
    side = say(_SIDE, MARK)
    blocks: list[Block] = []
    for at, one in enumerate(says):
        told, gap = narrated(one), 0 if at else 1
        blocks.append(
            Words(voice.prose(one), side, gap)
            if told is None
            else Words(voice.prose(told), gap=gap)
        )
    return blocks


def _own(text: Text, indent: int, voice: Voice) -> Block:
    """What the learner answered: set apart, after a word."""
    lead = say(voice.lang.gettext("You:") + " ", MARK)
    return Words(voice.prose(text, STRONG), joined(" " * indent, lead), 1)


def _replies(now: Talking, how: str, voice: Voice) -> list[Block]:
    asked = Words(say(how, QUIET))
    rows = (
        Row(reply.id, voice.prose(reply.text), number)
        for number, reply in enumerate(now.replies, 1)
    )
    return [asked, *rows]


def _ending(now: Talking, voice: Voice) -> list[Block]:
    """What happened, and what this way of talking is called."""
    _, turn = voice.lang.gettext, now.turn
    blocks: list[Block] = [Words(say(_("What happened here"), MARK))]
    if turn.debrief is not None:
        blocks.append(Words(voice.prose(turn.debrief), gap=0))
    if turn.technique is not None:
        sign = say(f"{voice.signs.bullet} ", MARK)
        blocks.append(Words(voice.prose(turn.technique, STRONG), sign, 1))
    return blocks


def ways(on: str, can_go_back: bool, voice: Voice) -> tuple[Row, ...]:
    """The rows at the end of a chat; `on` is what going on is called."""
    _ = voice.lang.gettext
    rows = [Row(GO_ON, say(on, STRONG), 1, gap=1)]
    if can_go_back:
        rows.append(Row(BACK, say(_("Answer the last message differently")), 2))
    rows.append(Row(AGAIN, say(_("Begin this chat again")), 3))
    return tuple(replace(row, number=at) for at, row in enumerate(rows, 1))
