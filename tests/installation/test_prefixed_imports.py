"""Imports led through a prefix: those of the packages that a wheel holds, and nothing else."""

from __future__ import annotations

import pytest

from installation.prefixed_imports import imported_packages, with_prefix

PACKAGES = ("store", "tui")


def prefixed(text: str) -> str:
    return with_prefix(text, PACKAGES, "masarat")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("from store import open", "from masarat.store import open"),
        ("from store.text.folding import fold", "from masarat.store.text.folding import fold"),
        ("from  \\\n  store import open", "from  \\\n  masarat.store import open"),
        ("import store", "from masarat import store"),
        ("import store as data", "import masarat.store as data"),
        ("import store.paths as paths", "import masarat.store.paths as paths"),
        ("import store.paths", "import masarat.store.paths; from masarat import store"),
        ("import os, store", "import os; from masarat import store"),
        ("import os as o, tui.cli as c", "import os as o; import masarat.tui.cli as c"),
        ("if wanted: import store", "if wanted: from masarat import store"),
        ("a = 'ما'; import tui", "a = 'ما'; from masarat import tui"),
        (
            "def f():\n    from store import (\n        open,\n    )\n    return open",
            "def f():\n    from masarat.store import (\n        open,\n    )\n    return open",
        ),
        (
            "if TYPE_CHECKING:\n    from tui.config import Config",
            "if TYPE_CHECKING:\n    from masarat.tui.config import Config",
        ),
    ],
)
def test_an_import_of_a_held_package_goes_through_the_prefix(written: str, expected: str) -> None:
    assert prefixed(written) == expected
    assert set(imported_packages(prefixed(written))) <= {"masarat", "os"}


@pytest.mark.parametrize(
    "text",
    [
        "from storehouse import x\nimport tuition",
        "from . import store\nfrom .store import Store\nfrom .. import tui",
        '"""Use it so:\n\nfrom store import open\n"""',
        "line = 'import store'  # import store",
        "import os\nfrom other.store import Store",
        "raise Wrong from store",
        "",
    ],
)
def test_everything_else_stays(text: str) -> None:
    assert prefixed(text) == text


def test_lines_keep_their_numbers() -> None:
    text = "import store\n\n\nfrom tui import cli\nimport os\n\nx = 1\n"

    assert prefixed(text).count("\n") == text.count("\n")


def test_imported_packages_are_found_wherever_they_stand() -> None:
    text = "import a.b, c\ndef f():\n    from d.e import g\n    from . import h\n"

    assert sorted(imported_packages(text)) == ["a", "c", "d"]
