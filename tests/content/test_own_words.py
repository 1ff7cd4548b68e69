"""Our words are our own: no eight in a row stand in any of the articles that we learned from.

The articles are not part of this project; what is kept of them are one-way hashes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

import pytest

from toolkit import RELEASED
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.wording import plain, texts_of
from toolkit.language import LANGUAGES, language

ROOT = Path(__file__).parent.parent.parent
LONGEST = 7
"""So many words in a row may be anybody's."""

KEY = b"cek dulu, own words"

PLANTED = "Kucing abu-abu itu tidur di atas genteng."
"""A sentence of ours, whose hash stands among those of the articles."""

NAMES = (
    # Names of bodies, of documents and of a meeting: they can be written in one way only.
    "Kementerian Koordinator Bidang Politik dan Keamanan",
    "Kementerian Imigrasi dan Pemasyarakatan",
    "Direktorat Jenderal Imigrasi",
    "Kementerian Hukum dan HAM",
    "Lembaga Perlindungan Saksi dan Korban",
    "Pusat Pelaporan dan Analisis Transaksi Keuangan",
    "National Committee for Counter Trafficking",
    "International Organization for Migration",
    "Regional Support Office",
    "Cambodia-Indonesia Bilateral Meeting on Immigration Matters",
    "Letter of Intent",
    "Memorandum of Understanding",
    "tindak pidana perdagangan orang",
)


def words(text: str) -> list[str]:
    """The words of a text in small letters, without punctuation."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).lower())


def stretches(text: str, names: Iterable[str]) -> Iterator[list[str]]:
    """The words of a text between the names in it."""
    told = f" {' '.join(words(text))} "
    for name in names:
        told = told.replace(f" {' '.join(words(name))} ", " | ")
    return (one.split() for one in told.split("|"))


def copied(text: str, hashes: frozenset[str], names: Iterable[str] = NAMES) -> list[str]:
    """The runs of words that stand in an article too."""
    length = LONGEST + 1
    return [
        run
        for told in stretches(text, names)
        for at in range(len(told) - LONGEST)
        if blake2b(
            (run := " ".join(told[at : at + length])).encode(), key=KEY, digest_size=8
        ).hexdigest()
        in hashes
    ]


@pytest.fixture(scope="module")
def hashes() -> frozenset[str]:
    """The hashes of all runs of eight words in the articles."""
    lines = Path(__file__).with_name("articles.runs").read_text(encoding="ascii").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def ours(library: Library) -> Iterator[tuple[str, str]]:
    """Every text of the library in both languages, with the id of its record; titles of sources are no words of ours."""
    sections = (
        library.lessons, library.quizzes, library.offers, library.scenarios, library.facts, library.contacts,
        library.terms, library.products, library.claims, library.plans,
    )  # fmt: skip
    for section in sections:
        for record in section.values():
            for text in texts_of(record):
                for code in LANGUAGES:
                    yield record.id, plain(text, language(code), library)
    for code in LANGUAGES:
        for source in library.sources.values():
            title = plain(source.title, language(code), library)
            if title.startswith("["):
                yield source.id, title
        for banned in library.banned:
            yield banned.number, plain(banned.why, language(code), library)


def test_no_text_of_ours_is_copied(hashes: frozenset[str]) -> None:
    """Lessons, questions, offers, chats, plans, facts, terms, products and claims."""
    library = open_library(as_of=RELEASED, claims=True).library
    found = [(id, run) for id, text in ours(library) for run in copied(text, hashes)]
    assert found == []


@pytest.mark.parametrize(
    "page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]), ids=lambda path: path.name
)
def test_no_page_about_us_is_copied(page: Path, hashes: frozenset[str]) -> None:
    """Nor what we tell of the program."""
    assert copied(page.read_text(encoding="utf-8"), hashes) == []


def test_a_copied_sentence_is_found(hashes: frozenset[str]) -> None:
    """Whatever its punctuation and its capital letters, and wherever it stands."""
    told = f"Pagi itu hujan. {PLANTED.upper()} Lalu ia bangun."
    assert copied(told, hashes) == [" ".join(words(PLANTED))]
    assert copied(PLANTED.replace("genteng", "atap"), hashes) == []


def test_a_name_may_be_written_as_it_is(hashes: frozenset[str]) -> None:
    """What is counted are the words around it."""
    assert copied(PLANTED, hashes, names=["tidur di atas genteng"]) == []


def test_the_hashes_are_those_of_five_articles(hashes: frozenset[str]) -> None:
    """None was lost on the way here."""
    assert len(hashes) > 1500
    assert all(re.fullmatch(r"[0-9a-f]{16}", one) for one in hashes)
