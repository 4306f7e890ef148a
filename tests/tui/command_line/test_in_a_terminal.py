"""What commands print depends on where it goes: seen in a pseudo-terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from store.store import Store
from store.upkeep.seeding import leave_empty
from tests.end_to_end.pseudo_terminal import PseudoTerminal
from tui.terminal.widths import cell_width

ROOT = Path(__file__).parents[3]


@pytest.fixture
def small_file(store_file: Path) -> Path:
    """The small collection, which no program fills with what we ship."""
    with Store(store_file, seeds=None) as store:
        leave_empty(store._connection)
    return store_file


def _terminal(store: Path, *command: str, columns: int = 60) -> PseudoTerminal:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "MASARAT_STORE": str(store),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
    }
    return PseudoTerminal(command, environment=environment, columns=columns, lines=40)


def test_a_table_is_cut_to_the_terminal(small_file: Path) -> None:
    with _terminal(small_file, sys.executable, "-m", "tui", "list") as terminal:
        assert terminal.wait_for_end() == 0
        rows = terminal.drawn.decode().splitlines()
    assert len(rows) == 6
    assert all(cell_width(row) <= 60 for row in rows)
    (agreement,) = [row for row in rows if row.startswith("four-towns")]
    assert "…" in agreement


def test_a_bar_shows_how_far_names_are_read_and_goes(small_file: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("Zabadani\n" * 200, "utf-8")
    shell = f'"{sys.executable}" -m tui lookup - --best < {names} > {tmp_path / "found.tsv"}'
    with _terminal(small_file, "/bin/sh", "-c", shell) as terminal:
        assert terminal.wait_for_end() == 0
        drawn, left = terminal.drawn.decode(), terminal.text.strip()
    assert "[....." in drawn
    assert "% · 1 name" in drawn
    assert left == ""
    assert (tmp_path / "found.tsv").read_text("utf-8").count("zabadani") == 200


def test_a_bar_shows_how_far_many_records_are_imported_and_goes(
    small_file: Path, tmp_path: Path
) -> None:
    records = tmp_path / "zones.jsonl"
    line = '{{"key": "z-{0}", "kind": "zone", "name": {{"en": "Z {0}"}}}}\n'
    records.write_text("".join(map(line.format, range(1_500))), "utf-8")
    command = (sys.executable, "-m", "tui", "import", str(records))
    with _terminal(small_file, *command, columns=100) as terminal:
        assert terminal.wait_for_end() == 0
        drawn, left = terminal.drawn.decode(), terminal.text.strip()
    assert "% · 1,000 records" in drawn
    assert left == "1,500 records and 0 sources stored."


PICTURES = (("timeline",), ("map",), ("network", "zabadani"), ("overview",))


@pytest.mark.parametrize("picture", PICTURES, ids=lambda words: words[0])
def test_a_printed_picture_is_of_the_terminals_width_and_a_saved_one_the_same_in_all(
    small_file: Path, tmp_path: Path, picture: tuple[str, ...]
) -> None:
    printed, saved = [], []
    for columns in (70, 220):
        command = (sys.executable, "-m", "tui", *picture)
        with _terminal(small_file, *command, columns=columns) as terminal:
            assert terminal.wait_for_end() == 0
            printed.append(max(map(cell_width, terminal.drawn.decode().splitlines())))
        file = tmp_path / f"{columns}.svg"
        with _terminal(small_file, *command, "--svg", str(file), columns=columns) as terminal:
            assert terminal.wait_for_end() == 0
        saved.append(file.read_text("utf-8"))
    assert printed[0] <= 70 < printed[1] <= 220
    assert saved[0] == saved[1]
