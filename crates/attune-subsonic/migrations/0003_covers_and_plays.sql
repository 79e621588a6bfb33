-- The server's id of a song's cover; none where it names none, and until its list is read again.
ALTER TABLE songs ADD COLUMN cover TEXT;

-- Plays that a server could not be told of yet, in the order in which they were heard.
CREATE TABLE untold (
    number INTEGER PRIMARY KEY,
    server TEXT NOT NULL REFERENCES servers ON DELETE CASCADE,
    song TEXT NOT NULL,
    heard_at INTEGER NOT NULL
) STRICT;
CREATE INDEX untold_by_server ON untold (server);
