"""The reader's guide stands, a page a language, as the shipped records make it."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from docs.collection_page import collection_pages
from docs.pages import ROOT
from store.exchange.guide import TEMPLATE, guide
from store.paths import SEEDS_FOLDER
from store.store import Store


def test_it_stands_as_the_store_makes_it(shipped: Store) -> None:
    """After editing seeds, `make guide` writes it anew."""
    template = Path(SEEDS_FOLDER, TEMPLATE).read_text("utf-8")
    made = collection_pages(guide(shipped, template, version("masarat")))
    assert (ROOT / "docs/collection.md").read_text("utf-8") == made.english
    assert (ROOT / "docs/ar/collection.md").read_text("utf-8") == made.arabic
