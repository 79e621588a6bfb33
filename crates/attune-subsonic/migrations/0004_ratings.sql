-- The listener's rating in stars and how often the song was played, as the server says; none until its list is read again.
ALTER TABLE songs ADD COLUMN rating INTEGER;
ALTER TABLE songs ADD COLUMN plays INTEGER;
-- So that it is.
UPDATE servers SET mark = NULL;
