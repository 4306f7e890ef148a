"""The overview as a page: of the whole store, whatever was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from store.model.vocabulary import Language
from tui.pictures.overview import draw_whole_overview
from tui.pictures.pages.drawn import Drawn, PictureOfPage

if TYPE_CHECKING:
    from store.store import Store


def _draw(store: Store, _keys: Sequence[str], language: Language) -> Drawn:
    return Drawn(*draw_whole_overview(store, store.overview(), language))


PAGE: Final = PictureOfPage("overview", _draw)
