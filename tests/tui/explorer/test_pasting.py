"""Whatever is pasted, into whichever field: one clean line, cut and told where it is long."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import unicodedata
from itertools import count

from textual import events
from textual.widget import Widget
from textual.widgets import Input, TextArea

import tui.explorer
from store.store import Store
from tests.tui.conftest import Driver, Explore
from tests.tui.explorer.test_closing import dialogs, opened
from tui.bidi.field import BidiInput
from tui.messages import say

HOSTILE = {
    "a megabyte": "زبداني " * 150_000,
    "a megabyte of marks": "a" + "\u0301" * 500_000,
    "escape": "a\x1b[2J\x1b]0;title\x07b",
    "NUL": "a\0b",
    "C1": "a\x9b6nb",
    "lines": "a\r\nb\nc\u2028d\u2029e\x85f\tg",
    "bidi controls": "a\u202eb\u2066c\u2069\u200f\u061c",
    "lone surrogates": "a\ud800b\udfff",
    "nothing but controls": "\x1b\0\u202e\n",
}
STEERING = {"Cc", "Cs", "Zl", "Zp"}
BIDI_CONTROLS = set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def makers_of_fields() -> set[type[Widget]]:
    """Every class of the explorer that makes a field."""
    made = set()
    for module in pkgutil.walk_packages(tui.explorer.__path__, "tui.explorer."):
        for each in vars(importlib.import_module(module.name)).values():
            if (
                isinstance(each, type)
                and issubclass(each, Widget)
                and each.__module__ == module.name
                and re.search(r"\b\w*(Input|TextArea)\(", inspect.getsource(each))
            ):
                made.add(each)
    return made


async def paste(driver: Driver, field: BidiInput, text: str) -> None:
    field.value = ""
    driver.app.clear_notifications()
    field.post_message(events.Paste(text))
    await driver.pilot.pause()
    await driver.pilot.pause()


async def test_no_paste_harms_any_field(
    small: Store, explore: Explore, *, thoroughly: bool
) -> None:
    filled: set[type] = set()
    fields = count()
    async with explore(small) as driver:
        for name in (*await dialogs(driver), "search"):
            assert await opened(driver, name) is (name != "search")
            assert not driver.app.screen.query(TextArea)
            for field in driver.app.screen.query(Input):
                assert isinstance(field, BidiInput)
                filled |= {kind for above in field.ancestors for kind in type(above).__mro__}
                # Else each field is given a third of them, the next field the next third.
                first, each = (0, 1) if thoroughly else (next(fields) % 3, 3)
                for what, text in [*HOSTILE.items()][first::each]:
                    await paste(driver, field, text)
                    left = {c for c in field.value if unicodedata.category(c) in STEERING}
                    assert not (left | BIDI_CONTROLS & set(field.value)), (name, what)
                    is_long = len(text) > 100
                    assert not is_long or len(field.value) == field.longest
                    assert bool(field.value) == (what != "nothing but controls")
                    told = [say("field.cut", most=f"{field.longest:,}")]
                    expected = told if is_long else []
                    told = [notice for notice in driver.notices if notice in expected]
                    assert told == expected, (name, what)
                    # A query may have more to be told: that it has too many words.
                    assert name == "search" or driver.notices == expected, (name, what)
                field.value = ""
        assert makers_of_fields() <= filled
        assert makers_of_fields()
        assert driver.app.defect is None
