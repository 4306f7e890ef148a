"""`masarat repair`, and what other commands make of a store that is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

import store
from store.repairs.repair import repair
from tests.store.damage import INDEXES, RECORDS, damage
from tests.thoroughly import thorough_but
from tests.tui.command_line.conftest import Run

ALL = {**INDEXES, **RECORDS}
COMMANDS = (
    ("list",), ("stats",), ("show", "qatar"), ("show", "idlib", "--json"), ("lookup", "qatar"),
    ("search", "idlib"), ("search", "year:2017"), ("search", "marked:yes"), ("guide",), ("check",),
    ("export", "--to", "report.md"), ("export", "--to", "folder"), ("import", "zone.md"),
)  # fmt: skip
TOLD = {0, 1, 2}
"""Exit codes of what is found, not found, or told to be wrong."""


@pytest.fixture
def masarat_without_shipped(masarat: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The program, whose repairs take nothing from the shipped records."""
    monkeypatch.setattr(store, "repair", lambda path, **rest: repair(path, seeds=None, **rest))
    return masarat


@pytest.mark.parametrize("what", thorough_but([*ALL][::2], ALL))
def test_no_command_breaks_on_a_damaged_store(
    masarat: Run,
    store_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    what: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("zone.md").write_text(
        "---\nkey: madaya\nkind: zone\ntype: town\nname: {en: Madaya, ar: مضايا}\n---\n", "utf-8"
    )
    damage(store_file, ALL[what].statements)
    ended = {command: masarat(*command).exit_code for command in COMMANDS}
    assert {command: code for command, code in ended.items() if code not in TOLD} == {}


@pytest.mark.parametrize("command", [
    ("list",), ("stats",), ("show", "qatar"), ("lookup", "qatar"), ("guide",),
    ("guide", "--format", "csv"), ("export", "--to", "-"), ("export", "--to", "report.md"),
    ("export", "--to", "folder"), ("backup", "kept.db"),
])  # fmt: skip
def test_what_can_be_read_is_printed_before_what_is_left_out_is_told(
    masarat: Run,
    store_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    damage(store_file, RECORDS["a kind"].statements)
    ended = masarat(*command)
    assert ended.stdout
    assert (ended.exit_code == 2) == ("left out" in ended.stderr)


@pytest.mark.parametrize("what", thorough_but([*ALL][1::2], ALL))
def test_check_tells_of_it_and_repair_mends_it(
    masarat_without_shipped: Run, store_file: Path, what: str
) -> None:
    masarat = masarat_without_shipped
    damage(store_file, ALL[what].statements)
    checked = masarat("check")
    assert checked.exit_code == 1
    assert f"{store_file}: " in checked.stdout
    assert "masarat repair" in checked.stdout

    mended = masarat("repair")

    assert mended.exit_code == 0
    assert f"{store_file}.before-repair-" in mended.stdout
    assert masarat("repair").stderr == f"Nothing is wrong with {store_file}.\n"
    assert f"{store_file}: " not in masarat("check").stdout


def test_what_is_lost_is_printed_and_the_old_store_comes_back(
    masarat_without_shipped: Run, store_file: Path
) -> None:
    masarat = masarat_without_shipped
    damage(store_file, RECORDS["every second record"].statements)
    mended = masarat("repair")
    assert "Could not be saved:" in mended.stderr
    *lost, kept = mended.stdout.splitlines()
    assert lost
    assert Path(kept).exists()
