-- Where the listener stopped: one row or none.
CREATE TABLE place (
    one          INTEGER PRIMARY KEY CHECK (one = 1),
    track        TEXT NOT NULL,
    position_ms  INTEGER NOT NULL
) STRICT;
