"""docs/vocabulary.md: every word that a record may use, with its labels in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.model.vocabulary import (
    COLLECTIONS,
    CONFIDENCES,
    FORMER_PREDICATES,
    FORMER_PROPERTIES,
    KIND_PLURALS,
    KINDS,
    PREDICATES,
    PROPERTIES,
    READINGS,
    SOURCE_TYPES,
    STANDINGS,
    STATES,
    SUBJECTS,
    TYPES,
)

_INTRODUCTION = """# Vocabulary

Written from `store/model/vocabulary/` by `make docs`; a test proves that it is up to date. What
each field of a record means is in [records.md](records.md). Words are written as in the first
column; programs show the labels.
"""


def vocabulary() -> str:
    """The page in Markdown."""
    return "\n".join(
        [
            _INTRODUCTION,
            *_labels("Kinds", KINDS.items()),
            *(
                line
                for kind, types in TYPES.items()
                for line in _labels(f"Types of {KIND_PLURALS[kind].en}", types.items())
            ),
            *_labels("Types of sources", SOURCE_TYPES.items()),
            *_labels("How a source was read", READINGS.items()),
            *_table(
                "Properties",
                ("property", "value", "may say", "English", "Arabic"),
                (
                    (name, word.value_type, " ".join(word.qualifiers), word.en, word.ar)
                    for name, word in PROPERTIES.items()
                ),
            ),
            *_table(
                "Former properties",
                ("property", "now", "of", "state"),
                ((name, *map(_code, former)) for name, former in FORMER_PROPERTIES.items()),
            ),
            *_labels("Whom a number counts", SUBJECTS.items()),
            *_table(
                "States of values",
                ("word", "English", "Arabic", "standing of a consequence", "stage of an agreement"),
                (
                    (name, word.en, word.ar, _code(word.standing), _code(word.stage))
                    for name, word in STATES.items()
                ),
            ),
            *(
                line
                for name, word in PROPERTIES.items()
                if word.words
                for line in _labels(f"Values of `{name}`", word.words.items())
            ),
            *_table(
                "Predicates",
                (
                    "predicate",
                    "of",
                    "to",
                    "lasts",
                    "English",
                    "from its object",
                    "Arabic",
                    "from its object",
                ),
                (
                    (
                        name,
                        *map(_kinds, (word.subjects, word.objects)),
                        "yes" if word.lasts else "",
                        *(word.en, word.inverse_en, word.ar, word.inverse_ar),
                    )
                    for name, word in PREDICATES.items()
                ),
            ),
            *_table(
                "Former predicates",
                ("predicate", "now"),
                ((name, _code(now)) for name, now in FORMER_PREDICATES.items()),
            ),
            *_labels("Standings of consequences", STANDINGS.items()),
            *_labels("Confidence", CONFIDENCES.items()),
            *_labels("Collections", COLLECTIONS.items()),
        ]
    )


def _code(word: str) -> str:
    return f"`{word}`" if word else ""


def _kinds(kinds: tuple[str, ...]) -> str:
    return "any" if len(kinds) == len(KINDS) else ", ".join(kinds)


def _labels(heading: str, words: Iterable[tuple[str, tuple[str, str]]]) -> Iterator[str]:
    rows = ((name, *label) for name, label in words)
    return _table(heading, ("word", "English", "Arabic"), rows)


def _table(
    heading: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]
) -> Iterator[str]:
    yield f"## {heading}\n"
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * len(columns)}"
    for name, *cells in rows:
        yield f"| {' | '.join((f'`{name}`', *cells))} |"
    yield ""
