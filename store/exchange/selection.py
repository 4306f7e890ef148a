"""The records that are exported with all that their pages show, read in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.files.markdown import Languages
from store.model.records import Record, Related
from store.store import Store


class Selection:
    """Records of a store in the order in which they are wanted, and the language of readers."""

    __slots__ = ("_store", "language", "rows", "sources")

    def __init__(self, store: Store, keys: Iterable[str] | None, language: Languages) -> None:
        """Look the records up; they are read whole only when they are asked for.

        Args:
            store: where they are.
            keys: of the records, None for all.
            language: in which readers read.

        Raises:
            UnknownKeyError: a key names no record.
        """
        self._store = store
        self.language = language
        self.rows = store.rows(store.every_key() if keys is None else keys, missing_ok=False)
        """What a list shows of them."""
        self.sources = {
            source.key: source for source in store.sources_of(row.key for row in self.rows)
        }
        """By key, in its order: what the records and their relations cite."""

    def read(self, keys: Sequence[str]) -> Iterator[tuple[Record, list[Related]]]:
        """Some of the records in the order of `keys`, each with its relations.

        Raises:
            DamagedRowError: one cannot be read; see `whole`.
        """
        records = self._store.get_many(keys)
        for key, related in zip(keys, self._store.related_many(keys), strict=True):
            record = next(records, None)
            if record is None or record.key != key:
                raise self._store.damaged[key]
            yield record, related

    def whole(self) -> Selection:
        """Those of the records that can be read; the store notes the others."""
        keys = [record.key for record in self._store.get_many(row.key for row in self.rows)]
        return Selection(self._store, keys, self.language)
