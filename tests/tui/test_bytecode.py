"""Modules read from their bytecode at once are what the usual importer makes of them."""

from __future__ import annotations

import os
import py_compile
import subprocess
import sys
from collections.abc import Callable
from importlib.util import cache_from_source
from pathlib import Path

import pytest

_STATES = """
import sys
from tui import bytecode
if sys.argv[1] == "at once":
    bytecode.read_at_once()
import store.store, store.search.filters.kind, tui.command_line.parsing.parser
for name, module in sorted(sys.modules.items()):
    if name.startswith(("store.", "tui.")) and name != "tui.bytecode":
        spec = module.__spec__
        print(name, module.__file__, module.__cached__, module.__package__, spec.origin,
              spec.cached, spec.parent, spec.has_location, list(getattr(module, "__path__", [])))
print(any(type(m.__spec__.loader).__module__ == "tui.bytecode" for m in sys.modules.values()
      if m.__spec__))
"""
_ASKED = """
import sys
from tui import bytecode
bytecode.read_at_once()
bytecode._OURS = ("made_up.",)
import made_up.module
print(made_up.module.SAYS, type(made_up.module.__loader__).__name__)
"""


def _told(code: str, *arguments: str, options: tuple[str, ...] = (), path: str = "") -> list[str]:
    environment = {n: v for n, v in os.environ.items() if n != "PYTHONPYCACHEPREFIX"}
    done = subprocess.run(
        [sys.executable, *options, "-c", code, *arguments],
        capture_output=True, encoding="utf-8", check=True, env=environment | {"PYTHONPATH": path},
    )  # fmt: skip
    return done.stdout.splitlines()


@pytest.fixture
def module(tmp_path: Path) -> Path:
    """A module that is compiled, and says so."""
    file = tmp_path / "made_up/module.py"
    file.parent.mkdir()
    (file.parent / "__init__.py").touch()
    file.write_text("SAYS = 'first'\n")
    py_compile.compile(str(file))
    return file


def _ask(module: Path, *options: str) -> str:
    return _told(_ASKED, options=options, path=str(module.parents[1]))[0]


def test_every_module_is_what_the_usual_importer_makes_of_it() -> None:
    usual = _told(_STATES, "usual")
    at_once = _told(_STATES, "at once")

    assert at_once[:-1] == usual[:-1]
    assert usual[-1] == "False"


def test_bytecode_is_read_at_once(module: Path) -> None:
    assert _ask(module) == "first _Loader"


def _changed(module: Path) -> None:
    module.write_text("SAYS = 'later'\n")
    os.utime(module, (1, 1))


def _longer(module: Path) -> None:
    state = module.stat()
    module.write_text("SAYS = 'later'  # of the same time\n")
    os.utime(module, ns=(state.st_atime_ns, state.st_mtime_ns))


def _without_bytecode(module: Path) -> None:
    Path(cache_from_source(str(module))).unlink()


def _cut(module: Path) -> None:
    bytecode = Path(cache_from_source(str(module)))
    bytecode.write_bytes(bytecode.read_bytes()[:-5])


def _of_another_python(module: Path) -> None:
    bytecode = Path(cache_from_source(str(module)))
    bytecode.write_bytes(b"\0\0\r\n" + bytecode.read_bytes()[4:])


def _checked_by_its_contents(module: Path) -> None:
    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    py_compile.compile(str(module), invalidation_mode=mode)


def _compiled_elsewhere(module: Path) -> None:
    py_compile.compile(str(module), dfile="/elsewhere/module.py")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_changed, "later"),
        (_longer, "later"),
        (_without_bytecode, "first"),
        (_of_another_python, "first"),
        (_checked_by_its_contents, "first"),
        (_compiled_elsewhere, "first"),
    ],
)
def test_what_is_not_of_the_source_as_it_is_is_left_to_the_usual_importer(
    module: Path, spoil: Callable[[Path], None], says: str
) -> None:
    spoil(module)

    assert _ask(module) == f"{says} SourceFileLoader"


def test_optimised_code_is_left_to_the_usual_importer(module: Path) -> None:
    assert _ask(module, "-O") == "first SourceFileLoader"


def test_what_is_cut_off_is_left_to_the_usual_importer(module: Path) -> None:
    _cut(module)

    with pytest.raises(subprocess.CalledProcessError):  # as it fails without us
        _ask(module)
