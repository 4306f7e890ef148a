"""Whether what the store says can be used: another program, or a disk, may have changed it.

What is asked here is what the rest of the program trusts, and costs little for each record; whether
a record is all that the model asks is what `masarat check` finds out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from store.errors import DamagedRowError, FieldPath, Problem, Sentence
from store.model.properties import VALUE_TYPES, Notation
from store.model.records import Bilingual, Fact, Record, Relation, Source
from store.model.vocabulary import KINDS, PROPERTIES, ValueType
from store.typed import Final

Report = Callable[[DamagedRowError], None]
"""Told of a row that is left out, as others can be read without it."""

NOT_A_TEXT: Final = Sentence("there is something else than a text in UTF-8")

NAMELESS: Final = Problem(
    ("name",), Sentence("a name in at least one language is needed: {{en: …, ar: …}}")
)


def raise_it(error: DamagedRowError) -> None:
    """What happens to a damaged row where nothing else is asked for."""
    raise error


def leave_out(_: DamagedRowError) -> None:
    """What happens to a damaged row where it would only be offered, and need not be told of."""


def is_text(values: Iterable[object]) -> bool:
    """Whether all values are texts that can be written down."""
    try:
        "".join(values).encode()  # type: ignore[arg-type]
    except (TypeError, UnicodeEncodeError):
        return False
    return True


def has_name(name: Bilingual) -> bool:
    """Whether anything is to be seen of a name, in either language."""
    return any(map(str.strip, name))


def sound_keys(keys: Iterable[str], report: Report) -> Iterator[str]:
    """Those of some keys that are texts, by which alone anything can be asked for."""
    for key in keys:
        if is_text([key]):
            yield key
        else:
            report(DamagedRowError(readable(key), Problem((), NOT_A_TEXT)))


def readable(text: object) -> str:
    """A text as it can be shown; what is none is empty."""
    return text.encode("utf-8", "replace").decode() if isinstance(text, str) else ""


def refuse_damaged_record(record: Record) -> None:
    """See that a record's words, dates and texts can be used.

    Raises:
        DamagedRowError: one cannot.
    """
    for problem in _problems(record):
        raise DamagedRowError(record.key, problem)


def refuse_damaged_source(source: Source) -> None:
    """See that a source's date and texts can be used.

    Raises:
        DamagedRowError: one cannot.
    """
    texts = (source.key, source.type, *source.title, source.publisher, source.relays, source.date,
             source.language, source.url, source.read, source.sha256, *source.note)  # fmt: skip
    if not is_text(texts):
        raise DamagedRowError(source.key, Problem((), NOT_A_TEXT))
    if problem := _date(source.date, ("date",)):
        raise DamagedRowError(source.key, problem)


def damage_of_relation(
    predicate: str,
    period: tuple[str, str, str],
    texts: Iterable[str] = (),
    path: FieldPath = ("relations",),
) -> Problem | None:
    """What cannot be used of a relation; None where all can.

    Args:
        predicate: as the store has it.
        period: since when, until when and as of when it holds.
        texts: of its note and citations.
        path: to the relation.
    """
    if not is_text((predicate, *period, *texts)):
        return Problem(path, NOT_A_TEXT)
    named = zip(("since", "until", "as-of"), period, strict=True)
    return next(filter(None, (_date(date, (*path, name)) for name, date in named)), None)


def _problems(record: Record) -> Iterator[Problem]:
    if not is_text(_texts(record)):
        yield Problem((), NOT_A_TEXT)
    elif record.kind not in KINDS:
        yield unknown_word(("kind",), record.kind)
    elif not has_name(record.name):
        yield NAMELESS
    elif record.coordinates and not all(isinstance(x, int | float) for x in record.coordinates):
        yield Problem(
            ("coordinates",), Sentence("[latitude, longitude] in decimal degrees is needed")
        )
    else:
        for fact in record.facts:
            yield from problems_of_fact(fact)
        for index, relation in enumerate(record.relations):
            yield from _problems_of_relation(relation, index)


def problems_of_fact(fact: Fact) -> Iterator[Problem]:
    """What cannot be used of a fact whose texts are such."""
    if fact.property not in PROPERTIES:
        pass  # a word of a newer program, which alone knows what its values are
    elif isinstance(fact.value, Bilingual) != (PROPERTIES[fact.property].value_type == "text"):
        yield Problem((fact.property,), Sentence("the value is of another type"))
    elif isinstance(fact.value, str) and (
        problem := _value_problem(PROPERTIES[fact.property].value_type, fact.value)
    ):
        yield Problem((fact.property,), problem)
    if when := _date(fact.about.when, (fact.property, "when")):
        yield when


def _problems_of_relation(relation: Relation, index: int) -> Iterator[Problem]:
    path = ("relations", index)
    problem = damage_of_relation(
        relation.predicate, (relation.since, relation.until, relation.as_of), path=path
    )
    if problem:
        yield problem


@lru_cache(maxsize=4_096)
def _value_problem(type_name: ValueType, value: str) -> Sentence | None:
    type_ = VALUE_TYPES[type_name]
    if isinstance(type_, Notation):
        try:
            type_.check(value)
        except ValueError as error:
            return Sentence("{value}: {reason}", value=repr(value[:60]), reason=error.args[0])
    return None


def date_problem(date: str) -> Sentence | None:
    """What is wrong with a date; None for one that is right, or none at all."""
    return _value_problem("date", date) if date else None


def _date(date: str, path: FieldPath) -> Problem | None:
    problem = date_problem(date)
    return Problem(path, problem) if problem else None


def unknown_word(path: FieldPath, word: str) -> Problem:
    """What is said of a word that no vocabulary has."""
    return Problem(path, Sentence("{word} is not known", word=repr(word)))


def _texts(record: Record) -> Iterator[object]:
    """Everything in a record that must be a text."""
    yield from (record.key, record.kind, record.type, record.collection, record.confidence,
                *record.name, *record.summary, record.standing, *record.aliases.en,
                *record.aliases.ar)  # fmt: skip
    for fact in record.facts:
        yield fact.property
        yield from fact.value if isinstance(fact.value, Bilingual) else (fact.value,)
        yield from fact.note
        yield from (fact.about.of, fact.about.when, fact.about.state, *fact.about.places)
    for relation in record.relations:
        yield from (relation.predicate, relation.object, relation.since, relation.until,
                    relation.as_of)  # fmt: skip
        yield from relation.note
    for pair in record.external:
        yield from pair
    for citation in record.every_citation():
        yield from citation
