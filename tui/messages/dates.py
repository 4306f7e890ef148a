"""Dates as the lists show them: with the names of months, shorter where room is short."""

from __future__ import annotations

from store.expressions import expression
from store.model import dates
from store.model.vocabulary import Language
from tui.messages.digits import in_digits

_LONG_MONTH = expression(r"(?<=[A-Z][a-z]{2})[a-z]+")
_OTHER_NAME = expression(r"/\S+")


def date_forms(date: str, language: Language) -> list[str]:
    """A date in words, from the longest form to the shortest, in the digits that were chosen.

    Args:
        date: EDTF; an empty one has no forms.
        language: of the interface.

    Returns:
        `12 September 2013`, `12 Sep 2013`, `2013`; in Arabic both names of the month, then the
        Levantine one alone, then the year.
    """
    if not date:
        return []
    whole = dates.for_reader(date, language)
    # English months are all that is written with a capital; Arabic has two names a month, by `/`.
    short = (_LONG_MONTH if language == "en" else _OTHER_NAME).sub("", whole)
    years = "–".join(str(year) for year in dict.fromkeys(dates.years(date)))
    return [in_digits(form, language) for form in dict.fromkeys((whole, short, years))]


def joined_dates(since: str, until: str) -> str:
    """From the beginning of one date to the end of the other, as one date; either may be empty."""
    if not until or since == until:
        return since
    joined = f"{since.partition('/')[0] or '..'}/{until.rpartition('/')[2]}"
    try:
        dates.parse(joined)
    except ValueError:
        return since  # who wrote them contradicts themselves; the record shows both
    return joined
