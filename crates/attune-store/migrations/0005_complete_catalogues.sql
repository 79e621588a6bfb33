-- 0 while a catalogue is being imported: its tracks come in several transactions, and it counts once all are there.
ALTER TABLE catalogues ADD COLUMN complete INTEGER NOT NULL DEFAULT 1;
