"""The command line over the small collection, run in this process."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

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


class _Program:
    """What click's runner calls: the whole program, from its very start."""

    name = "masarat"

    def main(self, args: Sequence[str], **_: object) -> None:
        cli.run(args)


def run_program(*arguments: str, **options: Any) -> Result:
    """Run the program in this process, as a shell would with these arguments."""
    return CliRunner().invoke(cast(Command, _Program()), arguments, **options)


@pytest.fixture
def store_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store's file with the small collection; what the program opens has nothing shipped."""
    file = tmp_path / "small.db"
    with Store(file, seeds=None) as opened:
        opened.put_many(
            [(record_from_mapping(mapping), Origin()) for mapping in cast(Mappings, RECORDS)],
            [(source_from_mapping(mapping), Origin()) for mapping in cast(Mappings, SOURCES)],
        )
    monkeypatch.setattr(store, "open", lambda path=None: Store(path, seeds=None))
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
