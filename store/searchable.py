"""What a store is asked: names and texts to find, how a query may go on, and its filters."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Sequence

from store.model.records import NameHit, Order, SourceHit, TextHit, TextHits
from store.model.vocabulary import Kind, Language
from store.tables.batches import listed
from store.tables.connection import explained
from store.tables.list_rows import in_order, rows_by_id
from store.tables.whole_records import record_ids
from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from store.errors import DamagedRowError
    from store.lookup.candidates import Read
    from store.model.questions import (
        FilterChoice,
        FilterName,
        Hits,
        QueryRemark,
        Question,
        WrittenFilter,
    )
    from store.search.full_text import Wanted
    from store.search.query.tree import Query
    from store.sources.words import SourceWords

_ALL: Final = 2**31


class SearchableStore:
    """Finds records in an open store by their names and by the words of their text.

    Every method raises `StoreError` when the file turns out to be locked or damaged.
    """

    path: str
    """The store's file, or `:memory:`."""
    _words_of_sources: tuple[tuple[int, int], SourceWords] | None = None
    """The words of the sources, and of which state of the store they are."""
    _last_parsed: tuple[tuple[str, bool, tuple[int, int]], Query] | None = None
    """The query that was understood last, and of which text and state of the store it is."""
    _has_looked_up = False
    _last_read: tuple[tuple[int, int], Read] | None = None
    """What look-ups have read of the indexes, and of which state of the store."""
    damaged: dict[str, DamagedRowError]
    """What turned out to be damaged where many were read, by key: all others were read without it.
    Where one is asked for alone, that it is damaged is raised."""
    _connection: sqlite3.Connection

    def lookup(
        self, query: str, *, kinds: Collection[Kind] | None = None, limit: int = 20
    ) -> list[NameHit]:
        """The records that a name means, in either script and with slips, the likeliest first.

        Args:
            query: a name or the beginning of one; logical order.
            kinds: only these kinds, None for all.
            limit: the most hits wanted.
        """
        from store.lookup import matches  # the explorer starts without looking anything up

        with explained(self.path):
            found = matches.lookup(
                self._connection, query, kinds=kinds, limit=limit, read=self._read_of_names()
            )
            rows = rows_by_id(self._connection, [match.record for match in found], self._note)
        return [
            NameHit(rows[match.record], match.text, match.role, match.how, match.score, match.why)
            for match in found
            if match.record in rows
        ]

    def _read_of_names(self) -> Read | None:
        """What earlier look-ups have read, forgotten where the store has changed."""
        if not self._has_looked_up:  # a command looks up once, and need not ask for the state
            self._has_looked_up = True
            return None
        from store.lookup.candidates import Read

        state = self._state()
        if self._last_read is None or self._last_read[0] != state:
            self._last_read = state, Read()
        return self._last_read[1]

    def get_names_ready(self) -> bool:
        """Take a step of reading words of names, so that no letter that is typed waits for all.

        Returns:
            Whether no step is left.
        """
        self._has_looked_up = True
        with explained(self.path):
            read = self._read_of_names()
            return read is None or read.get_ready(self._connection)

    def search(
        self,
        query: str,
        *,
        kinds: Collection[Kind] | None = None,
        limit: int = 20,
        language: Language = "en",
        order: Order | None = None,
    ) -> TextHits:
        """The records whose text a query finds, the most telling first or in an order of lists.

        Those that have only some of the words come after those with all that was asked for. Where
        none has, and words of the query look like slips, what was meant is searched instead. The
        snippets are made when they are read, so that a long answer costs little.

        Args:
            query: words, phrases, operators and filters, see `docs/query-language.md`.
            kinds: only these kinds, None for all.
            limit: the most hits wanted.
            language: of the snippets, where the query is of filters and has no words of its own,
                and of `order`.
            order: by name, date, number of relations, or the newest first; None for the most
                telling first. The first of all that is found, not of the most telling.
        """
        from store.search.full_text import Wanted

        with explained(self.path):
            return self._search(self._parsed(query), Wanted(limit, kinds, language, order))

    def find(
        self,
        question: Question,
        early: Callable[[list[NameHit]], None] | None = None,
        *,
        with_sources: bool = True,
    ) -> Hits:
        """The records that a query names, and the others whose text it finds.

        Args:
            question: what is looked for.
            early: told what was found by name, before the text is searched.
            with_sources: those beside the records too; else `sources_beside` has them.
        """
        from store.model.questions import Hits
        from store.search.full_text import Wanted
        from store.search.highlights import TermHighlighter

        with explained(self.path):
            query = self._parsed(question.query, of_sources=question.of_sources)
        if query.is_of_sources:
            return self._hits_of_sources(query, question)
        is_wrong = bool(query.remark and query.remark.is_about_filter)
        # Filters hold for names too, and only the search in the text knows them.
        names = (
            []
            if query.filters or is_wrong
            else self.lookup(question.query, kinds=question.kinds, limit=question.most_names)
        )
        order = question.order if query.terms else question.list_order
        if names and early and not order:
            early(names)
        wanted = Wanted(question.most_texts, question.kinds, question.language, order)
        with explained(self.path):
            texts = self._search(query, wanted, corrects=not any(hit.sure for hit in names))
        named = {hit.key for hit in names}
        others = [hit for hit in texts if hit.key not in named]
        return Hits(
            names,
            others,
            has_more=len(texts) == question.most_texts,
            highlighter=TermHighlighter(tuple(texts.terms) or query.terms),
            slips=texts.slips,
            remark=query.remark,
            keys_in_order=self._ordered([*names, *others], order, question.language),
            by_kind=self._by_kind(query, question, names, others, is_ordered=order is not None),
            asks_nothing=is_wrong and query.is_empty,
            sources=self._sources_beside(query) if with_sources and not query.is_empty else (),
        )

    def _hits_of_sources(self, query: Query, question: Question) -> Hits:
        """The sources that a question finds; of records it is only said how many there are."""
        from store.model.questions import Hits
        from store.search.highlights import TermHighlighter

        order = question.order if query.terms else question.list_order
        by_kind: dict[Kind, int] = {}
        if question.of_sources:
            records = self._parsed(question.query)
            named = [] if records.filters or records.is_of_sources else self.lookup(question.query)
            by_kind = self._by_kind(records, question._replace(kinds=()), named, ())
        return Hits(
            (),
            (),
            has_more=False,
            highlighter=TermHighlighter(query.terms),
            remark=query.remark,
            by_kind=by_kind,
            sources=self._sources_found(query, order, question.language),
            is_of_sources=True,
            in_texts=query.in_texts,
        )

    def _sources_beside(self, query: Query) -> list[SourceHit]:
        """The sources that the same query finds where it asks for sources."""
        with explained(self.path):
            asked = self._parsed(query.text, of_sources=True) if query.filters else query
        return self._sources_found(asked)

    def _sources_found(
        self, query: Query, order: Order | None = None, language: Language = "en"
    ) -> list[SourceHit]:
        from store.sources.finding import found_sources

        with explained(self.path):
            words = self._source_words()
            return found_sources(self._connection, words, query, order, language)

    def get_sources_ready(self, most: int) -> bool:
        """Fold the words of so many sources, so that the first search need not do it.

        Returns:
            Whether those of all are.
        """
        with explained(self.path):
            return self._source_words().fold_some(most)

    def _source_words(self) -> SourceWords:
        """The words of all sources, folded anew where the store has changed."""
        from store.sources.words import source_words

        state = self._state()
        if self._words_of_sources is None or self._words_of_sources[0] != state:
            known = self._words_of_sources[1] if self._words_of_sources else None
            self._words_of_sources = state, source_words(self._connection, self._note, known)
        return self._words_of_sources[1]

    def _ordered(
        self, hits: Sequence[NameHit | TextHit], order: Order | None, language: Language
    ) -> list[str] | None:
        if order is None:
            return None
        with explained(self.path):
            ids = record_ids(self._connection, [hit.key for hit in hits])
            keys = {number: key for key, number in ids.items()}
            some = {hit.key for hit in hits if isinstance(hit, TextHit) and hit.match == "some"}
            ordered = [keys[number] for number in in_order(self._connection, keys, order, language)]
            return sorted(ordered, key=some.__contains__)

    def _by_kind(
        self,
        query: Query,
        question: Question,
        names: Sequence[NameHit],
        texts: Sequence[TextHit],
        *,
        is_ordered: bool = False,
    ) -> dict[Kind, int]:
        """How many are found of each kind, in which one has to look again for other kinds.

        Of words it is the best that are counted, which are those that were found unless what was
        found stands in an order of its own.
        """
        most = question.most_texts
        are_all = len(texts) + len(names) < most or (query.wanted and not is_ordered)
        if question.kinds is None and are_all:
            return Counter([hit.row.kind for hit in names] + [hit.row.kind for hit in texts])
        from store.search import full_text

        if question.kinds is not None and not query.filters:
            names = self.lookup(question.query, limit=question.most_names)
        with explained(self.path):
            ids = record_ids(self._connection, [hit.key for hit in names])
            return full_text.kinds_found(self._connection, query, most, ids.values())

    def remark_on(self, query: str) -> QueryRemark | None:
        """Why `search` does not ask a query as it is written; None where it does."""
        with explained(self.path):
            return self._parsed(query).remark

    def _note(self, error: DamagedRowError) -> None:
        self.damaged.setdefault(error.key, error)

    def _parsed(self, text: str, *, of_sources: bool = False) -> Query:
        """A query as it is understood, which several ask for at each letter that is typed."""
        from store.search import full_text  # looking a name up need not pay for the query language

        asked = text, of_sources, self._state()
        if self._last_parsed is None or self._last_parsed[0] != asked:
            query = full_text.parse(self._connection, text, of_sources=of_sources)
            self._last_parsed = (text, of_sources, self._state()), query
        return self._last_parsed[1]

    def _state(self) -> tuple[int, int]:
        """What is another after each change of the store, by whomever."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return version, self._connection.total_changes

    def _search(self, query: Query, wanted: Wanted, *, corrects: bool = True) -> TextHits:
        if corrects:
            from store.search.suggestions import search_or_correct

            return search_or_correct(
                self._connection, query, wanted, path=self.path, report=self._note
            )
        from store.search import full_text

        found = full_text.search(self._connection, query, wanted, path=self.path, report=self._note)
        return TextHits(found)

    def suggest(self, query: str) -> str:
        """What may have been meant by a query that found nothing; empty where nothing is near."""
        from store.search import suggestions  # only a query that found nothing needs it

        with explained(self.path):
            return suggestions.suggest(self._connection, query)

    def complete(self, text: str, language: Language = "en") -> list[str]:
        """How a query being typed may go on, the likeliest first: filters and their values.

        Args:
            text: what stands before the cursor; logical order.
            language: of the interface.
        """
        from store.search.completion import completions  # only typing needs it

        with explained(self.path):
            return completions(self._connection, text, language)

    def every_completion(self, text: str, language: Language = "en") -> list[tuple[str, str]]:
        """All that a query may become at its end, each with a remark, for a shell; see `complete`.

        Args:
            text: what stands before the cursor; logical order.
            language: of the interface.
        """
        from store.search.completion import every_completion

        with explained(self.path):
            return every_completion(self._connection, text, language)

    def keys_beginning(
        self, beginning: str, language: Language = "en", *, with_sources: bool = False
    ) -> list[tuple[str, str]]:
        """Keys that begin so, of records and then of sources, each with a name or title.

        Args:
            beginning: as typed.
            language: of the names.
            with_sources: whether keys of sources are wanted too.
        """
        from store.tables.keys import keys_beginning

        with explained(self.path):
            return keys_beginning(self._connection, beginning, language, with_sources=with_sources)

    # --- filters of a query ----------------------------------------------------------------------

    def filter_choices(
        self, query: str, kind: Kind | None = None, language: Language = "en"
    ) -> dict[str, list[FilterChoice]]:
        """The values that narrow a question, each with how many records it leaves.

        Args:
            query: what is asked; of each filter, those in the query itself aside, which another
                value would replace.
            kind: the one asked about, None for all.
            language: of the interface.

        Returns:
            By the filter's English name; none of a filter whose values cannot be listed.
        """
        from store.search import full_text
        from store.search.filters import FILTERS, ROLES
        from store.search.query import editing

        asked: dict[str, str] = {}  # most filters are not in the query, and ask of the same records
        choices: dict[str, list[FilterChoice]] = {}
        with explained(self.path):
            for item in (*FILTERS, *ROLES):
                if item.tally is None:
                    continue
                others = editing.without_name(query, item.name)
                if others not in asked:
                    found = full_text.found_ids(self._connection, self._parsed(others), kind)
                    asked[others] = listed(found)
                choices[item.name] = list(item.tally(self._connection, asked[others], language))
        return choices

    def tally(
        self, field: str, query: str | None = None, language: Language = "en"
    ) -> list[FilterChoice]:
        """How many of the records that a query finds have each value of a field, most first.

        Args:
            field: one of `fields`.
            query: what finds the records, with all that it asks for; None for all there are.
            language: of the labels.

        Returns:
            At most `store.model.questions.MOST_VALUES`. A record with several values counts
            at each; `reading` counts the sources that the records cite.

        Raises:
            KeyError: there is no such field.
        """
        from store.search import full_text
        from store.search.countings import FIELDS

        tally = FIELDS[field]
        with explained(self.path):
            if query is None:
                found = full_text.found_ids(self._connection, self._parsed(""), None)
            else:
                hits = self.search(query, limit=_ALL, language=language).whole
                found = list(record_ids(self._connection, [hit.key for hit in hits]).values())
            return list(tally(self._connection, listed(found), language))

    @staticmethod
    def fields() -> list[str]:
        """What `tally` counts by."""
        from store.search.countings import FIELDS

        return list(FIELDS)

    @staticmethod
    def filter_names(language: Language = "en") -> list[FilterName]:
        """The filters that can be chosen, in the order in which a dialog has them."""
        from store.model.questions import FilterName
        from store.search.filters import FILTERS, ROLES

        return [
            FilterName(
                item.name,
                item.label_in(language),
                item in ROLES,
                item.tally is None,
                item.is_scale,
            )
            for item in (*FILTERS, *ROLES)
        ]

    @staticmethod
    def leaving_out(query: str, choice: FilterChoice) -> str:
        """The query without what one more filter would find, or with it where it is left out."""
        from store.search.query import editing

        return editing.leaving_out(query, choice.name, choice.value)

    @staticmethod
    def filters_in(query: str) -> list[WrittenFilter]:
        """The filters of a query, in the order they are written."""
        from store.search.query import editing

        return editing.filters_in(query)

    @staticmethod
    def with_filter(query: str, choice: FilterChoice) -> str:
        """The query narrowed by one more filter, which replaces those of the same name."""
        from store.search.query import editing

        return editing.with_filter(query, choice.name, choice.value)

    @staticmethod
    def values_of(query: str, name: str) -> tuple[set[str], set[str]]:
        """The values of a filter that a query asks for, and those that it leaves out."""
        from store.search.query import editing

        return editing.values_of(query, name)

    @staticmethod
    def with_another(query: str, choice: FilterChoice) -> str:
        """The query that one more value of a filter meets too, or one less where it has it."""
        from store.search.query import editing

        return editing.with_another(query, choice.name, choice.value)

    @staticmethod
    def without_filter(query: str, written: WrittenFilter) -> str:
        """The query without a filter that `filters_in` found in it."""
        from store.search.query import editing

        return editing.without_filter(query, written)
