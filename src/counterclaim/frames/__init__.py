"""Attributions with their cast and times → claims with typed propositions. One folder a pack."""

from counterclaim.frames.assemble import claim_of
from counterclaim.frames.comparison import Comparison, ComparisonKind, Context
from counterclaim.frames.conflict.likeness import people_of
from counterclaim.frames.narration import narration, own_sentences
from counterclaim.frames.pack import Pack, compare, packs
from counterclaim.frames.scene import Scene
from counterclaim.frames.view import View
from counterclaim.model import Attribution, Cast, Claim, Parsed, Part, TimeMention

__all__ = ["Comparison", "ComparisonKind", "Context", "Pack", "View", "compare", "frame", "packs", "people_of"]


def frame(
    parsed: Parsed, attributions: tuple[Attribution, ...], cast: Cast, times: tuple[TimeMention, ...]
) -> tuple[Claim, ...]:
    """The article's claims in reading order, narration that states a typed frame included."""
    scene = Scene(parsed, cast, times)
    installed = packs()
    given = list(zip(attributions, cast.speakers, cast.relays, strict=True))
    starts = [(_place(a.part, a.content[0].start), number) for number, a in enumerate(attributions)]
    own = own_sentences(scene, attributions)
    starts += [(_place(sentence.part, sentence.span.start), len(given) + i) for i, sentence in enumerate(own)]
    claims: tuple[Claim, ...] = ()
    for _, number in sorted(starts):
        if number < len(given):
            attribution, speaker, relays = given[number]
            claims += (claim_of(scene, attribution, (speaker, relays), claims, installed),)
        else:
            told = narration(scene, own[number - len(given)], installed, claims)
            claims += (told,) if told is not None else ()
    return claims


def _place(part: Part, offset: int) -> tuple[bool, int]:
    """Reading order: the title first."""
    return part is Part.TEXT, offset
