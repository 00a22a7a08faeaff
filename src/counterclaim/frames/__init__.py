"""Attributions with their cast and times → claims with typed propositions. One folder a pack."""

from counterclaim.frames.assemble import claim_of
from counterclaim.frames.comparison import Comparison, ComparisonKind, Context
from counterclaim.frames.inner import told_of_others
from counterclaim.frames.kinds import REVISE_DAYS, STATE_DAYS, FrameKind, Parties, Timing, Wording
from counterclaim.frames.likeness import people_of
from counterclaim.frames.narration import narration, own_sentences
from counterclaim.frames.pack import Pack, answer_words, compare, kind_of, packs, phrase_of, question_of
from counterclaim.frames.rivals import Signal
from counterclaim.frames.scene import Scene
from counterclaim.frames.telling import named
from counterclaim.frames.view import View
from counterclaim.model import Attribution, Cast, Claim, Parsed, Part, Quotation, TimeMention

__all__ = [
    "REVISE_DAYS", "STATE_DAYS", "Comparison", "ComparisonKind", "Context", "FrameKind", "Pack", "Parties", "Signal",
    "Timing", "View", "Wording", "answer_words", "compare", "frame", "kind_of", "named", "packs", "people_of",
    "phrase_of", "question_of",
]  # fmt: skip


def frame(
    parsed: Parsed, attributions: tuple[Attribution, ...], cast: Cast, times: tuple[TimeMention, ...]
) -> tuple[Claim, ...]:
    """The article's claims and thoughts in reading order, narration that states a typed frame included."""
    scene = Scene(parsed, cast, times)
    installed = packs()
    given = [one for one in zip(attributions, cast.speakers, cast.relays, strict=True) if not _idle(one[0])]
    starts = [(_place(a.part, a.content[0].start), number) for number, (a, _, _) in enumerate(given)]
    # What somebody thinks neither silences the outlet's own sentence nor bears on the claims after it.
    own = own_sentences(scene, tuple(a for a, _, _ in given if a.speech))
    starts += [(_place(sentence.part, sentence.span.start), len(given) + i) for i, sentence in enumerate(own)]
    claims: list[Claim] = []
    said: tuple[Claim, ...] = ()
    for _, number in sorted(starts):
        if number < len(given):
            attribution, speaker, relays = given[number]
            inner = told_of_others(given, number)
            told: Claim | None = claim_of(scene, attribution, (speaker, relays), said, installed, inner)
        else:
            told = narration(scene, own[number - len(given)], installed, said)
        if told is not None:
            claims.append(told)
            said += (told,) if told.speech else ()
    return tuple(claims)


def _idle(attribution: Attribution) -> bool:
    """A reserve that no one utters ("it is not known whether") is read as narration, not as anyone's thought."""
    return attribution.quotation is Quotation.NARRATION and not attribution.speech


def _place(part: Part, offset: int) -> tuple[bool, int]:
    """Reading order: the title first."""
    return part is Part.TEXT, offset
