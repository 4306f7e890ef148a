"""The picture of the rooms, and what a room may hold."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

from docs.rooms import House, houses, rooms, without_detours

ROOT: Final = Path(__file__).parents[2]
SETTINGS: Final[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))[
    "tool"
]
OF_ENTRIES: Final[list[str]] = SETTINGS["masarat"]["rooms-of-entries"]
ROOMS: Final = sorted(
    file.parent.relative_to(ROOT).as_posix()
    for package in ("store", "tui")
    for file in (ROOT / package).rglob("__init__.py")
)


@pytest.mark.parametrize("house", houses(), ids=lambda house: house.package)
def test_every_arrow_goes_down(house: House) -> None:
    floor_of = {room: floor for floor, names in enumerate(house.floors) for room in names}
    for room in house.rooms:
        for below in house.arrows[room]:
            assert floor_of[below] > floor_of[room]


def test_an_arrow_that_others_imply_is_not_drawn() -> None:
    arrows = {
        "roof": frozenset({"hall", "cellar"}),
        "hall": frozenset({"cellar"}),
        "cellar": frozenset[str](),
    }

    assert without_detours(arrows)["roof"] == {"hall"}
    assert without_detours(arrows)["hall"] == {"cellar"}


def test_every_room_stands_in_the_picture_with_what_it_is() -> None:
    picture = rooms()
    for house in houses():
        for room in house.rooms:
            assert f'["{room}"]' in picture
            (row,) = [line for line in _rows_of(picture, house) if line.startswith(f"| `{room}` |")]
            assert row.split(" | ")[1]


def _rows_of(picture: str, house: House) -> list[str]:
    section = picture.split(f"**`{house.package.replace('.', '/')}/`**")[1]
    return section.partition("**`")[0].splitlines()


@pytest.mark.parametrize("room", [room for room in ROOMS if room not in OF_ENTRIES])
def test_a_room_holds_at_most_a_dozen_files(room: str) -> None:
    """A folder with a module an entry may hold more: name it in pyproject.toml."""
    files = [file.name for file in (ROOT / room).iterdir() if file.is_file()]

    assert len(files) <= 12, files


@pytest.mark.parametrize("room", OF_ENTRIES)
def test_a_room_of_entries_is_a_room(room: str) -> None:
    assert room in ROOMS
