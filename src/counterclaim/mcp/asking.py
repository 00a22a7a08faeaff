"""The questions behind the tools: a ledger and words → answers.

Enter an open `Ledger`; leave the records of `answers`. Refused, with what comes near: ids and names that nothing has.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from counterclaim.errors import NotFoundError
from counterclaim.export import narrow
from counterclaim.export.wanted import Wanted, What
from counterclaim.ledger import ClaimFilter, Ledger
from counterclaim.ledger.names import fold
from counterclaim.ledger.naming import meant
from counterclaim.mcp.answers import (
    ClaimsFound,
    ClaimShown,
    ClaimTold,
    DisputeListed,
    DisputesFound,
    DisputeShown,
    EntitiesFound,
    EntityFound,
    Related,
    SideListed,
    SideShown,
    Words,
)
from counterclaim.model import Claim, Dispute, Entity, Part, Side, Spans
from counterclaim.report.words import proposition_words

AROUND = 300
MENTIONS = 3


def search_claims(held: Ledger, wanted: ClaimFilter, *, limit: int, offset: int) -> ClaimsFound:
    """A page of the claims that meet the filter.

    Raises:
        InputError: a date or the confidence is none.
        NotFoundError: nothing bears the name of the claimant or the place.
    """
    texts = Texts(held)
    page = tuple(islice(held.claims(wanted), offset, offset + limit + 1))
    if not page and not offset:
        _refuse_strangers(held, wanted)
    told = tuple(texts.told(claim) for claim in page[:limit])
    return ClaimsFound(claims=told, next_offset=offset + limit if len(page) > limit else None)


def show_claim(held: Ledger, claim_id: str) -> ClaimShown:
    """One claim with its surroundings.

    Raises:
        NotFoundError: there is none of that id.
    """
    claim, texts = held.claim(claim_id), Texts(held)
    text = texts.of(claim)
    start, end = claim.content_spans[0].start, claim.content_spans[-1].end
    in_disputes = "SELECT DISTINCT s.dispute FROM side s JOIN side_claim h ON h.side = s.id WHERE h.claim = ?"
    return ClaimShown(
        claim=texts.told(claim),
        source=texts.words(claim, claim.source_spans),
        before=text[max(start - AROUND, 0) : start],
        after=text[end : end + AROUND],
        related=tuple(_related(held, claim, texts)),
        disputes=tuple(row["dispute"] for row in held.rows(f"{in_disputes} ORDER BY 1", (claim_id,))),
    )


def list_disputes(held: Ledger, place: str | None, *, limit: int, offset: int) -> DisputesFound:
    """A page of the disputes; about a place and all that lies in it, where one is named.

    Raises:
        NotFoundError: no place bears the name.
    """
    wanted = Wanted(What.DISPUTES, place=place)
    narrow.refuse_unknown(held, wanted)
    texts = Texts(held)
    page = tuple(islice(narrow.disputes(held, wanted), offset, offset + limit + 1))
    told = tuple(_listed(held, dispute, texts) for dispute in page[:limit])
    return DisputesFound(disputes=told, next_offset=offset + limit if len(page) > limit else None)


def show_dispute(held: Ledger, dispute_id: str, *, limit: int) -> DisputeShown:
    """One dispute, with at most so many claims a side.

    Raises:
        NotFoundError: there is none of that id.
    """
    wanted = Wanted(What.DISPUTES, dispute=dispute_id)
    narrow.refuse_unknown(held, wanted)
    dispute, texts = next(narrow.disputes(held, wanted)), Texts(held)
    sides = (_shown(held, side, texts, limit) for side in dispute.sides)
    return DisputeShown(**_about(held, dispute), sides=tuple(sides))


def find_entity(held: Ledger, name: str, kind: str | None, *, limit: int) -> EntitiesFound:
    """Entities one of whose names holds the words, in any spelling of case and accents; those that speak most first.

    Raises:
        NotFoundError: none does; the advice says what comes near.
    """
    sql = """
        SELECT e.id, (SELECT count(*) FROM claim c JOIN local_entity l ON l.id = c.claimant
          JOIN article a ON a.id = c.article AND a.current = 1 WHERE l.entity = e.id AND c.speech = 1
          AND c.review <> 'rejected') AS claims
        FROM entity e WHERE (? IS NULL OR e.kind = ?) AND (e.id = ? OR e.id IN (
          SELECT entity FROM entity_name WHERE instr(' ' || folded || ' ', ?))) ORDER BY claims DESC, e.name, e.id
    """
    rows = held.rows(f"{sql} LIMIT ?", (kind, kind, name, f" {fold(name)} ", limit + 1)).fetchall()
    if not rows:
        found = meant(held, name)  # refuses, with what comes near
        raise NotFoundError(f"{found.name} is no {kind}", f"It is of the kind {found.kind}")
    told = tuple(_entity(held, held.entity(row["id"]), row["claims"]) for row in rows[:limit])
    return EntitiesFound(entities=told, more=len(rows) > limit)


class Texts:
    """The texts of reports; the last one is kept, since claims come report by report."""

    def __init__(self, held: Ledger) -> None:
        self.held = held
        self.article, self.texts = "", {Part.TEXT: "", Part.TITLE: ""}

    def of(self, claim: Claim) -> str:
        """The text that the claim's spans count in."""
        if claim.article != self.article:
            row = self.held.rows("SELECT text, title FROM article WHERE id = ?", (claim.article,)).fetchone()
            self.article, self.texts = claim.article, {Part.TEXT: row["text"], Part.TITLE: row["title"] or ""}
        return self.texts[claim.part]

    def words(self, claim: Claim, spans: Spans) -> tuple[Words, ...]:
        """What stands at the spans."""
        text = self.of(claim)
        where: dict[str, Any] = {"document": claim.document, "article": claim.article, "part": claim.part.value}
        return tuple(Words(**where, start=span.start, end=span.end, words=span.of(text)) for span in spans)

    def told(self, claim: Claim) -> ClaimTold:
        """The claim with its words."""
        return ClaimTold(
            id=claim.id,
            claimant=claim.claimant.name if claim.claimant else None,
            claimant_id=claim.claimant.entity if claim.claimant else None,
            stance=claim.stance.value,
            says=tuple(proposition_words(one) for one in claim.propositions),
            evidence=self.words(claim, claim.content_spans),
            outlet=claim.outlet,
            published=claim.published,
            said=claim.said,
            channel=claim.channel,
            relayed_by=claim.relayed_by,
            confidence=claim.confidence,
            review=claim.review.value,
        )


def _refuse_strangers(held: Ledger, wanted: ClaimFilter) -> None:
    """An empty answer to a misspelt name would read as "nobody claims so"."""
    for name, alone in (
        (wanted.claimant, ClaimFilter(claimant=wanted.claimant)),
        (wanted.place, ClaimFilter(place=wanted.place)),
    ):
        if name is not None and next(held.claims(alone), None) is None:
            meant(held, name)


def _related(held: Ledger, claim: Claim, texts: Texts) -> Iterator[Related]:
    sql = """
        SELECT kind, why, CASE left_claim WHEN ?1 THEN right_claim ELSE left_claim END AS other FROM relation
        WHERE (left_claim = ?1 OR right_claim = ?1) AND review <> 'rejected' ORDER BY kind, other
    """
    for row in held.rows(sql, (claim.id,)).fetchall():
        yield Related(kind=row["kind"], why=row["why"], claim=texts.told(held.claim(row["other"])))


def _listed(held: Ledger, dispute: Dispute, texts: Texts) -> DisputeListed:
    sides = []
    for side in dispute.sides:
        first = held.claim(side.claims[0])
        words = texts.words(first, first.content_spans)
        answer: dict[str, Any] = {"position": side.position, "claimants": side.claimants, "voices": side.voices}
        sides.append(SideListed(**answer, claims=len(side.claims), words=words))
    return DisputeListed(**_about(held, dispute), sides=tuple(sides))


def _shown(held: Ledger, side: Side, texts: Texts, limit: int) -> SideShown:
    told = tuple(texts.told(held.claim(name)) for name in side.claims[:limit])
    answer: dict[str, Any] = {"position": side.position, "claimants": side.claimants, "voices": side.voices}
    return SideShown(**answer, claims=told, not_shown=len(side.claims) - len(told))


def _entity(held: Ledger, entity: Entity, claims: int) -> EntityFound:
    spot = entity.location
    return EntityFound(
        id=entity.id,
        name=entity.name,
        kind=entity.kind.value,
        names=entity.names,
        roles=entity.roles,
        side=entity.side,
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        precision=spot.precision.value if spot else None,
        claims=claims,
        mentions=tuple(_mentions(held, entity.id)),
    )


def _mentions(held: Ledger, entity: str) -> Iterator[Words]:
    sql = """
        SELECT a.document, m.* FROM mention m JOIN local_entity l ON l.id = m.local_entity
        JOIN article a ON a.id = m.article AND a.current = 1 WHERE l.entity = ? ORDER BY a.document, m.position LIMIT ?
    """
    for row in held.rows(sql, (entity, MENTIONS)):
        where = {key: row[key] for key in ("document", "article", "part", "start")}
        yield Words(**where, end=row["stop"], words=row["surface"])


def _about(held: Ledger, dispute: Dispute) -> dict[str, Any]:
    told = {key: getattr(dispute, key) for key in ("id", "question", "frame", "first", "last")}
    return told | {"place": _name(held, dispute.place)}


def _name(held: Ledger, place: str | None) -> str | None:
    found = held.value("SELECT name FROM entity WHERE id = ?", (place,))
    return None if found is None else str(found)
