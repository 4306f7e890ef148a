"""A process that has loaded masarat and forks for each run: as whole programs, without their start.

It reads one JSON request a line and answers twice: with the number of the new process, then with
its exit code. It runs with the shim of writes.c before the system's library where there is one.
"""

from __future__ import annotations

import ctypes
import fcntl
import importlib
import json
import os
import signal
import sys
import termios
import traceback
from typing import Any, NoReturn

from tests.assault.network import watch_sockets

LOADED = (
    "tui.cli", "tui.state", "tui.command_line.parsing.parser", "tui.explorer.app",
    "tui.explorer.start",
    "store.exchange.importing", "store.exchange.exporting", "store.checking.check",
    "store.upkeep.seed_update", "store.upkeep.migrations", "yaml", "Stemmer", "rapidfuzz",
    "platformdirs", "tui.bidi.textual_seam", "tui.terminal.driver",
)  # fmt: skip


def main() -> None:
    """Load masarat, then serve until the input ends."""
    for name in LOADED:
        importlib.import_module(name)
    from tui.command_line.table import COMMANDS

    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    print(json.dumps(list(COMMANDS)), file=answers, flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        process = os.fork()
        if not process:
            answers.close()
            _run(request)
        print(process, file=answers, flush=True)
        _, status = os.waitpid(process, 0)
        print(os.waitstatus_to_exitcode(status), file=answers, flush=True)


def _run(request: dict[str, Any]) -> NoReturn:
    """Be the program, from its arguments to its exit code."""
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["folder"])
    os.setsid()
    if terminal := request["terminal"]:
        files = [os.open(terminal, os.O_RDWR)] * 3
        fcntl.ioctl(files[0], termios.TIOCSCTTY, 0)
    else:
        writable = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        files = [os.open(request["input"], os.O_RDONLY)]
        files += [os.open(request[name], writable, 0o600) for name in ("output", "errors")]
    for number, file in enumerate(files):
        os.dup2(file, number)
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(
            number, signal.SIG_DFL if number != signal.SIGINT else signal.default_int_handler
        )
    # As a start makes them of what the files are: a terminal is written to line by line.
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout, sys.stderr = (
        open(number, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        for number in (1, 2)
    )
    if log := os.environ.get("SOCKETS_LOG"):
        watch_sockets(log)
    if request["writes"]:
        ctypes.CDLL(None).writes_begin()
    sys.argv = ["masarat", *request["arguments"]]
    os._exit(_outcome(request["code"]))


def _outcome(code: str) -> int:
    from tui import cli

    try:
        if code:
            exec(compile(code, "<assault>", "exec"), {})
        else:
            cli.main()
    except SystemExit as ending:
        result = ending.code
    except BaseException:
        traceback.print_exc()
        result = 1
    else:
        result = 0
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            result = result or 120
    return result if isinstance(result, int) else 0 if result is None else 1


if __name__ == "__main__":
    main()
