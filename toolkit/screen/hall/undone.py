"""What was taken back, in words: told by comparing the state before with the state after."""

from __future__ import annotations

from toolkit.language import Said, said
from toolkit.session.hall import Hall


def undone(now: Hall, then: Hall) -> Said:
    """The difference that taking back made: `now` was there, `then` is there again."""
    if now.reopened != then.reopened:
        return said("Taken back: the page that was opened or closed.")
    if now.skipped - then.skipped:
        return said("Taken back: it is no longer left out.")
    if now.votes != then.votes:
        return said("Taken back: the counts. They can be typed anew.")
    if now.at != then.at:
        return said("Taken back: one step.")
    if now.stages != then.stages:
        return said("Taken back: the answer is hidden again.")
    if now.marked != then.marked:
        return said("Taken back: the mark.")
    if now.heads != then.heads:
        return said("Taken back: {n} people, as before.", n=then.heads)
    if (now.steps, now.until) != (then.steps, then.until):
        return said("Taken back: the plan is as it was before.")
    return said("Taken back.")
