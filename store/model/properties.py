"""The properties of records: what each type of value means, and what a record's facts say.

A new property is a line in `vocabulary.PROPERTIES`. A new type of value is an entry of
`VALUE_TYPES`: how it is read from a mapping, how it reads as prose, whether it has years.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from store.errors import FieldPath, Sentence
from store.model import dates
from store.model.reading import quantities
from store.model.reading.nearly_dates import check_date
from store.model.records import Bilingual, Fact, Record
from store.model.vocabulary import PROPERTIES, STATES, SUBJECTS, Label, Language, ValueType
from store.tuples import NamedTuple
from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from store.model.mapping_values import ValueReader

_LONGEST_PROSE: Final = 2_000
"""Characters that a value in words may have."""

_PLACES: Final = {name: place for place, name in enumerate(PROPERTIES)}


class Notation(NamedTuple):
    """A type of values that are written in one way for both languages, such as a date."""

    check: Callable[[str], object]
    """Raises ValueError, with a `Sentence` that says why, for what is not of this type."""
    to_words: Callable[[str, Language], str]
    """The value as prose has it."""
    refusal: str
    """Pattern of the sentence for a `{value}` that is not even a text or a number."""
    years: Callable[[str], tuple[int, int]] | None = None
    """First and last year of a value, for types whose values lie in time."""

    def read(self, reader: ValueReader, value: object, path: FieldPath) -> str:
        """Read a value as it is written; the reader complains where none is given."""
        from store.model.reading.plain_values import is_blank  # who shows a value reads none

        if is_blank(value):
            reader.complain(path, Sentence("a value is needed"))
            return ""
        return self.read_optional(reader, value, path)

    def read_optional(self, reader: ValueReader, value: object, path: FieldPath) -> str:
        """Read a value as it is written, empty where none is given."""
        return reader.read_checked(value, path, self.check, self.refusal)

    def in_words(self, value: str | Bilingual, language: Language) -> str:
        """The value as a reader of `language` sees it."""
        if isinstance(value, Bilingual):
            return value.prefer(language)
        return self.to_words(value, language)


class Prose:
    """The type of values that are a text in either language."""

    __slots__ = ()

    years: None = None

    def read(self, reader: ValueReader, value: object, path: FieldPath) -> Bilingual:
        """Read a text; the reader complains where none is given."""
        text = reader.read_bilingual(value, path, _LONGEST_PROSE)
        if not (text.en or text.ar):
            reader.complain(
                path, Sentence("a text in at least one language is needed: {{en: …, ar: …}}")
            )
        return text

    def in_words(self, value: str | Bilingual, language: Language) -> str:
        """The text in `language`, or in the other one where that is missing."""
        return value.prefer(language) if isinstance(value, Bilingual) else value


class Word(NamedTuple):
    """The type of values that are a word of a property's own vocabulary."""

    words: Mapping[str, Label]
    years: None = None

    def read(self, reader: ValueReader, value: object, path: FieldPath) -> str:
        """Read a word; the reader complains where none is given."""
        return reader.read_word(value, self.words, path, needed=True)

    def in_words(self, value: str | Bilingual, language: Language) -> str:
        """The word's label; one that only a newer program knows reads as it is."""
        word = value.prefer(language) if isinstance(value, Bilingual) else value
        return self.words[word].in_(language) if word in self.words else word


DATE: Final = Notation(check_date, dates.for_reader, "{value} is not a date", dates.years)
DURATION: Final = Notation(
    quantities.check_duration, quantities.duration_for_reader, "{value} is not a duration"
)
NUMBER: Final = Notation(
    quantities.check_number,
    quantities.number_for_reader,
    "{value} is not a number",
)

VALUE_TYPES: Final[dict[ValueType, Notation | Prose | Word]] = {
    "date": DATE,
    "duration": DURATION,
    "number": NUMBER,
    "text": Prose(),
    "word": Word({}),
}


def value_type(property_name: str) -> Notation | Prose | Word:
    """The type of a property's values."""
    property_ = PROPERTIES[property_name]
    return Word(property_.words) if property_.words else VALUE_TYPES[property_.value_type]


def value_in_words(fact: Fact, language: Language) -> str:
    """A fact's value as a reader of `language` sees it."""
    return value_type(fact.property).in_words(fact.value, language)


def about_in_words(fact: Fact, language: Language) -> tuple[str, ...]:
    """Whom a fact counts, when it was so and in what state, as a reader of `language` sees it."""
    about = fact.about
    return tuple(
        words
        for words in (
            SUBJECTS[about.of].in_(language) if about.of else "",
            dates.for_reader(about.when, language) if about.when else "",
            STATES[about.state].in_(language) if about.state else "",
        )
        if words
    )


def years(fact: Fact) -> tuple[int, int] | None:
    """First and last year of a fact; None where it does not lie in time."""
    if fact.about.when:
        return dates.years(fact.about.when)
    years_of = value_type(fact.property).years
    if years_of is None or not fact.value or isinstance(fact.value, Bilingual):
        return None
    return years_of(fact.value)


def preferred_date(record: Record) -> str:
    """The date that a list shows: when it was agreed, else the first other date there is."""
    dated = (fact for fact in record.facts if value_type(fact.property).years)
    first = min(dated, key=_place, default=None)
    return str(first.value) if first else ""


def by_property(facts: Iterable[Fact]) -> list[tuple[str, list[Fact]]]:
    """Facts by property in the vocabulary's order, the preferred value of each first."""
    ordered = sorted(facts, key=_place)
    return [(name, list(values)) for name, values in groupby(ordered, lambda fact: fact.property)]


def _place(fact: Fact) -> int:
    """Where the fact's property stands in the vocabulary; those it does not know stand last."""
    return _PLACES.get(fact.property, len(_PLACES))
