"""A folder of record files: read whole with every finding."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.files import vault
from store.files.markdown import write_record, write_source
from store.model.records import Bilingual, Origin, Record, Source

QATAR = Record("qatar", "actor", Bilingual("Qatar", "قطر"))
IDLIB = Record("idlib", "zone", Bilingual("Idlib", "إدلب"))
TASS = Source("tass", Bilingual("A dispatch"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "actors/qatar.md": write_record(QATAR),
        "zones/idlib.md": write_record(IDLIB),
        "sources/tass.md": write_source(TASS),
        "README.md": "# What this is\n",
        "notes/plan.md": "---\ntitle: A plan\n---\n",
        ".obsidian/templates/zone.md": "---\nkind: zone\n---\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_records_and_sources_are_found_with_their_origins(folder: Path) -> None:
    found = vault.read_folder(folder, shown_as="seeds")

    assert found.findings == []
    assert found.records == [
        (QATAR, Origin("seeds/actors/qatar.md", 2)),
        (IDLIB, Origin("seeds/zones/idlib.md", 2)),
    ]
    assert found.sources == [(TASS, Origin("seeds/sources/tass.md", 2))]


def test_origins_name_the_folder_as_it_was_given(folder: Path) -> None:
    found = vault.read_folder(folder)
    assert found.records[0][1].file == f"{folder}/actors/qatar.md"


def test_every_broken_file_is_told_and_the_others_are_read(folder: Path) -> None:
    (folder / "zones/a.md").write_text("---\nkey: a\nkind: zone\nname: A\ncite: x\n---\n")
    (folder / "zones/b.md").write_bytes(b"---\nkey: b\nkind: zone\nname: {en: \xff}\n---\n")
    (folder / "zones/c.md").write_text("---\nkey: [\n---\n")

    found = vault.read_folder(folder, shown_as="v")

    assert [(one.file, one.line) for one in found.findings] == [
        ("v/zones/a.md", 4),
        ("v/zones/a.md", 5),
        ("v/zones/b.md", 4),
        ("v/zones/c.md", 2),
    ]
    assert str(found.findings[2]) == (
        "v/zones/b.md:4: this line is not UTF-8. Save the file as UTF-8, then try again."
    )
    assert [record for record, _ in found.records] == [QATAR, IDLIB]


def test_a_file_is_named_by_its_key(folder: Path) -> None:
    (folder / "zones/idlib.md").rename(folder / "zones/idleb.md")

    (finding,) = vault.read_folder(folder).findings
    assert finding.what == "key: idlib is not the file's name"
    assert finding.todo == "Name the file idlib.md, or change the key"


def test_a_key_that_stands_in_two_files_is_told(folder: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more/qatar.md").write_text(write_record(QATAR), "utf-8")

    (finding,) = vault.read_folder(folder, shown_as="v").findings
    assert (finding.file, finding.what) == (
        "v/more/qatar.md",
        "key: qatar stands also in v/actors/qatar.md",
    )


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    text = write_record(QATAR).replace("\n", "\r\n")
    (tmp_path / "qatar.md").write_bytes(b"\xef\xbb\xbf" + text.encode())

    found = vault.read_file(tmp_path / "qatar.md")
    assert found.findings == []
    assert found.records[0][0] == QATAR


@pytest.mark.parametrize(
    ("before", "line", "said"),
    [
        ("\n", 2, "begins on the first line"),
        ("\n<!-- a comment -->\n\n", 4, "begins on the first line"),
        ("# A comment\n", 2, "begins on the first line"),
    ],
)
def test_a_record_that_does_not_begin_at_once_is_told(
    folder: Path, before: str, line: int, said: str
) -> None:
    (folder / "zones/a.md").write_text(f"{before}---\nkey: a\nkind: zone\n---\n")
    (finding,) = vault.read_folder(folder).findings
    assert said in finding.what
    assert finding.line == line


def test_slips_of_what_makes_a_record_are_told(folder: Path) -> None:
    (folder / "zones/a.md").write_text("---\nkey: a\nKind: zone\nname: {en: A}\n---\n")
    (folder / "zones/b.md").write_text("key: b\nkind: zone\n---\n")
    found = [(one.file[-4:], one.line, one.what) for one in vault.read_folder(folder).findings]
    assert ("a.md", 3, "Kind: there is no such field; did you mean kind?") in found
    assert any(file == "b.md" and "it is missing here" in what for file, _, what in found)


def test_other_endings_of_markdown_are_read_and_other_files_named(folder: Path) -> None:
    (folder / "zones/idlib.md").rename(folder / "zones/idlib.MARKDOWN")
    (folder / "actors/qatar.md").rename(folder / "actors/qatar.MD")
    (folder / "places.csv").write_text("a,b\n")
    found = vault.read_folder(folder, shown_as="v")
    assert found.findings == []
    assert [record.key for record, _ in found.records] == ["qatar", "idlib"]
    assert found.not_read == ["v/README.md", "v/places.csv", "v/notes/plan.md"]


def test_a_folder_without_records_is_a_finding(tmp_path: Path) -> None:
    (finding,) = vault.read_folder(tmp_path).findings
    assert "no record file is in this folder" in finding.what


def test_pipes_devices_and_other_kinds_in_a_folder_are_told_at_once(folder: Path) -> None:
    os.mkfifo(folder / "zones/a.md")
    (folder / "zones/b.md").symlink_to("/dev/zero")
    (folder / "zones/c.md").write_bytes(b"%PDF-1.7\n")
    (folder / "zones/d.md").write_text('{"key": "d", "kind": "zone"}')
    (folder / "zones/e.md").write_bytes("---\nkey: e\nname: الهدنة\n".encode("cp1256"))
    said = [one.what for one in vault.read_folder(folder).findings]
    for what, expected in zip(
        said, ["a pipe", "a device", "PDF", "this is JSON", "Windows-1256"], strict=True
    ):
        assert expected in what


def test_one_file_without_a_record_is_a_finding(folder: Path) -> None:
    (finding,) = vault.read_file(folder / "README.md").findings
    assert "no record is here" in finding.what
    (finding,) = vault.read_file(folder / "nowhere.md").findings
    assert "cannot be read: nothing is there" in finding.what


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.md").open("wb") as file:
        file.truncate(5_000_000)

    (finding,) = vault.read_file(tmp_path / "huge.md").findings
    assert "too long" in finding.what
