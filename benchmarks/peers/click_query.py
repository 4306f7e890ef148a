"""The least command that asks SQLite: sqlite3, click, one query, one line a row."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import click


@click.command()
@click.argument("path")
@click.argument("query")
def main(path: str, query: str) -> None:
    """Print what a plain query of the store's full-text index finds."""
    with closing(sqlite3.connect(path)) as connection:
        for key, name in connection.execute(
            "SELECT key, name_en FROM full_text JOIN records ON records.id = full_text.rowid"
            " WHERE full_text MATCH ? ORDER BY rank LIMIT 20",
            (query,),
        ):
            click.echo(f"{key}  {name}")


if __name__ == "__main__":
    main()
