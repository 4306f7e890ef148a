"""The verbs that join two records, as they read from either side.

Each label is a heading over names, and must read whatever stands under it: in English what follows
the record's name ("Daraya: covered by …"), in Arabic a verbal noun or phrase, which has no gender
and needs none of its subject and object («داريا: ضمن نطاق …»). None of them judges: who publishes
a claim describes what is claimed, and does not bring it about.
"""

from __future__ import annotations

from store.model.vocabulary.kinds import KINDS, Kind
from store.model.vocabulary.labels import Label, Words
from store.tuples import NamedTuple
from store.typed import Final

_ZONE: Final[tuple[Kind, ...]] = ("zone",)
_AGREEMENT: Final[tuple[Kind, ...]] = ("agreement",)
_ACTOR: Final[tuple[Kind, ...]] = ("actor",)
_CONSEQUENCE: Final[tuple[Kind, ...]] = ("consequence",)
_ANY: Final[tuple[Kind, ...]] = tuple(KINDS)
_DOING: Final = (*_AGREEMENT, *_CONSEQUENCE)


class Predicate(NamedTuple):
    """A relation's verb, readable from the subject's side and from the object's."""

    en: str
    ar: str
    inverse_en: str
    inverse_ar: str
    subjects: tuple[Kind, ...] = _ANY
    """The kinds of records of which it can be said."""
    objects: tuple[Kind, ...] = _ANY
    """The kinds of records that it can lead to."""
    symmetric: bool = False
    lasts: bool = False
    """It holds for a time, and may hold again: it says since when and until when, or as of when."""
    nests: bool = False
    """What it says of a record holds of those of which it says the record: of all that lies in what
    lies in a place."""
    asked_as: tuple[str, ...] = ()
    """What a query may call its filter besides its key and label: `guarantor:russia`."""
    inverse_asked_as: tuple[str, ...] = ()
    """The same from the object's side."""

    def filter_names(self, key: str) -> tuple[str, ...]:
        """What a query calls its filter, which finds subjects by an object: `signed-by`, `بتوقيع`.

        Args:
            key: the predicate's own, which comes first.
        """
        return tuple(dict.fromkeys((key, *map(_hyphenated, self.label), *self.asked_as)))

    @property
    def inverse_filter_names(self) -> tuple[str, ...]:
        """The same of the filter that finds objects by a subject: `signed`; none if symmetric."""
        if self.symmetric:
            return ()
        return tuple(dict.fromkeys((*map(_hyphenated, self.inverse), *self.inverse_asked_as)))

    @property
    def label(self) -> Label:
        """The verb from the subject's side: "guaranteed by"."""
        return Label(self.en, self.ar)

    @property
    def inverse(self) -> Label:
        """The verb from the object's side: "guarantees"."""
        return Label(self.inverse_en, self.inverse_ar)


def _hyphenated(label: str) -> str:
    return label.replace(" ", "-")


def _mutual(en: str, ar: str, kinds: tuple[Kind, ...], *, lasts: bool = False) -> Predicate:
    """A predicate that reads the same from both sides."""
    return Predicate(en, ar, en, ar, kinds, kinds, symmetric=True, lasts=lasts)


PREDICATES: Final = Words(
    lambda key: Predicate(key, key, key, key),
    {
        # who makes an agreement
        "signed-by": Predicate(
            "signed by", "بتوقيع", "signed", "توقيع", _AGREEMENT, _ACTOR,
            asked_as=("signatory", "موقع"), inverse_asked_as=("وقع",),
        ),
        "has-party": Predicate(
            "has as party", "من الأطراف", "party to", "طرف في", _AGREEMENT, _ACTOR,
            asked_as=("party",),
        ),
        "guaranteed-by": Predicate(
            "guaranteed by", "بضمانة", "guarantees", "ضمان", _AGREEMENT, _ACTOR,
            asked_as=("guarantor", "ضامن"), inverse_asked_as=("guaranteed",),
        ),
        "mediated-by": Predicate(
            "mediated by", "بوساطة", "mediated", "الوساطة في", _AGREEMENT, _ACTOR
        ),
        "negotiated-by": Predicate(
            "negotiated by", "التفاوض من جانب", "negotiated", "التفاوض على", _AGREEMENT, _ACTOR
        ),
        "monitored-by": Predicate(
            "monitored by", "برقابة", "monitors", "الرقابة على", _AGREEMENT, _ACTOR,
            inverse_asked_as=("monitored",),
        ),
        "attended-by": Predicate("attended by", "بحضور", "attended", "حضور", _AGREEMENT, _ACTOR),
        "rejected-by": Predicate(
            "rejected by", "الرفض من جانب", "rejected", "رفض", _AGREEMENT, _ACTOR
        ),
        "adopted-by": Predicate("adopted by", "بإقرار من", "adopted", "إقرار", _AGREEMENT, _ACTOR),
        "initiated-by": Predicate(
            "initiated by", "بمبادرة من", "initiated", "المبادرة إلى", _AGREEMENT, _ACTOR
        ),
        # what an agreement does
        "establishes": Predicate(
            "establishes", "إنشاء", "established by", "الإنشاء بموجب",
            _AGREEMENT, (*_ZONE, *_AGREEMENT, *_ACTOR),
        ),
        "covers": Predicate(
            "covers", "المناطق المشمولة", "covered by", "ضمن نطاق", _AGREEMENT, _ZONE
        ),
        "excludes": Predicate(
            "excludes", "استثناء", "excluded from", "الاستثناء من", _AGREEMENT, (*_ZONE, *_ACTOR)
        ),
        "evacuates": Predicate(
            "evacuates", "إخلاء", "evacuated under", "الإخلاء بموجب", _AGREEMENT, _ZONE,
            asked_as=("evacuated",),
        ),
        "evacuates-to": Predicate(
            "takes people to", "النقل إلى", "receives people under", "استقبال القادمين بموجب",
            _AGREEMENT, _ZONE,
        ),
        "displaces": Predicate("displaces", "نزوح", "displaced by", "النزوح إثر", _DOING, _ACTOR),
        "instance-of": Predicate("is an example of", "مثال على", "has as example", "من الأمثلة"),
        "part-of": Predicate("belongs to", "ضمن", "includes", "ومن ذلك", nests=True),
        "follows": Predicate(
            "follows", "بعد", "followed by", "قبل", asked_as=("يلي",), inverse_asked_as=("يسبق",)
        ),
        "concerns": Predicate("concerns", "بشأن", "concerned by", "ضمن موضوع", _DOING, _ANY),
        # how places stand to each other
        "lies-in": Predicate(
            "lies in", "الموقع", "contains", "من أماكن المنطقة", _ZONE, _ZONE,
            nests=True, asked_as=("يقع-في",), inverse_asked_as=("يضم",),
        ),
        "surrounds": Predicate("surrounds", "الإحاطة بـ", "surrounded by", "المحيط", _ZONE, _ZONE),
        "borders": _mutual("borders", "بجوار", (*_ZONE, *_ACTOR)),
        "connects": Predicate("connects", "الوصل إلى", "connected by", "الوصل عبر", _ZONE, _ZONE),
        "exchanged-for": _mutual("evacuated in exchange for", "الإخلاء مقابل", _ZONE),
        # how actors stand to each other, to places and to agreements
        "allied-with": _mutual("allied with", "التحالف مع", _ACTOR, lasts=True),
        "supports": Predicate(
            "supports", "دعم", "supported by", "بدعم من", _ACTOR, _ANY, lasts=True
        ),
        "opposes": Predicate(
            "opposes", "مناهضة", "opposed by", "مناهضة من جانب", _ACTOR, _ANY, lasts=True
        ),
        "coordinates-with": _mutual("coordinates with", "التنسيق مع", _ACTOR, lasts=True),
        "at-odds-with": _mutual("at odds with", "على خلاف مع", _ACTOR, lasts=True),
        "leads": Predicate("leads", "قيادة", "led by", "بقيادة", _ACTOR, _ACTOR, lasts=True),
        "controls": Predicate(
            "controls", "السيطرة على", "controlled by", "تحت سيطرة", _ACTOR, _ZONE, lasts=True
        ),
        "besieges": Predicate(
            "besieges", "حصار", "besieged by", "تحت حصار", _ACTOR, (*_ZONE, *_ACTOR), lasts=True
        ),
        "present-in": Predicate(
            "present in", "الوجود في", "actors present", "من الأطراف الموجودة",
            _ACTOR, (*_ZONE, *_ACTOR), lasts=True,
        ),
        "seeks": Predicate(
            "seeks", "السعي إلى", "sought by", "بسعي من",
            _ACTOR, (*_CONSEQUENCE, *_AGREEMENT, *_ZONE),
        ),
        # what follows, and who says so
        "leads-to": Predicate("leads to", "من النتائج", "results from", "نتيجة لـ"),
        "threatens": Predicate("threatens", "تهديد", "threatened by", "تحت تهديد"),
        "hinders": Predicate("hinders", "إعاقة", "hindered by", "الإعاقة بسبب"),
        "enables": Predicate("enables", "إتاحة", "enabled by", "الإتاحة من خلال"),
        "serves": Predicate("serves", "في خدمة", "served by", "الاستفادة من"),
        "affects": Predicate("affects", "التأثير في", "affected by", "التأثر بـ"),
        "occurs-in": Predicate("occurs in", "المكان", "place of", "مكان حدوث", _DOING, _ZONE),
        "carried-out-by": Predicate(
            "carried out by", "التنفيذ من جانب", "carries out", "تنفيذ", _DOING, _ACTOR
        ),
        "described-by": Predicate("described by", "بحسب", "describes", "وصف", _CONSEQUENCE, _ACTOR),
    },
)  # fmt: skip

FORMER_PREDICATES: Final = {"observed-by": "attended-by"}
"""Predicates that files and stores may still have, each with the one that it reads as.

Who observed an agreement was there; whether to monitor or to mediate it, the word did not say.
"""
