"""Attributions with their cast and times → claims with typed propositions. One folder a pack."""

from counterclaim.frames.assemble import claim_of
from counterclaim.frames.comparison import Comparison, ComparisonKind, Context
from counterclaim.frames.narration import narrations
from counterclaim.frames.pack import Pack, compare, packs
from counterclaim.frames.scene import Scene
from counterclaim.frames.view import View
from counterclaim.model import Attribution, Cast, Claim, Parsed, Part, TimeMention

__all__ = ["Comparison", "ComparisonKind", "Context", "Pack", "View", "compare", "frame", "packs"]


def frame(
    parsed: Parsed, attributions: tuple[Attribution, ...], cast: Cast, times: tuple[TimeMention, ...]
) -> tuple[Claim, ...]:
    """The article's claims in reading order, narration that states a typed frame included."""
    scene = Scene(parsed, cast, times)
    installed = packs()
    speakers = zip(attributions, cast.speakers, cast.relays, strict=True)
    claims: tuple[Claim, ...] = ()
    for attribution, speaker, relays in sorted(
        speakers, key=lambda each: _place(each[0].part, each[0].content[0].start)
    ):
        claims += (claim_of(scene, attribution, (speaker, relays), claims, installed),)
    claims += tuple(narrations(scene, attributions, installed, claims))
    return tuple(sorted(claims, key=lambda claim: _place(claim.part, claim.content_spans[0].start)))


def _place(part: Part, offset: int) -> tuple[bool, int]:
    """Reading order: the title first."""
    return part is Part.TEXT, offset
