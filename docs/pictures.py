"""The pictures in docs/: the explorer's own SVG (`tui.explorer.screenshot`).

Run with `make pictures`.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path
from typing import Final

from store.model.vocabulary import Language
from store.store import Store
from tui.bidi.textual_seam import install
from tui.config import Config
from tui.explorer.app import Masarat
from tui.explorer.language import use_language
from tui.state import State

FOLDER: Final = Path(__file__).parent
SIZES: Final = ((80, 24), (140, 40))
_START: Final = "four-towns-agreement-2017"


def main() -> None:
    """Draw the explorer in both languages at both sizes, and while something is looked up."""
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
