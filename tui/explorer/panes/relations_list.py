"""The pane of relations: what the record has to do with others, and the way to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.message import Message

from store.files.page import Said, StatedRelation
from store.model.records import Citation, Related
from tui.explorer.drawing.listing import CITED, FixedListing
from tui.explorer.panes.citing import citing_hits, citing_listing
from tui.explorer.panes.pane import Browsed, Pane
from tui.explorer.panes.record_text import Highlighter, no_highlights
from tui.explorer.panes.relations import UNWRAPPED, Numbers, relation_hits, relations_listing
from tui.explorer.panes.source_text import SourceShown
from tui.explorer.widgets.cursor_list import CursorList
from tui.messages import say, spoken


class RelationsList(CursorList, Pane):
    """Lists the other records under the predicates that relate them; `Enter` goes to one."""

    pane_id: ClassVar[str] = "relations"
    place: ClassVar[int] = 30
    weight: ClassVar[int] = 4
    parts: ClassVar[tuple[str, ...]] = ("predicate", "other-kind", "name", "source")
    least_width: ClassVar[int] = 26

    class CitationPressed(Message):
        """The number of a citation was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._related: Sequence[Related] = ()
        self._numbers: Numbers = {}
        self._source: SourceShown | None = None
        self._highlighter: Highlighter = no_highlights

    def title(self, browsed: Browsed) -> str:
        """How many relations there are; of which record, where that is not seen beside."""
        if browsed.source:
            return say("citing.title", count=browsed.source.citing)
        count = len(browsed.related)
        if browsed.record and self.stands_alone:
            name = browsed.record.name.prefer(spoken())
            return say("relations.title-of", count=count, name=name)
        return say("relations.title", count=count)

    def follow(self, browsed: Browsed) -> None:
        """List the relations of the record, or the records that cite the source."""
        empty = say("citing.none") if browsed.source else say("relations.none")
        self.say_when_empty(empty if browsed.record or browsed.source else "")
        self._take(browsed)
        self.show(self._wrapped())

    def follow_again(self, browsed: Browsed) -> None:
        """Leave the cursor where it is."""
        self._take(browsed)
        self.show_again(self._wrapped())

    def _take(self, browsed: Browsed) -> None:
        self._source = browsed.source
        self._related = browsed.related
        self._highlighter = browsed.highlighter if browsed.finds_inside else no_highlights
        cited = browsed.shown.citations if browsed.shown else ()
        self._numbers = {citation: number for number, citation in enumerate(cited, start=1)}

    def _wrapped(self) -> FixedListing:
        if self._source:
            width = self._line_width or UNWRAPPED
            return citing_listing(self._source, spoken(), width, self._highlighter)
        return relations_listing(
            self._related,
            spoken(),
            self._numbers,
            self._line_width or UNWRAPPED,
            self._highlighter,
        )

    # --- hits ----------------------------------------------------------------------------------

    @property
    def hit_count(self) -> int:
        """How often what is looked for in the record stands here."""
        return len(self._hits)

    def show_hit(self, number: int) -> None:
        """Put the cursor where a hit stands, by its number from 0; nowhere else for -1."""
        if number >= 0:
            self.put_cursor(self._hits[number])

    @property
    def _hits(self) -> list[int]:
        if self._highlighter is no_highlights:
            return []
        if self._source:
            return citing_hits(self._source, spoken(), self._highlighter)
        return relation_hits(self._related, spoken(), self._highlighter)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap for the new width."""
        self.show_again(self._wrapped())

    # --- claims --------------------------------------------------------------------------------

    @property
    def has_claims(self) -> bool:
        """Each relation is one."""
        return bool(self._related)

    def claim_to_open(self) -> Said | None:
        """The relation under the cursor."""
        related = self._related
        return StatedRelation(related[self.cursor]) if self.cursor < len(related) else None

    def citations_pointed_at(self) -> Sequence[Citation]:
        """Those of the relation under the cursor."""
        related = self._related
        return related[self.cursor].citations if self.cursor < len(related) else ()

    def step_claim(self, step: int) -> None:
        """Go to the next relation, or to the one before."""
        self.move(step)

    def on_click(self, event: events.Click) -> None:
        """A press on a citation is no press on the relation."""
        if number := event.style.meta.get(CITED, 0):
            event.prevent_default()
            self.post_message(self.CitationPressed(number))
