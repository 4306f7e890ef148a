"""Where the user has been: a line of places with a way back and, until a new step, forward."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from store.model.records import Order
from store.model.vocabulary import KINDS, Kind
from store.tuples import NamedTuple
from tui.explorer.drawing.listing import ListedKind
from tui.state import State

ORDERS: Final[tuple[Order, ...]] = ("name", "date", "links", "newest")
FOUND_ORDERS: Final[tuple[Order, ...]] = ("date", "name", "links", "newest")
"""After the best first: what one has found one mostly wants to see in time."""

MOST_PLACES: Final = 1_000
"""Nobody goes back further; the oldest are forgotten."""


class Question(NamedTuple):
    """What the list answers: a query (all when empty), one kind, all or sources, and an order."""

    query: str = ""
    """As typed, in logical order; may hold filters like `kind:zone`."""
    kind: ListedKind | None = None
    order: Order = "name"
    """Of lists."""
    found_order: Order | None = None
    """Of what words find; None for the best first."""

    @property
    def record_kind(self) -> Kind | None:
        """The one kind of records; None for all, and for sources."""
        return None if self.kind == "source" else self.kind

    def about(self, kind: ListedKind | None) -> Question:
        """The same question about one kind, or about all."""
        return self._replace(kind=kind)

    def asking(self, query: str) -> Question:
        """The same question with another query."""
        found_order = self.found_order if query.strip() else None
        return self._replace(query=query, found_order=found_order)


def question_of(state: State) -> Question:
    """What the list answered when the explorer was left, as far as that is a question."""
    kinds: tuple[ListedKind, ...] = (*KINDS, "source")
    kind = next((kind for kind in kinds if kind == state.kind), None)
    order = next((order for order in ORDERS if order == state.order), ORDERS[0])
    found = next((order for order in FOUND_ORDERS if order == state.found_order), None)
    return Question(state.query, kind, order, found)


class Place(NamedTuple):
    """A record or source, the question that it answers, and where on the screen the user was."""

    key: str
    """Its address, see `address_of`."""
    question: Question
    pane: str = ""
    """Id of the pane that had the focus; empty leaves it where it is."""
    cursors: tuple[int, ...] = ()
    """In the panes that follow the record, in their order, the entry under the cursor, from 0."""


class History:
    """The places visited; going on from an earlier one cuts off what came after it."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._now = -1

    @property
    def can_go_back(self) -> bool:
        """There is an earlier place."""
        return self._now > 0

    @property
    def can_go_forward(self) -> bool:
        """There is a later place, left by going back."""
        return self._now < len(self._places) - 1

    def step(self, leaving: Place, entering: Place) -> None:
        """Go on to a new place; where the user stood before replaces the present entry."""
        self.stand(leaving)
        del self._places[self._now + 1 :]
        self._places.append(entering)
        del self._places[:-MOST_PLACES]
        self._now = len(self._places) - 1

    def stand(self, here: Place) -> None:
        """Note where the user has come to by moving about, without it being a step."""
        if self._now < 0:
            self._places.append(here)
            self._now = 0
        else:
            self._places[self._now] = here

    @property
    def places(self) -> tuple[Place, ...]:
        """All of them, the oldest first."""
        return tuple(self._places)

    @property
    def now(self) -> int:
        """The number among them of the one where the user is; -1 where there is none."""
        return self._now

    @property
    def keys(self) -> list[str]:
        """The keys of the records of all places."""
        return [place.key for place in self._places if place.key]

    def keep(self, keys: Container[str]) -> None:
        """Leave out the places of records that are no more, but where the user stands."""
        kept = [
            (number, place)
            for number, place in enumerate(self._places)
            if number == self._now or not place.key or place.key in keys
        ]
        self._places = [place for _, place in kept]
        self._now = sum(number <= self._now for number, _ in kept) - 1

    def back(self) -> Place:
        """Return to the place before; only while `can_go_back`."""
        self._now -= 1
        return self._places[self._now]

    def forward(self) -> Place:
        """Go to the place after; only while `can_go_forward`."""
        self._now += 1
        return self._places[self._now]

    def go_to(self, number: int) -> Place:
        """Go to a place by its number among all, the nearest there is; the others stay."""
        self._now = max(0, min(number, len(self._places) - 1))
        return self._places[self._now]
