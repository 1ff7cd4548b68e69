"""The chapters of the facilitator's guide: what the room sees, what is said and asked, what is answered.

Written down from the plan of a session and the library, in the order of the hall. Knows no sizes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.content.lesson import Page
from toolkit.content.quiz import Opinion, Verdict
from toolkit.paper.products.asked import forms
from toolkit.paper.products.guide_bring import CERTIFICATE, SHEETS, has
from toolkit.paper.products.guide_kept import kept_of
from toolkit.paper.products.guide_plan import Plans, minutes_of
from toolkit.paper.products.guide_questions import (
    ASK,
    DO,
    NOTE,
    SAY,
    Cue,
    Slide,
    asked,
    cue,
    judged,
    read_again,
    replies,
    told,
)
from toolkit.paper.setting.job import Job
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type.flow import Run, Runs
from toolkit.session import scripts
from toolkit.session.agenda import Measure, Part, Setup, Step, When
from toolkit.session.agenda_words import LINES
from toolkit.session.drawing import HANDING_OUT, drawn
from toolkit.session.option_names import letter
from toolkit.session.report_words import PARTS


class Scene(NamedTuple):
    """One step. `at` is its minute and `long` how many it takes; `kept` if it is never left out."""

    title: Runs
    at: int
    long: int
    kept: bool
    slide: Slide | None
    cues: tuple[Cue, ...]


class Chapter(NamedTuple):
    """A part of the session. `at` is its first minute, `long` how many it takes."""

    title: Runs
    at: int
    long: int
    cues: tuple[Cue, ...]
    scenes: tuple[Scene, ...]


class Writer:
    """Writes the chapters down for one copyist and one plan."""

    def __init__(self, copyist: Copyist, plans: Plans, job: Job) -> None:
        self._copyist = copyist
        self._plans = plans
        self._later = job.refresher
        self._sheets = has(job, copyist, SHEETS)
        self._certificates = has(job, copyist, CERTIFICATE)
        self._minutes = minutes_of(plans.whole.steps)
        self.gettext = copyist.lang.gettext

    def chapters(self) -> tuple[Chapter, ...]:
        """All parts of the session that take time, in their order."""
        steps = [step for step in self._plans.whole.steps if step.seconds]
        runs: dict[tuple[Part, str], list[Step]] = {}
        for step in steps:
            runs.setdefault((step.part, _lesson(step)), []).append(step)
        return tuple(self._chapter(tuple(group)) for group in runs.values())

    def _chapter(self, steps: tuple[Step, ...]) -> Chapter:
        part = steps[0].part
        title: Runs = self._copyist.ours(self.gettext(PARTS[part]))
        if part is Part.LESSON and len(self._copyist.lessons) > 1:
            lesson = self._copyist.library.lessons[steps[0].lesson]
            title = (*title, Run(": "), *self._copyist.text(lesson.title))
        begin, end = self._minutes[steps[0].id][0], self._minutes[steps[-1].id][1]
        cues, scenes = self._content(part, steps)
        kept = kept_of(part, steps, self._plans, self._copyist)
        return Chapter(title, begin, end - begin, (*kept, *cues), scenes)

    def _content(
        self, part: Part, steps: tuple[Step, ...]
    ) -> tuple[tuple[Cue, ...], tuple[Scene, ...]]:
        match part:
            case Part.OPENING:
                shown = self._slide_of(scripts.OPENING_SHOWN)
                said = scripts.opening(later=self._later)
                words = (cue(self._copyist, SAY, *said),)
                return (), (self._scene(steps[0], shown, words),)
            case Part.OPINION:
                return (), tuple(self._opinion(step) for step in steps)
            case Part.BEFORE:
                return self._test_led(When.BEFORE, steps), tuple(self._tests(steps))
            case Part.AFTER:
                written = self._plans.tested == steps
                return self._test_led(When.AFTER, steps), (
                    tuple(self._tests(steps)) if written else ()
                )
            case Part.LESSON:
                return (), tuple(self._page(step) for step in steps)
            case Part.QUIZ:
                scenes = (self._quizzed(step, at) for at, step in enumerate(steps, 1))
                return self._vote_led(part, self._most(steps)), tuple(scenes)
            case Part.OFFERS:
                scenes = (self._offered(step, at) for at, step in enumerate(steps, 1))
                return self._vote_led(part, 2), tuple(scenes)
            case Part.ANSWERS:
                return self._answers_led(), tuple(self._answers(steps))
        home = self.gettext(
            "Hand out the leaflets, and certificates to whoever wants one. Each writes the own name."
        )
        if not self._certificates:
            home = self.gettext("Hand out the leaflets.")
        if self._later:
            home = self.gettext("Hand out leaflets to whoever has lost theirs.")
        return (cue(self._copyist, SAY, *scripts.CLOSING), self._ready(DO, home)), ()

    # --- how a part is led

    def _test_led(self, when: When, steps: tuple[Step, ...]) -> tuple[Cue, ...]:
        gettext = self.gettext
        after = when is When.AFTER
        cues = []
        if after and self._plans.tested != steps:
            same = gettext("Ask the {n} questions of the part “{part}”, in the same order.").format(
                n=len(steps), part=gettext(PARTS[Part.BEFORE])
            )
            cues.append(self._ready(DO, same))
        hint = gettext("Do not show by word or face which answer is right.")
        if any(step.part is Part.ANSWERS for step in self._plans.whole.steps):
            hint = gettext(
                "Do not show by word or face which answer is right. The offers are explained at the end."
            )
        lead = scripts.led(steps[0].part, self._most(steps), self._copyist.lang)
        thanks = gettext("When all hands are counted:")
        counted = scripts.COUNTED_AFTER if after else scripts.COUNTED
        cues += [
            self._ready(DO, lead),
            cue(self._copyist, SAY, counted, label=thanks),
            self._ready(DO, hint),
        ]
        if self._by_slips():
            minutes = HANDING_OUT // 60
            slips = gettext("On paper sheets instead of hands ({n} minutes):")
            if after:
                slips = gettext(
                    "On paper sheets, if the test before was on paper too ({n} minutes):"
                )
            label = slips.format(n=minutes)
            cues.append(cue(self._copyist, DO, scripts.SLIPS_OUT[when], label=label))
        return tuple(cues)

    def _vote_led(self, part: Part, many: int) -> tuple[Cue, ...]:
        gettext = self.gettext
        return (
            self._ready(DO, gettext("Each one goes like this:")),
            self._ready(DO, scripts.led(part, many, self._copyist.lang)),
            cue(self._copyist, SAY, scripts.DISCUSS),
            cue(self._copyist, DO, scripts.VOTE_AGAIN),
            cue(self._copyist, SAY, scripts.SHIFTED),
            self._ready(
                DO,
                gettext(
                    "Now tell the answer, and read out the reply to the wrong option that most people chose."
                ),
            ),
        )

    def _by_slips(self) -> bool:
        if not self._sheets:
            return False
        quizzes = (self._copyist.library.quiz_of(one.id) for one in self._copyist.lessons)
        return any(quiz is not None and quiz.forms is not None for quiz in quizzes)

    def _most(self, steps: tuple[Step, ...]) -> int:
        items = {item.question: len(item.options) for item in self._plans.whole.items}
        return max(items[step.subject] for step in steps)

    # --- scenes

    def _page(self, step: Step) -> Scene:
        lesson = self._copyist.library.lessons[step.lesson]
        page = lesson.page(step.subject)
        text = self._copyist.text
        aims = [text(one.text) for one in lesson.objectives if one.id in page.objectives]
        cues = [
            told(self._copyist, DO, aim, label=self.gettext("Aim for the people:")) for aim in aims
        ]
        cues += self._noted(page)
        shown = Slide(text(page.title), tuple(text(one) for one in page.show))
        cues.append(told(self._copyist, SAY, text(page.say)))
        if page.ask is not None:
            cues.append(told(self._copyist, ASK, text(page.ask), label=self.gettext(scripts.ASK)))
        return self._scene(step, shown, tuple(cues), text(page.title))

    def _noted(self, page: Page) -> Iterator[Cue]:
        if page.note is not None:
            label = self.gettext("Read this out first, then wait a moment:")
            # The hall's screen adds words of ours; read out one after the other, both say the same.
            yield told(self._copyist, NOTE, self._copyist.text(page.note), label)

    def _opinion(self, step: Step) -> Scene:
        question = self._copyist.library.questions[step.subject]
        assert isinstance(question, Opinion)
        text, lang = self._copyist.text, self._copyist.lang
        stances = tuple(
            (letter(at), text(stance.text)) for at, stance in enumerate(question.stances)
        )
        down = self.gettext("When the hands are down:")
        cues = (
            self._ready(DO, scripts.led(step.part, len(stances), lang)),
            told(self._copyist, SAY, text(question.after), label=down),
        )
        return self._scene(step, Slide(text(question.ask), (), stances), cues)

    def _shown(self, step: Step) -> Slide:
        return asked(self._copyist.library.questions[step.subject], self._copyist)

    def _tested(self, step: Step, at: int) -> Scene:
        title = self.gettext("Question {n}").format(n=at)
        return self._scene(step, self._shown(step), (), self._copyist.ours(title))

    def _tests(self, steps: tuple[Step, ...]) -> Iterator[Scene]:
        """The questions of a test, by the numbers that both tests share."""
        numbers = {step.subject: at for at, step in enumerate(self._plans.tested, 1)}
        return (self._tested(step, numbers[step.subject]) for step in steps)

    def _quizzed(self, step: Step, at: int) -> Scene:
        question = self._copyist.library.questions[step.subject]
        title = self.gettext("Question {n}").format(n=at)
        cues = [*replies(question, self._copyist)]
        if self._later:
            cues.append(read_again(question, step.lesson, self._copyist))
        return self._scene(step, self._shown(step), tuple(cues), self._copyist.ours(title))

    def _offered(self, step: Step, at: int) -> Scene:
        question = self._copyist.library.questions[step.subject]
        assert isinstance(question, Verdict)
        title = self.gettext("Offer {n}").format(n=at)
        cues = (*judged(question, self._copyist), *replies(question, self._copyist))
        return self._scene(step, self._shown(step), cues, self._copyist.ours(title))

    def _answers_led(self) -> tuple[Cue, ...]:
        told = cue(self._copyist, SAY, scripts.ANSWER)
        if not self._by_slips() or self._offers_on_sheets():
            return (told,)
        only = self.gettext("Only after raised hands. After a test on paper leave this part out.")
        return (self._ready(DO, only), told)

    def _answers(self, steps: tuple[Step, ...]) -> Iterator[Scene]:
        """The offers that were judged by hands; then those that are only on paper sheets."""
        gettext, ours = self.gettext, self._copyist.ours
        before = [one.subject for one in self._plans.tested]
        on_sheets = self._offers_on_sheets()
        for step in steps:
            title = gettext("The offer of question {n}")
            if on_sheets and step.subject not in on_sheets:
                title = gettext("The offer of question {n}, only after raised hands")
            yield self._answer(step, ours(title.format(n=before.index(step.subject) + 1)))
        asked = {step.subject for step in steps}
        for subject, (form, at, step) in on_sheets.items():
            if subject not in asked:
                title = gettext("The offer of sheet {form}, question {n}: only after paper sheets")
                yield self._answer(step, ours(title.format(form=form, n=at)))

    def _offers_on_sheets(self) -> dict[str, tuple[str, int, Step]]:
        """The offers that paper sheets ask about: on which, as which question; how they are told."""
        if not self._by_slips():
            return {}
        lessons = tuple(one.id for one in self._copyist.lessons)
        agenda = drawn(Setup("", 1, 1, lessons, Measure.SLIPS), self._copyist.library)
        steps = {step.subject: step for step in agenda.steps if step.part is Part.ANSWERS}
        return {
            subject: (form.letter, at, steps[subject])
            for form in forms(self._copyist.lessons, self._copyist.library)
            for at, subject in enumerate(form.questions, 1)
            if subject in steps
        }

    def _answer(self, step: Step, title: Runs) -> Scene:
        question = self._copyist.library.questions[step.subject]
        assert isinstance(question, Verdict)
        offer = self._copyist.library.offers[question.offer]
        lines = tuple(self._copyist.text(one) for one in offer.message[:LINES])
        shown = Slide((), lines, wide=True)
        return self._scene(step, shown, tuple(judged(question, self._copyist)), title)

    # --- small things

    def _scene(
        self, step: Step, slide: Slide | None, cues: tuple[Cue, ...], title: Runs = ()
    ) -> Scene:
        begin, end = self._minutes.get(step.id, (0, 0))
        return Scene(title, begin, end - begin, step.id in self._plans.kept, slide, cues)

    def _ready(self, kind: str, words: str, label: str = "") -> Cue:
        return told(self._copyist, kind, self._copyist.ours(words), label)

    def _slide_of(self, lines: tuple[str, ...]) -> Slide:
        first, *others = (self._copyist.ours(self.gettext(line)) for line in lines)
        return Slide(first, tuple(others))


def _lesson(step: Step) -> str:
    return step.lesson if step.part is Part.LESSON else ""
