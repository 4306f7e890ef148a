"""The network as a page: of those records that were asked for, the one with most relations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from store.model.vocabulary import Language
from tui.messages import say
from tui.pictures.network.content import cited_by, network_of
from tui.pictures.network.drawing import draw_network
from tui.pictures.network.laying import View, height_of_all
from tui.pictures.pages.drawn import Drawn, PictureOfPage
from tui.pictures.sources import numbered_sources

if TYPE_CHECKING:
    from store.store import Store

_COLUMNS: Final = 160


def _draw(store: Store, keys: Sequence[str], language: Language) -> Drawn:
    middle, related = max(
        zip(keys, store.related_many(keys), strict=True), key=lambda each: len(each[1])
    )
    (row,) = store.rows([middle])
    network = network_of(row, related, language)
    cited = cited_by(network)
    sources = store.sources(cited)
    numbers, _ = numbered_sources(cited, sources, language)
    lines = height_of_all(network, _COLUMNS, language)
    picture = draw_network(network, View(_COLUMNS, lines, language, has_cursor=False), numbers, ())
    title = say("page.network.around", name=row.name.prefer(language))
    return Drawn(picture._replace(title=title), sources)


PAGE: Final = PictureOfPage("network", _draw)
