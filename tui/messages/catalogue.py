"""Read a gettext catalogue (`.po`) without compiling it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from gettext import c2py
from pathlib import Path
from typing import Final

from store.expressions import expression
from store.tuples import NamedTuple

_ENTRY_LINE: Final = expression(r'(?:(msgid_plural|msgid|msgstr)(?:\[(\d+)\])?\s+)?(".*")')
_PLURAL_RULE: Final = expression(r"Plural-Forms:\s*nplurals=(\d+);\s*plural=([^;\n]+);")


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
    forms = dict(_entries(path.read_text("utf-8")))
    header = forms.pop("", ("",))[0]
    rule = _PLURAL_RULE.search(header)
    if rule is None:
        raise ValueError(f"{path} has no Plural-Forms")
    return Catalogue(forms, int(rule[1]), c2py(rule[2]))


def _entries(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for block in text.split("\n\n"):
        fields: dict[str, str] = {}
        current = ""
        for line in block.splitlines():
            match = None if line.startswith("#") else _ENTRY_LINE.fullmatch(line.strip())
            if match is None:
                continue
            if match[1]:
                current = f"{match[1]}{match[2] or ''}"
                fields[current] = ""
            quoted = match[3]
            fields[current] += ast.literal_eval(quoted) if "\\" in quoted else quoted[1:-1]
        if "msgid" in fields:
            texts = [value for name, value in fields.items() if name.startswith("msgstr")]
            yield fields["msgid"], tuple(texts)
