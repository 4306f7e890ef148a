"""The Arabic pages of commands and settings, from the program's Arabic help and its settings.

`make docs` writes docs/ar/commands.md and docs/ar/settings.md; a test proves that they are up to
date. What columns of lists hold stands in the English page alone.
"""

# ruff: noqa: E501 — lines of the pages

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from docs.arabic_pages import code
from docs.settings_page import SAMPLE
from store.upkeep.copies import KEPT
from tui.command_line.entry import Command, Option
from tui.command_line.exit_codes import EXIT_CODES
from tui.command_line.explore import PROGRAM
from tui.command_line.help import help_text, usage
from tui.command_line.table import COMMANDS
from tui.config import KEYS, SETTINGS, Setting
from tui.messages.sentences import choose_language, translate

_LATIN: Final = re.compile(r"[!-~…]*[A-Za-z][!-~…]*(?: [!-~…]*[A-Za-z0-9][!-~…]*)*")
_AT_END: Final = ".,;:!)"
"""Signs of the sentence, which stand behind a Latin name in it."""

_COMMANDS: Final = """<div dir="rtl" lang="ar">

# الأوامر

[English](../commands.md)

كُتبت هذه الصفحة من البرنامج نفسه، ويثبت اختبارٌ أنها توافقه. ويعرض <code dir="ltr">masarat --help</code>
و<code dir="ltr">masarat lookup --help</code> ما فيها، بالعربية مع <code dir="ltr">--language ar</code> أو حين تكون لغة النظام العربية.

تذهب النتائج إلى المخرج القياسي، والرسائل إلى مخرج الأخطاء. وكلاهما آمن على الطرفية: فما تعمل به أو لا ترسمه يُعرض بدلًا من ذلك.
وما تحويه أعمدة القوائم مذكور في [الصفحة الإنكليزية](../commands.md).

## رموز الخروج

"""
_SETTINGS: Final = f"""<div dir="rtl" lang="ar">

# الإعدادات

[English](../settings.md)

كُتب جدول هذه الصفحة من البرنامج نفسه، ويثبت اختبارٌ أنه يوافقه.

مكان الإعدادات الملف <code dir="ltr">config.toml</code> في مجلد الإعدادات (وهو في لينكس <code dir="ltr">~/.config/masarat/</code>،
ويطبع <code dir="ltr">masarat doctor</code> مساره)، ولا يلزم أيٌّ منها. وما لا يمكن العمل به يُذكر عند البدء ثم يُهمل؛ ويذكره
<code dir="ltr">masarat config</code> أيضًا، مع كل ما اختير وما لم يُختر. أما المخزن فليس من الإعدادات: يسميه <code dir="ltr">--store</code>،
وإلا فمتغير البيئة <code dir="ltr">MASARAT_STORE</code>.

ويفتح <code dir="ltr">F3</code> في المستكشف صفحة لها: يُعمل بما يُغيَّر فيها حالًا، أو من البدء التالي حيث يُذكر ذلك، ويُكتب في الملف. ولا يُمس
فيه غير ذلك، تعليقًا كان أو مفتاحًا أو إعدادًا لا يعرفه مسارات؛ والملف الذي لا تجوز الكتابة فيه، أو ليس بصيغة TOML، يُترك كما هو ويُذكر ذلك.

<div dir="ltr">

{SAMPLE}

</div>

| الإعداد | القيم | دونه | ما هو |
| --- | --- | --- | --- |
"""
_STORE: Final = f"""
## ملف المخزن ونُسخه

المخزن هو الملف <code dir="ltr">masarat.db</code> في مجلد البيانات (وهو في لينكس <code dir="ltr">~/.local/share/masarat/</code>)، أو ما يسميه
<code dir="ltr">--store</code> أو <code dir="ltr">MASARAT_STORE</code>. وما دام برنامج يفتحه يكون معه <code dir="ltr">-wal</code> و<code dir="ltr">-shm</code>: فانسخه
بالأمر <code dir="ltr">masarat backup</code>، الذي يعمل في أي وقت، لا ملفًا ملفًا.

| الملف | ما هو | ما يُحفظ منه |
| --- | --- | --- |
| <code dir="ltr">masarat-DATE.db</code> | ما صنعه <code dir="ltr">masarat backup</code> دون مسار | كله؛ فهو لك |
| <code dir="ltr">masarat.db.model-4</code> | المخزن قبل أن يُنقل إلى نموذج أحدث | أحدث {KEPT} |
| <code dir="ltr">masarat.db.before-repair-DATE</code> | المخزن قبل <code dir="ltr">masarat repair</code> | أحدث {KEPT} |
| <code dir="ltr">masarat.db.damaged-DATE</code> | ملف تالف وُضع غيره مكانه | أحدث {KEPT} |
| <code dir="ltr">masarat.db.replaced-DATE</code> | المخزن قبل <code dir="ltr">masarat backup --restore</code> | أحدث {KEPT} |

و<code dir="ltr">DATE</code> كما في <code dir="ltr">2026-11-26-094512</code>. وكلٌّ منها مخزن كامل لا يقرؤه غيرك، ويعيده
<code dir="ltr">masarat backup --restore FILE</code> مكان المخزن.

</div>
"""
_EXPLAINED: Final = {
    "language": (
        "ما اختير آخر مرة في المستكشف، وإلا فلغة النظام",
        "لغة الواجهة؛ ويُقدَّم عليه --language.",
    ),
    "theme": ("سمة Textual", "إحدى سمات Textual باسمها؛ ويُقدَّم عليه ما اختير في المستكشف."),
    "bidi": (
        "",
        "من يرتب العربية ويصل حروفها، انظر [الطرفيات](../terminals.md)؛ ويُقدَّم عليه --bidi.",
    ),
    "digits": ("", "أرقام الواجهة العربية."),
    "history": ("", "أتُحفظ عمليات البحث بين بدء وآخر؛ ويمحوها masarat history --clear."),
    "mouse": (
        "",
        "أتأتي النقرات إلى مسارات؛ وإلا فالفأرة للطرفية، تحدد بها وتنسخ كما في غيره؛ ويُقدَّم عليه --no-mouse.",
    ),
    "curtain": (
        "",
        "أتُحفظ الشاشة الأخيرة لتظهر حالًا عند البدء التالي؛ ولا تُحفظ في العرض المبسط، ولا حيث history هو false.",
    ),
    "plain": (
        "",
        "لوحة واحدة في كل مرة بلا إطارات، والأحوال بالكلمات، ولا يُرسم ثانية ما لم يتغير: لقارئات الشاشة، "
        "انظر [الطرفيات](../terminals.md)؛ ويُقدَّم عليه --plain.",
    ),
    "ground": (
        "محافظات سورية",
        "مسار ملف GeoJSON تُرسم الخرائط على حدوده؛ يحفظه هنا masarat map --ground FILE، "
        "ويُخرجه --ground governorates.",
    ),
    "keys": (
        "المفاتيح في تلك الصفحة",
        "جدول: اسم الأمر كما في [المفاتيح](keys.md)، ومفتاحه أو قائمة مفاتيحه.",
    ),
}
"""Of each setting what holds without it, where no value says it, and what it is."""


def commands_page() -> str:
    """The page of commands in Arabic."""
    choose_language("ar")
    try:
        codes = "".join(
            f"| {each.code} | {_told(translate(each.meaning))} |\n" for each in EXIT_CODES
        )
        sections = ["\n".join(_section(each)) for each in (PROGRAM, *COMMANDS.values())]
    finally:
        choose_language(None)
    head = "| الرمز | ما يقوله |\n| --- | --- |\n"
    return "\n".join([_COMMANDS + head + codes, *sections, "</div>\n"])


def settings_page() -> str:
    """The page of settings in Arabic."""
    return _SETTINGS + "".join(map(_row, (*SETTINGS, KEYS))) + _STORE


def _row(setting: Setting) -> str:
    default, explained = _EXPLAINED[setting.name]
    values = "، ".join(map(code, setting.values))
    default = code(setting.default) if setting.default in setting.values else _told(default)
    return f"| {code(setting.name)} | {values} | {default} | {_told(explained)} |\n"


def _section(command: Command) -> Iterator[str]:
    is_program = command is PROGRAM
    yield f"## {code(command.name if is_program else f'masarat {command.name}')}\n"
    yield from _block("", [usage(command)])
    for paragraph in filter(None, (*command.help, command.epilog)):
        yield _told(" ".join(help_text(paragraph, command.words_from).split())) + "\n"
    yield from _options(command.options)
    if names := [column.name for column in (*command.columns, *command.source_columns)]:
        yield f"\nالأعمدة: {' '.join(map(code, dict.fromkeys(names)))}"
    yield ""
    if command.examples:
        yield from _block("sh", command.examples)


def _block(kind: str, lines: Iterable[str]) -> Iterator[str]:
    """What is typed, which reads from the left."""
    yield f'<div dir="ltr">\n\n```{kind}'
    yield from lines
    yield "```\n\n</div>\n"


def _options(options: Iterable[Option]) -> Iterator[str]:
    yield "| الخيار | قيمته | دونه | ما هو |"
    yield "| --- | --- | --- | --- |"
    for option in options:
        names = "، ".join(code(name) for name in (option.short_name, option.name) if name)
        choices = "، ".join(map(code, option.choices))
        value = choices or (code(option.metavar) if option.metavar else "")
        default = code(str(option.default)) if option.default else ""
        default = translate("required") if option.required else default
        text = _told(help_text(option.help, option.words_from)).replace("|", "&#124;")
        yield f"| {names} | {value} | {default} | {text} |"


def _told(sentence: str) -> str:
    """An Arabic sentence in which each Latin name keeps its own direction; links are left alone."""
    parts = re.split(r"(\[[^\]]*\]\([^)]*\))", sentence)
    return "".join(
        part if number % 2 else _LATIN.sub(_name, part) for number, part in enumerate(parts)
    )


def _name(found: re.Match[str]) -> str:
    name = found[0].rstrip(_AT_END)
    if name.count("(") > name.count(")") and found[0][len(name) :].startswith(")"):
        name += ")"
    start = len(name) - len(name.lstrip("("))
    if name.count("(") == name.count(")"):
        start = 0
    return f"{name[:start]}{code(name[start:])}{found[0][len(name) :]}"
