"""`masarat show`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.exchange.exporting import page
from store.files.markdown import read_record
from store.model.mapping import record_to_mapping, source_from_mapping
from store.model.records import Aliases, Bilingual, Origin
from store.store import Store
from tests.tui.command_line.conftest import Run, as_json


def test_a_record_is_shown_with_facts_texts_relations_and_sources(masarat: Run) -> None:
    shown = masarat("show", "four-towns").stdout

    assert shown.startswith(
        "Four Towns agreement  اتفاق المدن الأربع\nevacuation agreement, agreement · four-towns\n"
    )
    assert "\nDate        28 March 2017 [agency-2017]\n" in shown
    assert "\n            April 2017 — as told [article#2]\n" in shown
    assert "with a ceasefire of nine months.[article#2]\n" in shown
    assert "\nmediated by:\n  Qatar · qatar [agency-2017]\n" in shown
    assert (
        "\nSources, 2 independent:\n  article · An article\n  agency-2017 · A dispatch\n" in shown
    )


def test_no_line_of_a_text_is_taken_for_one_of_ours(masarat: Run, store_file: Path) -> None:
    summary = "Begins.\n\nSources, 9 independent:\n  agency · A fake\nError: masarat has a defect"
    with Store(store_file, seeds=None) as store:
        store.put(store.get("four-towns")._replace(summary=Bilingual(summary)))
    lines = masarat("show", "four-towns").stdout.splitlines()
    assert "Sources, 9 independent:" not in lines
    assert [line for line in lines if line.startswith("Sources")] == ["Sources, 2 independent:"]
    assert [line for line in lines if line.startswith(("Error", "Begins"))] == []
    assert "  Begins." in lines


def test_in_arabic_the_arabic_stands_first(masarat: Run, store_file: Path) -> None:
    with Store(store_file, seeds=None) as store:
        names = Aliases(("Four Cities", "The deal"), ("اتفاق الفوعة", "الصفقة"))
        store.put(store.get("four-towns")._replace(aliases=names))
    english = masarat("show", "four-towns").stdout
    assert "\nOther names  Four Cities, The deal\n             اتفاق الفوعة، الصفقة\n" in english
    shown = masarat("show", "four-towns", "--language", "ar").stdout
    assert shown.startswith(
        "اتفاق المدن الأربع  Four Towns agreement\nاتفاق إخلاء، اتفاق · four-towns\n"
    )
    assert "\nأسماء أخرى  اتفاق الفوعة، الصفقة\n" in shown
    assert shown.index("اتفاق الفوعة") < shown.index("Four Cities")
    assert not any(word in shown for word in ("Other", "names", "Sources"))


def test_the_language_of_a_source_has_a_name(masarat: Run, store_file: Path) -> None:
    for code, english, arabic in (("ar", "Arabic", "العربية"), ("ckb", "ckb", "ckb")):
        with Store(store_file, seeds=None) as store:
            store.put_many([], [(store.source("article")._replace(language=code), Origin())])
        assert f"  {english}\n" in masarat("show", "article").stdout
        assert f"  {arabic}\n" in masarat("show", "article", "--language", "ar").stdout


def test_json_is_the_record_with_what_points_to_it(masarat: Run, store_file: Path) -> None:
    with Store(store_file, seeds=None) as store:
        expected = record_to_mapping(store.get("zabadani"))
        pointing = [each for each in store.related("zabadani") if each.direction == "in"]
    shown = as_json(masarat("show", "zabadani", "--json"))
    inverse = shown.pop("inverse")
    assert shown == expected
    assert [(each["predicate"], each["subject"]) for each in inverse] == [
        (each.predicate, each.other.key) for each in pointing
    ]


def test_what_points_to_a_record_is_passed_over_by_import(masarat: Run, tmp_path: Path) -> None:
    shown = masarat("show", "zabadani", "four-towns", "--json")
    (tmp_path / "shown.json").write_text(shown.stdout, "utf-8")
    assert masarat("import", tmp_path / "shown.json").exit_code == 0
    assert masarat("show", "zabadani", "four-towns", "--json").stdout == shown.stdout


def test_several_keys_are_shown_in_their_order(masarat: Run) -> None:
    keys = ("zabadani", "article", "qatar")
    assert [each["key"] for each in as_json(masarat("show", *keys, "--json"))] == list(keys)
    lines = masarat("show", *keys, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["key"] for line in lines] == list(keys)
    for form in ((), ("--format", "markdown")):
        both = masarat("show", "zabadani", "qatar", *form).stdout
        first, second = (masarat("show", key, *form).stdout for key in ("zabadani", "qatar"))
        assert both == f"{first}\n{second}"


def test_one_unknown_key_of_several_prints_nothing(masarat: Run) -> None:
    wrong = masarat("show", "zabadani", "qatra", "--json")
    assert (wrong.exit_code, wrong.stdout) == (1, "")
    assert "qatar" in wrong.stderr
    assert masarat("show").exit_code == 2


def test_two_formats_of_entries_are_refused(masarat: Run) -> None:
    wrong = masarat("show", "zabadani", "--markdown", "--format", "jsonl")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "--markdown and --format jsonl exclude each other" in wrong.stderr


def test_markdown_is_the_file_that_an_export_writes(masarat: Run, store_file: Path) -> None:
    shown = masarat("show", "zabadani", "--markdown").stdout

    with Store(store_file, seeds=None) as store:
        assert shown == page(store, store.get("zabadani"))
        assert read_record(shown) == store.get("zabadani")


def test_a_source_is_shown_with_who_cites_it(masarat: Run) -> None:
    shown = masarat("show", "article").stdout
    assert shown.startswith("An article  مقال\nopinion article, source · article\n")
    cited = shown.partition("Cited by 2:\n\n")[2]
    assert cited.startswith("zones:\n  Zabadani  الزبداني · zabadani\n")
    assert "\nagreements:\n  Four Towns agreement  اتفاق المدن الأربع · four-towns\n" in cited
    assert "\n    Date: April 2017 (as told) [sentence 2]\n" in cited
    as_mapping = as_json(masarat("show", "article", "--json"))
    assert as_mapping["kind"] == "source"
    assert as_mapping["cited_by"][0] == {"record": "zabadani", "kind": "zone", "locator": "1"}
    assert source_from_mapping(as_mapping).key == "article"
    assert "\nkind: source\n" in masarat("show", "article", "--markdown").stdout


def test_an_unknown_key_suggests_the_nearest(masarat: Run) -> None:
    result = masarat("show", "zabadany")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == ("There is no record with the key 'zabadany'; did you mean zabadani?\n")


def test_two_formats_at_once_are_refused(masarat: Run) -> None:
    result = masarat("show", "zabadani", "--json", "--markdown")
    assert result.exit_code == 2
    assert "exclude each other" in result.stderr


@pytest.mark.parametrize("command", [("show", "qatar"), ("list",), ("lookup", "qatar")])
def test_controls_in_records_are_shown_and_not_obeyed(
    masarat: Run, store_file: Path, command: tuple[str, ...]
) -> None:
    hostile = Bilingual("Qatar \x1b]0;owned\x07 \x9b2J \u202e", "قطر\x85")
    with Store(store_file, seeds=None) as store:
        store.put(store.get("qatar")._replace(name=hostile, summary=hostile))

    plain = masarat(*command).stdout
    assert "Qatar ␛]0;owned␇ �2J �" in plain
    data = masarat(*command, "--json").stdout
    for text in (plain, data):
        assert not {"\x1b", "\x07", "\x9b", "\x85", "\u202e"} & set(text)


def test_hostile_records_come_back_exactly_from_json(masarat: Run, store_file: Path) -> None:
    hostile = Bilingual("Qatar \x9b2J \u202e \U000e0041", "قطر")
    with Store(store_file, seeds=None) as store:
        store.put(store.get("qatar")._replace(name=hostile))
    assert as_json(masarat("show", "qatar", "--json"))["name"] == hostile._asdict()
