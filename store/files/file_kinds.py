"""What a file is that holds no records: told by its content first, then by its ending."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Final

from store.errors import Finding, ImportRefused, Sentence
from store.expressions import expression
from store.files.signatures import (
    AS_JSON_LINES,
    AS_TEXT,
    IN_ZIP,
    MEDIA_TYPES,
    SIGNATURES,
    TEXTS,
    ZIP,
)
from store.files.text_file import UnreadableFileError, decoded, open_regular, unreadable

SAMPLE: Final = 64 * 1024
"""Bytes of a file's beginning by which its kind is told."""

_NAME_LENGTH: Final = struct.Struct("<H")
_AFTER_MIMETYPE: Final = 38
"""Bytes of a header that names a file `mimetype`."""
_MOST_FIELDS: Final = 60
_FEWEST_ROWS: Final = 2
_LONGEST_ROW: Final = 4_000
_QUOTED_CELL: Final = expression('"[^"]*+"')
_TABLES: Final = {".csv": "CSV (.csv)", ".tsv": "TSV (.tsv)", ".tab": "TSV (.tab)"}
_GEOJSON: Final = expression(
    r'"type"\s{0,9}:\s{0,9}"(?:FeatureCollection|Feature|GeometryCollection)"'
)
_FOLLOW_THE_MONEY: Final = expression(r'"schema"\s{0,9}:\s{0,9}"[A-Z]')
_JSON_IN_TEXT: Final = expression(r'(?:\[\s{0,99})?\{\s{0,99}"[^"\n]{0,99}"\s{0,9}:')
_MAIL_FIELD: Final = expression(r"([A-Za-z][\w-]{1,40}):(?:[ \t]|$)")
_OF_MAIL_ALONE: Final = frozenset(
    ["message-id", "mime-version", "received", "return-path", "delivered-to"]
)
_OF_MAIL: Final = frozenset(["from", "to", "cc", "subject", "date", "content-type"])
_FEWEST_OF_MAIL: Final = 3
_FENCE: Final = "---"
_MARKDOWN: Final = (".md", ".markdown")
_YAML: Final = (".yaml", ".yml")
_JSON: Final = (".jsonl", ".ndjson", ".json")


def other_kind(beginning: bytes, ending: str = "") -> tuple[Sentence, Sentence] | None:
    """Say of which kind a file is that cannot hold records, and what to do.

    Args:
        beginning: up to `SAMPLE` bytes of the file.
        ending: of its name, in lower case and with the dot.

    Returns:
        None where it may hold records.
    """
    if found := _by_bytes(beginning):
        return _not_read(*found)
    try:
        text = decoded(_whole_characters(beginning)).lstrip()
    except UnreadableFileError:
        return _not_read(_TABLES[ending], AS_JSON_LINES) if ending in _TABLES else None
    for pattern, name, todo in TEXTS:
        if pattern.match(text):
            return _not_read(name, todo)
    if _is_mail(text):
        return _not_read("MIME (.eml, .mht)", AS_TEXT)
    if text.startswith(("{", "[")):
        return _kind_of_json(text, ending)
    if text.startswith(_FENCE) and ending in _JSON:
        what = Sentence("this is Markdown with front matter, but its name does not say so")
        return what, Sentence("Name the file {name}", name="….md")
    if ending in _TABLES or _is_table(text, ending):
        mark = "TSV (.tsv)" if "\t" in text.partition("\n")[0] else "CSV (.csv)"
        return _not_read(_TABLES.get(ending, mark), AS_JSON_LINES)
    return None


def refuse_empty(path: Path) -> None:
    """Refuse a file in which nothing is.

    Raises:
        ImportRefused: it is empty, or cannot be read.
    """
    if not _beginning(path):
        todo = Sentence("Name a file that holds a record or a source")
        raise ImportRefused([Finding(str(path), 1, Sentence("this file is empty"), todo)])


def refuse_other_kind(path: Path) -> None:
    """Refuse a file of which `other_kind` says what it is.

    Raises:
        ImportRefused: with that, or it cannot be read.
    """
    if told := other_kind(_beginning(path), path.suffix.lower()):
        raise ImportRefused([Finding(str(path), 1, *told)])


def _beginning(path: Path) -> bytes:
    try:
        with open_regular(path) as file:
            return file.read(SAMPLE)
    except UnreadableFileError as error:
        raise ImportRefused([error.in_file(str(path))]) from error
    except OSError as error:
        raise ImportRefused([unreadable(error).in_file(str(path))]) from error


def _by_bytes(beginning: bytes) -> tuple[str, Sentence] | None:
    if beginning.startswith(ZIP):
        return _in_archive(beginning)
    has_nul = b"\0" in beginning
    for signature in SIGNATURES:
        is_there = beginning.startswith(signature.content, signature.at)
        if is_there and (has_nul or not signature.is_short):
            return signature.kind, signature.todo
    return None


def _in_archive(beginning: bytes) -> tuple[str, Sentence]:
    """Tell what an archive is by the files in it whose headers stand in its beginning."""
    names = []
    at = 0
    while at >= 0:
        (length,) = _NAME_LENGTH.unpack(beginning[at + 26 : at + 28].ljust(2, b"\0"))
        names.append(beginning[at + 30 : at + 30 + length].decode("utf-8", "replace"))
        at = beginning.find(ZIP, at + len(ZIP))
    if names[0] == "mimetype":
        for media_type, kind, todo in MEDIA_TYPES:
            if beginning.startswith(media_type, _AFTER_MIMETYPE):
                return kind, todo
    return next(
        (kind, todo)
        for first, kind, todo in IN_ZIP
        if any(name.startswith(first) for name in names)
    )


def _not_read(kind: str, todo: Sentence) -> tuple[Sentence, Sentence]:
    return Sentence("files of this kind are not read: {kind}", kind=kind), todo


def _is_mail(text: str) -> bool:
    """Whether it begins with fields of a message, more of them where a letter may have such."""
    lines = {}
    for line in text.split("\n", _MOST_FIELDS)[:_MOST_FIELDS]:
        if field := _MAIL_FIELD.match(line):
            lines[field[1].lower()] = line
        elif not line[:1].isspace():  # a field may go on in the next line
            break
    usual = lines.keys() & _OF_MAIL
    if usual and not lines.keys().isdisjoint(_OF_MAIL_ALONE):
        return True
    return len(usual) >= _FEWEST_OF_MAIL and "@" in lines.get("from", "")


def _kind_of_json(text: str, ending: str) -> tuple[Sentence, Sentence] | None:
    if ending in (*_MARKDOWN, *_YAML) and not _JSON_IN_TEXT.match(text):
        return None  # a link, a list of YAML
    if _GEOJSON.search(text[:1_000]):
        return _not_read("GeoJSON (.geojson)", AS_JSON_LINES)
    if _FOLLOW_THE_MONEY.search(text[:1_000]) and '"kind"' not in text[:1_000]:
        return _not_read("FollowTheMoney (JSON)", AS_JSON_LINES)
    if ending not in _JSON:
        what = Sentence("this is JSON, but its name does not say so")
        return what, Sentence("Name the file {name}", name=_likely_name(text))
    return None


def _likely_name(text: str) -> str:
    first = text.partition("\n")[0]
    try:
        return "….jsonl" if isinstance(json.loads(first), dict) else "….json"
    except (ValueError, RecursionError):
        return "….json"


def _is_table(text: str, ending: str) -> bool:
    """Whether the first lines have the same number of one mark that parts cells.

    Prose has commas too, but blanks behind them: of a file that may be prose, more is asked.
    """
    lines = [
        _QUOTED_CELL.sub("", line[:_LONGEST_ROW])
        for line in text.split("\n", 5)[:5]
        if line.strip()
    ][:4]
    if len(lines) < _FEWEST_ROWS:
        return False
    may_be_prose = ending in _MARKDOWN or ending in _YAML
    if may_be_prose and (lines[0][0] in "#>-*+|`<" or any(": " in line for line in lines)):
        return False
    return any(
        lines[0].count(mark)
        and len({line.count(mark) for line in lines}) == 1
        and not (may_be_prose and any(f"{mark} " in line for line in lines))
        for mark in ",;\t"
    )


def _whole_characters(data: bytes) -> bytes:
    """Leave out a last character that is cut in two."""
    if len(data) < SAMPLE:
        return data
    end = len(data) - len(data) % 4
    while end > SAMPLE - 8 and data[end - 1] >= 0x80:
        end -= 1
    return data[:end]
