"""Words that a query is not about."""

from __future__ import annotations

from store.text import folding
from store.typed import Final

STOP_WORDS: Final = frozenset(
    folding.fold(
        "a about after all also an and any are as at be because been before being"
        " between both but by can could did do does during for from had has have having he her"
        " his how if in into is it its many may most much no not of on or other over own"
        " she should since so some such than that the their them then there these they"
        " this those through to under until up was we were what when where which while"
        " who whom whose why will with would you along among around across against beside"
        " inside near outside toward towards upon whether within without happen happened"
        " important importance reason reasons role"
        " من إلى الى في على علي عن مع هو هي هم كان كانت ما ماذا متى"
        " أين كيف كم لماذا هل لم لن لا التي الذي الذين هذا هذه ذلك تلك أو ثم قد كل أن إن"
        " بين بعد قبل عند حيث أي أثناء خلال حول ضد منذ حتى لدى بسبب سبب أسباب دور أهمية"
        " حدث جرى قرب داخل خارج ضمن نحو"
    ).split()
)
"""Words that say how a sentence hangs together, not what it is about; folded."""
