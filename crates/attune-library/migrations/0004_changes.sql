-- Raised whenever tracks may stand at other places: of any order, and of that by length alone, which listening changes.
-- What was looked up of an order holds until then.
ALTER TABLE counts ADD COLUMN orders INTEGER NOT NULL DEFAULT 0;
ALTER TABLE counts ADD COLUMN lengths INTEGER NOT NULL DEFAULT 0;

DROP TRIGGER track_found;
DROP TRIGGER track_forgotten;
DROP TRIGGER track_gone;
CREATE TRIGGER track_found AFTER INSERT ON tracks WHEN NEW.gone_at IS NULL
BEGIN UPDATE counts SET tracks = tracks + 1, orders = orders + 1; END;
CREATE TRIGGER track_forgotten AFTER DELETE ON tracks WHEN OLD.gone_at IS NULL
BEGIN UPDATE counts SET tracks = tracks - 1, orders = orders + 1; END;
CREATE TRIGGER track_gone AFTER UPDATE OF gone_at ON tracks WHEN (OLD.gone_at IS NULL) <> (NEW.gone_at IS NULL)
BEGIN UPDATE counts SET tracks = tracks + iif(NEW.gone_at IS NULL, 1, -1), orders = orders + 1; END;
CREATE TRIGGER track_moved
AFTER UPDATE OF title_key, artist_key, album_key, owner_key, genre_key, year, number, disc, found_at, duration_ms ON tracks
WHEN OLD.title_key <> NEW.title_key OR OLD.artist_key <> NEW.artist_key OR OLD.album_key <> NEW.album_key
    OR OLD.owner_key <> NEW.owner_key OR OLD.genre_key <> NEW.genre_key OR OLD.year_key <> NEW.year_key
    OR OLD.spot <> NEW.spot OR OLD.found_at <> NEW.found_at OR OLD.duration_ms IS NOT NEW.duration_ms
BEGIN UPDATE counts SET orders = orders + 1; END;
CREATE TRIGGER track_measured AFTER UPDATE OF heard_ms ON tracks WHEN OLD.heard_ms IS NOT NEW.heard_ms
BEGIN UPDATE counts SET lengths = lengths + 1; END;
