-- masarat's store: the whole model, to be read from top to bottom.
--
-- Four kinds of records (zones, agreements, actors, consequences) state facts and relations, each
-- resting on citations of sources. Texts stand in logical order in English (_en) and Arabic (_ar).
-- Dates are EDTF (ISO 8601-2, levels 0 and 1): 2017, 2017-05-04, 2012/2016, 2013~, 201X. Nothing here
-- needs more than plain SQLite: any SQLite tool can read and search the file.
--
-- PRAGMA application_id and user_version (the number of this model) are set by
-- store/upkeep/database.py.

-- Vocabularies -----------------------------------------------------------------------------------
--
-- The words by which records are described, with labels in English and Arabic, in the order in
-- which they are shown. A word is a row that others refer to, so no tool can write an unknown one, and a
-- new one is no new model: masarat writes the rows of store/model/vocabulary/ when it opens a
-- store that lacks some, and takes none away.

CREATE TABLE kinds (
    key         TEXT PRIMARY KEY,                   -- zone, agreement, actor, consequence
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    plural_en   TEXT NOT NULL,
    plural_ar   TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000       -- words that masarat does not know come last
) STRICT, WITHOUT ROWID;

CREATE TABLE types (
    kind        TEXT NOT NULL REFERENCES kinds (key),
    key         TEXT NOT NULL,                      -- city, ceasefire, armed-group, effect …
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE collections (
    key         TEXT PRIMARY KEY,                   -- any other is entered with its first record
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

CREATE TABLE confidences (
    key         TEXT PRIMARY KEY,                   -- A, B, C
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

CREATE TABLE standings (
    key         TEXT PRIMARY KEY,                   -- claimed, expected, observed, disputed
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

CREATE TABLE subjects (
    key         TEXT PRIMARY KEY,                   -- whom a number counts: fighters, wounded …
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

CREATE TABLE properties (
    key         TEXT PRIMARY KEY,                   -- date, evacuees, terms …
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    value_type  TEXT NOT NULL CHECK (value_type IN ('date', 'number', 'duration', 'text', 'word')),
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

CREATE TABLE property_words (                       -- what a value of type 'word' may be
    property    TEXT NOT NULL REFERENCES properties (key),
    key         TEXT NOT NULL,                      -- carried-out, collapsed …
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000,
    PRIMARY KEY (property, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE stages (
    property    TEXT PRIMARY KEY REFERENCES properties (key),   -- a date of it is the stage's
    label_en    TEXT NOT NULL,                      -- "carried out"
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

CREATE TABLE states (
    key         TEXT PRIMARY KEY,                   -- planned, happened, demanded, claimed
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    standing    TEXT REFERENCES standings (key),    -- of a consequence that says the same
    stage       TEXT REFERENCES stages (property),  -- of the agreement, for which it holds
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

CREATE TABLE predicates (
    key         TEXT PRIMARY KEY,
    label_en    TEXT NOT NULL,                      -- from the subject: "guaranteed by"
    label_ar    TEXT NOT NULL,
    inverse_en  TEXT NOT NULL,                      -- from the object: "guarantees"
    inverse_ar  TEXT NOT NULL,
    symmetric   INTEGER NOT NULL CHECK (symmetric IN (0, 1)),
    position    INTEGER NOT NULL,
    lasts       INTEGER NOT NULL DEFAULT 0 CHECK (lasts IN (0, 1))  -- holds for a time
) STRICT, WITHOUT ROWID;

CREATE TABLE source_types (
    key         TEXT PRIMARY KEY,                   -- news, un, scholarly …
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

CREATE TABLE readings (
    key         TEXT PRIMARY KEY,                   -- whole, part, data, second-hand, not-found
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

-- Records ------------------------------------------------------------------------------------

CREATE TABLE records (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,               -- the name in references, files and commands
    kind        TEXT NOT NULL REFERENCES kinds (key),
    collection  TEXT NOT NULL DEFAULT 'user' REFERENCES collections (key),
    confidence  TEXT REFERENCES confidences (key),  -- how well sources agree
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
    other_fields TEXT NOT NULL DEFAULT '',          -- JSON: what other programs keep in that file
    parts       INTEGER NOT NULL DEFAULT 0,         -- rows of other tables that state something of it:
                                                    -- `masarat check` misses one that is gone
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
--
-- type_kind is never written: it holds a type to those of its kind.

CREATE TABLE zones (
    record      INTEGER PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    type_kind   TEXT GENERATED ALWAYS AS ('zone') VIRTUAL,
    type        TEXT,
    latitude    REAL CHECK (latitude BETWEEN -90 AND 90),       -- degrees, WGS 84
    longitude   REAL CHECK (longitude BETWEEN -180 AND 180),
    CHECK ((latitude IS NULL) = (longitude IS NULL)),
    FOREIGN KEY (type_kind, type) REFERENCES types (kind, key)
) STRICT;

CREATE TABLE agreements (
    record      INTEGER PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    type_kind   TEXT GENERATED ALWAYS AS ('agreement') VIRTUAL,
    type        TEXT,
    FOREIGN KEY (type_kind, type) REFERENCES types (kind, key)
) STRICT;

CREATE TABLE actors (
    record      INTEGER PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    type_kind   TEXT GENERATED ALWAYS AS ('actor') VIRTUAL,
    type        TEXT,
    FOREIGN KEY (type_kind, type) REFERENCES types (kind, key)
) STRICT;

CREATE TABLE consequences (
    record      INTEGER PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    type_kind   TEXT GENERATED ALWAYS AS ('consequence') VIRTUAL,
    type        TEXT,
    standing    TEXT REFERENCES standings (key),
    FOREIGN KEY (type_kind, type) REFERENCES types (kind, key)
) STRICT;

CREATE TABLE external_ids (
    record      INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    data_set    TEXT NOT NULL,                      -- 'geonames', 'ocha', 'pa-x', 'cfd' …
    identifier  TEXT NOT NULL,
    PRIMARY KEY (record, data_set, identifier)
) STRICT, WITHOUT ROWID;

CREATE INDEX external_ids_by_identifier ON external_ids (identifier, data_set);

-- Facts: one property of one record may have several values, each cited; position 0 is preferred.
-- A value may say what it is about: whom it counts, when, whether it happened, and (in fact_places)
-- from where to where people went. Two values that are about the same differ where they exclude
-- each other (store/model/statements.py), else they complete each other.

CREATE TABLE facts (
    id          INTEGER PRIMARY KEY,
    record      INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    property    TEXT NOT NULL REFERENCES properties (key),
    position    INTEGER NOT NULL,
    value       TEXT,                               -- a date, number (>5000) or duration, or …
    text_en     TEXT NOT NULL DEFAULT '',           -- … a text
    text_ar     TEXT NOT NULL DEFAULT '',
    note_en     TEXT NOT NULL DEFAULT '',
    note_ar     TEXT NOT NULL DEFAULT '',
    of          TEXT REFERENCES subjects (key),     -- whom it counts; everyone where not said
    date        TEXT NOT NULL DEFAULT '',           -- when it was so
    state       TEXT REFERENCES states (key),
    differs     INTEGER CHECK (differs IN (0, 1)),  -- from another value of the record
    first_year  INTEGER,                            -- of a date, for year: filters
    last_year   INTEGER,
    UNIQUE (record, property, position),
    CHECK ((value IS NULL) = (text_en <> '' OR text_ar <> ''))
) STRICT;

CREATE INDEX facts_by_year ON facts (first_year, last_year, record) WHERE first_year IS NOT NULL;
CREATE INDEX facts_that_differ ON facts (record) WHERE differs;

CREATE TABLE fact_places (
    fact        INTEGER NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
    role        TEXT NOT NULL CHECK (role IN ('from', 'to')),
    position    INTEGER NOT NULL,
    zone        INTEGER NOT NULL REFERENCES records (id),
    PRIMARY KEY (fact, role, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX fact_places_by_zone ON fact_places (zone, role);

-- Relations ------------------------------------------------------------------------------------

CREATE TABLE relations (
    id          INTEGER PRIMARY KEY,
    subject     INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    predicate   TEXT NOT NULL REFERENCES predicates (key),
    object      INTEGER NOT NULL REFERENCES records (id),
    position    INTEGER NOT NULL,                   -- in the subject's file
    since       TEXT NOT NULL DEFAULT '',
    until       TEXT NOT NULL DEFAULT '',
    as_of       TEXT NOT NULL DEFAULT '',           -- when it was so, where no end is known
    note_en     TEXT NOT NULL DEFAULT '',
    note_ar     TEXT NOT NULL DEFAULT '',
    disputed    INTEGER NOT NULL DEFAULT 0 CHECK (disputed IN (0, 1)),
    UNIQUE (subject, predicate, object, since)      -- what lasts may begin again
) STRICT;

CREATE INDEX relations_by_object ON relations (object);

-- Sources and citations --------------------------------------------------------------------------

CREATE TABLE sources (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    type        TEXT REFERENCES source_types (key),
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
    other_fields TEXT NOT NULL DEFAULT '',
    read        TEXT REFERENCES readings (key),     -- how it was read by who cites it
    parts       INTEGER NOT NULL DEFAULT 0,         -- its sentences, so that one that is gone is missed
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
-- Every name and alias, and the words they are made of, through which look-up finds them
-- (store/lookup/): words by their letters or by how they sound in either script, and from a word to
-- the names that hold it. A name of several words is one more word, written
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
-- All words of a record, folded by store/text/folding.py (no harakat, one alef, one ya, ASCII
-- digits, no Latin diacritics), so that unicode61 splits Arabic well and a plain query finds them:
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

-- Texts of sources -------------------------------------------------------------------------------
--
-- Whoever holds the text of a source may attach it, to read what is cited beside the claim. It is the
-- user's own: no export, report or guide writes any of it.

CREATE TABLE texts (
    source      INTEGER PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
    sha256      TEXT NOT NULL CHECK (length(sha256) = 64),      -- of the file that was attached
    file        TEXT NOT NULL DEFAULT '',           -- the name of that file
    content     TEXT NOT NULL CHECK (content <> '')
) STRICT;

CREATE TABLE text_sentences (                       -- those of the source where they are known
    id          INTEGER PRIMARY KEY,
    source      INTEGER NOT NULL REFERENCES texts (source) ON DELETE CASCADE,
    number      INTEGER NOT NULL,                   -- from 1
    start       INTEGER NOT NULL,                   -- in characters of the content
    "end"       INTEGER NOT NULL,
    UNIQUE (source, number),
    CHECK (0 <= start AND start < "end")
) STRICT;

-- Their words and stems, folded as those of records are; a row is a sentence.
--     SELECT source, number FROM sentence_text JOIN text_sentences ON id = sentence_text.rowid
--     WHERE sentence_text MATCH 'هدنه';

CREATE VIRTUAL TABLE sentence_text USING fts5 (
    words, stems,
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

-- The program's own notes: which words and shipped records it holds, what the user has marked.

CREATE TABLE settings (
    name        TEXT PRIMARY KEY,
    value       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- For readers of the file: relations with names instead of numbers.

CREATE VIEW readable_relations AS
SELECT subjects.key AS subject, predicates.label_en AS predicate, objects.key AS object,
       subjects.name_en || ' ' || predicates.label_en || ' ' || objects.name_en AS english,
       subjects.name_ar || ' – ' || predicates.label_ar || ': ' || objects.name_ar AS arabic,
       since, until, as_of, disputed
FROM relations
JOIN records AS subjects ON subjects.id = relations.subject
JOIN records AS objects ON objects.id = relations.object
JOIN predicates ON predicates.key = relations.predicate;

-- For readers of the file: who went from where to where, when, how many, and by whose count.
--     SELECT number, who, destinations FROM movements WHERE origins LIKE '%zabadani%';

CREATE VIEW movements AS
SELECT records.key AS record, property, coalesce(of, 'everyone') AS who, value AS number,
       (SELECT group_concat(key, ', ') FROM fact_places JOIN records ON records.id = zone
        WHERE fact = facts.id AND role = 'from') AS origins,
       (SELECT group_concat(key, ', ') FROM fact_places JOIN records ON records.id = zone
        WHERE fact = facts.id AND role = 'to') AS destinations,
       facts.date, state,
       (SELECT group_concat(sources.key, ', ') FROM citations
        JOIN sources ON sources.id = source WHERE fact = facts.id) AS counted_by
FROM facts
JOIN records ON records.id = facts.record
JOIN properties ON properties.key = property
WHERE value_type = 'number' AND facts.id IN (SELECT fact FROM fact_places);
