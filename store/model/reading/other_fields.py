"""Fields of other programs in a record file: kept as they are, and given back.

Obsidian's `tags`, Hugo's `draft` and the like mean nothing here. A name that is nearly one of ours
is a slip and no such field, unless another program is known for it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from store.errors import Sentence
from store.expressions import expression
from store.typed import Any, Final

OtherFields = tuple[tuple[str, str], ...]
"""Names of fields, each with its value as JSON."""

KNOWN_ELSEWHERE: Final = frozenset(
    # Obsidian and its plug-ins
    "tags tag cssclasses cssclass alias publish permalink description image cover created modified"
    " updated position banner up parent related"
    # Hugo, Jekyll, Quartz
    " title slug draft weight categories category layout lastmod author authors keywords toc lang"
    " translationKey url menu series featured excerpt"
    # FollowTheMoney, Zotero, GeoJSON
    " id schema properties datasets caption target referents first_seen last_seen citekey geometry"
    " status note notes comment comments source sources location".split()
)
"""Names that other programs give their fields."""

_SURROGATE: Final = expression(r"[\ud800-\udfff]")
_MOST_FIELDS: Final = 50
_LONGEST_NAME: Final = 100
_LONGEST_VALUE: Final = 20_000
_DEEPEST: Final = 16


def read_other_fields(mapping: Mapping[str, Any], ours: Collection[str]) -> OtherFields:
    """The fields of a mapping that are not ours, each with its value as JSON.

    Raises:
        ValueError: with a `Sentence` and the field's name, one cannot be kept.
    """
    others = [name for name in mapping if name not in ours]
    if len(others) > _MOST_FIELDS:
        what = Sentence("at most {most} fields of other programs are kept", most=_MOST_FIELDS)
        raise ValueError(what, others[_MOST_FIELDS])
    return tuple((name, _as_json(name, mapping[name])) for name in others)


def _as_json(name: str, value: object) -> str:
    if not name.strip() or len(name) > _LONGEST_NAME or not name.isprintable():
        raise ValueError(Sentence("this is no name of a field"), name)
    if not is_plain_data(value):
        what = "nested too deeply, or with a number that no program reads, to be kept"
        raise ValueError(Sentence(what), name)
    text = _dumped(value)
    if len(text) > _LONGEST_VALUE:
        what = "a field of another program may have at most {most} characters"
        raise ValueError(Sentence(what, most=f"{_LONGEST_VALUE:,}"), name)
    if _SURROGATE.search(text):
        raise ValueError(Sentence("half of a surrogate pair is not a character"), name)
    return text


def is_plain_data(value: object, deepest: int = _DEEPEST) -> bool:
    """Whether a value is texts, numbers, truth values, lists and mappings, not nested deeply."""
    match value:
        case None | str() | int():
            return True
        case float():
            return math.isfinite(value)
        case list():
            return deepest > 0 and all(is_plain_data(item, deepest - 1) for item in value)
        case dict():
            return deepest > 0 and all(is_plain_data(item, deepest - 1) for item in value.values())
        case _:
            return False


def as_json(kept: OtherFields) -> str:
    """The fields that were kept as one JSON object, empty for none."""
    return (
        "{" + ", ".join(f"{_dumped(name)}: {value}" for name, value in kept) + "}" if kept else ""
    )


def from_json(text: str) -> OtherFields:
    """The fields that were kept, from what `as_json` made of them; none where that is damaged."""
    if not text:
        return ()
    import json  # which most records need not

    try:
        fields = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    if not isinstance(fields, dict):
        return ()
    return tuple((name, _dumped(value)) for name, value in fields.items())


def _dumped(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


def other_fields_of(kept: OtherFields) -> dict[str, Any]:
    """The fields that were kept, as a mapping has them."""
    if not kept:
        return {}
    import json

    return {name: json.loads(value) for name, value in kept}
