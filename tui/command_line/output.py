"""Printing: results on standard output, messages on standard error, Arabic in logical order."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, Final

from store.errors import Finding
from store.model.vocabulary import KINDS, Kind
from store.text.printable import escape_unsafe, printable
from tui.messages.sentences import translate, translate_label, translate_sentence, user_language

_MOST_FINDINGS: Final = 100
_AT_ONCE: Final = 500


def print_text(text: str = "", end: str = "\n") -> None:
    """Print a piece of the result, at once, so that it keeps its place among messages."""
    sys.stdout.write(text + end)
    sys.stdout.flush()


def print_message(sentence: str) -> None:
    """Tell the user something that is not a result."""
    sys.stderr.write("\n".join(map(printable, sentence.split("\n"))) + "\n")
    sys.stderr.flush()


def print_findings(findings: Sequence[Finding]) -> None:
    """Tell what is wrong in files, at most the first hundred."""
    for finding in findings[:_MOST_FINDINGS]:
        print_message(finding.in_words(translate_sentence))
    if len(findings) > _MOST_FINDINGS:
        print_message(translate("… and {count} more.", count=len(findings) - _MOST_FINDINGS))


def bold(text: str) -> str:
    """Make a text bold where the result goes to a terminal."""
    return f"\x1b[1m{text}\x1b[0m" if sys.stdout.isatty() else text


def underlined(text: str) -> str:
    """Make a text bold and underlined where the result goes to a terminal."""
    return f"\x1b[1m\x1b[4m{text}\x1b[0m" if sys.stdout.isatty() else text


def print_json(value: object) -> None:
    """Print a value as JSON, UTF-8, in its own order of keys.

    What a terminal would obey is written as an escape, which is the same text to a JSON reader.
    """
    print_text(to_json(value))


def to_json(value: object) -> str:
    """Write a value as JSON over several lines."""
    return escape_unsafe(json.dumps(value, ensure_ascii=False, indent=2), _json_escape)


def _json_escape(character: str) -> str:
    return json.dumps(character)[1:-1]


def print_json_list(values: Iterable[dict[str, Any]]) -> int:
    """Print values as a JSON array as they come, and return how many there were."""
    count = 0
    remaining = iter(values)
    while chunk := list(islice(remaining, _AT_ONCE)):
        # The array of a chunk, without its brackets, is a piece of the array of all.
        print_text("[" if count == 0 else ",")
        print_text(to_json(chunk)[2:-2], end="")
        count += len(chunk)
    print_text("\n]" if count else "[]")
    return count


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in aligned columns, at their natural width; the last column may be Arabic."""
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(cell_width, column)) for column in zip(*cells, strict=True)]
    # A column that is empty everywhere would only be a gap.
    shown = [index for index, width in enumerate(widths) if width]
    for row in cells:
        print_text("  ".join(pad(row[index], widths[index]) for index in shown).rstrip())


def row_of(key: str, kind: Kind, *others: str) -> tuple[str, ...]:
    """A record's row in a table, of which the last cell is its Arabic name.

    The kind follows the key. Its Arabic label stands with the Arabic name, as right-to-left text
    before other columns would disturb their order in terminals that reorder.
    """
    if user_language() == "en":
        return key, kind, *others
    return key, *others[:-1], f"{others[-1]} · {translate_label(KINDS[kind])}".removeprefix(" · ")


def pad(text: str, width: int) -> str:
    """Fill a text up with spaces to a width in terminal cells."""
    return text + " " * (width - cell_width(text))


def cell_width(text: str) -> int:
    """Count the terminal cells that a printable text takes."""
    if text.isascii():
        return len(text)
    import unicodedata  # most keys and names need no tables

    return sum(
        0
        if unicodedata.category(character) in ("Mn", "Me", "Cf")
        else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )
