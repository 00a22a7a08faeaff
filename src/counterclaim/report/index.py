"""Holdings by id, and the links and colours under which a report shows them.

Enter `Holdings`; leaves lookups that every part of the report shares.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property

from counterclaim.model import Article, Claim, Entity, Origin, Ref, Relation
from counterclaim.report.holdings import Holdings
from counterclaim.report.links import Links
from counterclaim.report.page import Party, Tone
from counterclaim.report.words import NARRATOR

# Okabe and Ito's palette (2008), told apart with any kind of colour vision; each also has its own hatching.
TONES = ("tone-1", "tone-2", "tone-3", "tone-4", "tone-5", "tone-6")
PATTERNS = ("rising", "falling", "level", "upright", "crossed", "dotted")
NO_TONE = "tone-0"
SIDE_UNKNOWN = "side not reported"


@dataclass(frozen=True)
class Index:
    """Lookups over holdings; computed once, when first asked for.

    `palette` names every side of the whole ledger, the one with most claims first, where `held` is only a part of it:
    a side then has the same colour on every page.
    """

    held: Holdings
    links: Links = field(default_factory=Links)
    palette: tuple[str, ...] | None = None

    @cached_property
    def articles(self) -> dict[str, Article]:
        """By article id."""
        return {article.id: article for article in self.held.articles}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """By claim id."""
        return {claim.id: claim for claim in self.held.claims}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """By entity id."""
        return {entity.id: entity for entity in self.held.entities}

    @cached_property
    def relations(self) -> dict[str, Relation]:
        """By relation id."""
        return {relation.id: relation for relation in self.held.relations}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """By article id."""
        return {article: origin for origin in self.held.origins for article in origin.articles}

    @cached_property
    def tones(self) -> dict[str, int]:
        """Sides, the one with most claims first, and the place of each in the palette."""
        if self.palette is not None:
            return {side: place for place, side in enumerate(self.palette)}
        spoken = Counter(side for claim in self.held.claims if (side := self.side(claim.claimant)))
        return {
            side: place for place, (side, _) in enumerate(sorted(spoken.items(), key=lambda item: (-item[1], item[0])))
        }

    @cached_property
    def sides(self) -> frozenset[str]:
        """Every side that any entity is reported to be on."""
        if self.palette is not None:
            return frozenset(self.palette)
        return frozenset(entity.side for entity in self.held.entities if entity.side)

    def origin(self, claim: Claim) -> str:
        """The dispatch that the claim's article carries; the article itself where it carries nobody else's."""
        origin = self.origins.get(claim.article)
        return origin.id if origin else claim.article

    def side(self, ref: Ref | None) -> str | None:
        """The side of whoever is named, as reported; a state that others are on the side of is on its own side."""
        if ref is None:
            return None
        entity = self.entities.get(ref.entity or "")
        if entity and entity.side:
            return entity.side
        return ref.name if ref.name in self.sides else None

    def tone(self, side: str | None) -> str:
        """The class that carries a side's colour; sides past the palette, and none, share the neutral one."""
        place = self.tones.get(side or "", len(TONES))
        return TONES[place] if place < len(TONES) else NO_TONE

    def legend(self) -> tuple[Tone, ...]:
        """Sides with their colours."""
        known = [
            Tone(side, self.tone(side), PATTERNS[place]) for side, place in self.tones.items() if place < len(TONES)
        ]
        return (*known, Tone(SIDE_UNKNOWN, NO_TONE, "plain")) if known else ()

    def speaker(self, claim: Claim) -> Party:
        """The claimant under the one name that the ledger gives, however this claim's report spells it."""
        known = self.entities.get(claim.claimant.entity or "") if claim.claimant else None
        return replace(self.party(claim), name=known.name) if known else self.party(claim)

    def party(self, claim: Claim) -> Party:
        """The claimant as named beside a claim."""
        if claim.claimant is None:
            return Party(f"{claim.outlet or 'Outlet unknown'}, {NARRATOR}", NO_TONE, "", "")
        side = self.side(claim.claimant)
        known = self.entities.get(claim.claimant.entity or "")
        link = self.links.speaker(known.id, known.kind) if known else ""
        return Party(claim.claimant.name, self.tone(side), side or SIDE_UNKNOWN, link)

    def party_of(self, entity: Entity) -> Party:
        """Somebody who claims, named apart from any claim."""
        side = self.side(Ref(entity.name, entity.name, entity.id, entity.kind))
        return Party(entity.name, self.tone(side), side or SIDE_UNKNOWN, self.links.speaker(entity.id, entity.kind))
