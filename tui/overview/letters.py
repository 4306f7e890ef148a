"""The letter that stands for a kind, in every list and picture and in both languages."""

from __future__ import annotations

from store.model.vocabulary import Kind
from store.typed import Final, Literal

KIND_LETTERS: Final[dict[Kind | Literal["source"], str]] = {
    "zone": "Z",
    "agreement": "A",
    "actor": "P",
    "consequence": "C",
    "source": "S",
}
"""P is for party: A is taken by the agreements."""
