-- A file whose change time (Unix nanoseconds; 0 where the system has none) or reader is another is read again.
ALTER TABLE files ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
-- The version of the program's reading of tags.
ALTER TABLE files ADD COLUMN reader INTEGER NOT NULL DEFAULT 0;
-- Whether it lay on another disk than its folder, mounted somewhere inside.
ALTER TABLE files ADD COLUMN mounted INTEGER NOT NULL DEFAULT 0;
-- The length of the sound as it was decoded.
ALTER TABLE analyses ADD COLUMN length_ms INTEGER;
