"""The explorer of this checkout, started in a pseudo-terminal on the shipped records."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.end_to_end.pseudo_terminal import XTERM, PseudoTerminal

ROOT = Path(__file__).parents[3]

Start = Callable[..., AbstractContextManager[PseudoTerminal]]


@pytest.fixture(scope="module")
def filled(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(filled_file, tmp_path_factory.mktemp("store")))


@pytest.fixture
def start(filled: Path) -> Start:
    """Starts this checkout's explorer in a terminal: `start("--bidi", "off", answers=VTE)`."""

    @contextmanager
    def started(
        *options: str,
        answers: Mapping[bytes, bytes] = XTERM,
        variables: Mapping[str, str] | None = None,
        program: tuple[str, ...] = ("-m", "tui"),
        folder: Path = ROOT,
    ) -> Iterator[PseudoTerminal]:
        foreign = ("TMUX", "STY", "MLTERM", "KONSOLE_VERSION", "TERM_PROGRAM", "MASARAT_DEBUG")
        environment = {name: value for name, value in os.environ.items() if name not in foreign}
        environment |= {"TERM": "xterm-256color", **(variables or {})}
        command = [sys.executable, *program, "--store", str(filled), *options]
        with PseudoTerminal(
            command, environment=environment, folder=folder, answers=answers
        ) as terminal:
            yield terminal

    return started
