"""The records that are exported with all that their pages show, read in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from store.errors import ChangedMeanwhileError
from store.files.markdown import Languages
from store.model.records import Movement, Record, Related
from store.store import Store
from store.texts.held import WholeText
from store.tuples import NamedTuple


class About(NamedTuple):
    """What whoever reads a report is told of how it came to be."""

    question: str = ""
    """What its records are the answer to, as it was asked; empty where they were chosen."""
    title: str = ""
    """Empty for one that says what is in it."""
    made: date | None = None
    """None for today."""


_NOTHING: Final = About()


class Selection:
    """Records of a store in the order in which they are wanted, and the language of readers."""

    __slots__ = ("_store", "about", "language", "places", "rows", "sources", "store_path", "texts")

    def __init__(
        self,
        store: Store,
        keys: Iterable[str] | None,
        language: Languages,
        about: About = _NOTHING,
        *,
        with_texts: bool = False,
    ) -> None:
        """Look the records up; they are read whole only when they are asked for.

        Args:
            store: where they are.
            keys: of the records, None for all.
            language: in which readers read.
            about: how they came to be chosen.
            with_texts: whether the texts of their sources go along.

        Raises:
            UnknownKeyError: a key names no record.
        """
        self._store = store
        self.language = language
        self.about = about
        self.store_path = store.path
        self.rows = store.rows(store.every_key() if keys is None else keys, missing_ok=False)
        """What a list shows of them."""
        self.sources = {
            source.key: source for source in store.sources_of(row.key for row in self.rows)
        }
        """By key, in its order: what the records and their relations cite."""
        self.texts = (
            [held.source for held in store.held_texts() if held.source in self.sources]
            if with_texts
            else []
        )
        """Keys of the sources whose texts go along."""
        self.places = store.places_of(row.key for row in self.rows)
        """What lists show of the zones that their facts name, by key."""

    def read(self, keys: Sequence[str]) -> Iterator[tuple[Record, list[Related], list[Movement]]]:
        """Some of the records in the order of `keys`, each with its relations and who moved.

        Raises:
            DamagedRowError: one cannot be read; see `whole`.
        """
        records = self._store.get_many(keys)
        around = zip(
            keys, self._store.related_many(keys), self._store.movements_many(keys), strict=True
        )
        for key, related, moved in around:
            record = next(records, None)
            if record is None or record.key != key:
                raise self._store.damaged[key]
            yield record, related, moved

    def whole(self) -> Selection:
        """Those of the records that can be read; the store notes the others."""
        keys = [record.key for record in self._store.get_many(row.key for row in self.rows)]
        with_texts = bool(self.texts)
        return Selection(self._store, keys, self.language, self.about, with_texts=with_texts)

    def whole_texts(self) -> Iterator[WholeText]:
        """The texts that go along, in the order of `texts`."""
        for key in self.texts:
            text = self._store.whole_text(key)
            if text is None:  # somebody else has taken it away
                raise ChangedMeanwhileError(str(self._store.path))
            yield text
