"""Hypothesis strategies for records that are valid and as awkward as validity allows."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from store.model.reading.keys import is_key
from store.model.records import (
    Aliases,
    Bilingual,
    Citation,
    Coordinates,
    Fact,
    Qualifiers,
    Record,
    Relation,
    Source,
)
from store.model.vocabulary import (
    CONFIDENCES,
    PREDICATES,
    PROPERTIES,
    READINGS,
    SOURCE_TYPES,
    STANDINGS,
    STATES,
    SUBJECTS,
    TYPES,
    Kind,
)

# What would become structure of a page, of YAML or of a terminal, if nobody took care.
AWKWARD = [
    "---", "# ", "## Heading", "</div>", '<div dir="rtl" lang="ar">', "<!-- generated -->",
    "[^article-2]", "[x](y)", "| a | b |", "```", "~~~", "===", "- ", "1. ", "> ", "&amp;",
    "*", "_", "`", "\\", "%%", "$$", "{a: b}", "[a, b]", ": ", " #", "'", '"', "!!python",
    "&a", "*a", "null", "~", "yes", "2017-05", "0x1F", "1e3", "<<", "=", "\u202e", "\u2066",
    "\u200c", "\u200f", "\u00a0", "\x1b[31m", "\x9b", "\x85", "\u2028", "\ufeff", "\t",
    "مذكرة أستانا", "الزبداني", "Zabadani", "هُدْنَةٌ", "👍",
]  # fmt: skip
_PIECES = st.one_of(st.sampled_from(AWKWARD), st.text(st.characters(exclude_categories=["Cs"])))


def _text(separator: str, forbidden: str) -> st.SearchStrategy[str]:
    def clean(pieces: list[str]) -> str:
        text = separator.join(pieces)
        for character in forbidden:
            text = text.replace(character, "")
        return text.strip()[:200].strip()

    return st.lists(_PIECES, max_size=4).map(clean)


# Ends of lines stay out of short texts: reading makes blanks of them.
lines = _text(" ", "\0\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
paragraphs = st.one_of(lines, _text("\n", "\0\r"), _text("\n\n", "\0\r"))
keys = st.one_of(
    st.from_regex(r"[a-z0-9][a-z0-9._-]{0,12}", fullmatch=True),
    st.sampled_from(["هدنة-حمص", "زبدانی", "хомс", "地区", "मर्द", "é", "null", "2017"]),
).filter(is_key)
dates = st.sampled_from([
    "2017", "2017-05", "2017-05-04", "2012/2016", "2013~", "2016?", "../2014", "/2016", "2012/",
    "201X", "2017-XX", "2017-05-XX", "2017-21", "-0500", "Y17000",
])  # fmt: skip
citations = st.lists(
    st.builds(Citation, keys, st.sampled_from(["", "2", "p.4", "٣", "annex-II"])),
    max_size=3,
    unique=True,
).map(tuple)
bilinguals = st.builds(Bilingual, lines, lines)
names = bilinguals.filter(lambda text: bool(text.en or text.ar))


numbers = st.sampled_from(
    ["0", "1500", "1200/2250", "2000..3000", "~2200", ">5000", "<300", ">=1", "<=0"]
)


def _facts(name: str) -> st.SearchStrategy[list[Fact]]:
    by_type: dict[str, st.SearchStrategy[str | Bilingual]] = {
        "date": dates,
        "number": numbers,
        "duration": st.sampled_from(["P6M", "P30D"]),
        "text": names,
        "word": st.sampled_from(list(PROPERTIES[name].words) or [""]),
    }
    values = by_type[PROPERTIES[name].value_type]
    about = qualifiers(name)
    return st.lists(
        st.builds(Fact, st.just(name), values, bilinguals, citations, about), max_size=2
    )


def qualifiers(name: str) -> st.SearchStrategy[Qualifiers]:
    """What a value of a property may be about."""
    places = st.lists(keys, max_size=2, unique=True).map(tuple)
    by_name: dict[str, st.SearchStrategy[object]] = {
        "of": st.sampled_from(["", *SUBJECTS]),
        "from": places,
        "to": places,
        "when": st.one_of(st.just(""), dates),
        "state": st.sampled_from(["", *STATES]),
    }
    known = PROPERTIES[name].qualifiers
    given = (by_name[each] if each in known else st.just(type(none)())
             for each, none in zip(by_name, Qualifiers(), strict=True))  # fmt: skip
    return st.builds(Qualifiers, *given)


def _dated(relation: Relation) -> Relation:
    """What lasts and has no end is of its beginning's time."""
    if PREDICATES[relation.predicate].lasts and not relation.until:
        return relation._replace(as_of=relation.since)
    return relation


relations = st.lists(
    st.builds(
        Relation,
        predicate=st.sampled_from(list(PREDICATES)),
        object=keys,
        since=st.one_of(st.just(""), dates),
        until=st.one_of(st.just(""), dates),
        note=bilinguals,
        disputed=st.booleans(),
        citations=citations,
        as_of=st.just(""),
    ),
    max_size=3,
    unique_by=lambda relation: (relation.predicate, relation.object),
).map(lambda found: tuple(map(_dated, found)))
_finite = st.floats(allow_nan=False, allow_infinity=False)
aliases = st.lists(lines.filter(bool), max_size=3, unique=True).map(tuple)
_plain_data = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**20), 10**20), _finite, lines, dates),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(lines, inner, max_size=3),
    max_leaves=5,
)
other_fields = st.dictionaries(
    st.sampled_from(["tags", "cssclasses", "draft", "وسوم", "x y", "Zettel: 1", "null", "12"]),
    _plain_data.map(lambda value: json.dumps(value, ensure_ascii=False)),
    max_size=3,
).map(lambda fields: tuple(fields.items()))
_degrees = st.floats(-90, 90, allow_nan=False)
coordinates: st.SearchStrategy[Coordinates] = st.tuples(_degrees, _degrees)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A record of any kind, valid and otherwise arbitrary."""
    kind: Kind = draw(st.sampled_from(["zone", "agreement", "actor", "consequence"]))
    properties = draw(st.sets(st.sampled_from(list(PROPERTIES)), max_size=3))
    return Record(
        key=draw(keys),
        kind=kind,
        name=draw(names),
        type=draw(st.sampled_from(["", *TYPES[kind]])),
        collection=draw(st.sampled_from(["user", "article", "null"])),
        confidence=draw(st.sampled_from(["", *CONFIDENCES])),
        aliases=Aliases(draw(aliases), draw(aliases)),
        summary=Bilingual(draw(paragraphs), draw(paragraphs)),
        standing=draw(st.sampled_from(["", *STANDINGS])) if kind == "consequence" else "",
        coordinates=draw(st.one_of(st.none(), coordinates)) if kind == "zone" else None,
        citations=draw(citations),
        facts=tuple(
            fact for name in PROPERTIES if name in properties for fact in draw(_facts(name))
        ),
        relations=draw(relations),
        external=tuple(sorted(draw(st.sets(st.tuples(keys, lines.filter(bool)), max_size=3)))),
        other_fields=draw(other_fields),
    )


sources = st.builds(
    Source,
    key=keys,
    title=names,
    type=st.sampled_from(["", *SOURCE_TYPES]),
    publisher=lines,
    relays=lines,
    date=st.one_of(st.just(""), dates),
    language=st.sampled_from(["", "ar", "en"]),
    url=st.sampled_from(["", "https://example.org/a?b=c#d", "http://example.org/|x"]),
    read=st.sampled_from(["", *READINGS]),
    sha256=st.sampled_from(["", "0" * 64, "a1" * 32]),
    sentences=st.sampled_from([(), ((0, 10), (11, 30))]),
    note=st.builds(Bilingual, paragraphs, paragraphs),
    other_fields=other_fields,
)
