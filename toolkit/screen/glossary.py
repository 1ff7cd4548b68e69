"""The glossary: difficult words in plain ones, with a field to look for a word."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Input

from toolkit.content.reference import Term
from toolkit.screen.base import AsideScreen
from toolkit.screen.layout import Block, Words
from toolkit.screen.prose import MARK, QUIET, joined, say


class GlossaryScreen(AsideScreen):
    """All terms that hold what is typed."""

    AUTO_FOCUS = "Input"

    def __init__(self) -> None:
        super().__init__()
        self.field = Input()

    def heading(self) -> str:
        """Words explained."""
        return self.lang.gettext("What the difficult words mean")

    def compose(self) -> ComposeResult:
        """The field stands between the top and the sheet."""
        yield self.top
        yield self.field
        yield self.sheet
        yield self.foot

    def blocks(self) -> list[Block]:
        """The terms, in the order of the alphabet."""
        _ = self.lang.gettext
        self.field.placeholder = _("Type part of a word to look for it")
        wanted = self.field.value.strip().casefold()
        terms = sorted(
            self.library.terms.values(), key=lambda term: self.plain(term.word).casefold()
        )
        found = [term for term in terms if wanted in self._words(term)]
        if not found:
            return [Words(say(_("No word like that here. Type less of it.")))]
        blocks: list[Block] = []
        for term in found:
            word = self.prose(term.word, MARK)
            if term.long is not None:
                word = joined(word, " ", self.prose(term.long, QUIET))
            blocks += [Words(word), Words(self.prose(term.means), say("  "), 0)]
        return blocks

    def _words(self, term: Term) -> str:
        texts = [term.word, term.means] + ([term.long] if term.long else [])
        return " ".join(self.plain(text) for text in texts).casefold()

    def where(self) -> str:
        """How many words there are."""
        count = len(self.library.terms)
        return self.lang.ngettext("{n} word", "{n} words", count).format(n=count)

    def on_input_changed(self) -> None:
        """Show what fits."""
        self.draw(from_top=True)
