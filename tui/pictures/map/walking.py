"""Moving on a map: from zone to zone, from record to record, in time, nearer and farther."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from store.maps.ground import Point
from tui.pictures.map.camera import panned as panned_camera
from tui.pictures.map.camera import showing, zoomed
from tui.pictures.map.content import Days
from tui.pictures.map.drawing import Drawing
from tui.pictures.map.sight import View, sight_of

_ASIDE: Final = 2.0
"""How much farther a zone seems that lies aside of where one goes."""
_LINE_IN_COLUMNS: Final = 2.0


def begun(drawing: Drawing, view: View, key: str) -> View:
    """A view of all, with a record chosen, or the cursor on a zone; of neither where it is none."""
    if key in drawing.shown.records:
        return view._replace(record=key)
    return view._replace(zone=key) if key in drawing.shown.names else view


def fitted_to(drawing: Drawing, view: View, width: int, height: int) -> View:
    """The view on another number of cells, looking at the same."""
    if (width, height) == (view.width, view.height):
        return view
    before = drawing.area(view)
    fitted = view._replace(width=width, height=height)
    if view.camera is None or not view.width:
        return fitted
    after = drawing.area(fitted)
    factor = min(after.width / max(before.width, 1), after.height / max(before.height, 1))
    down = view.camera.down * factor
    return fitted._replace(
        camera=zoomed(view.camera._replace(down=down), drawing.frame, after.size, 0)
    )


def at_zone(drawing: Drawing, view: View, zone: str) -> View:
    """The cursor on a zone, which comes into sight if it has a place on the map."""
    chosen = view._replace(zone=zone, top=0)
    if zone not in drawing.shown.points:
        return chosen
    camera = drawing.camera(view)
    moved = showing(camera, drawing.shown.points[zone], drawing.area(view).size)
    is_whole = view.camera is None and _is_seen(drawing, view, zone)
    return chosen if moved == camera or is_whole else chosen._replace(camera=moved)


def _is_seen(drawing: Drawing, view: View, zone: str) -> bool:
    return drawing.projection(view).cell(*drawing.shown.points[zone]) is not None


def to_side(drawing: Drawing, view: View, across: int, down: int) -> View:
    """The cursor on the nearest zone to the east or west, to the south or north.

    Args:
        drawing: of the map.
        view: what is seen.
        across: 1 to the east, -1 to the west.
        down: 1 to the south, -1 to the north.
    """
    projection, points = drawing.projection(view), drawing.shown.points
    width, height = drawing.area(view).size
    cells = {zone: projection.cell(*point) for zone, point in points.items()}
    here = cells.get(view.zone)
    if here is None:
        middle = (width // 2, height // 2)
        return _nearest(drawing, view, cells, lambda cell: _distance(cell, middle, 1, 1))

    def cost(cell: tuple[int, int]) -> float | None:
        along = (cell[0] - here[0]) * across + (cell[1] - here[1]) * down * _LINE_IN_COLUMNS
        aside = abs((cell[0] - here[0]) * down) + abs((cell[1] - here[1]) * across) * (
            _LINE_IN_COLUMNS
        )
        return along + aside * _ASIDE if along > 0 else None

    found = _nearest(drawing, view, cells, cost)
    return found if found is not view else _beyond(drawing, view, across, down)


def _distance(cell: tuple[int, int], other: tuple[int, int], across: float, down: float) -> float:
    lines = abs(cell[1] - other[1]) * _LINE_IN_COLUMNS
    return abs(cell[0] - other[0]) * across + lines * down


def _nearest(
    drawing: Drawing,
    view: View,
    cells: dict[str, tuple[int, int] | None],
    cost: Callable[[tuple[int, int]], float | None],
) -> View:
    costs = {zone: cost(cell) for zone, cell in cells.items() if cell and zone != view.zone}
    known = {zone: each for zone, each in costs.items() if each is not None}
    if not known:
        return view
    return at_zone(drawing, view, min(known, key=lambda zone: known[zone]))


def _beyond(drawing: Drawing, view: View, across: int, down: int) -> View:
    """The cursor on the nearest zone that lies on that side out of sight, or where it is."""
    points = drawing.shown.points
    east, north = points[view.zone]
    found: dict[str, float] = {}
    for zone, (longitude, latitude) in points.items():
        along = (longitude - east) * across + (north - latitude) * down
        aside = abs((longitude - east) * down) + abs((latitude - north) * across)
        if along > aside / 2 and zone != view.zone and not _is_seen(drawing, view, zone):
            found[zone] = along + aside * _ASIDE
    return at_zone(drawing, view, min(found, key=lambda zone: found[zone])) if found else view


def to_next_zone(drawing: Drawing, view: View, steps: int) -> View:
    """The cursor on the next zone of all, those without coordinates last."""
    zones = list(drawing.shown.names)
    if not zones:
        return view
    at = zones.index(view.zone) + steps if view.zone in zones else min(steps - 1, 0)
    return at_zone(drawing, view._replace(record=""), zones[at % len(zones)])


def to_next(drawing: Drawing, view: View, steps: int) -> View:
    """The next record in time, or the one before; after the last one none is chosen."""
    keys = ["", *drawing.shown.records]
    at = keys.index(view.record) if view.record in drawing.shown.records else 0
    return at_record(drawing, view, keys[(at + steps) % len(keys)])


def at_record(drawing: Drawing, view: View, key: str) -> View:
    """The view with a record chosen, whose places come into sight as far as they have room."""
    chosen = view._replace(record=key, zone="", top=0)
    if view.camera is None:
        return chosen
    camera, size = drawing.camera(view), drawing.area(view).size
    for point in reversed(_points_of_record(drawing, chosen)):  # the first one is seen for sure
        camera = showing(camera, point, size)
    return chosen._replace(camera=camera)


def _points_of_record(drawing: Drawing, view: View) -> list[Point]:
    """Where the places of the record that is chosen are, in the order of the record."""
    shown = drawing.shown
    if not view.record:
        return []
    named = (*shown.found.places.get(view.record, ()), *sorted(sight_of(shown, view).lit))
    return [shown.points[key] for key in dict.fromkeys(named) if key in shown.points]


def in_time(drawing: Drawing, view: View, steps: int) -> View:
    """The month after the one that is shown, or before it; beyond either end all of the time."""
    months: list[Days | None] = [None, *drawing.shown.steps]
    at = months.index(view.at) if view.at in months else 0
    return view._replace(at=months[(at + steps) % len(months)], top=0)


def at_time(drawing: Drawing, view: View, *, is_first: bool) -> View:
    """The first month, or all of the time."""
    steps = drawing.shown.steps
    return view._replace(at=steps[0] if is_first and steps else None, top=0)


def is_last(drawing: Drawing, view: View) -> bool:
    """Whether there is no later month."""
    return not drawing.shown.steps or view.at == drawing.shown.steps[-1]


def nearer(drawing: Drawing, view: View, steps: int, cell: tuple[int, int] | None = None) -> View:
    """Nearer, or farther, around what is chosen, or around a cell, which stays where it is."""
    camera, area = drawing.camera(view), drawing.area(view)
    around = cell or _chosen_cell(drawing, view) or (area.width // 2, area.height // 2)
    after = zoomed(camera, drawing.frame, area.size, steps)
    if after.down == camera.down:
        return view
    columns, lines = around[0] - area.width / 2, around[1] - area.height / 2
    there = panned_camera(camera, drawing.frame, columns, lines)
    there = there._replace(down=after.down)
    return view._replace(camera=panned_camera(there, drawing.frame, -columns, -lines))


def _chosen_cell(drawing: Drawing, view: View) -> tuple[int, int] | None:
    """The cell of the zone under the cursor, or amid those places of a record that are seen."""
    under = drawing.shown.points.get(view.zone)
    points = [under] if under else _points_of_record(drawing, view)
    cells = [cell for cell in (drawing.projection(view).cell(*each) for each in points) if cell]
    if not cells:
        return None
    columns, lines = zip(*cells, strict=True)
    return (min(columns) + max(columns)) // 2, (min(lines) + max(lines)) // 2


def panned(drawing: Drawing, view: View, columns: float, lines: float) -> View:
    """What is seen, moved by some cells to the east and the south."""
    camera = drawing.camera(view)
    moved = panned_camera(camera, drawing.frame, columns, lines)
    return view if moved == camera else view._replace(camera=moved)


def whole(view: View) -> View:
    """The view as at first: all of the map, all of the time, nothing chosen."""
    return view._replace(camera=None, zone="", record="", at=None, top=0)


def scrolled(drawing: Drawing, view: View, lines: int) -> View:
    """The list beside the map moved by some lines."""
    area = drawing.area(view)
    if not area.list_width:
        return view
    most = max(len(drawing.beside(view)) - area.height, 0)
    return view._replace(top=min(max(view.top + lines, 0), most))
