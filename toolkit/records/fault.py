"""A fault of our own: kept whole for the maintainers, told calmly to the person."""

from __future__ import annotations

import traceback
from pathlib import Path

from toolkit.errors import Breakdown
from toolkit.language import N_, Said

FILE_NAME = "cekdulu-fault.log"


def fault(folder: Path, error: BaseException) -> Breakdown:
    """Keep the trace of `error` in the data folder; returns what to tell the person."""
    log = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        where = str(log)
    except OSError:
        where = "-"
    return Breakdown(
        Said(N_("Cek Dulu has made a mistake; you have not. What was answered is kept."), {}),
        Said(N_("Please send this file to whoever looks after Cek Dulu: {log}"), {"log": where}),
    )
