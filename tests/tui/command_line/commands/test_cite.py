"""`masarat cite`, and what other commands say of sources."""

from __future__ import annotations

import csv
import io

import pytest

from store.model.mapping import source_from_mapping
from tests.tui.command_line.conftest import Run, as_json


def test_a_source_is_cited_as_bibtex(masarat: Run) -> None:
    assert masarat("cite", "agency-2017").stdout == (
        "@online{agency-2017,\n  title = {{A dispatch}},\n  titleaddon = {{برقية}},\n"
        "  organization = {{Agency}},\n  date = {2017-05-06},\n"
        "  url = {https://example.org/dispatch},\n}\n"
    )


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (["zabadani"], ["agency-2017", "article"]),
        (["kefraya", "article", "agency-2017", "article"], ["agency-2017", "article"]),
        (["--query", "kind:source year:2017"], ["agency-2017"]),
        (["--query", "qatar"], ["agency-2017"]),
    ],
)
def test_what_records_and_queries_cite_is_cited_once(
    masarat: Run, arguments: list[str], keys: list[str]
) -> None:
    cited = as_json(masarat("cite", "--format", "csl-json", *arguments))
    assert sorted(item["id"] for item in cited) == keys


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ([], 2, "Give KEY or --query, one of them."),
        (["zabadani", "--query", "x"], 2, "Give KEY or --query, one of them."),
        (["agency-2016"], 1, "did you mean agency-2017?"),
        (["demographic-change"], 1, "There is nothing to cite: no source was selected."),
        (["--query", "kind:source year:1500"], 1, "There is nothing to cite"),
        (["--query", "kind:surce"], 2, "did you mean kind:source?"),
        (["zabadani", "--format", "endnote"], 2, "'bibtex', 'csl-json', 'ris'"),
    ],
)
def test_what_cannot_be_cited_is_told(
    masarat: Run, arguments: list[str], code: int, told: str
) -> None:
    result = masarat("cite", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr


@pytest.mark.parametrize(
    "command",
    [
        ["list", "kind:source"],
        ["list", "--kind", "source"],
        ["search", "نوع:مصدر"],
        ["search", "article OR dispatch", "--kind", "source"],
        ["lookup", "--kind", "source", "a"],
    ],
)
def test_sources_are_listed_with_columns_of_their_own(masarat: Run, command: list[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(masarat(*command, "--format", "csv").stdout)))
    assert {row["key"]: row["records"] for row in rows} == {"agency-2017": "2", "article": "2"}
    assert {row["kind"] for row in rows} == {"source"}


def test_a_list_of_sources_in_json_can_be_imported(masarat: Run) -> None:
    listed = as_json(masarat("list", "kind:source", "--json"))
    assert [source_from_mapping(each).key for each in listed] == ["agency-2017", "article"]
    assert not any(source_from_mapping(each).other_fields for each in listed)


def test_no_list_of_records_has_a_source(masarat: Run) -> None:
    assert "agency-2017" not in masarat("list").stdout
    result = masarat("lookup", "dispatch")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "1 source is found: masarat lookup --kind source dispatch" in result.stderr


def test_where_a_person_reads_sources_are_a_group_of_their_own(masarat: Run) -> None:
    shown = masarat("search", "article OR siege", "--format", "table").stdout
    records, _, sources = shown.partition("\nsources:\n")
    assert "kefraya" in records
    assert "article" not in records.replace("[^article", "")
    assert sources.startswith("article  source")
    assert "\nsources:\n" not in masarat("search", "article", "--format", "tsv").stdout


def test_names_that_are_read_are_those_of_records(masarat: Run) -> None:
    result = masarat("lookup", "-", "--kind", "source", input="agency\n")
    assert (result.exit_code, result.stdout) == (2, "")
