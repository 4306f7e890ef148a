"""Where assaults take place: a small checkout of masarat, and its program run in it."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from store.exchange.exporting import export
from store.model.mapping import record_from_mapping, source_from_mapping
from store.model.records import Origin
from store.store import Store
from tests.store.conftest import RECORDS, SOURCES

ROOT: Final = Path(__file__).parents[2]
_SHIM: Final = Path(__file__).with_name("writes.c")
PATIENCE: Final = 60.0
"""Seconds after which a program counts as hanging."""


class Ended(NamedTuple):
    """A program that came to its end."""

    code: int
    """Its exit code; negative a signal's number."""
    output: str
    errors: str

    @property
    def hung(self) -> bool:
        """Whether it had to be ended."""
        return self.code == -signal.SIGALRM


def compiler() -> str | None:
    """The C compiler of this machine, if any."""
    return next(filter(None, map(shutil.which, ("cc", "gcc", "clang"))), None)


class Ground:
    """A folder with a small checkout: the program of this one, with a few records shipped."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.checkout = folder / "checkout"
        self.shim = folder / "writes.so"

    def make(self) -> None:
        """Lay it out; compile the shim where that is possible."""
        self.checkout.mkdir(parents=True)
        for name in ("store", "tui", "schema.sql"):
            (self.checkout / name).symlink_to(ROOT / name)
        seeds = self.checkout / "seeds"
        with Store(":memory:", seeds=None) as store:
            store.put_many(
                [(record_from_mapping(mapping), Origin()) for mapping in RECORDS],
                [(source_from_mapping(mapping), Origin()) for mapping in SOURCES],
            )
            export(store, None, seeds)
        for shipped in filter(Path.is_file, (ROOT / "seeds").iterdir()):
            shutil.copy(shipped, seeds)
        for folder in (seeds, *filter(Path.is_dir, seeds.iterdir())):
            os.utime(folder, (0, 0))  # of one changed a moment ago a store notes other things
        if cc := compiler():
            subprocess.run(
                [cc, "-O1", "-shared", "-fPIC", "-o", self.shim, _SHIM, "-ldl", "-lpthread"],
                check=True,
            )

    def environment(self, home: Path, program: Path | None = None) -> dict[str, str]:
        """What the program is told of the system: a home of its own and nothing of the user's."""
        kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
        return {
            **kept,
            "HOME": str(home),
            "MASARAT_STORE": str(home / "store.db"),
            "PYTHONPATH": str(program or self.checkout),
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "TEXTUAL_ANIMATIONS": "none",
        }


class Running:
    """A program that runs."""

    def __init__(self, process: int, answer: Callable[[float | None], str]) -> None:
        self.process = process
        self.code: int | None = None
        """Its exit code, once it has ended."""
        self._answer = answer

    def poll(self, patience: float) -> bool:
        """Wait so many seconds at most for its end, and say whether it has come."""
        if self.code is None and (answer := self._answer(patience)):
            self.code = int(answer)
        return self.code is not None

    def wait(self, patience: float) -> int:
        """Wait for its end and return its exit code; it is killed where that takes too long."""
        if not self.poll(patience):
            os.kill(self.process, signal.SIGKILL)
            self._answer(None)
            self.code = -signal.SIGALRM
        assert self.code is not None
        return self.code


class Program:
    """masarat, run again and again from one process that has loaded it; a context manager."""

    def __init__(self, ground: Ground, *, within: Sequence[str] = ()) -> None:
        """Start the process, by a command that runs another one where that is given."""
        self._ground = ground
        environment = ground.environment(ground.folder)
        environment["PYTHONPATH"] += os.pathsep + str(ROOT)  # for the zygote itself
        if ground.shim.exists():
            environment["LD_PRELOAD"] = str(ground.shim)
        self._zygote = subprocess.Popen(
            [*within, sys.executable, "-m", "tests.assault.zygote"],
            cwd=ground.checkout,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._read = b""
        self.commands: list[str] = json.loads(self._answer())
        """What the table of commands has."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        if self._zygote.stdin:
            self._zygote.stdin.close()
        if self._zygote.stdout:
            self._zygote.stdout.close()
        self._zygote.wait()

    def run(
        self,
        home: Path,
        arguments: Sequence[str] = (),
        *,
        code: str = "",
        writes: Mapping[str, str] | None = None,
        variables: Mapping[str, str] | None = None,
        patience: float = PATIENCE,
    ) -> Ended:
        """Run the program in a home folder to its end.

        Args:
            home: where it runs, and where it has its store.
            arguments: of the command line.
            code: Python to run in its place.
            writes: for the shim, see writes.c.
            variables: more of the environment.
            patience: seconds after which it is ended as hanging.
        """
        kept = self._ground.folder / f"output-{os.getpid()}"
        kept.mkdir(exist_ok=True)
        files = {name: str(kept / name) for name in ("output", "errors")}
        running = self._begin(home, arguments, files, code=code, writes=writes, variables=variables)
        code_of_end = running.wait(patience)
        texts = [(kept / name).read_text("utf-8", "replace") for name in files]
        return Ended(code_of_end, *texts)

    def begin_in_terminal(
        self,
        home: Path,
        terminal: str,
        code: str = "",
        variables: Mapping[str, str] | None = None,
    ) -> Running:
        """Start the explorer in a terminal, given by its device; nothing else may run meanwhile."""
        return self._begin(home, (), {}, terminal=terminal, code=code, variables=variables)

    def _begin(
        self,
        home: Path,
        arguments: Sequence[str],
        files: Mapping[str, str],
        *,
        code: str = "",
        writes: Mapping[str, str] | None = None,
        variables: Mapping[str, str] | None = None,
        terminal: str = "",
    ) -> Running:
        environment = self._ground.environment(home) | dict(writes or {}) | dict(variables or {})
        request = {
            "arguments": list(arguments), "folder": str(home), "environment": environment,
            "input": os.devnull, "terminal": terminal, "code": code, "writes": bool(writes),
            **files,
        }  # fmt: skip
        assert self._zygote.stdin
        self._zygote.stdin.write(json.dumps(request).encode() + b"\n")
        self._zygote.stdin.flush()
        return Running(int(self._answer()), self._answer)

    def _answer(self, patience: float | None = None) -> str:
        """Read the next line that the process writes; empty where none comes in time."""
        assert self._zygote.stdout
        file = self._zygote.stdout.fileno()
        while b"\n" not in self._read:
            if not select.select([file], [], [], patience)[0]:
                return ""
            more = os.read(file, 65536)
            if not more:
                raise RuntimeError("the process that runs masarat has ended")
            self._read += more
        line, _, self._read = self._read.partition(b"\n")
        return line.decode()
