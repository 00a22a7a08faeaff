"""All that was read out of one article: what the ledger writes in one transaction."""

from dataclasses import dataclass

from counterclaim.model.article import Article
from counterclaim.model.claim import Claim
from counterclaim.model.entity import Entity, Mention


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with its local entities, mentions and claims. References in claims use the local entity ids."""

    article: Article
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
