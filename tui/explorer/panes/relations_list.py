"""The pane of relations: what the record has to do with others, and the way to them."""

from __future__ import annotations

from typing import ClassVar

from tui.explorer.panes.pane import Browsed, Pane
from tui.explorer.panes.relations import relations_listing
from tui.explorer.widgets.cursor_list import CursorList
from tui.messages import say, spoken


class RelationsList(CursorList, Pane):
    """Lists the other records under the predicates that relate them; `Enter` goes to one."""

    pane_id: ClassVar[str] = "relations"
    place: ClassVar[int] = 30
    weight: ClassVar[int] = 4
    least_width: ClassVar[int] = 26

    def title(self, browsed: Browsed) -> str:
        """How many relations there are; of which record, where that is not seen beside."""
        count = len(browsed.related)
        if browsed.record and self.stands_alone:
            name = browsed.record.name.prefer(spoken())
            return say("relations.title-of", count=count, name=name)
        return say("relations.title", count=count)

    def follow(self, browsed: Browsed) -> None:
        """List the relations of the record."""
        self.say_when_empty(say("relations.none") if browsed.record else "")
        self.show(relations_listing(browsed.related, spoken()))

    def follow_again(self, browsed: Browsed) -> None:
        """Leave the cursor where it is."""
        self.show_again(relations_listing(browsed.related, spoken()))
