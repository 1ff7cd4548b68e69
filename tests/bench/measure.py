"""What all benchmarks share: how times are told, on which machine, and the program as installed."""

from __future__ import annotations

import compileall
import importlib.metadata
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
# Run as a script, only this folder is known; the program and the tests' terminal lie above.
sys.path[1:1] = [str(ROOT / "tests"), str(ROOT)]


def machine(*packages: str) -> str:
    """One line: processor, system, versions, and how busy it is just now."""
    cpu = platform.processor() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        cpu = next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in packages)
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{cpu}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, {versions}{load}"
    )


def row(name: str, seconds: Sequence[float], more: str = "") -> str:
    """Median, the middle half and the extremes of some times, in milliseconds."""
    times = [1000 * one for one in seconds]
    low, middle, high = statistics.quantiles(times, n=4)
    p95 = statistics.quantiles(times, n=20)[-1]
    return (
        f"{name:<44} {middle:7.1f} ms   half within {low:.1f}-{high:.1f}, p95 {p95:.1f}, "
        f"{min(times):.1f}-{max(times):.1f}, n={len(times)}{more}"
    )


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """How many times as long ours takes, by medians."""
    return statistics.median(ours) / statistics.median(theirs)


@contextmanager
def installed() -> Iterator[dict[str, str]]:
    """An environment in which `python -m toolkit` is the wheel, compiled, as users have it.

    A checkout would be slower: it reads the translators' files instead of compiled ones.
    """
    with tempfile.TemporaryDirectory(prefix="cekdulu-bench-") as folder:
        build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
        (wheel,) = Path(folder).glob("*.whl")
        there = Path(folder, "installed")
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(there)
        compileall.compile_dir(there, quiet=1)
        own = {"PYTHONPATH": str(there), "XDG_DATA_HOME": str(Path(folder, "data"))}
        # Else `python -m toolkit`, called in the checkout, would be the checkout.
        own["PYTHONSAFEPATH"] = "1"
        plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        yield {**plain, **own}
