"""The usual slips of who writes YAML by hand: found in the line, with what to do about each.

A parser says at which character it could not go on. What was meant is seen in the text: a colon in
a text without quotes, a tab, a bracket that is not closed, an Arabic comma between items.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from store.errors import Sentence
from store.expressions import expression
from store.text.unsafe_characters import DIRECTION_MARKS, EMBEDDINGS, INVISIBLE, ISOLATES
from store.tuples import NamedTuple

if TYPE_CHECKING:
    import yaml

FORBIDDEN: Final = expression(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that YAML does not allow unescaped."""
_HIDDEN: Final = expression(f"[{INVISIBLE}{DIRECTION_MARKS}{EMBEDDINGS}{ISOLATES}]")
_MOST_LINES: Final = 200
_LONGEST: Final = 2_000
"""Characters of a line that are looked at."""
QUOTE_IT: Final = Sentence('Put the text in quotation marks: "…"')
"""What to do where a text cannot stand without them."""
_CLOSERS: Final = {"[": "]", "{": "}"}
_FIELD: Final = expression(r"[ ]{0,40}+(?:- )?+([^\W_][\w.-]{0,60}+)(:?+)(.*)", re.DOTALL)
_OTHER_COLONS: Final = "：﹕꞉∶︓"
_SMART_QUOTES: Final = "“”„«»‘’"
_MARKS: Final = "@`%&*!|>?"
_COMMENT_IN_TEXT: Final = expression(r"[ \t]{1,99}(#[^\s#]\S{0,40})")
_BRACKET_IN_NAME: Final = expression(r"(?<!\\)(:?)[\[{]")
_TEXT_GOES_ON: Final = expression(r"[,{\[:]\s{0,9}'[^']{0,400}'[^\s,}\]:]")
_BAD_ESCAPE: Final = expression(r'\\[^0abtnvfre "/\\N_LPxuU]')
_TWO_IN_ONE: Final = expression(r"""["'\]}]\s{1,9}["'\w]|: [^,\[\]{}"']{0,400}:(?:\s|$)""")
_NO_ITEM: Final = expression(r",\s{0,9},")
_ITEMS_PARTED: Final = expression(r"[،؛;]")


class Slip(NamedTuple):
    """What is wrong in a line, and what to do."""

    line: int
    """From 0."""
    what: Sentence
    todo: Sentence


def find_slip(source: str, line: int, begun: int) -> Slip:
    """Find the slip because of which a text is not YAML.

    Args:
        source: the YAML.
        line: on which its reader could not go on, from 0.
        begun: the line on which what it was reading began, from 0.
    """
    lines = source.split("\n")
    for at in dict.fromkeys((line, begun, line - 1)):
        if 0 <= at < len(lines):
            for look in _LOOKS:
                if found := look(lines[at][:_LONGEST], lines, at):
                    return Slip(at, *found)
    at = min(max(line, 0), len(lines) - 1)
    if (found_value := _value(lines[at])) and found_value[1].startswith(("[", "{")):
        return Slip(at, *_NOT_AS_YAML)
    return Slip(
        at,
        Sentence("this line is not YAML: a field is `name: value`"),
        Sentence('Put a text that has marks in it in quotation marks ("…"), and indent by blanks'),
    )


def slip_behind(error: yaml.MarkedYAMLError, source: str) -> Slip:
    """Find the slip because of which a parser gave up.

    Args:
        error: the parser's.
        source: the YAML.
    """
    marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark]
    if re.search("quoted|flow", error.context or ""):  # it is where these begin that tells
        marks.reverse()
    return find_slip(source, *[*marks, -1, -1][:2])


_Found = tuple[Sentence, Sentence] | None
_NOT_AS_YAML: Final = (
    Sentence("a list or mapping in brackets is not as YAML has it"),
    Sentence("Write [one, two] or {{name: value}}, and put texts with marks in quotation marks"),
)
_PARTNERS: Final = {"“": "”", "„": "”", "«": "»", "‘": "’", "”": "”"}
_BULLETS: Final = "–—−•·*●▪◦"


def _control(line: str, lines: list[str], at: int) -> _Found:
    if found := FORBIDDEN.search(line):
        what = Sentence("a control character ({code}) stands here", code=_code(found[0]))
        return what, Sentence("Remove it")
    return None


def slip_of_name(name: str) -> tuple[Sentence, Sentence] | None:
    """What in a field's name is not seen, or is not what YAML takes it for, and what to do."""
    if any(colon in name for colon in _OTHER_COLONS):
        return _other_colon(name, [], 0)
    if match := _BRACKET_IN_NAME.search(name):
        what = Sentence("a field's name has no colon after it")
        if match[1]:
            what = Sentence("a blank is missing after the colon")
        return what, Sentence("Write `name: value`")
    if name.isascii():
        return None
    if name.strip() != name:
        return _tab(name, [], 0) or _hidden(name.strip(), [], 0) or _not_seen(name[-1])
    if name[0] in _BULLETS:
        what = Sentence("{mark} does not begin an item of a list", mark=name[0])
        return what, Sentence("Write `- item`")
    if found := next((mark for mark in _SMART_QUOTES if mark in name), ""):
        what = Sentence("{mark} is no quotation mark of YAML", mark=found)
        return what, Sentence('Write " on both sides of the text')
    return _hidden(name, [], 0)


def _byte_order_mark(line: str, lines: list[str], at: int) -> _Found:
    return _hidden(line, lines, at) if "\ufeff" in line else None


def _hidden(line: str, lines: list[str], at: int) -> _Found:
    found = _HIDDEN.search(line)
    return _not_seen(found[0]) if found else None


def _not_seen(character: str) -> tuple[Sentence, Sentence]:
    what = Sentence("a character that is not seen ({code}) stands here", code=_code(character))
    return what, Sentence("Remove it")


def slip_of_text(text: str) -> tuple[Sentence, Sentence] | None:
    """What in a text without quotation marks is meant to be some, or hides that it is.

    Args:
        text: as it would be read, quotation marks of other kinds included.
    """
    if _HIDDEN.match(text) and text.lstrip(text[0])[:1] in tuple("\"'[{"):
        return _not_seen(text[0])
    partner = _PARTNERS.get(text[:1])
    if partner and text.find(partner, 1) == len(text) - 1:
        what = Sentence("{mark} is no quotation mark of YAML", mark=text[0])
        return what, Sentence('Write " at both ends of the text')
    return None


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _tab(line: str, lines: list[str], at: int) -> _Found:
    blanks = line[: len(line) - len(line.lstrip())]
    if "\t" in blanks:
        return Sentence("a tab indents this line"), Sentence("Indent by blanks")
    if re.match(r"[^\"']{1,80}:\t", line):
        return Sentence("a tab stands after the colon"), Sentence("Write a blank instead")
    if strange := next((each for each in blanks if each != " "), ""):
        what = Sentence("an unusual blank ({code}) indents this line", code=_code(strange))
        return what, Sentence("Indent by blanks")
    return None


def _other_colon(line: str, lines: list[str], at: int) -> _Found:
    head = line[:80]
    for colon in _OTHER_COLONS:
        if colon in head and ": " not in head.partition(colon)[0]:
            what = Sentence("{colon} is not the colon of YAML", colon=colon)
            return what, Sentence("Write : and a blank after the field's name")
    return None


def _value(line: str) -> tuple[str, str] | None:
    """The field's name and value of a line."""
    match = _FIELD.match(line)
    if match is None or not match[2] or not match[3].startswith((" ", "\u00a0")):
        stripped = line.lstrip(" ")
        return ("", stripped[2:].strip()) if stripped.startswith("- ") else None
    return match[1], match[3].strip()


def _begins_with_mark(line: str, lines: list[str], at: int) -> _Found:
    found = _value(line)
    if found and found[1][:1] in tuple(_MARKS) and found[1] not in ("|", ">", "|-", ">-"):
        what = "a text without quotation marks cannot begin with {mark}"
        return Sentence(what, mark=found[1][0]), QUOTE_IT
    stripped = line.strip()
    if stripped[:1] in tuple("%@`"):
        return Sentence("a line cannot begin with {mark}", mark=stripped[0]), Sentence(
            "Write `name: value`; a comment begins with #"
        )
    return None


def _quotation_marks(line: str, lines: list[str], at: int) -> _Found:
    found = _value(line)
    value = found[1] if found else ""
    if value[:1] in tuple(_SMART_QUOTES) and value[:1]:
        what = Sentence("{mark} is no quotation mark of YAML", mark=value[0])
        return what, Sentence('Write " at both ends of the text')
    for mark in "\"'":
        if not value.startswith(mark):
            continue
        inner = value[1:].replace('\\"', "") if mark == '"' else value[1:].replace("''", "")
        end = inner.find(mark)
        if end < 0:
            what = Sentence("the quotation mark ({mark}) that begins here has no end", mark=mark)
            return what, Sentence("Close the text with the same mark")
        rest = inner[end + 1 :].strip()
        if rest and not rest.startswith("#"):
            what = Sentence("text goes on after the closing quotation mark ({mark})", mark=mark)
            todo = 'Put the whole text in quotation marks, and write \\" for those inside it'
            return what, Sentence(todo)
        if mark == '"' and _BAD_ESCAPE.search(value):
            return Sentence("a backslash is not escaped: write two"), Sentence(
                "Write \\\\, or put the text in single quotation marks: '…'"
            )
    begun = line.strip()
    if begun[:1] in ('"', "'") and begun.count(begun[0]) == 1:
        what = Sentence("the quotation mark ({mark}) that begins here has no end", mark=begun[0])
        return what, Sentence("Close the text with the same mark")
    if value.startswith(("[", "{")) and value.count('"') % 2:
        return Sentence('a quotation mark (") in this line has no partner'), Sentence(
            "Close the text with the same mark"
        )
    return None


def comment_in_text(rest: str) -> tuple[Sentence, Sentence] | None:
    """Say that a text ends before a #, behind which YAML reads nothing.

    Args:
        rest: of a line, behind a text without quotation marks. A comment has a blank behind its #.
    """
    if match := _COMMENT_IN_TEXT.match(rest):
        what = Sentence("what stands behind # is a comment to YAML: {text}", text=match[1])
        todo = Sentence(
            "Put the text in quotation marks, or write a blank behind the # of a comment"
        )
        return what, todo
    return None


def _hash_in_brackets(line: str, lines: list[str], at: int) -> _Found:
    found = _value(line)
    if found is None or not found[1].startswith(("[", "{")):
        return None
    outside = "".join(_outside_quotes(found[1]))
    start = re.search(r"[ \t]#", outside)
    return comment_in_text(outside[start.start() :]) if start else None


def _brackets(line: str, lines: list[str], at: int) -> _Found:
    found = _value(line)
    value = found[1] if found else line.strip()
    if not value.startswith(("[", "{")):
        return None
    open_now: list[str] = []
    for character in _outside_quotes("\n".join([value, *lines[at + 1 : at + 200]])):
        if character in "[{":
            open_now.append(character)
        elif character in "]}" and (not open_now or _CLOSERS[open_now.pop()] != character):
            what = Sentence("{mark} closes what nothing has opened", mark=character)
            return what, Sentence("Remove it, or open the list or mapping before it")
    if open_now and not (_TEXT_GOES_ON.search(value) or _BAD_ESCAPE.search(value)):
        what = Sentence("a {mark} that is opened here is not closed", mark=open_now[0])
        return what, Sentence(
            "Write {closer} where it ends, or put the text in quotation marks",
            closer=_CLOSERS[open_now[0]],
        )
    return _inside_brackets(value)


def _inside_brackets(value: str) -> _Found:
    """What is wrong between brackets that are all closed."""
    end = max(value.rfind("]"), value.rfind("}")) + 1
    if (rest := value[end:].strip()) and not rest.startswith("#"):
        what = Sentence("something stands behind the closing bracket: {text}", text=rest[:40])
        return _hidden(rest, [], 0) or (what, Sentence("Remove it"))
    if mark := _ITEMS_PARTED.search(value):
        return arabic_comma(mark[0])
    if _TEXT_GOES_ON.search(value):
        what = Sentence("text goes on after the closing quotation mark ({mark})", mark="'")
        todo = 'Put the whole text in quotation marks, and write \\" for those inside it'
        return what, Sentence(todo)
    if '"' in value and _BAD_ESCAPE.search(value):
        return Sentence("a backslash is not escaped: write two"), Sentence(
            "Write \\\\, or put the text in single quotation marks: '…'"
        )
    if re.search(r"[\w\"']:[^\s/]", value):
        return Sentence("a blank is missing after the colon"), Sentence("Write `name: value`")
    if _NO_ITEM.search(value):
        return Sentence("nothing stands between two commas"), Sentence("Remove one of them")
    if _TWO_IN_ONE.search(value):
        what = Sentence("a comma is missing, or a colon stands in a text without quotation marks")
        return what, Sentence("Part fields by , and put a text with a colon in quotation marks")
    return _hidden(value, [], 0)


def _item_behind_colon(line: str, lines: list[str], at: int) -> _Found:
    found = _value(line)
    if found and found[0] and found[1].startswith("- "):
        what = Sentence("an item of a list stands behind a colon")
        return what, Sentence("Begin each item with `- ` on a line of its own")
    return None


def _end_of_document(line: str, lines: list[str], at: int) -> _Found:
    if line.rstrip() == "...":
        what = Sentence("front matter ends here, only --- may follow")
        return what, Sentence("Remove it")
    return None


def _long_text(line: str, lines: list[str], at: int) -> _Found:
    """A text below | or > that is not indented, or less than where it begins."""
    for above in reversed(lines[max(0, at - _MOST_LINES) : at]):
        found = _value(above)
        if found and found[0] and found[1][:1] in ("|", ">"):
            if ": " in line or line.rstrip().endswith(":"):
                return None
            what = Sentence("a text below {mark} is indented too little here", mark=found[1][0])
            return what, Sentence("Indent all its lines alike, by more than the field's name")
        if found and found[0]:
            return None
    return None


def arabic_comma(mark: str) -> tuple[Sentence, Sentence]:
    """Say that a mark does not part the items of a list."""
    what = Sentence("{mark} does not part the items of a list", mark=mark)
    return what, Sentence("Part them by , or put the text in quotation marks")


def _outside_quotes(text: str) -> Iterator[str]:
    quote = ""
    for at, character in enumerate(text):
        if quote:
            if character == quote and (quote == "'" or text[at - 1] != "\\"):
                quote = ""
        elif character == '"' or (character == "'" and text[at - 1 : at] in tuple("[{, ")):
            quote = character
        else:
            yield character


def _colon_in_text(line: str, lines: list[str], at: int) -> _Found:
    found = _value(line)
    if found and found[0] and not found[1].startswith(("[", "{", '"', "'")):
        value = found[1].partition(" #")[0]
        if ": " in value or value.endswith(":"):
            return Sentence("a colon stands in a text without quotation marks"), Sentence(
                'Put the text in quotation marks: {name}: "…"', name=found[0]
            )
    return None


def _no_blank_or_colon(line: str, lines: list[str], at: int) -> _Found:
    if re.match(r"[ ]{0,40}-[^\s-]", line):
        return Sentence("a blank is missing after the dash"), Sentence("Write `- item`")
    match = _FIELD.match(line)
    if match is None:
        return None
    name, colon, rest = match.groups()
    if colon and rest and not rest[0].isspace() and not rest.startswith("//"):
        what = Sentence("a blank is missing after the colon")
        return what, Sentence("Write {name}: and a blank before the value", name=name)
    if colon and rest[:1] not in ("", " "):
        what = Sentence("an unusual blank ({code}) stands after the colon", code=_code(rest[0]))
        return what, Sentence("Write a blank instead")
    if not colon and ": " not in line and not line.lstrip().startswith("- "):
        return Sentence("a field's name has no colon after it"), Sentence(
            "Write `name: value`; a text that goes on is put in quotation marks"
        )
    return None


def _indent(line: str, lines: list[str], at: int) -> _Found:
    above = next((each for each in reversed(lines[:at]) if each.strip()), "")
    ours, theirs = (len(each) - len(each.lstrip(" ")) for each in (line, above))
    found = _value(above)
    if ours > theirs and found and found[1]:
        return Sentence("this line is indented, and the field above it has a value"), Sentence(
            "Indent it as the line above, or take away that value"
        )
    if ours != theirs and line.strip():
        what = Sentence("this line is indented as none of those above it")
        return what, Sentence("Indent fields and items that belong together alike")
    if line.lstrip().startswith("- ") != above.lstrip().startswith("- ") and above:
        what = Sentence("items of a list and fields stand side by side here")
        return what, Sentence("Begin each item with `- `, under a field's name that ends in :")
    return None


_LOOKS: Final[tuple[Callable[[str, list[str], int], _Found], ...]] = (
    _control,
    _end_of_document,
    _byte_order_mark,
    _tab,
    _other_colon,
    _begins_with_mark,
    _quotation_marks,
    _hash_in_brackets,
    _brackets,
    _item_behind_colon,
    _colon_in_text,
    _long_text,
    _no_blank_or_colon,
    _indent,
)
