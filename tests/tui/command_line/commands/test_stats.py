"""`masarat stats`."""

from __future__ import annotations

import json

from store.store import Store
from tests.tui.command_line.conftest import Run, as_json


def test_statistics_count_everything(masarat: Run) -> None:
    assert as_json(masarat("stats", "--json")) == {
        "records": {"zone": 3, "agreement": 1, "actor": 1, "consequence": 1},
        "relations": 6,
        "citations": 12,
        "sources": 2,
    }
    plain = masarat("stats", "--format", "table").stdout.splitlines()
    assert plain[0].split() == ["zones", "3"]
    assert plain[-1].split() == ["sources", "2"]
    assert len({len(line) for line in plain}) == 1


def test_json_is_printed_over_lines_in_a_fixed_order(masarat: Run) -> None:
    printed = masarat("stats", "--json").stdout
    assert printed == json.dumps(json.loads(printed), indent=2) + "\n"


def test_counts_have_stable_names_in_formats(masarat: Run) -> None:
    assert masarat("stats").stdout.splitlines()[::3] == ["zone\t3", "consequence\t1", "sources\t2"]
    lines = masarat("stats", "--format", "jsonl").stdout.splitlines()
    assert json.loads(lines[0]) == {"name": "zone", "count": 3}
    assert masarat("stats", "--format", "json").stdout == masarat("stats", "--json").stdout
    assert masarat("stats", "--json", "--format", "csv").exit_code == 2


def test_records_are_counted_by_a_field(masarat: Run) -> None:
    assert masarat("stats", "--by", "kind").stdout.splitlines()[0] == "zone\tzone\t3"
    assert as_json(masarat("stats", "--by", "kind", "kind:actor", "--json")) == [
        {"value": "actor", "label": "actor", "count": 1}
    ]
    assert masarat("stats", "kind:actor").stdout == "actor\tactor\t1\n"
    bars = masarat("--language", "ar", "stats", "--by", "kind", "--format", "table").stdout
    assert bars.splitlines()[0].split() == ["3", "█" * 24, "منطقة"]


def test_an_unknown_field_is_told_those_there_are(masarat: Run) -> None:
    result = masarat("stats", "--by", "colour")
    assert result.exit_code == 2
    assert all(field in result.stderr for field in Store.fields())


def test_nothing_found_is_told(masarat: Run) -> None:
    for words in (["--by", "kind", "xyzzyqq"], ["--by", "monitoring"], ["--by", "kind", ""]):
        for form in ("table", "json", "csv"):
            result = masarat("stats", *words, "--format", form)
            assert result.exit_code == 1
            assert len(result.stderr.splitlines()) == 1


def test_sources_are_not_counted_as_records(masarat: Run) -> None:
    result = masarat("stats", "--by", "type", "kind:source")
    assert result.exit_code == 2
    assert "sources" in result.stderr
