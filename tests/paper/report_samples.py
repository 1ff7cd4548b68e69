"""Figures for reports: an ordinary evening, everything an office gathered, and what may go wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from toolkit.session.agenda import Part
from toolkit.session.figures import (
    Attendance,
    BeliefFigure,
    Discernment,
    Few,
    Figures,
    ObjectiveFigure,
    PartTime,
    Rate,
    Scope,
    Signs,
    Village,
    Withheld,
)

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "recruitment.channel": "You can say where false offers come from, people we know included.",
        "recruitment.bait": "You can point out the bait in a job post and ask about what it leaves out.",
        "recruitment.pressure": "You notice when somebody is hurrying you, and you put off the answer.",
        "voucher": "A neighbour brings a job offer. What first?",
        "voucher.trust": "If a neighbour vouches for it, it must be true",
        "visa.later": "The visa can be sorted out later",
        "card.photo": "A photo of a card is proof",
        "visa": "When should the visa be there?",
        "recruitment/bait": "What the post does not say",
    },
    "id": {
        "recruitment.channel": "Anda bisa menyebutkan dari mana tawaran jebakan datang, termasuk lewat orang yang kita kenal.",
        "recruitment.bait": "Anda bisa menunjukkan umpan dalam sebuah lowongan dan menanyakan apa yang tidak disebut.",
        "recruitment.pressure": "Anda tahu kalau sedang didesak, dan bisa menunda jawaban.",
        "voucher": "Tetangga membawa tawaran kerja. Apa dulu?",
        "voucher.trust": "Kalau tetangga yang menjamin, pasti benar",
        "visa.later": "Visa bisa diurus belakangan",
        "card.photo": "Foto kartu adalah bukti",
        "visa": "Kapan visa harus ada?",
        "recruitment/bait": "Apa yang tidak disebut",
    },
}

TIMES = (
    PartTime(Part.OPENING, 240, 260),
    PartTime(Part.OPINION, 180, 150),
    PartTime(Part.BEFORE, 480, 610),
    PartTime(Part.LESSON, 1500, 1440),
    PartTime(Part.QUIZ, 900, 1130),
    PartTime(Part.OFFERS, 600, 540),
    PartTime(Part.AFTER, 480, 420),
    PartTime(Part.CLOSING, 300, 310),
)

EVENING = Figures(
    scope=Scope(
        session="a1", village="Sukamaju", since="", until="", days=("2026-11-19",), sessions=1
    ),
    attendance=Attendance(31, 18, 13, 9),
    villages=(Village("Sukamaju", 1, 31),),
    objectives=(
        ObjectiveFigure("recruitment.bait", Rate(24, 58), Rate(43, 57), 1, 0.5821),
        ObjectiveFigure(
            "recruitment.channel", Rate(29, 29), Rate(28, 29), 0, None, Withheld.FULL_BEFORE
        ),
        ObjectiveFigure("recruitment.pressure", Rate(7, 28), Rate(17, 30), 2, 0.4222),
    ),
    discernment=Discernment(
        Rate(37, 87), Rate(71, 86), Rate(26, 87), Rate(51, 86), only_suspicion=True
    ),
    beliefs=(
        BeliefFigure("voucher", "trust", Rate(14, 29), Rate(9, 29)),
        BeliefFigure("card", "photo", Rate(11, 29), Rate(6, 28)),
        BeliefFigure("visa", "later", Rate(8, 29), Rate(4, 29)),
    ),
    signs=Signs(3, None, None),
    marked=(("recruitment/bait", 1), ("visa", 1)),
    times=TIMES,
    by_hands=1,
    words=WORDS,
)
"""One session by show of hands; the room learned to refuse, which is told as a warning."""

LONG = (
    "Kampung Baru Tanjung Selatan Hilir Seberang Sungai Kecil Dekat Muara Lama "
    "Kecamatan Persiapan Pulau-Pulau Terluar Bagian Timur Laut"
)
SOLID = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3

_TEMPLATES = {
    "en": "Belief number {n}: somebody who speaks so kindly and answers so fast, at any hour of the "
    "day, and who even asks after my mother, would never lie to a family like ours",
    "id": "Keyakinan nomor {n}: orang yang bicaranya begitu halus dan membalas begitu cepat, jam berapa "
    "pun, bahkan menanyakan kabar ibu saya, tidak mungkin membohongi keluarga seperti kita",
}

OFFICE = replace(
    EVENING,
    scope=Scope(
        since="2026-01-01",
        until="2026-11-22",
        days=("2026-01-07", "2026-05-30", "2026-11-21"),
        sessions=1412,
        gathered=1390,
    ),
    attendance=Attendance(41230, 22410, 18820, Few.FEW, small=3),
    by_hands=1400,
    on_slips=12,
    villages=tuple(
        Village(name, n + 1, 30 * (n + 1))
        for n, name in enumerate(
            (LONG, SOLID, *(f"Desa {letter}arigading" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        )
    ),
    objectives=tuple(
        ObjectiveFigure(
            f"lesson.objective-{n:02d}",
            Rate(9000 + 311 * n, 38000),
            Rate(20000 + 500 * n, 37111),
            889 - n,
            0.1 + n / 50,
            priority=("could", "should", "must")[n % 3],
        )
        for n in range(30)
    ),
    beliefs=tuple(
        BeliefFigure("belief", str(n), Rate(14000 - n * 900, 38112), Rate(9000 - n * 500, 37777))
        for n in range(8)
    ),
    signs=Signs(3, Rate(4100, 19771), Rate(12903, 18990)),
    marked=tuple((f"lesson/page-with-a-rather-long-name-{n:02d}", 40 - n) for n in range(25)),
    times=tuple(
        PartTime(part, 150_000 * (n + 1), 171_234 * (n + 1), 1412) for n, part in enumerate(Part)
    ),
    words={
        code: {
            **{
                f"lesson.objective-{n:02d}": f"{n:02d}. {told['recruitment.bait']}"
                for n in range(30)
            },
            **{f"belief.{n}": _TEMPLATES[code].format(n=n) for n in range(8)},
        }
        for code, told in WORDS.items()
    },
)
"""Everything a programme office gathered in a year: more than a page can hold."""

YEAR = replace(
    OFFICE,
    scope=replace(OFFICE.scope, sessions=14),
    attendance=Attendance(412, 224, 188, 61),
    by_hands=14,
    on_slips=0,
    villages=tuple(
        Village(name, 1 + n % 2, 31 + n)
        for n, name in enumerate(("Cikaret", "Karanganyar", "Mekarjaya", "Sukamaju", "Tegalsari"))
    ),
    objectives=OFFICE.objectives[:12],
    beliefs=EVENING.beliefs,
    signs=Signs(3, Rate(41, 197), Rate(129, 189)),
    marked=(("recruitment/bait", 3), ("visa", 1)),
    times=tuple(PartTime(t.part, t.planned * 14, t.taken * 14, 14) for t in TIMES),
    words={code: {**told, **OFFICE.words[code]} for code, told in WORDS.items()},
)
"""What one sub-district gathered: twelve objectives, five villages."""

HIDDEN = replace(
    EVENING,
    attendance=Attendance(Few.FEW, Few.FEW, Few.FEW, Few.FEW, small=1),
    villages=(),
    objectives=tuple(
        ObjectiveFigure(one.objective, Few.FEW, Few.FEW, 0, None, Withheld.FEW)
        for one in EVENING.objectives
    ),
    discernment=Discernment(Few.FEW, Few.FEW, Few.FEW, Few.FEW),
    beliefs=(),
    signs=Signs(3, Few.FEW, Few.FEW),
)
"""Four people came: nothing is told about them."""

NOTHING = Figures(Scope(days=("2026-11-19",), sessions=1, village="Sukamaju"), Attendance(31))
"""A session in which nothing was counted, and no step finished."""

FOREIGN = replace(
    EVENING,
    scope=replace(EVENING.scope, village="สุขสันต์ <b>Suka</b> \x1b[31m村 & Co"),
    villages=(Village("สุขสันต์ <b>Suka</b> \x1b[31m村 & Co", 1, 31),),
    words={
        code: {**told, "voucher.trust": "หมู่บ้าน <font size=1>&amp;</font> الثقة {n} %s"}
        for code, told in WORDS.items()
    },
)
"""Names in other scripts, and words that mean something to a machine."""

SOLID_WORDS = replace(
    EVENING,
    scope=replace(EVENING.scope, village=SOLID),
    villages=(Village(SOLID, 1, 31),),
    words={code: dict.fromkeys(told, SOLID) for code, told in WORDS.items()},
)
"""Names without a single space."""

EVERY = {
    "evening": EVENING,
    "year": YEAR,
    "office": OFFICE,
    "hidden": HIDDEN,
    "nothing": NOTHING,
    "foreign": FOREIGN,
    "solid": SOLID_WORDS,
}
