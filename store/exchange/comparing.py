"""Two records of a store compared: as a page, as Markdown, as a mapping for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from store.disk.whole_file import write_whole
from store.exchange.comparison_report import comparison_report
from store.exchange.selection import Selection
from store.files.page import ComparedPage, compared_page, record_page
from store.model.comparison import Comparison, Two, comparison, related_to, stated
from store.model.mapping import fact_to_mapping
from store.model.records import Fact, Related
from store.model.vocabulary import Language
from store.store import Store


class Compared:
    """Two records of a store beside each other, with what is needed to put them into words."""

    def __init__(self, store: Store, keys: Two[str]) -> None:
        """Compare two records.

        Args:
            store: where they are.
            keys: of two records.

        Raises:
            UnknownKeyError: a key names no record.
            DamagedRowError: one of them cannot be read.
        """
        self._selection = Selection(store, keys, "both")
        first, second = self._selection.read(keys)
        self.comparison: Comparison = comparison((first[0], second[0]), (first[1], second[1]))
        self._related = first[1], second[1]

    def page(self, language: Language) -> ComparedPage:
        """Put it into words of a language."""
        sources, places = self._selection.sources, self._selection.places
        one, other = (
            record_page(record, language, sources, related, places)
            for record, related in zip(self.comparison.records, self._related, strict=True)
        )
        return compared_page(self.comparison, (one, other), places, language)

    def as_mapping(self) -> dict[str, Any]:
        """Both keys, and by property and predicate what is shared and what one alone has."""
        one, other = self.comparison.records
        return {
            "keys": [one.key, other.key],
            "kinds": [one.kind, other.kind],
            "types": [one.type, other.type],
            "properties": [
                {
                    "property": each.property,
                    "likeness": each.likeness,
                    "values": [list(map(fact_to_mapping, side)) for side in each.facts],
                    "shared": _shared(each.facts),
                }
                for each in self.comparison.facts
            ],
            "relations": [
                {
                    "predicate": each.predicate,
                    "direction": each.direction,
                    "likeness": each.likeness,
                    "records": [[related.other.key for related in side] for side in each.related],
                    "shared": _shared_with(each.related),
                }
                for each in self.comparison.relations
            ],
        }


def _shared(facts: Two[tuple[Fact, ...]]) -> list[dict[str, Any]]:
    one, other = facts
    found = set(map(stated, other))
    return [fact_to_mapping(fact) for fact in one if stated(fact) in found]


def _shared_with(related: Two[Sequence[Related]]) -> list[str]:
    one, other = related
    found = set(map(related_to, other))
    return list(dict.fromkeys(each.other.key for each in one if related_to(each) in found))


def save_comparison(page: ComparedPage, to: Path, *, overwrite: bool = False) -> Path:
    """Write a comparison to a Markdown file, whole or not at all.

    Args:
        page: the comparison in words.
        to: the file.
        overwrite: whether a file that exists may be replaced.

    Returns:
        The file, by its absolute path.

    Raises:
        ExportError: the file exists and may not be replaced.
        WriteError: it cannot be written.
    """
    write_whole(to, comparison_report(page), overwrite=overwrite)
    return to.absolute()
