"""Plain libraries over the same texts: what text search is measured against.

tantivy and bm25s come with `pip install -e .[benchmarks]`; where one is missing its row is, too.
"""

from __future__ import annotations

import re
import sqlite3
import weakref
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from Stemmer import Stemmer

Rank = Callable[[str], list[str]]
"""From a query to the keys of the records found, best first."""


def baselines(texts: Mapping[str, str], limit: int) -> dict[str, Rank]:
    """Ways of finding by the name that a table has for them.

    Args:
        texts: of all records, by key.
        limit: the most keys that each gives.
    """
    found: dict[str, Rank] = {}
    for name, make in (
        ("tantivy, Snowball's stemmers", _tantivy),
        ("bm25s, Snowball's stemmers", _bm25s),
        ("SQLite FTS5, porter", _fts5),
    ):
        try:
            found[name] = make(texts, limit)
        except ImportError:
            print(f"({name}: not installed)")
    return found


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _stems() -> Callable[[str], list[str]]:
    english, arabic = Stemmer("english"), Stemmer("arabic")
    return lambda text: [
        (english if word.isascii() else arabic).stemWord(word) for word in _words(text)
    ]


def _tantivy(texts: Mapping[str, str], limit: int) -> Rank:
    tantivy: Any = import_module("tantivy")
    analyzers = {
        language: tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.stemmer(language))
        .build()
        for language in ("english", "arabic")
    }
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw")
    for language in analyzers:
        builder.add_text_field(language, tokenizer_name=language)
    index = tantivy.Index(builder.build())
    for language, analyzer in analyzers.items():
        index.register_tokenizer(language, analyzer)
    writer = index.writer()
    for key, text in texts.items():
        writer.add_document(tantivy.Document(key=key, english=text, arabic=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def rank(query: str) -> list[str]:
        plain = " ".join(re.findall(r"\w+", query))
        if not plain:
            return []
        parsed = index.parse_query(plain.lower(), list(analyzers))
        hits = searcher.search(parsed, limit).hits
        return [searcher.doc(address)["key"][0] for _, address in hits]

    return rank


def _bm25s(texts: Mapping[str, str], limit: int) -> Rank:
    bm25s: Any = import_module("bm25s")
    stems = _stems()
    keys = list(texts)
    retriever = bm25s.BM25()
    corpus = [stems(text) for text in texts.values()]
    retriever.index(corpus, show_progress=False)
    known = {stem for text in corpus for stem in text}

    def rank(query: str) -> list[str]:
        asked = [stem for stem in stems(query) if stem in known]
        if not asked:
            return []
        places, scores = retriever.retrieve([asked], k=limit, show_progress=False)
        pairs = zip(places[0], scores[0], strict=True)
        return [keys[place] for place, score in pairs if score > 0]

    return rank


def _fts5(texts: Mapping[str, str], limit: int) -> Rank:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE plain USING fts5 (key UNINDEXED, text, tokenize = 'porter unicode61')"
    )
    connection.executemany("INSERT INTO plain VALUES (?, ?)", texts.items())

    def rank(query: str) -> list[str]:
        asked = " OR ".join(f'"{word}"' for word in _words(query)) or '""'
        rows = connection.execute(
            "SELECT key FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?", (asked, limit)
        )
        return [key for (key,) in rows]

    weakref.finalize(rank, connection.close)
    return rank
