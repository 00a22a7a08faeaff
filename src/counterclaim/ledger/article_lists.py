"""Reports a page at a time, newest first; entities by the number of their claims; the log of what was read.

Enter an open `Store` with its tallies made; leave rows as records. Cursors say where the next page begins.
"""

import sqlite3
from dataclasses import dataclass
from typing import Any

from counterclaim.errors import InputError
from counterclaim.ledger.filters import day_of, matching
from counterclaim.ledger.listing import outlets_named
from counterclaim.ledger.names import fold
from counterclaim.ledger.records import marks
from counterclaim.ledger.store import Store

# Of a very long text only so much is looked at for an excerpt.
EXCERPT_FROM = 20_000
FREQUENT = 3_000


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Current reports that meet every condition given: words in title or text, outlet by name, days (EDTF)."""

    words: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """A report in a list; `start` are the first characters of its text."""

    id: str
    document: str
    title: str | None
    outlet: str | None
    published: str | None
    credited: str | None
    language: str | None
    url: str | None
    origin: str | None
    claims: int
    start: str


_HEAD = f"""
SELECT a.id, a.document, a.title, a.outlet, a.published, a.credited, a.language, a.url,
  substr(a.text, 1, {EXCERPT_FROM}) AS start,
  (SELECT o.origin FROM origin_article o WHERE o.article = a.id) AS origin,
  (SELECT count(*) FROM claim c WHERE c.article = a.id AND c.speech = 1 AND c.review <> 'rejected') AS claims
FROM article a WHERE a.id IN
"""  # noqa: S608
_COUNTED = "SELECT count(*) FROM (SELECT 1 FROM article_fts WHERE article_fts MATCH ? LIMIT ?)"


def articles_listed(
    store: Store, wanted: ArticleFilter, *, after: str | None = None, limit: int = 25
) -> tuple[tuple[ArticleHead, ...], str | None]:
    """One page and the cursor of the next; None at the end. Reports without a date come last.

    Raises:
        InputError: a date or the cursor is none.
    """
    conditions, values = _conditions(store, wanted)
    if after:
        published, parted, last = after.rpartition("~")
        if not parted:
            raise InputError(f"{after!r} is no place to go on from", "Follow the link that the page gives")
        conditions.append("(a.published < ? OR a.published = ? AND a.id < ? OR a.published IS NULL)" if published else
                          "a.published IS NULL AND a.id < ?")  # fmt: skip
        values += [published, published, last] if published else [last]
    where = " AND ".join(conditions)
    order = "ORDER BY a.published DESC, a.id DESC LIMIT ?"
    sql = f"SELECT a.id, a.published FROM article a WHERE {where} {order}"  # noqa: S608
    rows = store.rows(sql, (*values, limit + 1)).fetchall()
    shown = [row["id"] for row in rows[:limit]]
    heads = {row["id"]: ArticleHead(**dict(row)) for row in store.rows(f"{_HEAD} ({marks(shown)})", shown)}
    more = f"{rows[limit - 1]['published'] or ''}~{rows[limit - 1]['id']}" if len(rows) > limit else None
    return tuple(heads[one] for one in shown), more


def _conditions(store: Store, wanted: ArticleFilter) -> tuple[list[str], list[Any]]:
    conditions, values = ["a.current = 1"], list[Any]()
    if wanted.words is not None:
        words = matching(wanted.words)
        rare = store.value(_COUNTED, (words, FREQUENT + 1)) <= FREQUENT
        found = "SELECT rowid FROM article_fts WHERE article_fts MATCH ?"
        one = "EXISTS (SELECT 1 FROM article_fts WHERE article_fts MATCH ? AND article_fts.rowid = a.rowid)"
        conditions.append(f"a.rowid IN ({found})" if rare else one)
        values.append(words)
    if wanted.outlet is not None:
        outlets = outlets_named(store, wanted.outlet) or (wanted.outlet,)
        conditions.append(f"a.outlet IN ({marks(list(outlets))})")
        values += outlets
    if wanted.since is not None:
        conditions.append("a.published >= ?")
        values.append(day_of(wanted.since, 0))
    if wanted.until is not None:
        # A time of that day sorts behind the day itself.
        conditions.append("a.published < ?")
        values.append(day_of(wanted.until, 1) + "~")
    return conditions, values


@dataclass(frozen=True, slots=True)
class EntityHead:
    """An entity in a list, with the claims that stand under one facet of it (see `claim_facet`)."""

    id: str
    name: str
    kind: str
    side: str | None
    claims: int
    first: str | None
    last: str | None


def entities_listed(
    store: Store, facet: str, *, name: str | None = None, begin: int = 0, limit: int = 50
) -> tuple[EntityHead, ...]:
    """Entities with claims under the facet, those with most first; `name` is a run of words of one of their names."""
    sql = """
        SELECT e.id, e.name, e.kind, e.side, t.claims, t.first_day AS first, t.last_day AS last
        FROM facet_tally t JOIN entity e ON e.id = t.value WHERE t.facet = ?
    """
    values: list[Any] = [facet]
    if name is not None:
        sql += " AND e.id IN (SELECT entity FROM entity_name WHERE instr(' ' || folded, ?))"
        values.append(f" {fold(name)}")
    rows = store.rows(f"{sql} ORDER BY t.claims DESC, t.value LIMIT ? OFFSET ?", (*values, limit, begin))
    return tuple(EntityHead(**dict(row)) for row in rows)


def log_rows(store: Store, run: int, outcome: str | None, *, after: int = 0, limit: int = 100) -> list[sqlite3.Row]:
    """Rows of one run's log, in the order in which they were met."""
    chosen = " AND outcome = ?" if outcome else ""
    values = [run, *([outcome] if outcome else []), after, limit]
    return store.rows(
        f"SELECT * FROM reading_log WHERE run = ?{chosen} AND id > ? ORDER BY id LIMIT ?",  # noqa: S608
        values,
    ).fetchall()
