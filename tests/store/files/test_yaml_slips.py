"""The usual slips of YAML: each is named with its line and its remedy, in no parser's words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.files import front_matter
from store.files.front_matter import FrontMatterError
from store.text.folding import is_arabic
from tui.messages.sentences import choose_language, translate_sentence

LATIN = re.compile("[A-Za-z]{2,}")

SLIPS = [
    ("name: Truce: the second", 2, "a colon stands in a text", "quotation marks: name"),
    ("key: a\n\tname: b", 3, "a tab indents", "Indent by blanks"),
    ("key:\ta: b", 2, "a tab stands after the colon", "a blank instead"),
    ("name: @home", 2, "cannot begin with @", "quotation marks"),
    ("name: `x`", 2, "cannot begin with `", "quotation marks"),
    ("name: %x", 2, "cannot begin with %", "quotation marks"),
    ("name: | text", 2, "cannot begin with |", "quotation marks"),
    ("aliases: [a, b", 2, "a [ that is opened here is not closed", "Write ] where it ends"),
    ("key: a\nname: {en: A\nkind: zone", 3, "a { that is opened", "Write } where it ends"),
    ("aliases: [a]]", 2, "] closes what nothing has opened", "Remove it"),
    ("aliases: [أ، ب]", 2, "، does not part", "Part them by ,"),
    ("aliases: {en: [a; b]}", 2, "; does not part", "Part them by ,"),
    ("name: {en: A، ar: B}", 2, "، does not part", "Part them by ,"),
    ('key: a\nname: "abc', 3, "has no end", "Close the text"),
    ('name: "abc\nkey: a\nkind: b', 2, "has no end", "Close the text"),
    ('name: "abc" def', 2, "after the closing quotation mark", "whole text"),
    ("name: 'don't'", 2, "after the closing quotation mark", "whole text"),
    ("name: “a: b”", 2, "“ is no quotation mark", 'Write "'),
    ('name: "a\\q"', 2, "a backslash", "single quotation marks"),
    ("key: a\nkey: b", 3, "'key' stands twice, first on line 2", ""),
    ("key: a\n  name: b", 3, "this line is indented", "as the line above"),
    ("name:\n   en: A\n  ar: B", 4, "indented as none of those", "alike"),
    ("aliases:\n  -a\n  -b: c", 4, "a blank is missing after the dash", "- item"),
    ("key: a\n- b", 3, "items of a list and fields", "Begin each item"),
    ("name: !!python/x y", 2, "a tag ('!!python/x')", "quotation marks"),
    ("name: &a b", 2, "an anchor", "quotation marks"),
    ("key:a\nkind: zone", 2, "a blank is missing after the colon", "Write key:"),
    ("key： a\nkind: zone", 2, "： is not the colon", "Write :"),
    ("kind zone\nkey: a", 2, "has no colon after it", "name: value"),
    ("key:\u00a0a\nkind: zone", 2, "an unusual blank (U+00A0)", "a blank instead"),
    ("tags: #abc", 2, "what stands behind # is a comment to YAML: #abc", "quotation marks"),
    ("key: a\nname: Agreement #4\nkind: b", 3, "is a comment to YAML: #4", "quotation marks"),
    ("name:\n  en: A\n   B #2\nkey: a", 4, "is a comment to YAML: #2", "quotation marks"),
    ("aliases:\n  - a\n  - #b", 4, "is a comment to YAML: #b", "quotation marks"),
    ("aliases: [a, #b]", 2, "is a comment to YAML: #b", "quotation marks"),
    ("name: {en: A #4, ar: ب}", 2, "is a comment to YAML: #4,", "quotation marks"),
    ("key: a\nname {en: A}", 3, "has no colon after it", "name: value"),
    ("name:{en: A}\nkey: a", 2, "a blank is missing after the colon", "name: value"),
    ("name：{en: A}", 2, "： is not the colon", "Write :"),
    ("key\u00a0: a", 2, "that is not seen (U+00A0)", "Remove it"),
    ("\u200fname: a", 2, "that is not seen (U+200F)", "Remove it"),
    ("name: {en: A}\u200f", 2, "that is not seen (U+200F)", "Remove it"),
    ('name: \u200f"A"', 2, "that is not seen (U+200F)", "Remove it"),
    ("– a: b", 2, "– does not begin an item", "- item"),
    ("• a: b", 2, "• does not begin an item", "- item"),
    ("name: “A”", 2, "“ is no quotation mark", 'Write "'),
    ("name: {en: «A»}", 2, "« is no quotation mark", 'Write "'),
    ("name: {en: A: B}", 2, "a comma is missing, or a colon", "Part fields by ,"),
    ("name: {en: A ar: B}", 2, "a comma is missing, or a colon", "Part fields by ,"),
    ('name: {"en": "A" "ar": "B"}', 2, "a comma is missing, or a colon", "Part fields by ,"),
    ("name: {en: 'don't'}", 2, "after the closing quotation mark", "whole text"),
    ('name: {en: "A\\d"}', 2, "a backslash", "single quotation marks"),
    ("name: {en: A},", 2, "something stands behind the closing bracket: ,", "Remove it"),
    ("aliases: {en: [A,, B]}", 2, "nothing stands between two commas", "Remove one"),
    ("key: a\naliases: - b", 3, "an item of a list stands behind a colon", "line of its own"),
    ("key: a\n...\nname: b", 3, "front matter ends here", "Remove it"),
    ("summary: |\na text", 3, "below | is indented too little", "Indent all its lines"),
    ("summary: >\n  a\n b", 4, "below > is indented too little", "Indent all its lines"),
    ('key: a\n"name: b', 3, "has no end", "Close the text"),
    ("name: *a", 2, "an anchor (&) or alias (*)", "quotation marks"),
    ("name: !a", 2, "a tag ('!a')", "quotation marks"),
    ("name: \x07", 2, "a control character (U+0007)", "Remove it"),
]


@pytest.mark.parametrize(("source", "line", "what", "todo"), SLIPS)
def test_a_slip_has_its_line_and_remedy(source: str, line: int, what: str, todo: str) -> None:
    with pytest.raises(FrontMatterError) as refused:
        front_matter.read(f"---\n{source}\n---\n")
    assert what in str(refused.value)
    assert todo in refused.value.todo
    assert refused.value.line == line


@pytest.mark.parametrize("source", [source for source, *_ in SLIPS])
def test_a_slip_is_told_in_arabic_too(source: str) -> None:
    with pytest.raises(FrontMatterError) as refused:
        front_matter.read(f"---\n{source}\n---\n")
    choose_language("ar")
    try:
        for sentence in (refused.value.sentence, refused.value.todo):
            told = translate_sentence(sentence)
            assert told != sentence
            assert is_arabic(told)
            ours = source + "YAML `name: value` `- item` key: name: U+00A0 U+200F U+0007"
            assert [word for word in LATIN.findall(told) if word not in ours] == []
    finally:
        choose_language(None)


def test_an_arabic_comma_may_stand_in_an_item_in_quotation_marks() -> None:
    written = front_matter.write({"aliases": {"ar": ["أ، ب", "ج"]}})
    assert written == '---\naliases:\n  ar: ["أ، ب", ج]\n---\n'
    read = front_matter.read(written)
    assert read is not None
    assert read.fields == {"aliases": {"ar": ["أ، ب", "ج"]}}


@pytest.mark.parametrize(
    "source",
    [
        "name: a # note",
        'name: "a #b" #c',
        "name: a#b",
        "name: # note\n  en: a",
        "aliases: [a] #c",
        "#key: a\nname: b",
    ],
)
def test_comments_may_stand_where_they_are_seen_to_be_some(source: str) -> None:
    assert front_matter.read(f"---\n{source}\n---\n")


@given(st.text("ab:-[]{}\"',،\n\t #&*!|>@%`?\x07\u00a0", max_size=40))
def test_whatever_is_no_yaml_is_refused_in_our_words(source: str) -> None:
    said = ""
    try:
        front_matter.read(f"---\n{source}\n---\n")
    except FrontMatterError as error:
        said = str(error)
    assert "expected" not in said
    assert "while" not in said
