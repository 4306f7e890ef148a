"""The detail pane: a record in words, in the interface's language first, with its sources."""

from __future__ import annotations

from store.model.mapping import record_from_mapping
from store.model.records import (
    Bilingual,
    Citation,
    Fact,
    Movement,
    Qualifiers,
    Record,
    Row,
    Source,
)
from store.store import Store
from tests.tui.conftest import Explore
from tui.bidi import visual
from tui.explorer.panes.record_text import Shown, blocks
from tui.messages import speak
from tui.state import State


def written(record: Record, language: str = "en") -> list[str]:
    speak("ar" if language == "ar" else "en")
    shown = Shown(record, {})
    return [
        f"{block.label.plain}: {block.body.plain}" if block.label else block.body.plain
        for block in blocks(shown, "ar" if language == "ar" else "en", lambda _: ())
    ]


def record(**fields: object) -> Record:
    return record_from_mapping(
        {"key": "k", "kind": "agreement", "name": {"en": "Name", "ar": "اسم"}, **fields}
    )


async def test_names_type_and_coordinates_stand_at_the_top(small: Store, explore: Explore) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        top = [line.strip("│ ") for line in driver.lines_of("#detail")[1:4]]
        assert top == ["Zabadani", visual("الزبداني"), "town · 33.7250, 36.1010 · the article"]


def test_a_single_value_needs_no_source_in_words() -> None:
    cited = (Citation("article", "2"),)
    one = record()._replace(facts=(Fact("evacuees", "1200/2250", citations=cited),))
    assert "People evacuated: 1,200–2,250 [1]" in written(one)


def test_values_read_as_prose_in_either_language() -> None:
    facts = (
        Fact("date", "2017-05"),
        Fact("duration", "P6M"),
        Fact("parties", Bilingual("two sides", "طرفان")),
    )
    both = record()._replace(facts=facts)
    assert written(both)[3:6] == ["Date: May 2017", "Duration: 6 months", "Parties: two sides"]
    assert written(both, "ar")[3:6] == [
        "التاريخ: أيار/مايو 2017",
        "المدة: 6 أشهر",
        "الأطراف: طرفان",
    ]


def test_both_summaries_show_the_interface_language_first() -> None:
    both = record(summary={"en": "English.", "ar": "عربي."})
    assert [line for line in written(both) if line in ("English.", "عربي.")] == [
        "English.",
        "عربي.",
    ]
    assert [line for line in written(both, "ar") if line in ("English.", "عربي.")] == [
        "عربي.",
        "English.",
    ]


def test_citations_in_the_text_bear_the_numbers_of_the_sources() -> None:
    cited = record(
        cite=["article#2", "tass"], summary={"en": "One.[^tass] Two.[^article-2] **Bold** `x`"}
    )
    lines = written(cited)
    assert "One.[2] Two.[1] Bold x" in lines
    assert lines[-2:] == ["[1]: article#2", "[2]: tass"]


def test_markup_in_a_record_is_text() -> None:
    hostile = record(name={"en": "[bold]x[/bold] [@click=app.quit]y[/]", "ar": "ع"})
    assert written(hostile)[0] == "[bold]x[/bold] [@click=app.quit]y[/]"


async def test_the_summary_of_a_hostile_record_breaks_no_line(
    small: Store, explore: Explore
) -> None:
    small.put(
        record(summary={"en": "a\u202eb \x1b[31mred\u2067 [/] " + "x" * 200, "ar": "\u200f\u2066"})
    )
    async with explore(small, state=State(record="k")) as driver:
        assert driver.key == "k"
        widths = {strip.cell_length for strip in driver.app.screen._compositor.render_strips()}
        assert widths == {120}
        assert not set("".join(driver.lines())) & {"\x1b", "\u202e", "\u2067", "\u2066"}


async def test_every_control_character_leaves_a_sign(small: Store, explore: Explore) -> None:
    small.put(record(summary={"en": "bell\x07 back\x08.", "ar": "ع"}))
    async with explore(small, state=State(record="k")) as driver:
        assert "bell␇ back␈." in driver.text_of("#detail")


def test_how_well_the_sources_agree_is_said_in_words() -> None:
    graded = record(confidence="B", collection="local-agreements")
    assert "Confidence: B: one good source" in written(graded, "en")
    assert "درجة الثقة: مصدر جيد واحد (B)" in written(graded, "ar")
    assert "agreement · local agreements" in written(graded, "en")


async def test_in_a_narrow_pane_labels_stand_above_their_values(
    small: Store, explore: Explore
) -> None:
    async with explore(small, size=(34, 26), state=State(record="four-towns")) as driver:
        await driver.press("tab")
        bar_and_border = "│▐ "
        lines = [line.rstrip(bar_and_border)[1:] for line in driver.lines_of("#detail")]
        at = lines.index(" Duration")
        assert lines[at + 1] == "   9 months [2]"


async def test_it_scrolls_and_says_how_far(shipped: Store, explore: Explore) -> None:
    async with explore(shipped, size=(80, 24), state=State(record="zabadani")) as driver:
        await driver.press("tab", "G")
        assert "100 %" in driver.lines_of("#detail")[-1]
        await driver.press("g")
        assert driver.lines_of("#detail")[1].strip("│ ").startswith("Zabadani")
        await driver.press("j", "j")
        assert driver.explorer.detail.scroll_offset.y == 2


async def test_n_goes_from_hit_to_hit_and_around(shipped: Store, explore: Explore) -> None:
    async with explore(shipped, size=(80, 24)) as driver:
        await driver.press("slash")
        await driver.type("zabadani")
        await driver.press("enter")
        detail = driver.explorer.detail
        count = detail.hit_count
        assert count > 3
        await driver.press("n")
        assert f"hit 1 of {count}" in driver.lines_of("#detail")[-1]
        await driver.press("N")
        assert f"hit {count} of {count}" in driver.lines_of("#detail")[-1]
        assert detail.scroll_offset.y > 0
        await driver.press("n")
        assert f"hit 1 of {count}" in driver.lines_of("#detail")[-1]
        assert detail.scroll_offset.y == 0


def test_movements_have_a_line_each_with_who_went_where_and_who_says_so() -> None:
    towns = {key: Row(key, "zone", "", Bilingual(key.title())) for key in ("foua", "kefraya")}
    agency = Source("agency", Bilingual("A dispatch"), publisher="Agency")
    moved = record(
        evacuees=[
            {"value": ">5000", "from": ["foua", "kefraya"], "to": ["aleppo"], "when": "2017-04-14",
             "state": "happened", "cite": ["agency"]},
            {"value": "3000", "from": ["foua", "kefraya"], "to": ["aleppo"], "when": "2017-04-14"},
        ],
        returned=[{"value": "9", "of": "civilians", "to": ["foua"]}],
    )  # fmt: skip
    speak("en")
    shown = Shown(moved, {"agency": agency}, towns)
    lines = [block.body.plain for block in blocks(shown, "en", lambda _: ())]
    at = lines.index("Movements of people")
    assert lines[at + 1 : at + 4] == [
        "more than 5,000 ≠ · everyone · from Foua, Kefraya to aleppo · 14 April 2017 · happened"
        " — Agency [1]",
        "3,000 ≠ · everyone · from Foua, Kefraya to aleppo · 14 April 2017",
        "9 · civilians (people who came back) · to Foua",
    ]


def test_a_place_shows_who_left_it_and_who_came() -> None:
    fact = Fact("evacuees", "272", about=Qualifiers("fighters", ("waer",), ("k",), state="planned"))
    stated = Row("deal", "agreement", "", Bilingual("Deal", "اتفاق"))
    shown = Shown(record(kind="zone"), {}, {}, (Movement(stated, fact),))
    speak("ar")
    lines = [block.body.plain for block in blocks(shown, "ar", lambda _: ())]
    at = lines.index("من وصلوا أو كان مقررًا أن يصلوا")
    assert lines[at + 1] == "272 · مقاتلون · من waer إلى k · مقرر — اتفاق"
