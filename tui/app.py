"""Starting the explorer."""

from __future__ import annotations

import gc
import os

import store
from tui.config import config_file, load_config
from tui.state import load_state, state_file


def run(path: str | None, *, language: str | None = None) -> int:
    """Open a store and explore it until the user leaves.

    Args:
        path: the store's file, see `store.open`.
        language: `en` or `ar` for this start; else as configured, as left, or as the locale says.

    Returns:
        The exit code.

    Raises:
        store.errors.StoreError: the store cannot be opened.
    """
    # Nothing of what a start makes is garbage, and looking for it takes a tenth of the start.
    gc.disable()
    # Textual reads it when it is imported: a letter typed is on screen 20 ms sooner than at 60.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    from tui.bidi.display import install  # with Textual, which must not be loaded before
    from tui.language import language_of_locale, use_language
    from tui.masarat import Masarat

    config = load_config(config_file())
    saved_in = state_file()
    state = load_state(saved_in)
    wanted = language or config.language or state.language or language_of_locale()
    install()
    use_language("ar" if wanted == "ar" else "en")
    with store.open(path) as opened:
        return Masarat(opened, config, state, saved_in).run() or 0
