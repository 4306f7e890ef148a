"""Where things are: the shipped schema, records and filled store, and the user's store."""

from __future__ import annotations

import os.path

from store.typed import Final

# Paths are texts here and in store/upkeep/database.py: pathlib takes 4 ms to import, a tenth of
# a look-up.
_PACKAGE: Final = os.path.dirname(os.path.abspath(__file__))
# In a checkout schema.sql and seeds/ stand beside the package, in a wheel inside it.
_SHIPPED: Final = (
    _PACKAGE if os.path.exists(os.path.join(_PACKAGE, "schema.sql")) else os.path.dirname(_PACKAGE)
)

SCHEMA_FILE: Final = os.path.join(_SHIPPED, "schema.sql")
SEEDS_FOLDER: Final = os.path.join(_SHIPPED, "seeds")
GOVERNORATES_FILE: Final = os.path.join(SEEDS_FOLDER, "governorates.geojson")
"""The outlines of Syria's governorates, each with its OCHA p-code."""
COLLECTION_FILE: Final = os.path.join(_SHIPPED, "collection.db")
"""A store filled from the seeds, of which a first start makes a copy; a wheel has it."""


def default_store() -> str:
    """The store when none is named: `MASARAT_STORE`, or a file in the platform's data folder."""
    named = os.environ.get("MASARAT_STORE")
    if named:
        return named
    import platformdirs  # 15 ms that a named store need not pay

    return os.path.join(platformdirs.user_data_dir("masarat"), "masarat.db")
