"""Read a gettext catalogue (`.po`) without compiling it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from gettext import c2py
from pathlib import Path
from typing import Final

from store.expressions import expression
from store.tuples import NamedTuple

_ENTRY_LINE: Final = expression(r'(?:(msgid_plural|msgid|msgstr)(?:\[(\d+)\])?\s+)?(".*")')
_PLURAL_RULE: Final = expression(r"Plural-Forms:\s*nplurals=(\d+);\s*plural=([^;\n]+);")
_ID: Final = '\nmsgid "'


class Catalogue(NamedTuple):
    """The messages of one language."""

    forms: Mapping[str, tuple[str, ...]]
    """By message id: one form, or one for each plural of the language."""
    plural_count: int
    plural_of: Callable[[int], int]
    """Which form a number takes."""

    def format(self, message: str, arguments: Mapping[str, object]) -> str:
        """The message with its arguments in their places.

        Raises:
            KeyError: the message is unknown, or an argument is missing.
        """
        forms = self.forms[message]
        count = arguments.get("count")
        form = self.plural_of(count) if len(forms) > 1 and isinstance(count, int) else 0
        text = forms[form]
        if "{" not in text:
            return text
        if isinstance(count, int):  # its thousands stand apart
            text = text.replace("{count}", "{count:,}")
        return text.format_map(arguments)


def read_catalogue(path: Path) -> Catalogue:
    """Read a `.po` file.

    Raises:
        ValueError: the file has no rule for plurals.
    """
    forms = _Entries(path.read_text("utf-8"))
    rule = _PLURAL_RULE.search(forms.header)
    if rule is None:
        raise ValueError(f"{path} has no Plural-Forms")
    return Catalogue(forms, int(rule[1]), c2py(rule[2]))


class _Entries(Mapping[str, tuple[str, ...]]):
    """The entries of a file, each read when it is asked for: a start says fifty of hundreds."""

    def __init__(self, text: str) -> None:
        self._unread = dict(_blocks(text))
        self._forms: dict[str, tuple[str, ...]] = {}
        self.header = "".join(_read(self._unread.pop("", ""))[1])

    def __getitem__(self, message: str) -> tuple[str, ...]:
        if message not in self._forms:
            self._forms[message] = _read(self._unread[message])[1]
        return self._forms[message]

    def __contains__(self, message: object) -> bool:
        return message in self._unread

    def __iter__(self) -> Iterator[str]:
        return iter(self._unread)

    def __len__(self) -> int:
        return len(self._unread)


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Each entry as it stands in the file, by its id."""
    for block in text.split("\n\n"):
        _, is_there, behind = f"\n{block}".partition(_ID)
        message, _, rest = behind.partition('"\n')
        if "\\" in message or rest.startswith('"'):  # it goes on in the next line, or has escapes
            message, _ = _read(block)
        if is_there:
            yield message, block


def _read(block: str) -> tuple[str, tuple[str, ...]]:
    """The id of an entry, and its forms."""
    fields: dict[str, str] = {}
    current = ""
    for line in block.splitlines():
        match = None if line.startswith("#") else _ENTRY_LINE.fullmatch(line.strip())
        if match is None:
            continue
        if match[1]:
            current = f"{match[1]}{match[2] or ''}"
            fields[current] = ""
        fields[current] += _unquoted(match[3])
    forms = [value for name, value in fields.items() if name.startswith("msgstr")]
    return fields.get("msgid", ""), tuple(forms)


def _unquoted(quoted: str) -> str:
    parts = quoted[1:-1].split("\\\\")
    return "\\".join(part.replace("\\n", "\n").replace('\\"', '"') for part in parts)
