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
  - id: deckhand-b
    pair: deckhand
    honest: false
    level: 1
    message:
      - {id: Lowongan contoh yang mendesak., en: An example offer that presses you.}
    signs:
      - {id: Harus malam ini., en: It must be tonight.}
    checks:
      - {id: Minta waktu., en: Ask for time.}
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

ALL_PLAYED = """\
quiz: ship
lesson: ship
questions:
  - id: sh-11
    kind: multiple
    objective: ship.papers
    ask: {id: Mana yang dibawa?, en: What do you take along?}
    options:
      - id: a
        right: true
        text: {id: Paspor, en: Passport}
        reply: {id: Betul., en: Right.}
      - id: b
        right: true
        text: {id: Kontrak, en: Contract}
        reply: {id: Jangan lupa kontrak., en: Do not forget the contract.}
      - id: c
        text: {id: Titipan, en: A parcel}
        belief: {id: Menolong itu baik, en: Helping is good}
        reply: {id: Jangan bawa titipan., en: Carry no parcels.}
  - id: sh-12
    kind: true_false
    objective: ship.papers
    ask: {id: Kontrak boleh lisan., en: A contract may be spoken.}
    answer: false
    reply: {id: Harus tertulis., en: It must be written.}
    mistake:
      belief: {id: Kata orang cukup, en: A word is enough}
      reply: {id: Minta tertulis., en: Ask for it in writing.}
  - id: sh-13
    kind: order
    objective: ship.papers
    ask: {id: Urutkan., en: Put in order.}
    steps:
      - {id: read, text: {id: Baca, en: Read}}
      - {id: ask, text: {id: Tanya, en: Ask}}
      - {id: sign, text: {id: Teken, en: Sign}}
    reply: {id: Baca dulu., en: Read first.}
    mistakes:
      - about: [sign, read]
        belief: {id: Teken dulu tidak apa, en: Signing first does no harm}
        reply: {id: Belum dibaca., en: It has not been read.}
  - id: sh-14
    kind: match
    objective: ship.papers
    ask: {id: Pasangkan., en: Match.}
    pairs:
      - {id: pass, left: {id: Paspor, en: Passport}, right: {id: Imigrasi, en: Immigration}}
      - {id: job, left: {id: Lowongan, en: Vacancy}, right: {id: Disnaker, en: Manpower office}}
    reply: {id: Dua kantor., en: Two offices.}
    mistakes:
      - about: [pass, job]
        belief: {id: Semua di Disnaker, en: All at the manpower office}
        reply: {id: Paspor di Imigrasi., en: Passports are for Immigration.}
  - id: sh-15
    kind: spot
    objective: ship.papers
    ask: {id: Tandai., en: Mark.}
    message:
      - {id: hello, text: {id: Halo (contoh)., en: Hello (example).}}
      - {id: now, text: {id: Malam ini juga., en: Tonight.}, sign: {id: Mendesak., en: Pressure.}}
    reply: {id: Desakan itu tanda., en: Pressure is a sign.}
    mistakes:
      - about: [now]
        belief: {id: Cepat itu biasa, en: Quick is normal}
        reply: {id: Minta waktu., en: Ask for time.}
"""

CONTACT = """\
contacts:
  - id: polri-110
    name: {id: Polisi, en: Police}
    number: "112"
    dial: "112"
    channel: phone
    scope: {id: Semua orang, en: Everybody}
    reach: indonesia
    sources: [uu-18-2017]
    seen_on: 2026-10
    review_by: REVIEW
"""
