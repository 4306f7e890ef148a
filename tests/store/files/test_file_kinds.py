"""Files of other kinds: called what they are, by what is in them before their name."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sqlite3
import tarfile
import zipfile
from pathlib import Path

import pytest

from store.errors import ImportRefused
from store.exchange.importing import import_path, read_record_files
from store.files.file_kinds import other_kind
from store.files.signatures import SIGNATURES
from store.store import Store

TABLE = b"name,date\nA,2017\n"
MAIL = (
    b"Received: from a by b;\n Thu, 4 May 2017\nFrom: A <a@example.org>\nSubject: x\n"
    b"MIME-Version: 1.0\nContent-Type: multipart/mixed\n\n--x\n"
)
OWN_ENDINGS = (".md", ".markdown", ".jsonl", ".ndjson", ".json", ".yaml", ".yml")


def zipped(**files: str) -> bytes:
    """An archive of files, the first of which is not compressed; `__` in a name is a slash."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            # Of no particular time: with the clock in it, no two runs would have the same tests.
            archive.writestr(zipfile.ZipInfo(name.replace("__", "/")), content)
    return made.getvalue()


def packed() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.md"))
    return made.getvalue()


def database() -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE a (b)")
    content = connection.serialize()
    connection.close()
    return content


OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
BINARY = [
    (zipped(**{"[Content_Types].xml": "", "word__document.xml": ""}), "Word"),
    (zipped(xl__workbook="", **{"[Content_Types].xml": ""}), "Excel"),
    (zipped(mimetype="application/epub+zip"), "EPUB"),
    (zipped(mimetype=f"{OPEN_DOCUMENT}text"), "(.odt)"),
    (zipped(mimetype=f"{OPEN_DOCUMENT}spreadsheet"), "(.ods)"),
    (zipped(notes="about word/ and xl/"), "ZIP"),
    (zipped(), "ZIP"),
    (packed(), "tar"),
    (gzip.compress(TABLE, mtime=0), "gzip"),
    (bz2.compress(TABLE), "bzip2"),
    (lzma.compress(TABLE), "xz"),
    (database(), "SQLite"),
    (b"%PDF-1.4", "PDF"),
    (b"MZ\x90\0\3\0", "PE"),
    (b"\x7fELF\2\1\1\0", "ELF"),
    (b"\0\0\x27\x0a" + bytes(24) + b"\xe8\3\0\0", "Shapefile"),
    (b"\x89PNG\r\n\x1a\n\0", "PNG"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
    (b"GIF89a\0", "GIF"),
    (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
    (b"\0\0\0\x18ftypheic\0", "HEIC"),
    (b"{\\rtf1 a}", "RTF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "(.doc, .xls)"),
]
TEXTS = [
    (MAIL, "MIME"),
    (b"From: a@example.org\nTo: b@example.org\nSubject: x\n\nDear\n", "MIME"),
    (b"From a@example.org Thu May  4 10:00:00 2017\nSubject: x\n", "mbox"),
    (b"<!DOCTYPE html>\n<html>", "HTML"),
    (b"@article{a, title={b}}", "BibTeX"),
    (b"TY  - JOUR\nER  -\n", "RIS"),
    (b'<?xml version="1.0"?><kml>', "KML"),
    (b"BEGIN:VCARD\nVERSION:4.0\n", "vCard"),
]
TABLES = [
    (TABLE, "CSV"),
    (b'name,note\n"A, B","c, d"\nE,f\n', "CSV"),
    (b"name;date\nA;2017\n", "CSV"),
    (b"name\tdate\nA, B\t2017\n", "TSV"),
    ("\ufeffname,date\r\nهدنة,٢٠١٧\r\n".encode(), "CSV"),
    ("name\tdate\nA\t2017\n".encode("utf-16"), "TSV"),
]


@pytest.mark.parametrize(("content", "said"), [*BINARY, *TEXTS, *TABLES])
def test_a_file_is_called_what_it_is_whatever_its_name(content: bytes, said: str) -> None:
    for ending in (*OWN_ENDINGS, ".txt", ""):
        told = other_kind(content, ending)
        assert told is not None, ending
        assert said in told[0], ending
        assert told[1], ending


@pytest.mark.parametrize(
    ("content", "ending", "said"),
    [
        ("name,date\nهدنة,2017\n".encode("cp1256"), ".csv", "CSV"),
        (b"one column\nA\n", ".csv", "CSV"),
        (b'{"type": "FeatureCollection", "features": []}', ".geojson", "GeoJSON"),
        (b'{"type": "FeatureCollection", "features": []}', ".json", "GeoJSON"),
        (b'{"id": "a", "schema": "Person", "properties": {}}', ".jsonl", "FollowTheMoney"),
        (b'[{"key": "a"}]', ".txt", "this is JSON"),
        (b'{"key": "a", "kind": "zone"}\n{}', ".md", "this is JSON"),
        (b'[\n  {"key": "a"}\n]', ".md", "this is JSON"),
        (b"---\nkey: a\n---\n", ".jsonl", "this is Markdown"),
        (b"---\nkey: a\n---\n", ".json", "this is Markdown"),
    ],
)
def test_its_name_tells_where_its_content_does_not(content: bytes, ending: str, said: str) -> None:
    told = other_kind(content, ending)
    assert told is not None
    assert said in told[0]


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (b"---\nkey: a\n---\n", ".md"),
        (b"# A, b\n\nc, d\n", ".md"),
        (b"Dear A, and B\nwe met, at last\n", ".md"),
        (b"one, two\nthree, four\n", ".md"),
        (b"[![badge](a)](b)\n\ntext\n", ".md"),
        (b"[^a]: note, one\n[^b]: note, two\n", ".md"),
        (b"{{< figure >}}\n", ".md"),
        (b"From: the mayor\nTo: the council\n", ".md"),
        (b"MZ is a name\nBM too\n", ".md"),
        (b"ID3, PAR1 and BZh are words\n", ".md"),
        (b'{"key": "a", "kind": "zone"}', ".jsonl"),
        (b'[{"key": "a"}]', ".json"),
        (b"ours:\n  - [a, b]\n  - [c, d]\n", ".yaml"),
        (b"", ""),
        (b"\xff", ".md"),
    ],
)
def test_what_may_hold_records_is_no_other_kind(content: bytes, ending: str) -> None:
    assert other_kind(content, ending) is None


@pytest.mark.parametrize("signature", SIGNATURES, ids=lambda signature: signature.kind)
def test_every_signature_tells_its_own_kind(signature: object) -> None:
    assert signature in SIGNATURES
    content = bytes(signature.at) + signature.content + bytes(64)  # type: ignore[attr-defined]
    told = other_kind(content)
    assert told is not None
    assert signature.kind in told[0]  # type: ignore[attr-defined]


@pytest.mark.parametrize("ending", [*OWN_ENDINGS, ".txt", ""])
@pytest.mark.parametrize("content", [b"", b"\n", b"\xef\xbb\xbf", b"[]"])
def test_a_file_of_nothing_is_told_by_check_and_import(
    tmp_path: Path, ending: str, content: bytes
) -> None:
    file = tmp_path / f"a{ending}"
    file.write_bytes(content)
    assert read_record_files(file).findings
    with Store(":memory:", seeds=None) as store, pytest.raises(ImportRefused):
        import_path(store, file)


def test_a_folder_of_nothing_but_other_things_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "README.md").write_text("[![badge](a)](b)\n")

    for folder in (tmp_path, tmp_path / "empty"):
        (finding,) = read_record_files(folder).findings
        assert finding.what == "no record file is in this folder"
