-- What a person says of claims and relations. The rows of a claim are as decided; what the machine read stands beside
-- them, so that the two can be compared and an undo gives back what was read.

ALTER TABLE claim ADD COLUMN review TEXT NOT NULL DEFAULT 'unreviewed';
CREATE INDEX claim_review ON claim (review) WHERE review <> 'unreviewed';
ALTER TABLE relation ADD COLUMN review TEXT NOT NULL DEFAULT 'unreviewed';
ALTER TABLE relation ADD COLUMN machine_kind TEXT;
ALTER TABLE local_entity ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));
CREATE INDEX local_entity_by_hand ON local_entity (by_hand) WHERE by_hand = 1;

CREATE TABLE machine_claim (
  claim TEXT PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE,
  read TEXT NOT NULL CHECK (json_valid(read))
) WITHOUT ROWID;

CREATE TABLE decision_claim (
  decision TEXT NOT NULL REFERENCES decision (id),
  position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  PRIMARY KEY (decision, position)
) WITHOUT ROWID;
CREATE INDEX decision_claim_claim ON decision_claim (claim);

CREATE TRIGGER claim_fts_update AFTER UPDATE OF content ON claim BEGIN
  INSERT INTO claim_fts (claim_fts, rowid, content) VALUES ('delete', old.rowid, old.content);
  INSERT INTO claim_fts (rowid, content) VALUES (new.rowid, new.content);
END;

DROP VIEW decisions_readable;
ALTER TABLE decision DROP COLUMN title;
ALTER TABLE decision ADD COLUMN title TEXT GENERATED ALWAYS AS (
  kind || ' ' || coalesce(json_extract(content, '$.entity.name'), json_extract(content, '$.decision'),
    json_extract(content, '$.claim.content[0].words'), json_extract(content, '$.left.content[0].words'), '')
) VIRTUAL;
CREATE INDEX decision_bulk ON decision (json_extract(content, '$.bulk'));
CREATE VIEW decisions_readable AS
SELECT d.made_at, d.made_by, d.title, coalesce(s.state, 'not carried out yet') AS state, coalesce(s.why, '') AS why,
  d.reason, d.content, d.id
FROM decision d LEFT JOIN decision_state s ON s.decision = d.id
ORDER BY d.made_at, d.id;

DROP VIEW relations_readable;
DROP VIEW articles_readable;
DROP VIEW claims_readable;
DROP VIEW thoughts_readable;
CREATE VIEW articles_readable AS
SELECT a.document, a.version, a.current, a.outlet, a.title, a.published, a.credited, a.language, a.url,
  (SELECT o.origin FROM origin_article o WHERE o.article = a.id) AS origin,
  (SELECT count(*) FROM claim c WHERE c.article = a.id AND c.speech = 1 AND c.review <> 'rejected') AS claims,
  a.id
FROM article a ORDER BY a.document, a.version;

CREATE VIEW claims_readable AS
SELECT a.document, a.outlet, a.published, coalesce(e.name, c.claimant_name) AS claimant, e.side AS side, c.stance,
  c.content, (SELECT group_concat(p.title, ', ') FROM proposition p WHERE p.claim = c.id) AS frames,
  c.quotation, c.channel, c.relayed_by, c.said, c.confidence, c.review, c.id
FROM claim c JOIN article a ON a.id = c.article AND a.current = 1
LEFT JOIN local_entity l ON l.id = c.claimant LEFT JOIN entity e ON e.id = l.entity
WHERE c.speech = 1 AND c.review <> 'rejected'
ORDER BY a.document, c.position;

CREATE VIEW thoughts_readable AS
SELECT a.document, a.outlet, a.published, coalesce(e.name, c.claimant_name) AS thinker, e.side AS side, c.stance,
  c.content, c.confidence, c.review, c.id
FROM claim c JOIN article a ON a.id = c.article AND a.current = 1
LEFT JOIN local_entity l ON l.id = c.claimant LEFT JOIN entity e ON e.id = l.entity
WHERE c.speech = 0 AND c.review <> 'rejected'
ORDER BY a.document, c.position;

CREATE VIEW relations_readable AS
SELECT r.kind, l.claimant AS left_claimant, l.content AS left_content, l.outlet AS left_outlet, r.why,
  t.claimant AS right_claimant, t.content AS right_content, t.outlet AS right_outlet, r.confidence, r.review,
  r.left_claim, r.right_claim
FROM relation r JOIN claims_readable l ON l.id = r.left_claim JOIN claims_readable t ON t.id = r.right_claim
WHERE r.review <> 'rejected'
ORDER BY r.kind, r.left_claim, r.right_claim;

CREATE VIEW reviewed_readable AS
SELECT a.document, c.review, c.content, d.made_by, d.made_at, d.kind, coalesce(s.state, 'not carried out yet') AS state,
  d.reason, c.id
FROM decision_claim k JOIN decision d ON d.id = k.decision JOIN claim c ON c.id = k.claim
JOIN article a ON a.id = c.article LEFT JOIN decision_state s ON s.decision = d.id
ORDER BY a.document, c.position, d.made_at;
