"""Choosing the two records of a comparison: the first waits until a second one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.exchange.comparing import Compared
from tui.explorer.screens.comparing.comparison import ComparisonScreen
from tui.messages import say, spoken

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


def choose_to_compare(explorer: Explorer) -> None:
    """Keep the record that is shown for a comparison, or compare it with the one that is kept.

    Chosen again, a record is not kept any more.

    Raises:
        store.errors.StoreError: the store cannot be read.
        store.errors.UnknownKeyError: the one that was kept is no more there.
    """
    record = explorer.browser.record
    if record is None:
        return
    first, explorer.kept_to_compare = explorer.kept_to_compare, None
    name = record.name.prefer(spoken())
    if first is None:
        explorer.kept_to_compare = record
        explorer.app.notify(say("compare.kept", name=name), markup=False, timeout=5)
    elif first.key == record.key:
        explorer.app.notify(say("compare.dropped", name=name), markup=False, timeout=3)
    else:
        with explorer.browser.reading:
            compared = Compared(explorer.browser.store, (first.key, record.key))
        explorer.app.push_screen(ComparisonScreen(compared.page(spoken())))
