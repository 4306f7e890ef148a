"""Model 10: full text knows dates, numbers in words and more forms of words as one."""

from __future__ import annotations

from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Empty the full text, which is then filled anew, and the meanings are stemmed anew."""
    db.execute("DELETE FROM full_text")
    db.execute("DELETE FROM name_text")
