"""What is already known of who speaks: the attributions resolved so far."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from counterclaim.entities.figures import Figure
from counterclaim.entities.page import begin
from counterclaim.model import Attribution, Sentence, Span


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
    first = begin(attribution.source + attribution.cue + attribution.content) or 0
    within = _Within([(one, span) for one in spoken for span in one.attribution.content if not _holds(span, first)])
    return [one for one in spoken if not within.other(one)]


def _holds(span: Span, at: int) -> bool:
    return span.start <= at < span.end


class _Within:
    """What stands within whose words. It is asked of all who spoke, for each speaker: so the words lie in order."""

    def __init__(self, words: Sequence[tuple[Spoken, Span]]) -> None:
        self._words = sorted(words, key=lambda item: item[1].start)
        self._starts = [span.start for _, span in self._words]
        self._reach = list(accumulate((span.end for _, span in self._words), max))  # the furthest end so far

    def other(self, inner: Spoken) -> bool:
        """Does the cue stand in the words of somebody else?"""
        if not inner.attribution.cue:
            return False
        cue, part = inner.attribution.cue[0], inner.attribution.part
        before = bisect_right(self._starts, cue.start)
        if before == 0 or self._reach[before - 1] < cue.end:
            return False
        return any(
            one is not inner and one.attribution.part is part and span.covers(cue) for one, span in self._words[:before]
        )
