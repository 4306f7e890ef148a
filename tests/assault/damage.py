"""Ways in which a store's file comes to harm: each a function of the file and of chance."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

_PAGE: Final = 4096
_ENDLESS: Final = "WITH RECURSIVE endless(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless)"
ODD_VALUES: Final = (
    None, "", "-1", -1, 9_223_372_036_854_775_807, 1e308, "x" * 100_000, b"\xff\xfe",
    "\x1b]0;t\x07",
    "\u202eabc", "[^" * 2_000, "2017-99-99", "no-such-thing", "\0", "9" * 400, "{",
    "\ud7ff\U0010ffff",
)  # fmt: skip


class Damage(NamedTuple):
    """A way of harming a store."""

    name: str
    do: Callable[[Path, random.Random], None]
    must_be_told: bool = False
    """Whether `check` must find it wherever another command answers otherwise than before."""


def _flip(file: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 4, 32))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(data)


def _flip_header(file: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 3))):
        data[chance.randrange(200)] = chance.randrange(256)
    file.write_bytes(data)


def _truncate(file: Path, chance: random.Random) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: chance.choice((0, 1, 99, 100, chance.randrange(len(data))))])


def _zero_definitions(file: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    defining = [
        at
        for at in range(_PAGE, len(data), _PAGE)
        if data[at] == 13 and b"CREATE " in data[at : at + _PAGE]
    ]
    at = chance.choice(defining)
    data[at : at + _PAGE] = bytes(_PAGE)
    file.write_bytes(data)


def _bring_code(file: Path, chance: random.Random) -> None:
    with closing(sqlite3.connect(file)) as connection:
        tables = [name for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " ORDER BY name")]  # fmt: skip
    table = chance.choice(tables)
    if chance.random() < 0.5:
        when = chance.choice(("BEFORE INSERT", "AFTER UPDATE", "BEFORE DELETE"))
        _execute(
            file,
            f'CREATE TRIGGER "\x1b]0;t\x07" {when} ON "{table}"'
            f" WHEN ({_ENDLESS} SELECT max(n) FROM endless) BEGIN SELECT 1; END",
        )
    else:
        _execute(file, f'ALTER TABLE "{table}" RENAME TO hidden')
        _execute(
            file,
            f'CREATE VIEW "{table}" AS {_ENDLESS} SELECT hidden.* FROM hidden, endless',
        )


def _lengthen(file: Path, chance: random.Random) -> None:
    with file.open("ab") as opened:
        opened.write(chance.randbytes(chance.choice((1, 512, 9_000))))


def _zero_pages(file: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 3, 20))):
        at = _PAGE * chance.randrange(1, max(2, len(data) // _PAGE))
        data[at : at + _PAGE] = bytes(len(data[at : at + _PAGE]))
    file.write_bytes(data)


def _swap_pages(file: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    one, other = (_PAGE * chance.randrange(1, max(2, len(data) // _PAGE)) for _ in range(2))
    page = data[one : one + _PAGE]
    data[one : one + _PAGE] = data[other : other + _PAGE]
    data[other : other + _PAGE] = page
    file.write_bytes(data)


def _foreign_journal(file: Path, chance: random.Random) -> None:
    file.with_name(f"{file.name}-wal").write_bytes(
        chance.randbytes(chance.choice((31, 4_128, 40_000)))
    )


def _statement(sql: str) -> Callable[[Path, random.Random], None]:
    def do(file: Path, chance: random.Random) -> None:
        _execute(file, sql.replace("{n}", str(chance.randint(2, 4))))

    return do


def _drop(file: Path, chance: random.Random) -> None:
    with closing(sqlite3.connect(file)) as connection:
        things = connection.execute(
            "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
        ).fetchall()
    kind, name = chance.choice(things)
    _execute(file, f'DROP {kind} "{name}"')


def _alter(file: Path, chance: random.Random) -> None:
    with closing(sqlite3.connect(file)) as connection:
        tables = [name for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " ORDER BY name")]  # fmt: skip
        table = chance.choice(tables)
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    column, value = chance.choice(columns), chance.choice(ODD_VALUES)
    some = chance.choice(("1", "rowid % 3 = 0", "rowid = (SELECT min(rowid) FROM main.{table})"))
    where = some.replace("{table}", table)
    _execute(file, f'UPDATE OR REPLACE "{table}" SET "{column}" = ? WHERE {where}', (value,))


def put_into_column(
    file: Path, table: str, column: str, value: object, *, in_all: bool = False
) -> None:
    """Put a value into a column, in the last row of a table or in all of them."""
    put = f'UPDATE OR REPLACE "{table}" SET "{column}" = ?'
    _execute(file, put if in_all else f"{put} WHERE {_last_row(file, table)}", (value,))


def _last_row(file: Path, table: str) -> str:
    """The condition that is true of the last row alone, whatever its table calls it."""
    with closing(sqlite3.connect(file)) as connection:
        (without_rowid,) = connection.execute(
            "SELECT wr FROM pragma_table_list(?)", (table,)
        ).fetchone()
        keys = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")') if row[5]]
    names = ", ".join(f'"{key}"' for key in keys) if without_rowid else "rowid"
    last = " DESC, ".join(names.split(", "))
    return f'({names}) = (SELECT {names} FROM main."{table}" ORDER BY {last} DESC LIMIT 1)'


def _execute(file: Path, sql: str, values: tuple[object, ...] = ()) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, False) if hasattr(
            connection, "setconfig"
        ) else None
        try:
            connection.execute(sql, values)
            connection.commit()
        except sqlite3.Error:
            pass  # SQLite itself refuses this one: the store stays as it was


DAMAGES: Final = (
    Damage("bytes flipped", _flip),
    Damage("header written over", _flip_header),
    Damage("truncated", _truncate),
    Damage("lengthened", _lengthen),
    Damage("definitions zeroed", _zero_definitions),
    Damage("code brought", _bring_code),
    Damage("pages zeroed", _zero_pages),
    Damage("pages swapped", _swap_pages),
    Damage("a journal of another file", _foreign_journal),
    Damage("something dropped", _drop),
    Damage("a column altered", _alter),
    Damage("a column altered", _alter),
    Damage("records deleted", _statement("DELETE FROM records WHERE id % {n} = 0"), True),
    Damage("names deleted", _statement("DELETE FROM names WHERE rowid % {n} = 0"), True),
    Damage("sources deleted", _statement("DELETE FROM sources WHERE rowid % {n} = 0"), True),
    Damage("full text emptied", _statement("UPDATE full_text_content SET c0 = '', c2 = ''"), True),
    Damage("full text lost", _statement("DELETE FROM full_text_data WHERE id > 10"), True),
    Damage("name index lost", _statement("DELETE FROM name_text_data WHERE id > 10"), True),
)
