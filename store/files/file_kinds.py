"""What a file is that holds no records: told by its content first, then by its ending."""

from __future__ import annotations

import json
import re
from typing import Final

from store.errors import Sentence
from store.files.text_file import UnreadableFileError, decoded

SAMPLE: Final = 64 * 1024
"""Bytes of a file's beginning by which its kind is told."""

_AS_JSON_LINES: Final = Sentence(
    "Write each record as one line of JSON Lines (.jsonl), as `masarat show --json` prints it"
)
_AS_TEXT: Final = Sentence("Write its records as Markdown with front matter, or as JSON Lines")
_UNPACK: Final = Sentence("Unpack it, then import the folder")
_USE_AS_STORE: Final = Sentence("Open a store of masarat with --store; export another database")

_ARCHIVES: Final = (  # names of files inside, by which a ZIP archive is told
    (b"word/", "Word (.docx)", _AS_TEXT),
    (b"xl/", "Excel (.xlsx)", _AS_JSON_LINES),
    (b"ppt/", "PowerPoint (.pptx)", _AS_TEXT),
    (b"opendocument.spreadsheet", "OpenDocument (.ods)", _AS_JSON_LINES),
    (b"opendocument", "OpenDocument (.odt)", _AS_TEXT),
    (b"epub+zip", "EPUB (.epub)", _AS_TEXT),
    (b"", "ZIP (.zip)", _UNPACK),
)
_SIGNATURES: Final = (
    (b"%PDF-", "PDF (.pdf)", _AS_TEXT),
    (b"SQLite format 3\0", "SQLite (.db)", _USE_AS_STORE),
    (b"\x1f\x8b", "gzip (.gz)", _UNPACK),
    (b"BZh", "bzip2 (.bz2)", _UNPACK),
    (b"\xfd7zXZ\0", "xz (.xz)", _UNPACK),
    (b"7z\xbc\xaf", "7-Zip (.7z)", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "Zstandard (.zst)", _UNPACK),
    (b"Rar!", "RAR (.rar)", _UNPACK),
    (b"\x89PNG", "PNG (.png)", _AS_TEXT),
    (b"\xff\xd8\xff", "JPEG (.jpg)", _AS_TEXT),
    (b"GIF8", "GIF (.gif)", _AS_TEXT),
    (b"II*\0", "TIFF (.tif)", _AS_TEXT),
    (b"MM\0*", "TIFF (.tif)", _AS_TEXT),
    (b"RIFF", "WebP, WAV or AVI", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "Word or Excel of before 2007 (.doc, .xls)", _AS_JSON_LINES),
    (b"{\\rtf", "RTF (.rtf)", _AS_TEXT),
    (b"PAR1", "Parquet (.parquet)", _AS_JSON_LINES),
)
_TEXTS: Final = (
    (re.compile(r"(?:<\?xml[^<>]*+>\s*+)?<kml"), "KML (.kml)", _AS_JSON_LINES),
    (re.compile(r"(?:<!doctype html|<html|<head|<body)", re.I), "HTML (.html)", _AS_TEXT),
    (re.compile(r"<\?xml"), "XML (.xml)", _AS_JSON_LINES),
    (re.compile(r"@[a-z]{3,20}\s?\{", re.I), "BibTeX (.bib)", _AS_JSON_LINES),
    (re.compile(r"From \S{1,80} [A-Z][a-z]{2} "), "mbox (.mbox)", _AS_TEXT),
    (re.compile(r"TY {2}- "), "RIS (.ris)", _AS_JSON_LINES),
)  # fmt: skip
_TABLES: Final = {".csv": "CSV (.csv)", ".tsv": "TSV (.tsv)", ".tab": "TSV (.tab)"}
_GEOJSON: Final = re.compile(
    r'"type"\s{0,9}:\s{0,9}"(?:FeatureCollection|Feature|GeometryCollection)"'
)
_FOLLOW_THE_MONEY: Final = re.compile(r'"schema"\s{0,9}:\s{0,9}"[A-Z]')


def other_kind(beginning: bytes, ending: str = "") -> tuple[Sentence, Sentence] | None:
    """Say of which kind a file is that cannot hold records, and what to do.

    Args:
        beginning: up to `SAMPLE` bytes of the file.
        ending: of its name, in lower case and with the dot.

    Returns:
        None where it may hold records.
    """
    if beginning.startswith(b"PK\x03\x04"):
        found = next((name, todo) for inside, name, todo in _ARCHIVES if inside in beginning)
        return _not_read(*found)
    for signature, name, todo in _SIGNATURES:
        if beginning.startswith(signature):
            return _not_read(name, todo)
    try:
        text = decoded(_whole_characters(beginning)).lstrip()
    except UnreadableFileError:
        return _not_read(_TABLES[ending], _AS_JSON_LINES) if ending in _TABLES else None
    for pattern, name, todo in _TEXTS:
        if pattern.match(text):
            return _not_read(name, todo)
    if text.startswith(("{", "[")):
        return _kind_of_json(text, ending)
    if ending in _TABLES or (ending not in _OWN_ENDINGS and _is_table(text)):
        return _not_read(_TABLES.get(ending, "CSV (.csv)"), _AS_JSON_LINES)
    return None


_OWN_ENDINGS: Final = (".md", ".markdown", ".yaml", ".yml", ".jsonl", ".ndjson", ".json")


def _not_read(kind: str, todo: Sentence) -> tuple[Sentence, Sentence]:
    return Sentence("files of this kind are not read: {kind}", kind=kind), todo


def _kind_of_json(text: str, ending: str) -> tuple[Sentence, Sentence] | None:
    if _GEOJSON.search(text[:1_000]):
        return _not_read("GeoJSON (.geojson)", _AS_JSON_LINES)
    if _FOLLOW_THE_MONEY.search(text[:1_000]) and '"kind"' not in text[:1_000]:
        return _not_read("FollowTheMoney (JSON)", _AS_JSON_LINES)
    if ending not in _OWN_ENDINGS or ending in (".md", ".markdown", ".yaml", ".yml"):
        what = Sentence("this is JSON, but its name does not say so")
        return what, Sentence("Name the file {name}", name=_likely_name(text))
    return None


def _likely_name(text: str) -> str:
    first = text.partition("\n")[0]
    try:
        return "….jsonl" if isinstance(json.loads(first), dict) else "….json"
    except (ValueError, RecursionError):
        return "….json"


def _is_table(text: str) -> bool:
    """Whether the first lines have the same number of one mark that parts cells."""
    lines = [line for line in text.split("\n", 5)[:5] if line.strip()][:4]
    return len(lines) > 1 and any(
        lines[0].count(mark) and len({line.count(mark) for line in lines}) == 1 for mark in ",;\t"
    )


def _whole_characters(data: bytes) -> bytes:
    """Leave out a last character that is cut in two."""
    if len(data) < SAMPLE:
        return data
    end = len(data) - len(data) % 4
    while end > SAMPLE - 8 and data[end - 1] >= 0x80:
        end -= 1
    return data[:end]
