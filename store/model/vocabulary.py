"""The vocabularies of the model, each word with its label in English and Arabic.

To add a type, property, predicate, stage or source type, add its line here. The store holds the
same words as rows, which records refer to: `store/upkeep/vocabulary_rows.py` writes them into a
store that lacks some when it is opened.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, TypeVar

Kind = Literal["zone", "agreement", "actor", "consequence"]
Language = Literal["en", "ar"]
ValueType = Literal["date", "number", "duration", "text", "word"]
Qualifier = Literal["of", "from", "to", "when", "state"]
"""What a value may say it is about: whom, from where, to where, when, and whether it happened."""


class Label(NamedTuple):
    """A word of a vocabulary in each language (logical order)."""

    en: str
    ar: str

    def in_(self, language: Language) -> str:
        """The label in one language."""
        return self.ar if language == "ar" else self.en


class Predicate(NamedTuple):
    """A relation's verb, readable from the subject's side and from the object's."""

    en: str
    ar: str
    inverse_en: str
    inverse_ar: str
    symmetric: bool = False
    lasts: bool = False
    """It holds for a time, and may hold again: it says since when and until when, or as of when."""

    @property
    def label(self) -> Label:
        """The verb from the subject's side: "guaranteed by"."""
        return Label(self.en, self.ar)

    @property
    def inverse(self) -> Label:
        """The verb from the object's side: "guarantees"."""
        return Label(self.inverse_en, self.inverse_ar)


class Property(NamedTuple):
    """A fact that a record may state, possibly with several differing values."""

    en: str
    ar: str
    value_type: ValueType
    qualifiers: tuple[Qualifier, ...] = ()
    """What its values may say they are about."""
    words: Mapping[str, Label] = MappingProxyType({})
    """What a value may be, where it is a word."""
    several: bool = False
    """Whether values complete each other instead of differing."""

    def in_(self, language: Language) -> str:
        """The label in one language."""
        return self.ar if language == "ar" else self.en


class State(NamedTuple):
    """Whether what a value says was planned, happened, was demanded or is claimed."""

    en: str
    ar: str
    standing: str
    """Of a consequence that says the same; empty where none does."""
    stage: str
    """Of the agreement, for which the value holds; values of two stages never differ."""

    def in_(self, language: Language) -> str:
        """The label in one language."""
        return self.ar if language == "ar" else self.en


_Word = TypeVar("_Word")


class _Words(dict[str, _Word]):
    """Words by key; one that only a store knows, as a newer program wrote it, reads as its key."""

    def __init__(self, unknown: Callable[[str], _Word], words: dict[str, _Word]) -> None:
        super().__init__(words)
        self._unknown = unknown

    def __missing__(self, key: str) -> _Word:
        return self._unknown(key)


def _labels(words: dict[str, Label]) -> _Words[Label]:
    return _Words(lambda key: Label(key, key), words)


KINDS: Final[dict[Kind, Label]] = {
    "zone": Label("zone", "منطقة"),
    "agreement": Label("agreement", "اتفاق"),
    "actor": Label("actor", "طرف"),
    "consequence": Label("consequence", "أثر"),
}

KIND_PLURALS: Final[dict[Kind, Label]] = {
    "zone": Label("zones", "مناطق"),
    "agreement": Label("agreements", "اتفاقات"),
    "actor": Label("actors", "أطراف"),
    "consequence": Label("consequences", "آثار"),
}

ZONE_TYPES: Final = _labels(
    {
        "de-escalation-area": Label("de-escalation area", "منطقة خفض تصعيد"),
        "security-area": Label("security area", "منطقة أمنية"),
        "safe-area": Label("safe area", "منطقة آمنة"),
        "buffer-zone": Label("buffer zone", "منطقة عازلة"),
        "corridor": Label("corridor", "شريط"),
        "country": Label("country", "بلد"),
        "region": Label("region", "إقليم"),
        "border": Label("border", "حدود"),
        "governorate": Label("governorate", "محافظة"),
        "city": Label("city", "مدينة"),
        "town": Label("town", "بلدة"),
        "village": Label("village", "قرية"),
        "neighbourhood": Label("neighbourhood", "حي"),
        "camp": Label("camp", "مخيم"),
        "road": Label("road", "طريق"),
        "crossing": Label("border crossing", "معبر حدودي"),
        "demilitarised-zone": Label("demilitarised zone", "منطقة منزوعة السلاح"),
    }
)

AGREEMENT_TYPES: Final = _labels(
    {
        "resolution": Label("Security Council resolution", "قرار مجلس الأمن"),
        "memorandum": Label("memorandum", "مذكرة"),
        "track": Label("track of negotiation", "مسار تفاوض"),
        "ceasefire": Label("ceasefire", "وقف إطلاق نار"),
        "evacuation": Label("evacuation agreement", "اتفاق إخلاء"),
        "reconciliation": Label("reconciliation agreement", "اتفاق مصالحة"),
        "instrument": Label("type of agreement", "نوع من الاتفاقات"),
    }
)

ACTOR_TYPES: Final = _labels(
    {
        "state": Label("state", "دولة"),
        "government": Label("government", "حكومة"),
        "armed-forces": Label("armed forces", "قوات مسلحة"),
        "armed-group": Label("armed group", "جماعة مسلحة"),
        "alliance": Label("group of actors", "مجموعة أطراف"),
        "international-organisation": Label("international organisation", "منظمة دولية"),
        "non-governmental-organisation": Label("non-governmental organisation", "منظمة غير حكومية"),
        "person": Label("person", "شخص"),
        "population": Label("population", "سكان"),
        "local-body": Label("local body", "هيئة محلية"),
    }
)

CONSEQUENCE_TYPES: Final = _labels(
    {
        "effect": Label("effect", "أثر"),
        "fear": Label("fear", "تخوف"),
        "obstacle": Label("obstacle", "عائق"),
        "opening": Label("opening", "فرصة"),
        "goal": Label("goal", "هدف"),
        "episode": Label("episode", "واقعة"),
        "characterisation": Label("legal characterisation", "توصيف قانوني"),
    }
)

TYPES: Final[dict[Kind, dict[str, Label]]] = {
    "zone": ZONE_TYPES,
    "agreement": AGREEMENT_TYPES,
    "actor": ACTOR_TYPES,
    "consequence": CONSEQUENCE_TYPES,
}

STANDINGS: Final = _labels(
    {
        "claimed": Label("claimed", "مزعوم"),
        "expected": Label("expected", "متوقع"),
        "observed": Label("observed", "مرصود"),
        "disputed": Label("disputed", "مختلف عليه"),
    }
)

SOURCE_TYPES: Final = _labels(
    {
        "opinion": Label("opinion article", "مقال رأي"),
        "news": Label("news report", "خبر صحفي"),
        "agency": Label("news agency", "وكالة أنباء"),
        "un": Label("United Nations", "الأمم المتحدة"),
        "ngo": Label("non-governmental organisation", "منظمة غير حكومية"),
        "scholarly": Label("scholarly work", "عمل أكاديمي"),
        "dataset": Label("data set", "مجموعة بيانات"),
    }
)

CONFIDENCES: Final = _labels(
    {
        "A": Label("two or more independent sources agree", "يتفق مصدران مستقلان أو أكثر"),
        "B": Label("one good source", "مصدر جيد واحد"),
        "C": Label("weak or disputed", "ضعيف أو مختلف عليه"),
    }
)

READINGS: Final = _labels(
    {
        "whole": Label("read as a whole", "قُرئ كاملًا"),
        "part": Label("an excerpt or the abstract was read", "قُرئ مقتطف منه أو ملخصه"),
        "data": Label("a row of a data set", "صف من مجموعة بيانات"),
        "second-hand": Label("known through another source", "معروف عبر مصدر آخر"),
        "not-found": Label("not found again", "لم يُعثر عليه ثانية"),
    }
)
"""How a source was read by whoever wrote what cites it."""

COLLECTIONS: Final = _labels(
    {
        "article": Label("the article", "المقال"),
        "local-agreements": Label("local agreements", "الاتفاقات المحلية"),
        "user": Label("your own", "سجلاتك"),
    }
)
"""The collections that we know; others have the name that was given to them."""

SUBJECTS: Final = _labels(
    {
        "everyone": Label("everyone", "الجميع"),
        "fighters": Label("fighters", "مقاتلون"),
        "civilians": Label("civilians", "مدنيون"),
        "families": Label("families of fighters", "عائلات مقاتلين"),
        "wounded": Label("wounded and sick", "جرحى ومرضى"),
        "men": Label("men", "رجال"),
        "women": Label("women", "نساء"),
        "children": Label("children", "أطفال"),
        "displaced": Label("displaced people", "نازحون ولاجئون"),
        "detainees": Label("detainees", "محتجزون"),
        "dead": Label("dead", "قتلى"),
    }
)
"""Whom a number counts; one that does not say counts everyone."""

STATES: Final = _Words(
    lambda key: State(key, key, "", ""),
    {
        "planned": State("planned", "مقرر", "expected", "date"),
        "happened": State("happened", "حدث", "observed", "carried-out"),
        "demanded": State("demanded", "مطلوب", "", ""),
        "claimed": State("claimed", "مزعوم", "claimed", "carried-out"),
    },
)
"""What a value is a statement of. This is the one place that says what standing of a consequence a
state matches, and of which stage of an agreement it speaks: what is planned was agreed, what is
claimed is said to have been carried out as what happened was, and what is demanded stands alone."""

_WHAT_STATE: Final[tuple[Qualifier, ...]] = ("state",)
_WHEN: Final[tuple[Qualifier, ...]] = ("when", "state")
_OF_WHOM: Final[tuple[Qualifier, ...]] = ("of", "when", "state")
_MOVED: Final[tuple[Qualifier, ...]] = ("of", "from", "to", "when", "state")
_LEAVING: Final[tuple[Qualifier, ...]] = ("of", "from", "state")

# What analysts code of an agreement: https://www.peaceagreements.org/researchers and the ceasefire
# data of ETH Zürich and PRIO have most of these questions.

OUTCOMES: Final = _labels(
    {
        "carried-out": Label("carried out", "نُفّذ"),
        "in-part": Label("carried out in part", "نُفّذ جزئيًا"),
        "collapsed": Label("collapsed", "انهار"),
        "superseded": Label("superseded", "حلّ محله غيره"),
        "never-begun": Label("never begun", "لم يبدأ تنفيذه"),
        "unknown": Label("unknown", "غير معروف"),
    }
)

MONITORING: Final = _labels(
    {
        "none": Label("none provided for", "لا رقابة منصوص عليها"),
        "parties": Label("by the parties", "من الأطراف أنفسهم"),
        "local-committee": Label("by a local committee", "من لجنة محلية"),
        "joint-committee": Label("by a joint committee", "من لجنة مشتركة"),
        "guarantors": Label("by the guarantors", "من الضامنين"),
        "states": Label("by other states", "من دول أخرى"),
        "united-nations": Label("by the United Nations", "من الأمم المتحدة"),
        "red-crescent": Label("by the Red Cross or Red Crescent", "من الصليب أو الهلال الأحمر"),
    }
)

ENFORCEMENT: Final = _labels(
    {
        "none": Label("none provided for", "لا إنفاذ منصوص عليه"),
        "observation-posts": Label("observation posts", "نقاط مراقبة"),
        "military-police": Label("military police", "شرطة عسكرية"),
        "joint-patrols": Label("joint patrols", "دوريات مشتركة"),
        "government-forces": Label("government forces", "قوات حكومية"),
        "local-forces": Label("local forces", "قوات محلية"),
    }
)

CEASEFIRE_CLASSES: Final = _labels(
    {
        "cessation": Label("cessation of hostilities", "وقف أعمال عدائية"),
        "preliminary": Label("preliminary", "تمهيدي"),
        "definitive": Label("definitive", "نهائي"),
    }
)

PURPOSES: Final = _labels(
    {
        "humanitarian": Label("humanitarian", "إنساني"),
        "evacuation": Label("for an evacuation", "لأجل إخلاء"),
        "exchange": Label("for an exchange", "لأجل تبادل"),
        "talks": Label("for talks", "لأجل محادثات"),
        "holiday": Label("for a holiday", "بمناسبة عيد"),
        "peace-process": Label("part of a peace process", "في إطار عملية سلام"),
    }
)

SCOPES: Final = _labels(
    {
        "local": Label("a town or neighbourhood", "بلدة أو حي"),
        "regional": Label("a region", "إقليم"),
        "national": Label("the whole country", "البلد كله"),
    }
)

TEXTS: Final = _labels(
    {
        "published": Label("published", "منشور"),
        "leaked": Label("leaked", "مسرّب"),
        "oral": Label("oral, there is none", "شفوي لا نص له"),
        "not-found": Label("not found", "لم يُعثر عليه"),
    }
)

SIGNINGS: Final = _labels(
    {
        "signed": Label("signed", "موقّع"),
        "adopted": Label("adopted by vote", "مُقرّ بالتصويت"),
        "announced-by-all": Label("announced by all sides", "أعلنته الأطراف كلها"),
        "announced-by-one": Label("announced by one side", "أعلنه طرف واحد"),
        "announced-by-guarantors": Label("announced by guarantors", "أعلنه الضامنون"),
    }
)

MEDIATORS: Final = _labels(
    {
        "state": Label("a state", "دولة"),
        "united-nations": Label("the United Nations", "الأمم المتحدة"),
        "red-crescent": Label("the Red Cross or Red Crescent", "الصليب أو الهلال الأحمر"),
        "non-governmental": Label("a non-governmental organisation", "منظمة غير حكومية"),
        "notables": Label("local notables", "وجهاء محليون"),
        "religious": Label("religious figures", "شخصيات دينية"),
        "armed-group": Label("an armed group", "جماعة مسلحة"),
    }
)

ISSUES: Final = _labels(
    {
        "siege-and-aid": Label("siege and aid", "الحصار والمساعدات"),
        "conscription-and-status": Label("conscription and status", "التجنيد وتسوية الأوضاع"),
        "weapons": Label("weapons", "السلاح"),
        "detainees": Label("detainees", "المحتجزون"),
        "return": Label("return", "العودة"),
        "property": Label("property", "الأملاك"),
        "policing": Label("policing", "حفظ الأمن"),
        "services": Label("services", "الخدمات"),
    }
)

PROCESSES: Final = _labels(
    {
        "geneva": Label("Geneva", "جنيف"),
        "vienna": Label("Vienna", "فيينا"),
        "astana": Label("Astana", "أستانا"),
        "none": Label("none", "لا شيء منها"),
    }
)

PROPERTIES: Final = _Words(
    lambda key: Property(key, key, "text"),
    {
        "date": Property("Date", "التاريخ", "date", _WHAT_STATE),
        "announced": Property("Announced", "الإعلان", "date", _WHAT_STATE),
        "in-force": Property("In force", "بدء السريان", "date", _WHAT_STATE),
        "carried-out": Property("Carried out", "التنفيذ", "date", _LEAVING),
        "broken": Property("Broken", "الخرق أو الانهيار", "date", _WHAT_STATE),
        "finished": Property("Finished", "الانتهاء", "date", _LEAVING),
        "duration": Property("Duration", "المدة", "duration", _WHEN),
        "working-group": Property("Working group due within", "مهلة فريق العمل", "duration", _WHEN),
        "evacuees": Property("People evacuated", "عدد من أُخلوا", "number", _MOVED),
        "released": Property("People released", "عدد المفرج عنهم", "number", _MOVED),
        "casualties": Property("Casualties", "عدد الضحايا", "number", _OF_WHOM),
        "inhabitants": Property("Inhabitants", "عدد السكان", "number", _OF_WHOM),
        "settlements": Property("Settlements", "عدد البلدات والقرى", "number", _WHEN),
        "governorates": Property("Governorates", "عدد المحافظات", "number", _WHEN),
        "nature": Property("Nature", "طبيعته", "text", _WHEN),
        "parties": Property("Parties", "الأطراف", "text", _WHEN),
        "mediation": Property("Mediation", "الوساطة", "text", _WHEN),
        "terms": Property("Terms", "البنود", "text", _WHEN),
        "exchange": Property("Exchanged", "ما جرى تبادله", "text", _WHEN),
        "extent": Property("Extent", "الامتداد", "text", _WHEN),
        "outcome": Property("Outcome", "المآل", "word", _WHEN, OUTCOMES),
        "monitoring": Property("Monitoring", "الرقابة", "word", _WHEN, MONITORING, several=True),
        "enforcement": Property("Enforcement", "الإنفاذ", "word", _WHEN, ENFORCEMENT, several=True),
        "ceasefire": Property(
            "Class of ceasefire", "صنف وقف النار", "word", _WHEN, CEASEFIRE_CLASSES
        ),
        "purpose": Property("Purpose", "الغرض", "word", _WHEN, PURPOSES, several=True),
        "scope": Property("Scope", "النطاق", "word", _WHEN, SCOPES),
        "issue": Property("Issues", "المسائل", "word", _WHEN, ISSUES, several=True),
        "mediator": Property(
            "Kind of mediator", "نوع الوسيط", "word", _WHEN, MEDIATORS, several=True
        ),
        "signing": Property("How it was concluded", "كيف عُقد", "word", _WHEN, SIGNINGS),
        "text": Property("Its text", "نصه", "word", _WHEN, TEXTS),
        "pages": Property("Pages of its text", "عدد صفحات نصه", "number"),
        "process": Property("National process", "المسار الوطني", "word", _WHEN, PROCESSES),
    },
)


class FormerProperty(NamedTuple):
    """A property that said of whom its number was: a value of a general one, with qualifiers."""

    now: str
    of: str
    state: str = ""


FORMER_PROPERTIES: Final = {
    "fighters": FormerProperty("evacuees", "fighters"),
    "civilians": FormerProperty("evacuees", "civilians"),
    "detainees": FormerProperty("released", "detainees", "planned"),
    "deaths": FormerProperty("casualties", "dead"),
}
"""Properties that files and stores may still have; they read as what they are now."""

STAGES: Final = _labels(
    {
        "announced": Label("announced", "أُعلن"),
        "date": Label("agreed", "اتُّفق عليه"),
        "in-force": Label("in force", "سارٍ"),
        "carried-out": Label("carried out", "نُفّذ"),
        "broken": Label("broken", "انهار"),
        "finished": Label("finished", "انتهى"),
    }
)
"""The stages of an agreement: properties whose dates say when it reached them."""

PREDICATES: Final = _Words(
    lambda key: Predicate(key, key, key, key),
    {
        # who makes an agreement
        "signed-by": Predicate("signed by", "وقّعه", "signed", "وقّع"),
        "has-party": Predicate("has as party", "من أطرافه", "party to", "طرف في"),
        "guaranteed-by": Predicate("guaranteed by", "بضمانة", "guarantees", "يضمن"),
        "mediated-by": Predicate("mediated by", "بوساطة", "mediated", "توسط في"),
        "negotiated-by": Predicate("negotiated by", "تفاوض عليه", "negotiated", "تفاوض على"),
        "observed-by": Predicate("observed by", "راقبه", "observed", "راقب"),
        "rejected-by": Predicate("rejected by", "رفضه", "rejected", "رفض"),
        "adopted-by": Predicate("adopted by", "أصدره", "adopted", "أصدر"),
        "initiated-by": Predicate("initiated by", "أطلقه", "initiated", "أطلق"),
        # what an agreement does
        "establishes": Predicate("establishes", "ينشئ", "established by", "أُنشئ بموجب"),
        "covers": Predicate("covers", "يشمل", "covered by", "مشمول في"),
        "excludes": Predicate("excludes", "يستثني", "excluded from", "مستثنى من"),
        "evacuates": Predicate("evacuates", "يقضي بإخلاء", "evacuated under", "أُخلي بموجب"),
        "evacuates-to": Predicate(
            "takes people to", "ينقل إلى", "receives people under", "استقبل بموجب"
        ),
        "displaces": Predicate("displaces", "يهجّر", "displaced by", "هُجّر بموجب"),
        "instance-of": Predicate("is an example of", "مثال على", "has as example", "من أمثلته"),
        "part-of": Predicate("part of", "جزء من", "includes", "يضم"),
        "follows": Predicate("follows", "يلي", "followed by", "تلاه"),
        "concerns": Predicate("concerns", "يتعلق بـ", "subject of", "موضوع"),
        # how places stand to each other
        "lies-in": Predicate("lies in", "يقع في", "contains", "يحوي"),
        "surrounds": Predicate("surrounds", "يحيط بـ", "surrounded by", "محاط بـ"),
        "borders": Predicate("borders", "يحاذي", "borders", "يحاذي", symmetric=True),
        "connects": Predicate("connects", "يصل", "connected by", "موصول عبر"),
        "exchanged-for": Predicate(
            "exchanged for", "أُخلي مقابل", "exchanged for", "أُخلي مقابل", symmetric=True
        ),
        # how actors stand to each other, to places and to agreements
        "allied-with": Predicate(
            "allied with", "حليف", "allied with", "حليف", symmetric=True, lasts=True
        ),
        "supports": Predicate("supports", "يدعم", "supported by", "مدعوم من", lasts=True),
        "opposes": Predicate("opposes", "يعارض", "opposed by", "يعارضه", lasts=True),
        "coordinates-with": Predicate(
            "coordinates with", "ينسق مع", "coordinates with", "ينسق مع", True, lasts=True
        ),
        "at-odds-with": Predicate(
            "at odds with", "على خلاف مع", "at odds with", "على خلاف مع", True, lasts=True
        ),
        "leads": Predicate("leads", "يقود", "led by", "يقوده", lasts=True),
        "controls": Predicate("controls", "يسيطر على", "controlled by", "تحت سيطرة", lasts=True),
        "besieges": Predicate("besieges", "يحاصر", "besieged by", "محاصر من", lasts=True),
        "present-in": Predicate("present in", "موجود في", "has present", "يوجد فيه", lasts=True),
        "seeks": Predicate("seeks", "يسعى إلى", "sought by", "يسعى إليه"),
        # what follows
        "leads-to": Predicate("leads to", "يؤدي إلى", "results from", "ينتج عن"),
        "threatens": Predicate("threatens", "يهدد", "threatened by", "مهدد بـ"),
        "hinders": Predicate("hinders", "يعيق", "hindered by", "يعيقه"),
        "enables": Predicate("enables", "يتيح", "enabled by", "يتيحه"),
        "serves": Predicate("serves", "يخدم", "served by", "يخدمه"),
        "affects": Predicate("affects", "يؤثر في", "affected by", "متأثر بـ"),
        "occurs-in": Predicate("occurs in", "يحدث في", "place of", "مكان حدوث"),
        "carried-out-by": Predicate("carried out by", "نفّذه", "carries out", "ينفّذ"),
    },
)


def stamp() -> str:
    """A short text that changes when any word or label here does; every start works it out."""
    vocabularies: list[Iterable[tuple[str, tuple[object, ...]]]] = [
        KINDS.items(), KIND_PLURALS.items(), *(words.items() for words in TYPES.values()),
        STANDINGS.items(), SOURCE_TYPES.items(), READINGS.items(), CONFIDENCES.items(),
        COLLECTIONS.items(), SUBJECTS.items(), STATES.items(), PROPERTIES.items(), STAGES.items(),
        PREDICATES.items(),
    ]  # fmt: skip
    lines = (
        " ".join(map(str, chain.from_iterable((key, *word) for key, word in words)))
        for words in vocabularies
    )
    return format(zlib.crc32("\n".join(lines).encode()), "08x")
