-- What waits for a person's look, in the order in which it is listed; made with the other lists. Like claim_facet it has no foreign keys to claim.

CREATE TABLE review_tally (
  score REAL NOT NULL,
  item TEXT NOT NULL,
  claim TEXT NOT NULL,
  other TEXT,
  sure REAL NOT NULL,
  disputes INTEGER NOT NULL,
  voices INTEGER NOT NULL,
  falls INTEGER NOT NULL,
  PRIMARY KEY (score DESC, item)
) WITHOUT ROWID;
CREATE INDEX review_tally_item ON review_tally (item);

CREATE TABLE spot_tally (
  disputes INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  place TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  PRIMARY KEY (disputes DESC, claims DESC, place)
) WITHOUT ROWID;
CREATE INDEX spot_tally_place ON spot_tally (place);

CREATE TABLE often_tally (
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  day TEXT NOT NULL,
  frame TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (facet, value, day, frame)
) WITHOUT ROWID;

DROP INDEX dispute_place;
CREATE INDEX dispute_place ON dispute (place, position);

DELETE FROM meta WHERE key = 'tallied_for';
