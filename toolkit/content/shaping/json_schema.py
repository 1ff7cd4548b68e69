"""The shapes of our files as JSON Schema, with which editors complete and check while one types.

Made from the shapes themselves, so that nothing is written twice. Draft 07, because older
editors know no other; kinds as if/then, because an editor names a wrong branch of a oneOf.
Editors see `2024` and `yes` as numbers and truths where we see text, so texts accept both.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from toolkit.content.shaping.file_kind import FOLDERS
from toolkit.content.shaping.keys import Key
from toolkit.content.shaping.lesson_file import LESSON_FILE
from toolkit.content.shaping.measures import Measure
from toolkit.content.shaping.offer_file import OFFER_FILE, SCENARIO
from toolkit.content.shaping.plan_file import PLAN_FILE
from toolkit.content.shaping.print_file import PRINT_FILE
from toolkit.content.shaping.prose import Name, Prose
from toolkit.content.shaping.quiz_file import QUIZ
from toolkit.content.shaping.readings import NO, YES
from toolkit.content.shaping.reference_file import REFERENCE_FILE, FactShape
from toolkit.content.shaping.schema import ByKind, ListOf, Record
from toolkit.content.shaping.shapes import Day, Dial, Ident, OneOf, Shape, When, Whole, Words, YesNo
from toolkit.language import LANGUAGES, Language

Schema = dict[str, Any]

_TYPED = ["string", "number", "boolean"]
"""What a text may look like to an editor."""


def schemas(lang: Language) -> dict[str, Schema]:
    """The schema of each sort of file by its name, its descriptions in a language."""
    writer = _Writer(lang)
    quiz = writer.of(QUIZ)
    kinds = {
        "if": {"required": ["offers"]},
        "then": writer.of(OFFER_FILE),
        "else": {"if": {"required": ["scenario"]}, "then": writer.of(SCENARIO), "else": quiz},
    }
    bodies = {
        "lesson": writer.of(LESSON_FILE),
        "quiz": {"type": "object", **kinds},
        "reference": writer.of(REFERENCE_FILE),
        "plan": writer.of(PLAN_FILE),
        "print": writer.of(PRINT_FILE),
    }
    titles = {
        "lesson": lang.gettext("A lesson of Cek Dulu"),
        "quiz": lang.gettext("Questions, offers or a chat of Cek Dulu"),
        "reference": lang.gettext("Sources, facts, contacts and terms of Cek Dulu"),
        "plan": lang.gettext("Session plans of Cek Dulu"),
        "print": lang.gettext("What Cek Dulu can print"),
    }
    return {
        name: {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": titles[name],
            **body,
            "definitions": {"text": writer.text()},
        }
        for name, body in bodies.items()
    }


def folders() -> dict[str, str]:
    """For each schema the files of a library that it is for."""
    names = ("lesson", "reference", "plan", "quiz", "print")
    return {name: f"{folder}/*.yaml" for name, folder in zip(names, FOLDERS, strict=True)}


class _Writer:
    """Writes shapes as schemas in one language."""

    def __init__(self, lang: Language) -> None:
        self._lang = lang

    def of(self, shape: Shape) -> Schema:
        """The schema of a shape."""
        match shape:
            case Prose():
                return {"allOf": [{"$ref": "#/definitions/text"}]}
            case Name():
                return {"allOf": [{"$ref": "#/definitions/text"}]}
            case ListOf(item=item, least=least, most=most):
                return {
                    "type": "array",
                    "items": self.of(item),
                    "minItems": least,
                    "maxItems": most,
                }
            case Record():
                return self._record(shape)
            case ByKind():
                return self._by_kind(shape)
            case FactShape():
                return self._fact(shape)
        return self._single(shape)

    def text(self) -> Schema:
        """Words for readers."""
        words = self._words()
        stops = {code: f"${number}" for number, code in enumerate(LANGUAGES, 1)}
        return {
            "type": ["object", *_TYPED],
            "pattern": r"\S",
            "properties": dict.fromkeys(LANGUAGES, words),
            "additionalProperties": False,
            "minProperties": 1,
            "patternErrorMessage": self._lang.gettext("Nothing is filled in here yet."),
            "defaultSnippets": [
                {
                    "label": self._lang.gettext("a text for each language"),
                    "body": stops,
                }
            ],
        }

    def _words(self) -> Schema:
        return {
            "type": _TYPED,
            "pattern": r"\S",
            "patternErrorMessage": self._lang.gettext("Nothing is filled in here yet."),
        }

    def _single(self, shape: Shape) -> Schema:
        """A value that is neither a list nor a group."""
        match shape:
            case Words():
                return self._words()
            case Ident(pattern=pattern):
                return self._patterned(shape, pattern, ["string", "number"])
            case Dial(pattern=pattern):
                return self._patterned(shape, pattern, ["string", "number"])
            case When():
                return self._patterned(
                    shape,
                    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?",
                    ["string", "integer"],
                )
            case Day():
                return self._patterned(
                    shape, r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", ["string"]
                )
            case Whole(lowest=lowest, highest=highest):
                return {"type": "integer", "minimum": lowest, "maximum": highest}
            case Measure(lowest=lowest, highest=highest):
                return {"type": "number", "minimum": lowest, "maximum": highest}
            case YesNo():
                words = sorted(YES | NO)
                return {"enum": [True, False, *words, *(word.capitalize() for word in words)]}
            case OneOf():
                return self._one_of(shape)
        raise TypeError(shape)

    def _patterned(self, shape: Shape, pattern: str, types: list[str]) -> Schema:
        return {
            "type": types,
            "pattern": f"^({pattern})$",
            "patternErrorMessage": self._lang.gettext("Here should be {shape}.").format(
                shape=self._lang.tell(shape.name)
            ),
        }

    def _one_of(self, shape: OneOf) -> Schema:
        schema: Schema = {"enum": list(shape.known)}
        if shape.means:
            schema["enumDescriptions"] = [self._lang.tell(one) for one in shape.means]
        schema["errorMessage"] = self._lang.gettext("Write one of these:  {words}").format(
            words=", ".join(shape.known)
        )
        return schema

    def _record(self, record: Record) -> Schema:
        schema = self._keys(record)
        if record.placed or not isinstance(record.build, type) or record.build is not dict:
            schema["defaultSnippets"] = [self._snippet(record, self._lang.tell(record.name))]
        return schema

    def _keys(self, record: Record) -> Schema:
        return {
            "type": "object",
            "properties": {name: self._key(name, key) for name, key in record.keys.items()},
            "required": [name for name, key in record.keys.items() if key.required],
            "additionalProperties": False,
        }

    def _key(self, name: str, key: Key) -> Schema:
        about = self._lang.tell(key.about)
        return {
            "description": about,
            "markdownDescription": f"{about}\n\n`{name}: {key.example}`",
            **self.of(key.shape),
        }

    def _by_kind(self, shape: ByKind) -> Schema:
        branches = []
        for word, record in shape.kinds.items():
            keys = self._keys(record)
            keys["properties"] = {"kind": True, **keys["properties"]}
            known = {"properties": {"kind": {"const": word}}, "required": ["kind"]}
            branches.append({"if": known, "then": keys})
        return {
            "type": "object",
            "properties": {"kind": self._key("kind", shape.kind)},
            "required": ["kind"],
            "allOf": branches,
            "defaultSnippets": [
                self._snippet(record, f"{self._lang.tell(shape.name)}: {word}", {"kind": word})
                for word, record in shape.kinds.items()
            ],
        }

    def _fact(self, shape: FactShape) -> Schema:
        values = list(shape.facts)
        schema = self._keys(shape.facts[values[0]])
        schema["required"].remove(values[0])
        for value, record in shape.facts.items():
            schema["properties"][value] = self._key(value, record.keys[value])
        number, date, text = values
        schema["if"] = {"required": [number]}
        schema["then"] = {"properties": {date: False, text: False}}
        schema["else"] = {
            "if": {"required": [date]},
            "then": {"properties": {text: False}},
            "else": {"required": [text]},
        }
        return schema

    def _snippet(self, record: Record, label: str, given: dict[str, str] | None = None) -> Schema:
        """What an editor puts in when somebody asks for such a record."""
        stops = count(1)
        body: dict[str, Any] = {}
        for name, key in record.keys.items():
            if key.required:
                body[name] = _stop(key.shape, key, stops)
            if name == "id":
                body |= given or {}
        return {"label": label, "description": label, "body": body}


def _stop(shape: Shape, key: Key | None, stops: Iterator[int]) -> Any:
    """A value with places to type in, numbered in order."""
    match shape:
        case Prose():
            return {code: f"${next(stops)}" for code in LANGUAGES}
        case ListOf(item=item):
            return [_stop(item, None, stops)]
        case Record(keys=keys):
            return {
                name: _stop(one.shape, one, stops) for name, one in keys.items() if one.required
            }
        case OneOf(known=known):
            return f"${{{next(stops)}|{','.join(known)}|}}"
        case Whole() | Measure() | Ident() | When() | Day():
            return f"${{{next(stops)}:{key.example if key else shape.sample}}}"
    return f"${next(stops)}"
