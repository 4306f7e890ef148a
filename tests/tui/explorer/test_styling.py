"""What tests find out once of how an explorer looks is what Textual finds each time."""

from __future__ import annotations

from textual.dom import DOMNode
from textual.widget import Widget

from store.store import Store
from tests.tui.conftest import Driver, Explore
from tests.tui.styling import styled_anew


async def test_parts_look_as_textual_has_them(small: Store, explore: Explore) -> None:
    for _ in range(2):
        async with explore(small) as driver:
            await driver.press("slash", "escape", "tab", "down")
            seen = compare(driver)
            driver.app.theme = "nord"
            await driver.press("ctrl+p")
            assert compare(driver) + seen > 50


def compare(driver: Driver) -> int:
    """See that all parts look as they should; how many there are."""
    sheet, count = driver.app.stylesheet, 0
    for widget in driver.app.screen.walk_children(Widget):
        for name, styles in widget._component_styles.items():
            part = DOMNode(classes=name)
            part._attach(widget)
            assert styles.base.get_rules() == styled_anew(sheet, part), (widget, name)
            count += 1
    return count
