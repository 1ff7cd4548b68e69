"""Runs commands as a person would, in this process."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from toolkit import RELEASED
from toolkit.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the day of the release; returns exit code, stdout and stderr."""

    def run(*arguments: object) -> tuple[int, str, str]:
        code = 0
        try:
            code = main(["--as-of", str(RELEASED), *map(str, arguments)])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    return run
