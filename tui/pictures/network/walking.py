"""Moving in a network: along a side, outwards to what lies beyond, over the middle."""

from __future__ import annotations

from store.model.records import Related, Row
from store.tuples import NamedTuple
from tui.pictures.network.content import Network
from tui.pictures.network.laying import MIDDLE, Layout, Side, Slot, View


class Pointed(NamedTuple):
    """A relation, and the record from which it is seen."""

    start: Row
    related: Related


def pointed(network: Network, view: View) -> Pointed | None:
    """The relation under the cursor; None on the middle."""
    if view.group == MIDDLE:
        return None
    spoke = network.groups[view.group].spokes[view.spoke]
    if view.beyond < 0:
        return Pointed(network.middle, spoke.related)
    return Pointed(spoke.related.other, spoke.beyond[view.beyond])


def begun(network: Network, view: View) -> View:
    """The cursor on the first relation; on the middle where there is none."""
    return view._replace(group=0 if network.groups else MIDDLE, spoke=0, beyond=-1)


def held(network: Network, view: View) -> View:
    """The cursor where it is; begun anew where nothing is there."""
    if view.group == MIDDLE:
        return view
    groups = network.groups
    if view.group >= len(groups) or view.spoke >= len(groups[view.group].spokes):
        return begun(network, view)
    beyond = groups[view.group].spokes[view.spoke].beyond
    return view if view.beyond < len(beyond) else view._replace(beyond=-1)


def again(before: Network, network: Network, view: View) -> View:
    """The cursor on the relation on which it was, in the same network as it has become."""
    was = pointed(before, view)
    if was is None:
        return view
    spoke = before.groups[view.group].spokes[view.spoke].related
    for group, each in enumerate(network.groups):
        for number, other in enumerate(each.spokes):
            if _is_same(spoke, other.related):
                found = view._replace(group=group, spoke=number, beyond=-1)
                beyond = [_is_same(was.related, further) for further in other.beyond]
                is_beyond = view.beyond >= 0 and True in beyond
                return found._replace(beyond=beyond.index(True)) if is_beyond else found
    return held(network, view)


def _is_same(one: Related, other: Related) -> bool:
    """Whether both say the same of the same record, whatever else has become of them."""
    ends = [(each.predicate, each.direction, each.other.key) for each in (one, other)]
    return ends[0] == ends[1]


def along(network: Network, view: View, steps: int) -> View:
    """The cursor so many relations further down its side, or up; beyond one, among those there."""
    if view.group == MIDDLE:
        return _from_middle_along(network, view, steps)
    spokes = network.groups[view.group].spokes
    if view.beyond >= 0:
        last = len(spokes[view.spoke].beyond) - 1
        return view._replace(beyond=max(0, min(view.beyond + steps, last)))
    layout = Layout(network, view)
    groups = layout.groups_of(layout.side_of(view.group))
    group, spoke = view.group, view.spoke + steps
    while spoke >= len(network.groups[group].spokes) and group < groups[-1]:
        spoke -= len(network.groups[group].spokes)
        group += 1
    while spoke < 0 and group > groups[0]:
        group -= 1
        spoke += len(network.groups[group].spokes)
    if spoke < 0 and not layout.frame.has_sides:
        return _on_middle(view)
    last = len(network.groups[group].spokes) - 1
    return view._replace(group=group, spoke=max(0, min(spoke, last)))


def in_groups(network: Network, view: View, steps: int) -> View:
    """The cursor on the first relation of a verb further down its side, or up."""
    if view.group == MIDDLE:
        return _from_middle_along(network, view, steps)
    groups = Layout(network, view).groups_of(_side(network, view))
    if steps < 0 and (view.spoke or view.beyond >= 0):
        return view._replace(spoke=0, beyond=-1)  # as in a text: first to the head of this one
    group = max(groups[0], min(view.group + steps, groups[-1]))
    return view if group == view.group else view._replace(group=group, spoke=0, beyond=-1)


def to_end(network: Network, view: View, side: int) -> View:
    """The cursor on the first relation of its side, or on the last."""
    if view.group == MIDDLE:
        return _from_middle_along(network, view, side)
    groups = Layout(network, view).groups_of(_side(network, view))
    group = groups[0] if side < 0 else groups[-1]
    spoke = 0 if side < 0 else len(network.groups[group].spokes) - 1
    return view._replace(group=group, spoke=spoke, beyond=-1)


def sideways(network: Network, view: View, step: int) -> View:
    """The cursor outwards or inwards; `step` is 1 to where reading goes on, -1 to its begin."""
    if view.group == MIDDLE:
        return _onto_side(network, view, 1 if step > 0 else 0, _middle_line(network, view))
    side = _side(network, view)
    is_outwards = (step > 0) == (side == 1)
    if is_outwards:
        has_beyond = network.groups[view.group].spokes[view.spoke].beyond
        return view._replace(beyond=0) if has_beyond and view.beyond < 0 else view
    if view.beyond >= 0:
        return view._replace(beyond=-1)
    return _on_middle(view)


def at_cell(network: Network, view: View, column: int, line: int) -> View | None:
    """The cursor on what stands in a cell counted from the left; None where nothing does."""
    layout = Layout(network, view)
    cell = view.width - 1 - column if view.language == "ar" else column
    frame = layout.frame
    if frame.has_sides and frame.side < cell < frame.width - 2 - frame.side:
        return _on_middle(view)
    if not frame.has_sides and line < frame.top:
        return _on_middle(view)
    side: Side = 1 if not frame.has_sides or cell > frame.side else 0
    found = next((slot for slot in layout.sides[side] if slot.line == line), None)
    return None if found is None or found.spoke < 0 else _at(view, found)


def _from_middle_along(network: Network, view: View, steps: int) -> View:
    """From the middle downwards to the first relation; nothing stands above it."""
    return begun(network, view) if steps > 0 else view


def _onto_side(network: Network, view: View, side: Side, line: int) -> View:
    slots = [slot for slot in Layout(network, view).sides[side] if slot.spoke >= 0]
    near = [slot for slot in slots if slot.beyond < 0]
    if not near:
        return view
    return _at(view, min(near, key=lambda slot: abs(slot.line - line)))


def _middle_line(network: Network, view: View) -> int:
    frame = Layout(network, view).frame
    return frame.top + frame.lines // 2


def _side(network: Network, view: View) -> Side:
    return Layout(network, view).side_of(view.group)


def _on_middle(view: View) -> View:
    return view._replace(group=MIDDLE, spoke=0, beyond=-1)


def _at(view: View, slot: Slot) -> View:
    return view._replace(group=slot.group, spoke=slot.spoke, beyond=slot.beyond)
