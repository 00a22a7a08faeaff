-- What a person decides and whom a user knows already. Decisions are appended; what became of them follows from all
-- articles, as entities do.

CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  reason TEXT,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  title TEXT GENERATED ALWAYS AS (
    kind || ' ' || coalesce(json_extract(content, '$.entity.name'), json_extract(content, '$.decision'), '')
  ) VIRTUAL
);
CREATE INDEX decision_made ON decision (made_at, id);
CREATE TRIGGER decision_unchanged BEFORE UPDATE ON decision BEGIN
  SELECT RAISE(ABORT, 'a decision is never changed: append one that undoes it');
END;
CREATE TRIGGER decision_kept BEFORE DELETE ON decision BEGIN
  SELECT RAISE(ABORT, 'a decision is never removed: append one that undoes it');
END;

CREATE TABLE decision_state (
  decision TEXT PRIMARY KEY REFERENCES decision (id),
  state TEXT NOT NULL,
  why TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE actor (
  position INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  names TEXT NOT NULL,
  roles TEXT NOT NULL,
  side TEXT,
  part_of TEXT
);

ALTER TABLE entity ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));

CREATE VIEW decisions_readable AS
SELECT d.made_at, d.made_by, d.title, coalesce(s.state, 'not carried out yet') AS state, coalesce(s.why, '') AS why,
  d.reason, d.content, d.id
FROM decision d LEFT JOIN decision_state s ON s.decision = d.id
ORDER BY d.made_at, d.id;
