"""What terminals give different widths is in no line of any pane, list, dialog, title or notice."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from store.model.mapping import record_from_mapping
from store.model.records import Origin
from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import in_turns_of
from tests.tui.conftest import Driver, Explore
from tui.state import State

SEQUENCES = "🕊️ 👨‍👩‍👧 🇸🇾 👍🏽 1️⃣ 🏳️‍🌈 ❤️‍🔥"
UNEVEN = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U0001f1e6-\U0001f1ff\u200d]")
RECORD = {
    "kind": "zone",
    "key": "dove",
    "name": {"en": f"Dove {SEQUENCES}", "ar": f"حمامة {SEQUENCES}"},
    "aliases": {"en": [f"Peace {SEQUENCES}"]},
    "summary": {"en": f"In text {SEQUENCES} it stands.", "ar": f"في النص {SEQUENCES} أيضًا."},
    "relations": [
        {
            "predicate": "lies-in",
            "object": "rif-dimashq",
            "note": {"en": f"noted {SEQUENCES}", "ar": f"ملاحظة {SEQUENCES}"},
        }
    ],
}


def see_that_all_is_even(driver: Driver, where: str) -> None:
    for line in driver.lines():
        assert not UNEVEN.search(line), (where, line)
        assert cell_len(line) == driver.app.size.width, (where, line)


@pytest.mark.parametrize(
    ("size", "language"), in_turns_of([(120, 36), (50, 20)], ["en", "ar"], of=2)
)
async def test_no_line_is_longer_or_shorter_for_it(
    explore: Explore, small: Store, language: Language, size: tuple[int, int]
) -> None:
    small.put_many([(record_from_mapping(RECORD), Origin())], [])
    start = State(record="dove")
    async with explore(small, size=size, language=language, state=start) as driver:
        assert driver.key == "dove"
        for keys in (
            ("g",), ("tab",), (".",), ("c",), ("escape",), ("tab",), ("enter",), ("tab", "tab"),
            (":",), ("escape",), ("f",), ("escape",), ("e",), ("escape",), ("y",), ("i",),
        ):  # fmt: skip
            await driver.press(*keys)
            see_that_all_is_even(driver, " ".join(keys))
        await driver.press("/")
        await driver.type("Dove 🕊️")
        see_that_all_is_even(driver, "search")
        driver.app.notify(f"told {SEQUENCES}", markup=False)
        await driver.settle()
        see_that_all_is_even(driver, "notice")
