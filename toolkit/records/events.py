"""Events of runs and of hall sessions as one line of JSON each, and back. Knows their types only."""

from __future__ import annotations

from typing import cast

from toolkit.records.strict import line, record
from toolkit.session import hall, run

_OF_RUNS: dict[str, type[run.Event]] = {
    "started": run.Started,
    "turned": run.Turned,
    "quiz-opened": run.QuizOpened,
    "pages-opened": run.PagesOpened,
    "answered": run.Answered,
    "continued": run.Continued,
    "talked": run.Talked,
}
_OF_SESSIONS: dict[str, type[hall.Event]] = {
    "opened": hall.Opened,
    "typed": hall.Typed,
    "counted": hall.Counted,
    "revealed": hall.Revealed,
    "went-on": hall.WentOn,
    "went-back": hall.WentBack,
    "skipped": hall.Skipped,
    "reopened": hall.Reopened,
    "returned": hall.Returned,
    "marked": hall.Marked,
    "heads-counted": hall.HeadsCounted,
    "replanned": hall.Replanned,
    "taken-back": hall.TakenBack,
    "put-off": hall.PutOff,
    "ended": hall.Ended,
}
_NAMES: dict[type, str] = {
    kind: name for kinds in (_OF_RUNS, _OF_SESSIONS) for name, kind in kinds.items()
}


def written(event: run.Event | hall.Event) -> str:
    """The event as a line of JSON."""
    return line(_NAMES[type(event)], event)


def read(text: str) -> run.Event:
    """The event of a run's line. Raises ValueError for a line that is none of ours."""
    return cast(run.Event, record(text, _OF_RUNS))


def read_hall(text: str) -> hall.Event:
    """The event of a session's line. Raises ValueError for a line that is none of ours."""
    return cast(hall.Event, record(text, _OF_SESSIONS))
