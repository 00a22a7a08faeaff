"""Speech that goes on without a cue: a quotation on its own, hearsay after an attributed paragraph.

Enters the passages with what was found in them; leaves further attributions, without source and cue, of the same
speaker.
"""

from collections.abc import Iterator, Sequence

from counterclaim.attribution.contents import trim
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.quotations import Quote
from counterclaim.model import Attribution, BlockKind, Quotation, Sentence, Span, Stance

QUOTED = 0.6  # share of such quotations that the development articles hold to be speech
HEARSAY = 0.5
POINTERS = frozenset({"these", "this", "that", "those", "such"})
ENOUGH = 6


def carried_on(passages: Sequence[Passage], found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Attributions that nothing but their place gives to a speaker; only after somebody has spoken."""
    spoken_before = False
    for passage in passages:
        here = passage.span
        mine = [one for one in found if one.part is passage.part and any(here.overlaps(span) for span in one.content)]
        if spoken_before and passage.kind is not BlockKind.HEADLINE:
            free = [quote for quote in passage.quotes if _free(passage, quote, mine)]
            yield from (_quotation(passage, quote) for quote in free)
            if not free and not mine:
                yield from _hearsay(passage)
            spoken_before = bool(mine or free)
        else:
            spoken_before = bool(mine) and passage.kind is not BlockKind.HEADLINE


def _free(passage: Passage, quote: Quote, mine: Sequence[Attribution]) -> bool:
    """A quotation of whole sentences that no attribution holds and that has no words of its sentences beside it."""
    if not passage.spoken(quote) or len(quote.inner.of(passage.text).split()) < ENOUGH:
        return False
    if any(quote.inner.overlaps(span) for attribution in mine for span in (*attribution.content, *attribution.cue)):
        return False
    beside = [sentence.span for sentence in passage.sentences if sentence.span.overlaps(quote.outer)]
    before = passage.text[beside[0].start : quote.outer.start] if beside and beside[0].start < quote.outer.start else ""
    after = passage.text[quote.outer.end : beside[-1].end] if beside and beside[-1].end > quote.outer.end else ""
    return not any(letter.isalnum() for letter in before + after)


def _quotation(passage: Passage, quote: Quote) -> Attribution:
    span = trim(passage.text, quote.inner.start, quote.inner.end) or quote.inner
    return Attribution(passage.part, (), (), (span,), Quotation.DIRECT, Stance.ASSERTS, QUOTED)


def _hearsay(passage: Passage) -> Iterator[Attribution]:
    """The conditional of what one only passes on, pointing back: "The aim of these raids would be to …"."""
    sentence = passage.sentences[0]
    if len(passage.sentences) > 1 or not _passes_on(sentence):
        return
    span = trim(passage.text, sentence.span.start, sentence.span.end)
    if span:
        quotation = Quotation.MIXED if passage.quotes else Quotation.INDIRECT
        yield Attribution(passage.part, (), (), (Span(span.start, span.end),), quotation, Stance.ASSERTS, HEARSAY)


def _passes_on(sentence: Sentence) -> bool:
    root = sentence.root
    would = any(child.dep == "aux" and child.text.lower() == "would" for child in sentence.children(root))
    words = {token.text.lower() for token in sentence.tokens}
    return would and not words & {"if", "unless"} and bool(words & POINTERS)
