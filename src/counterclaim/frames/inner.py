"""Speech within speech: the words in which one attribution tells what somebody else says.

Enters all attributions with their speakers; leaves spans. What stands there is the other's claim, and not the outer
speaker's as well: who says that the mayor denied it neither denies nor affirms it.
"""

from collections.abc import Sequence

from counterclaim.model import Attribution, Ref, Spans, Stance

Given = tuple[Attribution, Ref | None, tuple[str, ...]]


def told_of_others(given: Sequence[Given], number: int) -> Spans:
    """The words in which an attribution tells what others say: "said that the mayor had denied it"."""
    outer, speaker, _ = given[number]
    if outer.stance in (Stance.DENIES, Stance.CONFIRMS):
        return ()  # "denied the claim that": what the other claims is what the outer speaker answers
    inside = (
        other.content
        for other, who, _ in given
        if other is not outer and other.speech and other.cue and who is not None and who != speaker
        if other.part is outer.part and all(any(s.covers(cue) for s in outer.content) for cue in other.cue)
        if speaker is None or who.name != speaker.name
    )
    return tuple(span for spans in inside for span in spans)
