"""The library's words for one sheet: put into its language, checked, and remembered.

A `Copyist` turns texts into runs. It refuses words that cannot be printed, marks those that
had to stay in another language, stamps what must be checked again, and keeps a list of every
fact and contact that it wrote down, because the small print has to name some of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from unicodedata import name as name_of
from unicodedata import normalize

from toolkit.content.lesson import Lesson
from toolkit.content.library import Library
from toolkit.content.place import NOWHERE, Place
from toolkit.content.reference import Channel, Contact, Fact, Source
from toolkit.content.reviewing import review_words
from toolkit.content.text import Kind, Text
from toolkit.content.wording import Span, fact_words, spans, spoken_in
from toolkit.language import N_, Language, Said, language, said
from toolkit.paper.setting.small_words import first_words, freshness, source_line
from toolkit.paper.type import fonts, icons
from toolkit.paper.type.flow import Run, Runs, words_in
from toolkit.paper.type.trouble import Unprintable


class Helpline(NamedTuple):
    """A help line as printed: number, name, and for whom it is with how fresh it is."""

    number: Runs
    name: Runs
    about: Runs
    stamp: Runs


class Group(NamedTuple):
    """Help lines under one heading."""

    heading: Runs
    lines: tuple[Helpline, ...]


class CodeWords(NamedTuple):
    """A QR code's content and the words beside it."""

    content: str
    caption: Runs
    spelled: Runs


class Copyist:
    """Writes the words of some lessons down in one language; of the library where there are none."""

    def __init__(self, lessons: Sequence[str], lang: str, library: Library) -> None:
        self.lessons = tuple(library.lessons[one] for one in lessons)
        self.library = library
        self.lang: Language = language(lang)
        self._facts: dict[str, Fact] = {}
        self._contacts: dict[str, Contact] = {}
        self._foreign: dict[int, Text] = {}

    @property
    def lesson(self) -> Lesson:
        """The first of the lessons."""
        return self.lessons[0]

    def text(self, text: Text, beside: tuple[Text, ...] = ()) -> Runs:
        """A trainer's text as runs. Raises WrongInput if it cannot be printed.

        One that is not translated stays in another language as a whole, with a mark, and so
        do the texts that stand `beside` it in the same sentence.
        """
        told = spoken_in(text, self.lang, self.library, beside)
        place = text.place(told.code)
        runs: list[Run] = []
        for span in spans(text, self.lang, self.library, beside):
            runs += self._runs(span)
        if told.code != self.lang.code:
            self._foreign[id(text)] = text
            runs.append(Run(MARK, runs[-1].bold if runs else False))
        composed = tuple(run._replace(text=normalize("NFC", run.text)) for run in runs)
        self._insist_printable(composed, place)
        return composed

    def icon(self, name: str, place: Place) -> str:
        """The name of an icon. Raises WrongInput if nobody has drawn it."""
        if name in icons.NAMES:
            return name
        raise Unprintable(
            place,
            "paper-icon",
            said("There is no icon “{name}”.", name=name),
            Said(N_("There are: {names}."), {"names": ", ".join(sorted(icons.NAMES))}),
        )

    def ours(self, words: str, *, bold: bool = False) -> Runs:
        """Words of the program itself, already in the language."""
        return (Run(words, bold),)

    def typed(self, words: str, place: Place, *, whole: bool = False) -> Runs:
        """Words that are the same in every language: a number, a publisher, a title."""
        runs = (Run(words, whole=whole),)
        self._insist_printable(runs, place)
        return runs

    def groups(self) -> tuple[Group, ...]:
        """The lessons' help lines, or all there are, from Indonesia and from abroad.

        One that works from both stands once, among those for abroad, and says so.
        """
        lines = [self.library.contacts[one] for one in self._contact_ids()]
        home = tuple(self.helpline(one) for one in lines if not one.from_abroad())
        away = tuple(self.helpline(one) for one in lines if one.from_abroad())
        gettext = self.lang.gettext
        found = (
            Group(self.ours(gettext("Help while in Indonesia"), bold=True), home),
            Group(self.ours(gettext("Help while abroad"), bold=True), away),
        )
        return tuple(group for group in found if group.lines)

    def helpline(self, contact: Contact, *, brief: bool = False) -> Helpline:
        """One help line, with for whom it is and how fresh it is; `brief` leaves these out."""
        self._contacts[contact.id] = contact
        name = self.text(contact.name)
        return Helpline(
            self.typed(contact.number, contact.at, whole=True),
            name,
            () if brief else self._about(contact, words_in(name)),
            self._stamp() if self.library.is_stale(contact) else (),
        )

    def _about(self, contact: Contact, name: str) -> Runs:
        """For whom a help line is, and when it was seen or checked."""
        gettext = self.lang.gettext
        texts = (contact.scope, contact.note) if contact.note else (contact.scope,)
        parts = [self.text(one, beside=texts) for one in texts]
        if contact.channel is Channel.WHATSAPP and "whatsapp" not in name.lower():
            parts.append(self.ours("WhatsApp"))
        both = contact.from_indonesia() and contact.from_abroad()
        # A note that speaks of Indonesia says it better: that the call goes abroad, for example.
        if both and "Indonesia" not in words_in(parts[1] if contact.note else ()):
            parts.append(self.ours(gettext("from Indonesia too")))
        return (*_joined(parts, "; "), Run(". "), *freshness(contact, self.lang))

    def sources(self, *, brief: bool = False) -> tuple[Runs, ...]:
        """The lessons' sources and those of the facts written down so far, as short lines.

        `brief` ones have the year only; what then looks the same is named once.
        """
        named = (one for lesson in self.lessons for one in lesson.sources)
        wanted = [*named, *(one for f in self._facts.values() for one in f.sources)]
        lines = (self._source(self.library.sources[one], brief) for one in dict.fromkeys(wanted))
        return tuple(dict.fromkeys(lines))

    def code(self) -> CodeWords | None:
        """What the QR code opens; None if there is nothing fresh that it could open.

        The contact that the lesson names, else the first that can be called at home,
        else the first page on the internet.
        """
        wished = self.lesson.leaflet.scan if self.lessons else ""
        fresh = [
            contact
            for one in dict.fromkeys((*([wished] if wished else ()), *self._contact_ids()))
            if not self.library.is_stale(contact := self.library.contacts[one])
        ]
        chosen = next(iter(sorted(fresh, key=lambda one: _scannable(one, wished))), None)
        if chosen is None or _scannable(chosen, wished) == _NEVER:
            return None
        self._contacts[chosen.id] = chosen
        page = chosen.channel is Channel.WEB
        content = chosen.dial if page else f"tel:{chosen.dial}"
        gettext = self.lang.gettext
        lead = gettext("Scan to open:") if page else gettext("Scan to call:")
        return CodeWords(
            content,
            (*self.ours(lead + " "), *(run._replace(bold=True) for run in self.text(chosen.name))),
            self.typed(content, chosen.at, whole=True),
        )

    def small_print(self, *, reviewed: bool = True) -> tuple[Runs, ...]:
        """What of this sheet must be checked again, what a local library replaced, who has read it.

        A sheet without a word of its lessons leaves out who has `reviewed` them.
        """
        gettext = self.lang.gettext
        notes = []
        if stale := self.stale():
            notes.append((gettext("Must be checked again: {names}."), stale))
        replaced = set(self.library.replaced())
        if local := [one for one in self._used() if one in replaced]:
            notes.append((gettext("Changed by the local library: {names}."), tuple(local)))
        named = tuple(
            (
                *self.ours(before),
                *self.typed("; ".join(self._called(one) for one in ids), self._at()),
                *self.ours(after),
            )
            for note, ids in notes
            for before, after in [note.split("{names}")]
        )
        if reviewed and self.lessons:
            named = (*named, self.ours(review_words(self.lessons, self.library.as_of, self.lang)))
        if not self._foreign:
            return named
        return (*named, self.ours(MARK + " " + gettext("not translated yet") + "."))

    def untranslated(self) -> tuple[Text, ...]:
        """The texts written down that had to stay in another language."""
        return tuple(self._foreign.values())

    def facts(self) -> dict[str, str]:
        """The facts written down, as they are told in this language, by id."""
        return {one.id: fact_words(one, self.lang) for one in self._facts.values()}

    def contacts(self) -> dict[str, str]:
        """The numbers of the contacts written down, by id."""
        return {one.id: one.number for one in self._contacts.values()}

    def stale(self) -> tuple[str, ...]:
        """Ids of the facts and contacts written down that must be looked at again."""
        records: Iterable[Fact | Contact] = (*self._facts.values(), *self._contacts.values())
        return tuple(one.id for one in records if self.library.is_stale(one))

    def _contact_ids(self) -> tuple[str, ...]:
        named = (one for lesson in self.lessons for one in lesson.contacts)
        return tuple(dict.fromkeys(named if self.lessons else self.library.contacts))

    def _at(self) -> Place:
        return self.lesson.at if self.lessons else NOWHERE

    def _used(self) -> tuple[str, ...]:
        return (*self._facts, *self._contacts)

    def _called(self, record: str) -> str:
        """A contact by its name, a fact by the first words of what it is about."""
        if contact := self._contacts.get(record):
            return words_in(self.text(contact.name))
        about = words_in(self.text(self._facts[record].about))
        first = first_words(about)
        return first + MARK if about.endswith(MARK) and not first.endswith(MARK) else first

    def _runs(self, span: Span) -> Iterable[Run]:
        match span.kind:
            case Kind.FACT:
                fact = self.library.facts[span.id]
                self._facts[fact.id] = fact
                sentence = isinstance(fact.value, Text)
                yield Run(span.text, span.strong, whole=not sentence)
                if self.library.is_stale(fact):
                    yield from (Run(" "), *self._stamp())
            case Kind.CONTACT:
                contact = self.library.contacts[span.id]
                self._contacts[contact.id] = contact
                # Never bold: heavy digits fill in when they are photocopied.
                yield Run(span.text, whole=True)
                if self.library.is_stale(contact):
                    yield from (Run(" "), *self._stamp())
            case _:
                yield Run(span.text, span.strong)

    def _stamp(self) -> Runs:
        words = self.lang.gettext("CHECK AGAIN")
        # The spaces are the white between the words and the box around them.
        return (Run(f"\u00a0{words}\u00a0", bold=True, whole=True, framed=True),)

    def _source(self, source: Source, brief: bool) -> Runs:
        line = source_line(source, self.lang, self.library, brief=brief)
        self._insist_printable(line, source.at)
        return line

    def _insist_printable(self, runs: Iterable[Run], place: Place) -> None:
        lost = "".join(fonts.missing(run.text) for run in runs)
        if not lost:
            return
        code = f"U+{ord(lost[0]):04X} {name_of(lost[0], '')}".strip()
        raise Unprintable(
            place,
            "paper-letter",
            said(
                "The character {character} ({code}) cannot be printed.",
                character=lost[0] if lost[0].isprintable() else "",
                code=code,
            ),
            Said(N_("Write it with plain letters and signs instead."), {}),
        )


MARK = "°"
"""Stands after words in another language; the small print says what it means."""

_NEVER = 3


def _scannable(contact: Contact, wished: str) -> int:
    """How good a contact is for a code: the smaller the better."""
    if contact.id == wished:
        return 0
    if contact.channel is Channel.PHONE and contact.from_indonesia():
        return 1
    return 2 if contact.channel is Channel.WEB else _NEVER


def _joined(parts: Iterable[Runs], mark: str) -> Iterable[Run]:
    for place, part in enumerate(parts):
        if place:
            yield Run(mark)
        yield from part
