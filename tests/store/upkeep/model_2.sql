-- masarat's store: the whole model, to be read from top to bottom.
--
-- Four kinds of records (zones, agreements, actors, consequences) state facts and relations, each
-- resting on citations of sources. Texts stand in logical order in English (_en) and Arabic (_ar).
-- Dates are EDTF (ISO 8601-2): 2017, 2017-05, 2017-05-04, 2012/2016, 2013~. Nothing here needs more
-- than plain SQLite: any SQLite tool can read and search the file.
--
-- PRAGMA application_id and user_version (the number of this model) are set by store/database.py;
-- the vocabularies in CHECK are those of store/vocabulary.py, and a test proves it.

-- Records ------------------------------------------------------------------------------------

CREATE TABLE records (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,               -- the name in references, files and commands
    kind        TEXT NOT NULL CHECK (kind IN ('zone', 'agreement', 'actor', 'consequence')),
    collection  TEXT NOT NULL DEFAULT 'user',       -- shipped: 'article', 'local-agreements'
    confidence  TEXT CHECK (confidence IN ('A', 'B', 'C')),     -- how well sources agree
    name_en     TEXT NOT NULL DEFAULT '',
    name_ar     TEXT NOT NULL DEFAULT '',
    summary_en  TEXT NOT NULL DEFAULT '',           -- Markdown paragraphs; [^source-locator] cites
    summary_ar  TEXT NOT NULL DEFAULT '',
    sort_en     TEXT NOT NULL,                      -- folded names, by which lists are ordered
    sort_ar     TEXT NOT NULL,
    sort_date   TEXT NOT NULL DEFAULT '',           -- beginning of the preferred date
    seed_digest TEXT,                               -- SHA-256 of the shipped record it came from …
    edited      INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)),    -- … and changed here since
    file        TEXT NOT NULL DEFAULT '',           -- the record file it was read from
    line        INTEGER NOT NULL DEFAULT 0,
    CHECK (name_en <> '' OR name_ar <> '')
) STRICT;

CREATE INDEX records_by_name_en ON records (sort_en, id);
CREATE INDEX records_by_name_ar ON records (sort_ar, id);
CREATE INDEX records_by_kind_en ON records (kind, sort_en, id);
CREATE INDEX records_by_kind_ar ON records (kind, sort_ar, id);
CREATE INDEX records_by_date ON records (sort_date) WHERE sort_date <> '';
CREATE INDEX records_by_collection ON records (collection);
CREATE INDEX records_by_confidence ON records (confidence) WHERE confidence IS NOT NULL;

-- What only one kind has -----------------------------------------------------------------------

CREATE TABLE zones (
    record      INTEGER PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    type        TEXT CHECK (type IN (
        'de-escalation-area', 'security-area', 'safe-area', 'buffer-zone', 'corridor', 'country',
        'region', 'border', 'governorate', 'city', 'town', 'village', 'neighbourhood', 'camp',
        'road', 'crossing', 'demilitarised-zone')),
    latitude    REAL CHECK (latitude BETWEEN -90 AND 90),       -- degrees, WGS 84
    longitude   REAL CHECK (longitude BETWEEN -180 AND 180),
    CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;

CREATE TABLE agreements (
    record      INTEGER PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    type        TEXT CHECK (type IN (
        'resolution', 'memorandum', 'track', 'ceasefire', 'evacuation', 'reconciliation',
        'instrument'))
) STRICT;

CREATE TABLE actors (
    record      INTEGER PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    type        TEXT CHECK (type IN (
        'state', 'government', 'armed-forces', 'armed-group', 'alliance',
        'international-organisation', 'non-governmental-organisation', 'person', 'population',
        'local-body'))
) STRICT;

CREATE TABLE consequences (
    record      INTEGER PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    type        TEXT CHECK (type IN (
        'effect', 'fear', 'obstacle', 'opening', 'goal', 'episode', 'characterisation')),
    standing    TEXT CHECK (standing IN ('claimed', 'expected', 'observed', 'disputed'))
) STRICT;

CREATE TABLE external_ids (
    record      INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    data_set    TEXT NOT NULL,                      -- 'geonames', 'ocha', 'pa-x', 'cfd' …
    identifier  TEXT NOT NULL,
    PRIMARY KEY (record, data_set)
) STRICT, WITHOUT ROWID;

-- Facts: one property of one record may have several values, each cited; position 0 is preferred.

CREATE TABLE facts (
    id          INTEGER PRIMARY KEY,
    record      INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    property    TEXT NOT NULL CHECK (property IN (
        'date', 'announced', 'in-force', 'carried-out', 'broken', 'finished', 'duration',
        'working-group', 'evacuees', 'fighters', 'civilians', 'detainees', 'deaths',
        'inhabitants', 'settlements', 'governorates', 'nature', 'parties', 'mediation', 'terms',
        'exchange', 'extent')),
    position    INTEGER NOT NULL,
    value       TEXT,                               -- a date, number or duration as written …
    text_en     TEXT NOT NULL DEFAULT '',           -- … or a text
    text_ar     TEXT NOT NULL DEFAULT '',
    note_en     TEXT NOT NULL DEFAULT '',
    note_ar     TEXT NOT NULL DEFAULT '',
    first_year  INTEGER,                            -- of a date, for year: filters
    last_year   INTEGER,
    UNIQUE (record, property, position),
    CHECK ((value IS NULL) = (text_en <> '' OR text_ar <> ''))
) STRICT;

CREATE INDEX facts_by_year ON facts (first_year, last_year, record) WHERE first_year IS NOT NULL;

-- Relations ------------------------------------------------------------------------------------

CREATE TABLE predicates (
    key         TEXT PRIMARY KEY,
    label_en    TEXT NOT NULL,                      -- from the subject: "guaranteed by"
    label_ar    TEXT NOT NULL,
    inverse_en  TEXT NOT NULL,                      -- from the object: "guarantees"
    inverse_ar  TEXT NOT NULL,
    symmetric   INTEGER NOT NULL CHECK (symmetric IN (0, 1)),
    position    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE relations (
    id          INTEGER PRIMARY KEY,
    subject     INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    predicate   TEXT NOT NULL REFERENCES predicates (key),
    object      INTEGER NOT NULL REFERENCES records (id),
    position    INTEGER NOT NULL,                   -- in the subject's file
    since       TEXT NOT NULL DEFAULT '',
    until       TEXT NOT NULL DEFAULT '',
    note_en     TEXT NOT NULL DEFAULT '',
    note_ar     TEXT NOT NULL DEFAULT '',
    disputed    INTEGER NOT NULL DEFAULT 0 CHECK (disputed IN (0, 1)),
    UNIQUE (subject, predicate, object)
) STRICT;

CREATE INDEX relations_by_object ON relations (object);

-- Sources and citations --------------------------------------------------------------------------

CREATE TABLE sources (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    type        TEXT CHECK (type IN (
        'opinion', 'news', 'agency', 'un', 'ngo', 'scholarly', 'dataset')),
    title_en    TEXT NOT NULL DEFAULT '',
    title_ar    TEXT NOT NULL DEFAULT '',
    publisher   TEXT NOT NULL DEFAULT '',
    relays      TEXT NOT NULL DEFAULT '',           -- whose report it passes on, if not its own
    date        TEXT NOT NULL DEFAULT '',
    language    TEXT NOT NULL DEFAULT '',           -- BCP 47
    url         TEXT NOT NULL DEFAULT '',
    sha256      TEXT NOT NULL DEFAULT '',           -- of the text, which itself is not kept
    note_en     TEXT NOT NULL DEFAULT '',
    note_ar     TEXT NOT NULL DEFAULT '',
    seed_digest TEXT,
    edited      INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)),
    file        TEXT NOT NULL DEFAULT '',
    line        INTEGER NOT NULL DEFAULT 0,
    CHECK (title_en <> '' OR title_ar <> '')
) STRICT;

CREATE TABLE sentences (
    source      INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,                   -- from 1
    start       INTEGER NOT NULL,                   -- in characters of the source's text
    "end"       INTEGER NOT NULL,
    PRIMARY KEY (source, number),
    CHECK (0 <= start AND start < "end")
) STRICT, WITHOUT ROWID;

CREATE TABLE citations (
    id          INTEGER PRIMARY KEY,
    source      INTEGER NOT NULL REFERENCES sources (id),
    locator     TEXT NOT NULL DEFAULT '',           -- the sentence's number, a page, a paragraph
    position    INTEGER NOT NULL,
    record      INTEGER REFERENCES records (id) ON DELETE CASCADE,
    fact        INTEGER REFERENCES facts (id) ON DELETE CASCADE,
    relation    INTEGER REFERENCES relations (id) ON DELETE CASCADE,
    CHECK ((record IS NOT NULL) + (fact IS NOT NULL) + (relation IS NOT NULL) = 1)
) STRICT;

CREATE INDEX citations_by_source ON citations (source);
CREATE INDEX citations_by_record ON citations (record) WHERE record IS NOT NULL;
CREATE INDEX citations_by_fact ON citations (fact) WHERE fact IS NOT NULL;
CREATE INDEX citations_by_relation ON citations (relation) WHERE relation IS NOT NULL;

-- Names and look-up -------------------------------------------------------------------------------
--
-- Every name and alias, and the vocabulary of their words, through which look-up finds them
-- (store/names.py): words by their letters or by how they sound in either script, and from a word
-- to the names that hold it. A name of several words is in the vocabulary as one word too, written
-- together without articles (ديرالزور is found as deir ez-zor, and back).
--     SELECT text FROM names JOIN name_words ON name_words.name = names.id
--     JOIN words ON words.id = name_words.word WHERE words.fine = 'ZBDNY';

CREATE TABLE names (
    id          INTEGER PRIMARY KEY,
    record      INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    language    TEXT NOT NULL CHECK (language IN ('en', 'ar')),
    role        TEXT NOT NULL CHECK (role IN ('name', 'alias')),
    position    INTEGER NOT NULL,                   -- among the record's names of language and role
    text        TEXT NOT NULL,
    folded      TEXT NOT NULL,                      -- its words, folded, one blank between
    initials    TEXT NOT NULL DEFAULT ''            -- of names of several words: HTS
) STRICT;

CREATE INDEX names_by_record ON names (record);
CREATE INDEX names_by_folded ON names (folded);
CREATE INDEX names_by_initials ON names (initials) WHERE initials <> '';

CREATE TABLE words (
    id          INTEGER PRIMARY KEY,
    word        TEXT NOT NULL UNIQUE,               -- folded, without the article
    fine        TEXT NOT NULL,                      -- consonants as heard: ZBDNY of الزبداني
    rough       TEXT NOT NULL,                      -- sibilants as one, velars as one, no h: SBDN
    frequency   INTEGER NOT NULL                    -- names that hold it: common words tell little
) STRICT;

-- Each holds all that look-up reads of a word, which is thus found without the table.
CREATE INDEX words_by_fine ON words (fine, word, frequency, rough);
CREATE INDEX words_by_rough ON words (rough, word, frequency, fine);

CREATE TABLE name_words (
    word        INTEGER NOT NULL,                   -- words.id
    length      INTEGER NOT NULL,                   -- words in the name, so that short names lead
    name        INTEGER NOT NULL,                   -- names.id
    PRIMARY KEY (word, length, name)
) STRICT, WITHOUT ROWID;

-- End of names and look-up ------------------------------------------------------------------------

-- Full text --------------------------------------------------------------------------------------
--
-- All words of a record, folded by store/arabic.py (no harakat, one alef, one ya, ASCII digits, no
-- Latin diacritics), so that unicode61 splits Arabic well and a plain query finds them:
--     SELECT key FROM full_text JOIN records ON records.id = full_text.rowid
--     WHERE full_text MATCH 'هدنه' ORDER BY rank;
-- The columns of stems hold the light stems of the same words, for recall.

CREATE VIRTUAL TABLE full_text USING fts5 (
    names, body, name_stems, stems,
    tokenize = "unicode61 remove_diacritics 0"
);

INSERT INTO full_text (full_text, rank) VALUES ('rank', 'bm25(10.0, 3.0, 5.0, 1.0)');

-- The names once more, by themselves: two words that nearly all texts hold stand in few names
-- together, and the index of all text would be read to its end to find those.

CREATE VIRTUAL TABLE name_text USING fts5 (
    names, name_stems,
    tokenize = "unicode61 remove_diacritics 0"
);

-- Words and phrases that mean the same, as stems: a query for one finds the others.

CREATE TABLE lexicon (
    meaning     INTEGER NOT NULL,
    phrase      TEXT NOT NULL,
    shipped     INTEGER NOT NULL CHECK (shipped IN (0, 1)),     -- from seeds/lexicon.yaml
    PRIMARY KEY (phrase, meaning)
) STRICT, WITHOUT ROWID;

CREATE INDEX lexicon_by_meaning ON lexicon (meaning);

-- The program's own notes: which shipped records the store was filled from.

CREATE TABLE settings (
    name        TEXT PRIMARY KEY,
    value       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- For readers of the file: relations with names instead of numbers.

CREATE VIEW readable_relations AS
SELECT subjects.key AS subject, predicates.label_en AS predicate, objects.key AS object,
       subjects.name_en || ' ' || predicates.label_en || ' ' || objects.name_en AS english,
       subjects.name_ar || ' ' || predicates.label_ar || ' ' || objects.name_ar AS arabic,
       since, until, disputed
FROM relations
JOIN records AS subjects ON subjects.id = relations.subject
JOIN records AS objects ON objects.id = relations.object
JOIN predicates ON predicates.key = relations.predicate;


-- What a store of this model holds: the small collection of the tests as shipped, one of its records
-- edited, one of the user's own, a mark. Written by the program of that time.

PRAGMA application_id = 0x6D737274;
PRAGMA user_version = 2;

CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO _sqlite_migrations ("id", "migration_set", "name", "applied_at") VALUES (1, 'masarat', 'create_model', '2026-11-26 03:39:41.297547+00:00');
INSERT INTO _sqlite_migrations ("id", "migration_set", "name", "applied_at") VALUES (2, 'masarat', 'grade_and_rebuild', '2026-11-26 03:39:41.298128+00:00');
INSERT INTO records ("id", "key", "kind", "collection", "confidence", "name_en", "name_ar", "summary_en", "summary_ar", "sort_en", "sort_ar", "sort_date", "seed_digest", "edited", "file", "line") VALUES (1, 'zabadani', 'zone', 'article', NULL, 'Zabadani', 'الزبداني', 'A besieged town near the Lebanese border.[^article-1]

It has springs.', 'بلدةٌ مُحاصَرة قرب الحدود اللبنانية.[^article-1]', 'zabadani', 'زبداني', '', 'da00203bf64eb7c2e16c97a96e1092ede5174958640728cc7295e1c297317b27', 0, 'seeds/zones/zabadani.md', 2);
INSERT INTO records ("id", "key", "kind", "collection", "confidence", "name_en", "name_ar", "summary_en", "summary_ar", "sort_en", "sort_ar", "sort_date", "seed_digest", "edited", "file", "line") VALUES (2, 'kefraya', 'zone', 'user', NULL, 'Kefraya', 'كفريا', 'My own words.', 'كلماتي.', 'kefraya', 'كفريا', '', '3dd208e61f221fcb9905f0ab8f09973419e3584343a1aaadd3b9442a42adfbe5', 1, '', 0);
INSERT INTO records ("id", "key", "kind", "collection", "confidence", "name_en", "name_ar", "summary_en", "summary_ar", "sort_en", "sort_ar", "sort_date", "seed_digest", "edited", "file", "line") VALUES (3, 'rif-dimashq', 'zone', 'user', NULL, 'Rif Dimashq', 'ريف دمشق', '', '', 'rif dimashq', 'ريف دمشق', '', '5c76049ee7a1ceb5b03057aebad2be2118467539c8a9f47fe932bc94587f6a2b', 0, 'seeds/zones/rif-dimashq.md', 2);
INSERT INTO records ("id", "key", "kind", "collection", "confidence", "name_en", "name_ar", "summary_en", "summary_ar", "sort_en", "sort_ar", "sort_date", "seed_digest", "edited", "file", "line") VALUES (4, 'four-towns', 'agreement', 'article', 'B', 'Four Towns agreement', 'اتفاق المدن الأربع', 'The evacuation of four towns, with a ceasefire of nine months.[^article-2]', 'إخلاء أربع مدن مع هدنة تسعة أشهر.[^article-2]', 'four towns agreement', 'اتفاق المدن الاربع', '2017-03-28', '2f7f31a03ab1049438418d178436b54bef28e5208ede517e237843874017913a', 0, 'seeds/agreements/four-towns.md', 2);
INSERT INTO records ("id", "key", "kind", "collection", "confidence", "name_en", "name_ar", "summary_en", "summary_ar", "sort_en", "sort_ar", "sort_date", "seed_digest", "edited", "file", "line") VALUES (5, 'qatar', 'actor', 'user', NULL, 'Qatar', 'قطر', 'A mediator.', 'وسيط.', 'qatar', 'قطر', '', '64914234ec7e716ba5643d430d8294131660b9edfa93447e00a0fa51c95e660a', 0, 'seeds/actors/qatar.md', 2);
INSERT INTO records ("id", "key", "kind", "collection", "confidence", "name_en", "name_ar", "summary_en", "summary_ar", "sort_en", "sort_ar", "sort_date", "seed_digest", "edited", "file", "line") VALUES (6, 'demographic-change', 'consequence', 'user', NULL, 'Demographic change', 'تغيير ديموغرافي', '', '', 'demographic change', 'تغيير ديموغرافي', '', 'db40373ad18b371c4e178f1c75f02542cedab9130b1287bb47f0e6f020a8813f', 0, 'seeds/consequences/demographic-change.md', 2);
INSERT INTO records ("id", "key", "kind", "collection", "confidence", "name_en", "name_ar", "summary_en", "summary_ar", "sort_en", "sort_ar", "sort_date", "seed_digest", "edited", "file", "line") VALUES (7, 'spring', 'zone', 'my-notes', NULL, 'Spring', 'نبع', '', '', 'spring', 'نبع', '', NULL, 0, '', 0);
INSERT INTO zones ("record", "type", "latitude", "longitude") VALUES (1, 'town', 33.725, 36.101);
INSERT INTO zones ("record", "type", "latitude", "longitude") VALUES (2, 'village', NULL, NULL);
INSERT INTO zones ("record", "type", "latitude", "longitude") VALUES (3, 'governorate', NULL, NULL);
INSERT INTO zones ("record", "type", "latitude", "longitude") VALUES (7, NULL, NULL, NULL);
INSERT INTO agreements ("record", "type") VALUES (4, 'evacuation');
INSERT INTO actors ("record", "type") VALUES (5, 'state');
INSERT INTO consequences ("record", "type", "standing") VALUES (6, 'effect', 'expected');
INSERT INTO external_ids ("record", "data_set", "identifier") VALUES (1, 'geonames', '172408');
INSERT INTO facts ("id", "record", "property", "position", "value", "text_en", "text_ar", "note_en", "note_ar", "first_year", "last_year") VALUES (1, 4, 'date', 0, '2017-03-28', '', '', '', '', 2017, 2017);
INSERT INTO facts ("id", "record", "property", "position", "value", "text_en", "text_ar", "note_en", "note_ar", "first_year", "last_year") VALUES (2, 4, 'date', 1, '2017-04', '', '', 'as told', 'كما ورد', 2017, 2017);
INSERT INTO facts ("id", "record", "property", "position", "value", "text_en", "text_ar", "note_en", "note_ar", "first_year", "last_year") VALUES (3, 4, 'duration', 0, 'P9M', '', '', '', '', NULL, NULL);
INSERT INTO facts ("id", "record", "property", "position", "value", "text_en", "text_ar", "note_en", "note_ar", "first_year", "last_year") VALUES (4, 4, 'parties', 0, NULL, 'two sides', 'طرفان', '', '', NULL, NULL);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('adopted-by', 'adopted by', 'أصدره', 'adopted', 'أصدر', 0, 7);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('affects', 'affects', 'يؤثر في', 'affected by', 'متأثر بـ', 0, 38);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('allied-with', 'allied with', 'حليف', 'allied with', 'حليف', 1, 24);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('at-odds-with', 'at odds with', 'على خلاف مع', 'at odds with', 'على خلاف مع', 1, 28);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('borders', 'borders', 'يحاذي', 'borders', 'يحاذي', 1, 21);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('carried-out-by', 'carried out by', 'نفّذه', 'carries out', 'ينفّذ', 0, 40);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('concerns', 'concerns', 'يتعلق بـ', 'subject of', 'موضوع', 0, 18);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('connects', 'connects', 'يصل', 'connected by', 'موصول عبر', 0, 22);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('controls', 'controls', 'يسيطر على', 'controlled by', 'تحت سيطرة', 0, 30);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('coordinates-with', 'coordinates with', 'ينسق مع', 'coordinates with', 'ينسق مع', 1, 27);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('covers', 'covers', 'يشمل', 'covered by', 'مشمول في', 0, 10);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('displaces', 'displaces', 'يهجّر', 'displaced by', 'هُجّر بموجب', 0, 14);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('enables', 'enables', 'يتيح', 'enabled by', 'يتيحه', 0, 36);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('establishes', 'establishes', 'ينشئ', 'established by', 'أُنشئ بموجب', 0, 9);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('evacuates', 'evacuates', 'يقضي بإخلاء', 'evacuated under', 'أُخلي بموجب', 0, 12);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('evacuates-to', 'takes people to', 'ينقل إلى', 'receives people under', 'استقبل بموجب', 0, 13);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('exchanged-for', 'exchanged for', 'أُخلي مقابل', 'exchanged for', 'أُخلي مقابل', 1, 23);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('excludes', 'excludes', 'يستثني', 'excluded from', 'مستثنى من', 0, 11);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('follows', 'follows', 'يلي', 'followed by', 'تلاه', 0, 17);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('guaranteed-by', 'guaranteed by', 'بضمانة', 'guarantees', 'يضمن', 0, 2);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('has-party', 'has as party', 'من أطرافه', 'party to', 'طرف في', 0, 1);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('hinders', 'hinders', 'يعيق', 'hindered by', 'يعيقه', 0, 35);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('initiated-by', 'initiated by', 'أطلقه', 'initiated', 'أطلق', 0, 8);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('instance-of', 'is an example of', 'مثال على', 'has as example', 'من أمثلته', 0, 15);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('leads', 'leads', 'يقود', 'led by', 'يقوده', 0, 29);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('leads-to', 'leads to', 'يؤدي إلى', 'results from', 'ينتج عن', 0, 33);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('lies-in', 'lies in', 'يقع في', 'contains', 'يحوي', 0, 19);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('mediated-by', 'mediated by', 'بوساطة', 'mediated', 'توسط في', 0, 3);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('negotiated-by', 'negotiated by', 'تفاوض عليه', 'negotiated', 'تفاوض على', 0, 4);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('observed-by', 'observed by', 'راقبه', 'observed', 'راقب', 0, 5);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('occurs-in', 'occurs in', 'يحدث في', 'place of', 'مكان حدوث', 0, 39);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('opposes', 'opposes', 'يعارض', 'opposed by', 'يعارضه', 0, 26);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('part-of', 'part of', 'جزء من', 'includes', 'يضم', 0, 16);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('present-in', 'present in', 'موجود في', 'has present', 'يوجد فيه', 0, 31);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('rejected-by', 'rejected by', 'رفضه', 'rejected', 'رفض', 0, 6);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('seeks', 'seeks', 'يسعى إلى', 'sought by', 'يسعى إليه', 0, 32);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('serves', 'serves', 'يخدم', 'served by', 'يخدمه', 0, 37);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('signed-by', 'signed by', 'وقّعه', 'signed', 'وقّع', 0, 0);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('supports', 'supports', 'يدعم', 'supported by', 'مدعوم من', 0, 25);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('surrounds', 'surrounds', 'يحيط بـ', 'surrounded by', 'محاط بـ', 0, 20);
INSERT INTO predicates ("key", "label_en", "label_ar", "inverse_en", "inverse_ar", "symmetric", "position") VALUES ('threatens', 'threatens', 'يهدد', 'threatened by', 'مهدد بـ', 0, 34);
INSERT INTO relations ("id", "subject", "predicate", "object", "position", "since", "until", "note_en", "note_ar", "disputed") VALUES (1, 1, 'lies-in', 3, 0, '', '', '', '', 0);
INSERT INTO relations ("id", "subject", "predicate", "object", "position", "since", "until", "note_en", "note_ar", "disputed") VALUES (2, 1, 'exchanged-for', 2, 1, '2017-04', '', 'in two stages', 'على مرحلتين', 1);
INSERT INTO relations ("id", "subject", "predicate", "object", "position", "since", "until", "note_en", "note_ar", "disputed") VALUES (3, 4, 'evacuates', 1, 0, '', '', '', '', 0);
INSERT INTO relations ("id", "subject", "predicate", "object", "position", "since", "until", "note_en", "note_ar", "disputed") VALUES (4, 4, 'evacuates', 2, 1, '', '', '', '', 0);
INSERT INTO relations ("id", "subject", "predicate", "object", "position", "since", "until", "note_en", "note_ar", "disputed") VALUES (5, 4, 'mediated-by', 5, 2, '', '', '', '', 0);
INSERT INTO relations ("id", "subject", "predicate", "object", "position", "since", "until", "note_en", "note_ar", "disputed") VALUES (6, 6, 'affects', 1, 0, '', '', '', '', 0);
INSERT INTO relations ("id", "subject", "predicate", "object", "position", "since", "until", "note_en", "note_ar", "disputed") VALUES (7, 7, 'lies-in', 1, 0, '', '', '', '', 0);
INSERT INTO sources ("id", "key", "type", "title_en", "title_ar", "publisher", "relays", "date", "language", "url", "sha256", "note_en", "note_ar", "seed_digest", "edited", "file", "line") VALUES (1, 'article', 'opinion', 'An article', 'مقال', '', '', '', 'ar', '', '', '', '', '4bdc32954b52cbab94c52846a0b75d39233c7203902d5dd908b55313c5e0f82e', 0, 'seeds/sources/article.md', 2);
INSERT INTO sources ("id", "key", "type", "title_en", "title_ar", "publisher", "relays", "date", "language", "url", "sha256", "note_en", "note_ar", "seed_digest", "edited", "file", "line") VALUES (2, 'agency-2017', 'agency', 'A dispatch', 'برقية', 'Agency', '', '2017-05-06', '', 'https://example.org/dispatch', '', '', '', '07b10e13548a6c0f395febc048dc3239827bf9ac1bcca3bb002c1d060fc5dd4b', 0, 'seeds/sources/agency-2017.md', 2);
INSERT INTO sentences ("source", "number", "start", "end") VALUES (1, 1, 0, 10);
INSERT INTO sentences ("source", "number", "start", "end") VALUES (1, 2, 11, 30);
INSERT INTO citations ("id", "source", "locator", "position", "record", "fact", "relation") VALUES (1, 1, '1', 0, 1, NULL, NULL);
INSERT INTO citations ("id", "source", "locator", "position", "record", "fact", "relation") VALUES (2, 1, '2', 0, 4, NULL, NULL);
INSERT INTO citations ("id", "source", "locator", "position", "record", "fact", "relation") VALUES (3, 2, '', 0, NULL, 1, NULL);
INSERT INTO citations ("id", "source", "locator", "position", "record", "fact", "relation") VALUES (4, 1, '2', 0, NULL, 2, NULL);
INSERT INTO citations ("id", "source", "locator", "position", "record", "fact", "relation") VALUES (5, 2, '', 0, NULL, 3, NULL);
INSERT INTO citations ("id", "source", "locator", "position", "record", "fact", "relation") VALUES (6, 1, '2', 0, NULL, 4, NULL);
INSERT INTO citations ("id", "source", "locator", "position", "record", "fact", "relation") VALUES (7, 1, '1', 0, NULL, NULL, 1);
INSERT INTO citations ("id", "source", "locator", "position", "record", "fact", "relation") VALUES (8, 1, '2', 0, NULL, NULL, 2);
INSERT INTO citations ("id", "source", "locator", "position", "record", "fact", "relation") VALUES (9, 2, '', 1, NULL, NULL, 2);
INSERT INTO citations ("id", "source", "locator", "position", "record", "fact", "relation") VALUES (10, 1, '2', 0, NULL, NULL, 3);
INSERT INTO citations ("id", "source", "locator", "position", "record", "fact", "relation") VALUES (11, 1, '2', 0, NULL, NULL, 4);
INSERT INTO citations ("id", "source", "locator", "position", "record", "fact", "relation") VALUES (12, 2, '', 0, NULL, NULL, 5);
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (1, 1, 'en', 'name', 0, 'Zabadani', 'zabadani', '');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (2, 1, 'en', 'alias', 0, 'Al-Zabadani', 'al zabadani', '');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (3, 1, 'en', 'alias', 1, 'Zabadany', 'zabadany', '');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (4, 1, 'ar', 'name', 0, 'الزبداني', 'الزبداني', '');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (5, 1, 'ar', 'alias', 0, 'زبداني', 'زبداني', '');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (8, 3, 'en', 'name', 0, 'Rif Dimashq', 'rif dimashq', 'rd');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (9, 3, 'ar', 'name', 0, 'ريف دمشق', 'ريف دمشق', 'رد');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (10, 4, 'en', 'name', 0, 'Four Towns agreement', 'four towns agreement', 'fta');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (11, 4, 'ar', 'name', 0, 'اتفاق المدن الأربع', 'اتفاق المدن الاربع', 'اما');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (12, 5, 'en', 'name', 0, 'Qatar', 'qatar', '');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (13, 5, 'ar', 'name', 0, 'قطر', 'قطر', '');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (14, 6, 'en', 'name', 0, 'Demographic change', 'demographic change', 'dc');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (15, 6, 'ar', 'name', 0, 'تغيير ديموغرافي', 'تغيير ديموغرافي', 'تد');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (16, 2, 'en', 'name', 0, 'Kefraya', 'kefraya', '');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (17, 2, 'ar', 'name', 0, 'كفريا', 'كفريا', '');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (18, 7, 'en', 'name', 0, 'Spring', 'spring', '');
INSERT INTO names ("id", "record", "language", "role", "position", "text", "folded", "initials") VALUES (19, 7, 'ar', 'name', 0, 'نبع', 'نبع', '');
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (1, 'agreement', 'GRMNT', 'KRMNT', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (2, 'change', 'CNG', 'SNK', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (3, 'demographic', 'DMGRFK', 'DMKRFK', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (4, 'demographicchange', 'DMGRFKCNG', 'DMKRFKSNK', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (5, 'dimashq', 'DMCK', 'DMSK', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (6, 'four', 'FR', 'FR', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (7, 'fourtownsagreement', 'FRTNSGRMNT', 'FRTNSKRMNT', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (9, 'qatar', 'KTR', 'KTR', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (10, 'rif', 'RF', 'RF', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (11, 'rifdimashq', 'RFDMCK', 'RFDMSK', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (12, 'towns', 'TNS', 'TNS', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (13, 'zabadani', 'ZBDNY', 'SBDN', 2);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (14, 'zabadany', 'ZBDNY', 'SBDN', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (15, 'اتفاق', 'TFK', 'TFK', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (16, 'اتفاقمدناربع', 'TFKMDNRB', 'TFKMDNRB', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (17, 'اربع', 'RB', 'RB', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (18, 'تغيير', 'TGR', 'TKR', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (19, 'تغييرديموغرافي', 'TGRDMGRFY', 'TKRDMKRF', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (20, 'دمشق', 'DMCK', 'DMSK', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (21, 'ديموغرافي', 'DMGRFY', 'DMKRF', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (22, 'ريف', 'RF', 'RF', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (23, 'ريفدمشق', 'RFDMCK', 'RFDMSK', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (24, 'زبداني', 'ZBDNY', 'SBDN', 2);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (25, 'قطر', 'KTR', 'KTR', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (27, 'مدن', 'MDN', 'MDN', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (28, 'kefraya', 'KFR', 'KFR', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (29, 'كفريا', 'KFR', 'KFR', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (30, 'spring', 'SBRNG', 'SBRNK', 1);
INSERT INTO words ("id", "word", "fine", "rough", "frequency") VALUES (31, 'نبع', 'NB', 'NB', 1);
INSERT INTO name_words ("word", "length", "name") VALUES (1, 4, 10);
INSERT INTO name_words ("word", "length", "name") VALUES (2, 3, 14);
INSERT INTO name_words ("word", "length", "name") VALUES (3, 3, 14);
INSERT INTO name_words ("word", "length", "name") VALUES (4, 3, 14);
INSERT INTO name_words ("word", "length", "name") VALUES (5, 3, 8);
INSERT INTO name_words ("word", "length", "name") VALUES (6, 4, 10);
INSERT INTO name_words ("word", "length", "name") VALUES (7, 4, 10);
INSERT INTO name_words ("word", "length", "name") VALUES (9, 1, 12);
INSERT INTO name_words ("word", "length", "name") VALUES (10, 3, 8);
INSERT INTO name_words ("word", "length", "name") VALUES (11, 3, 8);
INSERT INTO name_words ("word", "length", "name") VALUES (12, 4, 10);
INSERT INTO name_words ("word", "length", "name") VALUES (13, 1, 1);
INSERT INTO name_words ("word", "length", "name") VALUES (13, 1, 2);
INSERT INTO name_words ("word", "length", "name") VALUES (14, 1, 3);
INSERT INTO name_words ("word", "length", "name") VALUES (15, 4, 11);
INSERT INTO name_words ("word", "length", "name") VALUES (16, 4, 11);
INSERT INTO name_words ("word", "length", "name") VALUES (17, 4, 11);
INSERT INTO name_words ("word", "length", "name") VALUES (18, 3, 15);
INSERT INTO name_words ("word", "length", "name") VALUES (19, 3, 15);
INSERT INTO name_words ("word", "length", "name") VALUES (20, 3, 9);
INSERT INTO name_words ("word", "length", "name") VALUES (21, 3, 15);
INSERT INTO name_words ("word", "length", "name") VALUES (22, 3, 9);
INSERT INTO name_words ("word", "length", "name") VALUES (23, 3, 9);
INSERT INTO name_words ("word", "length", "name") VALUES (24, 1, 4);
INSERT INTO name_words ("word", "length", "name") VALUES (24, 1, 5);
INSERT INTO name_words ("word", "length", "name") VALUES (25, 1, 13);
INSERT INTO name_words ("word", "length", "name") VALUES (27, 4, 11);
INSERT INTO name_words ("word", "length", "name") VALUES (28, 1, 16);
INSERT INTO name_words ("word", "length", "name") VALUES (29, 1, 17);
INSERT INTO name_words ("word", "length", "name") VALUES (30, 1, 18);
INSERT INTO name_words ("word", "length", "name") VALUES (31, 1, 19);
INSERT INTO full_text ("rowid", "names", "body", "name_stems", "stems") VALUES (1, 'zabadani الزبداني al zabadani zabadany زبداني', 'a besieged town near the lebanese border it has springs بلده محاصره قرب الحدود اللبنانيه in two stages علي مرحلتين town بلده', 'zabadani زبدان al zabadani zabadani زبدان', 'a besieg town near the lebanes border it has spring بلد محاصر قرب حدود لبنان in two stage عل مرحلت town بلد');
INSERT INTO full_text ("rowid", "names", "body", "name_stems", "stems") VALUES (2, 'kefraya كفريا', 'my own words كلماتي village قريه', 'kefraya كفريا', 'my own word كلمات villag قر');
INSERT INTO full_text ("rowid", "names", "body", "name_stems", "stems") VALUES (3, 'rif dimashq ريف دمشق', 'governorate محافظه', 'rif dimashq ريف دمشق', 'governor محافظ');
INSERT INTO full_text ("rowid", "names", "body", "name_stems", "stems") VALUES (4, 'four towns agreement اتفاق المدن الاربع', 'the evacuation of four towns with a ceasefire of nine months اخلا اربع مدن مع هدنه تسعه اشهر date 28 march 2017 التاريخ 28 اذار مارس 2017 date april 2017 التاريخ نيسان ابريل 2017 as told كما ورد duration 9 months المده 9 اشهر parties two sides الاطراف طرفان evacuation agreement اتفاق اخلا', 'four town agreement اتفاق مدن اربع', 'the evacu of four town with a ceasefir of nine month اخلا اربع مدن مع هدن تسع اشهر date 28 march 2017 تاريخ 28 اذار مارس 2017 date april 2017 تاريخ نيس ابريل 2017 as told كما ورد durat 9 month مد 9 اشهر parti two side اطراف طرف evacu agreement اتفاق اخلا');
INSERT INTO full_text ("rowid", "names", "body", "name_stems", "stems") VALUES (5, 'qatar قطر', 'a mediator وسيط state دوله', 'qatar قطر', 'a mediat سيط state دول');
INSERT INTO full_text ("rowid", "names", "body", "name_stems", "stems") VALUES (6, 'demographic change تغيير ديموغرافي', 'effect اثر expected متوقع', 'demograph chang تغيير ديموغراف', 'effect اثر expect متوقع');
INSERT INTO full_text ("rowid", "names", "body", "name_stems", "stems") VALUES (7, 'spring نبع', '', 'spring نبع', '');
INSERT INTO name_text ("rowid", "names", "name_stems") VALUES (1, 'zabadani الزبداني al zabadani zabadany زبداني', 'zabadani زبدان al zabadani zabadani زبدان');
INSERT INTO name_text ("rowid", "names", "name_stems") VALUES (2, 'kefraya كفريا', 'kefraya كفريا');
INSERT INTO name_text ("rowid", "names", "name_stems") VALUES (3, 'rif dimashq ريف دمشق', 'rif dimashq ريف دمشق');
INSERT INTO name_text ("rowid", "names", "name_stems") VALUES (4, 'four towns agreement اتفاق المدن الاربع', 'four town agreement اتفاق مدن اربع');
INSERT INTO name_text ("rowid", "names", "name_stems") VALUES (5, 'qatar قطر', 'qatar قطر');
INSERT INTO name_text ("rowid", "names", "name_stems") VALUES (6, 'demographic change تغيير ديموغرافي', 'demograph chang تغيير ديموغراف');
INSERT INTO name_text ("rowid", "names", "name_stems") VALUES (7, 'spring نبع', 'spring نبع');
INSERT INTO lexicon ("meaning", "phrase", "shipped") VALUES (1, 'truce', 1);
INSERT INTO lexicon ("meaning", "phrase", "shipped") VALUES (1, 'هدن', 1);
INSERT INTO settings ("name", "value") VALUES ('marked', '["zabadani"]');
INSERT INTO settings ("name", "value") VALUES ('seeds', '9:1234567');
