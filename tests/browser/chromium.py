"""A headless Chromium, spoken to over a pipe: no port is open and no other program is needed."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ENDS: Final = b"\0"


def chromium() -> str | None:
    """Where it is installed, if it is."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Tab:
    """One page, whose events are kept."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands, self._answers = commands, answers
        self._rest = b""
        self._number = 0
        self._session = ""
        self.requests: list[str] = []
        """Addresses that the page asked for."""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)[
            "sessionId"
        ]
        for domain in ("Page", "Network", "Runtime"):
            self._ask(f"{domain}.enable")

    def open(self, page: Path) -> None:
        """Show a file until it is loaded."""
        self.requests.clear()
        self._ask("Page.navigate", url=page.as_uri())
        while self._message().get("method") != "Page.loadEventFired":
            pass

    def look(self, width: int, height: int = 900, *, dark: bool = False, media: str = "") -> None:
        """Show the page in a window of a size, in light or dark, or as on paper."""
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._ask("Emulation.setEmulatedMedia", media=media, features=[scheme])

    def evaluate(self, script: str) -> Any:
        """What a script of ours gives: the page's own could not run."""
        answer = self._ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def picture(self, to: Path) -> None:
        """Draw the beginning of the page."""
        answer = self._ask("Page.captureScreenshot", format="png")
        to.write_bytes(base64.b64decode(answer["data"]))

    def _ask(self, method: str, **params: object) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + _ENDS)
        while (answer := self._message()).get("id") != self._number:
            pass
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _message(self) -> dict[str, Any]:
        while _ENDS not in self._rest:
            read = os.read(self._answers, 1 << 16)
            assert read, "Chromium has ended"
            self._rest += read
        text, _, self._rest = self._rest.partition(_ENDS)
        message: dict[str, Any] = json.loads(text)
        if message.get("method") == "Network.requestWillBeSent":
            self.requests.append(message["params"]["request"]["url"])
        return message


@contextmanager
def browser(program: str, home: Path) -> Iterator[Tab]:
    """A page in a browser of its own, which ends with it."""
    to_read, commands = os.pipe()
    answers, to_write = os.pipe()
    # Chromium reads from descriptor 3 and writes to 4, whatever ours are called.
    shell = f'exec 3<&{to_read} 4>&{to_write}; exec "$@"'
    process = subprocess.Popen(
        ["bash", "-c", shell, "chromium", program, "--headless", "--no-sandbox", "--disable-gpu",
         "--hide-scrollbars", "--disable-dev-shm-usage", "--remote-debugging-pipe",
         f"--user-data-dir={home}"],
        pass_fds=(to_read, to_write), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, env={**os.environ, "HOME": str(home)},
    )  # fmt: skip
    os.close(to_read)
    os.close(to_write)
    try:
        yield Tab(commands, answers)
    finally:
        process.kill()
        process.wait()
        os.close(commands)
        os.close(answers)
