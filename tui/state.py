"""What the explorer remembers between two starts, in a JSON file in the platform's state folder."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import platformdirs


class State(NamedTuple):
    """Where the user was, and how they had set the interface; empty texts mean "as by default"."""

    record: str = ""
    """Key of the record that was shown."""
    query: str = ""
    kind: str = ""
    order: str = ""
    theme: str = ""
    language: str = ""


def state_file() -> Path:
    """Where the state is kept."""
    return platformdirs.user_state_path("masarat") / "state.json"


def load_state(path: Path) -> State:
    """The state as it was saved; a new one where there is none or the file is no state."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return State()
    import json  # the first start has nothing to read

    try:
        saved = json.loads(text)
    except ValueError:
        return State()
    if not isinstance(saved, dict):
        return State()
    known = State._fields
    return State(**{k: v for k, v in saved.items() if k in known and isinstance(v, str)})


def save_state(state: State, path: Path) -> None:
    """Write the state whole or not at all, for the user alone.

    Raises:
        WriteError: the folder or the file cannot be written.
    """
    import json  # not needed before the end

    from store.disk.whole_file import write_private

    write_private(path, json.dumps(state._asdict(), ensure_ascii=False, indent=1))
