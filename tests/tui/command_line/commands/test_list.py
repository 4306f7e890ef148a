"""`masarat list`."""

from __future__ import annotations

from pathlib import Path

from store.model.mapping import record_from_mapping, record_to_mapping
from store.model.records import Bilingual, Record
from store.store import Store
from store.upkeep.preparing import sort_name
from tests.tui.command_line.conftest import Run, as_json


def test_a_list_has_aligned_columns(masarat: Run) -> None:
    assert masarat("list", "--kind", "zone", "--format", "table").stdout == (
        "kefraya      zone  Kefraya      كفريا\n"
        "rif-dimashq  zone  Rif Dimashq  ريف دمشق\n"
        "zabadani     zone  Zabadani     الزبداني\n"
    )


def test_dates_are_written_as_each_language_writes_them(masarat: Run) -> None:
    listed = ("list", "--kind", "agreement", "--format", "table")
    assert "agreement  28 March 2017  Four Towns" in masarat(*listed).stdout
    assert masarat(*listed, "--language", "ar").stdout == (
        "four-towns  Four Towns agreement  اتفاق المدن الأربع · اتفاق · 28 آذار/مارس 2017\n"
    )


def test_a_list_in_json_can_be_imported(masarat: Run, tmp_path: Path) -> None:
    listed = masarat("list", "--json")
    assert as_json(listed)[1] == {
        "key": "four-towns",
        "kind": "agreement",
        "type": "evacuation",
        "name": {"en": "Four Towns agreement", "ar": "اتفاق المدن الأربع"},
        "date": "2017-03-28",
    }

    (tmp_path / "listed.json").write_text(listed.stdout, "utf-8")
    other = tmp_path / "other.db"
    assert masarat("import", tmp_path / "listed.json", "--store", other).exit_code == 0
    assert masarat("list", "--json", "--store", other).stdout == listed.stdout


def test_a_list_longer_than_a_chunk_is_one_list(masarat: Run, store_file: Path) -> None:
    with Store(store_file, seeds=None) as store:
        many = (Record(f"a{n}", "actor", Bilingual(f"Group {n:04}")) for n in range(1_200))
        store.put_many([(record, store.origin("qatar")) for record in many])

    listed = as_json(masarat("list", "--kind", "actor", "--json"))
    assert len(listed) == 1_201
    assert [row["key"] for row in listed[:3]] == ["a0", "a1", "a2"]
    assert len(masarat("list", "--kind", "actor").stdout.splitlines()) == 1_201


def test_lists_are_ordered_as_asked(masarat: Run) -> None:
    by_date = as_json(masarat("list", "--order", "date", "--json"))
    by_links = as_json(masarat("list", "--order", "links", "--json"))
    assert "four-towns" in (by_date[0]["key"], by_date[-1]["key"])
    assert by_links[0]["key"] == "zabadani"


def test_an_empty_list_is_exit_code_1(masarat: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.db"
    assert masarat("create", empty, "--empty").exit_code == 0
    result = masarat("list", "--kind", "actor", "--json", "--store", empty)
    assert (result.exit_code, result.stdout) == (1, "[]\n")
    assert result.stderr == "There is no actor in this store.\n"


def test_in_arabic_the_list_goes_by_arabic_names(masarat: Run) -> None:
    english = as_json(masarat("list", "--json"))
    arabic = as_json(masarat("--language", "ar", "list", "--json"))
    names = [Bilingual(**row["name"]).prefer("ar") for row in arabic]
    assert arabic != english
    assert names == sorted(names, key=sort_name)


def test_a_list_in_json_says_who_moved_and_can_be_imported(
    masarat: Run, store_file: Path, tmp_path: Path
) -> None:
    value = {"value": ">5000", "from": ["zabadani"], "when": "2017-04", "cite": ["agency-2017"]}
    with Store(store_file, seeds=None) as store:
        record = store.get("four-towns")
        moved = record_from_mapping({**record_to_mapping(record), "evacuees": [value]})
        store.put(moved)

    listed = masarat("list", "--kind", "agreement", "--json")
    assert as_json(listed)[0]["movements"] == [{"property": "evacuees", **value}]

    (tmp_path / "listed.json").write_text(listed.stdout, "utf-8")
    other = tmp_path / "other.db"
    assert masarat("import", tmp_path / "listed.json", "--store", other).exit_code == 0
    with Store(other, seeds=None) as store:
        assert store.get("four-towns").facts_of("evacuees") == ()
