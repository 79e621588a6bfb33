-- What the listener chose for all servers together.
CREATE TABLE choices (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT;
