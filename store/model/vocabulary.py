"""The vocabularies of the model, each word with its label in English and Arabic.

To add a type, property, predicate, stage or source type, add its line here. The store holds the
same words as rows, which records refer to: `store/upkeep/vocabulary_rows.py` writes them into a
store that lacks some when it is opened.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Final, Literal, NamedTuple, TypeVar

Kind = Literal["zone", "agreement", "actor", "consequence"]
Language = Literal["en", "ar"]
ValueType = Literal["date", "number", "duration", "text"]
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

COLLECTIONS: Final = _labels(
    {
        "article": Label("the article", "المقال"),
        "local-agreements": Label("local agreements 2012–2018", "الاتفاقات المحلية 2012–2018"),
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
        STANDINGS.items(), SOURCE_TYPES.items(), CONFIDENCES.items(), COLLECTIONS.items(),
        SUBJECTS.items(), STATES.items(), PROPERTIES.items(), STAGES.items(), PREDICATES.items(),
    ]  # fmt: skip
    lines = (
        " ".join(map(str, chain.from_iterable((key, *word) for key, word in words)))
        for words in vocabularies
    )
    return format(zlib.crc32("\n".join(lines).encode()), "08x")
