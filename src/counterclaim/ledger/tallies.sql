-- What pages list and count, from claims of current articles that nobody has rejected. A claim stands on the first day on which it can have been
-- made; on none ('') where that is unknown. Rows come in the order of their keys, so that tables are built in one sweep.
-- CROSS JOIN holds SQLite to the order of the tables: without statistics it begins at the wrong end.

DELETE FROM claim_facet;
DELETE FROM reading_listed;
DELETE FROM facet_tally;
DELETE FROM frame_tally;
DELETE FROM name_tally;
DELETE FROM role_tally;
DELETE FROM place_tally;
DELETE FROM side_tally;
DELETE FROM review_tally;
DELETE FROM spot_tally;
DELETE FROM often_tally;
DELETE FROM reading_news;

INSERT INTO claim_facet (facet, value, day, claim)
SELECT 'any', '', coalesce(c.first_day, c.last_day, ''), c.id
FROM claim c JOIN article a ON a.id = c.article AND a.current = 1 WHERE c.speech = 1 AND c.review <> 'rejected'
ORDER BY 3, 4;

-- By the number under which the search index knows a claim: thousands of hits are brought into the order of days at once.
INSERT INTO reading_listed (row, day, claim)
SELECT c.rowid, f.day, f.claim FROM claim_facet f CROSS JOIN claim c ON c.id = f.claim
WHERE f.facet = 'any' ORDER BY 1;

INSERT INTO claim_facet (facet, value, day, claim)
SELECT 'claimant', l.entity, f.day, f.claim FROM claim_facet f CROSS JOIN claim c ON c.id = f.claim
CROSS JOIN local_entity l ON l.id = c.claimant WHERE f.facet = 'any' AND l.entity IS NOT NULL ORDER BY 2, 3, 4;

INSERT INTO claim_facet (facet, value, day, claim)
SELECT DISTINCT 'named', e.id, f.day, f.claim FROM claim_facet f CROSS JOIN proposition p ON p.claim = f.claim
CROSS JOIN argument g ON g.proposition = p.id CROSS JOIN local_entity l ON l.id = g.local_entity
CROSS JOIN entity e ON e.id = l.entity AND e.kind <> 'place' WHERE f.facet = 'any' ORDER BY 2, 3, 4;

INSERT INTO claim_facet (facet, value, day, claim)
SELECT DISTINCT 'frame', p.frame, f.day, f.claim FROM claim_facet f CROSS JOIN proposition p ON p.claim = f.claim
WHERE f.facet = 'any' ORDER BY 2, 3, 4;

INSERT INTO claim_facet (facet, value, day, claim)
SELECT 'outlet', a.outlet, f.day, f.claim FROM claim_facet f CROSS JOIN claim c ON c.id = f.claim
CROSS JOIN article a ON a.id = c.article WHERE f.facet = 'any' AND a.outlet IS NOT NULL ORDER BY 2, 3, 4;

INSERT INTO claim_facet (facet, value, day, claim)
SELECT DISTINCT 'side', k.side, coalesce(c.first_day, c.last_day, ''), c.id
FROM side_claim k JOIN claim c ON c.id = k.claim ORDER BY 2, 3, 4;

INSERT INTO claim_facet (facet, value, day, claim)
SELECT DISTINCT 'revises', l.entity, coalesce(c.first_day, c.last_day, ''), c.id
FROM relation r JOIN claim c ON c.id = r.left_claim JOIN local_entity l ON l.id = c.claimant
WHERE r.kind = 'revises' AND r.review <> 'rejected' AND l.entity IS NOT NULL ORDER BY 2, 3, 4;

-- A place takes in all that lies in it, and a claim speaks of it where a proposition or the claim's words name it.
-- `ClaimFilter.place` means the same.
WITH said (place, day, claim) AS (
  SELECT e.id, f.day, f.claim FROM claim_facet f CROSS JOIN proposition p ON p.claim = f.claim
  CROSS JOIN argument g ON g.proposition = p.id CROSS JOIN local_entity l ON l.id = g.local_entity
  CROSS JOIN entity e ON e.id = l.entity AND e.kind = 'place' WHERE f.facet = 'any'
  UNION
  SELECT e.id, f.day, f.claim FROM claim_facet f CROSS JOIN claim c ON c.id = f.claim
  CROSS JOIN claim_span s ON s.claim = c.id AND s.kind = 'content'
  CROSS JOIN mention m ON m.article = c.article AND m.part = c.part AND s.start <= m.start AND m.stop <= s.stop
  CROSS JOIN local_entity l ON l.id = m.local_entity CROSS JOIN entity e ON e.id = l.entity AND e.kind = 'place'
  WHERE f.facet = 'any'
)
INSERT INTO claim_facet (facet, value, day, claim)
SELECT 'place', place, day, claim FROM said
UNION SELECT 'place', w.place, day, claim FROM said JOIN entity_within w ON w.entity = said.place
ORDER BY 2, 3, 4;

-- Who holds a place or fights for it: what `counterclaim.relate.control_timeline` draws.
WITH said (place, day, claim) AS (
  SELECT l.entity, f.day, f.claim FROM claim_facet f CROSS JOIN claim c ON c.id = f.claim AND c.claimant IS NOT NULL
  CROSS JOIN proposition p ON p.claim = c.id AND p.frame IN ('control', 'fighting')
  CROSS JOIN argument g ON g.proposition = p.id AND g.role = 'place'
  CROSS JOIN local_entity l ON l.id = g.local_entity WHERE f.facet = 'any' AND l.entity IS NOT NULL
)
INSERT INTO claim_facet (facet, value, day, claim)
SELECT 'held', place, day, claim FROM said
UNION SELECT 'held', w.place, day, claim FROM said JOIN entity_within w ON w.entity = said.place
ORDER BY 2, 3, 4;

INSERT INTO facet_tally (facet, value, claims, first_day, last_day)
SELECT facet, value, count(*), min(nullif(day, '')), max(nullif(day, '')) FROM claim_facet GROUP BY facet, value;

INSERT INTO frame_tally (frame, day, claims)
SELECT value, day, count(*) FROM claim_facet WHERE facet = 'frame' GROUP BY value, day;

-- The same under claimants and places of whom so much is said that counting takes long; days of others are counted when they are asked for.
INSERT INTO often_tally (facet, value, day, frame, claims)
SELECT f.facet, f.value, f.day, p.frame, count(DISTINCT f.claim) FROM facet_tally t
CROSS JOIN claim_facet f ON f.facet = t.facet AND f.value = t.value CROSS JOIN proposition p ON p.claim = f.claim
WHERE t.facet IN ('claimant', 'place') AND t.claims > 2000 GROUP BY 1, 2, 3, 4;

INSERT INTO name_tally (entity, name, mentions, reports)
SELECT l.entity, m.surface, count(*), count(DISTINCT m.article) FROM mention m
JOIN local_entity l ON l.id = m.local_entity JOIN article a ON a.id = m.article AND a.current = 1
WHERE l.entity IS NOT NULL GROUP BY l.entity, m.surface;

INSERT INTO role_tally (entity, role, reports, first, last)
SELECT l.entity, j.value, count(DISTINCT l.article), min(a.published), max(a.published) FROM local_entity l
JOIN article a ON a.id = l.article AND a.current = 1, json_each(l.roles) j
WHERE l.entity IS NOT NULL GROUP BY l.entity, j.value;

-- A state that others are on the side of is on its own side.
INSERT INTO place_tally (place, side, claims)
SELECT f.value, coalesce(e.side, (SELECT o.side FROM entity o WHERE o.side = e.name), ''), count(*)
FROM claim_facet f CROSS JOIN claim c ON c.id = f.claim AND c.claimant IS NOT NULL
LEFT JOIN local_entity l ON l.id = c.claimant LEFT JOIN entity e ON e.id = l.entity
WHERE f.facet = 'place' GROUP BY 1, 2;

-- Disputed places, and those of which somebody says who holds them or that they are fought over. Somebody speaks of the place itself: one that only
-- contains such places has their claims too, and is none.
INSERT INTO spot_tally (place, disputes, claims)
SELECT e.id, coalesce(d.disputes, 0), coalesce(t.claims, 0) FROM entity e
LEFT JOIN (SELECT place, count(*) AS disputes FROM dispute GROUP BY place) d ON d.place = e.id
LEFT JOIN facet_tally t ON t.facet = 'place' AND t.value = e.id
WHERE e.kind = 'place' AND (d.place IS NOT NULL OR (
  EXISTS (SELECT 1 FROM facet_tally h WHERE h.facet = 'held' AND h.value = e.id)
  AND EXISTS (SELECT 1 FROM local_entity l JOIN argument g ON g.local_entity = l.id AND g.role = 'place'
    JOIN proposition p ON p.id = g.proposition AND p.frame IN ('control', 'fighting') WHERE l.entity = e.id)
));

INSERT INTO side_tally (side, claims, reports, origins)
SELECT k.side, count(*), count(DISTINCT c.article), count(DISTINCT coalesce(o.origin, c.article)) FROM side_claim k
JOIN claim c ON c.id = k.claim LEFT JOIN origin_article o ON o.article = c.article GROUP BY k.side;

INSERT OR IGNORE INTO reading_arrival (article, at)
SELECT id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM article WHERE current = 1;

-- A dispute is there from when its second side was first heard.
WITH heard AS (
  SELECT s.dispute, min(r.at) AS first, max(r.at) AS last FROM side s JOIN side_claim k ON k.side = s.id
  JOIN claim c ON c.id = k.claim JOIN reading_arrival r ON r.article = c.article GROUP BY s.id
), ranked AS (SELECT dispute, first, last, row_number() OVER (PARTITION BY dispute ORDER BY first) AS n FROM heard)
INSERT INTO reading_news (dispute, opened, changed)
SELECT dispute, max(CASE WHEN n <= 2 THEN first END), max(last) FROM ranked GROUP BY dispute;

-- What hangs on a claim that nobody has decided on: disputes in which it stands, voices that rest on it alone (no other claim of its side has that
-- claimant through that origin), disputes that would fall without it. `docs/review.md` has the formula.
WITH heard AS (
  SELECT k.claim, s.dispute, count(*) OVER (PARTITION BY k.side) AS heard, n.sides,
    count(*) OVER (PARTITION BY k.side, coalesce(l.entity, c.claimant, fold(c.claimant_name)) || ' ' ||
      coalesce(o.origin, c.article)) AS alike
  FROM side_claim k JOIN side s ON s.id = k.side JOIN claim c ON c.id = k.claim
  JOIN (SELECT dispute, count(*) AS sides FROM side GROUP BY dispute) n ON n.dispute = s.dispute
  LEFT JOIN local_entity l ON l.id = c.claimant LEFT JOIN origin_article o ON o.article = c.article
), hanging AS (
  SELECT claim, count(DISTINCT dispute) AS disputes, sum(alike = 1) AS voices,
    count(DISTINCT CASE WHEN heard = 1 AND sides <= 2 THEN dispute END) AS falls
  FROM heard GROUP BY claim
), waiting AS (
  SELECT c.id, c.confidence AS sure, coalesce(h.disputes, 0) AS disputes, coalesce(h.voices, 0) AS voices,
    coalesce(h.falls, 0) AS falls
  FROM claim c JOIN article a ON a.id = c.article AND a.current = 1 LEFT JOIN hanging h ON h.claim = c.id
  WHERE c.review = 'unreviewed'
)
INSERT INTO review_tally (score, item, claim, other, sure, disputes, voices, falls)
SELECT round((1 - sure) * (1 + disputes + voices + falls), 3), id, id, NULL, sure, disputes, voices, falls FROM waiting
ORDER BY 1 DESC, 2;

-- Of a relation what is doubtful in its claims is theirs; it waits as long as one of them does.
WITH hanging AS (
  SELECT relation, count(DISTINCT dispute) AS disputes, count(DISTINCT CASE WHEN held = 1 THEN dispute END) AS falls
  FROM (SELECT relation, dispute, count(*) OVER (PARTITION BY dispute) AS held FROM dispute_relation) GROUP BY relation
), waiting AS (
  SELECT r.id, r.left_claim, r.right_claim, min(1, r.confidence / max(min(x.confidence, y.confidence), 1e-9)) AS sure,
    coalesce(h.disputes, 0) AS disputes, coalesce(h.falls, 0) AS falls
  FROM relation r JOIN claim x ON x.id = r.left_claim JOIN claim y ON y.id = r.right_claim
  LEFT JOIN hanging h ON h.relation = r.id
  WHERE r.review = 'unreviewed' AND 'unreviewed' IN (x.review, y.review)
)
INSERT INTO review_tally (score, item, claim, other, sure, disputes, voices, falls)
SELECT round((1 - sure) * (1 + disputes + falls), 3), id, left_claim, right_claim, sure, disputes, 0, falls FROM waiting
ORDER BY 1 DESC, 2;
