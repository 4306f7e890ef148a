"""`masarat map`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Run, run_program
from tui.terminal.widths import cell_width

HAPPENED = {
    ("Daraya", "Idlib"),
    ("Qudsaya", "Idlib"),
    ("Khan al-Shih", "Idlib"),
    ("al-Tall", "Idlib"),
    ("Eastern Aleppo", "Aleppo"),
    ("Wadi Barada", "Idlib"),
    ("Serghaya", "Idlib"),
    ("al-Waer", ""),
    ("Foua, Kefraya", ""),
    ("Madaya, Zabadani", ""),
}


def test_which_towns_were_emptied_to_where_is_read_from_the_plain_output() -> None:
    printed = run_program("--store", ":memory:", "map", "kind:agreement year:2016..2017").stdout
    lines = [line.casefold() for line in printed.splitlines() if "happened" in line]

    for origin, destination in HAPPENED:
        told = [line for line in lines if f"from {origin.casefold()}" in line]
        assert any(f"to {destination.casefold()}" in line for line in told if destination) or (
            told and not destination
        ), (origin, destination)
    assert all("[" in line for line in lines)  # each with who says so


def test_a_map_in_a_pipe_has_80_by_24_cells_and_names_its_zones(masarat: Run) -> None:
    picture = masarat("map").stdout.splitlines()[:24]
    assert max(map(cell_width, picture)) <= 80
    assert any("Zabadani" in line for line in picture)
    assert "●" in "".join(picture)


def test_labels_are_of_the_language_that_is_asked_for(masarat: Run) -> None:
    assert "الزبداني" in "".join(masarat("--language", "ar", "map").stdout.splitlines()[:24])


def test_without_utf_8_lines_are_of_ascii(masarat: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    picture = masarat("--language", "en", "map").stdout.splitlines()[:24]
    assert "".join(picture).isascii()
    assert "." in "".join(picture)


def test_what_finds_nothing_or_has_no_place_is_told(masarat: Run) -> None:
    assert masarat("map", "kind:zone year:1900").exit_code == 1
    assert masarat("map", "kind:source").exit_code == 2


def test_any_ground_is_drawn_and_what_it_leaves_out_is_told(masarat: Run, tmp_path: Path) -> None:
    ground = tmp_path / "ground.geojson"
    line = '{"type":"LineString","coordinates":[[%s,33],[37,35]]}'
    parts = f"{line % 35},{line % 999}"
    ground.write_text(f'{{"type":"GeometryCollection","geometries":[{parts}]}}', "utf-8")
    assert "1 outline" in masarat("map", "--ground", ground).stderr
    ground.write_text("no map", "utf-8")
    refused = masarat("map", "--ground", ground)
    assert refused.exit_code == 2
    assert f"{ground}: " in refused.stderr
    assert "/dev/zero: " in masarat("map", "--ground", "/dev/zero").stderr
