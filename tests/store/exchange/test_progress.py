"""An import tells how far it has come: always further, to the end, and nothing else changes."""

from __future__ import annotations

import json
from pathlib import Path

from store.exchange.importing import import_path
from store.store import Store


def test_an_import_tells_how_far_it_has_come(tmp_path: Path) -> None:
    lines = tmp_path / "zones.jsonl"
    made = ({"key": f"z-{number}", "kind": "zone", "name": {"en": f"Z {number}"}}
            for number in range(450))  # fmt: skip
    lines.write_text("".join(json.dumps(each) + "\n" for each in made), "utf-8")
    told: list[tuple[int, float]] = []
    with Store(":memory:", seeds=None) as store:
        imported = import_path(store, lines, lambda count, share: told.append((count, share)))
        assert imported.records == len(store.records()) == 450
    assert [count for count, _ in told] == [100, 200, 300, 400, 450]
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.2
    assert shares[-1] == 1
