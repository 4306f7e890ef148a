"""A walk through earlier searches, from what stood in the field and back to it."""

from __future__ import annotations

from collections.abc import Sequence


class Walk:
    """Where someone is among texts, the latest of which comes first."""

    def __init__(self, texts: Sequence[str], start: str) -> None:
        """Begin behind the latest.

        Args:
            texts: the oldest first.
            start: what stands in the field, to which the way back leads; it is met once.
        """
        self._texts = [start, *(text for text in reversed(texts) if text != start)]
        self._at = 0

    @property
    def here(self) -> str:
        """What the field shows as long as nobody types."""
        return self._texts[self._at]

    def step(self, key: str) -> str | None:
        """Go to an earlier text (up) or a later one (down).

        Returns:
            The text; the oldest again where there is none before it; None where the walk has not
            begun, and the key is not of it.
        """
        if key == "down" and self._at == 0:
            return None
        if key == "up" and len(self._texts) == 1:
            return None
        self._at = min(self._at + 1, len(self._texts) - 1) if key == "up" else self._at - 1
        return self.here
