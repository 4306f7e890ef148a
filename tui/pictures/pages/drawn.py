"""What a page shows, and what each picture that has a page is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from store.model.records import Source
from store.model.vocabulary import Language
from store.tuples import NamedTuple
from tui.pictures.cells import Picture

if TYPE_CHECKING:
    from store.store import Store


class Drawn(NamedTuple):
    """A picture, and what stands below it on its page."""

    picture: Picture
    sources: Sequence[Source] = ()
    """On which it rests."""
    words: Sequence[str] = ()
    """The same for those who read it, in order."""


class PictureOfPage(NamedTuple):
    """A picture that has a page."""

    name: str
    """Of its file; `page.<name>` is its title, `page.<name>.says` what it shows."""
    draw: Callable[[Store, Sequence[str], Language], Drawn]
    """Draws some records of a store, by their keys, of which there is one at least."""
