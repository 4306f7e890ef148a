"""Where things are: the shipped schema, records and filled store, and the user's store."""

from __future__ import annotations

import os.path
import sys
from contextlib import suppress

from store.typed import Final, Literal

# Paths are texts here and in store/upkeep/database.py: pathlib takes 4 ms to import, a tenth of
# a look-up.
_NAME: Final = "masarat"
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
_XDG: Final = {
    "data": ("XDG_DATA_HOME", "~/.local/share"),
    "config": ("XDG_CONFIG_HOME", "~/.config"),
    "state": ("XDG_STATE_HOME", "~/.local/state"),
}
"""The variable that names a folder, and where it is without."""


def default_store() -> str:
    """The store when none is named: `MASARAT_STORE`, or a file in the platform's data folder.

    Raises:
        StoreError: none is named, and the user has no home folder.
    """
    return os.environ.get("MASARAT_STORE") or os.path.join(own_folder("data"), "masarat.db")


def own_folder(of: Literal["data", "config", "state"]) -> str:
    """The folder in which masarat keeps what is the user's, where the platform wants it.

    Raises:
        StoreError: the user has no home folder.
    """
    if folder := _plainly(of):
        return folder
    import platformdirs  # 15 ms that a usual system need not pay

    # Without a home some versions raise, and others name a folder beneath the current one.
    with suppress(RuntimeError):
        folder = str(getattr(platformdirs, f"user_{of}_dir")(_NAME))
        if os.path.isabs(folder):
            return folder
    from store.errors import Sentence, StoreError  # what is rarely wrong

    sentence = "It is not known where your home folder is; set HOME to its whole path."
    raise StoreError(Sentence(sentence))


def _plainly(of: Literal["data", "config", "state"]) -> str:
    """What platformdirs says on Linux where a whole path is set; empty where it has to be asked."""
    if sys.platform != "linux" or "ANDROID_ROOT" in os.environ:
        return ""
    variable, usual = _XDG[of]
    named, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
    if named.startswith("/"):
        return os.path.join(named, _NAME)
    if named or not home.startswith("/"):
        return ""
    return os.path.join(os.path.expanduser(usual), _NAME)
