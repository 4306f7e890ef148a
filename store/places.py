"""Where things are: the shipped schema and records, and the user's store."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent
# In a checkout schema.sql and seeds/ stand beside the package, in a wheel inside it.
_SHIPPED: Final = _PACKAGE if (_PACKAGE / "schema.sql").exists() else _PACKAGE.parent

SCHEMA_FILE: Final = _SHIPPED / "schema.sql"
SEEDS_FOLDER: Final = _SHIPPED / "seeds"


def default_store() -> str:
    """The store when none is named: `MASARAT_STORE`, or a file in the platform's data folder."""
    named = os.environ.get("MASARAT_STORE")
    if named:
        return named
    import platformdirs  # 15 ms that a named store need not pay

    return str(platformdirs.user_data_path("masarat") / "masarat.db")
