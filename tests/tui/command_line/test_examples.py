"""Every example of the help runs as it stands, and ends well."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from store.exchange.exporting import export
from store.model.records import Bilingual, Origin, Record
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.command_line.conftest import run_line, run_program
from tui.command_line.table import COMMANDS

EXAMPLES = [
    example
    for command in COMMANDS.values()
    if command.name not in ("open", "tour")  # which need a terminal
    for example in command.examples
]
ARTICLE = "The text of an article.\n"


READ_ALL = ("check", "check --format jsonl", "check --source article.txt", "repair")
"""Commands that read the whole store, for seconds, of which a small one says as much."""
SAID = Bilingual("It is there.", "هو هناك.")
"""The summary of each in it: what they say may stand in facts of others."""


@pytest.fixture(scope="module")
def few(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store with some shipped records, and never to be filled with the others."""
    made = tmp_path_factory.mktemp("few")
    file = made / "few.db"
    assert run_program("create", str(file), "--empty").exit_code == 0
    with (
        Store(shutil.copy(filled_file, made)) as shipped,
        Store(file, seeds=None) as store,
    ):
        records = {record.key: record for record in whole(shipped, "zabadani")}
        cited = [each._replace(sentences=()) for each in shipped.sources_of(records)]
        store.put_many(
            [(each._replace(summary=SAID), Origin()) for each in records.values()],
            [(source, Origin()) for source in cited],
        )
    return file


def whole(store: Store, key: str) -> Iterator[Record]:
    """A record and whatever it and those name."""
    keys = [key]
    for each in keys:
        record = store.get(each)
        keys += [other.object for other in record.relations if other.object not in keys]
        yield record


@pytest.fixture(scope="module")
def folder(filled_file: Path, few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that examples name, and a program of the name masarat."""
    made = tmp_path_factory.mktemp("examples")
    (made / "article.txt").write_text(ARTICLE, "utf-8")
    with Store(shutil.copy(filled_file, made / "masarat.db")) as store:
        export(store, ["zabadani"], made / "my-records")
        hold(store, made / "article.txt")
    with Store(shutil.copy(few, made / "few.db")) as store:
        hold(store, made / "article.txt")
    # Sources of a part of a collection have sentences that this part does not cite.
    shutil.rmtree(made / "my-records/sources")
    shutil.copy(made / "my-records/zones/zabadani.md", made)
    (made / "places.jsonl").write_text(
        '{"key": "a-place", "kind": "zone", "type": "town", "name": {"en": "A place"}}\n', "utf-8"
    )
    (made / "backups").mkdir()
    shutil.copy(few, made / "copy.db")
    shutil.copy(filled_file, made / "backups/masarat-2026-11-26-094512.db")
    program = made / "bin/masarat"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n', "utf-8")
    program.chmod(0o755)
    return made


def hold(store: Store, text: Path) -> None:
    """Attach the text of the article to its source."""
    source = store.source("article")
    digest = sha256(text.read_bytes()).hexdigest()
    store.put_many([], [(source._replace(sha256=digest, sentences=()), Origin())])
    store.attach_text(source.key, text)


@pytest.mark.parametrize("example", thorough_but(EXAMPLES[::2], EXAMPLES))
def test_an_example_runs(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    run = shutil.copytree(folder, tmp_path / "here")
    monkeypatch.setenv("PATH", f"{run / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[3]))
    monkeypatch.setenv(
        "MASARAT_STORE",
        str(run / ("few.db" if example.removeprefix("masarat ") in READ_ALL else "masarat.db")),
    )
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.chdir(run)

    code, said = run_line(example)

    assert code == 0, said
