"""What makes lessons, questions and offers teach."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule
from toolkit.language import said

_QUESTIONS = {
    "right-answers": Rule(
        why=said("Learners would be told that they are wrong although they are right."),
        more=said(
            "A choice question has exactly one right option, a multiple question two or more and at least one wrong, a spot "
            "question at least one sign. Mark what is right with  right: true,  and nothing else."
        ),
        wrong="kind: choice\noptions:\n  - id: a\n    text: {id: Baca, en: Read}",
        right="kind: choice\noptions:\n  - id: a\n    right: true\n    text: {id: Baca, en: Read}",
    ),
    "no-belief": Rule(
        why=said("Without the belief behind it, a wrong answer cannot be answered kindly."),
        more=said(
            "Whoever picks a wrong option believes something. The belief names it in a few words, so that the reply can meet "
            "it, and so that the report can tell which beliefs are common in a village."
        ),
        wrong="- id: b\n  text: {id: Teken, en: Sign}\n  reply: {id: Baca dulu., en: Read first.}",
        right="- id: b\n  text: {id: Teken, en: Sign}\n  belief: {id: Cepat itu baik, en: Quick is good}\n"
        "  reply: {id: Baca dulu., en: Read first.}",
    ),
    "belief-on-right": Rule(
        why=said("Either a right answer would count as a mistake, or a wrong one as right."),
        more=said(
            "Only wrong options have a belief. If the option is right, take its belief out; if it is wrong, take out  right: "
            "true.  Both together cannot be meant."
        ),
        wrong="- id: a\n  right: true\n  belief: {id: Cepat itu baik, en: Quick is good}",
        right="- id: a\n  right: true",
    ),
    "equal-options": Rule(
        why=said("Nobody can choose between two that say the same; one would count as wrong."),
        more=said(
            "Options, steps, and the sides of pairs must differ in every language. Capitals, spaces and punctuation make no "
            "difference when they are read aloud."
        ),
        wrong="- {id: a, text: {id: Tanya dulu, en: Ask first}}\n- {id: b, text: {id: Tanya dulu., en: Wait}}",
        right="- {id: a, text: {id: Tanya dulu, en: Ask first}}\n- {id: b, text: {id: Tunggu dulu, en: Wait}}",
    ),
    "all-of-them": Rule(
        why=said('The app shuffles the options, so "all of the above" points at the wrong ones.'),
        more=said(
            "An option should say something by itself. If several options are right, make the question a multiple one and mark "
            "each of them."
        ),
        wrong="- {id: c, text: {id: Semua benar, en: All of the above}}",
        right="- {id: c, text: {id: Kantor desa, en: The village office}}",
    ),
    "reply-repeats": Rule(
        why=said("Learners hear only what they have just read, and learn nothing new from it."),
        more=said(
            "A reply says why something is right or wrong and what one can do. Those who were wrong need another one than those "
            "who were right."
        ),
        wrong="text: {id: Baca dulu, en: Read first}\nreply: {id: Baca dulu., en: Read first.}",
        right="text: {id: Baca dulu, en: Read first}\nreply: {id: Yang ditulis mengikat., en: What is written binds.}",
    ),
    "statement-asks": Rule(
        why=said("Learners do not know what it is that they call true or false."),
        more=said(
            "A question of the kind true_false shows a sentence, and learners say whether it is so. Write it as a sentence with "
            "a full stop."
        ),
        wrong="ask: {id: Apakah kontrak boleh lisan?, en: May a contract be spoken?}",
        right="ask: {id: Kontrak boleh lisan., en: A contract may be spoken.}",
    ),
    "all-signs": Rule(
        why=said(
            "Who marks everything is right, so nobody learns to tell signs from ordinary words."
        ),
        more=said(
            "The message of a spot question mixes warning signs with harmless parts, such as a greeting. Add at least one part "
            "without  sign:"
        ),
        wrong="message:\n  - {id: now, text: {…}, sign: {…}}\n  - {id: fee, text: {…}, sign: {…}}",
        right="message:\n  - {id: hello, text: {…}}\n  - {id: now, text: {…}, sign: {…}}",
    ),
    "mistake-about": Rule(
        why=said("The reply to this mistake would never be shown, or to the wrong people."),
        more=said(
            "about: names the parts that a mistake is about. In an order question two steps, first the one that was put too "
            "early; in a match question a left and a right that were joined; in a spot question one part of the message."
        ),
        wrong="about: [read, sign]      # read comes before sign: no mistake",
        right="about: [sign, read]",
    ),
    "mistake-twice": Rule(
        why=said("The second reply is never shown, so its words are lost."),
        more=said(
            "Each mistake stands in the list once. Join the two, or name the parts of another mistake."
        ),
        wrong="- about: [sign, read]\n- about: [sign, read]",
        right="- about: [sign, read]\n- about: [sign, ask]",
    ),
}

_LESSONS = {
    "objective-without-page": Rule(
        why=said("People would be asked about something that no page has told them."),
        more=said(
            "Every objective is taught by at least one page, which names it in its list  objectives:.  A must-objective without "
            "a page keeps the lesson out of the library, because no session may leave it out."
        ),
        wrong="pages:\n  - id: papers\n    objectives: [ship.papers]      # and who teaches ship.pay?",
        right="pages:\n  - id: papers\n    objectives: [ship.papers, ship.pay]",
    ),
    "listed-twice": Rule(
        why=said("It would be printed or counted twice."),
        more=said("An id stands in a list once. Take out the second one."),
        wrong="contacts: [polri-110, kp2mi, polri-110]",
        right="contacts: [polri-110, kp2mi]",
    ),
    "panel-twice": Rule(
        why=said("A panel of the leaflet would be wasted on what another one says already."),
        more=said("A leaflet has three panels inside. Let each show another page of the lesson."),
        wrong="inside:\n  - {page: papers}\n  - {page: papers}",
        right="inside:\n  - {page: papers}\n  - {page: pay}",
    ),
    "reference-inside": Rule(
        why=said("What stands in the curly brackets would be lost where these words are put in."),
        more=said(
            "The words of a fact or a term are put into other texts. They cannot refer to a fact, a help line or a term "
            "themselves; write the words out."
        ),
        wrong='word: {id: "{term:tppo}", en: TPPO}',
        right="word: {id: TPPO, en: TPPO}",
    ),
}

_OFFERS = {
    "offer-signs": Rule(
        why=said("Learners would not be told how to see what the offer is."),
        more=said(
            "A trap lists the signs that give it away. An honest offer has none; it has  checks:,  what one must still check "
            "before believing it."
        ),
        wrong="honest: true\nsigns:\n  - {id: Mendesak, en: Pressure}",
        right="honest: false\nsigns:\n  - {id: Mendesak, en: Pressure}",
    ),
    "only-traps": Rule(
        why=said("Who sees only traps learns to distrust every offer, also the honest ones."),
        more=said(
            "We teach people to tell offers apart, not to fear them: lawful work abroad is a right. Write an honest offer beside "
            "each trap, as like it as possible, with the same  pair:"
        ),
        wrong="- {id: deck-b, pair: deck, honest: false, …}",
        right="- {id: deck-a, pair: deck, honest: true, …}\n- {id: deck-b, pair: deck, honest: false, …}",
    ),
    "no-twin": Rule(
        why=said(
            "Without its counterpart an offer shows what to fear, or what to trust, but not the difference."
        ),
        more=said(
            "Offers come in pairs: one honest, one a trap, as like each other as possible. Both have the same word after  pair:"
        ),
        wrong="- {id: deck-b, pair: deck, honest: false, …}",
        right="- {id: deck-a, pair: deck, honest: true, …}\n- {id: deck-b, pair: deck, honest: false, …}",
    ),
}

_FORMS = {
    "forms-uneven": Rule(
        why=said("Half a pair measures nothing: what was asked before is not asked again after."),
        more=said(
            "forms:  names two tests for the hall, A and B. Half of the people answer A before the lesson and B after it, the "
            "others the other way round. So for each question of A there stands one like it at the same place in B."
        ),
        wrong="forms:\n  a: [ship-01, ship-02]\n  b: [ship-03]",
        right="forms:\n  a: [ship-01, ship-02]\n  b: [ship-03, ship-04]",
    ),
    "forms-twice": Rule(
        why=said("People would remember their first answer, and that would count as learned."),
        more=said(
            "A question stands in one of the two forms, and there once. Write another one like it."
        ),
        wrong="forms:\n  a: [ship-01]\n  b: [ship-01]",
        right="forms:\n  a: [ship-01]\n  b: [ship-03]",
    ),
    "forms-kind": Rule(
        why=said("The answers could not be counted in the hall."),
        more=said(
            "A test in the hall is answered by raised hands or on slips of paper, one answer to a question. That works with the "
            "kinds choice, true_false, verdict and spot."
        ),
        wrong="forms:\n  a: [ship-05]      # kind: order\n  b: [ship-06]",
        right="forms:\n  a: [ship-01]      # kind: choice\n  b: [ship-03]",
    ),
    "forms-unlike": Rule(
        why=said(
            "Before and after would be measured with different things, so they could not be compared."
        ),
        more=said(
            "Questions at the same place in A and B test the same objective and are of the same kind; of offers both are honest "
            "or both are traps. They should be equally hard, too; that only people can judge."
        ),
        wrong="forms:\n  a: [ship-01]      # objective: ship.papers\n  b: [ship-04]      # objective: ship.pay",
        right="forms:\n  a: [ship-01]      # objective: ship.papers\n  b: [ship-03]      # objective: ship.papers",
    ),
    "forms-lopsided": Rule(
        why=said("A hall that calls every offer a trap would look as if it had learned a lot."),
        more=said(
            "Each form needs as many honest offers as traps, so that a refused honest offer shows just as a trap that was "
            "believed."
        ),
        wrong="forms:\n  a: [ship-07]      # a trap\n  b: [ship-08]      # a trap",
        right="forms:\n  a: [ship-07, ship-09]      # a trap and an honest offer\n  b: [ship-08, ship-10]",
    ),
}

_REFRESHER = {
    "refresher-twice": Rule(
        why=said("The second time nobody has to remember anything."),
        more=said(
            "refresher:  names the questions for a meeting about a month later, each of them once."
        ),
        wrong="refresher: [ship-11, ship-11]",
        right="refresher: [ship-11, ship-12]",
    ),
    "refresher-kind": Rule(
        why=said("A room votes on these questions, talks, and votes again."),
        more=said(
            "That works with the kinds choice, true_false and verdict. Write another question, and name it in  refresher:"
        ),
        wrong="refresher: [ship-05]      # kind: order",
        right="refresher: [ship-11]      # kind: choice",
    ),
    "refresher-tested": Rule(
        why=said("Who met it in the test remembers the answer, and not what the lesson said."),
        more=said(
            "The questions of  refresher:  are kept for a meeting about a month later: they are asked neither in the tests nor in "
            "the quiz. Let them put what was learned into a new small story."
        ),
        wrong="forms: {a: [ship-01], b: [ship-03]}\nrefresher: [ship-01]",
        right="forms: {a: [ship-01], b: [ship-03]}\nrefresher: [ship-11]",
    ),
    "refresher-empty": Rule(
        why=said("People would come back after a month, and there would be nothing to remember."),
        more=said(
            "A session plan with  refresher: true  asks only what the quizzes of its lessons keep for a month later. A lesson "
            "whose quiz keeps nothing adds nothing to it; if none of them keeps anything, the whole lessons are set up."
        ),
        wrong="lessons: [ship]      # and no refresher: in its quiz\nrefresher: true",
        right="lessons: [ship]      # in its quiz:  refresher: [ship-11, ship-12]\nrefresher: true",
    ),
}

RULES: dict[str, Rule] = {
    **_QUESTIONS,
    **_LESSONS,
    **_OFFERS,
    **_FORMS,
    **_REFRESHER,
}
