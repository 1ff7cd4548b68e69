"""The slips of people who write YAML by hand: each a function that makes it at a line, if it can.

A slip never changes the number of lines, so that several may stand in one file.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Lines = list[str]


Kind = Callable[[Lines, int, random.Random], "Lines | None"]
"""Makes the mistake at an index, or returns None where it cannot be made. The line count stays."""

_PLAIN = re.compile(r"^( *(?:- )?)(\w+): ([A-Z][^\"'{}\[\]#:]{14,})$")
"""A line that holds a text without quotes."""
_KEY = re.compile(r"^( *(?:- )?)([a-z_]+):( .*|)$")
_QUOTED = re.compile(r'^(.*: )"([^"]+)"$')


def _words(lines: Lines, at: int) -> re.Match[str] | None:
    """The text without quotes at a line, if it does not go on in the next."""
    found = _PLAIN.match(lines[at])
    return None if not found or _block(lines, at) or _goes_on(lines, at) else found


def _goes_on(lines: Lines, at: int) -> bool:
    after = lines[at + 1] if at + 1 < len(lines) else ""
    return bool(after.strip()) and indent_of(after) > indent_of(lines[at])


def _block(lines: Lines, at: int) -> bool:
    """Does a line stand inside a text that `>-` began?"""
    for before in range(at - 1, -1, -1):
        if lines[before].strip() and indent_of(lines[before]) < indent_of(lines[at]):
            return lines[before].rstrip().endswith((">-", ">", "|", "|-"))
    return False


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _key(lines: Lines, at: int) -> re.Match[str] | None:
    return None if _block(lines, at) else _KEY.match(lines[at])


def _put(lines: Lines, at: int, line: str) -> Lines:
    return [*lines[:at], line, *lines[at + 1 :]]


# --- YAML itself


def tab(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """Indented with the Tab key."""
    indent = indent_of(lines[at])
    if not indent or not _key(lines, at):
        return None
    return _put(lines, at, "\t" * max(indent // 4, 1) + lines[at].lstrip())


def one_space(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """One space too many or too few at the beginning."""
    if not indent_of(lines[at]) or not (key := _key(lines, at)) or key[3].strip() in ("", ">-"):
        return None
    return _put(lines, at, " " + lines[at] if dice.random() < 0.5 else lines[at][1:])


def colon(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A colon in a text without quotes."""
    if not (found := _words(lines, at)):
        return None
    words = found[3].split(" ")
    cut = dice.randrange(1, len(words)) if len(words) > 1 else None
    if cut is None:
        return None
    words[cut - 1] = words[cut - 1].rstrip(",.") + ":"
    return _put(lines, at, f"{found[1]}{found[2]}: {' '.join(words)}")


def hash_sign(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A number sign after a space, which silently cuts the text."""
    if not (found := _words(lines, at)) or " " not in found[3]:
        return None
    first, rest = found[3].split(" ", 1)
    return _put(lines, at, f"{found[1]}{found[2]}: {first} #1 {rest}")


def no_space_after_colon(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """`title:Halo`."""
    if not (key := _key(lines, at)) or not key[3].strip() or key[3].strip() in (">-",):
        return None
    return _put(lines, at, f"{key[1]}{key[2]}:{key[3].lstrip()}")


def no_space_after_dash(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """`-id: a`."""
    if not lines[at].lstrip().startswith("- ") or _block(lines, at):
        return None
    return _put(lines, at, lines[at].replace("- ", "-", 1))


def open_quote(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A closing quotation mark forgotten."""
    found = _QUOTED.match(lines[at])
    return _put(lines, at, f'{found[1]}"{found[2]}') if found else None


def quote_in_front(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The first word in quotation marks, and the text goes on."""
    if not (found := _words(lines, at)) or " " not in found[3]:
        return None
    first, rest = found[3].split(" ", 1)
    return _put(lines, at, f'{found[1]}{found[2]}: "{first}" {rest}')


def open_bracket(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A closing bracket forgotten."""
    if _block(lines, at) or not re.search(r": [\[{].*[\]}]$", lines[at]):
        return None
    return _put(lines, at, lines[at][:-1])


def comma(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The comma between two languages forgotten."""
    if _block(lines, at) or not re.search(r"\{id: [^{}\"]+, en: ", lines[at]):
        return None
    return _put(lines, at, lines[at].replace(", en: ", " en: ", 1))


def smart_quotes(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The curly quotation marks of a word processor."""
    found = _QUOTED.match(lines[at])
    return _put(lines, at, f"{found[1]}“{found[2]}”") if found else None


def special_start(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A text that begins with a sign that means something."""
    if not (found := _words(lines, at)):
        return None
    sign = dice.choice(["@", "%", "*", "&", "!", "`", "> ", "| ", "- ", "? ", "["])
    close = "]" if sign == "[" else ""
    first, _, rest = found[3].partition(" ")
    return _put(lines, at, f"{found[1]}{found[2]}: {sign}{first}{close} {rest}")


def hard_space(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """No-break spaces at the beginning, as copied from a web page."""
    if not indent_of(lines[at]) or not _key(lines, at):
        return None
    return _put(lines, at, "\u00a0" * indent_of(lines[at]) + lines[at].lstrip())


def deeper_entry(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A list entry one step to the right of the one before."""
    before = lines[at - 1] if at else ""
    if not re.match(r" *- \w[\w-]+$", lines[at]) or not re.match(r" *- \w[\w-]+$", before):
        return None
    return _put(lines, at, " " + lines[at])


def colon_forgotten(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A key without its colon."""
    if not (key := _key(lines, at)) or not key[3].strip() or key[3].strip() == ">-":
        return None
    return _put(lines, at, f"{key[1]}{key[2]}{key[3]}")


def stray_words(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A note between the lines without the sign of a comment."""
    if lines[at].strip() or at + 1 >= len(lines):
        return None
    return _put(lines, at, "periksa lagi bagian ini")


def key_twice(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The next line begins with the same key."""
    here = _key(lines, at)
    above = _key(lines, at - 1) if at else None
    if not here or not above or indent_of(lines[at]) != indent_of(lines[at - 1]) or "-" in here[1]:
        return None
    if above[3].strip() in ("", ">-") or here[3].strip() in ("", ">-") or "-" in above[1]:
        return None
    return _put(lines, at, f"{here[1]}{above[2]}:{here[3]}")


def backslash(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A Windows path in double quotation marks."""
    found = _QUOTED.match(lines[at])
    return _put(lines, at, f'{found[1]}"{found[2]} D:\\Pelajaran"') if found else None


def dashes(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """Three dashes as a dividing line."""
    if lines[at].strip() or not at or at + 1 >= len(lines) or indent_of(lines[at + 1]):
        return None
    return _put(lines, at, "---")


def hidden(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A sign that cannot be seen, as copied from a chat."""
    if not (found := _words(lines, at)):
        return None
    sign = dice.choice("\u200b\u202e\u2060\x0c\u2028")
    middle = len(found[3]) // 2
    return _put(lines, at, f"{found[1]}{found[2]}: {found[3][:middle]}{sign}{found[3][middle:]}")


# --- keys


_INDONESIAN = {
    "title": "judul", "about": "tentang", "pages": "halaman", "objectives": "tujuan", "text": "teks",
    "right": "benar", "options": "pilihan", "ask": "tanya", "reply": "balasan", "belief": "keyakinan",
    "sources": "sumber", "icon": "ikon", "order": "urutan", "minutes": "menit", "kind": "jenis",
    "questions": "pertanyaan", "answer": "jawaban", "say": "katakan", "show": "tampilkan",
}  # fmt: skip


def key_misspelt(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """Two letters swapped or one left out."""
    if not (key := _key(lines, at)) or len(key[2]) < 4:
        return None
    spot = dice.randrange(1, len(key[2]) - 1)
    name = key[2]
    wrong = name[:spot] + name[spot + 1 :]
    if dice.random() < 0.5:
        wrong = name[:spot] + name[spot + 1] + name[spot] + name[spot + 2 :]
    return _put(lines, at, f"{key[1]}{wrong}:{key[3]}") if wrong != name else None


def key_in_indonesian(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The trainer's own word for the key."""
    key = _key(lines, at)
    if not key or key[2] not in _INDONESIAN:
        return None
    return _put(lines, at, f"{key[1]}{_INDONESIAN[key[2]]}:{key[3]}")


def key_in_capitals(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A capital letter, as at the beginning of a sentence."""
    key = _key(lines, at)
    return _put(lines, at, f"{key[1]}{key[2].capitalize()}:{key[3]}") if key else None


_OPTIONAL = ("order", "right", "ask", "more", "scan", "inferred", "address", "sign", "long", "note")


def key_missing(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A line forgotten; it is made a comment, so that the others keep their numbers."""
    key = _key(lines, at)
    if not key or "-" in key[1] or not key[3].strip() or key[3].strip() in (">-", "|"):
        return None
    if key[2] in _OPTIONAL or _goes_on(lines, at):
        return None
    return _put(lines, at, " " * indent_of(lines[at]) + "#")


# --- values


def value_empty(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """Nothing after the colon."""
    key = _key(lines, at)
    if not key or not key[3].strip() or key[3].strip() == ">-" or _goes_on(lines, at):
        return None
    return _put(lines, at, f"{key[1]}{key[2]}:")


def word_misspelt(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """One of a few words misspelt."""
    key = _key(lines, at)
    if not key or key[2] not in ("icon", "priority", "kind", "channel", "reach"):
        return None
    word = key[3].strip()
    return _put(lines, at, f"{key[1]}{key[2]}: {word[:2]}{word[3:]}{dice.choice('xyz')}")


def word_in_indonesian(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """One of a few words in the trainer's language."""
    key = _key(lines, at)
    own = {"must": "wajib", "should": "sebaiknya", "could": "boleh", "choice": "pilihan", "order": "urutkan",
           "match": "jodohkan", "document": "dokumen", "people": "orang", "phone": "telepon"}  # fmt: skip
    if not key or key[2] not in ("icon", "priority", "kind") or key[3].strip() not in own:
        return None
    return _put(lines, at, f"{key[1]}{key[2]}: {own[key[3].strip()]}")


def number_in_words(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A number written out, or with its unit."""
    key = _key(lines, at)
    if not key or key[2] not in ("minutes", "number") or not key[3].strip().isdigit():
        return None
    wrong = dice.choice(["lima", "5 menit", "1.000", '"5"', "5,5"])
    return _put(lines, at, f"{key[1]}{key[2]}: {wrong}")


def yes_no(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A word that is neither yes nor no."""
    key = _key(lines, at)
    if not key or key[2] not in ("answer", "right", "honest") or len(key[3].split()) != 1:
        return None
    return _put(lines, at, f"{key[1]}{key[2]}: {dice.choice(['betull', 'mungkin', '1', 'x'])}")


def date_wrong(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A date as people write it."""
    key = _key(lines, at)
    if not key or key[2] not in ("review_by", "as_of", "seen_on"):
        return None
    wrong = dice.choice(["22-11-2027", "22/11/2027", "22 November 2027", "2027-13-45", "besok"])
    return _put(lines, at, f"{key[1]}{key[2]}: {wrong}")


def list_for_text(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A text in square brackets."""
    found = _words(lines, at)
    return (
        _put(lines, at, f"{found[1]}{found[2]}: [{found[3].replace(',', '')}]") if found else None
    )


def text_for_list(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A list of one without its brackets."""
    if not (
        found := re.match(r"^( *)(objectives|sources|contacts|about): \[([\w.-]+)\]$", lines[at])
    ):
        return None
    return _put(lines, at, f"{found[1]}{found[2]}: {found[3]}")


def id_spelt_freely(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """An id with a capital or a space."""
    found = re.match(r"^( *- id: )([a-z][\w.-]{3,})$", lines[at])
    if not found:
        return None
    wrong = found[2].capitalize() if dice.random() < 0.5 else found[2].replace("-", " ")
    return _put(lines, at, found[1] + wrong) if wrong != found[2] else None


# --- references, languages, teaching


def reference_misspelt(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """An id in a text with a letter too few."""
    found = re.search(r"\{(?:fact|contact|term):([a-z0-9.-]{4,})\}", lines[at])
    if not found:
        return None
    spot = dice.randrange(1, len(found[1]) - 1)
    wrong = found[1][:spot] + found[1][spot + 1 :]
    return _put(lines, at, lines[at].replace(found[1], wrong, 1)) if wrong else None


def listed_id_misspelt(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """An id in a list of ids with a letter too many."""
    found = re.match(r"^( *(?:objectives|sources|contacts|about): \[)([\w.-]+)(.*\])$", lines[at])
    if found:
        return _put(lines, at, f"{found[1]}{found[2]}{dice.choice('abc')}{found[3]}")
    found = re.match(
        r"^( *(?:objective|offer|scenario|scan): |  - (?=[a-z0-9]+-20))([\w.-]+)$", lines[at]
    )
    return _put(lines, at, lines[at] + dice.choice("abc")) if found else None


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
    if wrong.count(": ") and not (_QUOTED.match(lines[at]) or _block(lines, at)):
        return None
    return _put(lines, at, lines[at].replace(found[0], wrong, 1))


def stars_open(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """Two stars without the two that close."""
    if not (found := _words(lines, at)) or " " not in found[3]:
        return None
    first, rest = found[3].split(" ", 1)
    return _put(lines, at, f"{found[1]}{found[2]}: {first} **{rest}")


def translation_missing(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The line of the other language forgotten."""
    if (
        not re.match(r"^ +en: \S", lines[at])
        or lines[at].rstrip().endswith(">-")
        or _goes_on(lines, at)
    ):
        return None
    return _put(lines, at, " " * indent_of(lines[at]) + "#")


def language_misnamed(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """`eng:` or `in:`."""
    key = _key(lines, at)
    if not key or key[2] not in ("id", "en") or not re.match(r" +(- )?(id|en): [A-Z]", lines[at]):
        return None
    wrong = {"id": dice.choice(["in", "ind"]), "en": dice.choice(["eng", "english"])}[key[2]]
    return _put(lines, at, f"{key[1]}{wrong}:{key[3]}")


def same_in_both(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The Indonesian text copied into the English line and left there."""
    above = _words(lines, at - 1) if at else None
    here = _words(lines, at)
    if not above or not here or (above[2], here[2]) != ("id", "en"):
        return None
    if len(above[3].split()) < 4:
        return None
    return _put(lines, at, f"{here[1]}en: {above[3]}")


def number_typed(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """A figure typed into a text instead of a fact."""
    if not (found := _words(lines, at)) or " " not in found[3]:
        return None
    first, rest = found[3].split(" ", 1)
    return _put(lines, at, f"{found[1]}{found[2]}: {first} 4.730 {rest}")


def right_forgotten(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """The only right option is no longer marked."""
    if not re.match(r"^ +right: true$", lines[at]):
        return None
    return _put(lines, at, " " * indent_of(lines[at]) + "#")


def id_twice(lines: Lines, at: int, dice: random.Random) -> Lines | None:
    """An option copied together with its id."""
    found = re.match(r"^( +- id: )[b-d]$", lines[at])
    return _put(lines, at, found[1] + "a") if found else None


KINDS: tuple[Kind, ...] = (
    tab, one_space, colon, hash_sign, no_space_after_colon, no_space_after_dash, open_quote,
    quote_in_front, open_bracket, comma, smart_quotes, special_start, hard_space, deeper_entry,
    colon_forgotten, stray_words, key_twice, backslash, dashes, hidden, key_misspelt,
    key_in_indonesian, key_in_capitals, key_missing, value_empty, word_misspelt,
    word_in_indonesian, number_in_words, yes_no, date_wrong, list_for_text, text_for_list,
    id_spelt_freely, reference_misspelt, listed_id_misspelt, form_misspelt, stars_open,
    translation_missing, language_misnamed, same_in_both, number_typed, right_forgotten, id_twice,
)  # fmt: skip
