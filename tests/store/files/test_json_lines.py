"""JSON and JSON Lines: records one by one, findings with their lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.errors import Finding, ImportRefused
from store.files.json_lines import JsonFile, RecordLines
from store.model.mapping import record_to_mapping
from store.model.records import Bilingual, Record
from tests.store.strategies import records

IDLIB = '{"key": "idlib", "kind": "zone", "name": {"ar": "إدلب"}}'
QATAR = '{"key": "qatar", "kind": "actor", "name": {"en": "Qatar"}}'
TASS = '{"key": "tass", "kind": "source", "title": {"en": "A dispatch"}}'


def _file(folder: Path, text: str | bytes, name: str = "places.jsonl") -> JsonFile:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return JsonFile(path)


def _findings(file: JsonFile) -> list[Finding]:
    file.sources()
    with pytest.raises(ImportRefused) as caught:
        list(file.records())
    return caught.value.findings


def test_records_and_sources_are_read_apart_with_their_lines(tmp_path: Path) -> None:
    file = _file(tmp_path, f"{IDLIB}\n\n{TASS}\n{QATAR}")

    assert [(source.key, origin.line) for source, origin in file.sources()] == [("tass", 3)]
    found = list(file.records())
    assert [(record.key, origin.line) for record, origin in found] == [("idlib", 1), ("qatar", 4)]
    assert found[0][0] == Record("idlib", "zone", Bilingual("", "إدلب"))
    assert found[0][1].file == str(tmp_path / "places.jsonl")


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    file = _file(tmp_path, b"\xef\xbb\xbf" + f"{IDLIB}\r\n \r\n{QATAR}\r\n".encode())
    assert [record.key for record, _ in file.records()] == ["idlib", "qatar"]


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    assert list(_file(tmp_path, "").records()) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"key": "a"', "not JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[]", "a JSON object is needed"),
        (b"3", "a JSON object is needed"),
        (b'{"key": "a", "kind": "zne", "name": {"en": "A"}}', "did you mean zone?"),
        (b'{"key": "a", "kind": "zone", "name": {"en": "\\ud800"}}', "surrogate"),
        (b'{"key": "a", "kind": "source", "title": {}}', "a title in at least one language"),
        (IDLIB.encode(), "idlib stands also on line 1"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"key": ' + b"9" * 5_000 + b"}", "too many digits"),
        (b'{"key": "a", "key": "b"}', "'key' stands twice in one object, at character 14"),
        (b'{"key": "a", "b": {"c": 1, "d": {"c": 2}, "c": 3}}', "'c' stands twice"),
        (b'{"key": NaN}', "NaN is no number"),
        (b'{"key": 1e400}', "too many digits"),
        (b'{"key": Idlib}', "a text without quotation marks"),
        (b"{'key': 1}", "double quotation marks"),
        (b'{"key": 1,}', "comma is too many"),
        (b'{"key": 1} {"key": 2}', "something follows"),
        ('{"name": "الهدنة"}'.encode("cp1256"), "seems to be Windows-1256"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, line: bytes, said: str) -> None:
    (finding,) = _findings(_file(tmp_path, IDLIB.encode() + b"\n\n" + line + b"\n"))

    assert said in finding.what
    assert finding.line == 3


def test_all_findings_come_at_once_in_the_order_of_lines(tmp_path: Path) -> None:
    broken = '{"key": "s", "kind": "source"}'
    findings = _findings(_file(tmp_path, f"x\n{IDLIB}\n{broken}\ny\n"))
    assert [finding.line for finding in findings] == [1, 3, 4]


def test_reading_ends_after_a_thousand_findings(tmp_path: Path) -> None:
    findings = _findings(_file(tmp_path, "x\n" * 5_000))
    assert len(findings) == 1_001
    assert "1,000 findings" in findings[-1].what


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (IDLIB, [("idlib", 1)]),
        (f"\n  {IDLIB}\n", [("idlib", 2)]),
        (json.dumps(json.loads(IDLIB), indent=2), [("idlib", 1)]),
        (f"[\n{IDLIB},\n\n{QATAR}\n]\n", [("idlib", 2), ("qatar", 4)]),
        ("[]", []),
        (f"{IDLIB}\n{QATAR}\n", [("idlib", 1), ("qatar", 2)]),
    ],
)
def test_a_json_file_holds_an_object_an_array_or_lines(
    tmp_path: Path, text: str, found: list[tuple[str, int]]
) -> None:
    file = _file(tmp_path, text, "places.json")
    assert [(record.key, origin.line) for record, origin in file.records()] == found


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (f"[\n{IDLIB},\n{{]", 3, "not JSON"),
        (f"[{IDLIB}", 1, "not JSON"),
        ("[] x", 1, "something follows"),
        (f"[\n{IDLIB},\n3]", 3, "a JSON object is needed"),
        ("", 1, "not JSON"),
    ],
)
def test_a_broken_json_file_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    (finding,) = _findings(_file(tmp_path, text, "places.json"))
    assert (finding.line, said in finding.what) == (line, True), finding


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="cannot be read"):
        list(JsonFile(tmp_path / "nowhere.jsonl").records())


@settings(
    max_examples=settings.default.max_examples // 4, suppress_health_check=[HealthCheck.too_slow]
)
@given(st.lists(records(), max_size=3, unique_by=lambda record: record.key))
def test_any_records_come_back(
    tmp_path_factory: pytest.TempPathFactory, written: list[Record]
) -> None:
    folder = tmp_path_factory.mktemp("lines")
    mappings = [record_to_mapping(record) for record in written]
    lines = "\n".join(json.dumps(mapping, ensure_ascii=False) for mapping in mappings)
    array = json.dumps(mappings, ensure_ascii=False, indent=2)

    assert [record for record, _ in _file(folder, lines).records()] == written
    assert [record for record, _ in _file(folder, array, "a.json").records()] == written


@pytest.mark.parametrize("ending", [".jsonl", ".json"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize(
    "separator",
    ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\n\u2028\n", "\u2029\n", "\v", "\n\x1e"],
)
def test_lines_are_parted_by_whatever_parts_lines(
    tmp_path: Path, separator: str, encoding: str, ending: str
) -> None:
    names = ("A\u2028B", "C", "D")
    lines = [
        f'{{"key": "k{n}", "kind": "zone", "name": {{"en": "A"}}, "summary": {{"en": "{name}"}}}}'
        for n, name in enumerate(names)
    ]
    file = tmp_path / f"a{ending}"
    file.write_bytes((separator.join(lines) + separator).encode(encoding))

    read = JsonFile(file)
    assert read.sources() == []
    assert [record.key for record, _ in read.records()] == ["k0", "k1", "k2"]


def test_long_lines_are_read_in_shorter_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [json.dumps({"key": f"z-{number}", "kind": "zone", "name": {"en": "Z"}})
            for number in range(9)]  # fmt: skip
    lines = RecordLines(_file(tmp_path, "\ufeff" + "\n".join(made)))
    assert [len(piece.lines) for piece in lines.pieces(4)] == [4, 4, 1]
    monkeypatch.setattr("store.files.json_lines._LONGEST_LINE", 2 * len(made[0]))
    pieces = list(lines.pieces(4))
    assert [len(piece.lines) for piece in pieces] == [2, 2, 2, 2, 1]
    assert [entry for piece in pieces for entry in lines.read(piece)] == list(lines)
