"""Classes of assault, a module each."""

from __future__ import annotations

from typing import Final

from store.entries import class_entries
from tests.assault.assault import Assault

ASSAULTS: Final[dict[str, type[Assault]]] = {
    assault.name: assault for assault in class_entries(__name__, __path__, Assault)
}
"""Every class by its name, in the order of the table."""
