"""Proves that the ledger holds what it says: every span's words, every id, every hash.

Enters a `Store`; leave the places where it is not so, old versions of articles included. Nothing is mended.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.errors import CounterclaimError
from counterclaim.ledger.decision_json import signed
from counterclaim.ledger.decisions import decision_record
from counterclaim.ledger.freshness import fingerprint
from counterclaim.ledger.machine import machine_reading
from counterclaim.ledger.queries import article as article_of
from counterclaim.ledger.queries import claims_of
from counterclaim.ledger.records import article_record
from counterclaim.ledger.rows import text_hash
from counterclaim.ledger.store import DERIVED_FOR, Store
from counterclaim.model import Article, Claim, Part, Span, Spans


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One thing that is not as the ledger says: what it is, its id, the document it stands in, and what is wrong."""

    kind: str
    id: str
    document: str | None
    why: str


def check(store: Store) -> tuple[Mismatch, ...]:
    """Everything that is not as the ledger says; empty when all is well."""
    return tuple(_found(store))


def _found(store: Store) -> Iterator[Mismatch]:
    yield from _file(store)
    for row in store.rows("SELECT * FROM article ORDER BY document, version"):
        try:
            article = article_record(store, row)
        except ValueError as error:
            yield Mismatch("article", row["id"], row["document"], str(error))
            continue
        yield from _article(row, article)
        yield from _mentions(store, article, row["id"])
        try:
            for claim in claims_of(store, row["id"]):
                yield from _claim(article, claim)
        except ValueError as error:
            yield Mismatch("article", row["id"], row["document"], f"a claim cannot be read back: {error}")
    yield from _machine(store)
    yield from _decisions(store)
    yield from _search(store)
    if (noted := store.meta(DERIVED_FOR)) and noted.split()[0] != fingerprint(store).split()[0]:
        yield Mismatch(
            "derived",
            DERIVED_FOR,
            None,
            "relations and disputes were made for other articles, actors or decisions than are there; read again",
        )


def _decisions(store: Store) -> Iterator[Mismatch]:
    """Is each decision what its id was made of?"""
    for row in store.rows("SELECT * FROM decision ORDER BY made_at, id"):
        try:
            one = decision_record(row)
            made = signed(one.action, reason=one.reason, by=one.by, at=one.at).id
        except CounterclaimError as error:
            yield Mismatch("decision", row["id"], None, f"it cannot be read back: {error.message}")
            continue
        if made != row["id"]:
            yield Mismatch("decision", row["id"], None, "it is not what its id was made of")


def _machine(store: Store) -> Iterator[Mismatch]:
    """Does what the machine read of corrected claims still stand in their reports too?"""
    sql = "SELECT m.claim, c.article FROM machine_claim m JOIN claim c ON c.id = m.claim ORDER BY m.claim"
    for row in store.rows(sql).fetchall():
        try:
            before = machine_reading(store, row["claim"])
            if before is not None:
                yield from _claim(article_of(store, row["article"]), before)
        except (ValueError, KeyError, IndexError) as error:
            yield Mismatch("claim", row["claim"], None, f"what the machine read of it cannot be read back: {error}")


def _file(store: Store) -> Iterator[Mismatch]:
    for row in store.rows("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Mismatch("file", str(store.path), None, str(row[0]))
    for row in store.rows("PRAGMA foreign_key_check"):
        yield Mismatch(
            row["table"], str(row["rowid"]), None, f"it points at a row of {row['parent']} that is not there"
        )


def _article(row: sqlite3.Row, article: Article) -> Iterator[Mismatch]:
    def wrong(why: str) -> Mismatch:
        return Mismatch("article", row["id"], row["document"], why)

    if text_hash(article.text) != row["text_sha256"]:
        yield wrong("the text's SHA-256 is not the one noted when it was read")
    if article.id != row["id"]:
        yield wrong("text, title, outlet, date or address are not those that its id was made of")
    if article.title is None and row["title"] != article.shown_title:
        yield wrong("the title is not what stands at its place in the text")
    if any(block.span.end > len(article.text) for block in article.blocks):
        yield wrong("a block lies beyond the text")
    if any(run.text + run.length > len(article.text) for run in article.runs):
        yield wrong("the way back to the input leads beyond the text")


def _mentions(store: Store, article: Article, article_id: str) -> Iterator[Mismatch]:
    for row in store.rows("SELECT * FROM mention WHERE article = ? ORDER BY position", (article_id,)):
        words = article.part(Part(row["part"]))[row["start"] : row["stop"]]
        if words != row["surface"]:
            yield Mismatch(
                "mention",
                f"{article_id}/{row['position']}",
                article.document,
                f"{row['surface']!r} is {words!r} in the text",
            )


def _claim(article: Article, claim: Claim) -> Iterator[Mismatch]:
    def wrong(why: str) -> Mismatch:
        return Mismatch("claim", claim.id, claim.document, why)

    text = article.part(claim.part)
    spans = (*claim.source_spans, *claim.cue_spans, *claim.content_spans)
    if any(span.end > len(text) for span in spans):
        yield wrong("a span lies beyond the text")
    if not claim.content_spans:
        yield wrong("it points at no words")
    elif not same_words(claim.content, text, claim.content_spans):
        yield wrong("its content is not what stands at its spans")
    for proposition in claim.propositions:
        if any(not _inside(span, claim.content_spans) for span in proposition.evidence):
            yield wrong(f"the evidence of its {proposition.frame} lies outside its content")


def same_words(content: str, text: str, spans: Spans) -> bool:
    """Is the content what the spans cover? How the parts are joined (blank, ellipsis) and white space do not count."""
    at, flat = 0, " ".join(content.split())
    for span in spans:
        words = " ".join(span.of(text).split())
        found = flat.find(words, at)
        if found < 0 or any(letter.isalnum() for letter in flat[at:found]):
            return False
        at = found + len(words)
    return not any(letter.isalnum() for letter in flat[at:])


def _inside(inner: Span, outer: Spans) -> bool:
    return any(span.covers(inner) for span in outer)


def _search(store: Store) -> Iterator[Mismatch]:
    """SQLite's own comparison of the full-text index with the table that it indexes."""
    for table in ("claim_fts", "article_fts"):
        try:
            store.connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        except sqlite3.DatabaseError as error:
            yield Mismatch("search", table, None, f"the index is not that of the texts: {error}")
