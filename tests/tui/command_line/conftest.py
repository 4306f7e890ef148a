"""The command line over the small collection, run in this process."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, cast

import pytest
from click import Command
from click.testing import CliRunner, Result

import store
from store.model.mapping import record_from_mapping, source_from_mapping
from store.model.records import Origin
from store.store import Store
from tests.store.conftest import RECORDS, SOURCES
from tui import cli

Run = Callable[..., Result]
Mappings = list[dict[str, Any]]

SERVING: Final = ("mcp",)
"""Commands that read until their input ends."""


class _Program:
    """What click's runner calls: the whole program, from its very start."""

    name = "masarat"

    def main(self, args: Sequence[str], **_: object) -> None:
        cli.run(args)


def run_program(*arguments: str, **options: Any) -> Result:
    """Run the program in this process, as a shell would with these arguments."""
    return CliRunner().invoke(cast(Command, _Program()), arguments, **options)


def run_line(line: str) -> tuple[int, str]:
    """Run a line of a page or of the help; its exit code and all that it wrote.

    What needs a shell, or reads until its input ends, is a process of its own.
    """
    words = shlex.split(line, comments=True)
    joins = set(shlex.shlex(line, punctuation_chars=True)) & set("|<>;&")
    needs_shell = joins or set(line) & set("*$`")
    if words[0] == "masarat" and not needs_shell and words[-1] not in SERVING:
        result = run_program(*words[1:])
        return result.exit_code, result.output
    command = ["/bin/bash", "-c", line]
    ended = subprocess.run(command, capture_output=True, text=True, input="", check=False)
    return ended.returncode, ended.stdout + ended.stderr


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store with the small collection, to be copied and not opened."""
    file = tmp_path_factory.mktemp("small") / "small.db"
    with Store(file, seeds=None) as opened:
        opened.put_many(
            [(record_from_mapping(mapping), Origin()) for mapping in cast(Mappings, RECORDS)],
            [(source_from_mapping(mapping), Origin()) for mapping in cast(Mappings, SOURCES)],
        )
    return file


@pytest.fixture
def store_file(small_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store's file with the small collection; what the program opens has nothing shipped."""
    file = Path(shutil.copy(small_file, tmp_path))
    monkeypatch.setattr(
        store, "open", lambda path=None, **options: Store(path, seeds=None, **options)
    )
    monkeypatch.setenv("MASARAT_STORE", str(file))
    return file


@pytest.fixture
def masarat(store_file: Path) -> Run:
    """Run a command: `masarat("lookup", "qatar")`."""

    def run(*arguments: object, **options: Any) -> Result:
        return run_program(*map(str, arguments), **options)

    return run


def as_json(result: Result) -> Any:
    """What a command printed as JSON."""
    return json.loads(result.stdout)
