"""What is generated in the Arabic pages: their keys, filters and roles.

A page that reads from the right keeps a piece of Latin text or of signs in one order with a
direction of its own, on a code host as on the site: `code`.
"""

from __future__ import annotations

import html
import unicodedata
from typing import Final

from docs.keys_page import keys_tables, told_in
from store.model.vocabulary import KINDS, PREDICATES, Kind
from store.search.filters import FILTERS, ROLES
from store.search.filters.filter import Filter

_TAKES: Final = {
    "kind": "منطقة أو اتفاق أو طرف أو أثر أو مصدر، أو جموعها",
    "type": "صنف من أي نوع، أو من أصناف المصادر، بكلمته أو باسمه",
    "year": "تاريخ في تلك السنة أو السنوات",
    "before": "تاريخ قبل تلك السنة",
    "after": "تاريخ بعد تلك السنة",
    "actor": "طرف بمفتاحه أو اسمه: هو وكل ما له به علاقة",
    "zone": "منطقة بمفتاحها أو اسمها: هي وكل ما له بها علاقة",
    "from": "منطقة بمفتاحها أو اسمها: ما يخبر عمّن غادرها أو غادر مكانًا فيها؛ "
    "والسنة فيه كما في المرشح `سنة:`",
    "to": "منطقة كذلك: ما يخبر عمّن قدم إليها",
    "agreement": "اتفاق بمفتاحه أو اسمه: هو وكل ما له به علاقة",
    "consequence": "أثر بمفتاحه أو اسمه: هو وكل ما له به علاقة",
    "source": "مصدر بمفتاحه، أو بجزء من ناشره أو عنوانه: ما يستشهد به",
    "track": "مسار تفاوض بمفتاحه أو اسمه: هو وما هو جزء منه أو مثال عليه، ولو بواسطة",
    "marked": "نعم أو لا: ما وسمتَه بنجمة في المستكشف",
    "standing": "حال الأثر: مزعوم، متوقع، مرصود، مختلف عليه",
    "disputed": "نعم أو لا: أتختلف المصادر على شيء فيه",
    "collection": "المجموعة التي ينتمي إليها السجل: المقال، والاتفاقات المحلية، وما هو لك",
    "external": "رقم السجل في مجموعة بيانات أخرى، مع اسمها أو دونه",
    "confidence": "مدى اتفاق مصادره: A لمصدرين مستقلين أو أكثر، وB لمصدر جيد واحد، "
    "وC لما هو ضعيف أو مختلف عليه",
    "stage": "مرحلة يؤرّخها مصدر: أُعلن، اتُّفق عليه، سارٍ، نُفّذ، انهار، انتهى",
    "outcome": "ما آل إليه الاتفاق، بكلمته أو اسمه",
    "monitoring": "من يراقب الالتزام به",
    "enforcement": "ما يُفرض به",
    "ceasefire": "صنف وقف إطلاق النار",
    "purpose": "ما يُراد بوقف إطلاق النار",
    "scope": "مداه: محلي، إقليمي، وطني",
    "issue": "ما يسوّيه: الحصار والمساعدات، السلاح، المحتجزون، العودة …",
    "mediator": "نوع الوسيط",
    "signing": "كيف أُبرم",
    "text": "أنصُّه معروف",
    "reading": "كيف قُرئ المصدر، بكلمته أو اسمه: كله، بعضه، بياناته، نقلًا عن غيره، لم يُعثر عليه؛ "
    "ومن السجلات ما يستشهد بمصدر قُرئ هكذا",
    "in": "المصادر: أن ترد الكلمات في جملة واحدة من نص أرفقتَه بالأمر "
    '<code dir="ltr">masarat source attach</code>؛ '
    "السجلات: أن ترد في سجل، كما دونه",
    "process": "المسار الوطني الذي ينتمي إليه",
}
"""What a filter takes; one that is missing here is missed when the page is made."""


def code(text: str) -> str:
    """A piece of code in a page that reads from the right (Markdown or HTML)."""
    strong = next((s for s in map(unicodedata.bidirectional, text) if s in ("L", "R", "AL")), "L")
    if strong != "L":
        return f"`{text}`"
    escaped = html.escape(text, quote=False).replace("|", "&#124;").replace("*", "&#42;")
    return f'<code dir="ltr">{escaped}</code>'


def keys() -> str:
    """A table a group of commands, in Arabic."""
    with told_in("ar"):
        head = "| الاسم | المفاتيح | ما يفعله |"
        return "\n".join(keys_tables(head, code)).rstrip()


def filters_table() -> str:
    """A row a filter, its Arabic names first."""
    head = "| المرشح | بالإنكليزية | قيمته | أمثلة |\n| --- | --- | --- | --- |\n"
    return head + "\n".join(map(_row, FILTERS))


def _row(item: Filter) -> str:
    names = " ".join(code(f"{name}:") for name in item.arabic_names)
    examples = " ".join(map(code, item.examples))
    return f"| {names} | {code(f'{item.name}:')} | {_TAKES[item.name]} | {examples} |"


def roles_table() -> str:
    """A row a predicate and side, with the kinds of records that its value names."""
    head = "| المرشح | بالإنكليزية | قيمته |\n| --- | --- | --- |\n"
    kinds: dict[str, tuple[Kind, ...]] = {}
    for key, predicate in PREDICATES.items():
        kinds |= dict.fromkeys(predicate.filter_names(key), predicate.objects)
        kinds |= dict.fromkeys(predicate.inverse_filter_names, predicate.subjects)
    return head + "\n".join(
        f"| {' '.join(code(f'{each}:') for each in role.arabic_names)} | {code(f'{role.name}:')}"
        f" | {_named(kinds[role.name])} |"
        for role in ROLES
    )


def _named(kinds: tuple[Kind, ...]) -> str:
    every = set(kinds) == set(KINDS)
    return "سجل" if every else " أو ".join(KINDS[kind].ar for kind in kinds)
