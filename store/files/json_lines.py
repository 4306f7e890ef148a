"""Records from JSON Lines, or from a JSON file, in the shape that `masarat show --json` prints."""

from __future__ import annotations

import io
import re
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Final

from store.errors import CORRECT_IT, Finding, ImportRefused, RecordError, Sentence
from store.expressions import expression
from store.files.file_kinds import SAMPLE, other_kind
from store.files.json_values import JsonError, read_value, read_whole
from store.files.text_file import (
    UnreadableFileError,
    decoded,
    encoding_of,
    not_unicode,
    open_regular,
    unreadable,
)
from store.model.mapping import record_from_mapping, source_from_mapping
from store.model.records import Origin, Record, Source
from store.tuples import NamedTuple

LINES_SUFFIXES: Final = (".jsonl", ".ndjson")
WHOLE_SUFFIX: Final = ".json"

_LONGEST_LINE: Final = 4 * 1024 * 1024
_LARGEST_WHOLE: Final = 256 * 1024 * 1024
_MOST_FINDINGS: Final = 1_000
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_OTHER_SEPARATOR: Final = expression("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What parts lines to some programs; inside texts of JSON the last two may stand as they are."""
_SEPARATION: Final = expression(r"[\s\x1c-\x1e]*")
_BETWEEN: Final = expression(r"[\s,]*")
_NOT_JSON_TODO: Final = Sentence("Write one JSON object a line, as `masarat show --json` prints it")


class _Found(NamedTuple):
    """One value in the file, or what is wrong in its place."""

    line: int
    value: Any = None
    problem: Sentence | None = None
    todo: Sentence = CORRECT_IT


class Piece(NamedTuple):
    """Lines of a file as they stand there, for any process to read."""

    first: int
    """The number of the first one."""
    lines: list[bytes]


class JsonFile:
    """The records and sources of a JSON or JSON Lines file, read one by one.

    Sources are read first, as records cite them: `sources()`, then `records()`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._findings: list[Finding] = []

    def sources(self) -> list[tuple[Source, Origin]]:
        """Read the objects whose kind is `source`."""
        sources = []
        seen: dict[str, int] = {}
        for found in self._values(only=b'"source"'):
            if _is_source(found.value):
                try:
                    source = source_from_mapping(found.value)
                except RecordError as error:
                    self._refuse(found.line, error)
                    continue
                if self._is_new(source.key, found.line, seen):
                    sources.append((source, Origin(str(self._path), found.line)))
        return sources

    def records(self) -> Iterator[tuple[Record, Origin]]:
        """Read the other objects.

        Raises:
            ImportRefused: after the last one, with every finding in records and sources; whoever
                stores records as they come must take them back then.
        """
        return self._records_in(self._values())

    def _records_in(self, values: Iterable[_Found]) -> Iterator[tuple[Record, Origin]]:
        file = str(self._path)
        seen: dict[str, int] = {}
        for found in values:
            if len(self._findings) >= _MOST_FINDINGS:
                what = Sentence(
                    "reading ends here after {count:,} findings", count=len(self._findings)
                )
                self._findings.append(Finding(file, found.line, what, CORRECT_IT))
                break
            if found.problem:
                self._findings.append(Finding(file, found.line, found.problem, found.todo))
            elif not isinstance(found.value, dict):
                what = Sentence("a JSON object is needed: {shape}", shape="{…}")
                self._findings.append(Finding(file, found.line, what, _NOT_JSON_TODO))
            elif not _is_source(found.value):
                try:
                    record = record_from_mapping(found.value)
                except RecordError as error:
                    self._refuse(found.line, error)
                    continue
                if self._is_new(record.key, found.line, seen):
                    yield record, Origin(file, found.line)
        if self._findings:
            raise ImportRefused(sorted(self._findings, key=lambda finding: finding.line))

    def _refuse(self, line: int, error: RecordError) -> None:
        file = str(self._path)
        self._findings += [problem.in_file(file, line) for problem in error.problems]

    def _is_new(self, key: str, line: int, seen: dict[str, int]) -> bool:
        first = seen.setdefault(key, line)
        if first != line:
            what = Sentence("key: {key} stands also on line {line}", key=key, line=first)
            todo = Sentence("Keep one of the two lines, or give one another key")
            self._findings.append(Finding(str(self._path), line, what, todo))
        return first == line

    def _pieces(self, most: int) -> Generator[Piece, None, None]:
        if self._findings:
            raise ImportRefused(self._findings)
        with self._opened() as file:
            if told := other_kind(_beginning(file), self._path.suffix.lower()):
                raise ImportRefused([Finding(str(self._path), 1, *told)])
            lines = _raw_lines(file)
            first = 1
            while piece := _next_lines(lines, most):
                yield Piece(first, piece)
                first += len(piece)

    def _values(self, only: bytes = b"") -> Iterator[_Found]:
        """Read the file's values; of lines only those in which `only` stands."""
        ending = self._path.suffix.lower()
        with self._opened() as file:
            if told := other_kind(_beginning(file), ending):
                yield _Found(1, None, *told)
            elif ending == WHOLE_SUFFIX and not _is_lines(file):
                yield from _whole(file)
            else:
                yield from _in_lines(enumerate(_raw_lines(file), 1), only)

    @contextmanager
    def _opened(self) -> Iterator[BinaryIO]:
        try:
            with open_regular(self._path) as raw:
                yield _in_utf_8(raw)
        except OSError as error:
            raise ImportRefused([unreadable(error).in_file(str(self._path))]) from error
        except UnreadableFileError as error:
            raise ImportRefused([error.in_file(str(self._path))]) from error


class RecordLines:
    """The records of a file of lines: one by one, or in pieces that any process reads."""

    def __init__(self, file: JsonFile) -> None:
        self._file = file

    def __iter__(self) -> Iterator[tuple[Record, Origin]]:
        return self._file.records()

    def pieces(self, most: int) -> Generator[Piece, None, None]:
        """The lines unread, so many at a time, or fewer that are long.

        Raises:
            ImportRefused: the file or a source in it is broken, of which `records` tells all.
        """
        return self._file._pieces(most)

    def read(self, piece: Piece) -> Iterator[tuple[Record, Origin]]:
        """Read the records in some lines.

        Raises:
            ImportRefused: after the last one, where anything is wrong in these lines.
        """
        lines = enumerate(piece.lines, piece.first)
        return JsonFile(self._file._path)._records_in(_in_lines(lines))


def _is_source(value: object) -> bool:
    return isinstance(value, dict) and value.get("kind") == "source"


def _beginning(file: BinaryIO) -> bytes:
    data = file.read(SAMPLE)
    file.seek(0)
    return data


def _in_utf_8(file: BinaryIO) -> BinaryIO:
    """The file as it is, or its text in UTF-8 with LF, where it is in another form of Unicode."""
    beginning = _beginning(file)
    if not encoding_of(beginning).startswith("utf-8"):
        raw = file.read(_LARGEST_WHOLE + 1)
        if len(raw) > _LARGEST_WHOLE:
            what = Sentence("a JSON file may have at most {most} bytes", most=f"{_LARGEST_WHOLE:,}")
            raise UnreadableFileError(what, Sentence("Save the file as UTF-8, then try again"))
        text = decoded(raw).replace("\r\n", "\n").replace("\r", "\n")
        return io.BytesIO(text.encode("utf-8", "surrogatepass"))
    if b"\r" in beginning and b"\n" not in beginning:  # lines end as those of old Macs do
        return io.BytesIO(file.read(_LARGEST_WHOLE).replace(b"\r", b"\n"))
    return file


def _is_lines(file: BinaryIO) -> bool:
    """Tell JSON Lines that are named .json from one JSON value, by the first line."""
    first = file.readline(_LONGEST_LINE).removeprefix(_BYTE_ORDER_MARK).decode("utf-8", "replace")
    second = file.readline(_LONGEST_LINE)
    file.seek(0)
    try:
        value, end = read_value(first, _after(_SEPARATION, first, 0))
    except JsonError:
        return False
    rest = first[end:]
    several = bool(_OTHER_SEPARATOR.search(rest)) if rest.strip() else bool(second.strip())
    return isinstance(value, dict) and several


def _raw_lines(file: BinaryIO) -> Iterator[bytes]:
    lines = iter(lambda: file.readline(_LONGEST_LINE), b"")
    yield from (line.removeprefix(_BYTE_ORDER_MARK) for line in islice(lines, 1))
    yield from lines


def _next_lines(lines: Iterator[bytes], most: int) -> list[bytes]:
    found: list[bytes] = []
    size = 0
    for line in islice(lines, most):
        found.append(line)
        size += len(line)
        if size >= _LONGEST_LINE:
            break
    return found


def _in_lines(lines: Iterable[tuple[int, bytes]], only: bytes = b"") -> Iterator[_Found]:
    for number, raw in lines:
        if len(raw) == _LONGEST_LINE:
            yield _Found(
                number,
                problem=Sentence("a line may have at most {most} bytes", most=f"{_LONGEST_LINE:,}"),
            )
            return
        if only in raw and not raw.isspace():
            yield from _in_line(number, raw.rstrip(b"\r\n"))


def _in_line(number: int, raw: bytes) -> Iterator[_Found]:
    """Read a line's value, or the values that other separators of lines part."""
    found = _parse(number, raw)
    if not found.problem or not _OTHER_SEPARATOR.search(raw.decode("utf-8", "replace")):
        yield found
        return
    text = raw.decode("utf-8", "replace")
    position = 0
    try:
        while (position := _after(_SEPARATION, text, position)) < len(text):
            value, end = read_value(text, position)
            position = _after(_SEPARATION, text, end)
            if position < len(text) and not _OTHER_SEPARATOR.search(text, end, position):
                yield found  # what is wrong with the line as a whole
                return
            yield _Found(number, value)
    except JsonError as error:
        yield _Found(number, None, error.what, _NOT_JSON_TODO)


def _parse(number: int, raw: bytes) -> _Found:
    """Read one value from a line, or from a whole file that begins on it."""
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        told = not_unicode(raw, error.start)
        return _Found(number + told.line - 1, None, told.what, told.todo)
    try:
        return _Found(number, read_whole(text))
    except JsonError as error:
        before = text[: error.position]
        line = before.count("\n")
        what = Sentence(
            "{what}, at character {position}",
            what=error.what,
            position=error.position - before.rfind("\n"),
        )
        return _Found(number + line, None, what, _NOT_JSON_TODO)


def _whole(file: BinaryIO) -> Iterator[_Found]:
    """Read one object, or an array of objects, each with the line on which it begins."""
    raw = file.read(_LARGEST_WHOLE + 1).removeprefix(_BYTE_ORDER_MARK)
    if len(raw) > _LARGEST_WHOLE:
        todo = Sentence("Write it as JSON Lines, which are read line by line")
        what = Sentence("a JSON file may have at most {most} bytes", most=f"{_LARGEST_WHOLE:,}")
        yield _Found(1, None, what, todo)
        return
    start = len(raw) - len(raw.lstrip())
    if raw[start : start + 1] != b"[":
        found = _parse(1, raw)
        begins = raw.count(b"\n", 0, start) + 1
        yield found if found.problem else found._replace(line=begins)
        return
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        yield _parse(1, raw)
        return
    yield from _array(text, text.index("[") + 1)


def _array(text: str, position: int) -> Iterator[_Found]:
    line = 1 + text.count("\n", 0, position)
    while True:
        start = _after(_BETWEEN, text, position)
        line += text.count("\n", position, start)
        if text.startswith("]", start):
            if text[start + 1 :].strip():
                yield _Found(
                    line, None, Sentence("not JSON: something follows the array"), _NOT_JSON_TODO
                )
            return
        try:
            value, position = read_value(text, start)
        except JsonError as error:
            at = line + text.count("\n", start, error.position)
            yield _Found(at, None, error.what, _NOT_JSON_TODO)
            return
        yield _Found(line, value)
        line += text.count("\n", start, position)


def _after(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position
