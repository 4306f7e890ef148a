"""What is wrong in a store or in record files, in words: where, what, and what to do."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from pathlib import Path
from typing import Final, NamedTuple

from store.checking.rules.collection import Known, broken_rules, known_of
from store.checking.rules.complaint import Complaint
from store.checking.rules.sources import address_is_well_formed
from store.errors import FieldPath, Finding, Problem, Sentence
from store.files import front_matter
from store.files.markdown_text import FOOTNOTE_MARK
from store.files.vault import SUFFIX, Vault, described, read_text, unreadable
from store.model.dates import years
from store.model.records import Citation, Origin, Record, Source
from store.model.vocabulary import PREDICATES, PROPERTIES, SOURCE_TYPES, STANDINGS, TYPES
from store.paths import SEEDS_FOLDER
from store.store import Store

_FIRST_FIELD: Final = 2
_MISSING: Final = {
    ("name", "en"): Sentence("the name is missing in English"),
    ("name", "ar"): Sentence("the name is missing in Arabic"),
    ("summary", "en"): Sentence("the summary is missing in English"),
    ("summary", "ar"): Sentence("the summary is missing in Arabic"),
}


class Elsewhere(NamedTuple):
    """What records may refer to besides what is checked with them, asked for all at once."""

    records: Callable[[Set[str]], Iterable[str]]
    """Which of these keys are keys of records."""
    sources: Callable[[Set[str]], Iterable[Source]]
    """The sources that have one of these keys."""


def check_store(store: Store) -> Iterator[Finding]:
    """Find what is wrong in a store's records and sources.

    Yields:
        Findings that name the record file a record came from.
    """
    sources = store.sources_with_origin()
    known = known_of(store.every_record(), {source.key: source for source, _ in sources}.get)
    yield from _Check(sources, known).run(store.every_record_with_origin())


def check_vault(vault: Vault, elsewhere: Elsewhere) -> Iterator[Finding]:
    """Find what is wrong in record files.

    Args:
        vault: as read; its own findings come first.
        elsewhere: what references may lead to besides the files; asked only where they do.
    """
    yield from vault.findings
    records = [record for record, _ in vault.records]
    keys = {record.key for record in records}
    if objects := {relation.object for record in records for relation in record.relations} - keys:
        keys.update(elsewhere.records(objects))
    sources = {source.key: source for source, _ in vault.sources}
    cited = {citation.source for record in records for citation in record.every_citation()}
    if missing := cited - sources.keys():
        sources.update((source.key, source) for source in elsewhere.sources(missing))
    known = known_of(records, sources.get)
    yield from _Check(vault.sources, known, keys).run(vault.records)


def check_source_text(sources: Iterable[Source], file: Path) -> list[Finding]:
    """Verify that a file is the text of one of the sources: by its SHA-256, then its sentences.

    Returns:
        Nothing where it is the text.
    """
    hashed = {source.sha256: source for source in sources if source.sha256}
    todo = Sentence(
        "Name the text that the records were made from; sentences of another may differ"
    )
    if not hashed:
        return [Finding(str(file), 1, Sentence("no source carries the SHA-256 of its text"), todo)]
    try:
        data = file.read_bytes()
    except OSError as error:
        return [unreadable(str(file), error)]
    digest = hashlib.sha256(data).hexdigest()
    source = hashed.get(digest)
    if source is None:
        names = " / ".join(source.key for source in hashed.values())
        expected = " / ".join(hashed)
        what = Sentence(
            "this is not the text of {names}: its SHA-256 is {digest}, not {expected}",
            names=names,
            digest=digest,
            expected=expected,
        )
        return [Finding(str(file), 1, what, todo)]
    length = len(data.decode("utf-8", "replace"))
    return [
        Finding(
            str(file),
            1,
            Sentence(
                "sentence {number} of {source} ends behind the text",
                number=number,
                source=source.key,
            ),
            Sentence("Correct it"),
        )
        for number, (_, end) in enumerate(source.sentences, start=1)
        if end > length
    ]


class _Check:
    """Looks at records one by one and remembers which sentences they cite."""

    def __init__(
        self,
        sources: Iterable[tuple[Source, Origin]],
        known: Known,
        keys: Set[str] | None = None,
    ) -> None:
        """Prepare a check.

        Args:
            sources: that are checked too.
            known: what rules need, and every source that may be cited.
            keys: of all records that relations may lead to, None where they can lead nowhere else.
        """
        self._sources = list(sources)
        self._known = known
        self._keys = keys
        self._cited: set[Citation] = set()
        self._symmetric: set[tuple[str, str, str]] = set()
        self._lines = _Lines()

    def run(self, records: Iterable[tuple[Record, Origin]]) -> Iterator[Finding]:
        for record, origin in records:
            for complaint in self._record(record):
                yield self._finding(record.key, origin, complaint)
        for source, origin in self._sources:
            for complaint in self._source(source):
                yield self._finding(source.key, origin, complaint)

    def _finding(self, key: str, origin: Origin, complaint: Complaint) -> Finding:
        what = described(Problem(complaint.path, complaint.what))
        if not origin.file:
            return Finding(f"record {key}", 1, what, complaint.todo, complaint.rule)
        line = self._lines.find(origin, complaint.path, complaint.text)
        return Finding(origin.file, line, what, complaint.todo, complaint.rule)

    # --- a record ------------------------------------------------------------------------------

    def _record(self, record: Record) -> Iterator[Complaint]:
        citations = record.every_citation()
        self._cited.update(citations)
        yield from _languages(record)
        yield from _words(record)
        if not citations:
            yield Complaint(
                ("cite",), Sentence("nothing is cited"), Sentence("Cite what the record rests on")
            )
        for path, cited in _citations(record):
            if not cited and path != ("cite",):
                yield Complaint(
                    path,
                    Sentence("nothing is cited for it"),
                    Sentence("Add cite: [source#locator]"),
                )
            for citation in cited:
                yield from self._citation(citation, (*path, "cite") if path[1:] else path)
        yield from self._relations(record)
        yield from _marks(record, citations)
        yield from broken_rules(record, self._known)

    def _citation(self, citation: Citation, path: FieldPath) -> Iterator[Complaint]:
        source = self._known.source(citation.source)
        if source is None:
            what = Sentence("there is no source {key}", key=repr(citation.source))
            yield Complaint(path, what, Sentence("Correct the key, or add that source"))
        elif source.sentences and not _is_sentence(citation.locator, source):
            last = len(source.sentences)
            what = Sentence(
                "{reference} names no sentence of {source}",
                reference=citation.reference,
                source=source.key,
            )
            todo = Sentence(
                "Cite one of its sentences, {source}#1 to #{last}", source=source.key, last=last
            )
            yield Complaint(path, what, todo)

    def _relations(self, record: Record) -> Iterator[Complaint]:
        for index, relation in enumerate(record.relations):
            path: FieldPath = ("relations", index)
            if self._keys is not None and relation.object not in self._keys:
                what = Sentence("there is no record {key}", key=repr(relation.object))
                yield Complaint(
                    (*path, "object"), what, Sentence("Correct the key, or add that record")
                )
            if relation.object == record.key:
                what = Sentence("the record stands in relation to itself")
                yield Complaint(path, what, Sentence("Correct the object, or remove the relation"))
            predicate = PREDICATES.get(relation.predicate)
            if predicate and predicate.symmetric:
                if (relation.object, relation.predicate, record.key) in self._symmetric:
                    what = Sentence(
                        "{predicate} stands at {key} already",
                        predicate=relation.predicate,
                        key=relation.object,
                    )
                    yield Complaint(path, what, Sentence("Keep one of the two: it reads both ways"))
                self._symmetric.add((record.key, relation.predicate, relation.object))
            if relation.since and relation.until and _ends_early(relation.since, relation.until):
                yield Complaint(
                    path, Sentence("it ends before it begins"), Sentence("Correct since or until")
                )

    # --- a source ------------------------------------------------------------------------------

    def _source(self, source: Source) -> Iterator[Complaint]:
        if source.type and source.type not in SOURCE_TYPES:
            yield Complaint(("type",), *_unknown(source.type, SOURCE_TYPES))
        yield from address_is_well_formed(source)
        missing = [
            str(number)
            for number in range(1, len(source.sentences) + 1)
            if Citation(source.key, str(number)) not in self._cited
        ]
        if missing:
            which = Sentence("no record cites sentence {numbers}", numbers=missing[0])
            if len(missing) > 1:
                which = Sentence("no record cites sentences {numbers}", numbers=", ".join(missing))
            todo = Sentence(
                "Cite it where it is used: {source}#{number}", source=source.key, number=missing[0]
            )
            yield Complaint(("sentences",), which, todo)


def _languages(record: Record) -> Iterator[Complaint]:
    for (field, code), what in _MISSING.items():
        if not getattr(getattr(record, field), code):
            yield Complaint((field, code), what, Sentence("Add it"))


def _words(record: Record) -> Iterator[Complaint]:
    """Look for words that no vocabulary has: a store may have been written by another program."""
    words: list[tuple[FieldPath, str, Mapping[str, object]]] = [
        (("type",), record.type, TYPES[record.kind]),
        (("standing",), record.standing, STANDINGS),
        *(((fact.property,), fact.property, PROPERTIES) for fact in record.facts),
        *(
            (("relations", index, "predicate"), relation.predicate, PREDICATES)
            for index, relation in enumerate(record.relations)
        ),
    ]
    for path, given, known in words:
        if given and given not in known:
            yield Complaint(path, *_unknown(given, known))
    if not record.type:
        todo = Sentence("Take one of {words}", words=", ".join(TYPES[record.kind]))
        yield Complaint(("type",), Sentence("the type is missing"), todo)


def _unknown(given: str, known: Iterable[str]) -> tuple[Sentence, Sentence]:
    """Say that a word is in no vocabulary, and which words are."""
    return (
        Sentence("{word} is not known", word=repr(given)),
        Sentence("Take one of {words}", words=", ".join(known)),
    )


def _citations(record: Record) -> Iterator[tuple[FieldPath, tuple[Citation, ...]]]:
    yield ("cite",), record.citations
    positions: dict[str, int] = {}
    for fact in record.facts:
        index = positions.get(fact.property, 0)
        positions[fact.property] = index + 1
        yield (fact.property, index), fact.citations
    for index, relation in enumerate(record.relations):
        yield ("relations", index), relation.citations


def _marks(record: Record, citations: tuple[Citation, ...]) -> Iterator[Complaint]:
    labels = {citation.label for citation in citations}
    for code, text in record.summary._asdict().items():
        for mark in dict.fromkeys(FOOTNOTE_MARK.findall(text)):
            if mark not in labels:
                what = Sentence("[^{mark}] names nothing that the record cites", mark=mark)
                todo = Sentence("Correct it, or add the source to cite")
                yield Complaint(("summary", code), what, todo, f"[^{mark}]")


def _is_sentence(locator: str, source: Source) -> bool:
    return not locator or (locator.isdecimal() and 1 <= int(locator) <= len(source.sentences))


def _ends_early(since: str, until: str) -> bool:
    return years(until)[1] < years(since)[0]


class _Lines:
    """Finds the line of a field in the file that a record came from, while that is still there."""

    def __init__(self) -> None:
        self._file = ""
        self._text = ""
        self._found: front_matter.FrontMatter | None = None

    def find(self, origin: Origin, path: FieldPath, text: str) -> int:
        if not origin.file.endswith(SUFFIX):
            return origin.line
        if origin.file != self._file:
            self._read(origin.file)
        if text and text in self._text:
            return self._text.count("\n", 0, self._text.index(text)) + 1
        found = self._found.line_of(path) if self._found else 0
        # What is missing altogether is missed where the record begins.
        return found if found > _FIRST_FIELD else origin.line

    def _read(self, file: str) -> None:
        # Shipped records name their file from the folder of seeds, wherever that is installed.
        path = Path(file) if Path(file).exists() else Path(SEEDS_FOLDER).parent / file
        text = read_text(path, file)
        self._file, self._text, self._found = file, text if isinstance(text, str) else "", None
        try:
            self._found = front_matter.read(self._text)
        except front_matter.FrontMatterError:
            self._found = None
