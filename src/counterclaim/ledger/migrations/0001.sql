-- What was read, one row an article and version; then what was read out of each; then what follows from all of them.
-- Ids are content hashes, so that the same articles give the same rows in whatever order and however often they are read.
-- Child rows have single-column foreign keys, because Datasette shows no others as links; a column `title` or `name` is its label.

CREATE TABLE article (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  version INTEGER NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  title TEXT,
  title_apart INTEGER NOT NULL CHECK (title_apart IN (0, 1)),
  outlet TEXT,
  byline TEXT,
  credited TEXT,
  published TEXT,
  language TEXT,
  url TEXT,
  headline_start INTEGER,
  headline_stop INTEGER,
  dateline_start INTEGER,
  dateline_stop INTEGER,
  text TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  path TEXT NOT NULL,
  line INTEGER,
  media TEXT NOT NULL,
  input_sha256 TEXT NOT NULL,
  engine TEXT NOT NULL,
  UNIQUE (document, version)
);
CREATE UNIQUE INDEX article_current ON article (document) WHERE current = 1;
CREATE INDEX article_path ON article (path);

CREATE TABLE block (
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;

CREATE TABLE offset_run (
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text_start INTEGER NOT NULL,
  input_start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;

CREATE TABLE entity (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  names TEXT NOT NULL,
  roles TEXT NOT NULL,
  side TEXT,
  lat REAL,
  lon REAL,
  precision TEXT,
  country TEXT,
  within TEXT NOT NULL,
  reasons TEXT NOT NULL
);

CREATE TABLE entity_name (
  entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  PRIMARY KEY (entity, name)
) WITHOUT ROWID;
CREATE INDEX entity_name_folded ON entity_name (folded);

CREATE TABLE entity_within (
  entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  place TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  PRIMARY KEY (entity, place)
) WITHOUT ROWID;
CREATE INDEX entity_within_place ON entity_within (place);

CREATE TABLE local_entity (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  local TEXT NOT NULL,
  entity TEXT REFERENCES entity (id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  names TEXT NOT NULL,
  roles TEXT NOT NULL,
  side TEXT,
  lat REAL,
  lon REAL,
  precision TEXT,
  country TEXT,
  within TEXT NOT NULL,
  reasons TEXT NOT NULL
);
CREATE INDEX local_entity_article ON local_entity (article);
CREATE INDEX local_entity_entity ON local_entity (entity);

CREATE TABLE mention (
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  part TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  kind TEXT NOT NULL,
  surface TEXT NOT NULL,
  local_entity TEXT NOT NULL REFERENCES local_entity (id) ON DELETE CASCADE,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE INDEX mention_local_entity ON mention (local_entity);

CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  part TEXT NOT NULL,
  claimant TEXT REFERENCES local_entity (id) ON DELETE CASCADE,
  claimant_name TEXT,
  claimant_kind TEXT,
  claimant_surface TEXT,
  stance TEXT NOT NULL,
  quotation TEXT NOT NULL,
  content TEXT NOT NULL,
  channel TEXT,
  relayed_by TEXT NOT NULL,
  said TEXT,
  first_day TEXT,
  last_day TEXT,
  answers TEXT REFERENCES local_entity (id) ON DELETE CASCADE,
  answers_name TEXT,
  answers_kind TEXT,
  answers_surface TEXT,
  confidence REAL NOT NULL,
  title TEXT GENERATED ALWAYS AS (CASE WHEN length(content) > 80 THEN substr(content, 1, 79) || '…' ELSE content END) VIRTUAL
);
CREATE UNIQUE INDEX claim_position ON claim (article, position);
CREATE INDEX claim_claimant ON claim (claimant);
CREATE INDEX claim_answers ON claim (answers);
CREATE INDEX claim_days ON claim (first_day, last_day);

CREATE TABLE proposition (
  id TEXT PRIMARY KEY,
  claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  frame TEXT NOT NULL,
  negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
  modality TEXT NOT NULL,
  time TEXT,
  title TEXT GENERATED ALWAYS AS (CASE negated WHEN 1 THEN 'not ' ELSE '' END || frame) VIRTUAL
);
CREATE UNIQUE INDEX proposition_position ON proposition (claim, position);
CREATE INDEX proposition_frame ON proposition (frame);

CREATE TABLE claim_span (
  claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('source', 'cue', 'content', 'evidence')),
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  proposition TEXT REFERENCES proposition (id) ON DELETE CASCADE,
  PRIMARY KEY (claim, kind, position)
) WITHOUT ROWID;
CREATE INDEX claim_span_proposition ON claim_span (proposition);

CREATE TABLE argument (
  proposition TEXT NOT NULL REFERENCES proposition (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  words TEXT,
  number INTEGER,
  local_entity TEXT REFERENCES local_entity (id) ON DELETE CASCADE,
  name TEXT,
  kind TEXT,
  surface TEXT,
  PRIMARY KEY (proposition, position)
) WITHOUT ROWID;
CREATE INDEX argument_local_entity ON argument (local_entity);

CREATE TABLE relation (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  left_claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  right_claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  why TEXT NOT NULL,
  confidence REAL NOT NULL,
  title TEXT GENERATED ALWAYS AS (kind || ': ' || why) VIRTUAL
);
CREATE INDEX relation_left ON relation (left_claim);
CREATE INDEX relation_right ON relation (right_claim);

CREATE TABLE origin (
  id TEXT PRIMARY KEY,
  credited TEXT,
  title TEXT GENERATED ALWAYS AS (coalesce(credited, id)) VIRTUAL
);

CREATE TABLE origin_article (
  origin TEXT NOT NULL REFERENCES origin (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  article TEXT NOT NULL UNIQUE REFERENCES article (id) ON DELETE CASCADE,
  PRIMARY KEY (origin, position)
) WITHOUT ROWID;

CREATE TABLE dispute (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  question TEXT NOT NULL,
  frame TEXT NOT NULL,
  place TEXT REFERENCES entity (id) ON DELETE SET NULL,
  first_day TEXT,
  last_day TEXT,
  title TEXT GENERATED ALWAYS AS (question) VIRTUAL
);
CREATE INDEX dispute_place ON dispute (place);

CREATE TABLE side (
  id TEXT PRIMARY KEY,
  dispute TEXT NOT NULL REFERENCES dispute (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  answer TEXT NOT NULL,
  claimants TEXT NOT NULL,
  voices INTEGER NOT NULL,
  title TEXT GENERATED ALWAYS AS (answer) VIRTUAL
);
CREATE UNIQUE INDEX side_position ON side (dispute, position);

CREATE TABLE side_claim (
  side TEXT NOT NULL REFERENCES side (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  PRIMARY KEY (side, position)
) WITHOUT ROWID;
CREATE INDEX side_claim_claim ON side_claim (claim);

CREATE TABLE dispute_relation (
  dispute TEXT NOT NULL REFERENCES dispute (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  relation TEXT NOT NULL REFERENCES relation (id) ON DELETE CASCADE,
  PRIMARY KEY (dispute, position)
) WITHOUT ROWID;
CREATE INDEX dispute_relation_relation ON dispute_relation (relation);

CREATE TABLE reading_run (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  finished TEXT,
  engine TEXT NOT NULL,
  inputs TEXT NOT NULL,
  title TEXT GENERATED ALWAYS AS (started) VIRTUAL
);

CREATE TABLE reading_log (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES reading_run (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  line INTEGER,
  outcome TEXT NOT NULL,
  article TEXT REFERENCES article (id) ON DELETE SET NULL,
  reason TEXT,
  advice TEXT
);
CREATE INDEX reading_log_run ON reading_log (run);
CREATE INDEX reading_log_article ON reading_log (article);

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE VIRTUAL TABLE claim_fts USING fts5 (content, content="claim", tokenize="porter unicode61 remove_diacritics 2");
CREATE TRIGGER claim_fts_insert AFTER INSERT ON claim BEGIN
  INSERT INTO claim_fts (rowid, content) VALUES (new.rowid, new.content);
END;
CREATE TRIGGER claim_fts_delete AFTER DELETE ON claim BEGIN
  INSERT INTO claim_fts (claim_fts, rowid, content) VALUES ('delete', old.rowid, old.content);
END;

CREATE VIRTUAL TABLE article_fts USING fts5 (title, text, content="article", tokenize="porter unicode61 remove_diacritics 2");
CREATE TRIGGER article_fts_insert AFTER INSERT ON article BEGIN
  INSERT INTO article_fts (rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;
CREATE TRIGGER article_fts_delete AFTER DELETE ON article BEGIN
  INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', old.rowid, old.title, old.text);
END;

CREATE VIEW articles_readable AS
SELECT a.document, a.version, a.current, a.outlet, a.title, a.published, a.credited, a.language, a.url,
  (SELECT o.origin FROM origin_article o WHERE o.article = a.id) AS origin,
  (SELECT count(*) FROM claim c WHERE c.article = a.id) AS claims,
  a.id
FROM article a ORDER BY a.document, a.version;

CREATE VIEW claims_readable AS
SELECT a.document, a.outlet, a.published, coalesce(e.name, c.claimant_name) AS claimant, e.side AS side, c.stance,
  c.content, (SELECT group_concat(p.title, ', ') FROM proposition p WHERE p.claim = c.id) AS frames,
  c.quotation, c.channel, c.relayed_by, c.said, c.confidence, c.id
FROM claim c JOIN article a ON a.id = c.article AND a.current = 1
LEFT JOIN local_entity l ON l.id = c.claimant LEFT JOIN entity e ON e.id = l.entity
ORDER BY a.document, c.position;

CREATE VIEW arguments_readable AS
SELECT c.id AS claim, p.title AS frame, g.role, coalesce(e.name, g.name, g.words, g.number) AS value, g.surface, p.modality,
  p.time, c.content
FROM argument g JOIN proposition p ON p.id = g.proposition JOIN claim c ON c.id = p.claim
JOIN article a ON a.id = c.article AND a.current = 1
LEFT JOIN local_entity l ON l.id = g.local_entity LEFT JOIN entity e ON e.id = l.entity
ORDER BY a.document, c.position, p.position, g.position;

CREATE VIEW mentions_readable AS
SELECT a.document, m.surface, m.kind, e.name AS entity, e.lat, e.lon, m.part, m.start, m.stop
FROM mention m JOIN article a ON a.id = m.article AND a.current = 1
JOIN local_entity l ON l.id = m.local_entity LEFT JOIN entity e ON e.id = l.entity
ORDER BY a.document, m.position;

CREATE VIEW relations_readable AS
SELECT r.kind, l.claimant AS left_claimant, l.content AS left_content, l.outlet AS left_outlet, r.why,
  t.claimant AS right_claimant, t.content AS right_content, t.outlet AS right_outlet, r.confidence, r.left_claim, r.right_claim
FROM relation r JOIN claims_readable l ON l.id = r.left_claim JOIN claims_readable t ON t.id = r.right_claim
ORDER BY r.kind, r.left_claim, r.right_claim;

CREATE VIEW disputes_readable AS
SELECT d.question, d.frame, e.name AS place, d.first_day, d.last_day, s.answer, s.voices,
  (SELECT count(*) FROM side_claim k WHERE k.side = s.id) AS claims, s.claimants, d.id
FROM dispute d JOIN side s ON s.dispute = d.id LEFT JOIN entity e ON e.id = d.place
ORDER BY d.position, s.position;
