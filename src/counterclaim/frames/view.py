"""What a pack sees of one claim: its words, who speaks, and what the article said before."""

from dataclasses import dataclass, field

from counterclaim.frames.scene import Scene
from counterclaim.frames.stretch import Stretch
from counterclaim.model import Claim, Part, Quotation, Ref, Span, Spans, Stance, TimeMention

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
        """The side that the claimant is on, as reported."""
        return self.scene.side(self.claimant)

    @property
    def enemy(self) -> str | None:
        """The side against the claimant's."""
        return self.scene.other_side(self.claimant_side)

    @property
    def accuses(self) -> bool:
        """Does the cue lay blame, so that the content opens with whom it falls on, and not on "each other"?"""
        if self.cue_lemmas.isdisjoint(ACCUSING) or not self.content:
            return False
        words = self.content[0].of(self.scene.parsed.article.part(self.part)).lower()
        return not words.startswith(("each other", "one another"))
