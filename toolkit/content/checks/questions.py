"""What makes a question teach: a right answer, and a belief behind every wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from toolkit.content.checks.distinct import distinct
from toolkit.content.checks.mistakes import about_parts, named_steps, out_of_order
from toolkit.content.checks.proposals import line_added
from toolkit.content.place import Place, place_of
from toolkit.content.quiz import (
    Choice,
    Match,
    Multiple,
    Opinion,
    Option,
    Order,
    Part,
    Question,
    Spot,
    TrueFalse,
)
from toolkit.content.reading.desk import Desk
from toolkit.content.shaping.shapes import Partial
from toolkit.content.text import Kind, Run, Text
from toolkit.language import said


def check_question(question: Question, desk: Desk) -> None:
    """Note what keeps a question from teaching."""
    match question:
        case Choice(options=options) | Multiple(options=options):
            distinct(options, question.at, desk)
            _right_ones(question, options, desk)
            for option in options:
                _option(option, desk)
            _all_different(((option.id, option.text) for option in options), desk)
        case TrueFalse():
            _statement(question, desk)
        case Order(steps=steps, mistakes=mistakes):
            told = distinct(steps, question.at, desk, named_steps(mistakes))
            _all_different(((step.id, step.text) for step in steps), desk)
            about_parts(mistakes, steps, 2, told, desk)
            out_of_order(mistakes, [step.id for step in steps], desk)
        case Match(pairs=pairs, mistakes=mistakes):
            distinct(pairs, question.at, desk)
            _all_different(((pair.id, pair.left) for pair in pairs), desk)
            _all_different(((pair.id, pair.right) for pair in pairs), desk)
            about_parts(mistakes, pairs, 2, None, desk)
        case Spot(message=parts, mistakes=mistakes):
            distinct(parts, question.at, desk)
            _signs(question, parts, desk)
            about_parts(mistakes, parts, 1, None, desk)
        case Opinion(stances=stances):
            distinct(stances, question.at, desk)
            _all_different(((stance.id, stance.text) for stance in stances), desk)


def _right_ones(question: Question, options: tuple[Option, ...], desk: Desk) -> None:
    """As many right options as the kind allows, and a belief behind each wrong one."""
    if isinstance(options, Partial):
        return
    one = isinstance(question, Choice)
    right = [option for option in options if option.right]
    unsure = [option for option in right if option.belief is not None]
    bare = [option for option in options if not option.right and option.belief is None]
    if unsure and _fits(len(right) - len(unsure), options, one):
        for option in unsure:
            _both(option, option.at.of("right"), desk)
        unsure = []
    elif not _fits(len(right), options, one):
        if len(bare) == 1 and _fits(len(right) + 1, options, one):
            _lost_mark(bare[0], desk)
        else:
            _wrong_number(question, options, right, desk)
        # Which of them lost its belief cannot be told before it is clear which are right.
        bare = []
    for option in unsure:
        _both(option, option.at.of("belief"), desk)
    for option in bare:
        desk.error(
            place_of(option.id, option.at),
            "no-belief",
            said(
                'The option "{id}" is wrong, and nothing says what belief is behind it.',
                id=option.id,
            ),
            said(
                'Write under it:  belief: {{id: "…", en: "…"}}  - or, if it is right:  right: true'
            ),
        )


def _fits(right: int, options: Sequence[Option], one: bool) -> bool:
    return right == 1 if one else 2 <= right < len(options)


def _lost_mark(option: Option, desk: Desk) -> None:
    desk.error(
        place_of(option.id, option.at),
        "right-answers",
        said(
            'No mark says that "{id}" is right, and no belief says that it is wrong.', id=option.id
        ),
        said("If it is right, write under it:  right: true"),
        edit=line_added(option.at, "right: true"),
    )


def _wrong_number(
    question: Question, options: Sequence[Option], right: Sequence[Option], desk: Desk
) -> None:
    if not right:
        at, what = question.at.of("options"), said("None of these options is marked as right.")
        mend = said("Write under the right one:  right: true")
    elif isinstance(question, Choice):
        at = right[1].at.of("right")
        what = said(
            'A choice has one right option; here {count} are marked, "{id}" too.',
            count=len(right),
            id=right[1].id,
        )
        mend = said("Write  right: true  at one of them only, or write  kind: multiple")
    elif len(right) == 1:
        at = right[0].at.of("right")
        what = said("Only one option is right, but a multiple question has two or more.")
        mend = said("Write at another one, too:  right: true  - or write  kind: choice")
    else:
        at = question.at.of("options")
        what = said(
            "All {count} options are right, so there is nothing to choose.", count=len(options)
        )
        mend = said("Add a wrong one with  belief:  or take out  right: true  where it is wrong")
    desk.error(at, "right-answers", what, mend)


def _both(option: Option, at: Place, desk: Desk) -> None:
    desk.error(
        at,
        "belief-on-right",
        said('The option "{id}" is marked as right and yet names a wrong belief.', id=option.id),
        said("Take out its line  belief:  - or, if it is wrong, its line  right: true"),
    )


_ALL_OF_THEM = re.compile(
    r"\W*(semua(nya)?( jawaban| pilihan)?( di ?atas)?( itu)?( (benar|betul|salah))?|"
    r"(jawaban|pilihan) [a-i](,? [a-i])* dan [a-i]( benar)?|tidak ada (jawaban )?yang (benar|betul)|"
    r"(all|none|any|both) of (the above|these|them|the answers|the options)( (is|are) \w+)?|"
    r"all (are )?(correct|right|wrong|true)|(both )?[a-i] and [a-i]( are \w+)?)\W*",
    re.IGNORECASE,
)


def _option(option: Option, desk: Desk) -> None:
    for code, runs in option.text.runs.items():
        words = "".join(run.value for run in runs)
        if len(words) < 40 and _ALL_OF_THEM.fullmatch(words):
            desk.warning(
                option.text.place(code),
                "all-of-them",
                said(
                    '"{words}" points at the other options, but their order changes.', words=words
                ),
                said("Write here what is meant itself, or write  kind: multiple"),
            )
            return
        if _bare(runs) == _bare(option.reply.runs.get(code, ())):
            desk.warning(
                option.reply.place(code),
                "reply-repeats",
                said('The reply to "{id}" only says the option once more.', id=option.id),
                said('Write why it is right or wrong, and what to do:  {code}: "…"', code=code),
            )
            return


def _statement(question: TrueFalse, desk: Desk) -> None:
    for code, runs in question.ask.runs.items():
        last = runs[-1]
        if last.value.rstrip().endswith("?"):
            desk.warning(
                question.ask.place(code, last.offset + len(last.value.rstrip()) - 1),
                "statement-asks",
                said("This is a question; nobody can say whether a question is true or false."),
                said(
                    "Write it as a sentence that is true or false, with a full stop at the end:  ."
                ),
            )
            break
    for code, runs in question.reply.runs.items():
        if _bare(runs) == _bare(question.mistake.reply.runs.get(code, ())):
            desk.warning(
                question.mistake.reply.place(code),
                "reply-repeats",
                said("Who was wrong reads the same here as who was right."),
                said('Write here what is so, and what to do:  {code}: "…"', code=code),
            )
            break


def _signs(question: Question, parts: tuple[Part, ...], desk: Desk) -> None:
    if isinstance(parts, Partial):
        return
    signs = sum(part.sign is not None for part in parts)
    if not signs:
        desk.error(
            question.at.of("message"),
            "right-answers",
            said("No part of this message is a warning sign, so there is nothing to mark."),
            said('Write at a part that is one:  sign: {{id: "…", en: "…"}}'),
        )
    elif signs == len(parts):
        desk.warning(
            question.at.of("message"),
            "all-signs",
            said("Every part of this message is a warning sign, so all are simply marked."),
            said('Add a harmless part:  - {{id: greeting, text: {{id: "…", en: "…"}}}}'),
        )


def _all_different(texts: Iterable[tuple[str, Text]], desk: Desk) -> None:
    """Note each text that says the same as an earlier one, in whatever language."""
    seen: dict[tuple[str, str], str] = {}
    for id, text in texts:
        for code, runs in text.runs.items():
            first = seen.setdefault((code, _bare(runs)), id)
            if first != id:
                desk.error(
                    text.place(code),
                    "equal-options",
                    said('"{two}" says the same as "{one}".', one=first, two=id),
                    said(
                        'Write something else here:  {code}: "…"  - or take one of them out.',
                        code=code,
                    ),
                )
                break


_UNSPOKEN = re.compile(r"[\W_]+")


def _bare(runs: Sequence[Run]) -> str:
    """Words as they sound: no capitals, spaces or punctuation."""
    if len(runs) == 1 and runs[0].kind is Kind.WORDS:
        return _UNSPOKEN.sub("", runs[0].value.casefold())
    return "".join(
        _UNSPOKEN.sub("", run.value.casefold())
        if run.kind is Kind.WORDS
        else f"{{{run.kind.value}:{run.value}}}"
        for run in runs
    )
