"""Forms in which people write names that no record has as they stand: an entry each.

`Zabadani, Rif Dimashq`, `X (formerly Y)`, `7oms`, `Douma April 2018`, `pa-x:2093`: a form reads the
text, looks up what is left of it, and says how sure that is by the score. Words in seven languages
by which forms are known are data: `words.txt`.
"""

from __future__ import annotations

from store.entries import entries
from store.lookup.forms.form import SURE, Asked, Form, settled
from store.lookup.meant.telling import speaks_of_agreement
from store.lookup.name_match import NameMatch
from store.typed import Final

FORMS: Final = entries(__name__, __path__, Form)
"""In the order in which they are tried."""
_OF_PARTS: Final = frozenset({"several", "with-another"})
"""By which a part of what was asked finds a record by itself."""


def found_in_forms(asked: Asked, *, in_parts: bool) -> list[NameMatch]:
    """What a text finds when it is read as each form that it may have.

    Args:
        asked: what was asked, and what that finds as it stands.
        in_parts: whether it may be cut into parts.

    Returns:
        In no order; a record may stand in it more than once.
    """
    found: list[NameMatch] = []
    for form in FORMS:
        if asked.best >= form.unless or (form.of_parts and not in_parts):
            continue
        matches = [_of_kind(asked, settled(match, form)) for match in form.find(asked)]
        found += matches
        if any(match.score >= SURE for match in matches):
            break
    return found


def _of_kind(asked: Asked, match: NameMatch) -> NameMatch:
    """A match, doubted where an agreement is asked for and the part that found it does not say so.

    *Foua and Kefraya truce* is no more surely the one town than it is the other.
    """
    if match.why.doubt or match.how not in _OF_PARTS or not speaks_of_agreement(asked.text):
        return match
    is_one = speaks_of_agreement(match.text)
    return match if is_one else match._replace(why=match.why._replace(doubt="kind"))
