-- What the listener heard elsewhere, brought along from the exports of services and players.
CREATE TABLE past_histories (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    source    TEXT NOT NULL,                -- the service or player
    added_at  INTEGER NOT NULL,             -- Unix milliseconds
    complete  INTEGER NOT NULL              -- 0 while it is stored, 1 once all is there, 2 while it is deleted
) STRICT;
CREATE TABLE past_tracks (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    history  INTEGER NOT NULL REFERENCES past_histories (id) ON DELETE CASCADE,
    title    TEXT NOT NULL,
    artist   TEXT NOT NULL,
    album    TEXT,
    spotify  TEXT
) STRICT;
CREATE INDEX past_tracks_by_history ON past_tracks (history);
CREATE TABLE past_plays (
    track     INTEGER NOT NULL REFERENCES past_tracks (id) ON DELETE CASCADE,
    at        INTEGER,                      -- Unix milliseconds; NULL where nobody knows
    heard_ms  INTEGER,
    ending    TEXT NOT NULL,                -- finished, skipped, unknown
    times     INTEGER NOT NULL
) STRICT;
CREATE INDEX past_plays_by_track ON past_plays (track);
