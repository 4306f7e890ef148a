"""The timeline as a page: a lane for each place, with every lane at its full height."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from store.model.vocabulary import Language
from tui.pictures.pages.drawn import Drawn, PictureOfPage
from tui.pictures.timeline.content import moment_in_words, timeline_of
from tui.pictures.timeline.drawing import View, draw_timeline, whole_height

if TYPE_CHECKING:
    from store.store import Store

_COLUMNS: Final = 160


def _draw(store: Store, keys: Sequence[str], language: Language) -> Drawn:
    found = store.dated(keys)
    timeline = timeline_of(found, store.lanes(keys, "place"), "place")
    view = View(_COLUMNS, whole_height(timeline, _COLUMNS, language), language)
    sources = store.sources_of_dates({moment.record.key for moment in found.moments})
    words = [": ".join(moment_in_words(moment, language)) for moment in found.moments]
    return Drawn(draw_timeline(timeline, view), sources, words)


PAGE: Final = PictureOfPage("timeline", _draw)
