"""How many records are shipped, counted in the folders they come from."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_SEEDS: Final = Path(__file__).parents[2] / "seeds"
_FOLDERS: Final = ("zones", "agreements", "actors", "consequences")

SHIPPED: Final = sum(len(list((_SEEDS / folder).glob("*.md"))) for folder in _FOLDERS)
