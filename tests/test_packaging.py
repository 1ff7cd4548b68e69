"""What the wheel holds, and that an installed copy is the same program as the checkout."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest

from toolkit import RELEASED, VERSION
from toolkit.content.library import Library

ROOT = Path(__file__).parent.parent
CATALOG = "toolkit/language/catalogs/id/LC_MESSAGES/cekdulu"


@dataclass(frozen=True)
class Installed:
    """A wheel that was built from this checkout and installed far away from it."""

    wheel: Path
    python: Path
    elsewhere: Path

    def run(self, *arguments: str, env: Mapping[str, str] = os.environ) -> str:
        """What `cekdulu` writes on stdout; it must succeed."""
        done = subprocess.run(
            [self.python.parent / "cekdulu", *arguments],
            cwd=self.elsewhere, env=env, capture_output=True, encoding="utf-8", timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        return done.stdout


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build and install as pip would, but take the dependencies from where the tests run.

    So it needs no network; the dependencies themselves are what `.ci/run` tries out.
    """
    base = tmp_path_factory.mktemp("installed")
    _succeed(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(base), cwd=ROOT)
    (wheel,) = base.glob("*.whl")
    _succeed(sys.executable, "-m", "venv", str(base / "venv"), cwd=base)
    folder = base / "venv" / ("Scripts" if os.name == "nt" else "bin")
    python = folder / ("python.exe" if os.name == "nt" else "python")
    _succeed(str(python), "-m", "pip", "install", "--no-index", "--no-deps", str(wheel), cwd=base)
    ours = "import sysconfig; print(sysconfig.get_path('purelib'))"
    there = Path(_succeed(str(python), "-c", ours, cwd=base).strip())
    dependencies = "\n".join(path for path in sys.path if path.endswith("site-packages"))
    (there / "dependencies.pth").write_text(dependencies, encoding="utf-8")
    elsewhere = base / "a folder elsewhere"
    elsewhere.mkdir()
    return Installed(wheel, python, elsewhere)


def _succeed(*command: str, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def inside(installed: Installed) -> dict[str, bytes]:
    """The wheel's files."""
    with zipfile.ZipFile(installed.wheel) as wheel:
        return {name: wheel.read(name) for name in wheel.namelist()}


def test_the_wheel_holds_the_whole_library(inside: dict[str, bytes]) -> None:
    """Every file of lessons, quizzes and print is in the wheel, byte for byte."""
    for folder in ("lessons", "quizzes", "print"):
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert files
        for path in files:
            name = "toolkit/library/" + path.relative_to(ROOT).as_posix()
            assert inside.get(name) == path.read_bytes(), name


def test_the_wheel_holds_every_module_and_style(inside: dict[str, bytes]) -> None:
    """Nothing that the program needs stays behind in the checkout."""
    for pattern in ("*.py", "*.tcss"):
        for path in (ROOT / "toolkit").rglob(pattern):
            assert path.relative_to(ROOT).as_posix() in inside


def test_catalogs_are_compiled(inside: dict[str, bytes]) -> None:
    """The wheel speaks Indonesian from a compiled catalog; the translators' file stays home."""
    catalog = GNUTranslations(BytesIO(inside[f"{CATALOG}.mo"]))
    assert catalog.gettext("Not like this:") == "Bukan begini:"
    assert not [name for name in inside if name.endswith((".po", ".pot"))]


def test_the_wheel_holds_nothing_else(inside: dict[str, bytes]) -> None:
    """No test, no benchmark, no picture: only the program, its library and its licences."""
    assert {name.split("/")[0] for name in inside} == {"toolkit", f"cekdulu-{VERSION}.dist-info"}
    assert not [name for name in inside if "test" in name or "__pycache__" in name]
    licences = {name.rpartition("/")[2] for name in inside if "/licenses/" in name}
    assert licences == {"LICENSE", "LICENSE-CONTENT"}


def test_building_leaves_nothing_behind(installed: Installed) -> None:
    """A build writes only the wheel; the folder it is built from may be read-only."""
    assert installed.wheel.is_file()
    assert not (ROOT / "build").exists()


def test_an_installed_copy_lists_the_same(installed: Installed, library: Library) -> None:
    """Started anywhere, it knows the lessons, quizzes and products of the checkout."""
    listed = json.loads(installed.run("list", "--format", "json"))
    for kind in ("lessons", "quizzes", "products"):
        assert [one["id"] for one in listed[kind]] == list(getattr(library, kind))


def test_an_installed_copy_checks_its_library(installed: Installed) -> None:
    """On the day of the release the shipped library has nothing to say, and says so in Indonesian."""
    checked = installed.run("--as-of", RELEASED.isoformat(), "check", "--strict")
    assert checked.startswith("Tidak ada kesalahan di ")


def test_an_installed_copy_prints_the_same_bytes(installed: Installed, tmp_path: Path) -> None:
    """A leaflet of an installed copy is the checkout's leaflet, byte for byte."""
    day = ("--as-of", RELEASED.isoformat())
    job = ("print", "leaflet", "--lesson", "recruitment", "--lang", "id", "--out")
    there, here = tmp_path / "there", tmp_path / "here"
    installed.run(*day, *job, str(there))
    _succeed(sys.executable, "-m", "toolkit", *day, *job, str(here), cwd=ROOT)
    name = "leaflet-recruitment-id-a4.pdf"
    assert (there / name).read_bytes() == (here / name).read_bytes()
    assert (there / name).read_bytes().startswith(b"%PDF-")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_an_installed_copy_opens(installed: Installed) -> None:
    """The app comes up with its first lesson, in colour and style, and F10 ends it with status 0."""
    from terminal import F10, Terminal

    command = [str(installed.python.parent / "cekdulu")]
    with Terminal(command, columns=100, rows=30, cwd=installed.elsewhere) as terminal:
        terminal.wait_for("Begini cara mereka mencari orang", "F10")
        terminal.press(F10)
        assert terminal.ended() == 0


def test_python_m_is_the_command(installed: Installed) -> None:
    """`python -m toolkit` is `cekdulu`, its name in the help included."""
    command = [installed.python, "-m", "toolkit", "--help"]
    told = subprocess.run(
        command, cwd=installed.elsewhere, capture_output=True, encoding="utf-8", check=True
    )
    assert told.stdout == installed.run("--help")


def test_the_version_is_everywhere_the_same(installed: Installed) -> None:
    """The wheel's name, `--version` and the changelog's newest entry agree."""
    assert installed.wheel.name == f"cekdulu-{VERSION}-py3-none-any.whl"
    assert installed.run("--version") == f"cekdulu {VERSION}\n"
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[(\d[^]]*)\] - (\S+)$", changes, re.MULTILINE)
    assert newest
    assert newest.groups() == (VERSION, RELEASED.isoformat())


def test_every_dependency_says_why_it_is_there() -> None:
    """Each requirement in pyproject.toml carries a comment with its reason and cost."""
    written = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(written)
    extras = project["project"]["optional-dependencies"]
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(one for extra in extras.values() for one in extra),
    ]
    assert len(wanted) > 15
    for requirement in wanted:
        for line in (one for one in written.splitlines() if f'"{requirement}"' in one):
            assert re.search(r'"\]?,? +# \w', line), f"{requirement}: why is it there?"


def test_no_lock_file_is_kept() -> None:
    """Lock files name the hosts of somebody's registry: `uv run` makes one, and git leaves it out."""
    assert "uv.lock" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    if (ROOT / ".git").exists():
        kept = _succeed("git", "-c", "safe.directory=*", "ls-files", cwd=ROOT).splitlines()
        assert "pyproject.toml" in kept
        locks = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml"}
        assert not [name for name in kept if name.rpartition("/")[2] in locks]
