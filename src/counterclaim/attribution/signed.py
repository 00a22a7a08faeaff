"""A quotation that fills its paragraph, signed below it: "— NAME, head of the port".

Enters the passages of an article; leaves the attributions of such quotations, whose source stands in the next passage
and which have no cue.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterclaim.attribution.cues import DASHES
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.quotations import Quote
from counterclaim.attribution.stance import stance_in
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, Quotation, Span

CONFIDENCE = 0.8
LINE = 25  # words that a signature has at most


def signed_quotes(passages: Sequence[Passage]) -> Iterator[Attribution]:
    """Every quotation with a signature below it."""
    for passage, after in pairwise(passages):
        quote = _filling(passage)
        source = _signature(after) if quote and after.part is passage.part else None
        span = trim(passage.text, quote.inner.start, quote.inner.end) if quote else None
        if source and span:
            stance = stance_in((span,), passage)
            yield Attribution(passage.part, (source,), (), (span,), Quotation.DIRECT, stance, CONFIDENCE)


def _filling(passage: Passage) -> Quote | None:
    """The quotation that a paragraph consists of."""
    quote = passage.quotes[0] if len(passage.quotes) == 1 else None
    if quote is None or passage.headline or not passage.spoken(quote):
        return None
    beside = passage.text[passage.span.start : quote.outer.start] + passage.text[quote.outer.end : passage.span.end]
    return None if any(letter.isalnum() for letter in beside) else quote


def _signature(passage: Passage) -> Span | None:
    """The words behind the dash: a name, and what its bearer is."""
    tokens = [token for sentence in passage.sentences for token in sentence.tokens]
    if tokens[0].text not in DASHES or not 1 < len(tokens) <= LINE or passage.quotes:
        return None
    if any(token.pos in ("VERB", "AUX") and token.tag != "VBN" for token in tokens):
        return None
    named = any(token.pos == "PROPN" for token in tokens[1:3]) or any(t.entity == "PERSON" for t in tokens)
    words = trim(passage.text, tokens[1].span.start, tokens[-1].span.end)
    return words if named else None
