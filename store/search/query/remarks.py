"""What is said of a query that is not asked as it is written, and the bounds that one has."""

from __future__ import annotations

from functools import reduce

from store.errors import Sentence
from store.model.questions import LONGEST_QUERY, Correction, QueryRemark
from store.typed import Final

MOST_TERMS: Final = 32
MOST_FILTERS: Final = 8
"""Each may have to look a name up."""
_MOST_LISTED: Final = 6
DEEPEST: Final = 8
"""Parentheses in parentheses: FTS5 gives up not far beyond."""

UNFINISHED: Final = QueryRemark(
    Sentence("The query ends in the middle: it is taken as plain words."), is_unfinished=True
)
UNFIT: Final = QueryRemark(
    Sentence(
        "The operators and parentheses of the query do not fit together: it is taken as plain "
        "words."
    )
)
NEARLY_EVERYTHING: Final = QueryRemark(
    Sentence("OR before NOT would find nearly everything: the query is taken as plain words.")
)
FILTERS_REACH_FAR: Final = QueryRemark(
    Sentence("Filters hold for the whole query: neither OR nor NOT ( ) changes that.")
)
TOO_MANY_WORDS: Final = QueryRemark(
    Sentence("Only the first {most} words of the query are looked for.", most=MOST_TERMS)
)
TOO_MANY_TERMS: Final = QueryRemark(
    Sentence(
        "A query has at most {most} words and phrases: its first {most} words are looked for, "
        "without its operators and filters.",
        most=MOST_TERMS,
    ),
    Sentence("A query has at most {most} words and phrases; leave some out.", most=MOST_TERMS),
)
TOO_MANY_FILTERS: Final = QueryRemark(
    Sentence("A query has at most {most} filters: it is taken as plain words.", most=MOST_FILTERS),
    Sentence("A query has at most {most} filters; leave some out.", most=MOST_FILTERS),
)
TOO_DEEP: Final = QueryRemark(
    Sentence(
        "Parentheses go at most {most} deep in a query: it is taken as plain words.", most=DEEPEST
    ),
    Sentence("Parentheses go at most {most} deep in a query; leave some out.", most=DEEPEST),
)


def no_such_value(
    written: str, nearest: tuple[Correction, ...], *, is_unfinished: bool
) -> QueryRemark:
    """The remark on a filter whose value names nothing.

    Args:
        written: the filter as it is written: `kind:zonee`.
        nearest: what was probably meant.
        is_unfinished: whether it may still be being typed.
    """
    refusal = Sentence(
        "{filter} names nothing; the explorer shows its values as you type, a shell by Tab with "
        "masarat completion.",
        filter=written,
    )
    if nearest:
        refusal = Sentence(
            "{filter} names nothing; did you mean {nearest}?",
            filter=written,
            nearest=_listed(nearest),
        )
    told = Sentence("{filter}: no such value", filter=written)
    return _of_filter(told, refusal, nearest, is_unfinished=is_unfinished)


def several_values(
    written: str, choices: tuple[Correction, ...], *, is_unfinished: bool
) -> QueryRemark:
    """The remark on a filter whose value may name any of several records."""
    refusal = Sentence(
        "{filter} may be any of several; write one of them: {choices}.",
        filter=written,
        choices=_listed(choices),
    )
    told = Sentence("{filter}: which one?", filter=written)
    return _of_filter(told, refusal, choices, is_unfinished=is_unfinished)


def not_together(
    written: str, choices: tuple[Correction, ...], *, is_unfinished: bool
) -> QueryRemark:
    """The remark on a filter that asks for records and for sources, which are never mixed."""
    refusal = Sentence(
        "{filter}: records and sources are not listed together; write one of them: {choices}.",
        filter=written,
        choices=_listed(choices),
    )
    told = Sentence("{filter}: records or sources?", filter=written)
    return _of_filter(told, refusal, choices, is_unfinished=is_unfinished)


def no_value(name: str, example: str, *, is_unfinished: bool) -> QueryRemark:
    """The remark on a filter with nothing behind its colon; there may be no example."""
    refusal = Sentence("{filter} has no value; write one right after the colon.", filter=name)
    told = Sentence("{filter} has no value yet", filter=name)
    if example:
        refusal = Sentence(
            "{filter} has no value; write one right after the colon, as in {example}.",
            filter=name,
            example=example,
        )
        told = Sentence(
            "{filter} has no value yet, such as {example}", filter=name, example=example
        )
    return _of_filter(told, refusal, (), is_unfinished=is_unfinished)


def no_such_filter(name: str, nearest: Correction, *, is_unfinished: bool) -> QueryRemark:
    """The remark on a word before a colon that is nearly a filter's name."""
    meant = nearest.written.partition(":")[0]
    refusal = Sentence(
        "There is no filter {filter}; did you mean {nearest}?",
        filter=f"{name}:",
        nearest=f"{meant}:",
    )
    told = Sentence("{filter} is no filter", filter=f"{name}:")
    return _of_filter(told, refusal, (nearest,), is_unfinished=is_unfinished)


def _of_filter(
    told: Sentence, refusal: Sentence, meant: tuple[Correction, ...], *, is_unfinished: bool
) -> QueryRemark:
    return QueryRemark(told, refusal, is_unfinished, meant, is_about_filter=True)


def _and_another(listed: str, another: str) -> str:
    return Sentence("{listed}, {another}", listed=listed, another=another)


def _listed(corrections: tuple[Correction, ...]) -> str:
    shown = reduce(_and_another, (each.written for each in corrections[:_MOST_LISTED]))
    return _and_another(shown, "…") if len(corrections) > _MOST_LISTED else shown


def too_long(query: str) -> QueryRemark:
    """The remark on a query that is longer than what is asked."""
    told = "Only the first {most:,} characters of the query are looked for."
    refusal = "The query has {count:,} characters; shorten it to {most:,} or less."
    return QueryRemark(
        Sentence(told, most=LONGEST_QUERY),
        Sentence(refusal, count=len(query), most=LONGEST_QUERY),
    )
