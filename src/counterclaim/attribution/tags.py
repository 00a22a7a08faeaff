"""A quotation that ends in "?" or "!" before its speaker: “Who will help us?” the mayor said.

There the parser begins a new sentence, in which the cue finds no content. Enters a passage with what was found in it;
leaves the attributions of such quotations.
"""

from collections.abc import Iterator, Sequence

from counterclaim.attribution.cues import find_cues
from counterclaim.attribution.lexicon import speaks
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.quotations import Quote
from counterclaim.attribution.sources import source_of
from counterclaim.attribution.stance import stance_in
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, Quotation, Sentence, Span

CONFIDENCE = 0.8
NEAR = 8  # words from the sentence's beginning within which its cue must stand
ENDS = "?!…"


def tagged(passage: Passage, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Every spoken quotation that nothing holds yet and that the words right behind it give to a speaker."""
    spans = [span for one in found if one.part is passage.part for span in (*one.content, *one.cue)]
    for sentence in passage.sentences:
        quote = next((quote for quote in passage.quotes if _stands_before(quote, sentence, passage)), None)
        if quote and not any(span.overlaps(quote.inner) or span.overlaps(sentence.span) for span in spans):
            yield from _given_to(quote, sentence, passage)


def _stands_before(quote: Quote, sentence: Sentence, passage: Passage) -> bool:
    start = sentence.tokens[0].span.start
    joined = quote.outer.end <= start and not passage.text[quote.outer.end : start].strip()
    return joined and quote.inner.of(passage.text)[-1] in ENDS and passage.spoken(quote)


def _given_to(quote: Quote, sentence: Sentence, passage: Passage) -> Iterator[Attribution]:
    span = trim(passage.text, quote.inner.start, quote.inner.end)
    for cue in find_cues(sentence):
        source = source_of(cue, passage)
        close = bool(source.words) and min(source.words[0], cue.head.i) < 2 and cue.head.i < NEAR + len(source.words)
        if span and close and cue.kind == "verb" and speaks("verb", cue.lemma) and cue.head.dep == "ROOT":
            words = [sentence.tokens[i].span for i in source.words]
            named = Span(words[0].start, words[-1].end)
            stance = stance_in((span,), passage)
            yield Attribution(passage.part, (named,), (cue.head.span,), (span,), Quotation.DIRECT, stance, CONFIDENCE)
            return
