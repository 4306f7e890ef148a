"""The catalogues: both languages whole, and every word of the interface in them."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import tui
from store.model.vocabulary import Language
from tui.bidi import Direction, visual
from tui.bidi.lines import direction_of
from tui.messages import LANGUAGES, catalogue_of, say, speak
from tui.messages.catalogue import read_catalogue
from tui.messages.direction import from_the_right

FOLDER = Path(tui.__file__).parent
# The command line has words of its own.
INTERFACE = [
    path
    for path in FOLDER.rglob("*.py")
    if path.name != "cli.py" and "command_line" not in path.relative_to(FOLDER).parts
]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_messages() -> None:
    assert set(catalogue_of("en").forms) == set(catalogue_of("ar").forms)


def test_both_languages_fill_in_the_same_things() -> None:
    english, arabic = (catalogue_of(language).forms for language in LANGUAGES)
    for message, forms in english.items():
        wanted = set[str]().union(*map(placeholders, forms))
        found = set[str]().union(*map(placeholders, arabic[message]))
        assert wanted == found, message
        assert all(forms), message
        assert all(arabic[message]), message


def test_plurals_have_as_many_forms_as_their_language() -> None:
    assert {len(forms) for forms in catalogue_of("en").forms.values()} == {1, 2}
    assert {len(forms) for forms in catalogue_of("ar").forms.values()} == {1, 6}
    english, arabic = (catalogue_of(language).forms for language in LANGUAGES)
    assert all((len(english[m]) == 2) == (len(arabic[m]) == 6) for m in english)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا سجلات"), (1, "سجل واحد"), (2, "سجلان"), (3, "3 سجلات"), (10, "10 سجلات"),
        (11, "11 سجلًا"), (99, "99 سجلًا"), (100, "100 سجل"), (103, "103 سجلات"),
        (122, "122 سجلًا"), (1000, "1,000 سجل"),
    ],
)  # fmt: skip
def test_arabic_counts_in_its_six_forms(count: int, said: str) -> None:
    speak("ar")
    assert say("list.records", count=count) == said


def test_arabic_messages_are_arabic() -> None:
    by_itself = {
        "search.found",
        "search.found-more",
        "search.found-some",
        "detail.percent",
        "overview.figures",
        "command.language",
        "settings.en",
        "settings.western",
    }
    latin = [
        message
        for message, forms in catalogue_of("ar").forms.items()
        if message not in by_itself and not re.search("[\u0600-\u06ff]", forms[0])
    ]
    assert latin == []


def said_in(path: Path) -> set[str]:
    """The ids that a module says, `*` standing for what is only known when it runs."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        if called(node) in ("say", "tell_keys", "Complaint", "_complaint", "_group"):
            said = node.args[0]
            either = (said.body, said.orelse) if isinstance(said, ast.IfExp) else (said,)
            found.update(map(pattern, either))
    return found - {""}


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def pattern(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return re.escape(str(node.value))
    if isinstance(node, ast.JoinedStr):
        parts = [
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z-]+"
            for part in node.values
        ]
        return "".join(parts)
    return ""


def test_what_is_said_is_in_the_catalogues_and_nothing_else_is() -> None:
    patterns = set().union(*map(said_in, INTERFACE))
    messages = set(catalogue_of("en").forms)
    for said in patterns:
        assert any(re.fullmatch(said, message) for message in messages), said
    indirect = {"search.found", "search.found-more"}
    unsaid = {
        message
        for message in messages - indirect
        if not any(re.fullmatch(said, message) for said in patterns)
    }
    assert unsaid == set()


def test_no_widget_holds_words_of_its_own() -> None:
    """Text handed to the user must come from `say`: no literal with a space and a letter."""
    words = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
    calls = {"notify", "Static", "Content", "Label", "Heading", "Choice", "Remark", "tell", "Hint"}
    for path in INTERFACE:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            literals = [str(a.value) for a in node.args if isinstance(a, ast.Constant)]
            assert called(node) not in calls or not any(map(words.search, literals)), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_message_is_an_error(language: Language) -> None:
    speak(language)
    with pytest.raises(KeyError):
        say("no.such")
    with pytest.raises(KeyError):
        say("search.found", names="1")


def test_a_catalogue_is_read_as_catalogue_editors_write_it(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_text(
        '# note\nmsgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        '#. hint\n#: file.py:3\nmsgid "a.b"\nmsgstr ""\n"one \\"two\\" "\n"three"\n\n'
        'msgid "c"\nmsgid_plural "c"\nmsgstr[0] "{count} x"\nmsgstr[1] "{count} xs"\n\n'
        'msgid ""\n"long "\n"\\"id\\""\nmsgstr "\\\\n\\n"\n',
        "utf-8",
    )
    read = read_catalogue(path)
    assert read.format('long "id"', {}) == "\\n\n"
    assert list(read.forms) == ["a.b", "c", 'long "id"']
    assert read.format("a.b", {}) == 'one "two" three'
    assert [read.format("c", {"count": n}) for n in (1, 2)] == ["1 x", "2 xs"]
    path.write_text('msgid "a"\nmsgstr "b"\n', "utf-8")
    with pytest.raises(ValueError, match="Plural-Forms"):
        read_catalogue(path)


def test_an_arabic_sentence_reads_from_the_right_whatever_it_begins_with() -> None:
    speak("ar")
    for text in (
        say("timeline.place", lane="Ahrar", place=1, total=3),
        from_the_right("Esc للخروج"),
    ):
        assert direction_of(text) is Direction.RIGHT_TO_LEFT
    for same in ("English", "للخروج Esc", "12 / 13", "a\nb"):
        assert from_the_right(same) == same
    assert from_the_right("نعم\nEsc للخروج") == "نعم\n\u200fEsc للخروج"


@pytest.mark.parametrize(
    "path", ["/home/someone/report.md", "~/report.md", "/tmp/out/", "C:\\x.md"]
)
def test_a_path_in_an_arabic_sentence_keeps_its_signs_in_their_places(path: str) -> None:
    speak("ar")
    assert path in clean(visual(say("settings.kept", path=path)))


@pytest.mark.parametrize("catalogue", ["ar.po", "command_line.ar.po"])
def test_a_latin_word_that_ends_an_arabic_sentence_is_not_followed_by_another(
    catalogue: str,
) -> None:
    # Both would be one run from left to right: that of the next sentence would be read first.
    lines = (FOLDER / "messages" / catalogue).read_text("utf-8").splitlines()
    arabic = [line for line in lines if re.search("[\u0600-\u06ff]", line)]
    assert len(arabic) > 500
    assert not [line for line in arabic if re.search("[A-Za-z][.] +[A-Za-z]", line)]


def clean(text: str) -> str:
    """Without the marks that no terminal shows."""
    return re.sub("[\u200e\u200f]", "", text)
