"""What our own records look like: which key has a text, a list or a group below it.

Serves to name a key line that was lost where the file itself shows no other like it.
"""

from __future__ import annotations

from collections.abc import Collection

TEXT, TEXTS = "text", "texts"

_KEYS = {
    "lesson": {"title": TEXT, "about": TEXT, "objectives": "objective", "pages": "page", "takeaways": TEXTS,
               "leaflet": "leaflet"},
    "objective": {"text": TEXT},
    "page": {"title": TEXT, "show": TEXTS, "say": TEXT, "ask": TEXT, "note": TEXT},
    "leaflet": {"front": TEXT, "inside": "panel"},
    "panel": {"more": TEXTS},
    "quiz": {"questions": "question", "forms": "forms"},
    "question": {"ask": TEXT, "options": "option", "steps": "step", "pairs": "pair", "mistake": "mistake"},
    "mistake": {"belief": TEXT, "reply": TEXT},
    "option": {"text": TEXT, "belief": TEXT, "reply": TEXT},
    "step": {"text": TEXT},
    "pair": {"left": TEXT, "right": TEXT},
}  # fmt: skip
_OWN = {
    "objective": {"id", "priority", "minutes", "text"},
    "page": {"id", "icon", "title", "objectives", "show", "say", "ask", "note"},
    "leaflet": {"front", "inside", "scan"},
    "panel": {"page", "more"},
    "question": {
        "id",
        "objective",
        "page",
        "kind",
        "ask",
        "options",
        "steps",
        "pairs",
        "message",
        "mistake",
    },
    "mistake": {"belief", "reply"},
    "forms": {"a", "b"},
    "option": {"id", "right", "text", "belief", "reply"},
    "step": {"id", "text"},
    "pair": {"id", "left", "right"},
}
_GROUPS = frozenset({"leaflet", "mistake", "forms"})
"""Records that stand below their key without a dash."""


def record(path: list[list[str]]) -> str:
    """The record that a group of keys is, from the keys of all groups around it; "" if unknown.

    `path` has the keys met so far of each group, the outermost first.
    """
    outer = path[0] if path else []
    now = "quiz" if "quiz" in outer else "lesson" if "lesson" in outer else ""
    for keys in path[:-1]:
        now = _KEYS.get(now, {}).get(keys[-1], "") if keys else ""
    return now


def waiting(kind: str, have: Collection[str], words: set[str], *, listed: bool) -> str:
    """The first key of a record that is not there yet, and has lines below that begin so.

    `words` are the keys that these lines begin with. "" if there is none.
    """
    fitting = (
        key
        for key, below in _KEYS.get(kind, {}).items()
        if key not in have and _fits(below, words, listed)
    )
    return next(fitting, "")


def _fits(below: str, words: set[str], listed: bool) -> bool:
    if below in (TEXT, TEXTS):
        return words == {"id", "en"} and listed is (below == TEXTS)
    known = _OWN.get(below, set())
    return bool(words) and words <= known and listed is (below not in _GROUPS)


def kind_below(kind: str, key: str) -> str:
    """What stands below a key of a record; "" if that is not known."""
    return _KEYS.get(kind, {}).get(key, "")


def at_home(kind: str, key: str) -> bool:
    """Is it one of the keys of a record?"""
    return key in _OWN.get(kind, ())
