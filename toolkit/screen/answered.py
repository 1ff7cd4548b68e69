"""What is said back to an answer: right or not yet, the belief behind it, what is so.

Every mark is a sign and a word; neither colour nor sign stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from toolkit.content.quiz import Choice, Match, Multiple, Order, Question, Spot, TrueFalse
from toolkit.screen.layout import Block, Words
from toolkit.screen.prose import MARK, QUIET, RIGHT, STRONG, WRONG, Voice, joined, say
from toolkit.session.answers import Answer, Judgement, choice_text
from toolkit.session.option_names import own_words


def reply(question: Question, judged: Judgement, voice: Voice) -> list[Block]:
    """The verdict in words, then what answers the learner's belief."""
    _, prose, signs = voice.lang.gettext, voice.prose, voice.signs
    if judged.right:
        blocks: list[Block] = [
            Words(say(_("That is right."), RIGHT), say(f"{signs.right} ", RIGHT))
        ]
    else:
        blocks = [Words(say(_("Not yet."), WRONG), say(f"{signs.wrong} ", WRONG))]
    named = isinstance(question, Multiple)
    for remark in judged.remarks:
        about = choice_text(question, remark.about) if named else None
        if about is not None:
            blocks.append(Words(joined(say('"'), prose(about), say('"')), gap=1))
        if remark.belief is not None:
            thinks = say(_("Some people think:") + " ", QUIET)
            blocks.append(Words(joined(thinks, prose(remark.belief)), gap=0 if about else 1))
        blocks.append(Words(prose(remark.reply), gap=0 if remark.belief or about else 1))
    if not judged.right:
        blocks.append(Words(say(_("This question comes back at the end."), QUIET)))
    return blocks


def marked(question: Question, given: Answer, ids: Answer, voice: Voice) -> list[Block]:
    """The question again, each choice with its mark."""
    blocks: list[Block] = [Words(voice.prose(question.ask, STRONG), gap=2)]
    marks = _Marks(voice)
    match question:
        case Choice(options=options) | Multiple(options=options):
            right = {option.id for option in options if option.right}
            blocks += [marks.option(question, one, given, right) for one in ids]
        case TrueFalse(answer=answer):
            blocks += [marks.option(question, one, given, {str(answer).lower()}) for one in ids]
        case Order():
            blocks += marks.order(question, given)
        case Match():
            blocks += marks.match(question, given)
        case Spot():
            blocks += marks.spot(question, given)
    return blocks


class _Marks:
    """Signs and words beside the choices, in one language."""

    def __init__(self, voice: Voice) -> None:
        self._ = voice.lang.gettext
        self.lang = voice.lang
        self.prose = voice.prose
        self.signs = voice.signs

    def option(self, question: Question, one: str, given: Answer, right: set[str]) -> Block:
        """An option: chosen or not, right or not."""
        text = choice_text(question, one)
        words = self.prose(text) if text is not None else say(own_words(one, self.lang))
        _ = self._
        match one in given, one in right:
            case True, True:
                return self._mark(words, True, _("your answer, and right"))
            case True, False:
                return self._mark(words, False, _("your answer, not right"))
            case False, True:
                return self._mark(words, True, _("the right answer"))
        return self._mark(words, None, "")

    def order(self, question: Order, given: Answer) -> Iterator[Block]:
        """The right order, and where the learner had put each step."""
        _ = self._
        yield Words(say(_("The right order:"), MARK), gap=1)
        for place, step in enumerate(question.steps, 1):
            words = joined(f"{place}. ", self.prose(step.text))
            put = given.index(step.id) + 1
            if put == place:
                yield self._mark(words, True, _("correct"))
            else:
                yield self._mark(words, False, _("you put it at place {n}").format(n=put))

    def match(self, question: Match, given: Answer) -> Iterator[Block]:
        """The right pairs, and what the learner had joined instead."""
        _ = self._
        rights = {pair.id: pair.right for pair in question.pairs}
        yield Words(say(_("What belongs together:"), MARK), gap=1)
        for pair, one in zip(question.pairs, given, strict=True):
            words = joined(self.prose(pair.left), f" {self.signs.joined} ", self.prose(pair.right))
            if one == pair.id:
                yield self._mark(words, True, _("correct"))
            else:
                instead = _("you chose: {what}").format(what=self.prose(rights[one]).plain)
                yield self._mark(words, False, instead)

    def spot(self, question: Spot, given: Answer) -> Iterator[Block]:
        """Each part of the message; a warning sign with what it is."""
        _ = self._
        for part in question.message:
            words = self.prose(part.text)
            if part.sign is None:
                wrongly = part.id in given
                yield self._mark(
                    words, False if wrongly else None, _("marked, but no warning sign")
                )
                continue
            found = part.id in given
            yield self._mark(
                words, found, _("warning sign, found") if found else _("warning sign, missed")
            )
            yield Words(self.prose(part.sign, QUIET), Content("    = "), 0)

    def _mark(self, words: Content, right: bool | None, state: str) -> Block:
        if right is None:
            return Words(words, Content("    "), 0)
        sign, look = (self.signs.right, RIGHT) if right else (self.signs.wrong, WRONG)
        return Words(joined(words, " - ", say(state, look)), say(f"{sign} ", look), 0)
