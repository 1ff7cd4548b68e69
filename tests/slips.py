"""The slips of people who write YAML by hand: each a function that makes it at a line, if it can.

A slip never changes the number of lines, so that several may stand in one file. Here are those in
keys, values and references; those in YAML itself are `yaml_slips`.
"""

from __future__ import annotations

import random
import re

import yaml_slips as raw
from yaml_slips import QUOTED, Kind, Lines, goes_on, in_block, indent_of, key_at, put, words_at

# --- keys


_INDONESIAN = {
    "title": "judul", "about": "tentang", "pages": "halaman", "objectives": "tujuan", "text": "teks",
    "right": "benar", "options": "pilihan", "ask": "tanya", "reply": "balasan", "belief": "keyakinan",
    "sources": "sumber", "icon": "ikon", "order": "urutan", "minutes": "menit", "kind": "jenis",
    "questions": "pertanyaan", "answer": "jawaban", "say": "katakan", "show": "tampilkan",
}  # fmt: skip


def key_misspelt(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """Two letters swapped or one left out."""
    if not (key := key_at(lines, at)) or len(key[2]) < 4:
        return None
    spot = dice.randrange(1, len(key[2]) - 1)
    name = key[2]
    wrong = name[:spot] + name[spot + 1 :]
    if dice.random() < 0.5:
        wrong = name[:spot] + name[spot + 1] + name[spot] + name[spot + 2 :]
    return put(lines, at, f"{key[1]}{wrong}:{key[3]}") if wrong != name else None


def key_in_indonesian(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The trainer's own word for the key."""
    key = key_at(lines, at)
    if not key or key[2] not in _INDONESIAN:
        return None
    return put(lines, at, f"{key[1]}{_INDONESIAN[key[2]]}:{key[3]}")


def key_in_capitals(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A capital letter, as at the beginning of a sentence."""
    key = key_at(lines, at)
    return put(lines, at, f"{key[1]}{key[2].capitalize()}:{key[3]}") if key else None


_OPTIONAL = ("order", "right", "ask", "more", "scan", "inferred", "address", "sign", "long", "note")


def key_missing(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A line forgotten; it is made a comment, so that the others keep their numbers."""
    key = key_at(lines, at)
    if not key or "-" in key[1] or not key[3].strip() or key[3].strip() in (">-", "|"):
        return None
    if key[2] in _OPTIONAL or goes_on(lines, at):
        return None
    return put(lines, at, " " * indent_of(lines[at]) + "#")


# --- values


def value_empty(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """Nothing after the colon."""
    key = key_at(lines, at)
    if not key or not key[3].strip() or key[3].strip() == ">-" or goes_on(lines, at):
        return None
    return put(lines, at, f"{key[1]}{key[2]}:")


def word_misspelt(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """One of a few words misspelt."""
    key = key_at(lines, at)
    if not key or key[2] not in ("icon", "priority", "kind", "channel", "reach"):
        return None
    word = key[3].strip()
    return put(lines, at, f"{key[1]}{key[2]}: {word[:2]}{word[3:]}{dice.choice('xyz')}")


def word_in_indonesian(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """One of a few words in the trainer's language."""
    key = key_at(lines, at)
    own = {"must": "wajib", "should": "sebaiknya", "could": "boleh", "choice": "pilihan", "order": "urutkan",
           "match": "jodohkan", "document": "dokumen", "people": "orang", "phone": "telepon"}  # fmt: skip
    if not key or key[2] not in ("icon", "priority", "kind") or key[3].strip() not in own:
        return None
    return put(lines, at, f"{key[1]}{key[2]}: {own[key[3].strip()]}")


def number_in_words(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A number written out, or with its unit."""
    key = key_at(lines, at)
    if not key or key[2] not in ("minutes", "number") or not key[3].strip().isdigit():
        return None
    wrong = dice.choice(["lima", "5 menit", "1.000", '"5"', "5,5"])
    return put(lines, at, f"{key[1]}{key[2]}: {wrong}")


def yes_no(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A word that is neither yes nor no."""
    key = key_at(lines, at)
    if not key or key[2] not in ("answer", "right", "honest") or len(key[3].split()) != 1:
        return None
    return put(lines, at, f"{key[1]}{key[2]}: {dice.choice(['betull', 'mungkin', '1', 'x'])}")


def date_wrong(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A date as people write it."""
    key = key_at(lines, at)
    if not key or key[2] not in ("review_by", "as_of", "seen_on"):
        return None
    wrong = dice.choice(["22-11-2027", "22/11/2027", "22 November 2027", "2027-13-45", "besok"])
    return put(lines, at, f"{key[1]}{key[2]}: {wrong}")


def list_for_text(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A text in square brackets."""
    found = words_at(lines, at)
    return put(lines, at, f"{found[1]}{found[2]}: [{found[3].replace(',', '')}]") if found else None


def text_for_list(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A list of one without its brackets."""
    if not (
        found := re.match(r"^( *)(objectives|sources|contacts|about): \[([\w.-]+)\]$", lines[at])
    ):
        return None
    return put(lines, at, f"{found[1]}{found[2]}: {found[3]}")


def id_spelt_freely(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """An id with a capital or a space."""
    found = re.match(r"^( *- id: )([a-z][\w.-]{3,})$", lines[at])
    if not found:
        return None
    wrong = found[2].capitalize() if dice.random() < 0.5 else found[2].replace("-", " ")
    return put(lines, at, found[1] + wrong) if wrong != found[2] else None


# --- references, languages, teaching


def reference_misspelt(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """An id in a text with a letter too few."""
    found = re.search(r"\{(?:fact|contact|term):([a-z0-9.-]{4,})\}", lines[at])
    if not found:
        return None
    spot = dice.randrange(1, len(found[1]) - 1)
    wrong = found[1][:spot] + found[1][spot + 1 :]
    return put(lines, at, lines[at].replace(found[1], wrong, 1)) if wrong else None


def listed_id_misspelt(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """An id in a list of ids with a letter too many."""
    found = re.match(r"^( *(?:objectives|sources|contacts|about): \[)([\w.-]+)(.*\])$", lines[at])
    if found:
        return put(lines, at, f"{found[1]}{found[2]}{dice.choice('abc')}{found[3]}")
    found = re.match(
        r"^( *(?:objective|offer|scenario|scan): |  - (?=[a-z0-9]+-20))([\w.-]+)$", lines[at]
    )
    return put(lines, at, lines[at] + dice.choice("abc")) if found else None


def form_misspelt(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """One of the inline forms with a word, a space or a bracket wrong."""
    found = re.search(r"\{(fact|contact|term):([a-z0-9.-]+)\}", lines[at])
    if not found:
        return None
    other = {"fact": "fakta", "contact": "kontak", "term": "istilah"}[found[1]]
    wrong = dice.choice(
        [f"{{{other}:{found[2]}}}", f"{{{found[1]}: {found[2]}}}", f"{{{found[1]}:{found[2]}",
         f"{{{found[1].capitalize()}:{found[2]}}}", f"{{{found[1]} {found[2]}}}"]
    )  # fmt: skip
    if wrong.count(": ") and not (QUOTED.match(lines[at]) or in_block(lines, at)):
        return None
    return put(lines, at, lines[at].replace(found[0], wrong, 1))


def stars_open(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """Two stars without the two that close."""
    if not (found := words_at(lines, at)) or " " not in found[3]:
        return None
    first, rest = found[3].split(" ", 1)
    return put(lines, at, f"{found[1]}{found[2]}: {first} **{rest}")


def translation_missing(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The line of the other language forgotten."""
    if (
        not re.match(r"^ +en: \S", lines[at])
        or lines[at].rstrip().endswith(">-")
        or goes_on(lines, at)
    ):
        return None
    return put(lines, at, " " * indent_of(lines[at]) + "#")


def language_misnamed(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """`eng:` or `in:`."""
    key = key_at(lines, at)
    if not key or key[2] not in ("id", "en") or not re.match(r" +(- )?(id|en): [A-Z]", lines[at]):
        return None
    wrong = {"id": dice.choice(["in", "ind"]), "en": dice.choice(["eng", "english"])}[key[2]]
    return put(lines, at, f"{key[1]}{wrong}:{key[3]}")


def same_in_both(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The Indonesian text copied into the English line and left there."""
    above = words_at(lines, at - 1) if at else None
    here = words_at(lines, at)
    if not above or not here or (above[2], here[2]) != ("id", "en"):
        return None
    if len(above[3].split()) < 4:
        return None
    return put(lines, at, f"{here[1]}en: {above[3]}")


def number_typed(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A figure typed into a text instead of a fact."""
    if not (found := words_at(lines, at)) or " " not in found[3]:
        return None
    first, rest = found[3].split(" ", 1)
    return put(lines, at, f"{found[1]}{found[2]}: {first} 4.730 {rest}")


def right_forgotten(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The only right option is no longer marked."""
    if not re.match(r"^ +right: true$", lines[at]):
        return None
    return put(lines, at, " " * indent_of(lines[at]) + "#")


def id_twice(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """An option copied together with its id."""
    found = re.match(r"^( +- id: )[b-d]$", lines[at])
    return put(lines, at, found[1] + "a") if found else None


KINDS: tuple[Kind, ...] = (
    raw.tab, raw.one_space, raw.colon, raw.hash_sign, raw.no_space_after_colon, raw.no_space_after_dash, raw.open_quote,
    raw.quote_in_front, raw.open_bracket, raw.comma, raw.smart_quotes, raw.special_start, raw.hard_space, raw.deeper_entry,
    raw.colon_forgotten, raw.stray_words, raw.key_twice, raw.backslash, raw.dashes, raw.hidden, key_misspelt,
    key_in_indonesian, key_in_capitals, key_missing, value_empty, word_misspelt,
    word_in_indonesian, number_in_words, yes_no, date_wrong, list_for_text, text_for_list,
    id_spelt_freely, reference_misspelt, listed_id_misspelt, form_misspelt, stars_open,
    translation_missing, language_misnamed, same_in_both, number_typed, right_forgotten, id_twice,
)  # fmt: skip
