"""The letter that stands for a kind, in every list and picture and in both languages."""

from __future__ import annotations

from typing import Final, Literal

from store.model.vocabulary import Kind

KIND_LETTERS: Final[dict[Kind | Literal["source"], str]] = {
    "zone": "Z",
    "agreement": "A",
    "actor": "P",
    "consequence": "C",
    "source": "S",
}
"""P is for party: A is taken by the agreements."""
