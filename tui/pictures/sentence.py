"""A sentence in the place of a picture that has no room, on as many lines as it takes."""

from __future__ import annotations

from store.model.vocabulary import Language
from tui.pictures.cells import Canvas
from tui.pictures.network.naming import wrapped
from tui.terminal.widths import cell_width


def put_sentence(canvas: Canvas, said: str, language: Language) -> None:
    """Put a sentence on an empty canvas, from where reading begins."""
    for line, words in enumerate(wrapped(said, canvas.width, canvas.height)):
        column = canvas.width - cell_width(words) if language == "ar" else 0
        canvas.put(column, line, words, "dim")
