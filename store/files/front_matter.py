"""YAML front matter: read with the line of every field, and written in one canonical layout.

Every scalar is text: `2017-05` is no date and `no` is no truth value, whatever YAML makes of them.
What YAML can do beyond plain data (anchors, aliases, tags) is refused, as files may be hostile.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

import yaml

from store.errors import CORRECT_IT, Sentence
from store.expressions import expression
from store.files.text_file import without_separators
from store.files.yaml_slips import (
    FORBIDDEN,
    QUOTE_IT,
    Slip,
    arabic_comma,
    comment_in_text,
    find_slip,
    slip_behind,
    slip_of_name,
    slip_of_text,
)
from store.tuples import NamedTuple

Path = tuple[str | int, ...]

LONGEST: Final = 2 * 1024 * 1024
"""Characters that front matter may have at most."""
_DEEPEST: Final = 20
_FENCE: Final = "---"
# The base loader resolves no dates, numbers or truth values; libyaml is ten times as fast.
_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_OVER_LINES: Final = ("name", "aliases", "summary")
_HARAKAT: Final = "\u064b-\u065f\u0670"  # which \w does not count among letters
_PLAIN: Final = expression(
    rf"[^\W\d_](?:[\w{_HARAKAT} .'%@/()+*&;!?=…–—’“”«»،؛؟#-]*[\w{_HARAKAT}.')/%»”’؟])?"
)
# What YAML 1.1 or 1.2 would take for something else than text.
_NOT_TEXT: Final = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
_NUMBER: Final = expression(
    r"-?(?:0|[1-9][0-9]{0,40})(?:\.[0-9]{1,40})?(?:e[+-]?[0-9]{1,3})?", re.ASCII
)
_OTHER_COMMAS: Final = expression("[،؛;]")
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_JOINERS: Final = "\u200c\u200d"


class FrontMatter(NamedTuple):
    """A file's front matter and what follows it."""

    fields: dict[str, Any]
    """Mappings, lists and texts."""
    plain: frozenset[Path]
    """Where a text without quotes stands that other programs take for a number or truth value."""
    lines: dict[Path, int]
    """The line in the file, from 1, on which each field and list item begins."""
    body: str
    body_line: int
    """The line in the file, from 1, on which the body begins."""

    def line_of(self, path: Path) -> int:
        """The line of a field, or of the nearest field around it where that is missing."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def typed(self, name: str) -> Any:  # noqa: ANN401 — whatever another program keeps there
        """The value of a field of another program, its numbers and truth values as such."""
        return self._typed(self.fields[name], (name,))

    def _typed(self, value: object, path: Path) -> object:
        if isinstance(value, list):
            return [self._typed(item, (*path, index)) for index, item in enumerate(value)]
        if isinstance(value, dict):
            return {name: self._typed(item, (*path, name)) for name, item in value.items()}
        return json.loads(value) if path in self.plain and isinstance(value, str) else value


class FrontMatterError(ValueError):
    """Front matter that cannot be read: `line` in the file and the path of the field, if known."""

    def __init__(
        self, line: int, message: Sentence, path: Path = (), todo: Sentence = CORRECT_IT
    ) -> None:
        self.line = line
        self.todo = todo
        self.path = path
        self.sentence = message
        super().__init__(message)


def split(text: str) -> tuple[str, str, int] | None:
    """Part a file into front matter, body and the line on which the body begins.

    Args:
        text: the file's text with LF at the end of lines.

    Returns:
        None where the text does not begin with front matter.

    Raises:
        FrontMatterError: front matter begins but does not end.
    """
    lines = text.removeprefix("\ufeff").split("\n")
    if lines[0].rstrip() != _FENCE:
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    raise FrontMatterError(
        1,
        Sentence("the front matter that begins here has no end: --- on its own line"),
        todo=Sentence("Write --- on a line of its own after the last field"),
    )


def read(text: str) -> FrontMatter | None:
    """Read a file's front matter.

    Args:
        text: the file's text with LF at the end of lines.

    Returns:
        None where the text has no front matter.

    Raises:
        FrontMatterError: it is not YAML, or more than plain data.
    """
    parts = split(text)
    if parts is None:
        return None
    source, body, body_line = parts
    if len(source) > LONGEST:
        raise FrontMatterError(
            1, Sentence("front matter of {count:,} characters is too long", count=len(source))
        )
    source = without_separators(source)
    try:
        reader = _Reader(source)
        fields = reader.fields()
    except yaml.MarkedYAMLError as error:
        raise _refused(slip_behind(error, source)) from error
    except yaml.reader.ReaderError as error:
        found = FORBIDDEN.search(source)
        raise _slip(source, source.count("\n", 0, found.start() if found else 0)) from error
    except UnicodeEncodeError as error:
        line = source.count("\n", 0, error.start) + 2
        raise FrontMatterError(
            line, Sentence("half of a surrogate pair cannot stand here")
        ) from error
    return FrontMatter(fields, frozenset(reader.plain), reader.lines, body, body_line)


def _slip(source: str, line: int) -> FrontMatterError:
    return _refused(find_slip(source, line, -1))


def _refused(slip: Slip) -> FrontMatterError:
    return FrontMatterError(slip.line + 2, slip.what, todo=slip.todo)


class _Reader:
    """Turns YAML's events into plain data and notes on which line each part stands.

    Events rather than nodes: PyYAML's composer recurses in C, where deep nesting ends the process,
    and nodes no longer tell what was an anchor.
    """

    def __init__(self, source: str) -> None:
        self.lines: dict[Path, int] = {}
        self.plain: list[Path] = []
        self._source = source
        self._lines = source.split("\n")
        self._events = yaml.parse(source, Loader=_LOADER)

    def fields(self) -> dict[str, Any]:
        next(self._events)  # the stream's start
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return {}
        value = self._value(next(self._events), ())
        if value is None:
            return {}
        if isinstance(value, str):
            raise _slip(self._source, 0)
        if not isinstance(value, dict):
            raise FrontMatterError(
                2, Sentence("front matter is a list of fields, each `name: value`")
            )
        next(self._events)  # the document's end
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise FrontMatterError(
                _line(event), Sentence("front matter ends here, only --- may follow")
            )
        return value

    def _value(self, event: yaml.Event, path: Path) -> Any:  # noqa: ANN401 — YAML holds anything
        self.lines.setdefault(path, _line(event))
        _refuse_more_than_data(event, path)
        if isinstance(event, yaml.ScalarEvent):
            if event.implicit[0]:
                self._refuse_comment_in_text(event, path)
                if slip := slip_of_text(event.value):
                    raise FrontMatterError(_line(event), slip[0], path, slip[1])
            if event.implicit[0] and _is_typed(event.value):
                self.plain.append(path)
            return None if event.value == "" and event.implicit[0] else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path, flow=bool(event.flow_style))
        return self._mapping(path)

    def _refuse_comment_in_text(self, event: yaml.ScalarEvent, path: Path) -> None:
        """Refuse `name: #abc` and `name: Agreement #4`, of which YAML makes comments."""
        if (mark := event.end_mark) is None:
            return
        rest = self._lines[mark.line][mark.column :] if mark.line < len(self._lines) else ""
        if found := comment_in_text(rest):
            raise FrontMatterError(mark.line + 2, found[0], path, found[1])

    def _list(self, path: Path, *, flow: bool) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            if flow and isinstance(event, yaml.ScalarEvent) and event.implicit[0]:
                _refuse_other_commas(event, path)
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            _refuse_more_than_data(event, path)
            if not isinstance(event, yaml.ScalarEvent):
                raise FrontMatterError(
                    _line(event), Sentence("a field's name must be a word"), path
                )
            name = event.value
            if event.implicit[0] and (slip := slip_of_name(name)):
                raise FrontMatterError(_line(event), slip[0], path, slip[1])
            if name in mapping:
                first = self.lines[*path, name]
                raise FrontMatterError(
                    _line(event),
                    Sentence(
                        "{name} stands twice, first on line {line}", name=repr(name), line=first
                    ),
                    path,
                )
            self.lines[*path, name] = _line(event)
            mapping[name] = self._value(next(self._events), (*path, name))
        return mapping


def _line(event: yaml.Event) -> int:
    """Count from 1 in the file, whose first line is the fence, not from 0 in the YAML."""
    return event.start_mark.line + 2 if event.start_mark else 1


def _refuse_other_commas(event: yaml.ScalarEvent, path: Path) -> None:
    """Refuse an item `[one، two]`, which would be one; in quotation marks it is meant."""
    if mark := _OTHER_COMMAS.search(event.value):
        what, todo = arabic_comma(mark[0])
        raise FrontMatterError(_line(event), what, path, todo)


def _refuse_more_than_data(event: yaml.Event, path: Path) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise FrontMatterError(
            _line(event),
            Sentence("an anchor (&) or alias (*) cannot stand here"),
            path,
            QUOTE_IT,
        )
    if tag := getattr(event, "tag", None):
        as_written = repr(tag.replace("tag:yaml.org,2002:", "!!", 1))
        what = Sentence("a tag ({tag}) cannot stand here", tag=as_written)
        raise FrontMatterError(_line(event), what, path, QUOTE_IT)
    if len(path) > _DEEPEST:
        raise FrontMatterError(_line(event), Sentence("nested too deeply"), path[:3])


# --- writing -------------------------------------------------------------------------------------


def write(mapping: Mapping[str, Any]) -> str:
    """Write a mapping as front matter, with its fences: a field a line, a list's mapping a line.

    Args:
        mapping: of texts, numbers, truth values, lists and mappings of these.
    """
    lines = [_FENCE]
    for name, value in mapping.items():
        name = _name(name)  # noqa: PLW2901 — as it is written
        if value is None:
            lines.append(f"{name}:")
        elif isinstance(value, Mapping) and value and name in _OVER_LINES:
            lines.append(f"{name}:")
            lines += [f"  {_name(key)}: {_written(part)}" for key, part in value.items()]
        elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
            lines.append(f"{name}:")
            lines += [f"  - {_flow(item)}" for item in value]
        else:
            lines.append(f"{name}: {_written(value)}")
    return "\n".join([*lines, _FENCE, ""])


def _is_typed(text: str) -> bool:
    """Whether a text without quotes is a number or truth value, and comes back as it is."""
    if text in ("true", "false", "null"):
        return True
    return _NUMBER.fullmatch(text) is not None and json.dumps(json.loads(text)) == text


def _written(value: object) -> str:
    """A value on a line of its own, where more may stand without quotes than inside brackets."""
    if isinstance(value, str) and re.fullmatch(r"https?:[!-~]+", value):
        return value if "#" not in value and not value.endswith(":") else _quoted(value)
    if isinstance(value, str) and ", " in value and _is_plain(value.replace(",", "")):
        return value
    return _flow(value)


def _name(name: object) -> str:
    """A field's name: what would be taken for a slip without quotation marks has them."""
    return _quoted(name) if isinstance(name, str) and slip_of_name(name) else _flow(name)


def _flow(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return value if _is_plain(value) else _quoted(value)
        case Mapping():
            pairs = (f"{_name(name)}: {_flow(part)}" for name, part in value.items())
            return "{" + ", ".join(pairs) + "}"
        case _ if isinstance(value, list | tuple):
            return "[" + ", ".join(map(_item, value)) + "]"
    raise TypeError(f"{type(value).__name__} has no place in front matter")


def _item(value: object) -> str:
    is_parted = isinstance(value, str) and _OTHER_COMMAS.search(value) is not None
    return _quoted(str(value)) if is_parted else _flow(value)


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and " #" not in text and text.lower() not in _NOT_TEXT


def _quoted(text: str) -> str:
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() or character in _JOINERS:
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
