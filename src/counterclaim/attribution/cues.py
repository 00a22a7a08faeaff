"""Words that may say that someone says, thinks or wants something: verbs, nouns, adjectives, "according to".

Enters a sentence; leaves every candidate `Cue`. Whether a candidate is a cue is for `counterclaim.attribution.scores` to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.model import Sentence, Token

CLAUSES = frozenset({"ccomp", "acl", "prep", "relcl", "xcomp", "advcl"})
NOT_CUES = frozenset({"be", "have", "do", "go", "get", "come", "become"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A candidate: its head and all its words, as indices into the sentence. `kind` is verb, noun, adjective or according."""

    sentence: Sentence
    head: Token
    words: tuple[int, ...]
    kind: str


def find_cues(sentence: Sentence) -> Iterator[Cue]:
    """Every candidate of one sentence, left to right."""
    for token in sentence.tokens:
        kind = _kind(sentence, token)
        if kind == "according":
            yield Cue(sentence, token, (token.i, token.i + 1), kind)
        elif kind:
            yield Cue(sentence, token, (token.i,), kind)


def _kind(sentence: Sentence, token: Token) -> str | None:
    if token.text.lower() == "according":
        following = sentence.tokens[token.i + 1 : token.i + 2]
        return "according" if following and following[0].text.lower() == "to" else None
    if token.pos == "VERB":
        return "verb" if token.lemma not in NOT_CUES else None
    if token.pos == "NOUN" and any(child.dep in CLAUSES for child in sentence.children(token)):
        return "noun"
    if token.pos == "ADJ" and any(child.dep in CLAUSES for child in sentence.children(token)):
        return "adjective"
    return None
