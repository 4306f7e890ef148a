"""`-` in place of a path: what it is printed to, or a refusal, and nowhere a file of that name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Run
from tests.tui.command_line.test_hostile_arguments import call, places
from tui.command_line.entry import Argument, Command, Option

PATHS = frozenset(
    ("path", "file or output", "new file or folder", "export", "existing path", "existing file",
     "store")
)  # fmt: skip
PLACES = [(command, place) for command, place in places() if place.value in PATHS]


@pytest.mark.parametrize(
    ("command", "place"), [pytest.param(c, p, id=f"{c.name}-{p.parameter}") for c, p in PLACES]
)
def test_a_dash_is_no_file(
    masarat: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: Command,
    place: Option | Argument,
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)

    result = masarat(*call(command, place, "-", tmp_path))

    assert list(here.iterdir()) == []
    printed = place.value in ("export", "file or output")
    assert result.exit_code == (0 if printed else 2), result.stderr
    assert bool(result.stdout) == printed
    if place.value == "file or output":
        assert result.stdout.startswith("<svg ")
        assert result.stdout.endswith("</svg>\n")


def test_a_file_that_is_called_so_is_named_with_its_folder(
    masarat: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert masarat("overview", "--svg", "./-").exit_code == 0
    assert Path("-").read_text("utf-8").startswith("<svg ")
    assert "write ./-" in masarat("import", "-").stderr
