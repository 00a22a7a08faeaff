"""A quotation that ends in "?" or "!" before its speaker: “Who will help us?” the mayor said. “Nobody.”

There the parser begins a new sentence, in which the cue finds no content. Enters a passage with what was found in it;
leaves the attributions of such quotations, with what goes on behind the speaker. In a transcript the parser often ends
a sentence behind the label: "VANE: Well, we hold the bridge."
"""

from collections.abc import Iterator, Sequence

from counterclaim.attribution.contents import next_quotes
from counterclaim.attribution.cues import find_cues
from counterclaim.attribution.lexicon import speaks
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.quotations import Quote
from counterclaim.attribution.sources import source_of
from counterclaim.attribution.stance import stance_in
from counterclaim.attribution.transcripts import is_host
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, Quotation, Sentence, Span

CONFIDENCE = 0.8
QUOTED = 0.9  # share of a content between quote marks from which it is a quotation
NEAR = 8  # words from the sentence's beginning within which its cue must stand
ENDS = "?!…"
LABEL = 4  # words that a transcript's label has at most, and letters that its last word has at least
MARKS = frozenset("“”\"‘'«„")


def tagged(
    passage: Passage, found: Sequence[Attribution], labels: frozenset[str] = frozenset()
) -> Iterator[Attribution]:
    """Every spoken quotation that nothing holds yet and that the words right behind it give to a speaker.

    `labels` are the names that open turns of a talk.
    """
    spans = [span for one in found if one.part is passage.part for span in (*one.content, *one.cue)]
    yield from _labelled(passage, spans, labels)
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
            spans = (span, *next_quotes(cue, (span,), passage))
            stance = stance_in(spans, passage)
            yield Attribution(passage.part, (named,), (cue.head.span,), spans, Quotation.DIRECT, stance, CONFIDENCE)
            return


def _labelled(passage: Passage, spans: Sequence[Span], labels: frozenset[str]) -> Iterator[Attribution]:
    """A paragraph behind a label in capitals, or one of these, where no cue was found in the label."""
    words = [token for sentence in passage.sentences for token in sentence.tokens if token.text not in MARKS]
    at = next((n for n, token in enumerate(words[: LABEL + 1]) if token.text == ":"), 0)
    if not at or passage.headline:
        return
    name, colon = Span(words[0].span.start, words[at - 1].span.end), words[at].span
    label = name.of(passage.text)
    capitals = label.isupper() and len(words[at - 1].text) >= LABEL
    if (
        not (capitals or label in labels)
        or is_host(label)
        or any(span.overlaps(name) or span.overlaps(colon) for span in spans)
    ):
        return
    span = trim(passage.text, colon.end, passage.span.end)
    if span:
        quotation = Quotation.DIRECT if passage.quoted((span,)) >= QUOTED else Quotation.INDIRECT
        stance = stance_in((span,), passage)
        yield Attribution(passage.part, (name,), (colon,), (span,), quotation, stance, CONFIDENCE)
