"""`masarat compare`."""

from __future__ import annotations

from tests.tui.command_line.conftest import Run, as_json


def test_two_records_stand_side_by_side(masarat: Run) -> None:
    printed = masarat("compare", "four-towns", "zabadani").stdout

    assert printed.startswith("They are of different kinds (agreement, zone)")
    (kind,) = [line for line in printed.splitlines() if line.startswith("≠  Kind")]
    assert kind.split() == ["≠", "Kind", "agreement", "zone"]
    assert "\nRelations:\n+  " in printed
    assert "\n≠ different: 2\n" in printed


def test_in_arabic_each_value_has_a_line_of_its_own(masarat: Run) -> None:
    printed = masarat("compare", "four-towns", "zabadani", "--language", "ar").stdout

    assert "\n≠ النوع\n  اتفاق المدن الأربع: اتفاق\n  الزبداني: منطقة\n" in printed


def test_it_is_printed_as_json_and_as_markdown(masarat: Run) -> None:
    mapping = as_json(masarat("compare", "four-towns", "zabadani", "--format", "json"))
    assert mapping["keys"] == ["four-towns", "zabadani"]
    printed = masarat("compare", "four-towns", "zabadani", "--format", "markdown").stdout
    assert printed.startswith("# Four Towns agreement and ")


def test_one_record_or_none_is_wrong_use(masarat: Run) -> None:
    done = masarat("compare", "zabadani", "zabadani")
    assert done.exit_code == 2
    assert "zabadani is one record; give the keys of two." in done.stderr
    assert "zabadani" in masarat("compare", "zabadani", "zabadni").stderr
    assert masarat("compare", "zabadani").exit_code == 2
