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

DELETE FROM meta WHERE key = 'tallied_for';
