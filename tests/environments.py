"""Tests under other Pythons, and with the lowest versions that pyproject.toml allows.

Each gets a virtual environment of its own below `build/`. What this machine does not have is told
as not tried, and is no success: `make pythons` and `make lowest` end with 1 then.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import which
from typing import Final, Literal, NamedTuple

import click

from docs.generated import write_part

ROOT: Final = Path(__file__).parents[1]
_BUILD: Final = ROOT / "build"
_CLASSIFIER: Final = "Programming Language :: Python :: "
_FEWEST: Final = "3.11"


class Environment(NamedTuple):
    """A Python, and the versions that are installed for it."""

    python: str
    """Such as `3.12`."""
    versions: Literal["locked", "lowest"] = "locked"

    @property
    def folder(self) -> Path:
        """Its virtual environment."""
        return _BUILD / f"{self.versions}-{self.python}"

    @property
    def name(self) -> str:
        """What the table calls it."""
        return f"Python {self.python}, {self.versions} versions"


class Outcome(NamedTuple):
    """What became of the suite in an environment."""

    environment: Environment
    command: str
    passed: bool
    said: str
    """The last line of the tests, or why there were none."""

    @property
    def row(self) -> str:
        """The row of the table."""
        return f"| {self.environment.name} | {self.said} | `{self.command}` |"


def pythons() -> list[Environment]:
    """The Pythons that pyproject.toml names, with the locked versions."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [text.removeprefix(_CLASSIFIER) for text in project["classifiers"]]
    return [Environment(version) for version in named if version.startswith("3.")]


def interpreter(version: str) -> str | None:
    """The Python of that version on this machine: on the path, pyenv's, or one that uv gets."""
    for candidate in _candidates(version):
        asked = [candidate, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        try:
            done = subprocess.run(asked, capture_output=True, text=True, check=False)
        except OSError:
            continue
        if done.stdout.strip() == version:
            return candidate
    return None


def _candidates(version: str) -> Iterator[str]:
    yield sys.executable
    if found := which(f"python{version}"):
        yield found
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from map(str, sorted(root.glob(f"versions/{version}.*/bin/python"), reverse=True))
    _uv("python", "install", "--quiet", version)
    done = _uv("python", "find", "--managed-python", version)
    if not done.returncode:
        yield done.stdout.strip()


def run_suite(environment: Environment, command: str, arguments: Sequence[str]) -> Outcome:
    """Make the environment anew and run the tests in it, all but those that install the package."""
    python = interpreter(environment.python)
    if python is None:
        return Outcome(environment, command, False, "not tried: this machine has no such Python")
    inner = environment.folder / "bin" / "python"
    steps = [
        ("venv", "--quiet", "--clear", "--python", python, environment.folder),
        *_installing(environment, inner),
    ]
    for step in steps:
        done = _uv(*map(str, step))
        if done.returncode:
            click.echo(done.stderr, err=True)
            said = f"not tried: {done.stderr.strip().splitlines()[-1]}"
            return Outcome(environment, command, False, said)
    tests = [inner, "-m", "pytest", "-n", "auto", "--dist", "loadgroup", "-m", "not installed"]
    last = ""
    with subprocess.Popen(
        [*map(str, tests), *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as running:
        for line in running.stdout or ():
            click.echo(line, nl=False)
            last = line.strip() or last
    return Outcome(environment, command, running.returncode == 0, last.strip("= "))


def _installing(environment: Environment, python: Path) -> Iterator[tuple[object, ...]]:
    install = ("pip", "install", "--quiet", "--python", python)
    lock = ROOT / "tests" / "requirements.lock"
    if environment.versions == "locked":
        yield (*install, "--require-hashes", "-r", lock)
    else:
        lock = _BUILD / "lowest.txt"
        resolving = ("pip", "compile", "--quiet", "--resolution", "lowest-direct")
        yield (*resolving, "--python-version", environment.python, "--extra", "dev",
               ROOT / "pyproject.toml", "-o", lock)  # fmt: skip
        yield (*install, "-r", lock)
    yield (*install, "--no-deps", "--no-build-isolation", "--editable", ROOT)


def _uv(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "uv", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@click.command()
@click.argument("what", type=click.Choice(["lowest", "pythons"]))
@click.option("--some", default="", help="Which tests, where these are not those of `make check`.")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def main(what: str, some: str, arguments: tuple[str, ...]) -> None:
    """Run tests in other environments and write the table into docs/reliability.md."""
    command = f'make {what} ARGS="{some}"' if some else f"make {what}"
    _BUILD.mkdir(exist_ok=True)
    wanted = pythons() if what == "pythons" else [Environment(_FEWEST, "lowest")]
    outcomes = [run_suite(each, command, arguments) for each in wanted]
    rows = [outcome.row for outcome in outcomes]
    table = "\n".join(["| tests in | outcome | command |", "| --- | --- | --- |", *rows])
    click.echo(table)
    write_part("reliability.md", what, table)
    sys.exit(any(not outcome.passed for outcome in outcomes))


if __name__ == "__main__":
    main()
