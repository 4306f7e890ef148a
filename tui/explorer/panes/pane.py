"""What every pane of the main screen is: a title, a share of the width, and what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from textual import events
from textual.geometry import Offset

from store.files.page import Said
from store.model.records import Citation, Record, Related
from tui.bidi import visual
from tui.explorer.drawing.cells import AROUND_TITLE, fitted
from tui.explorer.drawing.frames.edges import BorderTitles
from tui.explorer.drawing.listing import ListedKind
from tui.explorer.panes.record_text import Highlighter, Shown
from tui.explorer.panes.source_text import SourceShown
from tui.messages import say


class Browsed(Protocol):
    """Where the user is in the store, as panes are told of it: `Browser` is such."""

    @property
    def record(self) -> Record | None:
        """The record that is shown."""

    @property
    def related(self) -> Sequence[Related]:
        """What it has to do with others."""

    @property
    def shown(self) -> Shown | None:
        """The record with the sources it cites."""

    @property
    def source(self) -> SourceShown | None:
        """The source that is shown instead of a record."""

    @property
    def lists_sources(self) -> bool:
        """The list holds sources and no records."""

    @property
    def remarks(self) -> list[str]:
        """What is to be said above the record, or in its place."""

    @property
    def damaged_count(self) -> int:
        """How many records and sources turned out to be damaged so far."""

    @property
    def highlighter(self) -> Highlighter:
        """Finds in a text what was looked for."""

    @property
    def finds_inside(self) -> bool:
        """Something is looked for in the record alone: in all that is said of it."""


class Openings(Protocol):
    """What a pane can ask for when `Enter` is pressed in it: `Explorer` offers it."""

    def read_selected(self) -> None:
        """Go on to the text of the record under the list's cursor."""

    def open_record(self, key: str) -> None:
        """Go on to another record, and bring its text into sight."""

    def open_sources(self) -> None:
        """List the sources of the record that is shown."""

    def read_text(self, citation: Citation) -> None:
        """Read the text of a source at the sentence that is cited."""

    def open_citing(self) -> None:
        """Go on to the records that cite the source that is shown."""

    def list_found(self, query: str, kind: ListedKind | None) -> None:
        """Go on to what a question finds."""

    def open_source(self, key: str) -> None:
        """Go to a source."""

    def open_claim(self, said: Said | None) -> None:
        """Show a claim whole."""


class Pane(BorderTitles):
    """A part of the main screen that can be entered; `tui.explorer.panes.PANES` has them all."""

    pane_id: ClassVar[str]
    """Its id as a widget, under which the history remembers it."""
    place: ClassVar[int]
    """Where it comes in reading order; see `store.entries`."""
    weight: ClassVar[int]
    """Its share of the width, as the other panes have theirs."""
    least_width: ClassVar[int] = 0
    """Cells that it always has, borders included."""

    parts: ClassVar[tuple[str, ...]] = ()
    """Of a line of it, in reading order: the help draws it from them, `part.<pane_id>.<part>`."""
    stands_alone = False
    """It is seen without the record, in whose place it stands."""
    _title = ""

    # --- what it shows -------------------------------------------------------------------------

    def title(self, browsed: Browsed) -> str:
        """What stands in its border, in the interface's language and in logical order."""
        raise NotImplementedError

    def called(self) -> str:
        """What the footer calls it."""
        return say(f"pane.{self.pane_id}")

    def follow(self, browsed: Browsed) -> None:
        """Show what it has to say of the record; a pane that does not follow it stays as it is."""

    def follow_again(self, browsed: Browsed) -> None:
        """Show what has become of the same record, in the same place."""
        self.follow(browsed)

    def entitle(self, browsed: Browsed) -> None:
        """Bring the title up to date; one that stands there already is not drawn again."""
        title = self.title(browsed)
        if title != self._title:
            self._title = title
            self._fit_title()

    def on_resize(self, event: events.Resize) -> None:
        """Cut the title for the new width."""
        self._fit_title()

    def _fit_title(self) -> None:
        # Textual would cut the beginning of what begins at the right.
        self.entitle_above(visual(fitted(self._title, self.outer_size.width - AROUND_TITLE)))

    def mirror(self, *, right_to_left: bool) -> None:
        """Begin where reading begins."""
        self.styles.border_title_align = "right" if right_to_left else "left"
        self.styles.border_subtitle_align = "left" if right_to_left else "right"

    # --- what is selected in it ----------------------------------------------------------------

    @property
    def cursor(self) -> int:
        """The selected entry, from 0; also where there are none."""
        return 0

    @property
    def selected_key(self) -> str:
        """Key of the record that is selected in it, empty for none."""
        return ""

    def entries_in_sight(self, width: int) -> list[tuple[Offset, int]]:
        """Where each entry begins that is seen, in a view of that width; also where there are none.

        The place is in cells from the corner of what is in the border.
        """
        return []

    def put_cursor(self, entry: int) -> None:
        """Select an entry again, to which the user came back; no message is sent for it."""

    def opening(self) -> str:
        """What the footer calls what `Enter` does in it now."""
        return say("enter.follow")

    def obstacle(self, browsed: Browsed) -> str:
        """Why `Enter` cannot do anything in it now, empty when it can."""
        return "" if self.selected_key else say("obstacle.no-record")

    def open(self, explorer: Openings) -> None:
        """Do what `Enter` does in it: go on to the record that is selected."""
        explorer.open_record(self.selected_key)

    # --- the claims in it ----------------------------------------------------------------------

    @property
    def has_claims(self) -> bool:
        """Whether there are any to be pointed at."""
        return False

    def citations_pointed_at(self) -> Sequence[Citation]:
        """What the claim that is pointed at in it rests on; empty where none is."""
        return ()

    def cited_sources(self) -> list[str]:
        """Keys of the sources of the claim that is pointed at in it."""
        return list(dict.fromkeys(each.source for each in self.citations_pointed_at()))

    def claim_to_open(self) -> Said | None:
        """What is pointed at; where nothing is, the first in sight is from now on."""
        return None

    def step_claim(self, step: int) -> None:
        """Point at the next claim, or at the one before if `step` is -1."""

    # --- moving --------------------------------------------------------------------------------

    def move(self, lines: int) -> None:
        """Move down by so many entries or lines, up if negative."""
        raise NotImplementedError

    def move_page(self, pages: int) -> None:
        """Move down by so many screenfuls, up if negative."""
        raise NotImplementedError

    def move_to_start(self) -> None:
        """Move to the top."""
        raise NotImplementedError

    def move_to_end(self) -> None:
        """Move to the bottom."""
        raise NotImplementedError
