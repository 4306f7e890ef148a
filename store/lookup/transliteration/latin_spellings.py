"""How Arabic letters are spelt in Latin ones: "spelling:share …", in 1/10,000.

Learned by `python -m benchmarks.quality.spellings --write`; not written by hand. An ain is ʕ and a
hamza ʔ where Latin writes them. What was seen once is left out.
"""

from __future__ import annotations

from store.typed import Final

LATIN_SPELLINGS: Final = {
    "ا": (
        "a:9080 :290 e:165 i:97 u:82 o:58 ah:54 aʔ:14 um:14 ala:14 y:10 on:9 ag:8 je:8 ar:7 au:6 "
        "yah:6 at:6 ye:6 c:6 ai:6 an:4 as:4 ya:4 h:4 eh:3 aa:3 ay:2 ʕ:2 ao:2 ʕa:1 ie:1 ʔa:1 al:1 "
        "ad:1 "
    ),
    "ب": (
        "b:5592 p:2139 ba:633 be:592 bi:170 bu:170 bb:108 pe:91 pp:78 alb:53 bo:32 po:32 pi:23 "
        "pa:22 v:21 ab:19 bh:16 bba:15 :14 pu:13 bou:10 bid:10 ppe:9 ub:7 by:7 uba:6 mp:6 bbe:6 "
        "alp:6 beu:6 kh:6 ppea:5 bea:5 bay:4 ppo:4 l:4 ph:3 albe:3 bbo:3 mpe:2 bas:2 bha:2 va:2 "
        "ppu:2 ʔb:2 "
    ),
    "ت": (
        "t:7837 :538 tt:454 te:428 ta:271 ti:116 tte:83 th:74 to:39 tu:39 alt:21 n:21 d:7 tta:5 "
        "ts:5 tti:5 c:4 bat:3 ty:3 tel:3 teu:2 tas:2 "
    ),
    "ث": "th:8768 tha:301 the:237 t:150 alth:129 thu:93 c:92 z:71 tho:57 s:48",
    "ج": (
        "j:4520 g:1943 ja:767 ge:441 je:316 ji:273 ju:267 gg:136 alj:135 dje:86 dj:74 dzh:50 "
        "gi:48 ga:47 dz:43 jan:43 jj:42 dsch:38 dzhe:38 gu:37 dji:35 :33 zh:32 ch:31 gʔ:31 gh:28 "
        "z:27 c:26 jin:26 jou:25 dzha:25 jam:21 jja:17 ca:16 gge:13 ci:13 chi:13 tch:13 ce:13 "
        "dza:12 dzu:12 jh:12 dzhu:12 dge:12 dja:12 k:12 ggi:11 cue:10 s:9 iy:9 jo:8 ges:8 d:7 "
    ),
    "ح": (
        "h:4771 ha:2607 alh:341 hi:318 hu:279 a:230 he:219 ho:204 kh:203 kha:157 ko:82 ch:75 "
        "cha:68 cho:60 huw:42 alha:35 hw:23 k:21 kho:19 al:16 hei:14 x:14 e:14 hou:14 "
    ),
    "خ": (
        "kh:5763 kha:1150 khi:614 j:569 ch:300 khe:260 khu:239 alkh:205 kheu:159 h:143 g:113 "
        "khar:83 k:65 kho:57 ka:54 x:45 cha:30 khkh:24 ha:23 "
    ),
    "د": (
        "d:8232 de:682 da:476 di:116 dd:114 du:59 ald:57 dh:57 :42 do:37 ad:24 don:10 dr:10 dde:8 "
        "r:6 t:6 deu:6 nt:5 nta:5 g:4 dda:4 "
    ),
    "ذ": "dh:2889 :2110 d:1488 di:853 z:722 dhi:499 zi:425 the:339 th:228 dha:224",
    "ر": (
        "r:8462 ra:382 er:290 rr:227 re:184 ri:110 ru:70 ar:55 alr:28 :24 rra:23 ro:23 ir:18 "
        "rre:9 ʔr:8 rh:7 rd:6 rou:6 a:5 rt:4 leu:4 rw:4 alra:3 l:3 rab:3 rri:3 alru:2 ry:2 rs:2 "
        "rah:1 ras:1 "
    ),
    "ز": (
        "z:7000 s:855 za:637 zz:399 ze:351 zh:107 alz:103 se:96 zi:68 zu:61 tz:41 zza:37 ez:34 "
        "ja:24 :19 c:17 ss:17 sa:16 the:14 zo:12 sse:10 "
    ),
    "س": (
        "s:7653 ss:515 sa:357 c:266 :243 se:235 si:122 su:92 is:66 sse:59 z:51 ce:49 so:46 als:43 "
        "ssa:17 sc:16 i:15 x:13 sz:11 th:10 ts:9 st:9 ssi:7 sh:6 zz:6 sam:5 ze:4 sou:4 t:4 y:3 "
        "alls:3 ci:3 sso:2 sue:2 sao:2 sw:2 ste:2 "
    ),
    "ش": (
        "sh:4287 ch:1712 sha:773 c:608 sch:581 s:472 she:191 alsh:187 cha:181 che:176 shi:130 "
        "shu:96 cc:69 sa:63 sche:38 sz:30 scha:28 sho:24 se:20 ce:18 :17 t:17 sc:17 shsh:16 "
        "chi:13 sw:13 cho:13 x:13 j:12 tche:11 ci:10 zh:9 si:9 cz:8 shw:7 cci:6 sza:6 "
    ),
    "ص": (
        "s:5726 sa:2056 se:507 als:283 ss:263 si:262 su:209 ssa:126 sse:122 ssi:74 tz:63 z:57 "
        "c:51 so:43 sz:42 "
    ),
    "ض": "d:6481 du:864 ald:617 di:589 da:520 dh:309 de:133 dou:124",
    "ط": "t:5859 ta:1965 tt:465 taiy:404 alt:285 tayy:246 ti:179 tu:174 te:156 to:120 ad:95",
    "ظ": "z:2416 dh:2129 dha:1465 alz:1250 za:778 da:629 zu:625 d:330",
    "ع": (
        "ʕa:2793 a:2375 aa:884 ʕ:795 aʕ:668 :572 ʕi:323 ʔ:235 e:213 ʔa:189 aʕa:144 ʕe:119 i:93 "
        "iʕ:90 u:81 uʕ:80 o:78 ae:29 ʔu:28 eh:28 ʕu:27 ay:23 ʕo:18 ai:17 al:15 "
    ),
    "غ": (
        "g:7686 gh:787 gha:261 ge:220 gu:219 ga:173 gg:95 algh:85 ghu:82 gi:41 rha:39 ghe:37 "
        "go:35 ghaz:29 rh:26 gue:20 ghi:19 rho:18 :9 x:9 gge:8 gaa:7 "
    ),
    "ف": (
        "v:4289 f:3793 fa:378 ff:313 ve:194 ph:172 fe:165 w:115 fi:96 alf:61 fu:52 vi:52 ffe:43 "
        "va:40 fo:25 p:16 b:14 e:9 fou:9 phi:9 fan:9 alv:8 ffa:7 n:7 fukh:7 pu:7 phe:7 pha:5 "
        "alph:5 pf:5 fh:5 d:5 we:4 ffi:4 fia:4 "
    ),
    "ق": (
        "q:4018 qa:1595 k:907 qu:529 ka:414 qi:374 ku:328 alq:309 g:280 qq:126 kou:105 ki:100 "
        "kk:81 c:68 ke:68 gh:58 qou:58 qqa:48 :47 qe:36 kas:35 gu:27 ko:25 kasa:23 cu:23 gg:23 "
        "ga:22 ge:14 e:14 qo:13 co:12 qui:12 qw:12 kus:12 "
    ),
    "ك": (
        "k:5475 c:2234 ck:467 ka:379 x:219 ke:213 ki:147 ch:112 q:107 cc:83 qu:74 ku:72 cke:63 "
        "kk:42 alk:32 kh:32 ca:31 g:23 co:18 cu:15 ko:13 xe:9 :8 que:8 ey:6 qa:6 alek:5 gu:5 ci:5 "
        "ce:4 alc:4 kha:3 khu:3 cca:3 alka:3 cka:3 cki:2 kas:2 kah:2 kku:2 "
    ),
    "ل": (
        "l:7867 ll:917 le:414 la:263 li:134 all:55 lu:44 lle:44 i:35 lʔ:27 alla:27 lo:26 :25 "
        "lat:21 r:11 lla:10 lli:8 ii:7 lh:7 lou:7 ru:6 latt:6 ori:4 ld:3 ly:2 liya:2 "
    ),
    "م": (
        "m:8188 ma:699 me:299 mi:215 mu:201 mm:152 alm:86 mo:41 mou:30 mme:19 mma:13 n:7 mas:4 "
        "alma:3 :3 mmi:3 mw:2 "
    ),
    "ن": (
        "n:8851 ne:323 nn:281 na:180 en:71 ni:51 aln:24 nu:23 :20 an:18 nne:18 nni:16 nna:13 "
        "ng:10 m:10 no:9 un:9 nh:6 nd:5 l:4 ny:3 ns:3 kn:3 nah:3 nou:3 nt:2 v:2 nc:2 nas:2 t:2 "
        "nes:2 "
    ),
    "ه": (
        "h:5567 t:1471 a:1467 e:719 :197 he:146 ha:113 hi:79 i:60 hu:45 alh:20 ho:17 kh:13 r:11 "
        "hou:9 o:7 y:7 j:7 s:6 ʔa:4 "
    ),
    "و": (
        "o:5058 u:2774 w:981 ou:425 oo:110 :104 ow:72 wa:53 wo:40 a:37 aw:37 we:35 au:30 e:30 "
        "oe:18 uwa:16 ue:14 oh:13 v:9 wh:8 uw:7 oua:7 i:6 or:6 wi:6 wu:5 ui:5 uv:5 oa:4 aww:4 "
        "alo:3 uh:3 ww:3 va:3 on:3 y:3 ol:3 og:3 ur:2 oi:2 ot:2 owe:2 alw:2 aux:2 ua:2 oy:2 om:2 "
        "h:1 m:1 un:1 uc:1 woo:1 "
    ),
    "ي": (
        "i:4595 e:2663 y:1516 :146 ie:136 iy:105 ay:90 a:87 iya:83 ey:82 j:57 ei:44 ye:41 u:39 "
        "ea:38 ee:29 ya:26 yi:16 ij:14 ali:11 ia:10 ayy:9 ej:8 o:8 iye:8 aj:8 je:6 ll:6 ale:6 "
        "igh:6 ayyi:6 aiyi:5 yy:5 eh:5 aly:4 ig:4 er:4 ji:3 es:3 iyah:3 eiyi:3 alle:2 b:2 en:2 "
        "ai:2 ayya:2 ja:2 id:2 l:2 in:1 ir:1 iu:1 is:1 yu:1 ah:1 ieh:1 eg:1 h:1 eau:1 yo:1 "
    ),
}
