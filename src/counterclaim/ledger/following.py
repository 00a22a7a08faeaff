"""What the ledger's disputes tell beyond themselves: what is new since a day, and one of them in detail.

Enters an open `Store`; leave `Change`s and `Detail`s. A claim counts for the day on which its article was published; an
undated article for the day on which its text was read for the first time (UTC).
"""

from collections.abc import Mapping
from datetime import date

from counterclaim.errors import InputError
from counterclaim.ledger.filters import ClaimFilter
from counterclaim.ledger.queries import claims, disputes, entities, relations
from counterclaim.ledger.store import Store
from counterclaim.model import Change, Claim, Detail, Dispute

_UNREAD = """
SELECT max(r.started) FROM reading_log l JOIN reading_run r ON r.id = l.run
WHERE l.path = ? AND l.line IS ? AND l.path <> '-' AND l.outcome IN ('read', 'new version')
"""
_FIRST_SEEN = "SELECT min(r.started) FROM reading_log l JOIN reading_run r ON r.id = l.run WHERE l.article = ?"


def changes(
    store: Store, since: str, min_confidence: float | None = None, *, reviewed_only: bool = False
) -> tuple[Change, ...]:
    """What is new in the disputes since the EDTF day `since`, that day included; over claims as `disputes` takes them.

    Raises:
        InputError: `since` is no day, or `min_confidence` does not lie in 0 to 1.
    """
    from counterclaim.relate.changes import Record
    from counterclaim.relate.changes import changes as found_changes

    day = _day(since)
    record = Record(
        claims={claim.id: claim for claim in claims(store)},
        relations={relation.id: relation for relation in relations(store)},
        entities={entity.id: entity for entity in entities(store)},
        days=article_days(store),
    )
    return found_changes(disputes(store, min_confidence, reviewed_only=reviewed_only), record, day)


def detail(store: Store, dispute: Dispute) -> Detail:
    """The dispute in detail."""
    from counterclaim.relate.detail import detail as found_detail

    named = {name for side in dispute.sides for name in side.claims}
    documents = {
        row["document"]
        for name in named
        for row in store.rows(
            "SELECT a.document FROM claim c JOIN article a ON a.id = c.article WHERE c.id = ?", (name,)
        )
    }
    held: dict[str, Claim] = {
        claim.id: claim
        for document in sorted(documents)
        for claim in claims(store, ClaimFilter(document=document))
        if claim.id in named
    }
    return found_detail(dispute, held, {entity.id: entity for entity in entities(store)})


def article_days(store: Store) -> Mapping[str, date | None]:
    """The day on which each current article came out, by id: the last that its date allows, else the day of reading."""
    return {
        row["id"]: _published(row["published"]) or _read(store, row["id"], row["path"], row["line"])
        for row in store.rows("SELECT id, published, path, line FROM article WHERE current = 1")
    }


def _published(edtf: str | None) -> date | None:
    from counterclaim.times import bounds

    return bounds(edtf)[1] if edtf else None


def _read(store: Store, article: str, path: str, line: int | None) -> date | None:
    """By its place: reading an article again with a newer program makes it no newer, though its row is another."""
    started = store.value(_UNREAD, (path, line)) or store.value(_FIRST_SEEN, (article,))
    return date.fromisoformat(str(started)[:10]) if started else None


def _day(edtf: str) -> date:
    from counterclaim.times import bounds

    first, last = bounds(edtf)
    if first is None or first != last:
        raise InputError(f"{edtf!r} is no day", "Write it as 2023-05-20")
    return first
