"""`masarat map`."""

from __future__ import annotations

import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Run, run_program
from tui.bidi.isolates import without_isolates
from tui.config import config_file, load_config
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


@pytest.fixture
def shipped_file(filled_file: Path, tmp_path: Path) -> str:
    """A store with the shipped records."""
    return str(shutil.copy(filled_file, tmp_path / "shipped.db"))


def test_which_towns_were_emptied_to_where_is_read_from_the_plain_output(shipped_file: str) -> None:
    printed = run_program("--store", shipped_file, "map", "kind:agreement year:2016..2017").stdout
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


def test_a_ground_is_kept_for_the_maps_to_come_until_another_is_chosen(
    masarat: Run, tmp_path: Path
) -> None:
    ground = tmp_path / "ground.geojson"
    ground.write_text('{"type":"LineString","coordinates":[[36,33],[38,36]]}', "utf-8")
    own = masarat("map").stdout
    kept = masarat("map", "--ground", ground)
    assert str(ground) in kept.stderr
    assert kept.stdout != own
    assert load_config(config_file()).ground == str(ground)
    again = masarat("map")
    assert (again.stdout, again.stderr) == (kept.stdout, "")

    # What cannot be read any more is told of, and does not stand in the way.
    ground.write_text("no map", "utf-8")
    without = masarat("map")
    assert (without.stdout, without.exit_code) == (own, 0)
    assert str(ground) in without.stderr
    assert "governorates are drawn instead; --ground governorates" in without.stderr
    assert masarat("map", "--ground", "governorates").stdout == own
    assert load_config(config_file()).ground == ""


def test_at_a_time_only_what_was_then_is_drawn_and_told(shipped_file: str) -> None:
    printed = run_program("--store", shipped_file, "map", "--at", "2016-08", "--language", "en")
    assert "August 2016" in printed.stdout
    assert "from Daraya to Idlib" in printed.stdout
    assert "Serghaya to Idlib" not in printed.stdout
    assert "Daraya: Syrian government · since August 2016" in printed.stdout
    assert run_program("--store", shipped_file, "map", "--at", "2016-13").exit_code == 2


def test_an_svg_has_names_in_the_language_all_ways_and_the_sources(
    shipped_file: str, tmp_path: Path
) -> None:
    file = tmp_path / "map.svg"
    command = ("--store", shipped_file, "map", "serghaya-evacuation", "--svg", str(file))
    ran = run_program(*command, "--language", "ar")
    assert ran.stdout == f"{file}\n"
    texts = [
        without_isolates(text.text or "").replace("\u00a0", " ")
        for text in ET.parse(file).iter("{http://www.w3.org/2000/svg}text")
    ]
    assert "خريطة · serghaya-evacuation" in texts
    assert any("من سرغايا إلى محافظة إدلب" in text for text in texts)
    assert any("https://" in text for text in texts)
    assert run_program(*command).exit_code == 2  # nothing is replaced unasked
