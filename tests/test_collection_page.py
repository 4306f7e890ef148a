"""The reader's guide stands as the shipped records make it."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from store.exchange.guide import TEMPLATE, guide
from store.paths import SEEDS_FOLDER
from store.store import Store

PAGE = Path(__file__).parent.parent / "docs" / "collection.md"


def test_it_stands_as_the_store_makes_it(shipped: Store) -> None:
    """After editing seeds, `make guide` writes it anew."""
    template = Path(SEEDS_FOLDER, TEMPLATE).read_text("utf-8")
    assert PAGE.read_text("utf-8") == guide(shipped, template, version("masarat"))
