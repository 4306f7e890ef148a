"""The words that stand on a page around a record's data, in both languages."""

from __future__ import annotations

from store.model.vocabulary import COLLECTIONS, CONFIDENCES, Label, Language
from store.typed import Final

_WORDS: Final = {
    # headings
    "facts": Label("Facts", "بيانات"),
    "relations": Label("Relations", "علاقات"),
    "cited by": Label("Cited by", "يُستشهد به في"),
    "also known as": Label("Also known as", "أسماء أخرى"),
    "movements": Label("Movements of people", "حركة الناس"),
    "left": Label("Who left, or was to leave", "من غادروا أو كان مقررًا أن يغادروا"),
    "came": Label("Who came, or was to come", "من وصلوا أو كان مقررًا أن يصلوا"),
    # columns of a table
    "property": Label("Property", "البيان"),
    "value": Label("Value", "القيمة"),
    "source": Label("Source", "المصدر"),
    "who": Label("Who", "من"),
    "how many": Label("How many", "العدد"),
    "whence": Label("From", "من أين"),
    "where to": Label("To", "إلى أين"),
    "when": Label("When", "متى"),
    "state": Label("State", "الحال"),
    "counted by": Label("Counted by", "بحسب"),
    "stated by": Label("Record", "السجل"),
    # lines of a record
    "type": Label("Type", "الصنف"),
    "kind": Label("Kind", "النوع"),
    "standing": Label("Standing", "الحال"),
    "aliases": Label("Other names", "أسماء أخرى"),
    "coordinates": Label("Coordinates", "الإحداثيات"),
    "position": Label("Coordinates", "الإحداثيات"),
    "collection": Label("Collection", "المجموعة"),
    "confidence": Label("Confidence", "درجة الثقة"),
    "independent": Label("Independent sources", "مصادر مستقلة"),
    "identifiers": Label("Identifiers", "المعرّفات"),
    "identifier": Label("In {data_set}", "في {data_set}"),
    "differing": Label("differing value", "قيمة أخرى"),
    # of a claim
    "text": Label("Text", "النص"),
    "differs from": Label("Differs from", "يخالفه"),
    "also said": Label("Also said of the two", "ويقال فيهما أيضًا"),
    "cited for": Label("Cited for", "يُستشهد به على"),
    "the record": Label("the record itself", "السجل نفسه"),
    # lines of a source
    "publisher": Label("Publisher", "الناشر"),
    "relays": Label("Passes on", "ينقل عن"),
    "date": Label("Date", "التاريخ"),
    "language": Label("Language", "اللغة"),
    "language code": Label("Language", "اللغة"),
    "address": Label("Address", "العنوان"),
    "read": Label("How it was read", "كيف قُرئ"),
    "hash": Label("SHA-256 of its text", "بصمة نصه (SHA-256)"),
    "sentences": Label("Sentences", "عدد الجمل"),
    # in a line
    "a source": Label("source", "مصدر"),
    "sentence": Label("sentence", "الجملة"),
    "since": Label("since", "منذ"),
    "until": Label("until", "حتى"),
    "ended": Label("ended", "وانتهى في"),
    "as of": Label("as of", "كما كان في"),
    "disputed": Label("disputed", "مختلف عليها"),
    "from": Label("from", "من"),
    "to": Label("to", "إلى"),
    "comma": Label(", ", "، "),
    "colon": Label(": ", ": "),
}

_SHORT_WORDS: Final = {
    "standing": Label("Standing", "الوضع"),
    "relays": Label("Relays", "ينقل عن"),
    "read": Label("Read", "القراءة"),
    "hash": Label("SHA-256", "بصمة SHA-256"),
    "sentences": Label("Sentences", "الجمل"),
    "disputed": Label("disputed", "مختلف عليه"),
}
"""Those of the words that a terminal, where room is short, has otherwise."""

_LANGUAGES: Final = {
    "ar": Label("Arabic", "العربية"),
    "de": Label("German", "الألمانية"),
    "en": Label("English", "الإنكليزية"),
    "es": Label("Spanish", "الإسبانية"),
    "fa": Label("Persian", "الفارسية"),
    "fr": Label("French", "الفرنسية"),
    "id": Label("Indonesian", "الإندونيسية"),
    "it": Label("Italian", "الإيطالية"),
    "ku": Label("Kurdish", "الكردية"),
    "pt": Label("Portuguese", "البرتغالية"),
    "ru": Label("Russian", "الروسية"),
    "tr": Label("Turkish", "التركية"),
}


def word(name: str, language: Language) -> str:
    """One of the words, as `language` says it."""
    return _WORDS[name].in_(language)


def short_word(name: str, language: Language) -> str:
    """One of the words, as a terminal says it."""
    return _SHORT_WORDS.get(name, _WORDS[name]).in_(language)


def language_name(code: str, language: Language) -> str:
    """What the language of a source is called; its code where that is not known."""
    label = _LANGUAGES.get(code)
    return label.in_(language) if label else code


def collection_name(collection: str, language: Language) -> str:
    """Which collection a record belongs to: its label, or the name that was given to it."""
    label = COLLECTIONS.get(collection)
    return label.in_(language) if label else collection


def confidence_name(confidence: str, language: Language) -> str:
    """How well a record's sources agree: `A: two or more independent sources agree`."""
    return word("colon", language).join(confidence_parts(confidence, language))


def confidence_parts(confidence: str, language: Language) -> tuple[str, ...]:
    """The grade, and what it means where that is known."""
    label = CONFIDENCES.get(confidence)
    return (confidence, label.in_(language)) if label else (confidence,)
