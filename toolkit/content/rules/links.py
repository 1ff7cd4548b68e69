"""What records say of each other."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule
from toolkit.language import said

RULES: dict[str, Rule] = {
    "unknown-reference": Rule(
        why=said("Nothing stands behind this id, so people would see a gap or nothing at all."),
        more=said(
            "Lessons and quizzes name other things by their id: pages, objectives, facts, help lines, terms, sources. The id must "
            "be written exactly as where the thing itself stands."
        ),
        wrong="objectives: [ship.paper]",
        right="objectives: [ship.papers]",
    ),
    "left-out": Rule(
        why=said("This file needs something from the other one, so it has to wait, too."),
        more=said(
            "A file with mistakes is left out, and so is what needs it. Mend the mistakes of the file that is named; this one "
            "then comes back by itself."
        ),
    ),
    "second-quiz": Rule(
        why=said("Only one of the two would ever be asked."),
        more=said(
            "A lesson has one quiz. Put the questions of both into one file. To replace a quiz of ours by your own, give yours "
            "the same id."
        ),
        wrong="quiz: ship-2\nlesson: ship",
        right="quiz: ship\nlesson: ship",
    ),
    "duplicate-id": Rule(
        why=said("Answers to the two would be counted as one, and nobody could tell them apart."),
        more=said(
            "An id is the permanent name of a thing: answers are kept under it, even when its words change. Give the newer of the "
            "two an id of its own."
        ),
        wrong="- id: sh-01\n- id: sh-01",
        right="- id: sh-01\n- id: sh-02",
    ),
    "objective-without-question": Rule(
        why=said("Nobody would find out whether people have learned it."),
        more=said(
            "Every objective of a lesson is tested by at least one question of its quiz, which names it after  objective:.  Write "
            "a question for it, or take the objective out."
        ),
        wrong="objective: ship.papers      # and who asks about ship.pay?",
        right="objective: ship.pay",
    ),
    "page-of-another-objective": Rule(
        why=said("Whoever was wrong would read a page again that does not speak of the mistake."),
        more=said(
            "After a wrong answer people go back to a page: to the first that teaches the question's objective, or to the one "
            "that the question names after  page:.  That one must teach the same objective."
        ),
        wrong="objective: ship.papers\npage: crew      # a page about ship.pay",
        right="objective: ship.papers\npage: papers",
    ),
    "claim-not-kept": Rule(
        why=said("Something that a source says would be lost, or be taken for taught."),
        more=said(
            "A claim is one thing that a source says. It names the pages that teach it after  used_on:  and the facts that "
            "carry it after  facts:  - or says after  because:  why no lesson uses it. Never both, and each of its facts stands "
            "in some text."
        ),
        wrong="claims:\n  - id: news.ship      # who teaches it?\n    source: news-2026\n    text: {…}",
        right="claims:\n  - id: news.ship\n    source: news-2026\n    text: {…}\n    used_on: [ship/papers]",
    ),
    "never-used": Rule(
        why=said("Somebody must look after it, though nobody ever sees it."),
        more=said(
            "A fact is used where a text says  {{fact:id}},  a source where a fact, a help line or a lesson lists it, an offer and "
            "a chat where a question names them. Use it, or take it out."
        ),
        wrong="facts:\n  - id: victims-2026      # no text says {fact:victims-2026}",
        right='show:\n  - {id: "Ada {fact:victims-2026} orang.", en: "There are {fact:victims-2026} people."}',
    ),
}
