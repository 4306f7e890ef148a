"""`masarat export`: what is chosen, where it goes, and that nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.exchange.export_formats import EXPORT_FORMATS
from tests.store.exchange.formats import registered_tables
from tests.tui.command_line.conftest import Run
from tui.command_line import options


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
        (("--query", "siege"), {"kefraya", "zabadani"}),
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


def test_a_format_that_is_registered_is_chosen_by_its_ending_and_named_in_help(
    masarat: Run, tmp_path: Path
) -> None:
    with registered_tables():
        result = masarat("export", "zabadani", "--to", tmp_path / "towns.TAB")
        shown = [
            " ".join(masarat("export", "--help", "--language", language).stdout.split())
            for language in ("en", "ar")
        ]
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path}/towns.TAB\n")
    assert result.stderr == "1 record and 2 sources written to 1 file.\n"
    assert (tmp_path / "towns.TAB").read_text("utf-8") == "zabadani\tZabadani\n"
    assert "A file ending in .md for Markdown, in .html or .htm for HTML, " in shown[0]
    assert "in .tsv or .tab for a table, else" in shown[0]
    assert "ملف ينتهي بـ .md لتقرير Markdown، " in shown[1]
    assert "بـ .tsv أو .tab لجدول، وإلا فمجلد" in shown[1]


def test_the_report_goes_to_standard_output(masarat: Run, tmp_path: Path) -> None:
    assert masarat("export", "zabadani", "--to", tmp_path / "report.md").exit_code == 0
    printed = masarat("export", "zabadani", "--to", "-")
    assert (printed.exit_code, printed.stderr) == (0, "")
    assert printed.stdout == (tmp_path / "report.md").read_text("utf-8")
    assert not Path("-").exists()


@pytest.mark.parametrize("name", ["report.txt", "report.docx", "v1.2"])
def test_an_ending_of_no_format_is_refused_with_those_that_are(
    masarat: Run, tmp_path: Path, name: str
) -> None:
    refused = masarat("export", "zabadani", "--to", tmp_path / name)
    assert refused.exit_code == 2
    assert "ending in .md" in refused.stderr
    assert not (tmp_path / name).exists()


def test_a_folder_may_have_a_dot(masarat: Run, tmp_path: Path) -> None:
    assert masarat("export", "zabadani", "--to", f"{tmp_path}/v1.2/").exit_code == 0
    (tmp_path / "v1.3").mkdir()
    assert masarat("export", "zabadani", "--to", tmp_path / "v1.3").exit_code == 0
    assert (tmp_path / "v1.3/zones/zabadani.md").is_file()


def test_a_report_says_what_it_is_the_answer_to(masarat: Run, tmp_path: Path) -> None:
    arguments = ("export", "--query", "siege OR besieged", "--kind", "zone", "--language", "en")
    html = masarat(*arguments, "--to", "-", "--format", "html", "--title", "Sieges & towns")
    markdown = masarat(*arguments, "--to", "-")

    assert (html.exit_code, html.stderr) == (0, "")
    assert "<h1>Sieges &amp; towns</h1>" in html.stdout
    assert "siege OR besieged kind:zone" in html.stdout
    assert markdown.stdout.startswith("# Zones\n\n- **Question**: siege OR besieged kind:zone\n")


def test_a_format_by_name_gives_its_ending_to_a_path_without_one(
    masarat: Run, tmp_path: Path
) -> None:
    result = masarat("export", "--to", tmp_path / "report", "--format", "html")

    assert (result.exit_code, result.stdout) == (0, f"{tmp_path}/report.html\n")
    assert (tmp_path / "report.html").read_text("utf-8").startswith("<!DOCTYPE html>\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--to", "report.md", "--format", "html"), "report.md ends as Markdown does"),
        (("--to", "report.html", "--format", "folder"), "leave out --format folder"),
        (("--to", "-", "--format", "folder"), "A folder cannot be printed"),
        (("--to", "report", "--format", "pdf"), "'markdown', 'html', 'folder'"),
    ],
)
def test_a_format_that_the_path_contradicts_is_refused(
    masarat: Run, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    result = masarat("export", *arguments)

    assert result.exit_code == 2
    assert sentence in result.stderr
    assert not list(tmp_path.glob("report*"))


def test_every_format_can_be_named() -> None:
    assert options.FORMAT_OF_EXPORT.choices == tuple(form.name for form in EXPORT_FORMATS)


def test_a_folder_without_a_name_is_written_to(
    masarat: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = masarat("export", "zabadani", "--to", ".")
    assert done.exit_code == 0, done.stderr
    assert (tmp_path / "zones" / "zabadani.md").exists()
