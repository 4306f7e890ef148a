"""`masarat stats`."""

from __future__ import annotations

import json

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
