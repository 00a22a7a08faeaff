"""A quotation that fills its paragraph, signed behind it or below it: "— NAME, head of the port".

Enters the passages of an article; leaves the attributions of such quotations. The cue of one that is signed on its own
line is the dash; one whose source stands in the next passage has none.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterclaim.attribution.cues import DASHES
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.quotations import Quote
from counterclaim.attribution.stance import stance_in
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, Quotation, Span

CONFIDENCE = 0.8
DASH = re.compile(rf"\s*(?P<mark>{'|'.join(map(re.escape, sorted(DASHES, key=len, reverse=True)))})\s*")
VERBS = frozenset({"VERB", "AUX"})
LINE = 25  # words that a signature has at most


def signed_quotes(passages: Sequence[Passage]) -> Iterator[Attribution]:
    """Every quotation with a signature behind or below it."""
    for passage, after in pairwise((*passages, None)):
        quote = _filling(passage) if passage else None
        if passage is None or quote is None:
            continue
        behind = Span(quote.outer.end, passage.span.end) if quote.outer.end < passage.span.end else None
        if behind and any(letter.isalnum() for letter in behind.of(passage.text)):
            yield from _signed(quote, passage, _signature(passage, behind), dashed=True)
        elif after and after.part is passage.part and not after.quotes:
            yield from _signed(quote, passage, _signature(after, after.span), dashed=False)


def _signed(
    quote: Quote, passage: Passage, signature: tuple[Span, Span] | None, *, dashed: bool
) -> Iterator[Attribution]:
    span = trim(passage.text, quote.inner.start, quote.inner.end)
    if span and signature:
        dash, source = signature
        cue, stance = (dash,) if dashed else (), stance_in((span,), passage)
        yield Attribution(passage.part, (source,), cue, (span,), Quotation.DIRECT, stance, CONFIDENCE)


def _filling(passage: Passage) -> Quote | None:
    """The only quotation of a paragraph, where the paragraph begins with it."""
    quote = passage.quotes[0] if len(passage.quotes) == 1 else None
    if quote is None or passage.headline or not passage.spoken(quote):
        return None
    before = passage.text[passage.span.start : quote.outer.start]
    return None if any(letter.isalnum() for letter in before) else quote


def _signature(passage: Passage, where: Span) -> tuple[Span, Span] | None:
    """A dash, and the words behind it: a name, and what its bearer is."""
    dash = DASH.match(passage.text, where.start, where.end)
    tokens = [
        token
        for sentence in passage.sentences
        for token in sentence.tokens
        if dash and dash.end() <= token.span.start < where.end and not token.text.isspace()
    ]
    if not dash or not 0 < len(tokens) < LINE or any(token.pos in VERBS and token.tag != "VBN" for token in tokens):
        return None
    named = any(token.pos == "PROPN" for token in tokens[:2]) or any(token.entity == "PERSON" for token in tokens)
    words = trim(passage.text, tokens[0].span.start, tokens[-1].span.end)
    return (Span(*dash.span("mark")), words) if words and named else None
