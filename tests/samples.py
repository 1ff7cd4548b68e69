"""A trainer's files: small, whole, and right, so that a test can break one thing."""

from __future__ import annotations

LESSON = """\
lesson: ship
order: 9
icon: boat
title: {id: Kerja di kapal, en: Working on ships}
about: {id: Sebelum naik kapal., en: Before you board.}
objectives:
  - id: ship.papers
    priority: must
    minutes: 5
    text: {id: Menyebut surat, en: Name the papers}
pages:
  - id: papers
    icon: document
    title: {id: Surat, en: Papers}
    objectives: [ship.papers]
    show:
      - {id: Baca dulu suratnya., en: Read the papers first.}
    say: {id: Mari kita baca., en: Let us read.}
    ask: {id: Surat apa?, en: Which papers?}
takeaways:
  - {id: Baca dulu., en: Read first.}
leaflet:
  front: {id: Baca dulu., en: Read first.}
  inside:
    - {page: papers}
    - {page: papers}
    - {page: papers}
contacts: [polri-110]
sources: [uu-18-2017]
"""

QUIZ = """\
quiz: ship
lesson: ship
questions:
  - id: sh-01
    kind: choice
    objective: ship.papers
    ask: {id: Apa dulu?, en: What first?}
    options:
      - id: a
        right: true
        text: {id: Baca, en: Read}
        reply: {id: Betul., en: Right.}
      - id: b
        text: {id: Teken, en: Sign}
        belief: {id: Cepat itu baik, en: Quick is good}
        reply: {id: Baca dulu., en: Read first.}
"""

OTHER_KINDS = """\
quiz: ship
lesson: ship
questions:
  - id: sh-02
    kind: verdict
    objective: ship.papers
    ask: {id: Bagaimana?, en: What do you think?}
    offer: deckhand-a
    mistake:
      belief: {id: Semua bohong, en: All are lies}
      reply: {id: Cek dulu., en: Check first.}
  - id: sh-03
    kind: scenario
    objective: ship.papers
    ask: {id: Balas pesannya., en: Answer the message.}
    scenario: uncle
  - id: sh-04
    kind: opinion
    objective: ship.papers
    ask: {id: Lebih baik mana?, en: Which is better?}
    options:
      - {id: a, text: {id: Tunggu, en: Wait}}
      - {id: b, text: {id: Berangkat, en: Go}}
    after: {id: Terima kasih., en: Thank you.}
"""

OFFERS = """\
offers:
  - id: deckhand-a
    pair: deckhand
    honest: true
    level: 1
    message:
      - {id: Lowongan contoh., en: An example offer.}
    checks:
      - {id: Tanya Disnaker., en: Ask the manpower office.}
"""

SCENARIO = """\
scenario: uncle
title: {id: Paman, en: Uncle}
partner: {id: Paman (contoh), en: Uncle (example)}
turns:
  - id: hello
    says:
      - {id: Halo., en: Hello.}
    replies:
      - {id: ask, text: {id: Di mana?, en: Where?}, next: bye}
  - id: bye
    says:
      - {id: Nanti saja., en: Later.}
    debrief: {id: Ia menghindar., en: He dodged the question.}
    technique: {id: menunda jawaban, en: putting off answers}
"""
