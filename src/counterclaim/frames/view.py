"""What a pack sees of one claim: its words, who speaks, and what the article said before."""

import re
from dataclasses import dataclass, field

from counterclaim.frames.scene import Scene
from counterclaim.frames.stretch import Stretch
from counterclaim.model import Claim, EntityKind, Part, Quotation, Ref, Span, Spans, Stance, TimeMention

GOVERNORS = frozenset({"governor", "prefect", "vice-governor"})
# "The Tarvian-installed governor of X" is not of the country that X lies in.
PUPPETS = ("installed", "appointed", "backed", "imposed", "aligned")
ACCUSING = frozenset({"blame", "accuse"})


@dataclass(frozen=True)
class View:
    """The content of one claim in its article.

    `stretches` are the content's sentences or parts of them, in order. `claimant` is None for narration. `denied`
    says that the
    cue denies the content, so that what the content states is not so. `earlier` are the article's claims before
    this one. `spoken` are the times in quoted words, where those were said on another day than the article's.
    """

    scene: Scene
    part: Part
    content: Spans
    stretches: tuple[Stretch, ...]
    claimant: Ref | None
    quotation: Quotation
    stance: Stance
    denied: bool = False
    earlier: tuple[Claim, ...] = field(default=())
    cue: Spans = ()
    source: Spans = ()
    cue_lemmas: frozenset[str] = frozenset()
    spoken: tuple[TimeMention, ...] = ()

    def times_in(self, span: Span) -> list[TimeMention]:
        """The times within a span, those in quoted words as the speaker meant them."""
        spoken = {time.span: time for time in self.spoken}
        return [spoken.get(time.span, time) for time in self.scene.times_in(self.part, span)]

    @property
    def claimant_side(self) -> str | None:
        """The side that the claimant is on, as reported; a governor's is the country that the province lies in."""
        return self.scene.side(self.claimant) or self._governed

    @property
    def _governed(self) -> str | None:
        entity = self.scene.entities.get(self.claimant.entity or "") if self.claimant is not None else None
        for role in entity.roles if entity is not None and entity.kind is EntityKind.PERSON else ():
            words = role.lower().split()
            if GOVERNORS.isdisjoint(words) or any(word.endswith(PUPPETS) for word in words):
                continue
            for place in self.scene.cast.entities:
                if place.kind is EntityKind.PLACE and any(re.search(rf"\b{re.escape(n)}\b", role) for n in place.names):
                    return self.scene.country_of(place)
        return None

    @property
    def enemy(self) -> str | None:
        """The side against the claimant's."""
        return self.scene.other_side(self.claimant_side)

    @property
    def as_spoken(self) -> bool:
        """ "They bombed the school, the colonel said": words as they fell, before the cue, without quote marks."""
        if self.quotation is not Quotation.INDIRECT or not (self.cue and self.content):
            return self.quotation is Quotation.DIRECT
        words = {token.text.lower() for stretch in self.stretches for token in stretch.tokens}
        return self.content[-1].end <= self.cue[0].start and "had" not in words

    @property
    def accuses(self) -> bool:
        """Does the cue lay blame, so that the content opens with whom it falls on, and not on "each other"?"""
        if self.cue_lemmas.isdisjoint(ACCUSING) or not self.content:
            return False
        words = self.content[0].of(self.scene.parsed.article.part(self.part)).lower()
        return not words.startswith(("each other", "one another"))
