"""Files of other kinds: called what they are, by what is in them before their name."""

from __future__ import annotations

import pytest

from store.files.file_kinds import other_kind

XLSX = b"PK\x03\x04 xl/workbook.xml"


@pytest.mark.parametrize(
    ("content", "ending", "said"),
    [
        (b"name,date\nA,2017\n", ".csv", "CSV"),
        (b"name,date\nA,2017\n", "", "CSV"),
        (b"name;date\nA;2017\n", ".txt", "CSV"),
        ("name,date\nهدنة,2017\n".encode("cp1256"), ".csv", "CSV"),
        ("name\tdate\nA\t2017\n".encode("utf-16"), ".tsv", "TSV"),
        (b'{"type": "FeatureCollection", "features": []}', ".geojson", "GeoJSON"),
        (b'{"type": "FeatureCollection", "features": []}', ".json", "GeoJSON"),
        (b'{"id": "a", "schema": "Person", "properties": {}}', ".jsonl", "FollowTheMoney"),
        (b'[{"key": "a"}]', ".txt", "this is JSON"),
        (XLSX, ".xlsx", "Excel"),
        (XLSX, ".md", "Excel"),
        (b"PK\x03\x04 word/document.xml", ".docx", "Word"),
        (b"PK\x03\x04 a.md", ".zip", "ZIP"),
        (b"%PDF-1.4", ".pdf", "PDF"),
        (b"SQLite format 3\0", ".db", "SQLite"),
        (b"\x89PNG\r\n", ".jpg", "PNG"),
        (b"<!DOCTYPE html>\n<html>", ".html", "HTML"),
        (b"@article{a, title={b}}", ".bib", "BibTeX"),
        (b'<?xml version="1.0"?><kml>', ".kml", "KML"),
    ],
)
def test_a_file_is_called_what_it_is(content: bytes, ending: str, said: str) -> None:
    told = other_kind(content, ending)
    assert told is not None
    assert said in told[0]
    assert told[1]


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (b"---\nkey: a\n---\n", ".md"),
        (b"# A, b\n\nc, d\n", ".md"),
        (b'{"key": "a", "kind": "zone"}', ".jsonl"),
        (b'[{"key": "a"}]', ".json"),
        (b"ours:\n  - [a, b]\n", ".yaml"),
        (b"", ""),
        (b"\xff", ".md"),
    ],
)
def test_what_may_hold_records_is_no_other_kind(content: bytes, ending: str) -> None:
    assert other_kind(content, ending) is None
