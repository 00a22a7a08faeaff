"""Outlets that hand on another's words: "according to Delta Radio, quoting the mayor, …", "…, citing the mayor".

Enters the chosen attributions of an article; leaves them with whoever is quoted as the source and the outlet as the
carrier. A person or body is quoted; pictures and figures are not.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.attribution.choose import Found
from counterclaim.attribution.lexicon import in_list
from counterclaim.attribution.relays import is_outlet
from counterclaim.attribution.sources import Source
from counterclaim.attribution.trimming import trim
from counterclaim.model import Sentence, Span, Token

HANDING_ON = frozenset({"quote", "cite"})
ARTICLE = re.compile(r"^the ", re.IGNORECASE)
JOINS = re.compile(r",?\s+that\s")
VOICES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def handed_on(found: Sequence[Found]) -> list[Found]:
    """The same attributions, the outlets' own with the mouth they quote, and without their "quoting" as a cue."""
    given = [(one, _from_outlet(one)) for one in found]
    verbs = {(one.passage.block, verb.span) for one, verb in given if verb is not None}
    return [
        one if verb is None else _from(one, verb)
        for one, verb in given
        if (one.passage.block, one.cue.head.span) not in verbs
    ]


def _from_outlet(found: Found) -> Token | None:
    """The "quoting" or "citing" that stands beside an outlet and its verb."""
    tokens, words = found.cue.sentence.tokens, found.source.words
    if not words or found.cue.lemma in HANDING_ON or not is_outlet(_text(found, words)):
        return None
    ends = {max(words) + 1, max(words) + 2, max(found.cue.words) + 1, max(found.cue.words) + 2}
    for token in tokens:
        if token.lemma in HANDING_ON and token.tag == "VBG" and token.i in ends and _quoted(found.cue.sentence, token):
            return token
    return None


def _quoted(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The phrase of the person or body that is quoted, its own clauses left out."""
    head = next(
        (child for child in sentence.children(verb) if child.dep in ("dobj", "nsubj") and child.i > verb.i), None
    )
    if head is None:
        return ()
    lemma = head.lemma.lower()
    human = head.entity in VOICES or in_list("source", "voice", lemma) or in_list("source", "body", lemma)
    end = next((token.i for token in sentence.tokens[head.i :] if token.text == ","), head.i + 1)
    below = [token for token in sentence.subtree(head) if verb.i < token.i < max(end, head.i + 1)]
    return tuple(below) if human else ()


def _from(found: Found, verb: Token) -> Found:
    sentence, text = found.cue.sentence, found.passage.text
    phrase = _quoted(sentence, verb)
    head = next(token for token in phrase if token.head not in {below.i for below in phrase})
    source = Source(tuple(token.i for token in phrase), head, "quoted")
    clause = Span(verb.span.start, phrase[-1].span.end)
    spans = [part for span in found.content.spans for part in _without(span, clause, text)]
    content = replace(found.content, spans=tuple(spans)) if spans else found.content
    carrier = ARTICLE.sub("", _text(found, found.source.words))
    return replace(found, source=source, content=content, carrier=carrier, formed=True)


def _without(span: Span, clause: Span, text: str) -> list[Span]:
    """What is left of a stretch on both sides of the clause."""
    if not span.overlaps(clause):
        return [span]
    joins = JOINS.match(text, clause.end)
    edges = ((span.start, clause.start), (joins.end() if joins else clause.end, span.end))
    left = [trim(text, start, end) for start, end in edges if start < end]
    return [part for part in left if part is not None and any(map(str.isalnum, part.of(text)))]


def _text(found: Found, words: Sequence[int]) -> str:
    tokens = found.cue.sentence.tokens
    return found.passage.text[tokens[min(words)].span.start : tokens[max(words)].span.end]
