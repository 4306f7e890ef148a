"""`masarat import`: all of a file or folder, or nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.store.exchange.formats import registered_tables
from tests.tui.command_line.conftest import Run, as_json


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


@pytest.mark.parametrize(
    ("value", "told", "in_arabic"),
    [
        ('{value: ">many"}', "value: '>many': not a whole number like 1500", "ليس عددًا صحيحًا"),
        ("{value: 5, whom: all}", "whom: there is no such field; known are value, of", "لا حقل"),
        ("{value: 5, of: rebels}", "of: 'rebels' is not one of everyone", "'rebels'"),
        ("{value: 5, to: [A B]}", "to[1]: lower-case letters", "A B"),
    ],
)
def test_a_wrong_qualifier_is_told_by_line_and_field_in_either_language(
    masarat: Run, tmp_path: Path, value: str, told: str, in_arabic: str
) -> None:
    file = tmp_path / "deal.md"
    text = "---\nkey: deal\nkind: agreement\nname: {en: D}\nevacuees:\n  - "
    file.write_text(f"{text}{value}\n---\n")
    before = masarat("stats", "--json").stdout

    result = masarat("import", file)
    assert result.exit_code == 2
    assert f"{file}:6: evacuees[1].{told}" in result.stderr
    assert in_arabic in masarat("import", file, "--language", "ar").stderr
    assert masarat("stats", "--json").stdout == before


def test_where_people_went_stands_only_with_people(masarat: Run, tmp_path: Path) -> None:
    file = tmp_path / "deal.md"
    text = "---\nkey: deal\nkind: agreement\nname: {en: D}\ndate:\n"
    file.write_text(f"{text}  - {{value: 2017, to: [zabadani]}}\n---\n")
    told = masarat("import", file).stderr
    assert f"{file}:6: date[1].to: date has no to; it can stand with evacuees, released, " in told
    assert "لا يكون to مع date" in masarat("import", file, "--language", "ar").stderr


def test_a_place_that_is_no_zone_is_told_and_nothing_is_stored(
    masarat: Run, tmp_path: Path
) -> None:
    file = tmp_path / "deal.md"
    text = "---\nkey: deal\nkind: agreement\nname: {en: D}\nevacuees:\n"
    file.write_text(f"{text}  - {{value: 5, from: [qatar]}}\n---\n")
    told = masarat("import", file)
    assert told.exit_code == 2
    assert "deal: evacuees[1].from names no zone: 'qatar'" in told.stderr
    assert "لا يسمي evacuees[1].from منطقة" in masarat("import", file, "--language", "ar").stderr
    assert masarat("show", "deal").exit_code != 0


def test_a_path_that_is_not_there_is_wrong_use(masarat: Run, tmp_path: Path) -> None:
    result = masarat("import", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


def test_a_format_that_is_registered_is_read_and_named_in_help(
    masarat: Run, tmp_path: Path
) -> None:
    (tmp_path / "towns.tsv").write_text("homs\tHoms\n", "utf-8")
    with registered_tables():
        result = masarat("import", tmp_path / "towns.tsv")
        shown = [
            " ".join(masarat("import", "--help", "--language", language).stdout.split())
            for language in ("en", "ar")
        ]
    assert (result.exit_code, result.stderr) == (0, "1 record and 0 sources stored.\n")
    assert as_json(masarat("show", "homs", "--json"))["name"] == {"en": "Homs"}
    assert (
        "PATH: a record file (.md), a folder of them, JSON Lines, JSON, "
        "a lexicon of words that mean the same (.yaml) or a table."
    ) in shown[0]
    assert (
        "ملف سجل (.md) أو مجلد ملفات أو JSON Lines أو JSON أو معجم مترادفات (.yaml) أو جدول."
        in shown[1]
    )


def test_a_file_of_no_format_is_refused_with_the_known_endings(
    masarat: Run, tmp_path: Path
) -> None:
    (tmp_path / "homs.notes").write_text("What I know of Homs.\n")

    result = masarat("import", tmp_path / "homs.notes")
    assert result.exit_code == 2
    assert "ends in one of .md, .markdown, .jsonl, .ndjson, .json, .yaml, .yml" in result.stderr


def test_fields_of_other_programs_and_other_files_are_told_once(
    masarat: Run, tmp_path: Path
) -> None:
    for key in ("a", "b"):
        (tmp_path / f"{key}.md").write_text(
            f"---\nkey: {key}\nkind: zone\nname: {{en: A}}\ntags: [x, 2017]\ndraft: true\n---\n"
        )
    (tmp_path / "table.csv").write_text("a,b\n")
    result = masarat("import", tmp_path)
    assert result.exit_code == 0
    assert "given back on export: draft (2), tags (2)." in result.stderr
    assert "Not read, as they are no record files:" in result.stderr
    assert "table.csv" in result.stderr

    shown = masarat("show", "a", "--markdown").stdout
    assert "tags: [x, 2017]\ndraft: true\n" in shown
    assert as_json(masarat("show", "a", "--json"))["tags"] == ["x", 2017]


def _found(masarat: Run, query: str) -> list[str]:
    return [hit["key"] for hit in as_json(masarat("search", query, "--json"))]


def test_a_search_finds_by_the_words_of_an_imported_lexicon(masarat: Run, tmp_path: Path) -> None:
    lexicon = tmp_path / "lexicon.yaml"
    lexicon.write_text("ours:\n  - [quietude, mediator]\n  - [وثيقة, parchment]\n", "utf-8")
    before = masarat("stats", "--json").stdout
    assert not _found(masarat, "quietude")

    first, second, arabic = (
        masarat("import", lexicon, *rest) for rest in ([], [], ["--language", "ar"])
    )
    assert first.stderr == "2 new meanings stored: the words of each now find each other.\n"
    assert second.stderr == "No meaning is new: the store knew all of them.\n"
    assert arabic.stderr == "لا معنى جديدًا: المعاني كلها معروفة في المخزن.\n"
    assert {result.exit_code for result in (first, second, arabic)} == {0}
    assert set(_found(masarat, "mediator")) == set(_found(masarat, "quietude")) != set()
    assert masarat("stats", "--json").stdout == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", ":1: this file is empty"),
        (b"# nothing\n", ":1: a lexicon is headings, each with a list of meanings"),
        (b"- [truce, siege]\n", ":1: a lexicon is headings, each with a list of meanings"),
        (b"a:\n  - [truce\nb: c\n", ":2: a [ that is opened here is not closed"),
        ("a:\n  - [a, b]\n  - [هدنة، truce]\n".encode(), ":3: ، does not part the items"),
        (b"a:\n  - [quietude, truce]\n  - truce\n", ":1: 'truce' is not a list of words"),
        (b"\0" * (4 * 1024 * 1024 + 1), ":1: a file of 4,194,305 bytes is too long"),
    ],
    ids=["empty", "a comment", "no headings", "no YAML", "an Arabic comma", "no list", "huge"],
)
def test_what_is_no_lexicon_is_told_and_nothing_is_stored(
    masarat: Run, tmp_path: Path, content: bytes, told: str
) -> None:
    lexicon = tmp_path / "lexicon.yml"
    lexicon.write_bytes(content)

    result = masarat("import", lexicon)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{lexicon}{told}" in result.stderr
    assert result.stderr.endswith("Nothing was stored: 1 to correct.\n")
    assert not _found(masarat, "quietude")
