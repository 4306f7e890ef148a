"""The real program: a wheel built from this checkout, installed in a clean virtual environment."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> str:
    """Run a command to its end and return what it printed; a failure shows all of it."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def build(what: str, folder: Path) -> Path:
    """Build the `wheel` or the `sdist` of this checkout into an empty folder."""
    run(sys.executable, "-m", "build", f"--{what}", "--no-isolation", "--outdir", folder, ROOT)
    (built,) = folder.iterdir()
    return built


def environment_of_the_lock(folder: Path) -> Path:
    """Make a virtual environment with what masarat needs and without masarat; its Python."""
    venv.create(folder)
    python = folder / "bin" / "python"
    pip_install(python, "--require-hashes", "-r", ROOT / "requirements.lock")
    return python


def pip_install(python: Path, *what: str | Path) -> None:
    """Install something in the environment of `python`; what a test loads is compiled then."""
    pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--no-compile", *what)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built for this run."""
    return build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source distribution built for this run."""
    return build("sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `masarat` of the wheel, installed for this run."""
    python = environment_of_the_lock(tmp_path_factory.mktemp("installed") / "venv")
    pip_install(python, "--no-deps", wheel)
    return python.with_name("masarat")


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """An environment in which a program sees a new home and nothing of this checkout."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "XDG_", "MASARAT", "TEXTUAL", "VIRTUAL_ENV", "PYTEST"))
    }
    return {**kept, "HOME": str(tmp_path), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
