"""One claim: its words, what is known of it, and how others stand to it, with the reasons."""

import sqlite3
from collections.abc import Iterator

from counterclaim.ledger import Ledger
from counterclaim.ledger.comparing import compared
from counterclaim.ledger.listing import claims_by_id
from counterclaim.model import Claim, Quotation, Review
from counterclaim.report.page import Note
from counterclaim.report.words import date_words, review_words
from counterclaim.serve.links import address
from counterclaim.serve.looking import Look
from counterclaim.serve.page import ClaimPage, RelationItem
from counterclaim.serve.pages.correcting import Sent, correct_form
from counterclaim.serve.pages.decided import told
from counterclaim.serve.pages.filtering import offset
from counterclaim.serve.pages.review import changes, kinds
from counterclaim.serve.parts import Desk

RELATIONS = 25
_WORDS = {
    "repeats": ("says again what was said in", "was said again in"),
    "corroborates": ("says the same as", "says the same as"),
    "contradicts": ("stands against", "stands against"),
    "revises": ("says otherwise than before in", "was said otherwise later in"),
    "denies": ("denies", "is denied by"),
}


def claim_page(look: Look, claim_id: str, after: str | None, desk: Desk, sent: Sent | None = None) -> ClaimPage:
    """The claim of that id; `sent` is a correction that goes on, or could not be used.

    Raises:
        NotFoundError: there is none.
        InputError: `after` is no place to go on from.
    """
    found = compared(look.ledger, claim_id)
    shown = found.after
    begin = offset(after)
    related = _related(look.ledger, claim_id, begin)
    others = {one.id: one for one in claims_by_id(look.ledger, [row["other"] for row in related[:RELATIONS]])}
    index = look.index((shown, *others.values()))
    by_id = {one.id: look.notes(index, (one,))[0] for one in (shown, *others.values())}
    correct, closed = correct_form(look.ledger, claim_id, sent) if desk.writes else (None, "")
    title = look.ledger.value("SELECT title FROM article WHERE id = ?", (shown.article,)) or shown.document
    return ClaimPage(
        shell=look.shell("Claim", "claims"),
        id=shown.id,
        note=by_id[shown.id],
        report=(index.links.words(shown), title),
        facts=tuple(_facts(shown)),
        relations=tuple(_item(claim_id, row, by_id[row["other"]]) for row in related if row["other"] in others),
        more=address("claims", claim_id, after=begin + RELATIONS) if len(related) > RELATIONS else "",
        desk=desk,
        changes=changes(found),
        told=told(found.decisions),
        kinds=kinds(),
        correct=correct,
        closed=closed,
    )


def _item(claim_id: str, row: sqlite3.Row, note: Note) -> RelationItem:
    turned, kind = bool(row["turned"]), row["kind"]
    left, right = (row["other"], claim_id) if turned else (claim_id, row["other"])
    words = _WORDS.get(kind, (kind, kind))[turned]
    said = review_words(Review(row["review"]))
    first = "The other claim" if turned else "This claim"
    return RelationItem(words, row["why"], note, said, left, right, first, kinds(kind))


def _related(ledger: Ledger, claim_id: str, begin: int) -> list[sqlite3.Row]:
    """The other claim, how it stands to this one, and why."""
    sql = """
        SELECT * FROM (
          SELECT kind, right_claim AS other, why, review, 0 AS turned FROM relation
          WHERE left_claim = ? AND review <> 'rejected'
          UNION ALL SELECT kind, left_claim, why, review, 1 FROM relation
          WHERE right_claim = ? AND review <> 'rejected'
        ) ORDER BY kind NOT IN ('contradicts', 'denies'), kind, other LIMIT ? OFFSET ?
    """
    return ledger.rows(sql, (claim_id, claim_id, RELATIONS + 1, begin)).fetchall()


def _facts(shown: Claim) -> Iterator[tuple[str, str]]:
    yield "Said", date_words(shown.said) if shown.said else "not dated in the sentence"
    yield "Published", date_words(shown.published)
    yield "Quotation", "outlet’s own voice" if shown.quotation is Quotation.NARRATION else shown.quotation.value
    yield "Confidence of the reading", f"{shown.confidence:.2f}"
    yield "Looked at", review_words(shown.review) or "by nobody yet"
    yield "Id", shown.id
