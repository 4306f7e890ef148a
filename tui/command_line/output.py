"""Printing: results on standard output, messages on standard error, Arabic in logical order.

All of it goes out by `tui.terminal.safe_output`, which makes it safe for a terminal: text is handed
over as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

from store.errors import Finding
from store.model.vocabulary import KINDS, Kind
from store.text.printable import escape_unsafe, printable
from tui.messages.sentences import translate, translate_label, translate_sentence, user_language
from tui.terminal.safe_output import (
    Control,
    standard_error,
    standard_output,
    terminal_columns,
)
from tui.terminal.widths import cell_width, cut, pad

T = TypeVar("T")

_MOST_FINDINGS: Final = 100
_AT_ONCE: Final = 500
_BOLD: Final = Control("\x1b[1m")
_UNDERLINED: Final = Control("\x1b[4m")
_PLAIN: Final = Control("\x1b[0m")
_BETWEEN_COLUMNS: Final = "  "
_NARROWEST: Final = 6
"""Terminal cells of a column that is cut."""


def print_text(*pieces: str) -> None:
    """Print one line of the result; what would break it becomes visible.

    Args:
        *pieces: what stands on it, and each `Control` that a terminal is to obey between.
    """
    standard_output().write_line(*pieces)


def print_exact(text: str) -> None:
    """Print what another program reads byte by byte; a terminal gets it made safe."""
    standard_output().write_exact(text)


def print_message(sentence: str) -> None:
    """Tell the user something that is not a result, on one line."""
    standard_error().write_line(sentence)


def print_findings(findings: Sequence[Finding]) -> None:
    """Tell what is wrong in files, at most the first hundred."""
    for finding in findings[:_MOST_FINDINGS]:
        print_message(finding.in_words(translate_sentence))
    if len(findings) > _MOST_FINDINGS:
        print_message(translate("… and {count} more.", count=len(findings) - _MOST_FINDINGS))


def bold(text: str) -> tuple[str, ...]:
    """The pieces of a text that is bold in a terminal."""
    return _BOLD, text, _PLAIN


def underlined(text: str) -> tuple[str, ...]:
    """The pieces of a text that is bold and underlined in a terminal."""
    return _BOLD, _UNDERLINED, text, _PLAIN


def print_json(value: object) -> None:
    """Print a value as JSON, UTF-8, in its own order of keys.

    What a terminal would obey is written as an escape, which is the same text to a JSON reader.
    """
    print_exact(to_json(value) + "\n")


def print_json_line(value: object) -> None:
    """Print a value as JSON on one line, made as safe as by `print_json`."""
    import json  # help and lists to read need it not

    line = json.dumps(value, ensure_ascii=False)
    print_exact(escape_unsafe(line, _json_escape) + "\n")


def to_json(value: object) -> str:
    """Write a value as JSON over several lines."""
    import json

    return escape_unsafe(json.dumps(value, ensure_ascii=False, indent=2), _json_escape)


def _json_escape(character: str) -> str:
    import json

    return json.dumps(character)[1:-1]


def print_json_list(values: Iterable[dict[str, Any]]) -> int:
    """Print values as a JSON array as they come, and return how many there were."""
    count = 0
    remaining = iter(values)
    while chunk := list(islice(remaining, _AT_ONCE)):
        # The array of a chunk, without its brackets, is a piece of the array of all.
        print_text("[" if count == 0 else ",")
        print_exact(to_json(chunk)[2:-2])
        count += len(chunk)
    print_exact("\n]\n" if count else "[]\n")
    return count


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in aligned columns; the last one may be Arabic.

    In a terminal they are cut to its width, all but the first one; elsewhere they are as wide as
    they need be.
    """
    # Safe before they go out, as a column is as wide as what will be seen of it.
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(cell_width, column)) for column in zip(*cells, strict=True)]
    # A column that is empty everywhere would only be a gap.
    shown = [index for index, width in enumerate(widths) if width]
    if standard_output().isatty():
        widths = _fitting(widths, shown)
    for row in cells:
        texts = (pad(cut(row[index], widths[index]), widths[index]) for index in shown)
        print_text(_BETWEEN_COLUMNS.join(texts).rstrip())


def print_in_chunks(rows: Iterable[T], cells: Callable[[T], Sequence[str]]) -> int:
    """Print a table of however many rows, each chunk of them in columns of its own widths.

    Args:
        rows: read while they are printed.
        cells: gives a row's cells, of which the last one may be Arabic.

    Returns:
        How many rows there were.
    """
    count = 0
    remaining = iter(rows)
    while chunk := list(islice(remaining, _AT_ONCE)):
        print_table(list(map(cells, chunk)))
        count += len(chunk)
    return count


def _fitting(widths: list[int], shown: list[int]) -> list[int]:
    """Widths with which a row fits into the terminal; the widest columns give way first."""
    room = terminal_columns() - len(_BETWEEN_COLUMNS) * (len(shown) - 1)
    fitting = list(widths)
    while sum(fitting[index] for index in shown) > room:
        widest = max(shown[1:], key=fitting.__getitem__, default=0)
        if fitting[widest] <= _NARROWEST:
            break
        fitting[widest] -= 1
    return fitting


def row_of(key: str, kind: Kind, *others: str) -> tuple[str, ...]:
    """A record's row in a table, of which the last cell is its Arabic name.

    The kind follows the key. Its Arabic label stands with the Arabic name, as right-to-left text
    before other columns would disturb their order in terminals that reorder.
    """
    if user_language() == "en":
        return key, kind, *others
    return key, *others[:-1], f"{others[-1]} · {translate_label(KINDS[kind])}".removeprefix(" · ")
