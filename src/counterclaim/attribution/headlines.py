"""Quotations that stand above a report or its parts without a verb of saying.

Enters the passages of an article with what was found in them; leaves attributions for “We ran out of sheets” above the
report in which somebody says so, for “Shots from the roof”: minister blames rivals, for “Enough”: a talk with NAME,
and for Rebels “took half of the town”. A quotation of nobody who can be told stays out.
"""

import re
from collections.abc import Iterator, Sequence

from counterclaim.attribution.passages import Passage
from counterclaim.attribution.quotations import Quote
from counterclaim.attribution.stance import stance_in
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, BlockKind, Quotation, Span, Token

ABOVE = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEADING})
CONFIDENCE = 0.6
SAME = 0.6  # of a quotation's words that somebody's own words in the text must have
WORDS = 2  # that such a quotation has at least
NAME = 6  # words that name a speaker in a headline
WITH = re.compile(r"(?:\b(?:talk|conversation|interview|questions|chat)\b[^:]{0,20}?\b(?:with|for|to)) ", re.IGNORECASE)
SEGMENT = re.compile(r"\.\.\.|…|[;|·/]")
TOPIC = re.compile(r"\.\.\.|…|[;|·/]|:\s")
OF_NAMES = ("det", "poss", "nummod", "amod", "compound", "nmod")
SHORT = 3  # letters of words that tell nothing


def above_texts(passages: Sequence[Passage], found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Every such quotation that nothing else holds yet."""
    for passage in passages:
        if passage.kind not in ABOVE:
            continue
        for quote in passage.quotes:
            held = any(one.part is passage.part and span.overlaps(quote.inner) for one in found for span in one.content)
            span = trim(passage.text, quote.inner.start, quote.inner.end)
            if span is None or len(span.of(passage.text).split()) < WORDS or held or _at_arms_length(passage, quote):
                continue
            source = _who_says(passage, quote, found)
            if source is not None:
                stance = stance_in((span,), passage)
                yield Attribution(passage.part, (source,), (), (span,), Quotation.DIRECT, stance, CONFIDENCE)


def _at_arms_length(passage: Passage, quote: Quote) -> bool:
    """A name in quote marks ("the city's 'green wave'"): it and the words outside hang on each other."""
    for sentence in passage.sentences:
        inside = [token for token in sentence.tokens if quote.inner.covers(token.span)]
        own = {token.i for token in inside}
        if any(token.pos in ("VERB", "AUX") for token in inside):
            continue
        for token in sentence.tokens:
            outside, head = token.i not in own, sentence.head(token)
            if token.dep in OF_NAMES and (head.i in own) is outside and head.i != token.i and token.pos != "PUNCT":
                return True
    return False


def _stands_in(one: Attribution, passage: Passage) -> bool:
    return any(passage.span.overlaps(span) for span in one.content)


def _who_says(passage: Passage, quote: Quote, found: Sequence[Attribution]) -> Span | None:
    return _named_before(passage, quote) or _said_below(passage, quote, found) or _named_behind(passage, quote)


def _said_below(passage: Passage, quote: Quote, found: Sequence[Attribution]) -> Span | None:
    """Whoever says these words in the text."""
    wanted = _telling(quote.inner.of(passage.text))
    for one in found:
        if one.part is not passage.part or not one.source or _stands_in(one, passage) or not wanted:
            continue
        own = _telling(" ".join(span.of(passage.text) for span in one.content))
        if len(wanted & own) >= SAME * len(wanted):
            return one.source[0]
    return None


def _telling(words: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", words.lower()) if len(word) > SHORT or word.isdigit())


def _named_behind(passage: Passage, quote: Quote) -> Span | None:
    """ "…: a talk with NAME", "…: minister blames rivals"."""
    rest = passage.text[quote.outer.end : passage.span.end]
    if not re.match(r"\s*[:–—-]\s", rest) or passage.text[passage.span.start : quote.outer.start].strip():
        return None
    tokens = [t for s in passage.sentences for t in s.tokens if t.span.start >= quote.outer.end]
    met = WITH.search(rest)
    if met:
        return _run([t for t in tokens if t.span.start >= quote.outer.end + met.end()], names=True)
    words = [t for t in tokens if any(map(str.isalnum, t.text))]
    verb = next((n for n, t in enumerate(words) if t.tag in ("VBZ", "VBD", "VBP")), 0)
    return _span(words[:verb]) if 0 < verb <= NAME else None


def _run(tokens: Sequence[Token], *, names: bool) -> Span | None:
    """The unbroken run of names at the beginning."""
    end = 0
    while end < len(tokens) and (tokens[end].pos == "PROPN" or not names):
        end += 1
    return _span(tokens[:end])


def _span(tokens: Sequence[Token]) -> Span | None:
    return Span(tokens[0].span.start, tokens[-1].span.end) if tokens else None


def _named_before(passage: Passage, quote: Quote) -> Span | None:
    """ "Rebels “took half of the town”": a few words without a verb, and the quotation is all that follows."""
    before, behind = passage.text[passage.span.start : quote.outer.start], passage.text[quote.outer.end :]
    first = passage.span.start + max((mark.end() for mark in TOPIC.finditer(before)), default=0)
    after = behind[: passage.span.end - quote.outer.end].strip()
    if after and not SEGMENT.match(after):
        return None
    tokens = [t for s in passage.sentences for t in s.tokens if first <= t.span.start < quote.outer.start]
    words = [t for t in tokens if any(map(str.isalnum, t.text))]
    named = 0 < len(words) <= NAME and all(t.pos in ("NOUN", "PROPN", "ADJ", "DET", "PART") for t in words)
    return _span(words) if named and words[-1].pos in ("NOUN", "PROPN") else None
