"""All of a ledger that a report is made of, as records in memory."""

from dataclasses import dataclass

from counterclaim.model import Article, Claim, Dispute, Entity, Origin, Relation


@dataclass(frozen=True, slots=True)
class Holdings:
    """A ledger's current articles and what stands in them. References in claims use the ledger's entity ids.

    `claims` holds no thoughts. Where `min_confidence` is given, claims below it have been left out; where
    `reviewed_only` is, all that no person has accepted or corrected.
    """

    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    origins: tuple[Origin, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    min_confidence: float | None = None
    reviewed_only: bool = False
