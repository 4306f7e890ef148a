"""Every example of the help runs as it stands, and ends well."""

from __future__ import annotations

import os
import shutil
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from store.exchange.exporting import export
from store.model.records import Origin
from store.store import Store
from tests.tui.command_line.conftest import run_line
from tui.command_line.table import COMMANDS

EXAMPLES = [
    example
    for command in COMMANDS.values()
    if command.name not in ("open", "tour")  # which need a terminal
    for example in command.examples
]
ARTICLE = "The text of an article.\n"


@pytest.fixture(scope="module")
def folder(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that examples name, and a program of the name masarat."""
    made = tmp_path_factory.mktemp("examples")
    with Store(shutil.copy(filled_file, made / "masarat.db")) as store:
        export(store, ["zabadani"], made / "my-records")
        source = store.source("article")
        digest = sha256(ARTICLE.encode()).hexdigest()
        store.put_many([], [(source._replace(sha256=digest, sentences=()), Origin())])
        (made / "article.txt").write_text(ARTICLE, "utf-8")
        store.attach_text(source.key, made / "article.txt")
    # Sources of a part of a collection have sentences that this part does not cite.
    shutil.rmtree(made / "my-records/sources")
    shutil.copy(made / "my-records/zones/zabadani.md", made)
    (made / "places.jsonl").write_text(
        '{"key": "a-place", "kind": "zone", "type": "town", "name": {"en": "A place"}}\n', "utf-8"
    )
    (made / "backups").mkdir()
    for copy in ("copy.db", "backups/masarat-2026-11-26-094512.db"):
        shutil.copy(filled_file, made / copy)
    program = made / "bin/masarat"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n', "utf-8")
    program.chmod(0o755)
    return made


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    run = shutil.copytree(folder, tmp_path / "here")
    monkeypatch.setenv("PATH", f"{run / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[3]))
    monkeypatch.setenv("MASARAT_STORE", str(run / "masarat.db"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.chdir(run)

    code, said = run_line(example)

    assert code == 0, said
