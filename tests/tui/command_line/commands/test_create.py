"""A store that is named is there, is made when that is asked, and is never made by a slip."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from store.errors import Sentence, StoreError
from store.store import Store
from store.upkeep import seeding
from tests.end_to_end.shipped import SHIPPED
from tests.tui.command_line.conftest import Run
from tui.command_line.exit_codes import BROKEN, DONE
from tui.command_line.options import STORE
from tui.command_line.table import COMMANDS


def test_a_store_is_made_with_what_is_shipped(masarat: Run, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "new.db"
    result = masarat("create", str(path))
    assert result.exit_code == DONE
    assert f"{SHIPPED} records" in result.stderr
    assert path.stat().st_mode & 0o777 == 0o600
    assert masarat("--store", str(path), "lookup", "kefraya").exit_code == DONE


def test_an_empty_store_stays_empty_and_takes_ones_own_records(
    masarat: Run, tmp_path: Path
) -> None:
    path = tmp_path / "mine.db"
    assert masarat("create", str(path), "--empty").exit_code == DONE
    mine = tmp_path / "mine.jsonl"
    mine.write_text('{"key": "mine", "kind": "zone", "name": {"en": "Mine"}}\n', "utf-8")
    assert masarat("--store", str(path), "import", str(mine)).exit_code == DONE
    with Store(path) as store:
        assert store.every_key() == ["mine"]
        assert list(store.examine()) == []


@pytest.mark.parametrize("options", [(), ("--empty",)])
def test_nothing_that_is_there_is_overwritten(
    masarat: Run, tmp_path: Path, options: tuple[str, ...]
) -> None:
    path = tmp_path / "notes.db"
    path.write_text("mine", "utf-8")
    result = masarat("create", str(path), *options)
    assert result.exit_code == BROKEN
    assert "notes.db" in result.stderr
    assert path.read_text("utf-8") == "mine"
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "nowhere.db")
    assert masarat("create", str(link), *options).exit_code == BROKEN
    assert not (tmp_path / "nowhere.db").exists()


def test_what_cannot_be_made_whole_leaves_nothing(
    masarat: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.db"

    def is_full(_: sqlite3.Connection) -> None:
        raise StoreError(Sentence("the disk is full"))

    monkeypatch.setattr(seeding, "leave_empty", is_full)
    assert masarat("create", str(path), "--empty").exit_code == BROKEN
    assert not [*tmp_path.glob("new.db*")]
    monkeypatch.undo()
    assert masarat("create", str(path), "--empty").exit_code == DONE


@pytest.mark.parametrize("path", ["-", ":memory:", "folder/", ""])
def test_what_is_no_file_is_no_store(
    masarat: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert masarat("create", "--empty", "--", path).exit_code == BROKEN
    assert list(tmp_path.glob("*older*")) == []
    assert not (tmp_path / "-").exists()
    assert masarat("--store", "-", "import", "-").exit_code == BROKEN


def test_a_store_that_is_named_by_a_slip_is_refused_and_not_made(
    masarat: Run, tmp_path: Path
) -> None:
    missing = tmp_path / "no" / "such.db"
    for name, entry in COMMANDS.items():
        if entry.makes_store or STORE not in entry.options:
            continue
        words = {"text", "query", "key", "record key"}
        arguments = [
            each.choices[0] if each.choices else "kefraya"
            for each in entry.arguments
            if each.value in words or each.choices
        ]
        out = str(tmp_path / "out")
        required = [word for each in entry.options if each.required for word in (each.name, out)]
        result = masarat("--store", str(missing), name, *arguments, *required)
        assert result.exit_code == BROKEN, name
        assert "such.db" in result.stderr, name
        assert "masarat create" in result.stderr, name
    assert not missing.parent.exists()
    assert not (tmp_path / "out").exists()


def test_import_makes_the_store_that_it_is_to_fill(masarat: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine.jsonl"
    mine.write_text('{"key": "mine", "kind": "zone", "name": {"en": "Mine"}}\n', "utf-8")
    path = tmp_path / "new.db"
    assert masarat("--store", str(path), "import", str(mine)).exit_code == DONE
    assert masarat("--store", str(path), "show", "mine").exit_code == DONE
    assert masarat("--store", ":memory:", "stats").exit_code == DONE
