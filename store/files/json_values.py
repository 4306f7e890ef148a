"""Values out of JSON text: a key twice, a number without bound and deep nesting are refused.

What is wrong is said in sentences of ours: the parser's are English and know no remedy.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from store.errors import Sentence
from store.expressions import expression

_REASONS: Final = {
    "Expecting value": Sentence("a value is missing, or a text without quotation marks"),
    "Expecting property name enclosed in double quotes": Sentence(
        'a name in double quotation marks (") is missing, or a comma is too many'
    ),
    "Illegal trailing comma before end of object": Sentence("a comma is too many"),
    "Illegal trailing comma before end of array": Sentence("a comma is too many"),
    "Expecting ':' delimiter": Sentence("a colon (:) is missing"),
    "Expecting ',' delimiter": Sentence("a comma (,) or the end of a list or object is missing"),
    "Unterminated string starting at": Sentence("a text has no closing quotation mark"),
    "Invalid control character at": Sentence("a line break or control character is not escaped"),
    "Invalid \\escape": Sentence("a backslash is not escaped: write two"),
    "Invalid \\uXXXX escape": Sentence("\\u needs four hexadecimal digits"),
    "Extra data": Sentence("something follows the value"),
}
_MOST_DIGITS: Final = 300
_TOKEN: Final = expression(r'"(?:[^"\\]++|\\.)*+"?+|[\[\]{},:]|\n', re.S)


class JsonError(ValueError):
    """JSON that cannot be read: what is wrong, and where in the text."""

    def __init__(self, what: Sentence, position: int) -> None:
        super().__init__(what)
        self.what = what
        self.position = position


class _TwiceError(ValueError):
    """An object has a name twice."""


def read_value(text: str, start: int = 0) -> tuple[Any, int]:
    """Read the value that begins at a place in a text.

    Returns:
        The value and where it ends.

    Raises:
        JsonError: there is none that can be read.
    """
    try:
        return _DECODER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        said = (reason for message, reason in _REASONS.items() if error.msg.startswith(message))
        reason = next(said, Sentence("this is no value"))
        what = Sentence("not JSON: {reason}", reason=reason)
        raise JsonError(what, error.pos) from None
    except RecursionError:
        raise JsonError(Sentence("nested too deeply"), start) from None
    except _TwiceError as error:
        name = str(error)
        what = Sentence("{name} stands twice in one object", name=repr(name[:60]))
        raise JsonError(what, _second_place(text, start, name)) from None
    except ValueError as error:
        what = error.args[0] if isinstance(error.args[0], Sentence) else _TOO_LONG
        raise JsonError(what, start) from None


def read_whole(text: str) -> Any:  # noqa: ANN401 — JSON holds anything
    """Read a text that is one value.

    Raises:
        JsonError: it is not.
    """
    start = len(text) - len(text.lstrip())
    value, end = read_value(text, start)
    if text[end:].strip():
        raise JsonError(
            Sentence("not JSON: {reason}", reason=_REASONS["Extra data"]),
            end + len(text[end:]) - len(text[end:].lstrip()),
        )
    return value


_TOO_LONG: Final = Sentence("a number has too many digits")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise _TwiceError(name)
            seen.add(name)
    return found


def _number(text: str) -> float:
    value = float(text)
    if value in (float("inf"), float("-inf")) or len(text) > _MOST_DIGITS:
        raise ValueError(_TOO_LONG)
    return value


def _whole_number(text: str) -> int:
    if len(text) > _MOST_DIGITS:
        raise ValueError(_TOO_LONG)
    return int(text)


def _constant(text: str) -> float:
    raise ValueError(Sentence("{value} is no number of JSON", value=text))


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_float=_number,
    parse_int=_whole_number,
    parse_constant=_constant,
)


def _second_place(text: str, start: int, name: str) -> int:
    """Where a name stands for the second time in one object."""
    written = json.dumps(name), json.dumps(name, ensure_ascii=False)
    objects: list[bool] = []  # whether each that is open has the name already
    named = 0
    for token in _TOKEN.finditer(text, start):
        match token[0]:
            case "{" | "[":
                objects.append(False)
            case "}" | "]":
                if objects:
                    objects.pop()
            case ":" if named >= 0 and objects:
                if objects[-1]:
                    return named
                objects[-1] = True
        named = token.start() if token[0] in written else -1
    return start
