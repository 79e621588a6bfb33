-- What tracks are sorted by. Keys compare byte by byte as people sort names (src/forms); what is unknown comes last.
ALTER TABLE tracks ADD COLUMN title_key BLOB NOT NULL DEFAULT x'FFFFFFFF';
ALTER TABLE tracks ADD COLUMN artist_key BLOB NOT NULL DEFAULT x'FFFFFFFF';
ALTER TABLE tracks ADD COLUMN album_key BLOB NOT NULL DEFAULT x'FFFFFFFF';
-- Whose album it is.
ALTER TABLE tracks ADD COLUMN owner_key BLOB NOT NULL DEFAULT x'FFFFFFFF';
ALTER TABLE tracks ADD COLUMN genre_key BLOB NOT NULL DEFAULT x'FFFFFFFF';
-- The place on the album; a disc without a number is the first.
ALTER TABLE tracks ADD COLUMN spot INTEGER NOT NULL
    GENERATED ALWAYS AS ((ifnull(disc, 1) & 0x7FFFFFFF) << 32 | (ifnull(number, 0) & 0xFFFFFFFF)) VIRTUAL;
ALTER TABLE tracks ADD COLUMN year_key INTEGER NOT NULL
    GENERATED ALWAYS AS (ifnull(year, 0x7FFFFFFFFFFFFFFF)) VIRTUAL;
-- The length of the sound as it was heard, from the analysis.
ALTER TABLE tracks ADD COLUMN heard_ms INTEGER;
ALTER TABLE tracks ADD COLUMN length_key INTEGER NOT NULL
    GENERATED ALWAYS AS (coalesce(heard_ms, duration_ms, 0x7FFFFFFFFFFFFFFF)) VIRTUAL;
-- In how many files it lies.
ALTER TABLE tracks ADD COLUMN places INTEGER NOT NULL DEFAULT 0;

-- The name and the folder of a file, folded, for playlists that come from elsewhere.
ALTER TABLE files ADD COLUMN tail TEXT NOT NULL DEFAULT '';

-- Tracks with a file in the folder, and its files that could not be read.
ALTER TABLE folders ADD COLUMN tracks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE folders ADD COLUMN unreadable INTEGER NOT NULL DEFAULT 0;

-- How many tracks have a file.
CREATE TABLE counts (tracks INTEGER NOT NULL) STRICT;
-- How the forms of names in this database were made; none while they must be made anew.
CREATE TABLE forms (version TEXT NOT NULL) STRICT;

UPDATE tracks SET places = (SELECT count(*) FROM files WHERE track = tracks.id),
    heard_ms = (SELECT length_ms FROM analyses WHERE track = tracks.id);
UPDATE folders SET tracks = (SELECT count(DISTINCT track) FROM files WHERE folder = folders.id),
    unreadable = (SELECT count(*) FROM files WHERE folder = folders.id AND code IS NOT NULL);
INSERT INTO counts SELECT count(*) FROM tracks WHERE gone_at IS NULL;

DROP INDEX files_track;
CREATE INDEX files_track ON files (track, folder);
CREATE INDEX files_tail ON files (tail);
CREATE INDEX files_unreadable ON files (folder, path) WHERE code IS NOT NULL;
CREATE INDEX tracks_gone ON tracks (gone_at) WHERE gone_at IS NOT NULL;
CREATE INDEX tracks_nowhere ON tracks (id) WHERE places = 0 AND gone_at IS NULL;
CREATE INDEX analyses_kept ON analyses (features_version, model_revision, code);

-- The counts keep themselves.
CREATE TRIGGER track_found AFTER INSERT ON tracks WHEN NEW.gone_at IS NULL
BEGIN UPDATE counts SET tracks = tracks + 1; END;
CREATE TRIGGER track_forgotten AFTER DELETE ON tracks WHEN OLD.gone_at IS NULL
BEGIN UPDATE counts SET tracks = tracks - 1; END;
CREATE TRIGGER track_gone AFTER UPDATE OF gone_at ON tracks WHEN (OLD.gone_at IS NULL) <> (NEW.gone_at IS NULL)
BEGIN UPDATE counts SET tracks = tracks + iif(NEW.gone_at IS NULL, 1, -1); END;

CREATE TRIGGER file_found AFTER INSERT ON files
BEGIN
    UPDATE tracks SET places = places + 1 WHERE id = NEW.track;
    UPDATE folders SET unreadable = unreadable + (NEW.code IS NOT NULL), tracks = tracks + (NEW.track IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM files WHERE track = NEW.track AND folder = NEW.folder AND id <> NEW.id))
    WHERE id = NEW.folder;
END;
CREATE TRIGGER file_gone AFTER DELETE ON files
BEGIN
    UPDATE tracks SET places = places - 1 WHERE id = OLD.track;
    UPDATE folders SET unreadable = unreadable - (OLD.code IS NOT NULL), tracks = tracks - (OLD.track IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM files WHERE track = OLD.track AND folder = OLD.folder))
    WHERE id = OLD.folder;
END;
CREATE TRIGGER file_changed AFTER UPDATE OF track, code ON files
WHEN OLD.track IS NOT NEW.track OR (OLD.code IS NULL) <> (NEW.code IS NULL)
BEGIN
    UPDATE tracks SET places = places - 1 WHERE id = OLD.track;
    UPDATE tracks SET places = places + 1 WHERE id = NEW.track;
    UPDATE folders SET unreadable = unreadable - (OLD.code IS NOT NULL) + (NEW.code IS NOT NULL),
        tracks = tracks - (OLD.track IS NOT NULL AND OLD.track IS NOT NEW.track
                AND NOT EXISTS (SELECT 1 FROM files WHERE track = OLD.track AND folder = OLD.folder))
            + (NEW.track IS NOT NULL AND OLD.track IS NOT NEW.track
                AND NOT EXISTS (SELECT 1 FROM files WHERE track = NEW.track AND folder = NEW.folder AND id <> NEW.id))
    WHERE id = NEW.folder;
END;

CREATE TRIGGER analysis_kept AFTER INSERT ON analyses
BEGIN UPDATE tracks SET heard_ms = NEW.length_ms WHERE id = NEW.track AND heard_ms IS NOT NEW.length_ms; END;
CREATE TRIGGER analysis_forgotten AFTER DELETE ON analyses
BEGIN UPDATE tracks SET heard_ms = NULL WHERE id = OLD.track AND heard_ms IS NOT NULL; END;

-- Words that are folded and taken apart before (src/forms/words.rs). Rows carry the number of their track.
DROP TABLE words;
CREATE VIRTUAL TABLE words USING fts5 (title, artist, album, genre, path, tokenize = 'ascii', prefix = '1 2 3');
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
