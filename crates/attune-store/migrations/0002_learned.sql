-- What was learned of the listener, one document a part; each document carries its own version.
CREATE TABLE learned (
    part      TEXT PRIMARY KEY,
    document  TEXT NOT NULL                 -- JSON
) STRICT, WITHOUT ROWID;
