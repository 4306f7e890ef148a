"""`masarat lookup -`: a column of names, read line by line and answered in one go."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from store.errors import MasaratError, Sentence
from store.model.questions import LONGEST_QUERY
from tui.command_line.entry import Column
from tui.command_line.exit_codes import DONE, NOTHING
from tui.command_line.output import print_message, print_table, print_text, row_of
from tui.command_line.printing.hits import (
    COLUMNS_OF_NAMES,
    WHY,
    explained_as_json,
    hit_of_name_as_json,
)
from tui.command_line.printing.listing import print_listing
from tui.command_line.printing.row_format import Listing
from tui.messages.sentences import translate, translate_count
from tui.terminal.safe_output import standard_error, standard_output

if TYPE_CHECKING:
    from store.model.records import NameHit
    from store.model.vocabulary import Kind
    from store.store import Store
    from tui.command_line.invocation import Invocation

_NOBODY: Final[tuple[None]] = (None,)
_LONGEST_LINE: Final = 8 * LONGEST_QUERY
"""Bytes: a name of the greatest length in any script, with room for blanks around it."""
_BAR: Final = 30
"""Characters of a full bar."""
_BETWEEN_DRAWINGS: Final = 0.1
"""Seconds."""


class Answer(NamedTuple):
    """What a name that was read means; without a hit, nothing that the store has."""

    name: str
    hit: NameHit | None


class _Counts:
    """How many names were read, and how many of them mean nothing, or nothing surely."""

    names = 0
    missed = 0
    unsure = 0


def answer_names(
    invocation: Invocation,
    kind: Kind | None,
    most: int,
    wanted_format: str | None,
    *,
    explain: bool,
    as_json: bool,
) -> int:
    """Look each line of standard input up, print the answers as they come.

    Args:
        invocation: how the program was called.
        kind: only this kind.
        most: rows that answer one name; one that nothing is like has a row without a record.
        wanted_format: of the rows.
        explain: say of each why it was found.
        as_json: the same as the format json.

    Returns:
        The exit code: 1 where no name at all was surely found.

    Raises:
        MasaratError: standard input is no text in UTF-8, or a line of it is no name.
    """
    counts = _Counts()
    with invocation.open_store() as store, closing(_Progress()) as progress:
        answers = _answers(store, _names(progress), kind, most, counts)
        listing = Listing(
            (*_COLUMNS, _of_hit(WHY)) if explain else _COLUMNS,
            answers,
            partial(map, partial(_as_json, explain=explain)),
            partial(_print_table, explain=explain),
        )
        print_listing(listing, wanted_format, as_json=as_json)
    if counts.missed:
        sentence = "{missed:,} of {names} without a record."
        names = translate_count("{count} name", "{count} names", counts.names)
        print_message(translate(sentence, missed=counts.missed, names=names))
    if counts.unsure:
        sentence = "{unsure:,} answered, but not surely."
        print_message(translate(sentence, unsure=counts.unsure))
    return DONE if counts.missed + counts.unsure < counts.names else NOTHING


class _Progress:
    """A bar on standard error while the answers go to a file or a pipe."""

    def __init__(self) -> None:
        self._is_shown = not standard_output().isatty() and standard_error().isatty()
        self._size = _size_of_input() if self._is_shown else 0
        self._read = 0
        self._names = 0
        self._drawn_at = 0.0

    def advance(self, bytes_read: int) -> None:
        """Count a line, and draw where the last drawing is not too new."""
        self._read += bytes_read
        self._names += 1
        now = time.monotonic()
        if self._is_shown and now - self._drawn_at > _BETWEEN_DRAWINGS:
            self._drawn_at = now
            standard_error().write_over(self._bar())

    def _bar(self) -> str:
        counted = translate_count("{count} name", "{count} names", self._names)
        if not self._size:
            return counted
        done = min(self._read / self._size, 1.0)
        full = round(done * _BAR)
        return f"[{'#' * full}{'.' * (_BAR - full)}] {done:4.0%} · {counted}"

    def close(self) -> None:
        """Leave no bar behind."""
        if self._is_shown:
            standard_error().write_over("")


def _size_of_input() -> int:
    """Bytes of standard input, where it is a file; 0 where nobody knows."""
    status = os.fstat(sys.stdin.fileno())
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _answers(
    store: Store, names: Iterable[str], kind: Kind | None, most: int, counts: _Counts
) -> Iterator[Answer]:
    for name in names:
        hits = store.lookup(name, kinds=[kind] if kind else None, limit=most)
        counts.names += 1
        counts.missed += not hits
        counts.unsure += bool(hits) and not hits[0].sure  # those that are sure come first
        yield from (Answer(name, hit) for hit in hits or _NOBODY)


def _names(progress: _Progress) -> Iterator[str]:
    """The lines of standard input that are not blank, in UTF-8 whatever the locale says."""
    for number, line in enumerate(_lines(), start=1):
        if len(line) <= _LONGEST_LINE:
            name = _decoded(line, number)
        if len(line) > _LONGEST_LINE or len(name) > LONGEST_QUERY:
            told = "Line {number} of standard input has over {most:,} characters: it is no name."
            raise MasaratError(Sentence(told, number=number, most=LONGEST_QUERY))
        progress.advance(len(line))
        if name:
            yield name


def _lines() -> Iterator[bytes]:
    """The lines of standard input, each read so far only that it can be told to be too long."""
    if sys.stdin is None:  # Python's word for one that is closed
        told = "Standard input is closed; give the names in a file or a pipe."
        raise MasaratError(Sentence(told))
    while line := sys.stdin.buffer.readline(_LONGEST_LINE + 1):
        yield line


def _decoded(line: bytes, number: int) -> str:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
    except UnicodeDecodeError:
        sentence = "Line {number} of standard input is no UTF-8; save the names in UTF-8."
        raise MasaratError(Sentence(sentence, number=number)) from None


def _print_table(answers: Iterable[Answer], *, explain: bool) -> int:
    count = 0
    for answer in answers:
        hit = answer.hit
        mark = "?" if hit and not hit.sure else ""
        found = row_of(hit.key, hit.row.kind, *hit.row.name) if hit else ("", "", "", "")
        print_table([(answer.name, mark, *found)])
        if hit and explain:
            print_text("    ", WHY.value(hit))
        count += 1
    return count


def _as_json(answer: Answer, *, explain: bool) -> dict[str, Any]:
    as_json = explained_as_json if explain else hit_of_name_as_json
    found = as_json(answer.hit) if answer.hit else {"key": None}
    return {"name_read": answer.name, **found}


def _of_hit(column: Column[Any]) -> Column[Any]:
    return column._replace(value=lambda answer: column.value(answer.hit) if answer.hit else "")


_COLUMNS: Final = (
    Column[Any]("name_read", "the line that was read", lambda answer: answer.name),
    *map(_of_hit, COLUMNS_OF_NAMES),
)
