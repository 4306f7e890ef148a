"""What a query is written with: words, phrases, operators and filters, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.expressions import expression
from store.search.filters import filter_named
from store.search.filters.filter import Filter
from store.tuples import NamedTuple
from store.typed import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    import re

TokenKind = Literal[
    "open", "close", "minus", "AND", "OR", "NOT", "word", "phrase", "phrase*", "filter", "begun"
]

SEPARATORS: Final = ",;/|+&=\\…—–،؛؟!?·•→←<>[]{}«»^~@#%"
"""Marks between words, which join them no more than a blank does."""
_ESCAPED_SEPARATORS: Final = "".join(
    f"\\{mark}" if mark in "\\[]^" else mark for mark in SEPARATORS
)
_TOKEN: Final = expression(
    rf"""(?x)
        (?P<open>\() | (?P<close>\))
      | (?P<minus>-(?=[^\s)]))
      | (?P<name>[^\W\d_]+(?:[-_][^\W\d_]+)*):(?P<value>"[^"]*"|[^\s()"]+)
      | "(?P<phrase>[^"]*)"(?P<star>\*)?
      | (?P<begun>(?:[^\W\d_]+(?:[-_][^\W\d_]+)*:)?"[^"]*|[^\W\d_]+(?:[-_][^\W\d_]+)*:)\Z
      | (?P<date>\d{{1,4}}[-/.]\d{{1,4}}(?:[-/.]\d{{1,4}})?(?=[\s),;،؛]|\Z))
      | (?P<word>[^\s()"{_ESCAPED_SEPARATORS}]+)
    """
)
_OPERATORS: Final[dict[str, TokenKind]] = {"AND": "AND", "OR": "OR", "NOT": "NOT"}
_LETTERS: Final = expression(r"[^\W\d_]{2,}(?:[-_][^\W\d_]*)*")


class Token(NamedTuple):
    """A piece of a query."""

    kind: TokenKind
    text: str
    """Without quotation marks; of a filter its value."""
    start: int
    """Where the piece stands in the query, quotation marks included, in characters."""
    end: int
    filter: Filter | None = None


class BegunFilter(NamedTuple):
    """A filter whose value is still being typed."""

    filter: Filter
    written_name: str
    value: str
    is_quoted: bool = False
    """A quotation mark stands before the value, and none behind it."""


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """The tokens of a query, where what is begun and is no filter counts as words.

    Args:
        text: the query, or its end; logical order.
        start: where `text` begins in the query.
    """
    for token in tokens_as_typed(text, start):
        if token.kind != "begun":
            yield _as_filter_without_value(token) or token
            continue
        if item := filter_named(token.text.partition(":")[0]):
            value = token.text.partition(":")[2].removeprefix('"')
            yield Token("filter", value, token.start, token.end, item)
            continue
        name, quote, rest = token.text.partition('"')
        if name:
            yield Token("word", name, token.start, token.start + len(name))
        yield from tokens(rest, token.start + len(name) + len(quote))


def _as_filter_without_value(token: Token) -> Token | None:
    """A word that is a filter's name and a colon, as a blank stands before what follows."""
    name, colon, rest = token.text.partition(":")
    item = filter_named(name) if token.kind == "word" and colon and not rest else None
    return token._replace(kind="filter", text="", filter=item) if item else None


def tokens_as_typed(text: str, start: int = 0) -> Iterator[Token]:
    """The tokens of a query; the last may be a phrase or a filter's value that is only begun."""
    if (pieces := text.split()) and all(map(str.isalnum, pieces)):
        yield from _plain_words(text, pieces, start)
        return
    place = 0
    while match := _TOKEN.search(text, place):
        first, place = match.span()
        kind, written = _read(match)
        item = filter_named(match["name"]) if match["name"] else None
        is_word = match["name"] and not item
        if is_word and not match["value"].startswith("//"):  # mines:detainees
            place = match.start("value")
            yield Token("word", match["name"], start + first, start + place)
            continue
        if item:
            kind, written = "filter", item.value_under(match["name"], match["value"].strip('"'))
        yield Token(kind, written, start + first, start + place, item)


def _plain_words(text: str, pieces: Iterable[str], start: int) -> Iterator[Token]:
    """The tokens of a query of words alone, as most are: no expression is compiled for it."""
    last = 0
    for piece in pieces:
        first = text.index(piece, last)
        last = first + len(piece)
        kind = _OPERATORS.get(piece, "word")
        yield Token(kind, piece, start + first, start + last)


def _read(match: re.Match[str]) -> tuple[TokenKind, str]:
    match match.groupdict():
        case {"word": "AND" | "OR" | "NOT" as operator}:
            return operator, operator
        case {"word": str(word)}:
            return "word", word
        case {"date": str(date)}:
            return "word", date
        case {"name": str(name), "value": str(value)}:  # no filter's: http://example.org
            return "word", f"{name} {value}"
        case {"phrase": str(phrase), "star": star}:
            return ("phrase*" if star else "phrase"), phrase
        case {"begun": str(begun)}:
            return "begun", begun
        case {"open": str(open_)}:
            return "open", open_
        case {"close": str(close)}:
            return "close", close
        case _:
            return "minus", match[0]


def begun_filter(text: str) -> BegunFilter | None:
    """The filter that a query ends with, where its value may go on."""
    token = last_token(text)
    if token is None or token.kind not in ("filter", "begun"):
        return None
    name, _, value = text[token.start :].partition(":")
    item = filter_named(name) if '"' not in name else None
    if item is None or (token.kind == "filter" and value.endswith('"')):
        return None
    return BegunFilter(item, name, value.removeprefix('"'), value.startswith('"'))


def begun_word(text: str) -> str:
    """The letters at the end of a query that may become a filter's name; empty where none do."""
    token = last_token(text)
    is_word = token is not None and token.kind == "word" and _LETTERS.fullmatch(token.text)
    return token.text if token and is_word else ""


def last_token(text: str) -> Token | None:
    """The token that a query ends with; None where it ends with a blank."""
    last = max(tokens_as_typed(text), key=lambda token: token.end, default=None)
    return last if last and last.end == len(text) else None
