"""Where a record comes from: types of sources, how each was read, how far it is to be believed."""

from __future__ import annotations

from store.model.vocabulary.labels import Label, labelled
from store.typed import Final

SOURCE_TYPES: Final = labelled(
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

CONFIDENCES: Final = labelled(
    {
        "A": Label("two or more independent sources agree", "يتفق مصدران مستقلان أو أكثر"),
        "B": Label("one good source", "مصدر جيد واحد"),
        "C": Label("weak or disputed", "ضعيف أو مختلف عليه"),
    }
)

READINGS: Final = labelled(
    {
        "whole": Label("read as a whole", "قُرئ كاملًا"),
        "part": Label("an excerpt or the abstract was read", "قُرئ مقتطف منه أو ملخصه"),
        "data": Label("a row of a data set", "صف من مجموعة بيانات"),
        "second-hand": Label("known through another source", "معروف عبر مصدر آخر"),
        "not-found": Label("not found again", "لم يُعثر عليه ثانية"),
    }
)
"""How a source was read by whoever wrote what cites it."""

COLLECTIONS: Final = labelled(
    {
        "article": Label("the article", "المقال"),
        "local-agreements": Label("local agreements", "الاتفاقات المحلية"),
        "user": Label("your own", "سجلاتك"),
    }
)
"""The collections that we know; others have the name that was given to them."""
