"""Help lines: whom to ask, from where, and how old our knowledge of each number is."""

from __future__ import annotations

from toolkit.content import helplines
from toolkit.content.reference import Channel, Contact
from toolkit.language import N_
from toolkit.screen.base import AsideScreen
from toolkit.screen.layout import Beside, Block, Words
from toolkit.screen.prose import BAR, MARK, QUIET, STRONG, WRONG, joined, say

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
        _ = self.lang.gettext
        contacts = self.library.contacts.values()
        home, away = helplines.from_indonesia(contacts), helplines.from_abroad(contacts)
        if not home and not away:
            return [
                Words(say(_("There is no help line in this library. Ask at the village office.")))
            ]
        return [
            Beside(
                tuple(self._group(_("From Indonesia"), home, 0)),
                tuple(self._group(_("From abroad"), away, 2)),
            )
        ]

    def _group(self, name: str, contacts: tuple[Contact, ...], gap: int) -> list[Block]:
        blocks: list[Block] = [Words(say(name, MARK), gap=gap)]
        for contact in contacts:
            blocks += self._contact(contact)
        return blocks

    def _contact(self, contact: Contact) -> list[Block]:
        lang = self.lang
        _ = lang.gettext
        texts = (contact.scope, contact.note) if contact.note else (contact.scope,)
        name = self.voice.prose(contact.name, STRONG, texts)
        about = [self.voice.prose(text, beside=(contact.name, *texts)) for text in texts]
        channel = lang.gettext(CHANNELS[contact.channel])
        blocks: list[Block] = [
            Words(joined(say(f" {contact.number} ", BAR), f"  ({channel})"), say("  "), 1),
            Words(joined(name, ": ", say("; ").join(about)), say("  "), 0),
            Words(say(helplines.checked(contact, lang), QUIET), say("  "), 0),
        ]
        if self.library.is_stale(contact):
            old = _("OUT OF DATE: ask at the village office whether it still works")
            blocks.append(Words(say(old, WRONG), say(f"  {self.app.signs.warning} ", WRONG), 0))
        return blocks
