CREATE TABLE servers (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    listener TEXT NOT NULL,
    accepted TEXT,
    plain_password INTEGER NOT NULL,
    proof TEXT NOT NULL,
    form_post INTEGER NOT NULL,
    protocol TEXT NOT NULL,
    program TEXT,
    added_at INTEGER NOT NULL,
    scanned_at INTEGER,
    -- What the server said of its own last scan when ours was complete.
    mark TEXT,
    scrobbles INTEGER NOT NULL DEFAULT 0,
    stars INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE songs (
    number INTEGER PRIMARY KEY,
    server TEXT NOT NULL REFERENCES servers ON DELETE CASCADE,
    song TEXT NOT NULL,
    -- Of all that the server says of it, to tell a change.
    digest BLOB NOT NULL,
    gone_at INTEGER,
    title TEXT NOT NULL,
    artist TEXT NOT NULL,
    album TEXT,
    album_artist TEXT,
    track INTEGER,
    disc INTEGER,
    year INTEGER,
    genre TEXT,
    moods TEXT,
    tempo REAL,
    isrc TEXT,
    musicbrainz TEXT,
    duration_ms INTEGER,
    suffix TEXT,
    size INTEGER,
    starred INTEGER NOT NULL,
    track_gain REAL,
    album_gain REAL,
    track_peak REAL,
    album_peak REAL,
    UNIQUE (server, song)
) STRICT;

-- Whole files in the cache's folder.
CREATE TABLE cached (
    song INTEGER PRIMARY KEY REFERENCES songs ON DELETE CASCADE,
    file TEXT NOT NULL UNIQUE,
    bytes INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) STRICT;
CREATE INDEX cached_by_use ON cached (used_at);

-- What was heard in cached files, or why nothing was.
CREATE TABLE analyses (
    song INTEGER PRIMARY KEY REFERENCES songs ON DELETE CASCADE,
    features_version INTEGER NOT NULL,
    model TEXT NOT NULL,
    features BLOB,
    valence REAL,
    arousal REAL,
    sd_valence REAL,
    sd_arousal REAL,
    tempo REAL,
    loudness REAL,
    peak REAL,
    length_ms INTEGER
) STRICT;
