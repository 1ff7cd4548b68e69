"""Where lines go and come from, and what is needed to say something on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from toolkit.content.library import Library
from toolkit.content.text import Text
from toolkit.content.wording import is_untranslated, plain
from toolkit.language import Language
from toolkit.records.journal import Journal

Write = Callable[[str], None]
Read = Callable[[], str | None]
"""Returns a line without its end, or None when there is no more input."""


@dataclass(slots=True)
class Console:
    """Where lines go and come from, and the language they are in."""

    write: Write
    read: Read
    lang: Language
    library: Library
    journal: Journal

    def say(self, message: str, **values: object) -> None:
        """One sentence of ours."""
        self.write(self.lang.gettext(message).format(**values))

    def tell(self, text: Text, lead: str = "") -> None:
        """One text of a lesson."""
        self.write(lead + self.words(text))

    def words(self, text: Text) -> str:
        """One text of a lesson as a string; one in another language says so in words."""
        words = plain(text, self.lang, self.library)
        if is_untranslated(text, self.lang, self.library):
            words += " [" + self.lang.gettext("not translated yet") + "]"
        return words
