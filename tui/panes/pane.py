"""What the explorer's commands ask of whatever pane has the focus."""

from __future__ import annotations

from typing import Protocol


class Pane(Protocol):
    """A pane that moves; lines count from its top."""

    @property
    def selected_key(self) -> str:
        """Key of the record under the cursor, empty where there is none."""

    def move(self, lines: int) -> None:
        """Move down by so many entries or lines, up if negative."""

    def move_page(self, pages: int) -> None:
        """Move down by so many screenfuls, up if negative."""

    def move_to_start(self) -> None:
        """Move to the top."""

    def move_to_end(self) -> None:
        """Move to the bottom."""
