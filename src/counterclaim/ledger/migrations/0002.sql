-- What somebody is only said to think, want or praise is kept beside the claims, marked, and shown in a view of its own.

ALTER TABLE claim ADD COLUMN speech INTEGER NOT NULL DEFAULT 1 CHECK (speech IN (0, 1));

DROP VIEW articles_readable;
CREATE VIEW articles_readable AS
SELECT a.document, a.version, a.current, a.outlet, a.title, a.published, a.credited, a.language, a.url,
  (SELECT o.origin FROM origin_article o WHERE o.article = a.id) AS origin,
  (SELECT count(*) FROM claim c WHERE c.article = a.id AND c.speech = 1) AS claims,
  a.id
FROM article a ORDER BY a.document, a.version;

DROP VIEW claims_readable;
CREATE VIEW claims_readable AS
SELECT a.document, a.outlet, a.published, coalesce(e.name, c.claimant_name) AS claimant, e.side AS side, c.stance,
  c.content, (SELECT group_concat(p.title, ', ') FROM proposition p WHERE p.claim = c.id) AS frames,
  c.quotation, c.channel, c.relayed_by, c.said, c.confidence, c.id
FROM claim c JOIN article a ON a.id = c.article AND a.current = 1
LEFT JOIN local_entity l ON l.id = c.claimant LEFT JOIN entity e ON e.id = l.entity
WHERE c.speech = 1
ORDER BY a.document, c.position;

CREATE VIEW thoughts_readable AS
SELECT a.document, a.outlet, a.published, coalesce(e.name, c.claimant_name) AS thinker, e.side AS side, c.stance,
  c.content, c.confidence, c.id
FROM claim c JOIN article a ON a.id = c.article AND a.current = 1
LEFT JOIN local_entity l ON l.id = c.claimant LEFT JOIN entity e ON e.id = l.entity
WHERE c.speech = 0
ORDER BY a.document, c.position;
