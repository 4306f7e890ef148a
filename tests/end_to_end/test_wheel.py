"""What a wheel carries: one package, everything it needs, nothing that only developers do."""

from __future__ import annotations

import ast
import re
import tarfile
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest

from docs.manual_page import PATH
from installation.prefixed_imports import imported_packages
from tests.end_to_end.conftest import ROOT, environment_of_the_lock, pip_install, run

pytestmark = [pytest.mark.installed, pytest.mark.xdist_group("installed")]

VERSION = version("masarat")
DEVELOPERS_TOOLS = re.compile(
    r"generate|keys_page|__pycache__|\btests?\b|benchmark|\.pyc$|hatch_build"
)


@pytest.fixture(scope="session")
def texts(wheel: Path) -> dict[str, str]:
    """The text of each module in the wheel."""
    with ZipFile(wheel) as archive:
        modules = [name for name in archive.namelist() if name.endswith(".py")]
        return {name: archive.read(name).decode() for name in modules}


@pytest.fixture(scope="session")
def files(wheel: Path) -> list[str]:
    """The paths of everything in the wheel."""
    with ZipFile(wheel) as archive:
        return archive.namelist()


def test_it_owns_one_top_level_name(files: list[str]) -> None:
    tops = {PurePosixPath(name).parts[0] for name in files}

    assert {name for name in tops if not name.endswith((".dist-info", ".data"))} == {"masarat"}
    assert [name for name in files if ".data/" in name] == [f"masarat-{VERSION}.data/data/{PATH}"]


def test_no_module_imports_a_top_level_store_or_tui(texts: dict[str, str]) -> None:
    assert len(texts) > 100
    for name, text in texts.items():
        assert not {"store", "tui"} & set(imported_packages(text)), name


def test_no_module_names_another_by_its_name_in_the_checkout(texts: dict[str, str]) -> None:
    """As for `import_module`: such a name must be made from `__package__` or `__name__`."""
    named = re.compile(r"(store|tui)(\.\w+)+\.?")
    for name, text in texts.items():
        tree = ast.parse(text)
        constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
        texts_in_it = [value for value in constants if isinstance(value, str)]
        assert [found for found in texts_in_it if named.fullmatch(found)] == [], name


def test_it_carries_what_the_program_reads(files: list[str]) -> None:
    expected = {
        "masarat/__init__.py",
        "masarat/__main__.py",
        "masarat/py.typed",
        "masarat/store/schema.sql",
        "masarat/store/collection.db",
    }
    for folder, pattern in (("seeds", "store/{}"), ("tui", "{}")):
        expected |= {
            f"masarat/{pattern.format(file.relative_to(ROOT).as_posix())}"
            for file in (ROOT / folder).rglob("*")
            if file.is_file() and file.suffix not in (".py", ".pyc")
        }
    assert expected - set(files) == set()


def test_it_carries_every_module_but_the_tools_of_developers(files: list[str]) -> None:
    in_checkout = {
        f"masarat/{file.relative_to(ROOT).as_posix()}"
        for package in ("store", "tui")
        for file in (ROOT / package).rglob("*.py")
    }
    left_out = in_checkout - set(files)

    assert [name for name in files if DEVELOPERS_TOOLS.search(name)] == []
    assert [name for name in left_out if not DEVELOPERS_TOOLS.search(name)] == []


@pytest.mark.thorough
def test_the_sdist_builds_the_same_wheel(
    sdist: Path, wheel: Path, environment: Mapping[str, str], tmp_path: Path
) -> None:
    """Built by pip in an environment of its own, from the requirements that we declare."""
    python = environment_of_the_lock(tmp_path / "venv")
    pip_install(python, "--no-deps", sdist)
    shown = run(python, "-m", "pip", "show", "--files", "masarat", cwd=tmp_path, env=environment)

    with ZipFile(wheel) as archive:
        expected = {name for name in archive.namelist() if name.startswith("masarat/")}
    there = {line.strip() for line in shown.splitlines() if line.startswith("  masarat/")}
    assert {name for name in there if not name.endswith(".pyc")} == expected
    found = run(python, "-m", "masarat", "lookup", "zabadany", cwd=tmp_path, env=environment)
    assert found.startswith("zabadani")


def test_the_sdist_carries_every_file_of_the_checkout(sdist: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("what is in the project is known from git only")
    tracked = run("git", "ls-files", cwd=ROOT).splitlines()
    with tarfile.open(sdist) as archive:
        carried = {name.partition("/")[2] for name in archive.getnames()}

    assert set(tracked) - carried == set()
