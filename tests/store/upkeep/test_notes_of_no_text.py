"""A note of the program that a disk made something else of: it starts, and check tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.model.records import Bilingual, Record
from store.store import Store
from tests.store.damage import damage, put_of_any_type

NAMES = ("description", "lexicon", "marked", "seeds", "vocabulary", "without")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", [1e308, b"\xff\xfe", 7], ids=["number", "bytes", "count"])
def test_a_note_that_is_no_text_stops_nothing(tmp_path: Path, name: str, value: object) -> None:
    path = tmp_path / "store.db"
    with Store(path, seeds=None) as store:
        store.put(Record("truce", "agreement", Bilingual("Truce", "هدنة")))
    damage(path, f"DELETE FROM settings; INSERT INTO settings VALUES ('{name}', 'x')")
    put_of_any_type(path, "settings", "value", value)

    with Store(path, seeds=None) as store:
        told = [str(damage.what) for damage in store.examine()]
        store.statistics()
        store.overview()
        assert [hit.key for hit in store.search("truce")] == ["truce"]
    assert any(f"the setting '{name}' is no text" in what for what in told) or name in (
        "seeds",
        "vocabulary",
        "without",
    )
