"""The properties that records have values of, and what a value may say that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from store.model.vocabulary.codings import (
    CEASEFIRE_CLASSES,
    ENFORCEMENT,
    ISSUES,
    MEDIATORS,
    MONITORING,
    OUTCOMES,
    PROCESSES,
    PURPOSES,
    SCOPES,
    SIGNINGS,
    TEXTS,
)
from store.model.vocabulary.labels import Label, Language, Words, labelled
from store.tuples import NamedTuple
from store.typed import Final, Literal

ValueType = Literal["date", "number", "duration", "text", "word"]
Qualifier = Literal["of", "from", "to", "when", "state"]
"""What a value may say it is about: whom, from where, to where, when, and whether it happened."""


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


SUBJECTS: Final = labelled(
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

STATES: Final = Words(
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

PROPERTIES: Final = Words(
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
        "returned": Property("People who came back", "عدد من عادوا", "number", _MOVED),
        "displaced": Property("People displaced", "عدد من نزحوا", "number", _MOVED),
        "settled": Property(
            "People who settled their status", "عدد من سُوّيت أوضاعهم", "number", _OF_WHOM
        ),
        "casualties": Property("Casualties", "عدد الضحايا", "number", _OF_WHOM),
        "inhabitants": Property("Inhabitants", "عدد السكان", "number", _OF_WHOM),
        "settlements": Property("Settlements", "عدد البلدات والقرى", "number", _WHEN),
        "governorates": Property("Governorates", "عدد المحافظات", "number", _WHEN),
        "nature": Property("Nature", "طبيعته", "text", _WHEN),
        "parties": Property("Parties", "الأطراف", "text", _WHEN),
        "mediation": Property("Mediation", "الوساطة", "text", _WHEN),
        "terms": Property("Terms", "البنود", "text", _WHEN),
        "exchange": Property("Exchanged", "ما جرى تبادله", "text", _WHEN),
        "event": Property("Events", "أحداث", "text", _WHEN),
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

STAGES: Final = labelled(
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
