"""Bringing records into a store: whatever the file, all of it or nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from store.errors import ImportRefused
from store.exchange.importing import Imported, import_path, read_record_files
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


@pytest.mark.parametrize(("name", "text"), [("a.jsonl", ""), ("b.jsonl", "\n\n"), ("c.json", "[]")])
def test_a_file_without_any_record_is_not_nothing_wrong(
    small_store: Store, tmp_path: Path, name: str, text: str
) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    with pytest.raises(ImportRefused) as caught:
        import_path(small_store, file)
    assert caught.value.findings
    assert read_record_files(file).findings == caught.value.findings


def _leaving(**about: object) -> dict[str, object]:
    return {
        "key": "leaving",
        "kind": "agreement",
        "name": {"en": "Leaving", "ar": "خروج"},
        "evacuees": [{"value": "1"}, {"value": ">5000", **about}],
    }


def test_places_may_be_imported_after_what_names_them(small_store: Store, tmp_path: Path) -> None:
    leaving = _leaving(**{"from": ["homs", "zabadani"], "to": ["kefraya"]}, state="happened")
    import_path(small_store, _lines(tmp_path / "a.jsonl", leaving, HOMS))

    about = small_store.get("leaving").facts[1].about
    assert about.origins == ("homs", "zabadani")
    assert about.destinations == ("kefraya",)
    assert small_store.places_of(["leaving"]).keys() == {"homs", "zabadani", "kefraya"}


@pytest.mark.parametrize("key", ["nowhere", "qatar"])
def test_a_place_that_is_no_zone_is_refused_and_nothing_is_stored(
    small_store: Store, tmp_path: Path, key: str
) -> None:
    path = _lines(tmp_path / "a.jsonl", HOMS, _leaving(to=[key]))

    with pytest.raises(ImportRefused) as refused:
        import_path(small_store, path)

    (finding,) = refused.value.findings
    assert (finding.file, finding.line) == (str(path), 2)
    assert finding.what == f"leaving: evacuees[2].to names no zone: '{key}'"
    assert small_store.rows(["homs", "leaving"]) == []


def test_a_record_that_names_no_place_any_more_keeps_none(
    small_store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonl"
    import_path(small_store, _lines(path, _leaving(to=["zabadani"])))
    import_path(small_store, _lines(path, _leaving()))

    assert small_store.places_of(["leaving"]) == {}
    assert small_store.places_of(["zabadani"]) == {}
