"""Whole screens, cell by cell, beside the ones kept in `screens/`; `make snapshots` renews them.

A kept screen is a text file with the screen's lines from left to right, as the terminal has them:
Arabic stands in it in visual order, shaped, and an editor that reorders will turn it round again.
"""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path

import pytest

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import in_turns_of
from tests.tui.conftest import Driver, Explore
from tui.messages import LANGUAGES, spoken
from tui.state import State

KEPT = Path(__file__).parent / "screens"
SIZES = [(80, 24), (120, 36)]
DIFFERING = "four-towns-agreement-2017"
"""A record with a fact about which its sources differ."""


async def at_start(driver: Driver) -> None:
    """Nothing is pressed."""


async def searching(driver: Driver) -> None:
    await driver.press("slash")
    await driver.type("الزبداني" if spoken() == "ar" else "zabadany")


async def differing(driver: Driver) -> None:
    await driver.press("tab")


async def helped(driver: Driver) -> None:
    await driver.press("question_mark")


async def on_an_axis_of_time(driver: Driver) -> None:
    await driver.press("t", "plus", "plus", "plus")


async def reading_a_text(driver: Driver) -> None:
    await driver.press("f7", "down", "down", "slash")
    await driver.type("الجسر" if spoken() == "ar" else "mill")
    await driver.press("enter")


async def in_a_network(driver: Driver) -> None:
    driver.explorer.open_record("four-towns-agreement-2017")
    await driver.settle()
    await driver.press("w", "down")


async def on_ways(driver: Driver) -> None:
    for key in ("qatar", "ahrar-al-sham"):
        driver.explorer.open_record(key)
        await driver.settle()
        await driver.press("s")
    await driver.press("p", "down")


async def on_a_map(driver: Driver) -> None:
    await driver.press("m")


async def on_a_map_of_a_month(driver: Driver) -> None:
    await driver.press("m", "0", "home", *["full_stop"] * 11)


SCENES = {
    "start": at_start,
    "search": searching,
    "differing-facts": differing,
    "help": helped,
    "timeline": on_an_axis_of_time,
    "reader": reading_a_text,
    "network": in_a_network,
    "ways": on_ways,
    "map": on_a_map,
    "map-of-a-month": on_a_map_of_a_month,
}
STATES = {
    "differing-facts": State(record=DIFFERING),
    "map": State(record="khan-al-shih-zakia-agreement", query="kind:agreement year:2016"),
    "map-of-a-month": State(query="kind:agreement year:2016"),
    "reader": State(record="source:article"),
}
TEXT = """
بدأت المدينة العتيقة يومها على صوت الطاحونة. ثم وصلت القافلة إلى ضفة النهر قبل الظهر، وحملت معها
رسائل كثيرة من القرى البعيدة. لم يكن أحد يعلم متى تعود.
The mill burned at dawn, and nobody rebuilt it.

قال الشيوخ إن الهدنة ستطول. خرج الناس إلى الأسواق. انتهى الحصار في الربيع. عادت العائلات. بقي الجسر
مهدومًا. قال المجلس إن الإعمار يبدأ قريبًا. لم يبدأ شيء. وصلت الحافلات. صعد من صعد. بقي من بقي.

أغلقت الطريق. فُتحت بعد عام. عاد التجار. عاد الطلاب. هكذا انتهت الحكاية. One sentence more.
"""
"""Invented: the text of the article is not part of the collection."""


# Columns of values that differ, and pictures, have most room on the widest screen.
DRAWN = [*product(SCENES, SIZES), ("differing-facts", (200, 50)), ("timeline", (200, 50))]


@pytest.mark.parametrize(
    ("drawn", "language"),
    in_turns_of(DRAWN, LANGUAGES, of=4),
    ids=lambda each: each if isinstance(each, str) else "{}-{}x{}".format(each[0], *each[1]),
)
@pytest.mark.usefixtures("every_frame")  # what stands below a dialog is in it
async def test_a_screen_is_drawn_as_it_was_accepted(
    shipped: Store,
    explore: Explore,
    drawn: tuple[str, tuple[int, int]],
    language: Language,
    tmp_path: Path,
) -> None:
    scene, size = drawn
    state = STATES.get(scene, State())
    if scene == "reader":
        (tmp_path / "text.txt").write_text(TEXT, "utf-8")
        shipped.attach_text("article", tmp_path / "text.txt", another=True)
    async with explore(shipped, size=size, language=language, state=state) as driver:
        await SCENES[scene](driver)
        lines = [line.rstrip() for line in driver.lines()]
    kept = KEPT / f"{scene}-{size[0]}x{size[1]}-{language}.txt"
    if os.environ.get("RENEW_SCREENS"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert lines == kept.read_text("utf-8").splitlines(), "make snapshots accepts it as it is now"
