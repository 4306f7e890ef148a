"""The pictures in docs/: the explorer's own SVG (`tui.explorer.screenshot`), and those it draws.

Run with `make pictures`.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path
from typing import Final

from store.connecting import connection
from store.maps.ground import ground_file
from store.model.vocabulary import Language
from store.paths import GOVERNORATES_FILE
from store.store import Store
from store.timelines.spans import span_of
from tui.bidi.textual_seam import install
from tui.config import Config
from tui.explorer.app import Masarat
from tui.explorer.language import use_language
from tui.messages import LANGUAGES, say, speak
from tui.pictures.map.content import map_of
from tui.pictures.map.drawing import Drawing
from tui.pictures.map.sight import View as MapView
from tui.pictures.map.walking import fitted_to
from tui.pictures.network.ways import draw_whole_ways
from tui.pictures.sources import sources_in_words
from tui.pictures.svg import svg
from tui.pictures.timeline.content import timeline_of
from tui.pictures.timeline.drawing import View, cells_of_axis, draw_timeline, whole_height
from tui.pictures.timeline.scale import fitted
from tui.state import State

FOLDER: Final = Path(__file__).parent
SIZES: Final = ((80, 24), (140, 40))
_COLUMNS: Final = 120
_START: Final = "four-towns-agreement-2017"
_EVACUATIONS: Final[dict[Language, str]] = {
    "en": "type:evacuation year:2016",
    "ar": 'صنف:"اتفاق إخلاء" سنة:2016',
}


def main() -> None:
    """Draw the explorer at both sizes, in a search and in the tour; timeline, map and ways."""
    os.environ.pop("NO_COLOR", None)
    os.environ["COLORTERM"] = "truecolor"
    install()
    with Store(":memory:") as store:
        for language in ("en", "ar"):
            for size in SIZES:
                name = f"explorer-{language}-{size[0]}x{size[1]}.svg"
                asyncio.run(_draw(store, language, size, [], FOLDER / name))
        keys = ["slash", *"zabad"]
        asyncio.run(_draw(store, "en", (120, 36), keys, FOLDER / "explorer-search.svg"))
        for edition in LANGUAGES:
            file = FOLDER / f"explorer-tour-{edition}.svg"
            asyncio.run(_draw(store, edition, (80, 24), ["f9", "f9"], file))
            speak(edition)
            _draw_timeline(store, edition, FOLDER / f"timeline-{edition}.svg")
            _draw_map(store, edition, FOLDER / f"map-{edition}.svg")
            found = connection(store, ("qatar", "ahrar-al-sham"))
            ways = draw_whole_ways(found, _COLUMNS, edition, store.sources)
            (FOLDER / f"ways-{edition}.svg").write_text(svg(ways), encoding="utf-8")


def _draw_map(store: Store, language: Language, file: Path) -> None:
    """Who went where by agreements of a year, as `m` shows it, with its sources."""
    query = _EVACUATIONS[language]
    keys = [hit.key for hit in store.search(query, limit=1_000).whole]
    drawing = Drawing(map_of(store.mapped(keys), ground_file(Path(GOVERNORATES_FILE))))
    view = fitted_to(drawing, MapView(0, 0, language), _COLUMNS + 20, 46)
    said = sources_in_words(store.sources_of_map(keys), language)
    picture = drawing.draw(view, (), said, f"{say('map.title')} · {query}")
    file.write_text(svg(picture), encoding="utf-8")


def _draw_timeline(store: Store, language: Language, file: Path) -> None:
    """What was agreed in a month, as `masarat timeline --when 2017-04 --by type --svg` saves it."""
    keys = [hit.key for hit in store.search("kind:agreement", limit=1_000).whole]
    span = span_of("2017-04")
    found = store.dated(keys).within(span)
    timeline = timeline_of(found, store.lanes(keys, "type"), "type")
    scale = fitted([span], cells_of_axis(_COLUMNS))
    view = View(_COLUMNS, whole_height(timeline, _COLUMNS, language, scale), language, scale)
    sources = store.sources_of_dates({moment.record.key for moment in timeline.moments})
    said = sources_in_words(sources, language)
    picture = draw_timeline(timeline, view, None, said, names_undated=False)
    file.write_text(svg(picture), encoding="utf-8")


async def _draw(
    store: Store, language: Language, size: tuple[int, int], keys: list[str], file: Path
) -> None:
    use_language(language)
    with tempfile.TemporaryDirectory() as folder:
        app = Masarat(store, Config(), State(_START), Path(folder) / "state")
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.3)
            await pilot.press(*keys)
            await pilot.pause(0.5)
            file.write_text(app.export_screenshot(), encoding="utf-8")


if __name__ == "__main__":
    main()
