"""What is said of a query that is not asked as it is written, and the bounds that one has."""

from __future__ import annotations

from typing import Final

from store.errors import Sentence
from store.model.questions import LONGEST_QUERY, QueryRemark

MOST_TERMS: Final = 32
MOST_FILTERS: Final = 8
"""Each may have to look a name up."""
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


def no_such_value(written: str, nearest: str, *, is_unfinished: bool) -> QueryRemark:
    """The remark on a filter whose value names nothing.

    Args:
        written: the filter as it may be written: `kind:zonee`.
        nearest: the same with the value that was probably meant; empty where none is near.
        is_unfinished: whether it may still be being typed.
    """
    sentence = Sentence("{filter} names nothing; see its values as you type.", filter=written)
    if nearest:
        pattern = "{filter} names nothing; did you mean {nearest}?"
        sentence = Sentence(pattern, filter=written, nearest=nearest)
    return QueryRemark(sentence, sentence, is_unfinished)


def too_long(query: str) -> QueryRemark:
    """The remark on a query that is longer than what is asked."""
    told = "Only the first {most:,} characters of the query are looked for."
    refusal = "The query has {count:,} characters; shorten it to {most:,} or less."
    return QueryRemark(
        Sentence(told, most=LONGEST_QUERY),
        Sentence(refusal, count=len(query), most=LONGEST_QUERY),
    )
