-- What one report holds to be one can be parted by hand: a row of its own for the names that are somebody else's.

ALTER TABLE local_entity ADD COLUMN cut_from TEXT REFERENCES local_entity (id) ON DELETE CASCADE;
CREATE INDEX local_entity_cut_from ON local_entity (cut_from);
