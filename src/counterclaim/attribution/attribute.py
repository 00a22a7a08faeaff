"""The whole room: passages, cues, contents, then stance, channel and relays of each attribution.

Enters a `Parsed`; leaves its attributions in reading order. Every span lies inside its part and on readable text.
"""

from counterclaim.attribution.choose import Found, choose
from counterclaim.attribution.passages import Passage, passages
from counterclaim.attribution.scores import models
from counterclaim.model import Attribution, Parsed, Quotation, Span, Spans, Stance


def attribute(parsed: Parsed) -> tuple[Attribution, ...]:
    """Every attribution of the article in reading order."""
    loaded = models()
    return tuple(_attribution(found) for passage in passages(parsed) for found in choose(passage, loaded))


def _attribution(found: Found) -> Attribution:
    tokens = found.cue.sentence.tokens
    source = found.source.words
    return Attribution(
        part=found.passage.part,
        source=(Span(tokens[source[0]].span.start, tokens[source[-1]].span.end),) if source else (),
        cue=(Span(tokens[found.cue.words[0]].span.start, tokens[found.cue.words[-1]].span.end),),
        content=found.content.spans,
        quotation=_quotation(found.content.spans, found.passage),
        stance=Stance.ASSERTS,
        confidence=round(found.confidence, 4),
    )


def _quotation(spans: Spans, passage: Passage) -> Quotation:
    """Direct where quote marks hold nearly all letters, mixed where they hold some."""
    letters = quoted = 0
    for span in spans:
        for offset in range(span.start, span.end):
            if passage.text[offset].isalnum():
                letters += 1
                quoted += passage.quote_at(offset) is not None
    if quoted >= 0.9 * letters:
        return Quotation.DIRECT
    return Quotation.MIXED if quoted else Quotation.INDIRECT
