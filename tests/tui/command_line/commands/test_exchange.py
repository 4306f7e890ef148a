"""`masarat export` and `masarat import`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Run, as_json


def test_export_prints_where_it_wrote(masarat: Run, tmp_path: Path) -> None:
    result = masarat("export", "--to", tmp_path / "vault")

    assert result.exit_code == 0
    assert result.stdout == f"{tmp_path}/vault\n"
    assert result.stderr == "6 records and 2 sources written to 8 files.\n"
    assert (tmp_path / "vault/zones/zabadani.md").is_file()


@pytest.mark.parametrize(
    ("selection", "keys"),
    [
        (("zabadani", "qatar"), {"zabadani", "qatar"}),
        (("--kind", "zone"), {"kefraya", "rif-dimashq", "zabadani"}),
        (("zabadani", "qatar", "--kind", "actor"), {"qatar"}),
        (("--query", "siege"), {"kefraya"}),
        (("--query", "mediator OR siege", "--kind", "actor"), {"qatar"}),
    ],
)
def test_what_is_exported_can_be_chosen(
    masarat: Run, tmp_path: Path, selection: tuple[str, ...], keys: set[str]
) -> None:
    assert masarat("export", *selection, "--to", tmp_path / "v").exit_code == 0

    written = {path.stem for path in (tmp_path / "v").rglob("*.md")} - {"article", "agency-2017"}
    assert written == keys


def test_a_report_in_one_language(masarat: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    assert masarat("export", "zabadani", "--to", report, "--language", "ar").exit_code == 0
    assert "# الزبداني" in report.read_text("utf-8")
    assert "# Zabadani" not in report.read_text("utf-8")


def test_a_file_that_exists_is_kept_without_overwrite(masarat: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text("mine")

    refused = masarat("export", "--to", report)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert f"{report} exists already" in refused.stderr
    assert "--overwrite" in refused.stderr
    assert report.read_text() == "mine"
    assert masarat("export", "--to", report, "--overwrite").exit_code == 0
    assert report.read_text("utf-8").startswith("# Zones")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("zabadany",), 1, "did you mean zabadani?"),
        (("--query", "qwertyuiop"), 1, "nothing to export"),
        (("qatar", "--kind", "zone"), 1, "nothing to export"),
        (("qatar", "--query", "x"), 2, "exclude each other"),
        (("--language", "fr"), 2, "'en', 'ar', 'both'"),
    ],
)
def test_what_cannot_be_exported_is_told_and_writes_nothing(
    masarat: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    result = masarat("export", *arguments, "--to", tmp_path / "new")
    assert result.exit_code == code
    assert said in result.stderr
    assert not (tmp_path / "new").exists()


def test_an_exported_folder_is_imported_into_another_store(masarat: Run, tmp_path: Path) -> None:
    masarat("export", "--to", tmp_path / "vault")
    other = tmp_path / "other.db"

    result = masarat("--store", other, "import", tmp_path / "vault")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "6 records and 2 sources stored.\n"
    for key in ("zabadani", "four-towns", "article"):
        here = as_json(masarat("show", key, "--json"))
        assert as_json(masarat("show", key, "--json", "--store", other)) == here


def test_what_show_prints_as_json_is_imported(masarat: Run, tmp_path: Path) -> None:
    shown = masarat("show", "four-towns", "--json").stdout
    (tmp_path / "four-towns.json").write_text(shown, "utf-8")

    assert masarat("import", tmp_path / "four-towns.json").exit_code == 0
    assert masarat("show", "four-towns", "--json").stdout == shown


def test_a_broken_import_is_told_by_file_and_line_and_stores_nothing(
    masarat: Run, tmp_path: Path
) -> None:
    lines = tmp_path / "places.jsonl"
    good = {"key": "homs", "kind": "zone", "name": {"en": "Homs"}}
    lines.write_text(f'{json.dumps(good)}\n{{"key": "x"}}\nnot json\n')
    before = masarat("stats", "--json").stdout

    result = masarat("import", lines)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{lines}:2: kind: one of these is needed: zone, " in result.stderr
    assert f"{lines}:2: name: " in result.stderr
    assert f"{lines}:3: not JSON" in result.stderr
    assert result.stderr.endswith("Nothing was stored: 3 to correct.\n")
    assert masarat("stats", "--json").stdout == before


def test_a_broken_record_file_names_the_field_and_what_was_expected(
    masarat: Run, tmp_path: Path
) -> None:
    file = tmp_path / "homs.md"
    file.write_text("---\nkey: homs\nkind: zone\nname: {en: Homs}\ndate:\n  - {value: May}\n---\n")

    result = masarat("import", file)
    assert result.exit_code == 2
    assert f"{file}:6: date[1].value: 'May': not a date like 2017" in result.stderr


def test_a_path_that_is_not_there_is_wrong_use(masarat: Run, tmp_path: Path) -> None:
    result = masarat("import", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "does not exist" in result.stderr
