"""The shipped records in a store that tests may write to, filled once a run and copied."""

from __future__ import annotations

import fcntl
import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from store.paths import COLLECTION_FILE
from store.store import Store
from tests.thoroughly import without_thorough_values

_FILLING = pytest.StashKey["subprocess.Popen[bytes]"]()

# A busy machine is no fault.
settings.register_profile(
    "any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("in-turn", settings.get_profile("any-machine"), max_examples=50)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Three workers a core: an explorer under test waits half of the time until all is drawn."""
    return 3 * len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 3


def pytest_configure(config: pytest.Config) -> None:
    """Half of the made-up data, as each run makes up another; all of it thoroughly."""
    settings.load_profile("any-machine" if config.getoption("--thorough") else "in-turn")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--thorough", action="store_true", help="run every one of many of a kind")


@pytest.hookimpl(tryfirst=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make no test of a value that is for `make thorough`: to make one and drop it is dear."""
    if not metafunc.config.getoption("--thorough"):
        marks = metafunc.definition.own_markers
        marks[:] = map(without_thorough_values, marks)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to `make thorough` what is marked so."""
    if config.getoption("--thorough"):
        return
    later = [item for item in items if item.get_closest_marker("thorough")]
    config.hook.pytest_deselected(items=later)
    items[:] = [item for item in items if not item.get_closest_marker("thorough")]


def pytest_sessionstart(session: pytest.Session) -> None:
    """Lay the filled store of a wheel into the checkout while several workers collect their tests.

    Dozens of tests start the program without a store: each would fill one, for seconds.
    """
    if session.config.getoption("numprocesses", None) and not _is_worker(session):
        module = "store.upkeep.collection"
        session.stash[_FILLING] = subprocess.Popen([sys.executable, "-m", module, COLLECTION_FILE])


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Take it away: it would be old as soon as any code is changed."""
    if _FILLING in session.stash:
        session.stash[_FILLING].wait()
        Path(COLLECTION_FILE).unlink(missing_ok=True)


def _is_worker(session: pytest.Session) -> bool:
    return hasattr(session.config, "workerinput")


def pytest_collection_finish() -> None:
    """Ten thousand tests are no garbage, and are not to be looked through for it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def thoroughly(request: pytest.FixtureRequest) -> bool:
    """Whether all of many of a kind are to be tried."""
    return bool(request.config.getoption("--thorough"))


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store that holds the shipped records, to be copied and not opened.

    The first worker that needs it makes it for all.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    file = shared / "shipped" / "masarat.db"
    with (shared / "shipped.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            file.parent.mkdir()
            Store(file).close()
    return file


@pytest.fixture
def shipped(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of the records that we ship, the test's own."""
    with _copied(filled_file, tmp_path_factory) as store:
        yield store


@pytest.fixture(scope="module")
def shipped_to_read(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same for tests that write nothing: one for all tests of a module."""
    with _copied(filled_file, tmp_path_factory) as store:
        yield store


@contextmanager
def _copied(file: Path, folders: pytest.TempPathFactory) -> Iterator[Store]:
    folder = folders.mktemp("store")
    with Store(shutil.copy(file, folder)) as store:
        yield store
    shutil.rmtree(folder)
