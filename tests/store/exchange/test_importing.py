"""Bringing records into a store: whatever the file, all of it or nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from store.errors import ImportRefused
from store.exchange.importing import Imported, import_path
from store.model.records import Origin
from store.store import Store

HOMS = {"key": "homs", "kind": "zone", "name": {"en": "Homs", "ar": "حمص"}}
PEACE = {
    "key": "homs-truce",
    "kind": "agreement",
    "name": {"en": "Homs truce"},
    "cite": ["dispatch"],
    "relations": [{"predicate": "covers", "object": "homs"}],
}
DISPATCH = {"key": "dispatch", "kind": "source", "title": {"en": "A dispatch"}}


def _lines(path: Path, *mappings: Mapping[str, object]) -> Path:
    path.write_text("".join(f"{json.dumps(mapping)}\n" for mapping in mappings), "utf-8")
    return path


def test_lines_may_refer_to_what_follows_and_to_what_the_store_has(
    small_store: Store, tmp_path: Path
) -> None:
    near = {**HOMS, "relations": [{"predicate": "borders", "object": "rif-dimashq"}]}
    path = _lines(tmp_path / "homs.jsonl", PEACE, near, DISPATCH)

    assert import_path(small_store, path) == Imported(2, 1)
    assert [one.other.key for one in small_store.related("homs")] == ["homs-truce", "rif-dimashq"]
    assert small_store.origin("homs") == Origin(str(path), 2)
    assert small_store.lookup("حمص")[0].key == "homs"


@pytest.mark.parametrize(
    "broken",
    [
        {**HOMS, "key": "Homs"},
        {**PEACE, "key": "other"},
        {**HOMS, "key": "b", "relations": [{"predicate": "lies-in", "object": "nowhere"}]},
    ],
    ids=["not a record", "no such source", "no such object"],
)
def test_nothing_of_a_broken_import_is_stored(
    small_store: Store, tmp_path: Path, broken: Mapping[str, object]
) -> None:
    before = small_store.statistics()

    with pytest.raises(ImportRefused) as caught:
        import_path(small_store, _lines(tmp_path / "homs.jsonl", HOMS, broken))

    assert {finding.line for finding in caught.value.findings} == {2}
    assert small_store.statistics() == before
    assert small_store.lookup("Homs") == []


def test_a_folder_is_imported(small_store: Store, tmp_path: Path) -> None:
    (tmp_path / "homs.md").write_text(
        "---\nkey: homs\nkind: zone\nname: {en: Homs}\n---\n# Homs\n\nA city.\n", "utf-8"
    )

    assert import_path(small_store, tmp_path) == Imported(1, 0)
    assert small_store.get("homs").summary.en == "A city."


def test_importing_again_replaces(small_store: Store, tmp_path: Path) -> None:
    import_path(small_store, _lines(tmp_path / "a.jsonl", HOMS))
    import_path(small_store, _lines(tmp_path / "a.jsonl", {**HOMS, "type": "city"}))

    assert small_store.get("homs").type == "city"
    assert len(small_store.lookup("homs")) == 1


@pytest.mark.parametrize("name", ["empty", "nothing.md", "nothing.jsonl", "nothing.json"])
def test_what_holds_no_record_is_told(small_store: Store, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ImportRefused) as caught:
        import_path(small_store, tmp_path / name)
    assert len(caught.value.findings) == 1
