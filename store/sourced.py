"""What a store is asked about sources: to find and list them, and who cites each for what."""

from __future__ import annotations

from collections.abc import Iterable

from store.searchable import SearchableStore
from store.tables.connection import explained
from store.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from store.model.questions import FilterChoice
    from store.model.records import CitedFor, Order, SourceHit, SourceRow
    from store.model.vocabulary import Language
    from store.texts.held import Around, HeldText, SentencesFound, WholeText

MOST_CITING = 500
"""Records of which it is said what they cite a source for."""


class SourcedStore(SearchableStore):
    """Finds the sources of an open store, which are no records, and says what they are cited for.

    Every method raises `StoreError` when the file turns out to be locked or damaged.
    """

    def lookup_sources(
        self, query: str, *, limit: int = 20, language: Language = "en"
    ) -> list[SourceHit]:
        """The sources that words mean, the nearest first, then the most cited.

        Args:
            query: words of a title, a publisher, a key or an address, in either script; where no
                source has them, words that sound alike or have a slip.
            limit: the most hits wanted.
            language: whose titles order sources that are otherwise alike.
        """
        from store.search.query.parser import parse
        from store.sources.finding import likely_sources

        with explained(self.path):
            return likely_sources(self._source_words(), parse(query), language)[:limit]

    def search_sources(
        self,
        query: str,
        *,
        limit: int | None = None,
        order: Order | None = None,
        language: Language = "en",
    ) -> list[SourceHit]:
        """The sources that a query finds; an empty one finds all.

        Args:
            query: words, phrases, operators and filters, with or without `kind:source`. Filters
                that say nothing of sources find those that the records cite which meet them.
            limit: the most hits wanted, None for all.
            order: by title, date, number of records that cite them, or the newest first; None for
                the nearest first.
            language: whose titles order them.
        """
        with explained(self.path):
            parsed = self._parsed(query, of_sources=True)
        return self._sources_found(parsed, order, language)[:limit]

    def source_filter_choices(
        self, query: str, language: Language = "en"
    ) -> dict[str, list[FilterChoice]]:
        """The values that narrow a question about sources, as `filter_choices` has them.

        Args:
            query: what is asked; of each filter, those in the query itself aside.
            language: of the interface.

        Returns:
            By the filter's English name, with how many sources a value leaves where the filter is
            of sources; of one that is of records the values of those that cite them, uncounted.
        """
        from store.search.filters import FILTERS, ROLES
        from store.search.query import editing
        from store.sources.rows import citing_records

        asked: dict[str, tuple[list[SourceRow], str]] = {}
        choices: dict[str, list[FilterChoice]] = {}
        for item in (*FILTERS, *ROLES):
            if item.tally is None or item.name == "kind":
                continue
            others = editing.without_name(query, item.name)
            if others not in asked:
                rows = [hit.row for hit in self.search_sources(others)]
                with explained(self.path):
                    asked[others] = rows, citing_records(self._connection, rows)
            rows, records = asked[others]
            if item.tally_of_sources:
                choices[item.name] = list(item.tally_of_sources(rows, language))
                continue
            with explained(self.path):
                found = item.tally(self._connection, records, language)
                choices[item.name] = [each._replace(leaves=None) for each in found]
        return choices

    def sources_beside(self, query: str) -> list[SourceHit]:
        """The sources that the words of a query find which asks for records, the nearest first.

        Args:
            query: as for `search`; one without words finds none.
        """
        with explained(self.path):
            parsed = self._parsed(query)
        return [] if parsed.is_empty else self._sources_beside(parsed)

    def asks_for_sources(self, query: str) -> bool:
        """Whether a query finds sources and no records, as `kind:source` says."""
        with explained(self.path):
            return self._parsed(query).is_of_sources

    def source_rows(self, keys: Iterable[str]) -> list[SourceRow]:
        """What a list shows of sources, each once, in the order of the keys; unknown ones left out.

        Args:
            keys: of the sources.
        """
        from store.sources.rows import rows_of

        with explained(self.path):
            return rows_of(self._connection, keys, self._note)

    def cited_for(
        self, source_key: str, language: Language = "en", *, most: int = MOST_CITING
    ) -> list[CitedFor]:
        """Every citation of a source, with what it stands behind, by kind and name of the record.

        Args:
            source_key: of the source.
            language: whose names order the records.
            most: records that are read; `SourceRow.citing` says how many there are.
        """
        from store.sources.uses import cited_for

        with explained(self.path):
            return cited_for(self._connection, source_key, language, most, self._note)

    # --- texts of sources that the user holds ----------------------------------------------------

    def held_texts(self) -> list[HeldText]:
        """What is known of each text that is attached, by the keys of their sources."""
        from store.texts.rows import held_texts

        with explained(self.path):
            return held_texts(self._connection)

    def held_text(self, source_key: str) -> HeldText | None:
        """What is known of the text of a source; None where none is attached.

        Args:
            source_key: of the source.
        """
        from store.texts.rows import held_texts

        with explained(self.path):
            return next(iter(held_texts(self._connection, source_key)), None)

    def whole_text(self, source_key: str) -> WholeText | None:
        """The text of a source, sentence by sentence; None where none is attached.

        Args:
            source_key: of the source.
        """
        from store.texts.rows import whole_text

        held = self.held_text(source_key)
        with explained(self.path):
            return whole_text(self._connection, held) if held else None

    def cited_sentence(self, source_key: str, locator: str) -> Around | None:
        """The sentence that a citation names, with its neighbours.

        Args:
            source_key: of the source.
            locator: where in it.

        Returns:
            None where no text is attached, or the locator is none of a sentence in it.
        """
        from store.texts.held import is_number
        from store.texts.rows import around

        held = self.held_text(source_key)
        if held is None or not held.is_numbered or not is_number(locator):
            return None
        with explained(self.path):
            return around(self._connection, held, int(locator))

    def sentences_cited(self, source_key: str) -> frozenset[int]:
        """The numbers of the sentences of a source for which anything cites it.

        Numbers are of the source's record; a text that is attached may have fewer sentences. Empty
        where citations of the source name pages or the like.

        Args:
            source_key: of the source.
        """
        from store.sources.sentences import locators_of_sentences

        held = self.held_text(source_key)
        if held is None or not held.is_numbered:
            return frozenset()
        with explained(self.path):
            return frozenset(locators_of_sentences(self._connection, source_key))

    def cited_for_sentence(
        self, source_key: str, number: int, language: Language = "en", *, most: int = MOST_CITING
    ) -> list[CitedFor]:
        """What one sentence of a source stands behind, by kind and name of the record.

        Args:
            source_key: of the source.
            number: of the sentence, from 1.
            language: whose names order the records.
            most: records that are read.
        """
        from store.sources.sentences import locators_of_sentences
        from store.sources.uses import cited_for

        with explained(self.path):
            locators = locators_of_sentences(self._connection, source_key).get(number, ())
            if not locators:
                return []
            return cited_for(
                self._connection, source_key, language, most, self._note, locators=locators
            )

    def search_texts(self, query: str, *, shown: int = 5) -> list[SentencesFound]:
        """The texts in which a query finds sentences, the one with the most first.

        Args:
            query: words, phrases and operators, with or without `in:sources`; what must stand
                together stands in one sentence.
            shown: sentences of each text that are read.
        """
        from store.search import full_text
        from store.texts.finding import sentences_found

        with explained(self.path):
            asked = full_text.parse(self._connection, query, in_texts=True)
            found = sentences_found(self._connection, asked, shown)
        if not asked.filters:
            return found
        met = {hit.key for hit in self._sources_found(asked)}
        return [each for each in found if each.source in met]

    def searches_texts(self, query: str) -> bool:
        """Whether a query looks for its words in texts of sources, as `in:sources` says."""
        with explained(self.path):
            return self._parsed(query).in_texts
