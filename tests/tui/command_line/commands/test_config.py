"""`masarat config`: what is set, what is default, and what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Run
from tui.config import config_file


def configure(text: str) -> None:
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text(text, "utf-8")


def test_without_a_file_all_is_default(masarat: Run) -> None:
    result = masarat("config", "--json")
    lines = json.loads(result.stdout)
    assert result.exit_code == 0
    assert lines[0] == {"name": "file", "value": str(config_file()), "state": "file"}
    assert {line["state"] for line in lines[1:]} == {"default"}


def test_what_is_set_is_told_apart(masarat: Run) -> None:
    configure('bidi = "guard"\n[keys]\nexport = "ctrl+n"\n')
    result = masarat("config", "--json")
    assert result.exit_code == 0
    chosen = {
        line["name"]: line["value"] for line in json.loads(result.stdout) if line["state"] == "set"
    }
    assert chosen == {"bidi": "guard", "keys.export": "ctrl+n"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "x starts more than one command: cite, export."),
        ("ar", "أكثر من أمر: cite (استشهاد)، export (تصدير)"),
    ],
)
def test_complaints_are_told_and_fail(masarat: Run, language: str, said: str) -> None:
    configure('theme = "mud"\n[keys]\nexport = "x"\ncite = "x"\n')
    result = masarat("config", "--language", language)
    assert result.exit_code == 1
    assert said in result.stdout
    assert "'mud'" in result.stdout


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Governorates are drawn instead"), ("ar", "المحافظات بدل")],
)
def test_a_ground_that_cannot_be_read_any_more_is_a_complaint(
    masarat: Run, tmp_path: Path, language: str, said: str
) -> None:
    ground = tmp_path / "ground.geojson"
    ground.write_text('{"type":"LineString","coordinates":[[36,33],[38,36]]}', "utf-8")
    configure(f"ground = {json.dumps(str(ground))}\n")
    assert masarat("config", "--language", language).exit_code == 0
    ground.unlink()
    result = masarat("config", "--language", language)
    assert result.exit_code == 1
    assert said in result.stdout
    assert str(ground) in result.stdout.splitlines()[-1]


def test_a_command_whose_key_another_took_says_so(masarat: Run) -> None:
    configure('[keys]\nexport = "x"\n')
    result = masarat("config", "--json")
    assert result.exit_code == 0
    taken = [line["name"] for line in json.loads(result.stdout) if line["state"] == "taken"]
    assert taken == ["keys.browse"]


def test_keys_of_dialogs_and_pictures_are_told_and_chosen_too(masarat: Run) -> None:
    configure('[keys]\n"claim-card.copy" = "w"\n[keys.timeline]\nzoom-on = ["i", "o"]\n')
    result = masarat("config", "--json")
    assert result.exit_code == 0
    lines = {line["name"]: line for line in json.loads(result.stdout)}
    assert lines["keys.timeline.zoom-on"]["value"] == "i o"
    assert lines["keys.timeline.zoom-on"]["state"] == "set"
    assert lines["keys.timeline.group"]["state"] == "taken"
    assert lines["keys.claim-card.copy"]["value"] == "w"
    assert lines["keys.claim-card.open"]["state"] == "default"
    assert lines["keys.sort"]["value"] == "o"
