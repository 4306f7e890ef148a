"""The kinds of records and the types of each, and the standings of consequences."""

from __future__ import annotations

from store.model.vocabulary.labels import Label, labelled
from store.typed import Final, Literal

Kind = Literal["zone", "agreement", "actor", "consequence"]

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

SOURCE: Final = Label("source", "مصدر")
SOURCES: Final = Label("sources", "مصادر")
"""Sources are no records, and no kind of them: where kinds are asked for, they may be asked for
too."""

ZONE_TYPES: Final = labelled(
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

AGREEMENT_TYPES: Final = labelled(
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

ACTOR_TYPES: Final = labelled(
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

CONSEQUENCE_TYPES: Final = labelled(
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

STANDINGS: Final = labelled(
    {
        "claimed": Label("claimed", "مزعوم"),
        "expected": Label("expected", "متوقع"),
        "observed": Label("observed", "مرصود"),
        "disputed": Label("disputed", "مختلف عليه"),
    }
)
