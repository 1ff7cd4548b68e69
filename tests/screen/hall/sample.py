"""A small course for the hall: one lesson, two forms of a test, two pairs of offers; fixed words.

Its words stay as they are, so that the golden frames change only when the screens do.
"""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from screen.sample import Words, both

from toolkit.content.lesson import Leaflet, Lesson, Objective, Page, Panel, Priority
from toolkit.content.library import Library
from toolkit.content.load import Loaded
from toolkit.content.offer import Offer
from toolkit.content.quiz import (
    Choice,
    Forms,
    Mistake,
    Opinion,
    Option,
    Part,
    Question,
    Quiz,
    Spot,
    Stance,
    TrueFalse,
    Verdict,
)
from toolkit.content.reference import Channel, Contact, Reach
from toolkit.content.text import Text
from toolkit.language import PartialDate


def course(words: Words = both) -> Loaded:
    """The course; `words` may spoil every text of it, to see what a screen makes of that."""
    asked = questions(words)
    quiz = Quiz(
        "offer",
        "offer",
        asked,
        Forms(("q-a", "q-sign-a", "q-sea-b"), ("q-b", "q-sign-b", "q-sea-a")),
    )
    lesson = _lesson(words)
    police = Contact(
        "police", words("Polisi", "The police"), "110", "110", Channel.PHONE,
        words("bahaya, kejahatan", "danger, crime"), Reach.INDONESIA, (),
        PartialDate(2026, 1), date(2027, 6, 1),
    )  # fmt: skip
    library = Library(
        as_of=date(2026, 11, 22),
        lessons=MappingProxyType({lesson.id: lesson}),
        quizzes=MappingProxyType({quiz.id: quiz}),
        questions=MappingProxyType({one.id: one for one in asked}),
        offers=MappingProxyType({one.id: one for one in _offers(words)}),
        scenarios={},
        sources={},
        facts={},
        contacts=MappingProxyType({police.id: police}),
        terms={},
        products={},
    )
    return Loaded(library, (), ())


def _lesson(words: Words) -> Lesson:
    return Lesson(
        id="offer",
        title=words("Tawaran kerja", "A job offer"),
        about=words("Apa yang kita lakukan dulu.", "What to do first."),
        icon="phone",
        objectives=(
            Objective("offer.calm", Priority.MUST, 5, words("Menunda dulu", "Wait first")),
            Objective("offer.ask", Priority.COULD, 4, words("Bertanya", "Ask")),
        ),
        pages=(
            _page(words, "calm", "offer.calm", "Kita tunda dulu", "We wait first"),
            _page(words, "ask", "offer.ask", "Kita tanya dulu", "We ask first", note=True),
        ),
        takeaways=(words("Cek dulu.", "Check first."),),
        leaflet=Leaflet(words("Cek dulu.", "Check first."), (Panel("calm"),)),
        contacts=("police",),
        sources=(),
    )


def _page(
    words: Words, name: str, objective: str, indonesian: str, english: str, *, note: bool = False
) -> Page:
    return Page(
        id=name,
        title=words(indonesian, english),
        icon="chat",
        show=(
            words("Pesan yang ramah **belum tentu** jujur.", "Friendly is **not always** honest."),
            words("Kita tidak harus menjawab hari ini.", "Nobody has to answer today."),
        ),
        say=words(
            "Pesan tentang pekerjaan bisa datang kapan saja. Kita boleh senang, dan tetap tenang. "
            "Simpan pesannya, lalu tunjukkan di kantor desa. Yang layak, besok pun masih ada. Dulu "
            "tetangga kita pernah hampir berangkat besok paginya. Untung ia bertanya dulu. Sekarang "
            "ia bekerja di luar negeri, lewat jalur resmi, dan pulang setiap tahun.",
            "A message about a job may come at any time. We may be glad, and stay calm. Keep the "
            "message and show it at the village office. What is worth it is there tomorrow too. A "
            "neighbour of ours nearly left the next morning. Luckily he asked first. Now he works "
            "abroad, by the official way, and comes home every year.",
        ),
        objectives=(objective,),
        ask=words("Siapa yang pertama kita ajak bicara?", "Whom do we talk to first?")
        if name == "calm"
        else words("Kita bertanya apa dulu?", "What do we ask first?"),
        note=words("Ada cerita tentang hutang.", "It tells of a debt.") if note else None,
    )


def _option(
    words: Words, name: str, indonesian: str, english: str, *, right: bool = False
) -> Option:
    return Option(
        name,
        words(indonesian, english),
        words(f"Balasan {name}: cek dulu saja.", f"Reply {name}: just check first."),
        right,
        None if right else words(f"Keyakinan {name}", f"Belief {name}"),
    )


def _choice(words: Words, name: str, objective: str) -> Choice:
    return Choice(
        name, objective,
        words(f"Ada pesan kerja. Apa dulu? ({name})", f"A job comes. What first? ({name})"),
        (
            _option(words, "wait", "Tunda dulu, lalu cek", "Wait, then check", right=True),
            _option(words, "photo", "Kirim foto KTP", "Send the ID card"),
            _option(words, "pay", "Bayar tempatnya", "Pay for a place"),
            _option(words, "go", "Langsung berangkat", "Leave at once"),
        ),
    )  # fmt: skip


def _mistake(words: Words, name: str) -> Mistake:
    return Mistake(
        words(f"Keyakinan {name}", f"Belief {name}"),
        words(f"Balasan {name}: yuk kita lihat lagi.", f"Reply {name}: let us look again."),
    )


def _spot(words: Words, name: str) -> Spot:
    return Spot(
        name, "offer.calm", words("Tandai tandanya.", "Mark the signs."),
        (
            Part("one", words("Halo.", "Hello.")),
            Part("two", words("Cepat ya.", "Be quick."), words("mendesak", "urgency")),
            Part("three", words("Rahasia.", "A secret."), words("rahasia", "secrecy")),
        ),
        words("Dua tanda.", "Two signs."),
        (),
    )  # fmt: skip


def _verdict(words: Words, offer: str) -> Verdict:
    ask = words("Layak dicek?", "Worth checking?")
    return Verdict(f"q-{offer}", "offer.calm", ask, offer, _mistake(words, f"q-{offer}"))


def questions(words: Words) -> tuple[Question, ...]:
    """All questions of the course: an opinion, the tests, the group quiz, the offers."""
    return (
        Opinion(
            "q-view", "offer.calm", words("Mana yang lebih dipercaya?", "What is believed more?"),
            (
                Stance("friend", words("Kabar dari teman", "News from a friend")),
                Stance("advert", words("Iklan yang rapi", "A neat advert")),
            ),
            words("Semua pilihan masuk akal.", "Every choice makes sense."),
        ),
        _choice(words, "q-a", "offer.calm"),
        _choice(words, "q-b", "offer.calm"),
        _spot(words, "q-sign-a"),
        _spot(words, "q-sign-b"),
        _choice(words, "q-quiz", "offer.calm"),
        TrueFalse(
            "q-true", "offer.ask",
            words("Tawaran dari teman pasti benar.", "An offer from a friend is always true."),
            False,
            words("Teman pun bisa tertipu.", "Friends can be deceived too."),
            _mistake(words, "q-true"),
        ),
        *(_verdict(words, offer) for offer in ("cook-a", "cook-b", "sea-a", "sea-b")),
    )  # fmt: skip


def _offers(words: Words) -> tuple[Offer, ...]:
    cook = words("(Contoh) Dicari juru masak.", "(Example) A cook is wanted.")
    sea = words("(Contoh) Dicari awak kapal.", "(Example) A ship needs hands.")
    return (*_twins(words, "cook", cook), *_twins(words, "sea", sea))


def _twins(words: Words, pair: str, greeting: Text) -> tuple[Offer, Offer]:
    return (
        Offer(
            f"{pair}-a", pair, True, 1,
            (greeting, words("Silakan tanya Disnaker.", "Please ask the manpower office.")),
            (),
            (words("Apakah perusahaannya terdaftar?", "Is the company registered?"),),
        ),
        Offer(
            f"{pair}-b", pair, False, 1,
            (greeting, words("Bayar dulu hari ini.", "Pay first, today.")),
            (words("Bayar di muka.", "Paying in advance."),),
            (
                words("Simpan pesannya.", "Keep the message."),
                words("Laporkan ke polisi: {contact:police}.", "Report it to the police: {contact:police}."),
            ),
        ),
    )  # fmt: skip
