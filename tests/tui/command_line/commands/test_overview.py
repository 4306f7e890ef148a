"""`masarat overview`."""

from __future__ import annotations

import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import Result

from store.store import Store
from tests.tui.command_line.conftest import Run, run_program
from tui.terminal.widths import cell_width

_MARK = "\u200e"


@pytest.fixture
def overview(filled_file: Path, tmp_path: Path) -> Run:
    """Show the overview of the collection that is shipped."""
    file = shutil.copy(filled_file, tmp_path / "shipped.db")

    def run(*arguments: str) -> Result:
        return run_program("--store", str(file), *arguments)

    return run


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_says_what_the_explorers_overview_says(
    overview: Run, shipped: Store, language: str
) -> None:
    printed = overview("overview", "--language", language).stdout
    lines = printed.replace(_MARK, "").splitlines()
    assert max(map(cell_width, lines)) <= 80
    found = shipped.overview()
    for each in (*found.actors, *found.zones):
        name = each.row.name.ar if language == "ar" else each.row.name.en
        assert any(name in line and str(each.links) in line for line in lines), name
    bars = {str(each.first): each.number for each in found.periods}
    drawn = {
        year: line.count("━") for year in bars for line in lines if year in line and "━" in line
    }
    most = max(bars, key=lambda year: bars[year])
    assert drawn[most] == max(drawn.values())


def test_in_arabic_bars_grow_from_the_right(overview: Run) -> None:
    lines = overview("overview", "--language", "ar").stdout.splitlines()
    (line,) = [line for line in lines if line.endswith("━ 2016")]
    assert line.index("24") < line.index("━")


def test_without_utf8_its_lines_are_of_ascii(
    overview: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert (
        overview("overview")
        .stdout.replace("·", "")
        .replace(_MARK, "")
        .replace("…", "")
        .replace("–", "")
        .isascii()
    )


def test_it_is_saved_with_its_sources(overview: Run, tmp_path: Path, shipped: Store) -> None:
    file = tmp_path / "overview.svg"
    saved = overview("overview", "--svg", str(file))
    assert (saved.exit_code, saved.stdout) == (0, f"{file}\n")
    text = "".join(ET.fromstring(file.read_text("utf-8")).itertext())
    total, most = len(shipped.sources()), 40
    assert f"{most} of {total}" in text.replace("\u00a0", " ")
    assert "list kind:source" in text.replace("\u00a0", " ")
    disputed = shipped.overview().disagreements[0].row.key
    named = [each.title.prefer("en").split()[0] for each in shipped.sources_of([disputed])]
    assert all(word in text for word in named[:most])
    refused = overview("overview", "--svg", str(file))
    assert refused.exit_code != 0
    assert overview("overview", "--svg", str(file), "--overwrite").exit_code == 0


def test_of_an_empty_store_there_is_none(tmp_path: Path) -> None:
    file = tmp_path / "empty.db"
    assert run_program("create", str(file), "--empty").exit_code == 0
    printed = run_program("--store", str(file), "overview")
    assert (printed.exit_code, printed.stdout) == (1, "")
    assert "no record" in printed.stderr
