"""Whether what we claim is still looked after."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule
from toolkit.language import said

RULES: dict[str, Rule] = {
    "past-review": Rule(
        why=said(
            "It may no longer be true; until somebody looks, paper is stamped as out of date."
        ),
        more=said(
            "Facts and help lines are looked at again before the day after  review_by:.  Look up the source, or dial the number. "
            "If it still holds, write the new dates; if not, correct it."
        ),
        wrong="review_by: 2026-01-01",
        right="review_by: 2027-11-22",
    ),
    "review-too-late": Rule(
        why=said(
            "A number that nobody has looked at for so long may belong to somebody else by now."
        ),
        more=said(
            "Telephone numbers change hands. A help line is looked at again at most 18 months after it was last dialled "
            "(verified_on), or last seen in print (seen_on)."
        ),
        wrong="seen_on: 2026-01-12\nreview_by: 2029-01-01",
        right="seen_on: 2026-01-12\nreview_by: 2027-07-12",
    ),
    "not-yet": Rule(
        why=said(
            "Nobody can have seen, read or dialled anything on that day, so the date is a slip."
        ),
        more=said(
            "date, as_of, seen_on, verified_on and the days of reviewed_by tell of days that have been. If the date is right, the "
            "clock of this computer may be wrong; the day can be given with  --as-of."
        ),
        wrong="seen_on: 2062-01-12",
        right="seen_on: 2026-01-12",
    ),
    "do-not-print": Rule(
        why=said("People in need would call a number that is wrong, dead, or somebody else's."),
        more=said(
            "The do-not-print list holds numbers and addresses that circulate and are wrong. Use a help line of the library "
            "instead, as  {{contact:id}},  or take the number out."
        ),
        wrong='say: {id: "Telepon 021-129.", en: "Call 021-129."}',
        right='say: {id: "Telepon {contact:sapa-129}.", en: "Call {contact:sapa-129}."}',
    ),
    "typed-number": Rule(
        why=said("When the number changes, it would stay wrong here, and nobody would notice."),
        more=said(
            "Figures, dates and telephone numbers stand once, with source and date, in lessons/reference/. Texts refer to them "
            "with  {{fact:id}}  or  {{contact:id}},  so that they are right everywhere at once. Times of day and 100% may be typed."
        ),
        wrong='say: {id: "Telepon 110.", en: "Call 110."}',
        right='say: {id: "Telepon {contact:polri-110}.", en: "Call {contact:polri-110}."}',
    ),
}
