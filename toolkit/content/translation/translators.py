"""What a translator should know of a text: where it stands, who reads it, and how."""

from __future__ import annotations

from toolkit.content.library import Library
from toolkit.content.text import Kind, written
from toolkit.content.translation.contexts import Unit, source_language
from toolkit.content.wording import plain
from toolkit.language import N_, Language, Said, said

_LESSON = N_("Lesson “{title}”")
_PAGE = N_("page “{title}”")

_READERS: dict[str, Said] = {
    "lesson title": said(
        "Title of the lesson: on the screen, and large on the leaflet. Few words."
    ),
    "lesson about": said("On the screen below the title, and on the one-page summary."),
    "lesson objectives text": said("What people can do afterwards. Read by the facilitator."),
    "lesson pages title": said(
        "Title of a page: shown to the whole hall, and printed on the leaflet. Few words."
    ),
    "lesson pages note": said(
        "Shown and said aloud before a page that some may find hard. Calm, short sentences, 40 words at most."
    ),
    "lesson pages show": said(
        "Shown to the whole hall in large letters, and printed on the leaflet. One short sentence."
    ),
    "lesson pages say": said("Said aloud by the facilitator: as people talk, in short sentences."),
    "lesson pages ask": said(
        "Asked aloud; the whole hall answers. Never about somebody's own case."
    ),
    "lesson takeaways": said("To remember: at the end on the screen, and printed on the leaflet."),
    "lesson leaflet front": said("On the front of the leaflet: one short sentence."),
    "lesson leaflet inside more": said(
        "Printed on the leaflet, for somebody who reads it at home with nobody to explain."
    ),
    "quiz ask": said("Quiz: the question, on the screen and read aloud."),
    "quiz text": said("Quiz: an answer to choose. As short as the other answers."),
    "quiz left": said("Quiz: something that belongs to one of the answers."),
    "quiz right": said("Quiz: what belongs to it."),
    "quiz sign": said("Quiz: why this part of the message is a warning sign."),
    "quiz belief": said(
        "Quiz: what somebody thinks who answers so. Follows the words “Some people think:”."
    ),
    "quiz reply": said("Quiz: said back to an answer. Kind, and never blaming."),
    "quiz after": said("Said aloud when all have given their opinion."),
    "offer": said(
        "A made-up job offer, on the screen and read aloud. As a recruiter would write it."
    ),
    "offer signs": said("What gives this made-up offer away as a trap."),
    "offer checks": said("What must still be checked with this offer."),
    "scenario": said("A made-up chat: its title, or who writes."),
    "scenario says": said(
        "A made-up chat: what the other one writes. Keep round brackets around a whole message."
    ),
    "scenario replies text": said("A made-up chat: what the learner may answer."),
    "scenario debrief": said("Said after a made-up chat: what happened there."),
    "scenario technique": said("A made-up chat: what the recruiter is doing here."),
    "plan title": said("Title of a prepared meeting: in lists, and on its sheet. Few words."),
    "plan aims": said("What people can do after a prepared meeting. Read by the facilitator."),
    "plan bring": said("What to bring to a prepared meeting. Read by the facilitator."),
    "plan leave_out": said("What to leave out when time is short. Read by the facilitator."),
    "plan tips": said(
        "How to talk with the people of a prepared meeting. Read by the facilitator."
    ),
    "fact text": said(
        "A fact. It is put into other sentences as it stands: small letter first, no full stop."
    ),
    "fact about": said("What a fact is about. Read by trainers."),
    "contact name": said("Name of a help line: on the screen and on every leaflet."),
    "contact scope": said(
        "For whom a help line is: on the screen and on every leaflet. Few words."
    ),
    "contact note": said("A remark about a help line: on the screen and on every leaflet."),
    "term word": said(
        "A difficult word of the glossary. It is put into other sentences as it stands."
    ),
    "term long": said("The long form of a word of the glossary."),
    "term means": said("Glossary: what the word means, in plain words."),
    "source": said("A source, printed in small letters on the leaflet."),
    "product": said("Something that can be printed: how it is announced in lists."),
}
"""By the kind of record and the last keys of the path; the longest that fits counts."""

_KEEP = N_("Keep {forms} as it stands; put it where it belongs in your sentence.")


def notes(unit: Unit, lang: Language, library: Library) -> list[str]:
    """Where a text stands and who reads it, in the translator's working language."""
    told = [_where(unit, lang, library), _reader(unit, lang)]
    runs = unit.text.runs[source_language(unit.text)]
    forms = [written((one._replace(strong=False),)) for one in runs if one.kind is not Kind.WORDS]
    if forms:
        told.append(lang.gettext(_KEEP).format(forms=" ".join(dict.fromkeys(forms))))
    return [line for line in told if line]


def _where(unit: Unit, lang: Language, library: Library) -> str:
    """`Lesson “…”, page “…”`; nothing for what its reader's note says well enough."""
    lessons = {"lessons": unit.record}
    if unit.section == "quizzes":
        lessons["lessons"] = library.quizzes[unit.record].lesson
    lesson = (
        library.lessons.get(lessons["lessons"]) if unit.section in ("lessons", "quizzes") else None
    )
    if lesson is None:
        return ""
    told = lang.gettext(_LESSON).format(title=_line(plain(lesson.title, lang, library)))
    parts = unit.context.split("/")
    if unit.section == "lessons" and len(parts) > 4 and parts[2] == "pages":
        page = next((one for one in lesson.pages if one.id == parts[3]), None)
        if page is not None:
            title = _line(plain(page.title, lang, library))
            told += ", " + lang.gettext(_PAGE).format(title=title)
    return told


def _reader(unit: Unit, lang: Language) -> str:
    kind, _, *path = unit.context.partition("~")[0].split("/")
    keys = [part for part in path if not part.isdecimal()]
    for length in (3, 2, 1, 0):
        # Ids stand between the keys, so that only some of a path are keys.
        for name, reader in _READERS.items():
            wanted = name.split(" ")
            if len(wanted) == length + 1 and wanted[0] == kind and _ends(keys, wanted[1:]):
                return lang.tell(reader)
    return ""


def _ends(path: list[str], keys: list[str]) -> bool:
    """Do these keys stand in the path in this order, the last one at its end?"""
    if not keys:
        return True
    if not path or path[-1] != keys[-1]:
        return False
    rest = iter(path)
    return all(key in rest for key in keys)


def _line(words: str) -> str:
    return " ".join(words.split())
