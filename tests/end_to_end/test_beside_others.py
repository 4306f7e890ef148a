"""The installed package in somebody's own project, where modules are named as ours are."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.end_to_end.conftest import ROOT, run

pytestmark = [pytest.mark.installed, pytest.mark.xdist_group("installed")]

PAGES: Final = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLES: Final = [
    pytest.param(example, id=f"{page.name}-{number}")
    for page in PAGES
    for number, example in enumerate(
        re.findall(r"^```python\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE), 1
    )
    if "masarat" in example
]

SCRIPT: Final = """
import store
import tui
from masarat.store import Record, Store

with Store(":memory:") as collection:
    record: Record = collection.get("zabadani")
    print(store.MINE, tui.MINE, record.name.en)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with modules of its own that are called `store` and `tui`."""
    folder = tmp_path / "project"
    folder.mkdir()
    for name in ("store", "tui"):
        (folder / f"{name}.py").write_text(f'MINE = "my {name}"\n', encoding="utf-8")
    return folder


@pytest.fixture
def python(installed: Path) -> Path:
    return installed.with_name("python")


def test_a_script_uses_both(python: Path, project: Path, environment: Mapping[str, str]) -> None:
    (project / "script.py").write_text(SCRIPT, encoding="utf-8")

    printed = run(python, "script.py", cwd=project, env=environment)

    assert printed == "my store my tui Zabadani\n"


def test_strict_types_of_a_script_pass_and_a_wrong_one_is_found(
    python: Path, project: Path, environment: Mapping[str, str]
) -> None:
    (project / "script.py").write_text(SCRIPT, encoding="utf-8")
    (project / "wrong.py").write_text(
        SCRIPT.replace("collection.get(", "collection.lookup("), encoding="utf-8"
    )

    def mypy(file: str) -> subprocess.CompletedProcess[str]:
        checker = [sys.executable, "-m", "mypy", "--strict", "--python-executable", python, file]
        return subprocess.run(
            checker, cwd=project, env=dict(environment), capture_output=True, text=True, check=False
        )

    assert mypy("script.py").returncode == 0, mypy("script.py").stdout
    assert "Incompatible types in assignment" in mypy("wrong.py").stdout


def test_the_program_runs_in_a_folder_of_such_modules(
    installed: Path, python: Path, project: Path, environment: Mapping[str, str]
) -> None:
    for command in ([installed], [python, "-m", "masarat"]):
        printed = run(*command, "lookup", "zabadany", cwd=project, env=environment)
        assert printed.startswith("zabadani")


def test_a_checkout_on_the_path_is_not_mixed_in(
    python: Path, project: Path, environment: Mapping[str, str]
) -> None:
    with_checkout = {**environment, "PYTHONPATH": str(ROOT)}
    script = (
        "import sys, masarat.tui.cli, masarat.store.store\n"
        "files = [m.__file__ or '' for n, m in sys.modules.items() if n.startswith('masarat')]\n"
        f"print(len(files) > 10, [file for file in files if file.startswith({str(ROOT)!r})])\n"
        "print('store' in sys.modules, 'tui' in sys.modules)\n"
    )
    printed = run(python, "-c", script, cwd=project, env=with_checkout)

    assert printed == "True []\nFalse False\n"


def test_the_first_start_copies_a_filled_store(
    python: Path, project: Path, environment: Mapping[str, str]
) -> None:
    """Filling one would read YAML and find stems."""
    script = (
        "import sys\nfrom masarat.store import Store\n"
        "with Store('new.db') as store:\n"
        "    print(store.statistics().records['zone'] > 50, store.notices)\n"
        "print('yaml' in sys.modules, 'Stemmer' in sys.modules)\n"
    )
    printed = run(python, "-c", script, cwd=project, env=environment)

    assert printed == "True ()\nFalse False\n"


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_in_the_docs_runs(
    example: str, python: Path, project: Path, environment: Mapping[str, str]
) -> None:
    assert run(python, "-c", example, cwd=project, env=environment).strip()


def test_there_are_examples() -> None:
    assert EXAMPLES
