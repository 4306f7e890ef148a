"""Logical lines and the cells they must give, from left to right, letters unjoined."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from tui.bidi import Direction

LTR, RTL = Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT


class Pair(NamedTuple):
    """A line and what is seen; `base` None is its first strong character's direction."""

    logical: str
    seen: str
    base: Direction | None = None


PAIRS = [
    Pair("قرار مجلس الأمن 2118 (2013) — UNSCR 2118", "UNSCR 2118 — (2013) 2118 نمألا سلجم رارق"),
    Pair("القرار 2118 (2013).", ".(2013) 2118 رارقلا"),
    Pair('قال: "نعم [1]" ثم خرج!', '!جرخ مث "[1] معن" :لاق'),
    Pair("The word سلام (peace) in text.", "The word مالس (peace) in text."),
    Pair("C++ لغة", "C++ ةغل"),
    Pair("C++ لغة", "ةغل ++C", RTL),
    Pair("السعر 1,250.50 دولار (15%)", "(%15) رالود 1,250.50 رعسلا"),
    Pair("آب/أغسطس 2013", "2013 سطسغأ/بآ"),
    Pair("مُحَمَّدٌ", "دٌمَّحَمُ"),
    Pair("S/RES/2118 (2013)", "S/RES/2118 (2013)", RTL),
    Pair("S/RES/2118 (2013) بشأن سوريا", "ايروس نأشب S/RES/2118 (2013)", RTL),
    Pair("S/RES/2118 (2013) بشأن سوريا", "S/RES/2118 (2013) ايروس نأشب"),
    Pair("العربية English العربية", "ةيبرعلا English ةيبرعلا"),
    Pair("English العربية 123 English", "English 123 ةيبرعلا English"),
    Pair("١٢٣ و 456", "456 و ١٢٣"),
    Pair("١٢/٣/٢٠٢٤", "١٢/٣/٢٠٢٤", RTL),
    Pair("الإسلام والأمن لا إله", "هلإ ال نمألاو مالسإلا"),
    Pair("info@opcw.org للاتصال", "info@opcw.org لاصتالل"),
    Pair("(أ) البند", "دنبلا (أ)"),
    Pair("البند (ب)", "(ب) دنبلا"),
    Pair("A/RES/217(III) — الإعلان", "نالعإلا — A/RES/217(III)", RTL),
    Pair("• قرار", "رارق •"),
    Pair("قرار\u200f 1!", "!1 رارق"),
    Pair("abc", "abc", RTL),
    Pair("[قرار] {x} <y>", "<y> {x} [رارق]"),
    Pair("بـــسم", "مســـب"),
    Pair("100 %", "% 100", RTL),
    # What the standard alone would turn round.
    Pair("في 2013-09-16", "2013-09-16 يف"),
    Pair("في 2013-09-16 وبعدها", "اهدعبو 2013-09-16 يف"),
    Pair("في ٢٠١٣-٠٩-١٦ وبعدها", "اهدعبو ٢٠١٣-٠٩-١٦ يف"),
    Pair("منذ 2017-05/.. حتى اليوم", "مويلا ىتح 2017-05/.. ذنم"),
    Pair("نحو 2013~ تقريبا", "ابيرقت 2013~ وحن"),
    Pair("الولاية 2013–2018 تمتد", "دتمت 2013–2018 ةيالولا"),
    Pair("هاتف +31 70 416 3300", "+31 70 416 3300 فتاه"),
    Pair("الموقع 33.725, 36.101 شمالا", "الامش 33.725, 36.101 عقوملا"),
    Pair("انظر S/RES/2118 (2013).", ".S/RES/2118 (2013) رظنا"),
    Pair("الرابط https://www.opcw.org/ar/ وذلك", "كلذو https://www.opcw.org/ar/ طبارلا"),
    Pair("تابع @OPCW الآن", "نآلا @OPCW عبات"),
    Pair("درجة الحرارة -5 مئوية", "ةيوئم -5 ةرارحلا ةجرد"),
    # Names and lines of the collection.
    Pair("الزبداني.[12]", "[12].ينادبزلا"),
    Pair("Zabadani الزبداني", "Zabadani ينادبزلا"),
    Pair("اتفاق المدن الأربع (2017)", "(2017) عبرألا ندملا قافتا"),
    Pair("هيئة تحرير الشام (HTS)", "(HTS) ماشلا ريرحت ةئيه"),
    Pair("أيار/مايو 2017", "2017 ويام/رايأ"),
    Pair("مايو2017", "2017ويام"),
    Pair("«أستانا 4»: مناطق تخفيف التصعيد", "ديعصتلا فيفخت قطانم :«4 اناتسأ»"),
    Pair("كفريا والفوعة؛ مضايا، الزبداني", "ينادبزلا ،اياضم ؛ةعوفلاو ايرفك"),
    Pair("هل انتهت الهدنة؟", "؟ةندهلا تهتنا له"),
    Pair("Agreement of داريا, 2016", "Agreement of 2016 ,ايراد"),
    # Controls: seen, not obeyed.
    Pair("\u202eabc", "\ufffdabc"),
    Pair("سلام\u202d abc", "abc \ufffdمالس"),
    Pair("\u2067abc", "\ufffdabc"),
    Pair("a\u2067b سلام\u2069 c", "aمالس b c"),
    Pair("\x1b[31mأحمر", "␛[31mرمحأ", LTR),
    Pair("a\ud800b", "a\ufffdb"),
    Pair("سطر\nثان", "ناث␊رطس"),
]


def unjoined(seen: str) -> str:
    """Drawn cells with presentation forms taken apart again, in the order of the cells."""
    return "".join(
        unicodedata.normalize("NFKC", glyph)[::-1] if "\ufb50" <= glyph <= "\ufefc" else glyph
        for glyph in seen
    )
