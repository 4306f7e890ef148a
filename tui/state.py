"""What the explorer remembers between two starts, in a JSON file in the platform's state folder."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from store.expressions import expression
from store.files.text_file import UnreadableFileError, read_text
from store.paths import own_folder
from store.tuples import NamedTuple

_LARGEST: Final = 64 * 1024  # bytes: what is remembered is short
_SURROGATE: Final = expression("[\ud800-\udfff]")  # JSON can write half a character


class State(NamedTuple):
    """Where the user was, and how they had set the interface; empty texts mean "as by default"."""

    record: str = ""
    """Key of the record that was shown."""
    query: str = ""
    kind: str = ""
    order: str = ""
    theme: str = ""
    language: str = ""
    export_scope: str = ""
    """What was exported last: `record`, `marked`, `list`, `all`."""
    export_format: str = ""
    """As what: the name of a format."""
    export_language: str = ""
    widths: str = ""
    """What panes were given of the width, or lost."""
    found_order: str = ""
    """Of what words find; empty for the best first."""
    tour: str = ""
    """`offered` once it has been; empty for who is here for the first time."""


def state_file() -> Path:
    """Where the state is kept.

    Raises:
        StoreError: the user has no home folder.
    """
    return Path(own_folder("state")) / "state.json"


def load_state(path: Path) -> State:
    """The state as it was saved; a new one where there is none or the file is no state."""
    try:
        text = read_text(path, _LARGEST)
    except UnreadableFileError:
        return State()
    import json  # the first start has nothing to read

    try:
        saved = json.loads(text)
    except (ValueError, RecursionError):
        return State()
    if not isinstance(saved, dict):
        return State()
    known = State._fields
    return State(
        **{name: value for name, value in saved.items() if name in known and _is_text(value)}
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not _SURROGATE.search(value)


def save_state(state: State, path: Path) -> None:
    """Write the state whole or not at all, for the user alone.

    Raises:
        WriteError: the folder or the file cannot be written.
    """
    import json  # not needed before the end

    from store.disk.whole_file import write_private

    write_private(path, json.dumps(state._asdict(), ensure_ascii=False, indent=1))
