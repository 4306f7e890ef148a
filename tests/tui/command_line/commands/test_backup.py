"""`masarat backup`: where the backup is, how it is put back, and what is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Run, as_json


def count(masarat: Run) -> int:
    records = as_json(masarat("stats", "--json"))["records"]
    return sum(records.values())


def test_a_backup_is_made_beside_the_store_and_its_path_printed(
    masarat: Run, store_file: Path
) -> None:
    made = masarat("backup")

    path = Path(made.stdout.rstrip("\n"))
    assert made.exit_code == 0
    assert path.parent == store_file.parent
    assert path.stat().st_size > 0
    assert made.stderr.startswith("Backup made and proven sound: 6 records, 0.")


def test_a_backup_comes_back_and_what_was_there_is_kept(
    masarat: Run, store_file: Path, tmp_path: Path
) -> None:
    masarat("backup", tmp_path / "backup.db")
    zone = tmp_path / "madaya.md"
    zone.write_text(
        "---\nkey: madaya\nkind: zone\ntype: town\nname: {en: Madaya, ar: مضايا}\n---\n", "utf-8"
    )
    assert masarat("import", zone).exit_code == 0
    assert count(masarat) == 7

    restored = masarat("backup", "--restore", tmp_path / "backup.db")

    assert restored.exit_code == 0
    assert count(masarat) == 6
    kept = restored.stdout.rstrip("\n")
    assert kept.startswith(f"{store_file}.replaced-")
    told = f"{store_file} now holds what {tmp_path}/backup.db holds: 6 records."
    assert told in restored.stderr.splitlines()
    assert masarat("backup", "--restore", kept).exit_code == 0
    assert count(masarat) == 7


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("taken.db",), "taken.db exists already"),
        (("small.db",), "small.db is the store itself"),
        (("small.db-wal",), "small.db-wal would be taken for a part of"),
        (("no-folder/backup.db",), "backup.db cannot be written: its folder is missing"),
        (("no-folder/",), "there is no folder no-folder/"),
        (("-",), "instead of -"),
        (("--restore", "taken.db"), "taken.db is not a SQLite database but text"),
        (("--restore", "small.db"), "small.db is the store itself"),
        (("--restore", "missing.db"), "missing.db' does not exist"),
        (("--restore", "."), "is a directory"),
        (("new.db", "--restore", "taken.db"), "exclude each other"),
        (("--store", "missing.db"), "There is no store at missing.db"),
        (("--store", ":memory:"), "A store in memory has no folder"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    masarat: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("taken.db").write_text("mine")

    refused = masarat("backup", *arguments)

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert said in refused.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["small.db", "taken.db"]
    assert Path("taken.db").read_text() == "mine"
    assert count(masarat) == 6


def test_it_is_told_in_arabic(masarat: Run, tmp_path: Path) -> None:
    made = masarat("--language", "ar", "backup", tmp_path / "backup.db")
    assert made.stderr.startswith("صُنعت النسخة الاحتياطية وثبتت سلامتها: 6 سجلات، 0.")
    again = masarat("--language", "ar", "backup", "--restore", tmp_path / "backup.db")
    assert "صار في" in again.stderr
    taken = masarat("--language", "ar", "backup", tmp_path / "backup.db")
    assert "موجود من قبل" in taken.stderr
