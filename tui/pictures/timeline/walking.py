"""Moving in a timeline: from moment to moment, from lane to lane, nearer and farther."""

from __future__ import annotations

from bisect import bisect_left

from store.timelines.dated import Moment
from tui.pictures.timeline.content import Timeline
from tui.pictures.timeline.drawing import (
    View,
    cells_of_axis,
    lanes_in_sight,
    lines_for_lanes,
    scale_of,
)
from tui.pictures.timeline.scale import COARSEST, FINEST, ZOOM, Scale


def chosen(timeline: Timeline, view: View) -> Moment | None:
    """The moment under the cursor; None where nothing is dated."""
    if not 0 <= view.lane < len(timeline.lanes):
        return None
    moments = timeline.lanes[view.lane].moments
    return moments[max(min(view.moment, len(moments) - 1), 0)]


def begun(timeline: Timeline, view: View, key: str = "") -> View:
    """A view of all of a timeline, with the cursor on a record, or on the first moment.

    Args:
        timeline: what is shown.
        view: its size and language.
        key: of the record; empty for none.
    """
    at = at_record(timeline, view, key) if key else None
    first = at or view._replace(lane=0 if timeline.lanes else -1, moment=0)
    return in_sight(timeline, first._replace(scale=scale_of(timeline, view.width)))


def at_record(timeline: Timeline, view: View, key: str) -> View | None:
    """The cursor on the date of a record, else on whatever is first of it; None if it has none."""
    found = [
        (moment.name != "date", lane, number)
        for lane, each in enumerate(timeline.lanes)
        for number, moment in enumerate(each.moments)
        if moment.record.key == key
    ]
    if not found:
        return None
    _, lane, number = min(found)
    return view._replace(lane=lane, moment=number)


def at_moment(timeline: Timeline, view: View, moment: Moment | None) -> View:
    """The cursor on a moment in whatever lane it is; where it is in none, on another of its record.

    Where there is none of that either, it is on the first one.
    """
    for lane, each in enumerate(timeline.lanes):
        for number, other in enumerate(each.moments):
            if other == moment:
                return view._replace(lane=lane, moment=number)
    of_record = at_record(timeline, view, moment.record.key) if moment else None
    return of_record or view._replace(lane=0 if timeline.lanes else -1, moment=0)


def at_cell(timeline: Timeline, view: View, key: str, column: int) -> View | None:
    """The cursor on that moment of a record which is nearest to a column, in the nearest lane."""
    scale = view.scale
    if scale is None:
        return None
    cell = view.width - 1 - column if view.language == "ar" else column
    day = scale.start + (cell - (view.width - scale.cells) + 0.5) * scale.days
    found = [
        (abs(moment.span.middle - day), abs(lane - view.lane), lane, number)
        for lane, each in enumerate(timeline.lanes)
        for number, moment in enumerate(each.moments)
        if moment.record.key == key
    ]
    if not found:
        return None
    *_, lane, number = min(found)
    return view._replace(lane=lane, moment=number)


def whole(timeline: Timeline, view: View) -> View:
    """The view with all of the time on it."""
    return in_sight(timeline, view._replace(scale=scale_of(timeline, view.width)))


def is_whole(timeline: Timeline, view: View) -> bool:
    """Whether all of the time is seen, and no more."""
    return view.scale in (None, whole(timeline, view).scale)


def fitted_to(timeline: Timeline, view: View, width: int, height: int) -> View:
    """The view on another number of cells, its middle staying where it is."""
    cells = cells_of_axis(width)
    scale = view.scale or scale_of(timeline, width)
    if cells != scale.cells:
        whole = scale.days * scale.cells
        scale = Scale(scale.start, min(max(whole / cells, FINEST), COARSEST), cells)
    return in_sight(timeline, view._replace(width=width, height=height, scale=scale))


def in_time(timeline: Timeline, view: View, steps: int) -> View:
    """The cursor so many moments later in its lane, or earlier."""
    if not timeline.lanes:
        return view
    last = len(timeline.lanes[view.lane].moments) - 1
    moved = view._replace(moment=max(0, min(view.moment + steps, last)))
    return in_sight(timeline, moved)


def in_lanes(timeline: Timeline, view: View, steps: int) -> View:
    """The cursor so many lanes of those in sight below, or above, on the moment nearest in time."""
    here = chosen(timeline, view)
    if here is None:
        return view
    seen = lanes_in_sight(timeline, view)
    lane = seen[max(0, min(seen.index(view.lane) + steps, len(seen) - 1))]
    if lane == view.lane:
        return view
    number = _nearest(timeline.lanes[lane].moments, here)
    return in_sight(timeline, view._replace(lane=lane, moment=number))


def _nearest(moments: tuple[Moment, ...], here: Moment) -> int:
    after = bisect_left(moments, here.span.first, key=lambda moment: moment.span.first)
    near = [number for number in (after - 1, after) if 0 <= number < len(moments)]
    return min(near, key=lambda number: abs(moments[number].span.middle - here.span.middle))


def nearer(timeline: Timeline, view: View, steps: int) -> View:
    """The axis so many times finer, or coarser, around the cursor."""
    here, scale = chosen(timeline, view), view.scale
    if here is None or scale is None:
        return view
    middle = min(max(here.span.middle, scale.start), scale.end)
    return _lane_in_sight(timeline, view._replace(scale=scale.zoomed(ZOOM**-steps, middle)))


def panned(timeline: Timeline, view: View, cells: float) -> View:
    """The axis moved by some cells, the cursor going to the nearest moment that is seen."""
    here, scale = chosen(timeline, view), view.scale
    if here is None or scale is None:
        return view
    lane = timeline.lanes[view.lane]
    moments = lane.moments
    moved = scale.moved(cells)
    if moved.start <= here.span.middle < moved.end:
        return _lane_in_sight(timeline, view._replace(scale=moved))
    edge = moved.start if here.span.middle < moved.start else moved.end
    seen = lane.times.in_sight(moved.start, moved.end)
    nearest = min(seen, key=lambda date: abs(date.span.middle - edge), default=None)
    if nearest:
        moment = nearest.numbers[0]
        return _lane_in_sight(timeline, view._replace(scale=moved, moment=moment))
    further = moments[-1].span.last if cells > 0 else moments[0].span.first
    is_more = further > edge if cells > 0 else further < edge
    return _lane_in_sight(timeline, view._replace(scale=moved)) if is_more else view


def in_sight(timeline: Timeline, view: View) -> View:
    """The view moved as little as is needed to see the cursor."""
    here, scale = chosen(timeline, view), view.scale
    if here is None:
        return view
    if scale is None:
        return view
    is_seen = here.span.first < scale.end and here.span.last + 1 > scale.start
    is_long = here.span.last - here.span.first > scale.days * scale.cells / 2
    if not (is_seen and is_long):
        scale = scale.showing(here.span.middle)
    return _lane_in_sight(timeline, view._replace(scale=scale))


def _lane_in_sight(timeline: Timeline, view: View) -> View:
    seen, lines = lanes_in_sight(timeline, view), lines_for_lanes(view)
    at = seen.index(view.lane)
    top = max(min(view.top, at), at - lines + 1)
    return view._replace(top=max(min(top, len(seen) - lines), 0))
