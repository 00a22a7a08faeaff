"""What is already known of who speaks: the attributions resolved so far."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.entities.figures import Figure
from counterclaim.entities.page import begin
from counterclaim.model import Attribution, Sentence


@dataclass(frozen=True, slots=True)
class Spoken:
    """One attribution with the sentence of its source and its speaker."""

    attribution: Attribution
    sentence: Sentence | None
    figure: Figure | None

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it stands, to sort by."""
        return place_of(self.attribution)


def place_of(attribution: Attribution) -> tuple[str, int, int]:
    """Part, beginning and end of an attribution, to sort by: what holds others inside comes before them.

    A title set apart comes after the text, which names people in full.
    """
    spans = attribution.source + attribution.cue + attribution.content
    return attribution.part.value, begin(spans) or 0, -max((span.end for span in spans), default=0)


def outspoken(attribution: Attribution, spoken: Sequence[Spoken]) -> list[Spoken]:
    """Those who spoke themselves: whoever is only spoken of in another's words did not, except within these words."""
    return [one for one in spoken if not any(_around(other, one, attribution) for other in spoken)]


def _around(outer: Spoken, inner: Spoken, here: Attribution) -> bool:
    if outer is inner or outer.attribution.part is not inner.attribution.part:
        return False
    first, cue = begin(here.source + here.cue + here.content) or 0, inner.attribution.cue
    return bool(cue) and any(
        span.covers(cue[0]) and not span.start <= first < span.end for span in outer.attribution.content
    )
