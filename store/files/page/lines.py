"""Labelled lines, names and texts: what pages of records and of sources are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.files.page.words import short_word, word
from store.model.records import Bilingual, Citation, Fact
from store.model.vocabulary import Language
from store.tuples import NamedTuple


class Line(NamedTuple):
    """A labelled line."""

    name: str
    """What it is about: a property, or a name such as `type` that printers choose lines by."""
    label: str
    parts: tuple[str, ...]
    """What it says: mostly one text, several where each must be made safe on its own."""
    joint: str = ""
    """Stands between the parts."""
    note: str = ""
    citations: tuple[Citation, ...] = ()
    differing: bool = False
    """Another value of the record excludes this one."""
    language: Language | None = None
    """The language of names, which may not be the page's."""
    figures: bool = False
    """Its digits are the program's, not an author's: they may be written as other digits."""
    short_label: str = ""
    """The label where room is short."""
    fact: Fact | None = None
    """What states it, where that is a fact."""

    @property
    def value(self) -> str:
        """The parts as one text."""
        return self.joint.join(self.parts)


class Text(NamedTuple):
    """A summary or note: paragraphs of Markdown, in which `[^article-2]` is a citation."""

    language: Language
    text: str


def line(name: str, language: Language, *parts: str, joint: str = "") -> Line:
    """Make a line with the label that its name has.

    Args:
        name: of one of the words.
        language: of the label.
        *parts: what it says.
        joint: stands between the parts.
    """
    return Line(name, word(name, language), parts, joint, short_label=short_word(name, language))


def lines_named(lines: Iterable[Line], name: str) -> Iterator[Line]:
    """Those of some lines that are about one thing."""
    return (line for line in lines if line.name == name)


def names_for_reader(name: Bilingual, language: Language) -> tuple[str, ...]:
    """The names in both languages, the reader's first; a missing one is left out."""
    return tuple(name.in_(each) for each in languages(language) if name.in_(each))


def texts(text: Bilingual, language: Language) -> tuple[Text, ...]:
    """The texts in both languages, the reader's first; a missing one is left out."""
    both = (Text(each, text.in_(each)) for each in languages(language))
    return tuple(each for each in both if each.text)


def languages(first: Language) -> tuple[Language, Language]:
    """Both languages, the reader's first."""
    return ("ar", "en") if first == "ar" else ("en", "ar")
