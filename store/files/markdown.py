"""A record or source as a Markdown file and back, without loss (docs/records.md)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Literal

from store.errors import FieldPath, Problem, RecordError, Sentence
from store.expressions import expression
from store.files import front_matter
from store.files.front_matter import FrontMatterError
from store.files.markdown_parts import (
    ARABIC_ENDS,
    Address,
    facts_table,
    footnotes,
    heading,
    in_direction,
    link,
    movements_table,
    relations_list,
    right_to_left,
    source_table,
)
from store.files.markdown_text import can_stand_as_written, escape_paragraphs
from store.files.page import (
    NO_PLACES,
    Places,
    RecordPage,
    SourcePage,
    page_citations,
    record_page,
    references,
    source_page,
    word,
)
from store.files.text_file import with_all_lines
from store.model.mapping import (
    record_from_mapping,
    record_to_mapping,
    source_from_mapping,
    source_to_mapping,
)
from store.model.record_reader import FIELDS
from store.model.records import Bilingual, Movement, Record, Related, Row, Source
from store.model.vocabulary import KIND_PLURALS, KINDS, Language
from store.tuples import NamedTuple

Languages = Literal["en", "ar", "both"]
"""Which languages a reader is shown; a file's front matter always holds both."""

GENERATED: Final = "<!-- generated -->"
_ARABIC_BEGINS: Final = expression(r"""<div\b(?=[^<>]*?\blang=["']?ar\b)[^<>]*+>\s*+""")
_NAMES_A_KIND: Final = expression(r"[Kk]ind: *[\"']?(?:zone|agreement|actor|consequence|source)\b")
_FARTHEST_BEGINNING: Final = 40
"""Lines in which front matter is looked for that does not begin where it must."""
_AROUND_FENCE: Final = " \t\xa0\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_TEXT: Final = expression(r"(?!<!--|#|//|%|---|-->)\S")
_HEADING: Final = expression(r" {0,3}#{1,6}(?:\s|$)")
_FOOTNOTE_DEFINITION: Final = expression(r"\[\^[^\[\]]++\]:")


class Neighbours(NamedTuple):
    """What a page shows besides its own record."""

    related: tuple[Related, ...] = ()
    """Relations of both directions, in the order of the vocabulary."""
    sources: Mapping[str, Source] = MappingProxyType({})
    """By key, those that are cited."""
    places: Places = NO_PLACES
    """What lists show of the zones that facts name, by key."""
    moved: tuple[Movement, ...] = ()
    """Who left the place and who came, as other records say."""
    citing: tuple[Row, ...] = ()
    """For a source: the records that cite it."""
    linked: frozenset[str] | None = None
    """Keys of the records and sources that have a file to link to; None for all."""


class Reading(NamedTuple):
    """What a file holds; nothing where there are problems, or where it is no record file."""

    entry: Record | Source | None
    problems: list[Problem]
    """Each with its line."""
    line: int = 1
    """Where the record's key stands."""


# --- writing -------------------------------------------------------------------------------------


def write_record(
    record: Record, neighbours: Neighbours | None = None, language: Languages = "both"
) -> str:
    """Write a record file.

    Args:
        record: the record.
        neighbours: the records and sources around it, for the part that is made for readers.
        language: of the text that readers see; whatever they do not see stands in the front matter.

    Returns:
        The file's text, LF at the end of lines.
    """
    around = neighbours or Neighbours()
    kept = _kept_in_front_matter(record.summary, record.name, language)
    mapping = record_to_mapping(record)
    mapping.pop("summary", None)
    citations = page_citations(record, around.related, around.moved)
    labels = frozenset(citation.label for citation in citations)
    address = _addresses(around.linked)
    first = _each(language)[0]
    parts = [
        _with_kept(mapping, "summary", record.summary, kept),
        *_texts(record.name, record.summary, language, labels),
        GENERATED,
        *(
            _data(
                record_page(
                    record, each, around.sources, around.related, around.places, around.moved
                ),
                address,
            )
            for each in _each(language)
        ),
        footnotes(references(citations, around.sources, first), first, address),
    ]
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"


def write_source(
    source: Source, neighbours: Neighbours | None = None, language: Languages = "both"
) -> str:
    """Write a source's file; arguments and result as for `write_record`."""
    around = neighbours or Neighbours()
    kept = _kept_in_front_matter(source.note, source.title, language)
    mapping = source_to_mapping(source)
    mapping.pop("note", None)
    address = _addresses(around.linked)
    parts = [
        _with_kept(mapping, "note", source.note, kept),
        *_texts(source.title, source.note, language, frozenset()),
        GENERATED,
        *(
            _source_data(source_page(source, each, around.citing), address)
            for each in _each(language)
        ),
    ]
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"


def _each(language: Languages) -> tuple[Language, ...]:
    return ("en", "ar") if language == "both" else (language,)


def _kept_in_front_matter(
    summary: Bilingual, name: Bilingual, language: Languages
) -> dict[str, str]:
    """Choose the summaries that would not come back from the body."""
    return {
        code: text
        for code, text in summary._asdict().items()
        if text and not (code in _shown(name, summary, language) and can_stand_as_written(text))
    }


def _shown(name: Bilingual, summary: Bilingual, language: Languages) -> list[Language]:
    """Choose the languages that have something to show; the one asked for always has."""
    return [
        each
        for each in _each(language)
        if language != "both" or name.in_(each) or summary.in_(each)
    ]


def _with_kept(
    mapping: dict[str, Any], field_name: str, summary: Bilingual, kept: dict[str, str]
) -> str:
    return front_matter.write({**mapping, field_name: kept} if kept else mapping)


def _texts(
    name: Bilingual, summary: Bilingual, language: Languages, labels: frozenset[str]
) -> list[str]:
    blocks = []
    for each in _shown(name, summary, language):
        text = summary.in_(each)
        safe = text if can_stand_as_written(text) else escape_paragraphs(text, labels)
        block = f"{heading(1, name.prefer(each))}\n\n{safe}"
        blocks.append(right_to_left(block) if each == "ar" else block)
    return blocks


def _data(page: RecordPage, address: Address) -> str:
    blocks = [heading(2, word("facts", page.language)), facts_table(page)]
    for table in page.movements:
        blocks += [heading(2, table.title), movements_table(table, page, address)]
    if page.relations:
        blocks += [
            heading(2, word("relations", page.language)),
            relations_list(page.relations, address, 3),
        ]
    return in_direction("\n\n".join(blocks), page.language)


def _source_data(page: SourcePage, address: Address) -> str:
    blocks = [source_table(page)]
    if page.citing:
        rows = (f"- {link(row, page.language, address)}" for row in page.citing)
        blocks += [heading(2, word("cited by", page.language)), "\n".join(rows)]
    return in_direction("\n\n".join(blocks), page.language)


def folder_of(kind: str) -> str:
    """Name the folder that holds record files of a kind: `zones`."""
    return KIND_PLURALS[kind].en if kind in KINDS else "sources"


def _addresses(linked: frozenset[str] | None) -> Address:
    def address(key: str, kind: str) -> str:
        return f"../{folder_of(kind)}/{key}.md" if linked is None or key in linked else ""

    return address


# --- reading -------------------------------------------------------------------------------------


def read_record(text: str) -> Record:
    """Read a record file.

    Raises:
        RecordError: with every problem found.
    """
    reading = read(text)
    if not isinstance(reading.entry, Record):
        raise RecordError(reading.problems or [_not_a("record")])
    return reading.entry


def read_source(text: str) -> Source:
    """Read a source's file.

    Raises:
        RecordError: with every problem found.
    """
    reading = read(text)
    if not isinstance(reading.entry, Source):
        raise RecordError(reading.problems or [_not_a("source")])
    return reading.entry


def _not_a(what: str) -> Problem:
    return Problem(
        (),
        Sentence("this is not a file of a {kind}: its front matter has no such kind", kind=what),
    )


def read(text: str) -> Reading:
    """Read a file that may be a record's or a source's.

    Args:
        text: the whole file, LF at the end of lines.

    Returns:
        The record or source; or every problem found with its line; or neither, where the file is
        another Markdown file (without front matter, or with one that names no `kind`).
    """
    try:
        found = front_matter.read(text)
    except FrontMatterError as error:
        return Reading(None, [Problem(error.path, error.sentence, error.todo, line=error.line)])
    if found is None or not any(name.strip().casefold() == "kind" for name in found.fields):
        return Reading(None, _missed_front_matter(text) if found is None else [])
    summary, problems = _read_body(found.body, found.body_line)
    is_source = found.fields.get("kind") == "source"
    others = {name: found.typed(name) for name in found.fields if name not in FIELDS}
    fields = _with_summary({**found.fields, **others}, "note" if is_source else "summary", summary)
    entry: Record | Source | None = None
    try:
        entry = source_from_mapping(fields) if is_source else record_from_mapping(fields)
    except RecordError as error:
        problems += [p._replace(line=found.line_of(p.path)) for p in error.problems]
    problems.sort(key=_by_line)
    return Reading(None if problems else entry, problems, found.line_of(("key",)))


def _missed_front_matter(text: str) -> list[Problem]:
    """Find front matter that names a kind but does not begin on the first line."""
    lines = text.split("\n", _FARTHEST_BEGINNING)[:_FARTHEST_BEGINNING]
    named = next((at for at, line in enumerate(lines) if _NAMES_A_KIND.match(line)), None)
    if named is None:
        return []
    begin = next(
        (at for at, line in enumerate(lines[:named]) if line.strip(_AROUND_FENCE) == "---"), None
    )
    if begin == 0:
        what = Sentence("a character that is not seen stands before or behind --- here")
        todo = Sentence("Write --- anew, with nothing else on the line")
        return [Problem((), what, todo, line=1)]
    if begin is not None and not any(_TEXT.match(line.lstrip()) for line in lines[:begin]):
        what = Sentence("front matter begins on the first line of a file, not here")
        todo = Sentence("Remove what stands above it: blank lines and comments too")
        return [Problem((), what, todo, line=begin + 1)]
    if begin is None and all(":" in line for line in lines[:named] if line.strip()):
        what = Sentence("front matter begins with a line --- of its own; it is missing here")
        todo = Sentence("Put --- before the first field and after the last")
        return [Problem((), what, todo, line=1)]
    return []


def _by_line(problem: Problem) -> tuple[int, FieldPath, Sentence]:
    return problem.line, problem.path, problem.what


def _with_summary(
    fields: dict[str, Any], field_name: str, summary: dict[str, str]
) -> dict[str, Any]:
    """Complete the fields with the body's text, where the front matter does not give it."""
    given = fields.get(field_name)
    if given is None:
        return {**fields, field_name: summary} if summary else fields
    return {**fields, field_name: {**summary, **given}} if isinstance(given, dict) else fields


def _read_body(body: str, first_line: int) -> tuple[dict[str, str], list[Problem]]:
    """Part the body into the English and the Arabic summary."""
    lines = body.split("\n")
    end = next((at for at, line in enumerate(lines) if line.strip() == GENERATED), len(lines))
    lines = lines[:end]
    begin = next((at for at, line in enumerate(lines) if _ARABIC_BEGINS.fullmatch(line)), end)
    close = next((at for at in range(begin, end) if lines[at].strip() == ARABIC_ENDS), end)
    problems: list[Problem] = []
    if begin < end and close == end:
        problems.append(
            _in_summary("ar", first_line + begin, Sentence("{tag} is missing", tag=ARABIC_ENDS))
        )
    summary = {
        "en": _read_summary(lines[:begin], "en", first_line, problems),
        "ar": _read_summary(lines[begin + 1 : close], "ar", first_line + begin + 1, problems),
    }
    for at, line in enumerate(lines[close + 1 :], start=close + 1):
        if line.strip() and not _FOOTNOTE_DEFINITION.match(line):
            what = Sentence("text after {tag} belongs to no language", tag=ARABIC_ENDS)
            problems.append(_in_summary("ar", first_line + at, what))
            break
    return {code: text for code, text in summary.items() if text}, problems


def _read_summary(
    lines: list[str], language: Language, first_line: int, problems: list[Problem]
) -> str:
    """Take what follows the heading; a second heading is a problem."""
    beginning = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    if beginning < len(lines) and _HEADING.match(lines[beginning]):
        beginning += 1
    for at, line in enumerate(lines[beginning:], start=beginning):
        if _HEADING.match(line):
            what = Sentence("a summary is paragraphs and has no headings but the name above it")
            problems.append(_in_summary(language, first_line + at, what))
            break
    return with_all_lines("\n".join(lines[beginning:])).strip()


def _in_summary(language: Language, line: int, what: Sentence) -> Problem:
    return Problem(("summary", language), what, line=line)
