"""The record itself: names, facts, summaries and sources, with the hits of a search marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.strip import Strip

from store.files.page import Said
from store.model.records import Citation
from store.model.vocabulary import KINDS, SOURCE
from tui.bidi import visual
from tui.explorer.drawing.plain_mode import is_plain
from tui.explorer.drawing.sheets.blocks import HIT, hit_count
from tui.explorer.drawing.sheets.lines import marked_lines
from tui.explorer.drawing.sheets.pointing import with_marked
from tui.explorer.panes.pane import Browsed, Openings, Pane
from tui.explorer.panes.record_text import Highlighter, Shown, blocks, no_highlights, remark_blocks
from tui.explorer.panes.source_text import SourceShown, source_blocks
from tui.explorer.panes.stops import Stops
from tui.explorer.widgets.written_text import WrittenText
from tui.messages import say, spoken


class Detail(WrittenText, Pane, inherit_bindings=False):
    """Writes a record out, and points at what it claims."""

    pane_id: ClassVar[str] = "detail"
    place: ClassVar[int] = 20
    weight: ClassVar[int] = 6
    parts: ClassVar[tuple[str, ...]] = ("property", "differs", "value", "source")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._shown: Shown | SourceShown | None = None
        self._remarks: list[str] = []
        self._find_highlights: Highlighter = no_highlights
        self._finds_everywhere = False
        self._hit = -1
        self._hit_count = 0
        self._place_told: Callable[[], str] = str
        """What is said in the border, which is nothing at first."""
        self.stops: Sequence[Said] = ()
        """What can be pointed at, by the numbers of the stops."""

    # --- as a pane -----------------------------------------------------------------------------

    def title(self, browsed: Browsed) -> str:
        """The kind of the record, or that it is a source."""
        if browsed.source:
            return SOURCE.in_(spoken()).capitalize()
        if not browsed.record:
            return say("detail.title")
        label = KINDS[browsed.record.kind].in_(spoken())
        return label.capitalize()

    def follow(self, browsed: Browsed) -> None:
        """Show the record or the source, with what was looked for marked in it."""
        self._finds_everywhere = browsed.finds_inside
        self.show(browsed.source or browsed.shown, browsed.highlighter, browsed.remarks)

    def mirror(self, *, right_to_left: bool) -> None:
        """Begin where reading begins."""
        super().mirror(right_to_left=right_to_left)
        # The scroll bar stands where lines end and keeps the text from the border there.
        self.styles.padding = (0, 1, 0, 0) if right_to_left else (0, 0, 0, 1)

    def obstacle(self, browsed: Browsed) -> str:
        """A record without sources has none to list, and some sources nobody cites."""
        shown = browsed.shown
        if browsed.source:
            return "" if browsed.source.citing else say("obstacle.not-cited")
        if self.pointed >= 0 or (shown and shown.has_sources):
            return ""
        return say("obstacle.nothing-to-open")

    def opening(self) -> str:
        """It leads to the sources, or to who cites one."""
        is_source = isinstance(self._shown, SourceShown)
        return say("enter.citing") if is_source else say("enter.sources")

    def open(self, explorer: Openings) -> None:
        """Go to the source of what is pointed at, else list the sources, or who cites one."""
        if isinstance(self._shown, SourceShown):
            explorer.open_citing()
            return
        cited = self.cited_sources()
        if len(cited) == 1:
            explorer.open_source(cited[0])
        elif self.pointed_said:
            explorer.open_claim(self.pointed_said)
        else:
            explorer.open_sources()

    def citations_pointed_at(self) -> Sequence[Citation]:
        """Those of what is pointed at."""
        said = self.pointed_said
        if said is None or not isinstance(self._shown, Shown):
            return ()
        return self._shown.claims(spoken()).cited_at(said)

    @property
    def has_claims(self) -> bool:
        """A record that says something has some."""
        return bool(self.stops)

    def claim_to_open(self) -> Said | None:
        """What is pointed at; where nothing is, the first in sight is from now on."""
        self.step(0)
        return self.pointed_said or next(iter(self.stops), None)

    def step_claim(self, step: int) -> None:
        """Point at the next claim in sight or beyond it, and say which one it is."""
        at = self.step(step)
        if at >= 0:
            self._say_place(self._place_of_claim)

    # --- what is shown -------------------------------------------------------------------------

    def show(
        self,
        shown: Shown | SourceShown | None,
        highlighter: Highlighter | None = None,
        remarks: Sequence[str] = (),
    ) -> None:
        """Show a record or source from its top, or nothing.

        Args:
            shown: the record and its sources, or the source and who cites it.
            highlighter: finds what to mark in its texts.
            remarks: stand above the record; texts in logical order.
        """
        changed = shown is None or _key(shown) != _key(self._shown)
        self._shown = shown
        self._remarks = list(remarks)
        self._find_highlights = highlighter or no_highlights
        was_told, self._hit = self._hit >= 0, -1
        if changed:
            self.point(-1)
        self.rewrite()
        if was_told:
            self._say_place(self._place_of_view)
        if changed:
            self.entitle_below("")  # it told of a claim or hit of what was shown before
            self.move_to_start()

    def rewrite(self) -> None:
        """Write the record out again, in the language of the interface."""
        written, stops = remark_blocks(self._remarks), Stops()
        match self._shown:
            case Shown() as shown:
                written += blocks(
                    shown,
                    spoken(),
                    self._find_highlights,
                    self._width,
                    stops,
                    everywhere=self._finds_everywhere,
                )
            case SourceShown() as source:
                written += source_blocks(
                    source, spoken(), self._find_highlights, everywhere=self._finds_everywhere
                )
        self._hit_count = hit_count(written)
        said = self.pointed_said
        self._pointed = stops.said.index(said) if said in stops.said else -1
        self.stops = stops.said
        self.write_blocks(written)
        self._say_place(self._place_told)

    @property
    def pointed_said(self) -> Said | None:
        """What is pointed at, None where nothing in sight is."""
        return self.stops[self.pointed] if self.pointed >= 0 else None

    # --- hits ----------------------------------------------------------------------------------

    @property
    def hit_count(self) -> int:
        """How many pieces of the text are marked."""
        return self._hit_count

    @property
    def current_line(self) -> int:
        """That of the hit that was gone to, while it is in sight."""
        if self.pointed < 0 and self._hit >= 0 and not is_plain():
            line, _ = self._lines_of_hit or (-1, -1)
            if self.scroll_y <= line < self.scroll_y + self.scrollable_content_region.height:
                return line
        return super().current_line

    @property
    def _lines_of_hit(self) -> tuple[int, int] | None:
        return marked_lines(self._drawn(), HIT).get(self._hit) if self.size.width else None

    def show_hit(self, number: int) -> None:
        """Bring a hit into sight, by its number from 0, and make it the present one; -1 is none."""
        was_told, self._hit = self._hit >= 0, number
        self.refresh()
        if number < 0:
            if was_told:
                self._say_place(self._place_of_view)
            return
        if lines := self._lines_of_hit:
            self.bring_into_sight(*lines)
            self._say_place(self._place_of_hit)
        else:
            # It was out of sight, and is not laid out yet.
            self.call_after_refresh(self._show_hit_again, number)

    def _show_hit_again(self, number: int) -> None:
        if self._hit == number and self.size.width:
            self.show_hit(number)

    # --- drawing -------------------------------------------------------------------------------

    def with_marks(self, strip: Strip) -> Strip:
        """A line with what is pointed at, and the present hit."""
        strip = super().with_marks(strip)
        if self._hit < 0:
            return strip
        now = self.get_component_rich_style("detail--hit-now", partial=True)
        return with_marked(strip, HIT, self._hit, now)

    def on_resize(self, event: events.Resize) -> None:
        """Write for the new width."""
        self.rewrite()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say in the border how far down the view is."""
        super().watch_scroll_y(old_value, new_value)
        self._say_place(self._place_of_view)

    # --- the place in the border ---------------------------------------------------------------

    def _say_place(self, place: Callable[[], str]) -> None:
        """Say in the border where one is, until something else is to be said there.

        It is said again in another language, and not of a hit or claim that is there no more.
        """
        self._place_told = place
        self.entitle_below(visual(place()))

    def _place_of_view(self) -> str:
        below = self.max_scroll_y
        return say("detail.percent", percent=round(100 * self.scroll_y / below)) if below else ""

    def _place_of_claim(self) -> str:
        if self.pointed < 0:
            return self._place_of_view()
        return say("detail.claim", number=self.pointed + 1, total=len(self.stops))

    def _place_of_hit(self) -> str:
        if not 0 <= self._hit < self._hit_count:
            return self._place_of_view()
        return say("detail.hit", number=self._hit + 1, total=self._hit_count)


def _key(shown: Shown | SourceShown | None) -> tuple[bool, str]:
    """What tells one that is shown from another."""
    if isinstance(shown, SourceShown):
        return True, shown.source.key
    return False, shown.record.key if shown else ""
