"""Speech within speech: in whose words an attribution stands, and which outlets say nothing of their own around it.

Enters the attributions of an article; leaves the chain around each, innermost first, and the ones that remain.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.attribution.answers import answers_of
from counterclaim.attribution.choose import Found
from counterclaim.attribution.outlets import outlet_in
from counterclaim.attribution.sources import ISSUES
from counterclaim.model import Span, shared

PRONOUNS = frozenset({"he", "she", "it", "they", "who", "we", "i", "which", "that"})
ENDED = re.compile(r"[.!?…][\"”’»]\s+(?=[A-Z])")  # a quotation that ends its sentence, where the parser reads on


def holds(outer: Found, inner: Found) -> bool:
    """Does one attribution's content hold the other's cue?"""
    if outer is inner or outer.passage is not inner.passage:
        return False
    if not any(span.covers(inner.cue.head.span) for span in outer.content.spans):
        return False
    return ENDED.search(outer.passage.text, outer.cue.head.span.end, inner.cue.head.span.start) is None


def chain_around(found: Found, all_found: Sequence[Found]) -> Iterator[str]:
    """Whose words the attribution itself stands in, innermost first; outlets by their bare names."""
    mine = source_words(found)
    outer = [o for o in all_found if holds(o, found) and source_words(o) not in ("", mine) and not answers_of(o.cue)]
    for other in sorted(outer, key=lambda other: sum(map(len, other.content.spans))):
        if source_words(other).lower() in PRONOUNS:
            continue  # no name that a reader could follow up
        yield outlet_in(source_words(other)) or source_words(other)
        yield other.carrier


def heard_through(found: Sequence[Found]) -> list[Found]:
    """What an outlet only passes on is as sure to be a claim as that the outlet reports it."""
    return [_as_sure_as(one, [other for other in found if _passes_on(other, one)]) for one in found]


def only_passes_on(found: Found, all_found: Sequence[Found]) -> bool:
    """An outlet around another's words, or "issued a statement" around "saying", says nothing of its own."""
    return any(_passes_on(found, other) for other in all_found)


def source_words(found: Found) -> str:
    """The words of its source as they stand; empty where it has none."""
    tokens, words = found.cue.sentence.tokens, found.source.words
    return found.passage.text[tokens[words[0]].span.start : tokens[words[-1]].span.end] if words else ""


def _passes_on(outer: Found, inner: Found) -> bool:
    if not holds(outer, inner):
        return False
    source, mine = source_words(outer), outer.content.spans
    size = sum(map(len, mine))
    if outlet_in(source):
        whole = sum(shared(mine, (span,)) for span in (_said(inner),))
        return 2 * whole > size or 3 * shared(mine, inner.content.spans) > size
    issued = outer.cue.lemma in ISSUES and source_words(inner) == source
    return issued and 3 * shared(mine, inner.content.spans) > size


def _said(found: Found) -> Span:
    """From the first word of source, cue or content to the last."""
    tokens = found.cue.sentence.tokens
    spans = [*found.content.spans, *(tokens[i].span for i in (*found.source.words, *found.cue.words))]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _as_sure_as(found: Found, outlets: Sequence[Found]) -> Found:
    if not outlets:
        return found
    right, claim = max(one.confidence for one in outlets), max(one.claim for one in outlets)
    return replace(found, confidence=max(found.confidence, right), claim=max(found.claim, claim))
