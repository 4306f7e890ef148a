"""Two records of a store compared, and written to a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.errors import ExportError, UnknownKeyError
from store.exchange.comparing import Compared, save_comparison
from store.exchange.comparison_report import comparison_report
from store.model.records import Bilingual, Fact, Record, Relation
from store.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store(":memory:", seeds=None)
    opened.put(Record("qatar", "actor", Bilingual("Qatar", "قطر"), "state"))
    for key, day, text in (("first", "2015-09-24", "A *truce*."), ("second", "2017", "<b>")):
        opened.put(
            Record(
                key,
                "agreement",
                Bilingual(f"The {key} | deal", key),
                "ceasefire",
                summary=Bilingual(text),
                facts=(Fact("date", day), Fact("terms", Bilingual("A truce"))),
                relations=(Relation("mediated-by", "qatar"),),
            )
        )
    yield opened
    opened.close()


def test_rows_say_what_is_the_same_and_what_differs(store: Store) -> None:
    page = Compared(store, ("first", "second")).page("en")

    rows = {row.label: row.sign for row in (*page.properties, *page.relations)}
    assert rows == {
        "Type": "=", "Collection": "=", "Date": "≠", "Terms": "=", "mediated by": "=",
    }  # fmt: skip
    assert page.remark == ""
    assert [count for _, _, count in page.legend] == [4, 1, 0, 0]


def test_records_of_different_kinds_are_compared_with_a_sentence(store: Store) -> None:
    for language, words in (("en", "different kinds (agreement, actor)"), ("ar", "نوعين مختلفين")):
        page = Compared(store, ("first", "qatar")).page("ar" if language == "ar" else "en")

        assert words in page.remark
        assert page.properties[0].sign == "≠"


def test_it_is_one_table_a_section_in_markdown_and_nothing_breaks_out_of_it(store: Store) -> None:
    written = comparison_report(Compared(store, ("first", "second")).page("en"))

    assert "| ≠ | Date | **24 September 2015** | **2017** |" in written
    assert "| \\= | mediated by | Qatar | Qatar |" in written
    assert "# The first \\| deal and The second \\| deal, compared" in written
    assert "\n<b>" not in written
    rows = [line for line in written.splitlines() if line.startswith("|")]
    assert {line.replace("\\|", "").count("|") for line in rows} == {5}


def test_in_arabic_it_is_written_from_right_to_left(store: Store) -> None:
    written = comparison_report(Compared(store, ("first", "second")).page("ar"))

    assert written.startswith('<div dir="rtl" lang="ar">')
    assert "مقارنة بين first وsecond" in written


def test_a_file_that_is_there_is_not_replaced_unasked(store: Store, tmp_path: Path) -> None:
    page = Compared(store, ("first", "second")).page("en")
    file = tmp_path / "compared.md"
    file.write_text("mine")

    with pytest.raises(ExportError):
        save_comparison(page, file)
    assert file.read_text() == "mine"
    save_comparison(page, file, overwrite=True)
    assert file.read_text() == comparison_report(page)


def test_a_mapping_has_what_both_and_what_one_alone_says(store: Store) -> None:
    mapping = Compared(store, ("first", "second")).as_mapping()

    (dates, terms) = mapping["properties"]
    assert (dates["likeness"], terms["likeness"]) == ("differs", "same")
    assert dates["shared"] == []
    assert len(terms["shared"]) == 1
    assert mapping["relations"][0]["shared"] == ["qatar"]


def test_a_key_that_names_no_record_is_said(store: Store) -> None:
    with pytest.raises(UnknownKeyError, match="frst"):
        Compared(store, ("frst", "second"))


def test_very_many_values_are_compared_in_the_end() -> None:
    with Store(":memory:", seeds=None) as opened:
        for key, first in (("one", 0), ("other", 500)):
            many = tuple(Fact("terms", Bilingual(f"{i}")) for i in range(first, first + 1_000))
            opened.put(Record(key, "agreement", Bilingual(key), facts=many))
        (_, terms) = Compared(opened, ("one", "other")).page("en").properties[-2:]

    assert [value.is_shared for value in terms.values[0]] == [True] * 500 + [False] * 500
    assert [value.is_shared for value in terms.values[1]] == [True] * 500 + [False] * 500
