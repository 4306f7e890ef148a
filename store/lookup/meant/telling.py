"""Words that tell which one is meant, and those that say only what kind of thing it is.

*Oslo Agreement* and *al-Tall agreement* have a word in common that tells nothing: what *Oslo* alone
does not find, the word beside it must not find.
"""

from __future__ import annotations

from functools import lru_cache

from store.text.folding import fold, words
from store.typed import Final

_AGREEMENTS: Final = """
    agreement agreements accord accords deal deals pact pacts treaty treaties truce truces ceasefire
    ceasefires cease fire armistice armistices protocol protocols declaration declarations
    communique communiques memorandum memorandums memoranda memo statement statements resolution
    resolutions covenant convention understanding framework settlement settlements reconciliation
    reconciliations cessation hostilities evacuation evacuations peace final comprehensive
    preliminary interim implementation general joint talks negotiations negotiation process plan
    initiative roadmap conference summit round arrangement arrangements exchange swap signed
    accordo accordi acuerdo acuerdos tregua trattato tratado
    treve treves traite traites cessez feu memorandums protocole protocoles declaration paix
    evacuation accalmie entente pourparlers resolution communique
    abkommen vereinbarung vertrag vertrage waffenruhe waffenstillstand friedensvertrag feuerpause
    friedensabkommen erklarung protokoll memorandum evakuierung frieden resolution
    anlasma anlasmasi antlasma antlasmasi ateskes ateskesi mutabakat mutabakati muhtira muhtirasi
    mutareke mutarekesi protokol protokolu bildirge bildirgesi tahliye tahliyesi baris uzlasma
    uzlasmasi karari
    rekeftin rekeftina agirbest agirbesta peymana peyman
    ittifaq ettifaq ittifaqiya ittifaqiyat hudna hudnat musalaha taswiya tahjir
    اتفاق اتفاقات اتفاقيه اتفاقيات هدنه هدن معاهده معاهدات صلح مصالحه مصالحات تسويه تسويات
    مذكره مذكرات بروتوكول بروتوكولات اعلان بيان بيانات قرار قرارات ميثاق وثيقه تفاهم تفاهمات
    مبادره خطه خارطه طريق مفاوضات محادثات مشاورات مؤتمر موتمر قمه جوله وقف اطلاق نار اعمال
    عداييه عدايي قتال قتاليه اخلا تهجير سلام سلم شامل شامله نهايي ختامي تنفيذ اطاري عقد
    توافق توافقنامه پيمان بيمان اتشبس اتش بس صلحنامه قطعنامه بيانيه
"""
_JOINING: Final = """
    of and in on for to from the a an at by with between or under near about so called known as
    de du des d la le les l et a au aux entre en el los las del y da do
    von der die das den dem und im am bei zwischen mit zum zur
    ve ile icin arasi arasinda u ku li bi ji
    و في من الي على علي عن بين مع ب ل او حول بشان باسم ما يسمي
"""
_POLITIES: Final = """
    republic kingdom state states federation federal democratic people peoples union commonwealth
    island islands isle isles coast north south east west northern southern eastern western central
    upper lower new old great greater saint san santa mount lake gulf sea river valley
    republique royaume etat etats ile iles nord sud est ouest nouvelle nouveau haute haut
    republik konigreich staat insel inseln ost west sud nordlich sudlich
    cumhuriyeti cumhuriyet krallik kralligi ada adalari adasi kuzey guney dogu bati orta yeni
    جمهوريه مملكه دوله ولايه ولايات اتحاد اتحاديه ديمقراطيه شعبيه جزيره جزر ساحل بحر خليج
    شمال جنوب شرق غرب وسط شمالي شماليه جنوبي جنوبيه شرقي شرقيه غربي غربيه وسطي جديده قديمه
    كبري عليا سفلي متحده اقليم سلطنه اماره
"""
_ORDINALS: Final = """
    first second third fourth fifth i ii iii iv v vi vii viii ix x
    اول ثاني ثالث رابع خامس اولي ثانيه ثالثه رابعه خامسه اخير
"""
_EVENTS: Final = """
    war wars siege sieges battle battles offensive offensives attack attacks assault shelling
    bombing bombings bombardment massacre massacres fighting clashes
    siege bataille attaque bombardement schlacht belagerung angriff
    savasi kusatmasi muharebesi saldirisi
    حرب حصار معركه معارك هجوم هجمات قصف تفجير مجزره مجازر اشتباكات قتال
"""
_BODIES: Final = """
    government governments regime military army armies troops forces opposition rebels
    council councils committee committees commission brigade brigades battalion division
    corps front movement party union alliance coalition militia militias police guard
    authorities administration command refugees refugee displaced civilians settlers people
    crossing crossings border borders corridor corridors
    countryside zone zones areas buffer safe partition return amnesty
    gouvernement armee forces conseil comite brigade front mouvement parti refugies frontiere
    regierung armee streitkrafte rat komitee brigade front bewegung partei fluchtlinge grenze
    hukumeti ordusu gucleri konseyi komitesi tugayi cephesi hareketi partisi multecileri siniri
    حكومه نظام جيش قوات معارضه مجلس لجنه لواء الويه كتيبه فرقه فيلق جبهه حركه حزب تحالف ايتلاف
    ميليشيا ميليشيات شرطه حرس سلطات اداره قياده لاجيون لاجيين نازحون نازحين مهجرين مدنيون مدنيين
    مستوطنين معبر حدود ممر ممرات ريف منطقه مناطق عازله امنه تقسيم عوده عفو دولت ارتش نيروهاي
"""
_OF_AGREEMENTS: Final = frozenset(map(fold, _AGREEMENTS.split()))
_JOINING_WORDS: Final = frozenset(map(fold, _JOINING.split()))
_OTHERS: Final = frozenset(map(fold, f"{_POLITIES}{_ORDINALS}{_EVENTS}".split()))
_OF_BODIES: Final = frozenset(map(fold, _BODIES.split()))
_MONTHS: Final = frozenset(
    "january jan february feb march april apr may june jun july jul august aug september sept"
    " october oct november nov december dec".split()
)
_ARTICLES: Final = ("ال", "لل", "وال", "بال")
_SHORTEST: Final = 3


@lru_cache(maxsize=4_000)
def is_of_agreements(word: str) -> bool:
    """Whether a folded word says that an agreement is named, in one of the languages we know."""
    return _known(word, _OF_AGREEMENTS)


def speaks_of_agreement(text: str) -> bool:
    """Whether any word of a text says that an agreement is named."""
    return any(map(is_of_agreements, words(fold(text))))


@lru_cache(maxsize=4_000)
def is_of_kinds(word: str) -> bool:
    """Whether a folded word says what kind of thing is named, which round of it, where or when."""
    return is_of_agreements(word) or _known(word, _OTHERS) or word in _MONTHS or _is_of_time(word)


@lru_cache(maxsize=4_000)
def is_of_bodies(word: str) -> bool:
    """Whether a folded word says what sort of body, people or land is named, as *army* does.

    It tells more than *agreement*, as few records are of one sort; but many of the world are, and
    *army of Kenya* is none of ours.
    """
    return _known(word, _OF_BODIES)


def _is_of_time(word: str) -> bool:
    """Whether it is a day, a round, or a year.

    Beside a name it tells which of several, and never that one is.
    """
    return word.isdecimal() and (len(word) <= 2 or (len(word) == 4 and "1900" <= word < "2040"))


def joins(word: str) -> bool:
    """Whether a folded word only joins others, as *of* does; one of a split name may look so."""
    return word in _JOINING_WORDS


def tells(text: str) -> bool:
    """Whether any word of a text tells which one is meant."""
    return any(map(is_telling, words(fold(text))))


def is_telling(word: str) -> bool:
    """Whether a folded word tells which one is meant."""
    return not (joins(word) or is_of_kinds(word))


def is_named(text: str) -> bool:
    """Whether any word of a text tells which one is meant, and not only what sort of body it is."""
    return any(
        not (joins(word) or is_of_kinds(word) or is_of_bodies(word)) for word in words(fold(text))
    )


def _known(word: str, words: frozenset[str]) -> bool:
    if word in words:
        return True
    return any(
        word.startswith(article) and len(word) >= len(article) + _SHORTEST
        and word[len(article) :] in words
        for article in _ARTICLES
    )  # fmt: skip
