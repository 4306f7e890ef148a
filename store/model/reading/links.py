"""Links between files as notes have them: `[[idlib|Idlib]]`, `[Idlib](../zones/idlib.md)`."""

from __future__ import annotations

from urllib.parse import unquote

from store.typed import Final

_DEEPEST: Final = 3
_ENDINGS: Final = (".md", ".markdown")


def link_target(value: object) -> tuple[object, str | None]:
    """What a link leads to: the key of a file, and the heading in it where one is named.

    Args:
        value: as read; YAML makes lists of `[[idlib]]` without quotes.

    Returns:
        The file's name without folders and ending, and the heading; any other value as it is.
    """
    text = _unwrapped(value)
    if not isinstance(text, str):
        return value, None
    written = text.strip()
    if written.startswith("[[") and written.endswith("]]"):
        return _parts(written[2:-2].partition("|")[0])
    if isinstance(value, list | tuple):
        return _parts(written.partition("|")[0])
    label, middle, target = written.partition("](")
    if label.startswith("[") and middle and target.endswith(")"):
        return _parts(unquote(target[:-1]))
    return text.strip(), None


def _unwrapped(value: object) -> object:
    for _ in range(_DEEPEST):
        if not (isinstance(value, list | tuple) and len(value) == 1):
            break
        value = value[0]
    return value


def _parts(target: str) -> tuple[str, str | None]:
    file, mark, heading = target.partition("#")
    name = file.strip().rpartition("/")[2]
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    return name.strip(), heading.strip() if mark else None
