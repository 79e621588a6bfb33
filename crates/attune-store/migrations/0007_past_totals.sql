-- What a history comes to, kept beside it: counting the plays of many years takes too long where others wait.
ALTER TABLE past_histories ADD COLUMN tracks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE past_histories ADD COLUMN plays INTEGER NOT NULL DEFAULT 0;
ALTER TABLE past_histories ADD COLUMN first_at INTEGER;  -- Unix milliseconds; NULL where nobody knows
ALTER TABLE past_histories ADD COLUMN last_at INTEGER;
UPDATE past_histories SET
    tracks = (SELECT count(*) FROM past_tracks t WHERE t.history = past_histories.id),
    (plays, first_at, last_at) = (
        SELECT coalesce(sum(p.times), 0), min(p.at), max(p.at)
        FROM past_plays p JOIN past_tracks t ON p.track = t.id WHERE t.history = past_histories.id
    );
-- What tells recordings of one title apart.
ALTER TABLE past_tracks ADD COLUMN isrc TEXT;
ALTER TABLE past_tracks ADD COLUMN musicbrainz TEXT;
ALTER TABLE past_tracks ADD COLUMN length_ms INTEGER;
