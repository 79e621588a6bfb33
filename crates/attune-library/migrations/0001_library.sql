-- Folders the listener chose.
CREATE TABLE folders (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    path      BLOB NOT NULL UNIQUE,         -- the system's own bytes, absolute
    added_at  INTEGER NOT NULL              -- Unix milliseconds
) STRICT;

-- Recordings: one a sound, however many files hold it and wherever they lie.
CREATE TABLE tracks (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT NOT NULL UNIQUE,     -- local:…, given once
    sound         BLOB NOT NULL UNIQUE,     -- what its sound is recognised by
    found_at      INTEGER NOT NULL,
    gone_at       INTEGER,                  -- since when no file holds it
    title         TEXT NOT NULL,
    artist        TEXT NOT NULL,
    album         TEXT,
    album_artist  TEXT,
    number        INTEGER,                  -- on its disc
    disc          INTEGER,
    year          INTEGER,
    genre         TEXT,
    isrc          TEXT,
    bpm           REAL,
    duration_ms   INTEGER,
    track_gain    REAL,                     -- ReplayGain tags: dB, and peaks with full scale 1
    track_peak    REAL,
    album_gain    REAL,
    album_peak    REAL,
    format        TEXT NOT NULL,
    rate          INTEGER,                  -- samples per second
    channels      INTEGER
) STRICT;

-- Files: places at which a recording lies, or files that could not be read (no track, but a problem).
CREATE TABLE files (
    id        INTEGER PRIMARY KEY,
    folder    INTEGER NOT NULL REFERENCES folders (id) ON DELETE CASCADE,
    path      BLOB NOT NULL,                -- below the folder, the system's own bytes
    size      INTEGER NOT NULL,
    modified  INTEGER NOT NULL,             -- Unix nanoseconds
    track     INTEGER REFERENCES tracks (id),
    code      TEXT,
    message   TEXT,
    UNIQUE (folder, path)
) STRICT;
CREATE INDEX files_track ON files (track);

-- What was heard, or why nothing was; at most one of a track.
CREATE TABLE analyses (
    track             INTEGER PRIMARY KEY REFERENCES tracks (id) ON DELETE CASCADE,
    features_version  INTEGER NOT NULL,
    model_revision    TEXT NOT NULL,
    at                INTEGER NOT NULL,
    features          BLOB,
    valence           REAL,
    arousal           REAL,
    sd_valence        REAL,
    sd_arousal        REAL,
    loudness          REAL,                 -- LUFS
    peak              REAL,                 -- dB relative to full scale
    tempo             REAL,                 -- beats per minute
    code              TEXT,
    message           TEXT
) STRICT;

-- Rows carry the number of their track.
CREATE VIRTUAL TABLE words USING fts5 (
    title, artist, album, genre, path,
    tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
