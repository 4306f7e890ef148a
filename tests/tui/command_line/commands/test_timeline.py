"""`masarat timeline`."""

from __future__ import annotations

import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import Result

from store.timelines.lanes import GROUPINGS
from tests.tui.command_line.conftest import Run, run_program
from tui.command_line.options import LANES
from tui.terminal.widths import cell_width

_MARK = "\u200e"


@pytest.fixture
def timeline(filled_file: Path, tmp_path: Path) -> Run:
    """Draw a timeline of the collection that is shipped."""
    file = shutil.copy(filled_file, tmp_path / "shipped.db")

    def run(*arguments: str) -> Result:
        return run_program("--store", str(file), "timeline", *arguments)

    return run


def test_what_happened_in_the_month_of_an_agreement_is_read_from_its_picture_alone(
    timeline: Run,
) -> None:
    """The month of the Four Towns agreement: what was planned for it, what was done, what else."""
    picture = timeline("--when", "2017-04", "--by", "type", "kind:agreement").stdout
    lines = picture.replace(_MARK, "").splitlines()
    axis = lines[1]

    def told(sign: str, words: str) -> list[int]:
        """The days on which a sign with these words stands."""
        columns = [line.index(sign) for line in lines if f"{sign} {words}" in line]
        starts = [n for n, here in enumerate(axis) if here != " " and axis[n - 1] == " "]
        days = [1, 6, 11, 16, 21, 26]
        per_day = (starts[5] - starts[0]) / 25
        return [round(days[0] + (column - starts[0]) / per_day) for column in columns]

    # The buses were planned for the fourth, and left on the 13th or the 14th, as sources differ.
    assert told("○", "carried out: Four Towns") == [4]
    assert told("●", "carried out: Four Towns") == [13, 14]
    assert told("●", "Casualties: at least 126") == [15]
    # Al-Waer was being emptied at the same time.
    assert any("al-Waer agreement (2017) ━━━" in line for line in lines)


def test_in_a_pipe_it_has_80_columns_and_every_lane(timeline: Run) -> None:
    printed = timeline("kind:agreement", "--by", "track").stdout.replace(_MARK, "").splitlines()
    end = next(n for n, line in enumerate(printed) if line.startswith("● happened"))
    assert max(map(cell_width, printed[:end])) <= 80
    names = [line for line in printed[3:end] if not line.startswith(" ")]
    assert len(names) > 3
    assert any(line.startswith("outside any") for line in names)
    assert any(line.startswith("Without a date, ") for line in printed[end:])


def test_lanes_are_as_the_store_knows_them() -> None:
    assert LANES.choices == GROUPINGS


@pytest.mark.parametrize("grouping", GROUPINGS)
def test_it_has_lanes_by_each_grouping(timeline: Run, grouping: str) -> None:
    ran = timeline("year:2017 kind:agreement", "--by", grouping)
    assert ran.exit_code == 0
    assert "●" in ran.stdout


def test_without_utf_8_lines_are_of_ascii(timeline: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    printed = timeline("four-towns-agreement-2017", "--by", "type", "--language", "en")
    axis, legend = printed.stdout.splitlines()[2], printed.stdout.splitlines()[-1]
    assert axis.strip(" -+") == ""
    assert legend.isascii()


def test_an_svg_carries_names_in_both_scripts_and_its_sources(
    timeline: Run, tmp_path: Path
) -> None:
    file = tmp_path / "time.svg"
    ran = timeline("year:2017 type:evacuation", "--svg", str(file), "--language", "ar")
    assert ran.stdout == f"{file}\n"
    texts = [(text.text or "") for text in ET.parse(file).iter("{http://www.w3.org/2000/svg}text")]
    assert "خط\u00a0زمني\u00a0بحسب\u00a0المكان" in texts
    assert "المصادر" in texts
    assert any("https://" in text for text in texts)
    again = timeline("year:2017", "--svg", str(file))
    assert again.exit_code == 2  # nothing is replaced unasked
    assert timeline("year:2017", "--svg", str(file), "--overwrite").exit_code == 0


def test_what_finds_nothing_or_has_no_lane_is_told(timeline: Run) -> None:
    assert timeline("kind:zone year:1900").exit_code == 1
    assert timeline("kind:source").exit_code == 2
    assert timeline("--when", "2017-13").exit_code == 2
    undated = timeline("abu-jamal")
    assert "Nothing of this has a date." in undated.stdout
