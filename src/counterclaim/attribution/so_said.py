"""Two ways in which "so" gives words to a speaker: “It stays,” so its director; and "It stays. So X assured us."

Enters a passage with what was found in it; leaves the attributions of such words, whose cue is "so", alone or with its
verb.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterclaim.attribution.lexicon import speaks
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.stance import stance_in
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, Quotation, Sentence, Span, Token

CONFIDENCE = 0.7
NAME = 14  # words that name a speaker with what he is
SO = frozenset({"so", "thus"})
SPEAKERS = ("nsubj", "attr", "dobj")


def so_said(passage: Passage, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Every such claim that nothing else holds."""
    if passage.headline:
        return
    taken = [span for one in found if one.part is passage.part and one.speech for span in one.content]
    for attribution in (*_behind_quotes(passage), *_in_the_next(passage)):
        if not any(span.overlaps(held) for span in attribution.content for held in taken):
            yield attribution


def _behind_quotes(passage: Passage) -> Iterator[Attribution]:
    tokens = [token for sentence in passage.sentences for token in sentence.tokens]
    for quote in passage.quotes:
        behind = [token for token in tokens if token.span.start >= quote.outer.end]
        words = [token for token in behind if token.text != ","]
        end = next((n for n, token in enumerate(words) if token.text in ".;:"), len(words))
        who = words[1:end]
        named = 0 < len(who) <= NAME and not any(token.pos in ("VERB", "AUX") for token in who)
        if words and words[0].text.lower() in SO and named and any(t.pos in ("NOUN", "PROPN") for t in who):
            span = trim(passage.text, quote.inner.start, quote.inner.end)
            if span is not None and passage.spoken(quote):
                yield _given(passage, span, words[0].span, who, Quotation.DIRECT)


def _in_the_next(passage: Passage) -> Iterator[Attribution]:
    for before, sentence in pairwise(passage.sentences):
        verb, opening = sentence.root, sentence.tokens[0]
        subject = next((c for c in sentence.children(verb) if c.dep in SPEAKERS and c.pos != "PRON"), None)
        if opening.text.lower() not in SO or not speaks("verb", verb.lemma) or subject is None:
            continue
        if _says_more(sentence, verb) or any(quote.outer.overlaps(sentence.span) for quote in passage.quotes):
            continue
        span = trim(passage.text, before.span.start, before.span.end)
        if span is not None:
            who = [token for token in sentence.subtree(subject) if token.i > 0]
            while who and who[-1].pos == "PUNCT":
                who.pop()
            yield _given(passage, span, verb.span, who, Quotation.INDIRECT)


def _says_more(sentence: Sentence, verb: Token) -> bool:
    """ "So the director said that …": what is said follows."""
    return any(child.dep in ("ccomp", "xcomp") for child in sentence.children(verb))


def _given(passage: Passage, span: Span, cue: Span, who: Sequence[Token], quotation: Quotation) -> Attribution:
    source = Span(who[0].span.start, who[-1].span.end)
    return Attribution(passage.part, (source,), (cue,), (span,), quotation, stance_in((span,), passage), CONFIDENCE)
