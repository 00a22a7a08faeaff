-- What pages list and count, drawn from claims once for all, so that a page of a large ledger looks at the rows it shows.
-- claim_facet has no foreign key to claim: it would need a second index as large as the table. It is made anew with all
-- that follows from the articles, and asking joins it to claim.

CREATE TABLE claim_facet (
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  day TEXT NOT NULL,
  claim TEXT NOT NULL,
  PRIMARY KEY (facet, value, day, claim)
) WITHOUT ROWID;

CREATE TABLE reading_listed (
  row INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  claim TEXT NOT NULL
);

CREATE TABLE facet_tally (
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  claims INTEGER NOT NULL,
  first_day TEXT,
  last_day TEXT,
  PRIMARY KEY (facet, value)
) WITHOUT ROWID;
CREATE INDEX facet_tally_claims ON facet_tally (facet, claims);

CREATE TABLE frame_tally (
  frame TEXT NOT NULL,
  day TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (frame, day)
) WITHOUT ROWID;

CREATE TABLE name_tally (
  entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  PRIMARY KEY (entity, name)
) WITHOUT ROWID;

CREATE TABLE role_tally (
  entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  reports INTEGER NOT NULL,
  first TEXT,
  last TEXT,
  PRIMARY KEY (entity, role)
) WITHOUT ROWID;

CREATE TABLE place_tally (
  place TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  side TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (place, side)
) WITHOUT ROWID;

CREATE TABLE side_tally (
  side TEXT PRIMARY KEY REFERENCES side (id) ON DELETE CASCADE,
  claims INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  origins INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE reading_arrival (
  article TEXT PRIMARY KEY,
  at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE reading_news (
  dispute TEXT PRIMARY KEY REFERENCES dispute (id) ON DELETE CASCADE,
  opened TEXT NOT NULL,
  changed TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX reading_news_changed ON reading_news (changed);

CREATE INDEX dispute_position ON dispute (position);
CREATE INDEX dispute_frame ON dispute (frame, position);
CREATE INDEX article_published ON article (published, id) WHERE current = 1;
CREATE INDEX article_outlet ON article (outlet, published, id) WHERE current = 1;
CREATE INDEX entity_side ON entity (side) WHERE side IS NOT NULL;
CREATE INDEX entity_shown ON entity (name);
DROP INDEX reading_log_run;
CREATE INDEX reading_log_outcome ON reading_log (run, outcome);
