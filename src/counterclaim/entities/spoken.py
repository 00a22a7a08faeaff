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
    def place(self) -> tuple[str, int]:
        """Where it begins; a title set apart comes after the text, which names people in full."""
        return place_of(self.attribution)


def place_of(attribution: Attribution) -> tuple[str, int]:
    """Part and offset where an attribution begins, to sort by."""
    return attribution.part.value, begin(attribution.source + attribution.cue + attribution.content) or 0
