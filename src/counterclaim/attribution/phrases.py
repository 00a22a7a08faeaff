"""Stretches that a form of words fixes, whatever the tree offers: who is to do what, and what is put at how many.

Enters a cue; leaves each stretch with its name, as indices into the cue's sentence, or nothing where the form is
another one.
"""

from collections.abc import Iterator

from counterclaim.attribution.cues import Cue
from counterclaim.model import Token

LISTENER = 8  # words in which those who are asked are named
ASKS = frozenset({"ask", "call", "tell"})
PRESSES = frozenset({"beseech", "command", "entreat", "exhort", "harangue", "implore", "instruct", "summon"})
MEASURES = {"put": "at", "raise": "to", "revise": "to", "lower": "to", "cut": "to", "increase": "to", "update": "to"}
TALLIES = frozenset({"toll", "count", "figure", "number", "tally", "estimate", "total", "dead", "death", "loss"})
COUNTS = frozenset({"dozen", "hundred", "thousand", "score", "several", "many", "few", "least", "fewer", "some"})


def asked_for(cue: Cue) -> Iterator[tuple[str, range]]:
    """ "Called on *the two to talk*", "asked *them to leave*", "implored them *to stay*", up to where that ends."""
    sentence, start = cue.sentence, cue.head.i + 1
    if cue.lemma not in ASKS | PRESSES or any(child.dep == "auxpass" for child in sentence.children(cue.head)):
        return
    if cue.lemma == "call":
        if start >= len(sentence.tokens) or sentence.tokens[start].text not in ("on", "upon"):
            return
        start += 1
    near = sentence.tokens[start : start + LISTENER]
    particle = next((token for token in near if token.tag == "TO"), None)
    if (
        particle is None
        or particle.i == start
        or any(token.pos in ("VERB", "PUNCT") for token in near[: particle.i - start])
    ):
        return
    deed = sentence.head(particle)
    if deed.i > particle.i and deed.tag == "VB":
        yield "asked-for", range(particle.i if cue.lemma in PRESSES else start, _end_of(cue, deed))


def _end_of(cue: Cue, deed: Token) -> int:
    """Where the deed's words end, without a phrase behind a comma that speaks of all of it."""
    sentence, below = cue.sentence, cue.sentence.subtree(deed)
    for token in below:
        first = min(t.i for t in sentence.subtree(token))
        aside = token.dep in ("npadvmod", "appos") and not token.entity and sentence.tokens[first].pos == "DET"
        if aside and first > deed.i and sentence.tokens[first - 1].text == ",":
            return first - 1
    return max(token.i for token in below) + 1


def measured(cue: Cue) -> Iterator[tuple[str, range]]:
    """ "Put *the losses at 40*", "raised *its toll to 40*", without what the speaker did besides."""
    preposition = MEASURES.get(cue.lemma)
    sentence = cue.sentence
    children = sentence.children(cue.head)
    thing = next((child for child in children if child.dep == "dobj" and child.i > cue.head.i), None)
    if preposition is None or thing is None or (cue.lemma != "put" and thing.lemma not in TALLIES):
        return
    near = (*children, *sentence.children(thing))
    at = next((token for token in near if token.text == preposition and token.i > thing.i), None)
    if at is None or not any(token.i > at.i and is_count(token) for token in sentence.subtree(at)):
        return
    besides = (child.i for child in children if child.dep in ("cc", "conj") and child.i > at.i)
    end = next(besides, len(sentence.tokens))
    yield "measured", range(min(token.i for token in sentence.subtree(thing)), end)


def is_count(token: Token) -> bool:
    """A number in digits or words, or "dozens"."""
    return token.pos == "NUM" or token.lemma in COUNTS
