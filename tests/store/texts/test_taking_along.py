"""Texts of sources in an export that asks for them, and read back from it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from sqlite3 import Connection

import pytest

from store.errors import ImportRefused
from store.exchange.exporting import export
from store.exchange.importing import import_path, read_record_files
from store.files.vault import LARGEST_TEXT
from store.model.records import Bilingual, Citation, Origin, Record, Source
from store.store import Store
from store.texts import rows
from store.texts.reading_files import ReadText

TEXT = "غادرت القافلة بلدة النهر.\r\nThe truce began at noon.\n"
TEXT += "---\n\x1b[31mkind: zone\n\nNothing else. "
KNOWN = Source(
    "diary",
    Bilingual("A diary"),
    sha256=sha256(TEXT.encode()).hexdigest(),
    sentences=((0, 25), (27, 51)),
)
PLAIN = Source("letter", Bilingual("A letter"))
UNCITED = Source("memo", Bilingual("A memo"))
RIVER = Record(
    "river",
    "zone",
    Bilingual("River"),
    "town",
    citations=(Citation("diary", "2"), Citation("letter")),
)


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Store]:
    """A store that holds two texts, one in another encoding, and the text of a source not cited."""
    with Store(":memory:", seeds=None) as store:
        store.put_many([(RIVER, Origin())], [(each, Origin()) for each in (KNOWN, PLAIN, UNCITED)])
        for key, data in {
            "diary": TEXT.encode(),
            "letter": "One. Two.".encode("utf-16"),
            "memo": b"Mine alone.",
        }.items():
            file = tmp_path / f"{key}.txt"
            file.write_bytes(data)
            store.attach_text(key, file)
        yield store


@pytest.fixture
def vault(held: Store, tmp_path: Path) -> Path:
    """An export of the record with the texts of its sources."""
    folder = tmp_path / "vault"
    assert export(held, ["river"], folder, with_texts=True).texts == 2
    return folder


def test_an_export_takes_no_text_along_unless_it_is_asked_for(held: Store, tmp_path: Path) -> None:
    exported = export(held, None, tmp_path / "vault")
    assert exported.texts == 0
    assert not (tmp_path / "vault" / "texts").exists()
    assert export(held, None, tmp_path / "report.md", with_texts=True).texts == 0
    assert "truce" not in (tmp_path / "report.md").read_text("utf-8")


def test_each_text_is_a_file_and_comes_back_as_it_was(held: Store, vault: Path) -> None:
    assert sorted(path.name for path in (vault / "texts").iterdir()) == ["diary.md", "letter.md"]
    with Store(":memory:", seeds=None) as store:
        imported = import_path(store, vault)
        assert (imported.records, imported.sources, imported.texts) == (1, 2, 2)
        assert not imported.changed_texts
        assert not imported.not_read
        for key in ("diary", "letter"):
            assert store.whole_text(key) == held.whole_text(key)
        assert list(store.examine()) == []
        assert [hit.source for hit in store.search_texts("truce")] == ["diary"]
        around = store.cited_sentence("diary", "2")
        assert around is not None
        assert around.sentence.text == "The truce began at noon."


def test_a_text_is_read_back_alone_where_its_source_is_there(held: Store, vault: Path) -> None:
    held.detach_text("diary")
    assert import_path(held, vault / "texts" / "diary.md").texts == 1
    assert held.held_text("diary") is not None


def test_a_text_that_was_changed_is_no_longer_the_one_whose_hash_is_known(vault: Path) -> None:
    file = vault / "texts" / "diary.md"
    file.write_bytes(file.read_bytes().replace(b"noon", b"dawn"))
    with Store(":memory:", seeds=None) as store:
        assert import_path(store, vault).changed_texts == ("diary",)
        held = store.held_text("diary")
        assert held is not None
        assert held.is_another


HEAD = "---\nkind: text\nsource: {key}\nfile: x.txt\nsha256: {digest}\n---\n"


@pytest.mark.parametrize(
    ("name", "written", "told"),
    [
        (
            "nowhere.md",
            HEAD.format(key="nowhere", digest="") + "One.",
            "there is no source nowhere",
        ),
        ("copy.md", HEAD.format(key="diary", digest="0" * 64) + "One.", "stands also in"),
        ("none.md", "---\nkind: text\nfile: x\n---\nOne.", "names no source"),
        ("list.md", "---\nkind: text\nsource: [diary]\n---\nOne.", "names no source"),
        ("empty.md", HEAD.format(key="letter", digest="") + " \n…", "there is no sentence"),
        ("open.md", "---\nkind: text\nsource: letter\nOne.", "has no end"),
        ("long.md", HEAD.format(key="letter", digest="") + "x" * LARGEST_TEXT, "too long"),
        ("bytes.md", b"---\nkind: text\nsource: letter\n---\n\xff\xfe One.", "not UTF-8"),
    ],
)
def test_a_broken_text_is_told_and_nothing_is_stored(
    vault: Path, name: str, written: str | bytes, told: str
) -> None:
    if not name.startswith(("nowhere", "copy")):
        (vault / "texts" / "letter.md").unlink()
    data = written.encode() if isinstance(written, str) else written
    (vault / "texts" / name).write_bytes(data)
    with Store(":memory:", seeds=None) as store:
        with pytest.raises(ImportRefused) as refused:
            import_path(store, vault)
        assert told in str(refused.value)
        assert store.every_key() == []
        assert store.held_texts() == []
    if name != "nowhere.md":  # what a store holds, a folder alone does not say
        assert any(told in str(finding.what) for finding in read_record_files(vault).findings)


def test_hostile_names_and_hashes_are_not_taken_over(vault: Path) -> None:
    file = vault / "texts" / "letter.md"
    hostile = '---\nkind: text\nsource: letter\nfile: "a\\x1b[2J"\nsha256: [1, 2]\n---\nOne. Two.'
    file.write_text(hostile, "utf-8")
    with Store(":memory:", seeds=None) as store:
        assert import_path(store, vault).changed_texts == ("letter",)
        held = store.held_text("letter")
        assert held is not None
        assert (held.file, held.sha256) == ("", sha256(b"One. Two.").hexdigest())


def test_records_come_with_all_their_texts_or_not_at_all(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = rows.write_text

    def broken_off(connection: Connection, source: int, text: ReadText) -> None:
        written(connection, source, text)
        raise KeyboardInterrupt

    with Store(":memory:", seeds=None) as store:
        monkeypatch.setattr(rows, "write_text", broken_off)
        with pytest.raises(KeyboardInterrupt):
            import_path(store, vault)
        assert list(store.every_record()) == []
        assert store.sources() == []
        assert store.held_texts() == []
