-- What learning needs of the moment in which something was said about a track; null in older rows.
ALTER TABLE feedback ADD COLUMN artist TEXT;            -- as credited, where an artist is meant
ALTER TABLE feedback ADD COLUMN place_valence REAL;     -- where the listener says the track lies
ALTER TABLE feedback ADD COLUMN place_arousal REAL;
ALTER TABLE feedback ADD COLUMN policy TEXT;
ALTER TABLE feedback ADD COLUMN hour INTEGER;           -- the listener's local hour, 0 to 23
ALTER TABLE feedback ADD COLUMN valence REAL;           -- the target, with the spread of the mood behind it
ALTER TABLE feedback ADD COLUMN arousal REAL;
ALTER TABLE feedback ADD COLUMN sd_valence REAL;
ALTER TABLE feedback ADD COLUMN sd_arousal REAL;
ALTER TABLE feedback ADD COLUMN heard REAL;             -- share of the track, 0 to 1
ALTER TABLE feedback ADD COLUMN propensity REAL;        -- with which the ranking chose it
