"""What a pack sees of one claim: its words, who speaks, and what the article said before."""

from dataclasses import dataclass, field

from counterclaim.frames.scene import Scene
from counterclaim.frames.stretch import Stretch
from counterclaim.model import Claim, Part, Quotation, Ref, Spans, Stance

ACCUSING = frozenset({"blame", "accuse"})


@dataclass(frozen=True)
class View:
    """The content of one claim in its article.

    `stretches` are the content's sentences or parts of them, in order. `claimant` is None for narration. `denied`
    says that the
    cue denies the content, so that what the content states is not so. `earlier` are the article's claims before
    this one.
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
        """Does the cue lay blame, so that the content opens with whom it falls on?"""
        return not self.cue_lemmas.isdisjoint(ACCUSING)
