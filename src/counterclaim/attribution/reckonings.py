"""Whose number it is: "the ministry's count of the dead is 40", "the governor's figure, given on Monday, was 60".

Enters a passage; leaves attributions whose source owns the number and whose cue is the word for it. Their content is
what is counted with its number.
"""

from collections.abc import Iterator

from counterclaim.attribution.lexicon import in_list
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.phrases import is_count
from counterclaim.attribution.stance import stance_in
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, Quotation, Sentence, Span, Token

NUMBERS = frozenset({"count", "estimate", "figure", "number", "reckoning", "tally", "toll", "total"})
STANDS = frozenset({"be", "come", "reach", "run", "stand"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
CONFIDENCE = 0.6


def reckonings(passage: Passage) -> Iterator[Attribution]:
    """Every number that somebody is said to have, where it is the subject of its sentence."""
    if passage.headline:
        return
    for sentence in passage.sentences:
        root = sentence.root
        subject = next((child for child in sentence.children(root) if child.dep == "nsubj"), None)
        if subject is None or root.lemma not in STANDS or passage.quote_at(root.span.start):
            continue
        owner = next((child for child in sentence.children(subject) if child.dep == "poss"), None)
        if subject.lemma in NUMBERS and owner is not None and _counts(sentence, root) and _is_someone(owner):
            yield from _attributed(passage, sentence, (owner, subject, root))


def _attributed(passage: Passage, sentence: Sentence, words: tuple[Token, Token, Token]) -> Iterator[Attribution]:
    owner, number, root = words
    named = [token for token in sentence.subtree(owner) if token.tag != "POS"]
    counted = next((child for child in sentence.children(number) if child.text == "of"), None)
    first = sentence.tokens[counted.i + 1] if counted and counted.i + 1 < root.i else root
    span = trim(passage.text, first.span.start, sentence.span.end)
    if span is not None:
        source = Span(named[0].span.start, named[-1].span.end)
        stance = stance_in((span,), passage)
        yield Attribution(passage.part, (source,), (number.span,), (span,), Quotation.INDIRECT, stance, CONFIDENCE)


def _counts(sentence: Sentence, root: Token) -> bool:
    """Does a number follow, in the sentence's own clause: "is 40", "stood at 40", "was at least 40"?"""
    near = [child for child in sentence.children(root) if child.i > root.i and child.dep in ("attr", "prep", "dobj")]
    return any(is_count(token) for child in near for token in sentence.subtree(child)[:6])


def _is_someone(owner: Token) -> bool:
    known = owner.entity in NAMES or owner.text.lower() in ("his", "her", "its", "their")
    lemma = owner.lemma.lower()
    return known or in_list("source", "body", lemma) or in_list("source", "voice", lemma)
