-- AUTOINCREMENT: a number that was given once names nothing else later, so an undo cannot hit a stranger.
CREATE TABLE history (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    at          REAL NOT NULL,              -- Unix milliseconds
    valence     REAL NOT NULL,              -- -1 to 1, as all affect here
    arousal     REAL NOT NULL,
    sd_valence  REAL NOT NULL,
    sd_arousal  REAL NOT NULL,
    word        TEXT NOT NULL,
    confidence  TEXT NOT NULL,
    source      TEXT NOT NULL,
    expression  TEXT,
    note        TEXT
) STRICT;
CREATE INDEX history_at ON history (at);

CREATE TABLE feedback (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    track  TEXT NOT NULL,
    kind   TEXT NOT NULL,
    at     INTEGER NOT NULL                 -- Unix milliseconds
) STRICT;

CREATE TABLE catalogues (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    name      TEXT NOT NULL,
    enabled   INTEGER NOT NULL DEFAULT 1,
    added_at  INTEGER NOT NULL              -- Unix milliseconds
) STRICT;

CREATE TABLE tracks (
    catalogue    INTEGER NOT NULL REFERENCES catalogues (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,          -- in the file it came from
    id           TEXT NOT NULL,
    title        TEXT NOT NULL,
    artist       TEXT NOT NULL,
    album        TEXT,
    year         INTEGER,
    genre        TEXT,
    language     TEXT,
    mood_word    TEXT,
    popularity   INTEGER,                   -- 0 to 100
    duration_ms  INTEGER,
    tempo        REAL,                      -- beats per minute
    valence      REAL NOT NULL,
    arousal      REAL NOT NULL,
    sd_valence   REAL NOT NULL,
    sd_arousal   REAL NOT NULL,
    sources      TEXT NOT NULL,             -- names of the evidence, separated by spaces
    PRIMARY KEY (catalogue, position)
) STRICT, WITHOUT ROWID;
