"""masarat, installed from a checkout for editing: `masarat.store` is its `store`, under two names.

One module under both names, not two copies of it: an error raised as `store.errors.StoreError` is
caught as `masarat.store.errors.StoreError`. What is imported here is loaded before the curtain.
"""

from __future__ import annotations

import sys
from _frozen_importlib import ModuleSpec

TYPE_CHECKING = False  # as `typing` has it
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

_PREFIX = f"{__name__}."
_PACKAGES = ("store", "tui")


class _SameModule:
    """Loads `masarat.store.errors` by importing `store.errors` and handing out that module."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._spec: ModuleSpec | None = None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """The module of the checkout, imported if it was not."""
        __import__(self._name)
        module = sys.modules[self._name]
        self._spec = module.__spec__
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Nothing is left to run; the import system has put another spec in, which goes again."""
        module.__spec__ = self._spec


class _Finder:
    """Knows the modules below `masarat`."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """How to load `masarat.store…` and `masarat.tui…`; None for everything else."""
        in_checkout = name.removeprefix(_PREFIX)
        if in_checkout == name or in_checkout.partition(".")[0] not in _PACKAGES:
            return None
        return ModuleSpec(name, _SameModule(in_checkout))  # type: ignore[arg-type]


sys.meta_path.insert(0, _Finder)
