"""Our own modules read from their bytecode at once, without what an importer asks besides.

A look-up imports 120 modules of ours. For each the usual importer lists folders, tries endings and
takes paths apart: half of what importing it costs. What is asked here is what it asks for safety's
sake: that the bytecode is of this Python and of the source as it is now. Wherever that is not so,
or anything is unusual, the usual importer does all of it.
"""

from __future__ import annotations

import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader
from io import FileIO
from marshal import loads
from os import stat
from types import CodeType

import store

TYPE_CHECKING = False  # as in the curtain
if TYPE_CHECKING:
    from collections.abc import Sequence

_OURS = (f"{store.__name__}.", f"{__package__}.")
_HEAD = MAGIC_NUMBER + bytes(4)
"""How bytecode begins that is right as long as its source has the same time and size."""
_CODE = 16
"""Where the code begins, behind that time and size, of four bytes each."""
_ENDING = f".{sys.implementation.cache_tag}.pyc"
_LAST_BITS = 0xFFFFFFFF


def read_at_once() -> None:
    """Have modules of ours that are still to be imported read so."""
    is_unusual = sys.flags.optimize or sys.pycache_prefix or _Finder in sys.meta_path
    if not is_unusual:
        sys.meta_path.insert(0, _Finder)


class _Finder:
    """Finds a module of ours whose bytecode can be used as it is."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: object = None
    ) -> ModuleSpec | None:
        """Where the module is and what loads it; None where the usual importer has to look."""
        if target is not None or not path or not name.startswith(_OURS):
            return None
        folder, module = path[0], name.rpartition(".")[2]
        return _found(name, folder, module) or _found(
            name, f"{folder}/{module}", "__init__", is_package=True
        )


class _Loader(SourceFileLoader):
    """Loads a module whose code has been read; asked again, it reads as usual."""

    def __init__(self, name: str, file: str, code: CodeType) -> None:
        super().__init__(name, file)
        self._code: CodeType | None = code

    def get_code(self, fullname: str) -> CodeType | None:
        """The code of the module."""
        code, self._code = self._code, None
        return code or super().get_code(fullname)


def _found(name: str, folder: str, module: str, *, is_package: bool = False) -> ModuleSpec | None:
    source, bytecode = f"{folder}/{module}.py", f"{folder}/__pycache__/{module}{_ENDING}"
    try:
        with FileIO(bytecode) as file:
            content = file.readall()
        of_source = stat(source)
    except OSError:
        return None
    state = _four_bytes(int(of_source.st_mtime)) + _four_bytes(of_source.st_size)
    if content[:_CODE] != _HEAD + state:
        return None
    try:
        code = loads(memoryview(content)[_CODE:])  # noqa: S302 — as the usual importer does
    except (EOFError, TypeError, ValueError):
        return None
    # What was compiled elsewhere would be told of under another path.
    if not isinstance(code, CodeType) or code.co_filename != source:
        return None
    spec = ModuleSpec(name, _Loader(name, source, code), origin=source, is_package=is_package)
    if spec.submodule_search_locations is not None:
        spec.submodule_search_locations.append(folder)
    spec.has_location = True
    spec.cached = bytecode
    return spec


def _four_bytes(number: int) -> bytes:
    return (number & _LAST_BITS).to_bytes(4, "little")
