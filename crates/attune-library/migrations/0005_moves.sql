-- The last places that tracks left and came to, so that what was looked up of an order can follow them.
CREATE TABLE moves (
    at          INTEGER NOT NULL,   -- the value of counts.orders to which it was raised
    came        INTEGER NOT NULL,   -- whether the track came to this place, else it left it
    id          INTEGER NOT NULL,   -- of the track
    title_key   BLOB NOT NULL,      -- its columns there
    artist_key  BLOB NOT NULL,
    album_key   BLOB NOT NULL,
    owner_key   BLOB NOT NULL,
    genre_key   BLOB NOT NULL,
    spot        INTEGER NOT NULL,
    year_key    INTEGER NOT NULL,
    length_key  INTEGER NOT NULL,
    found_at    INTEGER NOT NULL,
    PRIMARY KEY (at, came)
) STRICT, WITHOUT ROWID;

DROP TRIGGER track_found;
DROP TRIGGER track_forgotten;
DROP TRIGGER track_gone;
DROP TRIGGER track_moved;
CREATE TRIGGER track_found AFTER INSERT ON tracks WHEN NEW.gone_at IS NULL
BEGIN
    UPDATE counts SET tracks = tracks + 1, orders = orders + 1;
    INSERT INTO moves SELECT orders, 1, NEW.id, NEW.title_key, NEW.artist_key, NEW.album_key, NEW.owner_key,
        NEW.genre_key, NEW.spot, NEW.year_key, NEW.length_key, NEW.found_at FROM counts;
    DELETE FROM moves WHERE at <= (SELECT orders - 1000 FROM counts);
END;
CREATE TRIGGER track_forgotten AFTER DELETE ON tracks WHEN OLD.gone_at IS NULL
BEGIN
    UPDATE counts SET tracks = tracks - 1, orders = orders + 1;
    INSERT INTO moves SELECT orders, 0, OLD.id, OLD.title_key, OLD.artist_key, OLD.album_key, OLD.owner_key,
        OLD.genre_key, OLD.spot, OLD.year_key, OLD.length_key, OLD.found_at FROM counts;
    DELETE FROM moves WHERE at <= (SELECT orders - 1000 FROM counts);
END;
-- One that is gone stands nowhere. While all names get new forms, nothing is looked up.
CREATE TRIGGER track_moved
AFTER UPDATE OF gone_at, title_key, artist_key, album_key, owner_key, genre_key, year, number, disc, found_at, duration_ms ON tracks
WHEN (OLD.gone_at IS NULL OR NEW.gone_at IS NULL) AND ((OLD.gone_at IS NULL) <> (NEW.gone_at IS NULL)
    OR OLD.title_key <> NEW.title_key OR OLD.artist_key <> NEW.artist_key OR OLD.album_key <> NEW.album_key
    OR OLD.owner_key <> NEW.owner_key OR OLD.genre_key <> NEW.genre_key OR OLD.year_key <> NEW.year_key
    OR OLD.spot <> NEW.spot OR OLD.found_at <> NEW.found_at OR OLD.length_key <> NEW.length_key)
BEGIN
    UPDATE counts SET tracks = tracks + (NEW.gone_at IS NULL) - (OLD.gone_at IS NULL), orders = orders + 1;
    INSERT INTO moves SELECT orders, 0, OLD.id, OLD.title_key, OLD.artist_key, OLD.album_key, OLD.owner_key,
        OLD.genre_key, OLD.spot, OLD.year_key, OLD.length_key, OLD.found_at FROM counts
        WHERE OLD.gone_at IS NULL AND EXISTS (SELECT 1 FROM forms);
    INSERT INTO moves SELECT orders, 1, NEW.id, NEW.title_key, NEW.artist_key, NEW.album_key, NEW.owner_key,
        NEW.genre_key, NEW.spot, NEW.year_key, NEW.length_key, NEW.found_at FROM counts
        WHERE NEW.gone_at IS NULL AND EXISTS (SELECT 1 FROM forms);
    DELETE FROM moves WHERE at <= (SELECT orders - 1000 FROM counts);
END;
