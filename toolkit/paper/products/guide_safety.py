"""What the facilitator's guide says about safety, about leading, and about the time after.

Short sentences that can be followed without thinking, because there will be no time to think.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.content.lesson import Page
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type.flow import Run, Runs, words_in
from toolkit.session import scripts

POLICE = "polri-110"
"""The help line to call where somebody is in danger."""


class Topic(NamedTuple):
    """A heading, what is said word for word, and what to do."""

    heading: Runs
    say: tuple[Runs, ...]
    do: tuple[Runs, ...]


def safety(copyist: Copyist, pages: Iterable[Page]) -> tuple[Topic, ...]:
    """What keeps people safe, from the first word to the last, in a session that shows these pages."""
    gettext, ours = copyist.lang.gettext, copyist.ours

    def topic(heading: str, do: tuple[str | Runs, ...], say: tuple[str, ...] = ()) -> Topic:
        done = tuple(ours(one) if isinstance(one, str) else one for one in do)
        return Topic(ours(heading), tuple(ours(one) for one in say), done)

    return (
        topic(
            gettext("Say this at the beginning"),
            (gettext("It protects survivors. It also protects you."),),
            tuple(gettext(one) for one in scripts.OPENING[1:]),
        ),
        topic(
            gettext("No names"),
            (
                gettext("Write down no names, no telephone numbers and no stories."),
                gettext("Take no pictures of faces. Ask nobody about their own case."),
            ),
        ),
        *_hard_pages(copyist, pages),
        topic(
            gettext("If somebody begins to tell"),
            (gettext("Stop them kindly, then go on. Do not ask anything before all people."),),
            (gettext('"Thank you for your trust. We can go on after the session."'),),
        ),
        topic(
            gettext("If somebody comes to you afterwards"),
            (
                gettext("Sit where others can see you both, but not hear you."),
                gettext("Listen. Ask for no details, do not judge, do not promise anything."),
                gettext(
                    "Give a card with the help lines. Offer to call together, if they want it."
                ),
                _in_danger(copyist),
                gettext(
                    "Speak of it to nobody else. What happens next is for the officers of the help lines to decide, not for us."
                ),
            ),
        ),
        topic(
            gettext("If you think that a recruiter is in the room"),
            (
                gettext("Accuse nobody, ask nobody, give no sign. Keep to this guide."),
                gettext("Let nobody collect telephone numbers or invite people to a chat group."),
                gettext("Afterwards, tell the police or the immigration office quietly."),
            ),
        ),
        topic(
            gettext("If the wrong person looks at the screen"),
            (
                gettext(
                    "F9 or the full stop hides the screen at once. The same key brings it back."
                ),
                gettext("On paper: turn this guide over."),
            ),
        ),
    )


def _in_danger(copyist: Copyist) -> Runs:
    """What to do at once, with the number: nobody turns pages then."""
    gettext, ours = copyist.lang.gettext, copyist.ours
    police = copyist.library.contacts.get(POLICE)
    if police is None:
        return ours(
            gettext("In danger now? Call the police at once. The numbers stand after these topics.")
        )
    before, after = gettext("In danger now? Call the police at once: {number}.").split("{number}")
    told = copyist.helpline(police, brief=True)
    stamp = (Run(" "), *told.stamp) if told.stamp else ()
    return (*ours(before), *told.number, *stamp, *ours(after))


def _hard_pages(copyist: Copyist, pages: Iterable[Page]) -> Iterator[Topic]:
    """Those of the pages that have a content note, if there are any."""
    gettext, ours = copyist.lang.gettext, copyist.ours
    noted = [page for page in pages if page.note is not None]
    if not noted:
        return
    titles = joined(copyist.text(page.title) for page in noted)
    do = (
        ours(
            gettext(
                "Some pages have a note that begins “Read this out first”. Read it out, then wait a moment."
            )
        ),
        ours(gettext("Whoever goes out is not asked why, neither now nor later.")),
        ended((Run(gettext("In this session:") + " "), *titles)),
    )
    yield Topic(ours(gettext("Pages that are hard to hear")), (), do)


def ways(copyist: Copyist, *, later: bool = False) -> tuple[Topic, ...]:
    """How to lead, with and without the laptop, and how to count."""
    gettext, ours = copyist.lang.gettext, copyist.ours
    without_power: tuple[str, ...] = (
        gettext(
            "In the tests before and after: where this guide says “type”, write the count on the tally sheet. When there is power again, it can be typed in from there."
        ),
        gettext(
            "In all other parts look how the hands are spread. Nothing needs to be written down."
        ),
    )
    if later:
        without_power = (
            gettext("Look how the hands are spread. Nothing needs to be written down."),
        )
    told = (
        (
            gettext("How to read this guide"),
            (
                gettext("Words beside a thick line are to be said as they stand."),
                gettext("In the frame stands what the room sees on the screen."),
                gettext("On the left: the minute in which it begins, and how long it takes."),
            ),
        ),
        (
            gettext("With the laptop"),
            (
                gettext(
                    "Enter does one thing each time: first it takes the counts, then it shows the answer, then it goes on. PgUp goes back."
                ),
                gettext(
                    "Type how many hands you count for the first letter, press space, then for the next one."
                ),
                gettext(
                    "Short of time? Press T: it asks how many minutes are left, and makes a shorter plan."
                ),
            ),
        ),
        (
            gettext("Without electricity"),
            (
                gettext(
                    "Read out what stands in the frame, slowly and twice. Write the letters on a board."
                ),
                *without_power,
            ),
        ),
        (
            gettext("Counting"),
            (
                gettext(
                    "Count all hands for one letter, then for the next. Everybody raises a hand once, or never."
                ),
                gettext("The counts together are never more than the people in the room."),
                gettext(
                    "With cards: where there are more than two options only the letter counts."
                ),
                gettext("Whoever does not answer is not asked why."),
            ),
        ),
    )
    return tuple(Topic(ours(head), (), tuple(ours(one) for one in do)) for head, do in told)


def after(copyist: Copyist, *, later: bool = False) -> Topic:
    """What to do when people have gone."""
    gettext, ours = copyist.lang.gettext, copyist.ours
    by_tests = (
        gettext(scripts.SLIPS_COUNT),
        gettext(
            "Counts on a tally sheet: type them in today, at the latest this week, "
            "while you remember."
        ),
    )
    destroyed = gettext(
        "When the counts are kept, destroy the used quiz sheets and the tally sheet: tear or burn them."
    )
    do = (
        gettext(
            "Stay a while. Whoever wants to talk to you must be able to, without others hearing it."
        ),
        *(() if later else by_tests),
        gettext(scripts.SUMMARY),
        gettext(
            "The stick goes to the office that gathers the results. There are only numbers on it, no names."
        ),
        *(() if later else (destroyed,)),
    )
    return Topic(ours(gettext("After the session")), (), tuple(ours(one) for one in do))


def ended(words: Runs) -> Runs:
    """Words with a full stop, unless they end with a sign of their own."""
    return words if words_in(words).endswith((".", "?", "!", "…")) else (*words, Run("."))


def joined(titles: Iterable[Runs]) -> Runs:
    """Titles in one line."""
    runs: list[Run] = []
    for place, title in enumerate(titles):
        runs += [Run("; "), *title] if place else title
    return tuple(runs)
