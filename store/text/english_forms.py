"""Irregular forms of English words: what Snowball's stemmer cannot know to be one word."""

from __future__ import annotations

from store.typed import Final

_FORMS: Final = """
arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began
begun; bend bent; bind bound; bleed bled; blow blew blown; break broke broken; bring brought;
build built; burn burnt; buy bought; catch caught; choose chose chosen; come came; creep crept;
deal dealt; dig dug; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate
eaten; fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fly flew flown;
forbid forbade forbidden; foresee foresaw foreseen; forget forgot forgotten; forgive forgave
forgiven; freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown;
hang hung; hear heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lay
laid; lead led; learn learnt; leave left; lend lent; lose lost; make made; mean meant; meet met;
mislead misled; overcome overcame; overrun overran; overthrow overthrew overthrown; partake
partook partaken; pay paid; ride rode ridden; ring rang rung; rise rose risen; run ran; say said;
see saw seen; seek sought; sell sold; send sent; shake shook shaken; shine shone; shoot shot; show
shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept; speak spoke
spoken; spend spent; spring sprang sprung; stand stood; steal stole stolen; stick stuck; strike
struck stricken; strive strove striven; swear swore sworn; sweep swept; swim swam swum; take took
taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; undergo
underwent undergone; understand understood; undertake undertook undertaken; uphold upheld; wake
woke woken; wear wore worn; weep wept; win won; wind wound; withdraw withdrew withdrawn; withhold
withheld; write wrote written; man men; woman women; child children; person people; foot feet;
tooth teeth; mouse mice; policeman policemen; gunman gunmen; militiaman militiamen; tribesman
tribesmen; spokesman spokesmen; spokeswoman spokeswomen; statesman statesmen; businessman
businessmen; serviceman servicemen; fisherman fishermen; clergyman clergymen; knife knives; life
lives; half halves; wife wives; crisis crises; basis bases; analysis analyses; hypothesis
hypotheses; criterion criteria; datum data; medium media; memorandum memoranda; consensus
consensuses; corps corpses
"""

BASE_OF: Final = {
    form: base
    for base, *forms in (entry.split() for entry in _FORMS.split(";"))
    for form in forms
    if form not in {"wound", "corpses", "consensuses", "bases"}  # words of their own, or regular
}
"""From a form to the word that stands in a dictionary; folded."""

# A verb or adjective and the nouns that are made of it, which no stem brings together.
NOUNS_OF_VERBS: Final = """
abduct abductor; accept acceptance; acknowledge acknowledgement; admit admission; advise advice;
agree agreement; allow allowance; appoint appointment; approve approval; arrange arrangement;
arrive arrival; assassinate assassin; assist assistance; attend attendance; avoid avoidance;
believe belief; besiege siege; bombard bombardment; bury burial; choose choice; collide collision;
commit commitment; conclude conclusion; confess confession; conquer conquest; conscript
conscription; decide decision; defend defence defense; deny denial; depart departure; deploy
deployment; descend descent; destroy destruction; detain detainee detention; develop development;
die death; disappear disappearance; disarm disarmament; discover discovery; displace displacement;
divide division; employ employment; endorse endorsement; enforce enforcement; enter entry entrance;
escape escapee; establish establishment; exceed excess; exclude exclusion; exist existence; expand
expansion; expel expulsion; explode explosion; extend extension; fail failure; free freedom; fulfil
fulfilment; give gift; govern government governance; grow growth; hostile hostility; imprison
imprisonment; intend intention intent; intervene intervention; invade invasion; invite invitation;
judge judgement judgment; know knowledge; lead leadership; live life; long length; lose loss;
maintain maintenance; move movement; negotiate negotiator; obey obedience; occupy occupation;
oppose opposition; pay payment; permit permission; persist persistence; proceed procedure; produce
production product; propose proposal; prove proof; provide provision; punish punishment; pursue
pursuit; reassure reassurance; receive reception receipt; recruit recruitment; reduce reduction;
refuse refusal; remove removal; renew renewal; replace replacement; resettle resettlement; resist
resistance; respond response; retain retention; reveal revelation; rival rivalry; rule ruler; save
safety; secure security; seize seizure; sell sale; serve service; settle settlement; speak speech;
starve starvation; strong strength; submit submission; succeed success; survive survival survivor;
suspect suspicion; suspend suspension; think thought; transmit transmission; try trial; visit
visitor; weigh weight; wide width; withdraw withdrawal
"""
"""Families, told apart by semicolons."""
