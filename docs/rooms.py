"""The picture of the rooms in docs/architecture.md: what import-linter is told, and what is there.

The floors and the rule that arrows go down only are those of `[tool.importlinter]` in
pyproject.toml; the arrows are the imports that the modules make now.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from grimp import ImportGraph, build_graph

ROOT: Final = Path(__file__).parents[1]

Arrows = Mapping[str, frozenset[str]]
"""For each room the rooms that it imports from."""


class House(NamedTuple):
    """A package whose rooms stand on floors."""

    package: str
    """As `tui.explorer`."""
    floors: list[list[str]]
    """From the upper floor to the ground, the rooms beside each other on each."""
    arrows: Arrows

    @property
    def rooms(self) -> list[str]:
        """All rooms from above."""
        return [room for floor in self.floors for room in floor]


def rooms() -> str:
    """The picture: for each package with rooms a diagram and a table, in Markdown."""
    return "\n".join(line for house in houses() for line in _section(house))


def houses() -> list[House]:
    """The packages that pyproject.toml has floors for, with the arrows of today's imports."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    return [
        House(package, _floors(contract), _arrows(package, settings["root_packages"]))
        for contract in settings["contracts"]
        for package in contract.get("containers", ())
    ]


def without_detours(arrows: Arrows) -> dict[str, frozenset[str]]:
    """The arrows that no other way implies: the transitive reduction of a graph without circles."""

    def reached(room: str) -> frozenset[str]:
        direct = arrows.get(room, frozenset())
        return direct.union(*(reached(below) for below in direct))

    return {
        room: frozenset(
            below for below in direct if not any(below in reached(other) for other in direct)
        )
        for room, direct in arrows.items()
    }


def _floors(contract: Mapping[str, Any]) -> list[list[str]]:
    return [
        [room.strip(" ()") for room in floor.replace(":", "|").split("|")]
        for floor in contract["layers"]
    ]


def _arrows(package: str, root_packages: list[str]) -> dict[str, frozenset[str]]:
    graph = deepcopy(_graph(tuple(root_packages)))
    children = sorted(graph.find_children(package))
    for child in children:
        graph.squash_module(child)
    return {
        _short(child): frozenset(
            _short(below)
            for below in graph.find_modules_directly_imported_by(child)
            if below in children and below != child
        )
        for child in children
    }


@cache
def _graph(root_packages: tuple[str, ...]) -> ImportGraph:
    return build_graph(*root_packages, cache_dir=None)


def _section(house: House) -> Iterator[str]:
    yield f"**`{house.package.replace('.', '/')}/`**"
    yield ""
    yield "```mermaid"
    yield "flowchart TD"
    shown = without_detours(house.arrows)
    # An id of its own for each room, as `end` and the like are words of Mermaid.
    for room in house.rooms:
        yield f'  room_{room}["{room}"]'
    for room in house.rooms:
        for below in sorted(shown.get(room, ()), key=house.rooms.index):
            yield f"  room_{room} --> room_{below}"
    yield "```"
    yield ""
    yield "| room | what is in it | imports from |"
    yield "| --- | --- | --- |"
    for room in house.rooms:
        used = sorted(house.arrows.get(room, ()), key=house.rooms.index)
        yield f"| `{room}` | {_purpose(house.package, room)} | {' '.join(used)} |"
    yield ""


def _purpose(package: str, room: str) -> str:
    """The first sentence of the room's own docstring."""
    place = ROOT.joinpath(*package.split("."), room)
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    docstring = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    return docstring.partition("\n\n")[0].replace("\n", " ").replace("|", r"\|")


def _short(module: str) -> str:
    return module.rpartition(".")[2]
