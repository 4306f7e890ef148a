"""Strips without caches until something is kept in them.

Each strip of Textual (8.2.8) makes seven caches when it is made, which takes nine tenths of the
time; a frame makes some four hundred strips, and most of them never keep anything. So `__init__`
makes none here, and a slot that is asked for and empty makes its own. Tests fail when a release
has other slots.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Any, Final

from rich.segment import Segment
from textual.cache import FIFOCache
from textual.strip import Strip

CACHES: Final = MappingProxyType(
    {
        "_divide_cache": 4,
        "_crop_cache": 16,
        "_style_cache": 16,
        "_filter_cache": 4,
        "_line_length_cache": 4,
        "_crop_extend_cache": 4,
        "_offsets_cache": 4,
    }
)
"""The slots that hold a cache, and how much that keeps."""


def _begin(strip: Strip, segments: Iterable[Segment], cell_length: int | None = None) -> None:
    strip._segments = list(segments)
    strip._cell_length = cell_length
    strip._render_cache = strip._link_ids = strip._cell_count = None


def _make_cache(strip: Strip, name: str) -> FIFOCache[Any, Any]:
    """What Python asks for where a slot is empty."""
    if (kept := CACHES.get(name)) is None:
        raise AttributeError(f"{type(strip).__name__!r} object has no attribute {name!r}")
    cache: FIFOCache[Any, Any] = FIFOCache(kept)
    setattr(strip, name, cache)
    return cache


def use_light_strips() -> None:
    """Have every strip that is made from now on be made so."""
    setattr(Strip, "__init__", _begin)  # noqa: B010 — the type checker knows of no other
    setattr(Strip, "__getattr__", _make_cache)  # noqa: B010
