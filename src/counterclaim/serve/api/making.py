"""Records of the ledger → what the API answers.

Enter records; leave those of `counterclaim.serve.api.shapes`.
"""

from collections.abc import Mapping

from counterclaim.export.shapes import claim_shape
from counterclaim.ledger.article_lists import ArticleHead, EntityHead
from counterclaim.ledger.dispute_lists import DisputeHead, SideHead
from counterclaim.ledger.spots import Spot
from counterclaim.model import Article, Claim, Entity, Relation
from counterclaim.serve.api.shapes import (
    ArticleHeadOut,
    ArticleOut,
    BlockOut,
    ClaimOut,
    DisputeOut,
    EntityHeadOut,
    EntityOut,
    Named,
    NameOut,
    RelationOut,
    RoleOut,
    SideOut,
    SpotOut,
)


def claim_out(claim: Claim) -> ClaimOut:
    """A claim as exports have it, with its article and when that was published."""
    shape = claim_shape(claim)
    who = shape.pop("claimant")
    shape |= {"article": claim.article, "published": claim.published, "part": claim.part.value}
    return ClaimOut(**shape, claimant=Named(**who) if who else None)


def relation_out(relation: Relation) -> RelationOut:
    """How two claims stand."""
    return RelationOut(
        relation.id, relation.kind.value, relation.left, relation.right, relation.why, relation.confidence,
        relation.review.value,
    )  # fmt: skip


def dispute_out(head: DisputeHead) -> DisputeOut:
    """A dispute."""
    place = Named(head.place, head.place_name or head.place, "place") if head.place else None
    return DisputeOut(
        head.id, head.question, head.frame, place, head.first, head.last, head.opened, head.changed,
        [_side(side) for side in head.sides],
    )  # fmt: skip


def article_head_out(head: ArticleHead) -> ArticleHeadOut:
    """A report in a list."""
    return ArticleHeadOut(
        head.id, head.document, head.title, head.outlet, head.published, head.credited, head.language, head.url,
        head.origin, head.claims,
    )  # fmt: skip


def article_out(article: Article, origin: str | None, carriers: list[str], versions: list[str]) -> ArticleOut:
    """A report."""
    return ArticleOut(
        id=article.id,
        document=article.document,
        title=article.shown_title,
        outlet=article.outlet,
        byline=article.byline,
        published=article.published,
        credited=article.credited,
        language=article.language,
        url=article.url,
        text=article.text,
        blocks=[BlockOut(one.span.start, one.span.end, one.kind.value, one.reason) for one in article.blocks],
        origin=origin,
        carriers=carriers,
        versions=versions,
    )


def entity_head_out(head: EntityHead) -> EntityHeadOut:
    """An entity in a list."""
    return EntityHeadOut(head.id, head.name, head.kind, head.side, head.claims, head.first, head.last)


def entity_out(entity: Entity, names: list[NameOut], roles: list[RoleOut], *, made: int, about: int) -> EntityOut:
    """An entity."""
    at = entity.location
    return EntityOut(
        id=entity.id,
        name=entity.name,
        kind=entity.kind.value,
        side=entity.side,
        names=names,
        roles=roles,
        reasons=list(entity.reasons),
        lat=at.lat if at else None,
        lon=at.lon if at else None,
        precision=at.precision.value if at else None,
        country=at.country if at else None,
        within=list(entity.within),
        claims_made=made,
        claims_about=about,
    )


def spot_out(entity: Entity, spot: Spot, sides: Mapping[str | None, int]) -> SpotOut:
    """A place of the map."""
    at = entity.location
    return SpotOut(
        place=Named(entity.id, entity.name, "place"),
        lat=at.lat if at else None,
        lon=at.lon if at else None,
        precision=at.precision.value if at else None,
        disputes=spot.disputes,
        claims=spot.claims,
        sides={side: number for side, number in sides.items() if side},
    )


def _side(side: SideHead) -> SideOut:
    return SideOut(side.id, side.position, list(side.claimants), side.voices, side.claims, side.reports, side.origins)
