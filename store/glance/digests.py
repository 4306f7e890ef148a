"""What of a store is seen at a glance, as digests: how much it holds, a list, a record.

A start asks whether what it would show is as it was when that was drawn last. It knows the answer
before a module of ours or of `sqlite3` has been loaded: this one needs what is written in C alone.
What is digested is rather too much than too little, so that a difference means little, but what is
equal is drawn the same.
"""

from __future__ import annotations

import os

from store.typed import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from sqlite3 import Connection

Told = TypeVar("Told")
_APPLICATION: Final = 0x6D737274
_CODE: Final = (
    "SELECT application_id, (SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' OR"
    " (type = 'view' AND name NOT IN ('readable_relations', 'movements')))"
    " FROM pragma_application_id"
)
"""Whether it is a store without code of others, which might never end."""
_STEPS: Final = 3_000_000
"""Instructions of SQLite after which it is not waited for: some 30 ms."""
_MOST_SOURCES: Final = 10_000
LINES_AROUND: Final = 80
"""Lines above and below those in sight, which names in sight are told apart from."""

TOLD: Final = (
    "SELECT kind, count(*) FROM records GROUP BY kind",
    "SELECT count(*), max(id) FROM sources",
    "SELECT value FROM settings WHERE name IN ('marked', 'vocabulary', 'lexicon') ORDER BY name",
    "SELECT source, sha256 FROM texts ORDER BY source",
    "SELECT group_concat(key || label_en || label_ar || position) FROM collections",
    "SELECT group_concat(words) FROM ("
    "SELECT key || label_en || label_ar || plural_en || plural_ar || position AS words FROM kinds"
    " UNION ALL SELECT kind || key || label_en || label_ar || position FROM types"
    " UNION ALL SELECT key || label_en || label_ar || position FROM confidences"
    " UNION ALL SELECT key || label_en || label_ar || position FROM standings"
    " UNION ALL SELECT key || label_en || label_ar || position FROM subjects"
    " UNION ALL SELECT key || label_en || label_ar || value_type || position FROM properties"
    " UNION ALL SELECT property || key || label_en || label_ar || position FROM property_words"
    " UNION ALL SELECT property || label_en || label_ar || position FROM stages"
    " UNION ALL SELECT key || label_en || label_ar || coalesce(stage, '') || position FROM states"
    " UNION ALL SELECT key || label_en || label_ar || inverse_en || inverse_ar || position"
    " FROM predicates"
    " UNION ALL SELECT key || label_en || label_ar || position FROM source_types"
    " UNION ALL SELECT key || label_en || label_ar || position FROM readings)",
)
"""What may stand anywhere: how much there is, what is starred, the words for all."""
FOUND: Final = (
    # What FTS5 notes of each of its indexes: it is another one whenever a text is written.
    "SELECT id, block FROM full_text_data WHERE id IN (1, 10)",
    "SELECT id, block FROM name_text_data WHERE id IN (1, 10)",
    "SELECT id, block FROM sentence_text_data WHERE id IN (1, 10)",
    "SELECT max(id) FROM names",
    "SELECT max(id), (SELECT max(id) FROM facts), (SELECT max(id) FROM citations) FROM relations",
    "SELECT count(*), total(meaning), total(length(phrase)), total(shipped) FROM lexicon",
    "SELECT group_concat(id || key || coalesce(type, '') || title_en || title_ar || publisher"
    " || relays || date || language || coalesce(read, '') || url || note_en || note_ar)"
    " FROM sources",
)
"""On what it depends what a search finds, and in which order."""
_LISTED: Final = (
    "SELECT id, key, kind, name_en, name_ar, sort_date FROM records WHERE id IN ({0}) ORDER BY id",
    "SELECT record, id, value, date FROM facts WHERE record IN ({0}) AND position = 0"
    " AND first_year IS NOT NULL ORDER BY id",
    "SELECT record, type FROM zones WHERE record IN ({0})"
    " UNION ALL SELECT record, type FROM agreements WHERE record IN ({0})"
    " UNION ALL SELECT record, type FROM actors WHERE record IN ({0})"
    " UNION ALL SELECT record, type FROM consequences WHERE record IN ({0}) ORDER BY record",
)
"""What lists show of records."""
_STATED: Final = (
    "SELECT * FROM records WHERE id = {0}",
    "SELECT * FROM zones WHERE record = {0}",
    "SELECT * FROM consequences WHERE record = {0}",
    "SELECT * FROM external_ids WHERE record = {0} ORDER BY data_set, identifier",
    "SELECT * FROM names WHERE record = {0} ORDER BY id",
    "SELECT * FROM facts WHERE id IN ({1}) ORDER BY id",
    "SELECT * FROM fact_places WHERE fact IN ({1}) ORDER BY fact, role, position",
    "SELECT * FROM relations WHERE id IN ({2}) ORDER BY id",
)
"""What a record's page shows of itself: its own number, those of facts, and of relations."""
_CITED: Final = (
    "SELECT * FROM citations WHERE record = {0}"
    " UNION ALL SELECT * FROM citations WHERE fact IN ({1})"
    " UNION ALL SELECT * FROM citations WHERE relation IN ({2}) ORDER BY id"
)
_FACTS: Final = (
    "SELECT id, record FROM facts WHERE record = {0} UNION"
    " SELECT fact, record FROM fact_places JOIN facts ON facts.id = fact WHERE zone = {0}"
)
_RELATIONS: Final = (
    "SELECT id, subject, object FROM relations WHERE subject = {0}"
    " UNION SELECT id, subject, object FROM relations WHERE object = {0}"
)
_WITHOUT_REFERENCES: Final = 2
"""The version of `marshal` that writes equal values alike."""
UNTOLD: Final = ("", "", "")
_ORDERS: Final = {
    "name": "sort_{0}, id",
    "date": "sort_date = '', sort_date, sort_{0}, id",
    "newest": "id DESC",
}
"""Of lists, for which an index or few steps are enough."""


class Sight:
    """What is seen of a store: the lines of a list, and one record."""

    __slots__ = ("keys", "kind", "language", "order", "record", "top")

    def __init__(
        self, record: str, keys: Sequence[str], *, of: tuple[str, str, str], top: int = -1
    ) -> None:
        """Say what is seen.

        Args:
            record: the key of the one that is shown.
            keys: of what is listed, in sight and around it; or none but as many as are in sight.
            of: the kind and the order of a list, and the language that orders it.
            top: the first line in sight, where all records are listed; -1 where some were found.
        """
        self.record, self.keys, self.top = record, keys, top
        self.kind, self.order, self.language = of


def written(sight: Sight) -> str:
    """What is seen in one line."""
    of = (sight.kind, sight.order, sight.language, str(sight.top))
    return "\t".join((sight.record, *of, *sight.keys))


def read(line: str) -> Sight:
    """What is seen, as it was written."""
    record, kind, order, language, top, *keys = line.split("\t")
    return Sight(record, keys, of=(kind, order, language), top=int(top))


def seen(path: str, line: str, then: Sequence[str] = ()) -> tuple[str, str, str]:
    """Digests of how much a store holds, of the list and of the record that are seen.

    Args:
        path: of the store's file.
        line: what is seen, as it was written.
        then: what they were, of which the first that differs is the last that is looked at.

    Returns:
        All empty where it cannot be told without waiting or writing.
    """

    def told(connection: Connection) -> tuple[str, str, str]:
        return _seen(connection, read(line), then)

    return asked(path, told, UNTOLD) if line else UNTOLD


def asked(path: str, told: Callable[[Connection], Told], untold: Told) -> Told:
    """What is told of a store in one moment.

    Args:
        path: of the store's file.
        told: reads it.
        untold: where it cannot be told without waiting or writing, or is no store.
    """
    try:
        import _sqlite3 as sqlite
    except ImportError:
        return untold
    try:
        connection = _opened(sqlite, path)
        try:
            connection.execute("BEGIN")  # all of one moment
            if connection.execute(_CODE).fetchone() != (_APPLICATION, 0):
                raise ValueError("no store, or one with code of others")
            return told(connection)
        finally:
            connection.close()
    except (sqlite.Error, ValueError, KeyError):
        return untold


def _opened(sqlite: object, path: str) -> Connection:
    """A connection that writes nothing, beside the file no more than a reader does."""
    if path.startswith(":") or _size(f"{path}-journal"):
        raise ValueError("a change that was broken off is to be undone first")
    named = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    # Without a log nobody is writing, and SQLite needs not make one to say so.
    how = "mode=ro" if _size(f"{path}-wal") else "mode=ro&immutable=1"
    connection: Connection = sqlite.connect(  # type: ignore[attr-defined]
        f"file:{named}?{how}", timeout=0, isolation_level=None, uri=True
    )
    connection.set_progress_handler(lambda: 1, _STEPS)
    return connection


def _size(file: str) -> int:
    try:
        return os.stat(file).st_size
    except OSError:
        return 0


def _seen(connection: Connection, sight: Sight, then: Sequence[str]) -> tuple[str, str, str]:
    connection.text_factory = bytes  # for who compares them letters are but a loss of time
    told = [connection.execute(statement).fetchall() for statement in TOLD]
    if sight.top < 0 and told[1][0][0] > _MOST_SOURCES:
        raise ValueError("it takes too long to look at all sources")
    of_all = digest(told)
    if then and then[0] != of_all:
        return of_all, "", ""
    of_list = digest(_of_list(connection, sight))
    if then and then[1] != of_list:
        return of_all, of_list, ""
    return of_all, of_list, digest(_of_record(connection, sight))


def digest(rows: list[Any]) -> str:
    """A digest of what was read."""
    from _blake2 import blake2b  # hashlib takes as long as all else
    from marshal import dumps

    return str(blake2b(dumps(rows, _WITHOUT_REFERENCES), digest_size=16).hexdigest())


def _of_list(connection: Connection, sight: Sight) -> list[Any]:
    starred = connection.execute(TOLD[2]).fetchall()
    if sight.top < 0:
        marks = ", ".join("?" * len(sight.keys))
        statement = f"SELECT id FROM records WHERE key IN ({marks})"
        ids = [row[0] for row in connection.execute(statement, sight.keys)]
        found = [connection.execute(each).fetchall() for each in FOUND]
        return [starred, found, ids, _all(connection, _LISTED, numbers(ids))]
    first = max(0, sight.top - LINES_AROUND)
    count = sight.top - first + len(sight.keys) + LINES_AROUND
    ids = ids_in_order(connection, sight, first, count)
    return [starred, ids, _all(connection, _LISTED, numbers(ids))]


def ids_in_order(connection: Connection, sight: Sight, first: int, count: int) -> list[int]:
    """The ids of some records of the list of all, from the first on.

    Args:
        connection: of the store.
        sight: says which list it is.
        first: the place of the first.
        count: how many, as far as there are as many.
    """
    where, values = (" WHERE kind = ?", [sight.kind]) if sight.kind else ("", [])
    statement = (
        f"SELECT id FROM records{where} ORDER BY {order_by(sight)} LIMIT {count} OFFSET {first}"
    )
    return [row[0] for row in connection.execute(statement, values)]


def order_by(sight: Sight) -> str:
    """By what records are ordered in a list of all."""
    return _ORDERS[sight.order].format("ar" if sight.language == "ar" else "en")


def _of_record(connection: Connection, sight: Sight) -> list[Any]:
    row = connection.execute("SELECT id FROM records WHERE key = ?", [sight.record]).fetchone()
    if row is None:
        raise ValueError("a source, or nothing")
    own = str(row[0])
    facts = connection.execute(_FACTS.format(own)).fetchall()
    relations = connection.execute(_RELATIONS.format(own)).fetchall()
    used = own, numbers(fact for fact, _ in facts), numbers(each[0] for each in relations)
    stated = _all(connection, _STATED, *used)
    cited = connection.execute(_CITED.format(*used)).fetchall()
    sources = numbers({each[1] for each in cited})
    places = connection.execute(
        f"SELECT DISTINCT zone FROM fact_places WHERE fact IN ({used[1]})"
    ).fetchall()
    near = {number for _, *ends in relations for number in ends}
    near |= {number for (number,) in places} | {record for _, record in facts}
    of_sources = f"SELECT * FROM sources WHERE id IN ({sources}) ORDER BY id"
    return [
        *(stated, cited, connection.execute(of_sources).fetchall()),
        _all(connection, _LISTED, numbers(near)),
        connection.execute(TOLD[2]).fetchall(),
    ]


def numbers(ids: Iterable[int]) -> str:
    """Some ids, as a statement has them."""
    return ", ".join(map(str, sorted(map(int, ids))))


def _all(connection: Connection, statements: Iterable[str], *used: str) -> list[Any]:
    return [connection.execute(each.format(*used)).fetchall() for each in statements]
