"""Puts into every column of every table, one after the other, values that do not belong there."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from functools import cached_property
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from store.text import folding
from tests.assault.assault import Assault, Fault
from tests.assault.calls import Call, copy_filled_home, make_filled_home
from tests.assault.damage import ODD_VALUES, put_into_column
from tests.assault.exit_codes import ALLOWED
from tests.assault.ground import Ended, Program
from tests.assault.rehearsal import refused
from tests.store.damage import put_of_any_type

_OWN: Final = (
    {"key": "my-town", "kind": "zone", "type": "town", "name": {"en": "My town", "ar": "بلدتي"},
     "aliases": {"en": ["Mine"]}, "coordinates": [33.0, 36.0], "cite": ["my-source#3"],
     "summary": {"en": "A town.[^my-source-3]", "ar": "بلدة.[^my-source-3]"}, "mytool": {"a": 1}},
    {"key": "my-pact", "kind": "agreement", "type": "evacuation", "confidence": "C",
     "name": {"en": "My pact", "ar": "اتفاقي"}, "summary": {"en": "A pact.", "ar": "اتفاق."},
     "date": [{"value": "2018-01", "cite": ["my-source#1"]}],
     "evacuees": [{"value": "300", "of": "fighters", "from": ["my-town"], "to": ["zabadani"],
                   "when": "2018-02", "cite": ["my-source#2"]}],
     "relations": [{"predicate": "evacuates", "object": "my-town", "since": "2018",
                    "cite": ["my-source#2"]}]},
    {"key": "my-source", "kind": "source", "type": "news", "language": "ar", "date": "2019",
     "title": {"en": "My source", "ar": "مصدري"}, "sentences": [[0, 5], [6, 9], [10, 20]],
     "publisher": "P", "url": "https://example.org/x", "note": {"en": "n"}},
)  # fmt: skip
"""What nobody ships, so that repair can only take it from the damaged store."""
_KEYS: Final[Call] = ("list", "--json")
_READING: Final[Sequence[Call]] = (
    _KEYS, ("search", "siege", "--json"), ("lookup", "zabadani", "--json"), ("stats",),
    ("show", "my-pact", "--json"), ("show", "my-source"), ("show", "four-towns"),
    ("cite", "my-source"), ("compare", "my-town", "zabadani"), ("network", "my-town"),
    ("path", "my-town", "my-pact"), ("map",), ("guide",), ("export", "--to", "out"),
)  # fmt: skip
_CHECK: Final[Call] = ("check", "--json")
_REPAIR: Final[Call] = ("repair",)


class SweptColumns(Assault):
    """Every column with values that are not of its kind."""

    name = "swept-columns"
    place = 45
    what = (
        "a value that does not belong there in every column of every table in turn, then commands: "
        "what one answers otherwise `check` tells, and what `repair` cannot save it names"
    )
    unit = "stores"
    whole = 1_000
    short = 100

    def prepare(self) -> None:
        """Make the store, with records of the user's own."""
        make_filled_home(self.ground)
        home = self.ground.folder / "filled"
        if not (own := home / "own.jsonl").exists():
            own.write_text("\n".join(map(json.dumps, _OWN)), "utf-8")
            with Program(self.ground) as program:
                program.run(home, ("import", own.name))

    @cached_property
    def program(self) -> Program:
        """By which masarat is run in this process."""
        return Program(self.ground)

    def _opened(self) -> sqlite3.Connection:
        """The store before it is harmed, opened so that nothing is put beside it for a moment."""
        store = self.ground.folder / "filled" / "store.db"
        return sqlite3.connect(f"{store.as_uri()}?immutable=1", uri=True)

    @cached_property
    def _columns(self) -> list[tuple[str, str]]:
        with closing(self._opened()) as connection:
            found: list[tuple[str, str]] = connection.execute(
                "SELECT tables.name, columns.name FROM pragma_table_list() AS tables, "
                "pragma_table_info(tables.name) AS columns "
                "WHERE tables.type <> 'view' AND tables.name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
            ).fetchall()
        return found

    @cached_property
    def _strict(self) -> frozenset[str]:
        """Tables that refuse a value of another type, which a disk puts there all the same."""
        with closing(self._opened()) as connection:
            query = "SELECT name FROM pragma_table_list WHERE strict"
            return frozenset(name for (name,) in connection.execute(query))

    @cached_property
    def _before(self) -> dict[Call, Ended]:
        """What commands answer of the store before it is harmed."""
        own = Path(mkdtemp(prefix="asked-", dir=self.ground.folder))
        home = copy_filled_home(self.ground, own / "home")
        return {call: self.program.run(home, call) for call in (*_READING, _CHECK)}

    def attempt(self, number: int, folder: Path) -> Iterator[Fault]:
        """Put one value into one column, in a row or in all."""
        chance = random.Random(number)
        table, column = self._columns[number % len(self._columns)]
        value, in_all = chance.choice(ODD_VALUES), chance.random() < 0.3
        of_any_type = table in self._strict and chance.random() < 0.5
        where = "one row, whatever its type" if of_any_type else "one row"
        harm = f"{table}.{column} = {value!r:.30} in {'all rows' if in_all else where}"
        self._before  # noqa: B018 — asked while there is no other home that could be meant
        home = copy_filled_home(self.ground, folder / "home")
        if of_any_type and not in_all:
            with suppress(sqlite3.IntegrityError):  # SQLite itself refuses it as a row's number
                put_of_any_type(home / "store.db", table, column, value)
        else:
            put_into_column(home / "store.db", table, column, value, in_all=in_all)
        ended: dict[Call, Ended] = {}
        for call in (*_READING, _CHECK):
            ended[call] = self.program.run(home, call)
            yield from refused(ended[call], f"{harm}: masarat {' '.join(call)}", ALLOWED)
        if not _may_be_said(table, column, value):
            yield from self._silence(harm, ended)
        yield from self._repair(harm, home, ended)

    def _silence(self, harm: str, ended: dict[Call, Ended]) -> Iterator[Fault]:
        """Answers that are other ones although nothing is said to be wrong."""
        if ended[_CHECK].output != self._before[_CHECK].output:
            return
        for call in _READING:
            if ended[call].output != self._before[call].output:
                yield Fault(f"{harm}: check says nothing, `{' '.join(call)}` answers otherwise")
                return

    def _repair(self, harm: str, home: Path, ended: dict[Call, Ended]) -> Iterator[Fault]:
        """What repair leaves damaged, or loses without a word."""
        repaired = self.program.run(home, _REPAIR)
        yield from refused(repaired, f"{harm}: masarat repair", codes=(0,))
        if repaired.code:
            return
        after = self.program.run(home, _CHECK)
        yield from refused(after, f"{harm}: check after repair", codes=(0, 1))
        if after.code in (0, 1) and (
            left := [each for each in json.loads(after.output) if each["file"] == "store.db"]
        ):
            yield Fault(f"{harm}: still damaged after repair: {left[0]['what']}")
        keys = _keys(self.program.run(home, _KEYS))
        said = repaired.output + repaired.errors
        if lost := [key for key in _keys(self._before[_KEYS]) - keys if key not in said]:
            yield Fault(f"{harm}: repair loses {', '.join(lost)} and does not say so", is_loss=True)


def _may_be_said(table: str, column: str, value: object) -> bool:
    """Whether a user may write it there, and no index has its words."""
    is_free = column.endswith(("_en", "_ar")) and isinstance(value, str)
    return is_free and (table == "sources" or not folding.words(folding.fold(str(value))))


def _keys(listed: Ended) -> set[str]:
    return {row["key"] for row in json.loads(listed.output or "[]")}
