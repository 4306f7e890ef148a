"""The main screen in which something is found within the record: hits counted and walked."""

from __future__ import annotations

from textual import getters, on

from tui.explorer.browsing.browser import Browser
from tui.explorer.browsing.inside import Inside
from tui.explorer.panes.pane import Pane
from tui.explorer.panes.relations_list import RelationsList
from tui.explorer.screens.browser_view import BrowserView
from tui.explorer.screens.finding.find_line import FindLine
from tui.messages import say


class FindsInside(BrowserView):
    """Walks through the hits of the record's text and then of its relations.

    While nothing is looked for in the record alone, what a search found in its text is walked.
    """

    relations_list = getters.query_one(RelationsList)

    def __init__(self, browser: Browser) -> None:
        super().__init__(browser)
        self._find_line = FindLine(id="find")
        self._find_line.display = False
        self._hit = -1

    def ready_to_find(self) -> None:
        """Have the line ready, so that what is typed at once goes there."""
        if not self._find_line.is_attached:
            self.mount(self._find_line, before=self.footer)

    # --- beginning and ending --------------------------------------------------------------------

    @property
    def finds_inside(self) -> bool:
        """Something is looked for in the record alone, or is about to be."""
        return self._find_line.display

    @property
    def is_typing_inside(self) -> bool:
        """The field for it has the focus."""
        return self.finds_inside and self.focused is self._find_line.field

    def find_inside(self) -> None:
        """Begin to type what to find in the record; what is there is replaced by typing."""
        if not self._find_line.is_mounted:
            return  # no key is so soon
        if not self.finds_inside:
            self._find_line.display = True
            self._find_line.speak()
            self._find_line.tell("")
        self.set_focus(self._find_line.field)
        self._find_line.field.select_all()
        self.show_hints()

    def end_find(self) -> None:
        """Look for nothing in the record any more."""
        if not self.finds_inside:
            return
        was_typing = self.is_typing_inside
        self._find_line.display = False
        self._find_line.field.clear()
        self._look_for(None)
        if was_typing:
            self.enter_pane(self.pane)

    def _look_for(self, inside: Inside | None) -> None:
        self.browser.inside, self._hit = inside, -1
        for pane in self.panes:
            pane.follow_again(self.browser)
        self.show_hints()

    # --- the hits --------------------------------------------------------------------------------

    @property
    def hit_count(self) -> int:
        """How many hits there are to be walked."""
        return self.detail.hit_count + self.relations_list.hit_count

    def step_hit(self, step: int) -> None:
        """Go to the next hit, or to the one before; after the last comes the first."""
        total = self.hit_count
        if not total:
            return
        start = 0 if self._hit < 0 and step < 0 else self._hit
        self._hit = (start + step) % total
        in_text = self.detail.hit_count
        pane: Pane = self.detail if self._hit < in_text else self.relations_list
        self._come_to(pane)
        if pane is self.detail:
            self.relations_list.show_hit(-1)
            self.detail.show_hit(self._hit)
        else:
            self.detail.show_hit(-1)
            self.relations_list.show_hit(self._hit - in_text)
        self._tell_place()

    def _come_to(self, pane: Pane) -> None:
        """Have a pane in sight; whoever types goes on typing, who searched stays in the list."""
        if self.finds_inside and not self.is_typing_inside:
            self.enter_pane(pane)
        elif not pane.display:
            self.note_entered(pane)

    def _tell_place(self) -> None:
        if not self.finds_inside:
            return
        total = self.hit_count
        if self.browser.inside is None or not self.browser.inside.typed:
            self._find_line.tell("")
        elif self._hit < 0 or not total:
            self._find_line.tell(say("find.hits", count=total))
        else:
            self._find_line.tell(say("find.place", number=self._hit + 1, total=total))

    # --- what happens ----------------------------------------------------------------------------

    @on(FindLine.Changed)
    def _find_typed(self, event: FindLine.Changed) -> None:
        if not self.finds_inside:
            return  # the field was cleared
        self._look_for(Inside(event.typed))
        self.step_hit(1)
        self._tell_place()

    @on(FindLine.Stepped)
    def _step_asked(self, event: FindLine.Stepped) -> None:
        self.step_hit(event.step)

    @on(FindLine.Kept)
    def _go_on(self) -> None:
        in_relations = self._hit >= self.detail.hit_count
        self.enter_pane(self.relations_list if in_relations and self.hit_count else self.detail)
        self.show_hints()

    def show_record(self, key: str) -> None:
        """Show a record, in which the same is looked for."""
        self._hit = -1
        super().show_record(key)
        self._tell_place()

    def show_record_again(self, key: str) -> None:
        """Show what has become of the record, and of the hits in it."""
        super().show_record_again(key)
        self._hit = min(self._hit, self.hit_count - 1)
        self._tell_place()
