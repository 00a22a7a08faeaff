"""Holdings by id, and the fragments and colours under which a report shows them.

Enter `Holdings`; leaves lookups that every part of the report shares. Fragments hold only ASCII letters, digits,
dashes and underscores, whatever the ids hold.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

from counterclaim.model import Article, Claim, Entity, Origin, Ref, Relation
from counterclaim.report.holdings import Holdings
from counterclaim.report.page import Party, Tone
from counterclaim.report.words import NARRATOR

# Okabe and Ito's palette (2008), told apart with any kind of colour vision; each also has its own hatching.
TONES = ("tone-1", "tone-2", "tone-3", "tone-4", "tone-5", "tone-6")
PATTERNS = ("rising", "falling", "level", "upright", "crossed", "dotted")
NO_TONE = "tone-0"
SIDE_UNKNOWN = "side not reported"


def fragment(prefix: str, identifier: str) -> str:
    """An element id for a record's id."""
    return f"{prefix}-{re.sub(r'[^A-Za-z0-9_-]', lambda found: f'_{ord(found[0]):x}_', identifier)}"


@dataclass(frozen=True)
class Index:
    """Lookups over holdings; computed once, when first asked for."""

    held: Holdings

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
        spoken = Counter(side for claim in self.held.claims if (side := self.side(claim.claimant)))
        return {
            side: place for place, (side, _) in enumerate(sorted(spoken.items(), key=lambda item: (-item[1], item[0])))
        }

    @cached_property
    def sides(self) -> frozenset[str]:
        """Every side that any entity is reported to be on."""
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
        link = fragment("p", claim.claimant.entity) if claim.claimant.entity in self.entities else ""
        return Party(claim.claimant.name, self.tone(side), side or SIDE_UNKNOWN, link)
