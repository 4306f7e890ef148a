"""Formats are entries of two lists: whatever stands there can be exported and imported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

import pytest

from store.errors import ImportRefused
from store.exchange.export_formats import EXPORT_FORMATS, format_for, without_ending
from store.exchange.exporting import Exported, export
from store.exchange.import_formats import IMPORT_FORMATS, format_of
from store.exchange.importing import Imported, import_path
from store.store import Store
from tests.store.exchange.formats import registered_tables


@pytest.fixture
def tables() -> Iterator[None]:
    with registered_tables():
        yield


@pytest.mark.parametrize("formats", [EXPORT_FORMATS, IMPORT_FORMATS], ids=["export", "import"])
def test_every_format_has_a_name_words_and_endings_of_its_own(
    formats: list[object], tables: None
) -> None:
    found = [(form.name, form.label, form.endings) for form in formats]  # type: ignore[attr-defined]
    names, labels, endings = zip(*found, strict=True)
    assert len(set(names)) == len(names)
    assert all(label.en and label.ar for label in labels)
    flat = [ending for several in endings for ending in several]
    assert len(set(flat)) == len(flat)
    assert all(ending.startswith(".") and ending == ending.lower() for ending in flat)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.md", "markdown"), ("b/A.MD", "markdown"), ("a.html", "html"), ("A.HTM", "html"),
        ("a.tsv", "table"), ("a.tab", "table"),
        ("a", "folder"), ("a.txt", "folder"), (".md", "folder"), ("md", "folder"),
    ],
)  # fmt: skip
def test_the_ending_of_a_path_chooses_the_format(path: str, name: str, tables: None) -> None:
    assert format_for(PurePath(path)).name == name


def test_a_name_is_given_the_ending_of_a_format_and_loses_that_of_another(tables: None) -> None:
    report, _, folder, table = EXPORT_FORMATS
    assert [form.named("a.b") for form in (report, folder, table)] == ["a.b.md", "a.b", "a.b.tsv"]
    assert [report.named("x/A.MD"), table.named("x/a.tab")] == ["x/A.MD", "x/a.tab"]
    names = ["x/a.md", "A.MD", "a.tab", "a.b", "a"]
    assert [without_ending(name) for name in names] == ["x/a", "A", "a", "a.b", "a"]


def test_what_is_registered_is_exported_and_imported(
    small_store: Store, tmp_path: Path, tables: None
) -> None:
    path = tmp_path / "places.tsv"
    assert export(small_store, ["kefraya", "qatar"], path) == Exported(path, 2, 2, 1)
    assert path.read_text("utf-8") == "kefraya\tKefraya\nqatar\tQatar\n"
    with Store(":memory:", seeds=None) as other:
        assert import_path(other, path) == Imported(2, 0)
        assert other.every_key() == ["kefraya", "qatar"]


@pytest.mark.parametrize(("name", "mark"), [("homs", ""), ("homs.txt", "\ufeff")])
def test_a_file_without_a_known_ending_is_known_by_its_front_matter(
    tmp_path: Path, name: str, mark: str
) -> None:
    path = tmp_path / name
    text = "---\nkey: homs\nkind: zone\nname: {en: Homs}\n---\n# Homs\n"
    path.write_text(mark + text, "utf-8")

    assert format_of(path).name == "record-file"
    with Store(":memory:", seeds=None) as store:
        assert import_path(store, path) == Imported(1, 0)


def test_a_file_of_no_format_is_refused_with_the_endings_that_there_are(
    small_store: Store, tmp_path: Path, tables: None
) -> None:
    path = tmp_path / "homs.notes"
    path.write_text("Homs, and what I know of it")
    with pytest.raises(ImportRefused) as caught:
        import_path(small_store, path)
    (finding,) = caught.value.findings
    assert finding.file == str(path)
    assert finding.todo.endswith(".md, .markdown, .jsonl, .ndjson, .json, .yaml, .yml, .tsv, .tab")


def test_a_folder_whose_name_has_an_ending_is_a_folder(small_store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "records.json"
    export(small_store, None, folder)
    with Store(":memory:", seeds=None) as other:
        assert import_path(other, folder) == Imported(6, 2)
