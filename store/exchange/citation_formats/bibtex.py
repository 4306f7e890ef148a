"""BibTeX as biblatex and biber read it: UTF-8, dates as they are (EDTF), Arabic kept as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote

from store.exchange.citation_format import (
    CitationFormat,
    key_of,
    one_line,
    other_title_of,
    remarks_of,
    title_of,
)
from store.expressions import expression
from store.model.records import Source
from store.model.vocabulary import Label

_TYPES: Final = {
    "un": ("report", "institution"),
    "ngo": ("report", "institution"),
    "scholarly": ("article", "journaltitle"),
    "dataset": ("dataset", "publisher"),
}
_OTHERS: Final = ("online", "organization")
"""The entry's type, and the field that has who published it."""
_LANGUAGES: Final = {
    "ar": "arabic", "ca": "catalan", "de": "german", "en": "english", "es": "spanish",
    "fa": "persian", "fr": "french", "id": "indonesian", "it": "italian", "pt": "portuguese",
    "ru": "russian", "sl": "slovene", "tr": "turkish",
}  # fmt: skip
"""As biblatex calls those that it knows."""
_COMMANDS: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
"""What TeX would obey."""
_COMMAND: Final = expression(r"[\\{}$&%#_~^]")
_KEPT_IN_ADDRESSES: Final = "!#$%&'()*+,-./:;=?@[]_~"


def _write(sources: Iterable[Source]) -> str:
    return "\n".join(map(_entry, sources))


def _entry(source: Source) -> str:
    kind, published_by = _TYPES.get(source.type, _OTHERS)
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(source, published_by))
    return f"@{kind}{{{key_of(source)},\n{fields}}}\n"


def _fields(source: Source, published_by: str) -> Iterator[tuple[str, str]]:
    # Braces within keep capitals as they are: most titles have names in them.
    yield "title", f"{{{_escaped(title_of(source))}}}"
    if other := other_title_of(source):
        yield "titleaddon", f"{{{_escaped(other)}}}"
    if source.publisher:
        yield published_by, f"{{{_escaped(one_line(source.publisher))}}}"
    if source.date:
        yield "date", source.date
    if language := _LANGUAGES.get(source.language):
        yield "langid", language
    if source.url:
        # Read as it stands, so that what ends a field must not stand in it.
        yield "url", quote(one_line(source.url), safe=_KEPT_IN_ADDRESSES)
    if remarks := remarks_of(source):
        yield "note", _escaped(remarks)


def _escaped(text: str) -> str:
    return _COMMAND.sub(lambda match: _COMMANDS[match[0]], text)


BIBTEX: Final = CitationFormat("bibtex", 10, Label("BibTeX", "BibTeX"), _write)
