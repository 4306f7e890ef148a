"""The list of a changed store, drawn of kept lines: as it is drawn with all of the explorer."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, nullcontext
from pathlib import Path

import pytest

from store.glance.digests import Sight, written
from store.model.records import Bilingual
from store.store import Store
from tests.thoroughly import in_turns_of, thorough_but
from tests.tui.explorer.test_beforehand import INK, OUTLINE
from tui.bidi import set_display_mode
from tui.curtain import is_harmless
from tui.explorer.beforehand.lines_anew import BETWEEN_FIELDS, BETWEEN_LINES, lines_anew
from tui.explorer.beforehand.lines_kept import found_of, lines_kept
from tui.explorer.beforehand.outline import Box, Outline
from tui.explorer.beforehand.written_list import written_list
from tui.explorer.browsing.answer import answer
from tui.explorer.browsing.history import question_of
from tui.explorer.drawing.listing import Entry
from tui.explorer.language import use_language
from tui.messages.digits import use_digits
from tui.state import State

ROOT = Path(__file__).parents[3]
CURSOR = INK._replace(base="7", aside="2;7")  # type: ignore[arg-type]
Change = Callable[[Store], None]


def starred(store: Store) -> None:
    store.mark_all(["zabadani", "yalda", "abu-jamal"], marked=True)


def named(key: str, en: str, ar: str = "") -> Change:
    def change(store: Store) -> None:
        record = store.get(key)
        store.put(record._replace(name=Bilingual(en, ar or record.name.ar)))

    return change


def added(en: str, ar: str = "", key: str = "brand-new") -> Change:
    def change(store: Store) -> None:
        store.put(store.get("zabadani")._replace(key=key, name=Bilingual(en, ar)))

    return change


def removed(key: str) -> Change:
    """By another program: masarat deletes none."""

    def change(store: Store) -> None:
        with closing(sqlite3.connect(store.path)) as other, other:
            assert other.execute("DELETE FROM records WHERE key = ?", (key,)).rowcount

    return change


CHANGES: dict[str, Change] = {
    "nothing": lambda _: None,
    "starred": starred,
    "at the top": added("AAA first", "أول"),
    "in the middle": added("Yarmouk anew", "اليرموك من جديد"),
    "without Arabic": added("Yarmouk anew"),
    "wide": added("Yarmouk 漢字 and 🦊 beside"),
    "hostile": added("Yarmouk \x1b[2J\x07 and \u202e more\x1e\x1f"),
    "long": added("Yarmouk, Foua and Ishtabraq exchange between many who wrote another of it"),
    "alike": added("Yarmouk camp", "مخيم اليرموك", key="yarmouk-camp-again"),
    "a twin": added("Zabadani", "الزبداني", key="zabadani-again"),
    "beyond the screen": added("ZZZ last", "يييي"),
    "edited": named("yalda", "Yalda anew", "يلدا من جديد"),
    "shown and edited": named("zabadani", "Zabadani anew", "الزبداني من جديد"),
    "removed": removed("yacoub-el-hillo"),
    "shown and removed": removed("zabadani"),
}
"""Of which the list shows something, or nothing."""


@pytest.fixture
def file(tmp_path: Path, filled_file: Path) -> Path:
    return Path(shutil.copy(filled_file, tmp_path / "store.db"))


@pytest.fixture(autouse=True)
def _as_it_was() -> object:
    yield
    use_digits("")
    set_display_mode("app")
    use_language("en")


def kept(file: Path, state: State, outline: Outline, language: str) -> tuple[str, str]:
    """What is seen, and the lines, as they are kept on leaving."""
    use_language("ar" if language == "ar" else "en")
    question, height = question_of(state), outline.lines.height
    of = (question.kind or "", question.order, language)
    with Store(file) as store:
        listing = answer(store, question, "ar" if language == "ar" else "en", nullcontext()).listing
        if not state.query:
            place = listing.position(state.record) or 0
            top = max(0, place + 1 - height)
            sight, found = written(Sight(state.record, [""] * height, of=of, top=top)), None
        else:
            lines = map(listing.line, range(listing.line_count))
            keys = [line.row.key for line in lines if isinstance(line, Entry)]
            sight = written(Sight(state.record, keys, of=of))
            found = found_of(str(file), sight)
            assert found
        return sight, lines_kept(
            listing, outline, record=state.record, found=found, digits="western"
        )


def both(
    file: Path, state: State, change: Change, width: int, language: str, height: int = 24
) -> tuple[str, str]:
    """The list of a changed store as it is drawn of kept lines, and with all of the explorer."""
    outline = OUTLINE._replace(lines=Box(1, 3, width, height), cursor=CURSOR)
    sight, lines = kept(file, state, outline, language)
    assert lines
    with Store(file) as store:
        change(store)
    anew = lines_anew(str(file), sight, lines)
    use_language("ar" if language == "ar" else "en")
    with Store(file) as store:
        return anew, written_list(store, state, outline)


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
@pytest.mark.parametrize(("change", "width"), in_turns_of(CHANGES, [38, 90], of=2))
def test_a_changed_list_is_drawn_as_with_all_of_the_explorer(
    file: Path, change: str, width: int, language: str
) -> None:
    anew, wanted = both(file, State(record="zabadani"), CHANGES[change], width, language)
    assert anew == wanted
    assert is_harmless(anew)


KINDS_AND_ORDERS = [
    State(),
    State(record="zabadani", order="date"),
    State(record="zabadani", order="newest"),
    State(record="zabadani", kind="zone"),
    State(record="zabadani", kind="actor"),
    State(record="no longer there"),
]


@pytest.mark.parametrize("change", ["at the top", "starred", "shown and removed"])
@pytest.mark.parametrize(("state", "height"), in_turns_of(KINDS_AND_ORDERS, [1, 9, 500], of=2))
def test_a_list_of_any_kind_order_and_height_is(
    file: Path, state: State, height: int, change: str
) -> None:
    anew, wanted = both(file, state, CHANGES[change], 45, "en", height)
    assert anew == wanted


@pytest.mark.parametrize("query", ["zabadani", "truce", "هدنة"])
def test_of_what_was_found_stars_alone_may_change(file: Path, query: str) -> None:
    state = State(record="zabadani", query=query)
    anew, wanted = both(file, state, starred, 60, "en")
    assert anew == wanted
    assert "★" in anew or query != "zabadani"


@pytest.mark.parametrize(
    "change", [added("Zabadani truce anew"), named("zabadani", "Zabadani anew"), removed("yalda")]
)
def test_what_may_be_found_otherwise_is_left_to_the_explorer(file: Path, change: Change) -> None:
    anew, wanted = both(file, State(record="zabadani", query="zabadani"), change, 60, "en")
    assert wanted
    assert anew == ""


def broken(kept: str) -> list[str]:
    """Lines that nobody has kept so."""
    header, *lines = kept.split(BETWEEN_LINES)
    fields = header.split(BETWEEN_FIELDS)
    sizes = [
        BETWEEN_FIELDS.join([*fields[:place], value, *fields[place + 1 :]])
        for place in (6, 7, 8, 9)
        for value in ("-1", "x", "999999999")
    ]
    return [
        "",
        "x",
        BETWEEN_LINES,
        header.partition(BETWEEN_FIELDS)[2],
        *(BETWEEN_LINES.join([size, *lines]) for size in sizes),
        BETWEEN_LINES.join([header, "x"]),
    ]


def test_what_is_not_as_it_was_kept_is_not_drawn(file: Path) -> None:
    sight, lines = kept(file, State(record="zabadani"), OUTLINE, "en")
    assert lines_anew(str(file), sight, lines)
    for each in broken(lines):
        assert lines_anew(str(file), sight, each) == ""
    assert lines_anew(str(file), "hostile", lines) == ""


def test_a_store_that_is_to_be_mended_first_is_left_to_the_explorer(file: Path) -> None:
    sight, lines = kept(file, State(record="zabadani"), OUTLINE, "en")
    assert lines_anew(str(file), sight, lines)
    file.with_name(f"{file.name}-journal").write_text("a change that was broken off")
    assert lines_anew(str(file), sight, lines) == ""


@pytest.mark.parametrize(
    ("change", "unneeded"),
    [
        ("starred", {"re", "enum", "typing", "json", "sqlite3", "rich", "tui.bidi"}),
        ("in the middle", {"typing", "json", "sqlite3", "rich", "rapidfuzz", "store.lookup"}),
    ],
)
def test_only_what_draws_the_lines_that_differ_is_loaded(
    file: Path, change: str, unneeded: set[str]
) -> None:
    told = kept(file, State(record="zabadani"), OUTLINE, "en")
    with Store(file) as store:
        CHANGES[change](store)
    asked = (
        "import sys; from tui.explorer.beforehand.lines_anew import lines_anew;"
        f" assert lines_anew({str(file)!r}, *{told!r}); print(*sys.modules)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert not unneeded & set(loaded)
