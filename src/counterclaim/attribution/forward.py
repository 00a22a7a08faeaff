"""A message that is said to be clear, and told in the next sentence: "The town is firm on this. The bridge stays."

Enters a passage; leaves the attributions of such sentences. Their cue runs from "is" to the sentence's end.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from counterclaim.attribution.cues import find_cues
from counterclaim.attribution.lexicon import in_list, speaks
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.sources import SUBJECTS, source_of
from counterclaim.attribution.stance import stance_in
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, Quotation, Sentence, Span, Token

CONFIDENCE = 0.6
FIRM = frozenset(
    {"adamant", "blunt", "categorical", "clear", "emphatic", "explicit", "firm", "unambiguous", "unequivocal"}
)
ABOUT = frozenset({"on", "about", "in"})
MESSAGES = frozenset({"answer", "argument", "line", "message", "point", "position", "reply", "stance", "verdict"})
LEADS = re.compile(
    r"(?:On the one hand|For one thing|To begin with|First(?:ly)?(?: of all)?|In (?:its|his|her|their) view), "
)


def told_next(passage: Passage) -> Iterator[Attribution]:
    """Every clear message whose words stand in the sentence behind it."""
    for sentence, after in pairwise(passage.sentences):
        root = sentence.root
        subject = next((child for child in sentence.children(root) if child.dep in SUBJECTS), None)
        firm = next((child for child in sentence.children(root) if child.dep == "acomp"), None)
        if subject is None or firm is None or root.lemma != "be" or firm.lemma not in FIRM:
            continue
        who = _speaker(sentence, subject, firm)
        if who and not passage.headline and not _closed_in(passage, sentence) and not _has_speaker(passage, after):
            yield from _told(passage, (root, sentence.tokens[-1]), who, after)


def _told(passage: Passage, cue: tuple[Token, Token], who: Span, after: Sentence) -> Iterator[Attribution]:
    opening = LEADS.match(passage.text, after.span.start)
    span = trim(passage.text, opening.end() if opening else after.span.start, after.span.end)
    words = trim(passage.text, cue[0].span.start, cue[1].span.end)
    if span and words:
        stance = stance_in((span,), passage)
        yield Attribution(passage.part, (who,), (words,), (span,), Quotation.INDIRECT, stance, CONFIDENCE)


def _speaker(sentence: Sentence, subject: Token, firm: Token) -> Span | None:
    """Whose message it is; nobody's where the sentence goes on to tell it, or speaks of a thing that is clear."""
    behind = sentence.tokens[firm.i + 1 :]
    if any(token.pos in ("VERB", "AUX") or token.text in ",:;" for token in behind):
        return None
    about = behind[0] if behind else None
    words = sentence.subtree(subject)
    if subject.lemma in MESSAGES:
        owner = next((child for child in sentence.children(subject) if child.dep == "poss"), None)
        words = sentence.subtree(owner) if owner else ()
    elif about is None or about.text not in ABOUT or not _is_someone(subject):
        return None
    words = tuple(token for token in words if token.tag != "POS")
    return Span(words[0].span.start, words[-1].span.end) if words else None


def _is_someone(subject: Token) -> bool:
    if subject.pos == "PRON":
        return subject.text.lower() in ("he", "she", "they")
    return subject.pos == "PROPN" or in_list("source", "body", subject.lemma.lower())


def _closed_in(passage: Passage, sentence: Sentence) -> bool:
    """Is it part of what somebody says in quote marks?"""
    return any(quote.outer.overlaps(sentence.span) for quote in passage.quotes)


def _has_speaker(passage: Passage, sentence: Sentence) -> bool:
    """Does the next sentence say itself who says it?"""
    if any(quote.outer.overlaps(sentence.span) for quote in passage.quotes):
        return True
    cues = [cue for cue in find_cues(sentence) if cue.kind in ("verb", "according") and speaks(cue.kind, cue.lemma)]
    return any(cue.head.dep == "ROOT" or cue.kind == "according" for cue in cues if source_of(cue, passage).words)
