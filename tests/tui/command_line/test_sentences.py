"""The command line in Arabic: each sentence has its Arabic, with what is filled in, and is used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import store
import tui
from store.errors import Sentence
from store.model.properties import VALUE_TYPES, Notation
from store.sqlite import explanations
from tests.tui.command_line.conftest import Run
from tests.tui.sentences_in_code import modules_of, sentences_in
from tui.command_line.exit_codes import EXIT_CODES
from tui.command_line.explore import PROGRAM
from tui.command_line.table import COMMANDS
from tui.messages.sentences import (
    arabic_catalogue,
    choose_language,
    comma_separated,
    translate,
    translate_count,
    translate_sentence,
)

OURS = {translate: 1, translate_count: 1, Sentence: 1}


def sentences_of_the_table() -> Iterator[str]:
    """What help says of the program, of its commands and of their options."""
    for command in (PROGRAM, *COMMANDS.values()):
        yield from (*command.help, command.epilog)
        yield from (option.help for option in command.options)
    yield from (command.short_help for command in COMMANDS.values())
    yield from (each.meaning for each in EXIT_CODES)


def sentences_of_ours() -> set[str]:
    in_code = sentences_in([*modules_of(tui), *modules_of(store)], OURS)
    refusals = {each.refusal for each in VALUE_TYPES.values() if isinstance(each, Notation)}
    by_the_store = refusals | {*explanations.EXPLANATIONS.values()}
    return (in_code | {*sentences_of_the_table()} | by_the_store) - {""}


def test_every_sentence_has_its_arabic_and_every_arabic_its_sentence() -> None:
    ours, in_arabic = sentences_of_ours(), set(arabic_catalogue().forms)
    assert ours - in_arabic == set()
    assert in_arabic - ours == set()


def test_arabic_fills_in_the_same_things() -> None:
    for sentence, forms in arabic_catalogue().forms.items():
        wanted = {name for _, name, _, _ in Formatter().parse(sentence) if name}
        found = {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}
        assert found == wanted, sentence
        assert all(forms), sentence
        assert len(forms) in (1, 6), sentence


@pytest.mark.parametrize(
    ("count", "arabic", "in_english"),
    [(1, "سجل واحد", "1 record"), (2, "سجلان", "2 records"), (1200, "1,200 سجل", "1,200 records")],
)
def test_counts_take_the_form_of_their_language(count: int, arabic: str, in_english: str) -> None:
    for language, expected in (("ar", arabic), ("en", in_english)):
        choose_language("ar" if language == "ar" else "en")
        assert translate_count("{count} record", "{count} records", count) == expected
    choose_language(None)


@pytest.mark.parametrize("command", [(), ("lookup",), ("export",), ("check",), ("doctor",)])
def test_help_is_in_arabic_and_keeps_names_and_examples(
    masarat: Run, command: tuple[str, ...]
) -> None:
    shown = masarat("--language", "ar", *command, "--help").stdout
    names = masarat(*command, "--help").stdout
    assert shown.startswith("الاستعمال: ")
    for line in shown.splitlines():
        assert any("\u0600" <= letter <= "\u06ff" for letter in line) or not any(
            letter in line for letter in ("Options", "Usage", "Show ", "Find ", "The ")
        ), line
    for word_ in names.split():
        if word_.startswith("--"):
            assert word_ in shown
    assert "[required]" not in shown
    assert "[default" not in shown


@pytest.mark.parametrize(
    "arguments",
    [("--language", "ar", "--help"), ("--help", "--language", "ar"), ("-h", "--language=ar")],
)
def test_help_is_in_arabic_wherever_the_language_stands(
    masarat: Run, arguments: tuple[str, ...]
) -> None:
    assert masarat(*arguments).stdout.startswith("الاستعمال: ")
    assert masarat("--help").stdout.startswith("Usage: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("lookup", "qqqqzzzz", "--language", "ar"),
        ("lookup", "--language=ar", "qqqqzzzz"),
        ("--language", "en", "lookup", "qqqqzzzz", "--language", "ar"),
    ],
)
def test_the_language_may_stand_after_the_command(masarat: Run, arguments: tuple[str, ...]) -> None:
    assert masarat(*arguments).stderr.startswith("لا اسم يشبه 'qqqqzzzz'؛")
    assert masarat("lookup", "qqqqzzzz").stderr.startswith("No name is like")


def test_words_behind_two_dashes_choose_no_language(masarat: Run) -> None:
    assert (
        "extra arguments (--language ar)" in masarat("lookup", "x", "--", "--language", "ar").stderr
    )


def test_the_language_of_an_export_is_that_of_messages_unless_one_stands_before(
    masarat: Run, tmp_path: Path
) -> None:
    report = ("export", "zabadani", "--to", tmp_path / "r.md", "--language", "ar")
    told = masarat("--language", "en", *report).stderr
    assert told == "1 record and 2 sources written to 1 file.\n"
    assert "موجود من قبل" in masarat(*report).stderr
    assert masarat("search", "export", "--language", "ar").stderr.startswith("لا نص فيه 'export'")
    assert masarat("export", "--language", "ar", "--help").stdout.startswith("الاستعمال: ")


@pytest.mark.parametrize(
    ("arguments", "told_in_arabic"),
    [
        ("lookup", "ينقص 'QUERY'."),
        ("lookup a b", "كلمة زائدة: b"),
        ("lookup a b c", "كلمات زائدة: b c"),
        ("lookup a --limit 0", "قيمة لا تصلح لـ '--limit': لا تقع 0 في المجال x>=1."),
        ("lookup a --limit x:y", "قيمة لا تصلح لـ '--limit': ليست 'x:y' عددًا صحيحًا."),
        ("lookup a --limit", "يحتاج الخيار '--limit' إلى قيمة."),
        ("lookup a --json=1", "لا يأخذ الخيار '--json' قيمة."),
        ("lookup a --zzzz", "لا خيار باسم '--zzzz'."),
        ("lookup a --langauge", "لا خيار باسم '--langauge'. أتقصد '--language'؟"),
        ("--bidi no", "قيمة لا تصلح لـ '--bidi': ليست 'no' من 'auto'، 'app'، 'words'،"
         " 'terminal'، 'guard'، 'off'."),
        ("export", "ينقص الخيار '--to'."),
        ("import /no/such", "قيمة لا تصلح لـ 'PATH': لا وجود للمسار '/no/such'."),
        ("check --source /no/such", "قيمة لا تصلح لـ '--source': لا وجود للملف '/no/such'."),
        ("check --source /", "قيمة لا تصلح لـ '--source': '/' مجلد، لا ملف."),
        ("--store= stats", "قيمة لا تصلح لـ '--store': يلزم مسار أو :memory:"),
        ("--zzzz", "لا خيار باسم '--zzzz'."),
        ("lokup", "لا أمر باسم 'lokup'؛ هل تقصد lookup؟"),
        ("show a --json --markdown", "لا يجتمع --json و--markdown؛ اختر أحدهما."),
    ],
)  # fmt: skip
def test_wrong_use_is_told_in_arabic(masarat: Run, arguments: str, told_in_arabic: str) -> None:
    wrong = masarat("--language", "ar", *arguments.split())
    assert wrong.exit_code == 2
    *called, error = wrong.stderr.splitlines()
    assert error == f"خطأ: {told_in_arabic}"
    assert [line.partition(": ")[0] for line in called] == ["الاستعمال", "للشرح", ""]


def test_an_unknown_language_names_the_choices(masarat: Run) -> None:
    assert "'en', 'ar'" in masarat("--language", "fr", "stats").stderr


@pytest.mark.parametrize(
    "command", [("list", "--kind", "zone"), ("lookup", "الزبداني"), ("search", "الزبداني")]
)
def test_kinds_stand_with_the_arabic_name_under_their_label(
    masarat: Run, command: tuple[str, ...]
) -> None:
    row = next(
        line
        for line in masarat("--language", "ar", *command, "--format", "table").stdout.splitlines()
        if line.startswith("zabadani ")
    )
    assert row.endswith("الزبداني · منطقة")
    assert " zone " not in row
    assert " zone " in masarat(*command, "--format", "table").stdout


def test_the_locale_or_the_option_chooses(masarat: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    arabic = "لا اسم يشبه 'qqqqzzzz'؛"
    assert masarat("--language", "ar", "lookup", "qqqqzzzz").stderr.startswith(arabic)
    assert masarat("lookup", "qqqqzzzz").stderr.startswith("No name is like")
    monkeypatch.setenv("LANG", "ar_SY.UTF-8")
    assert masarat("lookup", "qqqqzzzz").stderr.startswith(arabic)
    assert masarat("--language", "en", "lookup", "qqqqzzzz").stderr.startswith("No name is like")


def test_results_have_arabic_labels(masarat: Run) -> None:
    counts = masarat("--language", "ar", "stats", "--format", "table").stdout
    assert "علاقات" in counts
    assert "relations" not in counts
    shown = masarat("--language", "ar", "show", "zabadani").stdout
    assert "المصادر، ناقلان مستقلان:" in shown
    assert "Sources:" not in shown


def test_a_sentence_that_is_not_in_the_catalogue_is_said_in_english() -> None:
    choose_language("ar")
    assert translate("No {such} sentence.", such="such") == "No such sentence."
    choose_language(None)


def test_what_the_store_says_is_in_arabic_with_its_arguments(masarat: Run, tmp_path: Path) -> None:
    near = masarat("--language", "ar", "show", "zabadan")
    assert near.stderr.startswith("لا سجل بالمفتاح 'zabadan'؛ هل قصدت zabadani")
    assert near.exit_code == 1
    assert masarat("show", "zabadan").stderr.startswith("There is no record with the key 'zabadan'")
    (tmp_path / "notes.db").write_text("no database at all")
    broken = masarat("--language", "ar", "--store", str(tmp_path / "notes.db"), "stats")
    assert broken.stderr == (
        f"{tmp_path / 'notes.db'} نص وليس قاعدة SQLite؛ اقرأ ما فيه من سجلات بـ masarat import، "
        "أو سمِّ ملفًا آخر بـ --store.\n"
    )


def test_counts_in_a_sentence_of_the_store_take_the_form_of_their_language() -> None:
    choose_language("ar")
    pattern = "{count:,} characters are more than the {most:,} allowed"
    assert translate_sentence(Sentence(pattern, count=503, most=500)).startswith("503 محارف،")
    assert translate_sentence(Sentence(pattern, count=1512, most=500)).startswith("1,512 محرفًا،")
    choose_language(None)


def test_words_that_are_listed_stand_once() -> None:
    assert comma_separated(["effect", "", "consequence", "effect"]) == "effect, consequence"


def test_a_sentence_within_a_sentence_is_translated_too() -> None:
    choose_language("ar")
    hint = Sentence("did you mean {keys}?", keys=Sentence("{one} or {other}", one="a", other="b"))
    sentence = Sentence("There is no source with the key {key!r}; {hint}", key="c", hint=hint)
    assert sentence == "There is no source with the key 'c'; did you mean a or b?"
    assert translate_sentence(sentence) == "لا مصدر بالمفتاح 'c'؛ هل قصدت a أو b؟"
    assert translate_sentence("As it is.") == "As it is."
    choose_language(None)


def test_whatever_a_sentence_calls_what_is_filled_in_it_is_translated() -> None:
    choose_language("ar")
    pattern = "the Arabic summary has {arabic} letters and the English one {english}"
    sentence = Sentence(pattern, arabic=3, english=40)
    assert translate_sentence(sentence) != sentence
    assert "40" in translate_sentence(sentence)
    choose_language(None)
