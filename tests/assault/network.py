"""A machine without a network, and a watch over the sockets that Python opens all the same."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from shutil import which
from typing import Final

NAMESPACE: Final = ("unshare", "--map-root-user", "--net")
"""Before a command, lets it run where the machine has no network."""


def lacking() -> str:
    """Why nothing can be run without a network here, or nothing."""
    if not which(NAMESPACE[0]):
        return "this machine has no unshare"
    tried = subprocess.run([*NAMESPACE, "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        return f"this machine makes no network namespace: {tried.stderr.strip()}"
    return ""


def watch_sockets(log: str) -> None:
    """Write down, in this process from now on, what asks for more than a socket of the machine."""
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def note(event: str, values: tuple[object, ...]) -> None:
        if event.startswith("socket.") and not _is_local(event, values):
            os.write(file, f"{event} {values[1:]!r}\n".encode("utf-8", "replace"))

    sys.addaudithook(note)


def _is_local(event: str, values: tuple[object, ...]) -> bool:
    family = values[1] if event == "socket.__new__" else getattr(values[0], "family", None)
    return family == socket.AF_UNIX or event == "socket.gethostname"
