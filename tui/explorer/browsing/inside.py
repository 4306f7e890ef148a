"""What is looked for within the record that is shown: letters, spelling aside."""

from __future__ import annotations

from store.text.folding import fold, fold_with_offsets
from tui.explorer.drawing.listing import Highlights


class Inside:
    """Letters that may stand anywhere, in the middle of a word too."""

    def __init__(self, typed: str) -> None:
        """Look for what was typed, harakat, forms of hamza, case and accents aside."""
        self.typed = typed
        self.letters = " ".join(fold(typed).split())
        """What is looked for in folded text."""

    def spans(self, text: str) -> Highlights:
        """Where they stand in a text, from its beginning and without overlapping."""
        if not self.letters:
            return ()
        folded = fold_with_offsets(text)
        found: list[tuple[int, int]] = []
        start = folded.text.find(self.letters)
        while start >= 0:
            end = start + len(self.letters)
            found.append(folded.span(start, end))
            start = folded.text.find(self.letters, end)
        return tuple(found)
