"""The curves of docs/growth are of what they say: a look-up's memory is its own."""

from __future__ import annotations

from pathlib import Path

from benchmarks.growth import _memory
from store.store import Store


def test_memory_of_a_lookup_is_not_that_of_who_measures(tmp_path: Path) -> None:
    with Store(tmp_path / "store.db", seeds=None):
        pass
    held = bytearray(b"1") * (256 * 1024 * 1024)
    assert _memory(tmp_path / "store.db") * 1024 * 1024 < len(held) / 2
