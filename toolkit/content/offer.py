"""Job offers in matched pairs, and chats that branch.

The aim is discernment, not suspicion: an offer is worth checking or a trap, and
nothing is ever called safe.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from toolkit.content.place import NOWHERE, Place
from toolkit.content.text import Text


@dataclass(frozen=True, slots=True)
class Offer:
    """A made-up job offer. `pair` joins an honest one to its fraudulent twin.

    `level` is how hard it is to tell, 1 to 3. `signs` are what gives a trap away;
    `checks` are what must still be checked even when the offer is honest.
    """

    id: str
    pair: str
    honest: bool
    level: int
    message: tuple[Text, ...]
    signs: tuple[Text, ...]
    checks: tuple[Text, ...]
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """Something the learner may answer in a chat, and the turn it leads to."""

    id: str
    text: Text
    next: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a chat. It goes on with replies, or ends with a debriefing.

    `technique` names what the recruiter is doing (urgency, flattery, secrecy, debt).
    """

    id: str
    says: tuple[Text, ...]
    replies: tuple[Reply, ...] = ()
    debrief: Text | None = None
    technique: Text | None = None
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A branching chat; it starts with its first turn."""

    id: str
    title: Text
    partner: Text
    turns: tuple[Turn, ...]
    at: Place = field(default=NOWHERE, compare=False, repr=False)
