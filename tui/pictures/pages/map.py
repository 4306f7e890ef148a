"""The map as a page: where the records are, with arrows for who went from where to where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.maps.ground import ground_file
from store.model.vocabulary import Language
from store.paths import GOVERNORATES_FILE
from tui.pictures.map.content import map_of
from tui.pictures.map.drawing import Drawing
from tui.pictures.map.sight import View
from tui.pictures.map.told import notes_of
from tui.pictures.pages.drawn import Drawn, PictureOfPage

if TYPE_CHECKING:
    from store.store import Store

_SIZE: Final = (160, 56)


def _draw(store: Store, keys: Sequence[str], language: Language) -> Drawn:
    ground = ground_file(Path(GOVERNORATES_FILE))
    drawing = Drawing(map_of(store.mapped(keys), ground))
    view = View(*_SIZE, language, has_list=True)
    notes = notes_of(drawing.shown, view)
    picture = drawing.draw(view, notes, ())
    # What the map says in words is among its notes.
    return Drawn(picture._replace(notes=()), store.sources_of_map(keys), notes)


PAGE: Final = PictureOfPage("map", _draw)
