"""The main screen where records are given stars, and changes are taken back."""

from __future__ import annotations

from tui.explorer.browsing.undoing.starring import say_of_range
from tui.explorer.screens.first.overview_first import OverviewFirst


class Marking(OverviewFirst):
    """Marks the record that is shown or a range of the list; lists show stars."""

    def toggle_mark(self) -> None:
        """Mark the record that is shown, or the range, or take marks away.

        Raises:
            store.errors.StoreError: the store cannot be written.
        """
        if keys := self.record_list.keys_in_range:
            is_marked = self.browser.mark_all(keys)
            self.end_range()
            self._say(say_of_range(len(keys), marked=is_marked))
        else:
            self.browser.mark_all([self.browser.key])
        self.show_stars()

    def begin_range(self) -> None:
        """Begin a range of the list at the cursor, or give up the one that is begun."""
        if self.record_list.range:
            self.end_range()
            return
        self.enter_pane(self.record_list)
        self.record_list.begin_range()
        self.record_list.describe_cursor()

    def end_range(self) -> None:
        """Have no range any more."""
        self.record_list.end_range()
        self.record_list.describe_cursor()

    def take_back(self) -> None:
        """Take the last change back, and say what is so now.

        Raises:
            store.errors.StoreError: the store cannot be written.
        """
        self._say(self.browser.take_back())
        self.show_stars()

    def do_again(self) -> None:
        """Do again what was taken back last, see `take_back`."""
        self._say(self.browser.do_again())
        self.show_stars()

    def _say(self, said: str) -> None:
        self.app.notify(said, markup=False, timeout=3)

    def show_stars(self) -> None:
        """Answer the question anew; whoever looks at the overview goes on to do so."""
        if self.shows_overview:
            self.list_answer(self.browser.find(self.browser.question))
            self.refresh_overview()
        else:
            self.answer_now(self.browser.question, self.browser.key)
