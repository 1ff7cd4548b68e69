"""What makes two test forms parallel: pair by pair the same objective, in the same kind.

Whether the ids are there is told from the quiz alone; whether two questions are alike needs
the lesson and the offers beside it, so that a slip made there is told there, and once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.content.checks.proposals import meant
from toolkit.content.place import Edit, Problem, instead, place_of
from toolkit.content.quiz import Choice, Forms, Question, Quiz, Spot, TrueFalse, Verdict
from toolkit.content.reading.desk import Desk
from toolkit.content.shaping.shapes import Partial
from toolkit.language import Said, said

COUNTED = (Choice, TrueFalse, Verdict, Spot)
"""The kinds that a hall can answer with hands or on slips."""


def named_in(forms: Forms | None) -> tuple[str, ...]:
    """The ids of all questions that two forms name."""
    return (*forms.a, *forms.b) if forms else ()


def check_forms(quiz: Quiz, told: str | None, desk: Desk) -> None:
    """Note ids that no question has or that stand twice, and forms of unlike length.

    `told` is an id that is known to be missing already.
    """
    if quiz.forms is None:
        return
    test = _Test(quiz, quiz.forms, {})
    _known(test, told, desk)
    _once(test, desk)
    _even(quiz.forms, desk)


def unlike_forms(sections: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    """A problem for each pair of questions in two forms that do not ask for the same.

    Asked of sound files whose lesson is there: only then is it known what an id means.
    """
    for quiz in sections["quizzes"].values():
        lesson = sections["lessons"].get(quiz.lesson)
        if quiz.forms is None or lesson is None:
            continue
        known = {objective.id for objective in lesson.objectives}
        if all(question.objective in known for question in quiz.questions):
            yield from _Test(quiz, quiz.forms, sections["offers"]).problems()


def _known(test: _Test, told: str | None, desk: Desk) -> None:
    if isinstance(test.quiz.questions, Partial):
        return
    known = {question.id for question in test.quiz.questions}
    for one in named_in(test.forms):
        if one not in known and one != told:
            at = place_of(one, test.forms.at)
            mend, edit = meant(one, test.fitting(one), at)
            desk.error(
                at,
                "unknown-reference",
                said('This quiz has no question "{id}".', id=one),
                mend,
                edit=edit,
            )


def _once(test: _Test, desk: Desk) -> None:
    by_id = {question.id: question for question in test.quiz.questions}
    seen: set[str] = set()
    for one in named_in(test.forms):
        if one in seen:
            mend, edit = test.instead_of(one, by_id.get(one))
            desk.error(
                place_of(one, test.forms.at),
                "forms-twice",
                said('"{id}" stands in the test forms twice.', id=one),
                mend or said("Write another question like it, and name that one here instead."),
                edit=edit,
            )
        seen.add(one)


def _even(forms: Forms, desk: Desk) -> None:
    if isinstance(forms.a, Partial) or isinstance(forms.b, Partial):
        return
    a, b = len(forms.a), len(forms.b)
    if a != b:
        alone = (forms.a if a > b else forms.b)[min(a, b) :]
        desk.error(
            forms.at.of("b" if a > b else "a"),
            "forms-uneven",
            said("Form A names {a} questions and form B {b}.", a=a, b=b),
            said(
                "Name here one like each of these, or take them out there:  {ids}",
                ids=", ".join(alone),
            ),
        )


@dataclass(frozen=True, slots=True)
class _Test:
    """Two forms, the quiz that they are of, and the offers that its questions judge."""

    quiz: Quiz
    forms: Forms
    offers: Mapping[str, Any]

    def problems(self) -> Iterator[Problem]:
        """What keeps the forms from being parallel; one thing after the other."""
        by_id = {question.id: question for question in self.quiz.questions}
        in_a = [(id, by_id[id]) for id in self.forms.a]
        in_b = [(id, by_id[id]) for id in self.forms.b]
        found = [*self._uncounted([*in_a, *in_b])]
        if not found:
            pairs = zip(in_a, in_b, strict=True)
            found = [
                problem for (_, one), (id, two) in pairs for problem in self._unlike(one, two, id)
            ]
        if len(found) > 1 and (order := self._in_order(in_a, in_b)):
            found = [self._disordered(order)]
        yield from found or self._lopsided(in_a)

    def _in_order(
        self, in_a: list[tuple[str, Question]], in_b: list[tuple[str, Question]]
    ) -> list[str]:
        """The ids of form B so that each stands beside its like; [] if that cannot be done."""
        left = list(in_b)
        order = []
        for _, one in in_a:
            like = next(
                (at for at, (_, two) in enumerate(left) if self._what(one) == self._what(two)), -1
            )
            if like < 0:
                return []
            order.append(left.pop(like)[0])
        return order

    def _what(self, question: Question) -> tuple[object, ...]:
        """What two questions of a pair have in common."""
        return question.objective, question.__class__, self._honest(question)

    def _disordered(self, order: list[str]) -> Problem:
        return Problem(
            self.forms.at.of("b"),
            "forms-unlike",
            said("The questions of form B do not stand beside those like them in form A."),
            said("Write them in this order:  [{ids}]", ids=", ".join(order)),
        )

    def fitting(self, id: str) -> list[str]:
        """Ids that may be meant by one that nothing has: those like what stands beside it, else any.

        Never one that is named already: it would stand there twice.
        """
        beside = dict(zip(self.forms.a, self.forms.b, strict=False))
        beside |= {two: one for one, two in beside.items()}
        by_id = {question.id: question for question in self.quiz.questions}
        like = by_id.get(beside.get(id, ""))
        free = list(self._free())
        alike = [
            one.id
            for one in free
            if like and one.objective == like.objective and isinstance(one, like.__class__)
        ]
        return alike or [one.id for one in free]

    def instead_of(
        self, id: str, like: Question | None, kinds: tuple[type, ...] = ()
    ) -> tuple[Said | None, Edit | None]:
        """How to write another question in place of `id`: one outside the forms that is `like` it."""
        for other in self._free():
            if (
                like is not None
                and other.objective == like.objective
                and isinstance(other, kinds or like.__class__)
                and self._honest(other) == self._honest(like)
            ):
                at = place_of(id, self.forms.at)
                return said("Write:  {id}", id=other.id), instead(at, id, other.id)
        return None, None

    def _free(self) -> Iterator[Question]:
        named = set(named_in(self.forms))
        return (one for one in self.quiz.questions if one.id not in named)

    def _honest(self, question: Question) -> bool | None:
        """Is the offer that it judges honest? None if it judges none that is there."""
        if isinstance(question, Verdict) and question.offer in self.offers:
            return bool(self.offers[question.offer].honest)
        return None

    def _uncounted(self, named: list[tuple[str, Question]]) -> Iterator[Problem]:
        for id, question in named:
            if isinstance(question, COUNTED):
                continue
            mend, edit = self.instead_of(id, question, COUNTED)
            yield Problem(
                place_of(id, self.forms.at),
                "forms-kind",
                said('"{id}" cannot be answered by raised hands or on a slip of paper.', id=id),
                mend
                or said(
                    "Name a question of one of these kinds:  choice, true_false, verdict, spot"
                ),
                edit=edit,
            )

    def _unlike(self, one: Question, two: Question, id: str) -> Iterator[Problem]:
        """A problem if `two`, which form B names as `id`, is not like `one`."""
        if one.objective != two.objective:
            what = said(
                '"{two}" tests another objective than "{one}" beside it.', one=one.id, two=id
            )
        elif one.__class__ is not two.__class__:
            what = said('"{two}" is of another kind than "{one}" beside it.', one=one.id, two=id)
        elif {self._honest(one), self._honest(two)} == {True, False}:
            what = said(
                'Of "{one}" and "{two}" one is an honest offer and the other a trap.',
                one=one.id,
                two=id,
            )
        else:
            return
        mend, edit = self.instead_of(id, one)
        yield Problem(
            place_of(id, self.forms.at),
            "forms-unlike",
            what,
            mend
            or said(
                "Write one that is like it, or take both out:  {one}, {two}", one=one.id, two=id
            ),
            edit=edit,
        )

    def _lopsided(self, in_a: list[tuple[str, Question]]) -> Iterator[Problem]:
        """A problem if a form holds more traps than honest offers, or fewer."""
        verdicts = [(id, self._honest(one)) for id, one in in_a if isinstance(one, Verdict)]
        honest = [id for id, is_honest in verdicts if is_honest]
        traps = [id for id, is_honest in verdicts if is_honest is False]
        # An offer that is missing is told where it is named.
        if len(honest) == len(traps) or len(honest) + len(traps) < len(verdicts):
            return
        more, fewer = sorted((honest, traps), key=len, reverse=True)
        free = [one.id for one in self._free() if self._honest(one) is (fewer is honest)]
        yield Problem(
            place_of(more[-1], self.forms.at),
            "forms-lopsided",
            said(
                "Honest offers in each form: {honest}; traps: {traps}. It needs as many of both.",
                honest=len(honest),
                traps=len(traps),
            ),
            said("Add one to each form, for example  {ids}", ids=", ".join(free[:2]))
            if len(free) > 1
            else said("Take this one out:  {id}  - and the one beside it in form B.", id=more[-1]),
        )
