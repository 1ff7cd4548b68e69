"""A small course for the screen's tests: one lesson, all six kinds of question, both languages.

Its words are fixed, so that the golden frames change only when the screens do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from toolkit.content.lesson import Leaflet, Lesson, Objective, Page, Panel, Priority
from toolkit.content.library import Library, Overlay
from toolkit.content.load import FileState, Loaded
from toolkit.content.place import Excerpt, Place, Problem, Severity
from toolkit.content.quiz import (
    Choice,
    Match,
    Mistake,
    Multiple,
    Option,
    Order,
    Pair,
    Part,
    Question,
    Quiz,
    Spot,
    Step,
    TrueFalse,
)
from toolkit.content.reference import Channel, Contact, Reach, Term
from toolkit.content.text import Text, parse
from toolkit.language import PartialDate, Said

Words = Callable[[str, str], Text]
"""Makes a Text of Indonesian and English words."""


def both(indonesian: str, english: str) -> Text:
    """A Text in both languages."""
    return Text({"id": parse(indonesian), "en": parse(english)})


@dataclass(frozen=True)
class Course:
    """A library with one lesson, and its parts by name."""

    loaded: Loaded

    @property
    def library(self) -> Library:
        """The library alone."""
        return self.loaded.library


def course(words: Words = both, *, lessons: int = 1, overlay: bool = False) -> Loaded:
    """The course; `words` may spoil every text of it, to see what a screen makes of that."""
    questions = _questions(words)
    made = {f"offer-{n}" if n else "offer": _lesson(words, n) for n in range(lessons)}
    made = {one.id: one for one in made.values()}
    quiz = Quiz("offer", "offer", questions)
    contacts = {one.id: one for one in _contacts(words)}
    terms = {one.id: one for one in _terms(words)}
    library = Library(
        as_of=date(2026, 11, 22),
        lessons=MappingProxyType(made),
        quizzes=MappingProxyType({"offer": quiz}),
        questions=MappingProxyType({one.id: one for one in questions}),
        offers={},
        scenarios={},
        sources={},
        facts={},
        contacts=MappingProxyType(contacts),
        terms=MappingProxyType(terms),
        products={},
        overlays=(Overlay("desa-kami", contacts=("police",)),) if overlay else (),
    )
    if not overlay:
        return Loaded(library, (), ())
    return Loaded(library, _problems(), ("lessons/ship.yaml",), _files())


def _files() -> tuple[FileState, ...]:
    """As they would stand on a disk; the lesson itself has no place in any file."""
    return (
        FileState("lessons/offer.yaml", False, (("lessons", "offer"),), 0, 1),
        FileState("lessons/reference/contacts.yaml", False, (("contacts", "police"),), 0, 0),
        FileState("lessons/ship.yaml", True, (("lessons", "ship"),), 1, 0),
    )


def _lesson(words: Words, number: int) -> Lesson:
    names = ("offer", "ship", "letter")
    titles = (
        words("Tawaran kerja lewat pesan", "A job offer by message"),
        words("Kerja di kapal", "Working on ships"),
        words("Surat-surat", "The papers"),
    )
    return Lesson(
        id=names[number],
        title=titles[number],
        about=words("Apa yang kita lakukan sebelum menjawab.", "What to do before you answer."),
        icon="phone",
        objectives=(
            Objective("offer.calm", Priority.MUST, 5, words("Menunda", "Wait")),
            Objective("offer.ask", Priority.MUST, 7, words("Bertanya", "Ask")),
        ),
        pages=(
            _page(words, "calm", "Pesan datang, kita tenang", "A message comes, you stay calm"),
            _page(words, "ask", "Tanya di kantor desa", "Ask at the village office"),
            _page(words, "tell", "Ceritakan kepada keluarga", "Tell your family"),
        ),
        takeaways=(
            words("Tunda dulu, **cek dulu**.", "Wait first, **check first**."),
            words("Simpan pesannya sebagai bukti.", "Keep the message as proof."),
        ),
        leaflet=Leaflet(words("Cek dulu.", "Check first."), (Panel("calm"),)),
        contacts=("police",),
        sources=(),
        order=number,
        at=Place(f"lessons/{names[number]}.yaml", 1, 1),
    )


def _page(words: Words, name: str, indonesian: str, english: str) -> Page:
    return Page(
        id=name,
        title=words(indonesian, english),
        icon="chat",
        show=(
            words(
                "Pesan yang ramah **belum tentu** jujur, jadi kita baca pelan-pelan.",
                "A friendly message is **not always** honest, so read it slowly.",
            ),
            words("Kita tidak harus menjawab hari ini.", "Nobody has to answer today."),
            words(
                "Bertanya dulu kepada {term:disnaker} tidak dipungut biaya.",
                "Asking {term:disnaker} first costs nothing at all.",
            ),
        ),
        say=words(
            "Pesan tentang pekerjaan bisa datang kapan saja. Kadang dari orang yang kita kenal, "
            "kadang dari nomor baru. Kita boleh senang, dan kita tetap tenang. Simpan pesannya. "
            "Tunjukkan kepada orang di kantor desa. Kalau tawarannya layak, besok pun masih ada. "
            "Kalau ragu, hubungi {contact:police}.",
            "A message about a job may come at any time. Sometimes from people you know, sometimes "
            "from a new number. You may be glad, and stay calm all the same. Keep the message. Show "
            "it to somebody at the village office. If the offer is worth it, it will still be there "
            "tomorrow. If in doubt, call {contact:police}.",
        ),
        objectives=("offer.calm",) if name == "calm" else ("offer.ask",),
        ask=words("Siapa yang pertama Anda ajak bicara?", "Whom would you talk to first?"),
    )


def _option(words: Words, name: str, indonesian: str, english: str, right: bool = False) -> Option:
    return Option(
        name,
        words(indonesian, english),
        words("Mengecek dulu selalu boleh.", "You may always check first."),
        right,
        None if right else words("Yang cepat itu yang baik", "What is quick is good"),
    )


def _questions(words: Words) -> tuple[Question, ...]:
    return (
        Choice(
            "q-choice", "offer.calm",
            words("Ada pesan tawaran kerja. Apa langkah pertama?", "A job offer comes. What first?"),
            (
                _option(words, "wait", "Tunda dulu, lalu cek", "Wait, then check", right=True),
                _option(words, "reply", "Langsung kirim foto KTP", "Send a photo of the ID card"),
                _option(words, "pay", "Bayar supaya dapat tempat", "Pay to be sure of a place"),
            ),
        ),
        Multiple(
            "q-multiple", "offer.ask",
            words("Siapa yang bisa ditanya?", "Who can be asked?"),
            (
                _option(words, "desa", "Kantor desa", "The village office", right=True),
                _option(words, "dinas", "Kantor tenaga kerja", "The manpower office", right=True),
                _option(words, "calo", "Hanya pengirim pesan", "Only the sender of the message"),
            ),
        ),
        TrueFalse(
            "q-true", "offer.calm",
            words("Tawaran dari teman pasti benar.", "An offer from a friend is always true."),
            False,
            words("Teman pun bisa tertipu.", "Friends can be deceived too."),
            Mistake(
                words("Teman tidak mungkin keliru", "A friend cannot be mistaken"),
                words("Yang dicek tawarannya, bukan temannya.", "Check the offer, not the friend."),
            ),
        ),
        Order(
            "q-order", "offer.ask",
            words("Urutkan langkahnya.", "Put the steps in order."),
            (
                Step("keep", words("Simpan pesannya", "Keep the message")),
                Step("ask", words("Tanya di kantor desa", "Ask at the village office")),
                Step("decide", words("Baru putuskan", "Only then decide")),
            ),
            words("Bertanya sebelum memutuskan.", "Ask before you decide."),
            (
                Mistake(
                    words("Putuskan dulu, tanya belakangan", "Decide now, ask later"),
                    words("Setelah berangkat, susah mundur.", "Once gone, it is hard to go back."),
                    ("decide", "ask"),
                ),
            ),
        ),
        Match(
            "q-match", "offer.ask",
            words("Pasangkan pertanyaan dan tempatnya.", "Join each question with its place."),
            (
                Pair("pass", words("Paspor", "A passport"), words("Imigrasi", "Immigration")),
                Pair("work", words("Lowongan", "A vacancy"), words("Disnaker", "Manpower office")),
                Pair("danger", words("Bahaya", "Danger"), words("Polisi", "The police")),
            ),
            words("Setiap kantor punya tugasnya.", "Each office has its own work."),
            (
                Mistake(
                    words("Polisi mengurus semua", "The police do everything"),
                    words("Paspor diurus imigrasi.", "Immigration issues passports."),
                    ("pass", "danger"),
                ),
            ),
        ),
        Spot(
            "q-spot", "offer.calm",
            words("Tandai tanda bahayanya.", "Mark the warning signs."),
            (
                Part("hello", words("Halo, apa kabar? (contoh)", "Hello, how are you? (example)")),
                Part(
                    "urgent",
                    words("Harus berangkat malam ini.", "You must leave tonight."),
                    words("dikejar waktu, supaya tidak sempat cek", "hurry, so that nobody checks"),
                ),
                Part(
                    "secret",
                    words("Jangan bilang siapa-siapa.", "Tell nobody."),
                    words("dirahasiakan dari keluarga", "kept secret from the family"),
                ),
            ),
            words("Buru-buru dan rahasia sering jalan bersama.", "Hurry and secrecy go together."),
            (
                Mistake(
                    words("Menyapa itu mencurigakan", "A greeting is suspicious"),
                    words("Menyapa itu biasa.", "A greeting is ordinary."),
                    ("hello",),
                ),
            ),
        ),
    )  # fmt: skip


def _contacts(words: Words) -> tuple[Contact, ...]:
    return (
        Contact(
            "police", words("Polisi (contoh)", "Police (example)"), "000", "000", Channel.PHONE,
            words("siapa pun dalam bahaya", "anybody in danger"), Reach.INDONESIA, (),
            PartialDate(2026, 1, 12), date(2027, 7, 12), note=words("gratis, 24 jam", "free, 24 hours"),
        ),
        Contact(
            "abroad", words("Kantor perwakilan (contoh)", "The embassy (example)"), "+00 000",
            "+00000", Channel.WHATSAPP, words("warga di luar negeri", "citizens abroad"),
            Reach.ABROAD, (), PartialDate(2024), date(2025, 6, 1),
        ),
        Contact(
            "both", words("Pengaduan (contoh)", "Complaints (example)"), "0000", "0000",
            Channel.PHONE, words("pekerja dan keluarganya", "workers and their families"),
            Reach.BOTH, (), PartialDate(2025, 9), date(2027, 3, 1), verified_on=date(2026, 3, 2),
        ),
    )  # fmt: skip


def _terms(words: Words) -> tuple[Term, ...]:
    return (
        Term(
            "tppo", words("TPPO", "TPPO"),
            words("Membawa orang dengan tipuan untuk diperas.", "Deceiving people to exploit them."),
            words("tindak pidana perdagangan orang", "the crime of trafficking in persons"),
        ),
        Term(
            "disnaker", words("Disnaker", "Disnaker"),
            words("Kantor tenaga kerja di kabupaten.", "The manpower office of the regency."),
        ),
    )  # fmt: skip


def _problems() -> tuple[Problem, ...]:
    return (
        Problem(
            Place("lessons/ship.yaml", 12, 5),
            "missing",
            Said("{words}", {"words": "[/] [red]title[/red] is missing."}),
            Said("{words}", {"words": "Write a title."}),
            excerpt=Excerpt("    [/] : Kerja di kapal", "title:", ("title",)),
        ),
        Problem(
            Place("lessons/offer.yaml", 3, 67),
            "long",
            Said("{words}", {"words": "The line is long."}),
            Said("{words}", {"words": "Make it shorter."}),
            Severity.WARNING,
            why=Said("{words}", {"words": "Nobody reads to the end of a long line."}),
            excerpt=Excerpt(
                "title: {id: Tawaran kerja lewat pesan, en: A job offer by message, and so on}"
            ),
        ),
    )
