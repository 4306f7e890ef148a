"""`masarat guide`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Run, as_json


def test_the_guide_is_made_from_the_store(masarat: Run) -> None:
    guide = masarat("guide").stdout
    assert "| 28 March 2017 | Four Towns agreement | evacuation agreement | B |" in guide
    assert "| 28 آذار/مارس 2017 | اتفاق المدن الأربع |" in guide


def test_a_template_of_ones_own_is_filled_in(masarat: Run, tmp_path: Path) -> None:
    template = tmp_path / "mine.md"
    template.write_text("Mine: {counts}", "utf-8")
    assert masarat("guide", "--template", str(template)).stdout.startswith("Mine: | Collection |")


def test_with_a_format_it_says_of_each_agreement_what_it_knows(masarat: Run) -> None:
    (told,) = as_json(masarat("guide", "--json"))
    assert told == {
        "key": "four-towns",
        "type": "evacuation",
        "date": "2017-03-28",
        "name": {"en": "Four Towns agreement", "ar": "اتفاق المدن الأربع"},
        "confidence": "B",
        "reporters": told["reporters"],
        "differing": ["date"],
        "lacks": [],
    }
    assert len(told["reporters"]) == 2
    for language in ("en", "ar"):
        (row,) = masarat("guide", "--format", "tsv", "--language", language).stdout.splitlines()
        assert row.split("\t")[5:] == ["B", "2", "date", ""]
        assert "four-towns" in masarat("guide", "--format", "table", "--language", language).stdout
    assert masarat("guide", "--json", "--template", __file__).exit_code == 2


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{treaties}", "asks for a list that there is none of: treaties."),
        (b"caf\xe9 {counts}", "Save the file as UTF-8"),
    ],
)
def test_a_template_that_is_none_is_told(
    masarat: Run, tmp_path: Path, content: bytes, told: str
) -> None:
    template = tmp_path / "mine.md"
    template.write_bytes(content)
    result = masarat("guide", "--template", str(template))
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_template_that_is_no_file_is_not_waited_for(masarat: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    result = masarat("guide", "--template", tmp_path / "pipe")
    assert result.exit_code == 2
    assert "pipe (FIFO), not a file" in result.stderr
