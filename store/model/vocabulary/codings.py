"""What analysts code of an agreement, each a closed vocabulary of words.

https://www.peaceagreements.org/researchers and the ceasefire data of ETH Zürich and PRIO have most
of these questions. Which property holds which words stands in `properties.py`.
"""

from __future__ import annotations

from store.model.vocabulary.labels import Label, labelled
from store.typed import Final

OUTCOMES: Final = labelled(
    {
        "carried-out": Label("carried out", "نُفّذ"),
        "in-part": Label("carried out in part", "نُفّذ جزئيًا"),
        "collapsed": Label("collapsed", "انهار"),
        "superseded": Label("superseded", "حلّ محله غيره"),
        "never-begun": Label("never begun", "لم يبدأ تنفيذه"),
        "unknown": Label("unknown", "غير معروف"),
    }
)

MONITORING: Final = labelled(
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

ENFORCEMENT: Final = labelled(
    {
        "none": Label("none provided for", "لا إنفاذ منصوص عليه"),
        "observation-posts": Label("observation posts", "نقاط مراقبة"),
        "military-police": Label("military police", "شرطة عسكرية"),
        "joint-patrols": Label("joint patrols", "دوريات مشتركة"),
        "government-forces": Label("government forces", "قوات حكومية"),
        "local-forces": Label("local forces", "قوات محلية"),
    }
)

CEASEFIRE_CLASSES: Final = labelled(
    {
        "cessation": Label("cessation of hostilities", "وقف أعمال عدائية"),
        "preliminary": Label("preliminary", "تمهيدي"),
        "definitive": Label("definitive", "نهائي"),
    }
)

PURPOSES: Final = labelled(
    {
        "humanitarian": Label("humanitarian", "إنساني"),
        "evacuation": Label("for an evacuation", "لأجل إخلاء"),
        "exchange": Label("for an exchange", "لأجل تبادل"),
        "talks": Label("for talks", "لأجل محادثات"),
        "holiday": Label("for a holiday", "بمناسبة عيد"),
        "peace-process": Label("part of a peace process", "في إطار عملية سلام"),
    }
)

SCOPES: Final = labelled(
    {
        "local": Label("a town or neighbourhood", "بلدة أو حي"),
        "regional": Label("a region", "إقليم"),
        "national": Label("the whole country", "البلد كله"),
    }
)

TEXTS: Final = labelled(
    {
        "published": Label("published", "منشور"),
        "leaked": Label("leaked", "مسرّب"),
        "oral": Label("oral, there is none", "شفوي لا نص له"),
        "not-found": Label("not found", "لم يُعثر عليه"),
    }
)

SIGNINGS: Final = labelled(
    {
        "signed": Label("signed", "موقّع"),
        "adopted": Label("adopted by vote", "مُقرّ بالتصويت"),
        "announced-by-all": Label("announced by all sides", "أعلنته الأطراف كلها"),
        "announced-by-one": Label("announced by one side", "أعلنه طرف واحد"),
        "announced-by-guarantors": Label("announced by guarantors", "أعلنه الضامنون"),
    }
)

MEDIATORS: Final = labelled(
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

ISSUES: Final = labelled(
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

PROCESSES: Final = labelled(
    {
        "geneva": Label("Geneva", "جنيف"),
        "vienna": Label("Vienna", "فيينا"),
        "astana": Label("Astana", "أستانا"),
        "none": Label("none", "لا شيء منها"),
    }
)
