"""Help lines: whom to ask, from where, and how old our knowledge of each number is."""

from __future__ import annotations

from toolkit.content import helplines
from toolkit.content.reference import Channel, Contact
from toolkit.language import N_
from toolkit.screen.base import AsideScreen
from toolkit.screen.layout import Beside, Block, Words
from toolkit.screen.prose import BAR, MARK, QUIET, STRONG, WRONG, Voice, joined, say

CHANNELS = {
    Channel.PHONE: N_("telephone"),
    Channel.WHATSAPP: "WhatsApp",
    Channel.WEB: N_("internet"),
}


class HelpLinesScreen(AsideScreen):
    """Both groups: from Indonesia, and from abroad."""

    def heading(self) -> str:
        """Help lines."""
        return self.lang.gettext("Help lines")

    def blocks(self) -> list[Block]:
        """The two groups side by side, or one after the other."""
        return help_line_blocks(self.voice)


def help_line_blocks(voice: Voice) -> list[Block]:
    """All help lines of the library: the same for everybody who reads them."""
    _ = voice.lang.gettext
    contacts = voice.library.contacts.values()
    home, away = helplines.from_indonesia(contacts), helplines.from_abroad(contacts)
    if not home and not away:
        return [Words(say(_("There is no help line in this library. Ask at the village office.")))]
    return [
        Beside(
            tuple(_group(_("From Indonesia"), home, 0, voice)),
            tuple(_group(_("From abroad"), away, 2, voice)),
        )
    ]


def numbers(voice: Voice) -> list[Block]:
    """All help lines in as few lines as they can be copied from: the number, and whom it is for.

    Where the number before is for the same people, only the name is told.
    """
    contacts = voice.library.contacts.values()
    home, away = helplines.from_indonesia(contacts), helplines.from_abroad(contacts)
    both = tuple(dict.fromkeys((*home, *away)))
    if not both:
        return help_line_blocks(voice)
    blocks: list[Block] = []
    for before, contact in zip((None, *both), both, strict=False):
        told = joined(say(f" {contact.number} ", BAR), " ", voice.prose(contact.name, STRONG))
        if before is None or before.scope != contact.scope:
            told = joined(told, ": ", voice.prose(contact.scope, beside=(contact.name,)))
        blocks.append(Words(told, gap=1 if blocks else 0))
        blocks += _stale(contact, voice)
    return blocks


def _group(name: str, contacts: tuple[Contact, ...], gap: int, voice: Voice) -> list[Block]:
    blocks: list[Block] = [Words(say(name, MARK), gap=gap)]
    for contact in contacts:
        blocks += _contact(contact, voice)
    return blocks


def _contact(contact: Contact, voice: Voice) -> list[Block]:
    lang = voice.lang
    texts = (contact.scope, contact.note) if contact.note else (contact.scope,)
    name = voice.prose(contact.name, STRONG, texts)
    about = [voice.prose(text, beside=(contact.name, *texts)) for text in texts]
    channel = lang.gettext(CHANNELS[contact.channel])
    return [
        Words(joined(say(f" {contact.number} ", BAR), f"  ({channel})"), say("  "), 1),
        Words(joined(name, ": ", say("; ").join(about)), say("  "), 0),
        Words(say(helplines.checked(contact, lang), QUIET), say("  "), 0),
        *_stale(contact, voice),
    ]


def _stale(contact: Contact, voice: Voice) -> list[Block]:
    """A word of warning at a number that nobody has looked at for long."""
    if not voice.library.is_stale(contact):
        return []
    old = voice.lang.gettext("OUT OF DATE: ask at the village office whether it still works")
    return [Words(say(old, WRONG), say(f"  {voice.signs.warning} ", WRONG), 0)]
