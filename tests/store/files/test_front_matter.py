"""Front matter: plain data with lines, hostile YAML refused, one canonical layout."""

from __future__ import annotations

from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from store.files import front_matter
from store.files.front_matter import FrontMatterError
from tests.store.strategies import lines

ASTANA = """---
key: astana-memorandum
name:
  en: Memorandum
  ar: مذكرة
date:
  - {value: "2017-05-04", cite: [tass]}
  - value: 2017-05
    cite: [article#2]
disputed: true
---

# Memorandum
"""


def test_every_scalar_is_text() -> None:
    found = front_matter.read("---\na: 2017-05\nb: no\nc: 1.50\nd: ~\ne: 0x1F\n---\n")

    assert found is not None
    assert found.fields == {
        "a": "2017-05",
        "b": "no",
        "c": "1.50",
        "d": "~",
        "e": "0x1F",
    }


def test_an_empty_field_is_none_and_an_empty_text_is_text() -> None:
    found = front_matter.read("---\na:\nb: ''\n---\n")

    assert found is not None
    assert found.fields == {"a": None, "b": ""}


def test_every_field_and_item_has_its_line_in_the_file() -> None:
    found = front_matter.read(ASTANA)

    assert found is not None
    assert found.line_of(("key",)) == 2
    assert found.line_of(("name", "ar")) == 5
    assert found.line_of(("date", 0, "cite", 0)) == 7
    assert found.line_of(("date", 1, "cite")) == 9
    assert found.body_line == 12
    assert found.body.startswith("\n# Memorandum")


def test_a_missing_field_has_the_line_of_what_surrounds_it() -> None:
    found = front_matter.read(ASTANA)

    assert found is not None
    assert found.line_of(("name", "fr")) == 3
    assert found.line_of(("relations", 4, "object")) == 2


def test_text_without_front_matter_is_told_from_an_empty_one() -> None:
    assert front_matter.read("# A note\n") is None
    assert front_matter.read("") is None
    empty = front_matter.read("---\n---\ntext")
    assert empty is not None
    assert empty.fields == {}
    assert empty.body == "text"


def test_a_byte_order_mark_is_passed_over() -> None:
    found = front_matter.read("\ufeff---\nkey: a\n---\n")
    assert found is not None
    assert found.fields == {"key": "a"}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("---\nkey: a\n", 1, "no end"),
        ("---\nkey: a\nkind: zone\nkey: b\n---\n", 4, "'key' stands twice, first on line 2"),
        ("---\nx: {a: 1, a: 2}\n---\n", 2, "'a' stands twice"),
        ("---\na: &x [1]\nb: *x\n---\n", 2, "anchor"),
        ("---\nkey: a\nb: *x\n---\n", 3, "alias"),
        ("---\nkey: a\nb: !!python/object/apply:os.system [ls]\n---\n", 3, "tag"),
        ("---\nkey: !key a\n---\n", 2, "tag"),
        ("---\nkey: a\n? [b]\n: c\n---\n", 3, "name must be a word"),
        ("---\n- a\n---\n", 2, "list of fields"),
        ("---\nkey: a\nb: [\n---\n", 3, "not closed"),
        ("---\nkey: \x1b[31m\n---\n", 2, "control character"),
        ("---\nkey: \ud800\n---\n", 2, "surrogate"),
        ("---\nkey: a\n...\nb: c\n---\n", 3, "front matter ends here"),
    ],
)
def test_what_is_not_plain_data_is_refused_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(FrontMatterError, match=said) as caught:
        front_matter.read(text)
    assert caught.value.line == line


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[{a: "])
def test_bottomless_nesting_is_refused_and_harms_nothing(opening: str) -> None:
    with pytest.raises(FrontMatterError, match="nested too deeply"):
        front_matter.read(
            "---\n" + ("a: " if opening[0] != "-" else "") + opening * 50_000 + "\n---\n"
        )


def test_billion_laughs_is_refused_before_it_grows() -> None:
    laughs = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))
    with pytest.raises(FrontMatterError, match="anchor"):
        front_matter.read(f"---\n{laughs}\n---\n")


def test_too_much_front_matter_is_refused() -> None:
    with pytest.raises(FrontMatterError, match="too long"):
        front_matter.read("---\nkey: " + "a" * front_matter.LONGEST + "\n---\n")


def test_the_layout_is_one_line_a_field_and_one_line_an_item() -> None:
    mapping = {
        "key": "astana-memorandum",
        "name": {"en": "Memorandum", "ar": "مذكرة إنشاء"},
        "aliases": {"en": ["Astana 4", "Astana, round 4"]},
        "coordinates": [33.725, 36.1],
        "cite": ["article#2", "tass-2017-05-06"],
        "date": [{"value": "2017-05-04", "note": {"en": "as told"}}],
        "relations": [{"predicate": "covers", "object": "idlib", "disputed": True}],
        "external": {"pa-x": "2093"},
        "url": "https://example.org/a",
        "publisher": "Agency, Damascus",
    }

    assert front_matter.write(mapping) == (
        "---\n"
        "key: astana-memorandum\n"
        "name:\n"
        "  en: Memorandum\n"
        "  ar: مذكرة إنشاء\n"
        "aliases:\n"
        '  en: [Astana 4, "Astana, round 4"]\n'
        "coordinates: [33.725, 36.1]\n"
        "cite: [article#2, tass-2017-05-06]\n"
        "date:\n"
        '  - {value: "2017-05-04", note: {en: as told}}\n'
        "relations:\n"
        "  - {predicate: covers, object: idlib, disputed: true}\n"
        'external: {pa-x: "2093"}\n'
        "url: https://example.org/a\n"
        "publisher: Agency, Damascus\n"
        "---\n"
    )


_values: st.SearchStrategy[object] = st.one_of(
    lines,
    st.lists(lines, max_size=3),
    st.dictionaries(lines, lines, max_size=3),
    st.lists(st.dictionaries(lines, lines, min_size=1, max_size=2), max_size=2),
)


@given(st.dictionaries(st.from_regex(r"[a-z-]{1,8}", fullmatch=True), _values, max_size=4))
def test_what_is_written_is_read_back(mapping: dict[str, object]) -> None:
    found = front_matter.read(front_matter.write(mapping))

    assert found is not None
    assert found.fields == mapping


@pytest.mark.parametrize("name", ["A«0", "“name”", "اسم «ثان»", "قائمة[", "اسم؛", "اسم："])
def test_a_name_that_looks_like_a_slip_is_read_back(name: str) -> None:
    mapping = {name: "text", "names": {name: "text"}, "list": [{name: "a"}]}
    found = front_matter.read(front_matter.write(mapping))

    assert found is not None
    assert found.fields == mapping


@given(st.dictionaries(st.sampled_from(["name", "title", "url"]), lines, max_size=3))
def test_any_yaml_reader_takes_what_is_written_for_text(mapping: dict[str, str]) -> None:
    written = front_matter.write(mapping).removeprefix("---\n").removesuffix("---\n")
    assert (yaml.safe_load(written) or {}) == mapping


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(FrontMatterError):
        found = front_matter.read(f"---\n{text}\n---\n")
        assert found is not None
        assert all(2 <= line <= text.count("\n") + 2 for line in found.lines.values())


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_lines_are_counted_as_editors_do(separator: str) -> None:
    found = front_matter.read(f'---\nx: a{separator}b\ny: "a{separator}b"\nz: 1\n---\nbody\n')
    assert found is not None
    assert found.fields == {"x": "a b", "y": "a b", "z": "1"}
    assert found.line_of(("z",)) == 4
    assert found.body_line == 6


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("\xa0\xa0en: a", "an unusual blank (U+00A0) indents this line"),
        ("\u200ften: a", "a character that is not seen (U+200F) stands here"),
        ("a\u200bb: a", "a character that is not seen (U+200B) stands here"),
        ("\ufeffx: 1", "a character that is not seen (U+FEFF) stands here"),
        ("x: {en: “a, b”}", "” is no quotation mark of YAML"),
    ],
)
def test_what_is_not_seen_in_a_name_is_told_with_its_line(line: str, told: str) -> None:
    with pytest.raises(FrontMatterError) as raised:
        front_matter.read(f"---\nkey: a\n{line}\n---\n")
    assert (str(raised.value), raised.value.line) == (told, 3)
