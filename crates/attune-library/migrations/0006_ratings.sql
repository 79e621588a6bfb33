-- What players wrote into the tags of how a track was rated, in hundredths (20 a star), and how often it was played.
ALTER TABLE tracks ADD COLUMN rating INTEGER;
ALTER TABLE tracks ADD COLUMN plays INTEGER;
-- What MusicBrainz calls the recording.
ALTER TABLE tracks ADD COLUMN musicbrainz TEXT;
