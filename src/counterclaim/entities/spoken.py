"""What is already known of who speaks: the attributions resolved so far."""

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
