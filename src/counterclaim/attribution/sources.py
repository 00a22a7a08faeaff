"""Whose words a cue gives: the noun phrase that names the speaker in the cue's sentence.

Enters a `Cue`; leaves the `Source` that its grammar points to, perhaps an empty one. Who that is, is for `counterclaim.entities`.
"""

from dataclasses import dataclass

from counterclaim.attribution.cues import Cue
from counterclaim.model import Sentence, Token

SUBJECTS = frozenset({"nsubj", "csubj"})
SPOKEN_TO = frozenset({"tell", "inform", "ask", "advise", "brief", "assure", "remind", "warn"})
QUOTED_AS = frozenset({"quote", "cite", "hear", "record"})
TAIL = frozenset({"relcl", "advcl", "ccomp"})


@dataclass(frozen=True, slots=True)
class Source:
    """Indices into the cue's sentence; empty where the sentence names no one. `how` is the way that it was found."""

    words: tuple[int, ...]
    head: Token | None
    how: str


NOBODY = Source((), None, "none")


def source_of(cue: Cue) -> Source:
    """The source that the cue's grammar points to."""
    if cue.kind == "according":
        return _after_according(cue)
    if cue.kind == "noun":
        return _of_noun(cue)
    head = _copula(cue) if cue.kind == "adjective" else cue.head
    return _of_verb(cue.sentence, head, cue)


def _copula(cue: Cue) -> Token:
    """The verb of "is aware that"; the adjective itself where it stands alone after its noun."""
    head = cue.sentence.head(cue.head)
    return head if cue.head.dep == "acomp" and head.pos in ("AUX", "VERB") else cue.head


def _after_according(cue: Cue) -> Source:
    sentence = cue.sentence
    for token in sentence.tokens[cue.head.i + 2 :]:
        if token.dep == "pobj" and sentence.head(token).i in cue.words:
            return _phrase(sentence, token, "according")
    after = sentence.tokens[cue.head.i + 2 : cue.head.i + 3]
    return _phrase(sentence, after[0], "according") if after else NOBODY


def _of_noun(cue: Cue) -> Source:
    """ "Their claim that", "claims by the mayor", else who makes it: "she made the claim that"."""
    sentence = cue.sentence
    for child in sentence.children(cue.head):
        if child.dep == "poss":
            return _phrase(sentence, child, "poss")
    for child in sentence.children(cue.head):
        if child.dep in ("prep", "agent") and child.lemma in ("by", "from", "of") and child.i > cue.head.i:
            named = next((grand for grand in sentence.children(child) if grand.dep in ("pobj", "pcomp")), None)
            if named and (
                child.lemma != "of" or named.pos == "PROPN" or named.entity in ("PERSON", "ORG", "GPE", "NORP")
            ):
                return _phrase(sentence, named, child.lemma)
    head = sentence.head(cue.head)
    if cue.head.dep in ("dobj", "attr", "pobj") and head is not cue.head:
        verb = sentence.head(head) if cue.head.dep == "pobj" else head
        if verb.pos in ("VERB", "AUX"):
            found = _of_verb(sentence, verb, cue)
            return Source(found.words, found.head, f"maker-{found.how}")
    return NOBODY


def _of_verb(sentence: Sentence, verb: Token, cue: Cue) -> Source:
    passive = any(child.dep in ("nsubjpass", "auxpass") for child in sentence.children(verb))
    if passive and verb.lemma not in QUOTED_AS:
        return _agent(sentence, verb)
    own = _subject(sentence, verb)
    if own:
        return _phrase(sentence, own, "subject")
    inverted = _inverted(sentence, verb)
    if inverted:
        return _phrase(sentence, inverted, "inverted")
    return _shared(sentence, verb, cue)


def _agent(sentence: Sentence, verb: Token) -> Source:
    for child in sentence.children(verb):
        if child.dep == "agent":
            named = next((grand for grand in sentence.children(child) if grand.dep == "pobj"), None)
            if named:
                return _phrase(sentence, named, "agent")
    return NOBODY


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    subjects = [child for child in sentence.children(verb) if child.dep in SUBJECTS or child.dep == "nsubjpass"]
    near = [child for child in subjects if child.pos in ("PROPN", "PRON", "NOUN", "NUM", "DET", "ADJ")]
    return near[-1] if near else None


def _inverted(sentence: Sentence, verb: Token) -> Token | None:
    """The name right after "said" that the parser took for something else."""
    if verb.i == 0 or verb.i + 1 >= len(sentence.tokens) or sentence.tokens[verb.i - 1].text not in ",\"”’'''?!—":
        return None
    return next(
        (child for child in sentence.children(verb) if child.i > verb.i and child.dep in ("dobj", "attr", "oprd", "npadvmod")
         and child.pos in ("PROPN", "PRON", "NOUN")), None,
    )  # fmt: skip


def _shared(sentence: Sentence, verb: Token, cue: Cue) -> Source:
    """The subject of the verb that this one hangs on: "said … and added", "spoke, saying", "wants to", "the man claiming"."""
    token = verb
    for _ in range(4):
        head = sentence.head(token)
        if head is token:
            return NOBODY
        if token.dep in ("acl", "relcl", "amod", "appos") and head.pos in ("NOUN", "PROPN", "PRON"):
            return _phrase(sentence, head, "noun", without=cue.head)
        if head.pos in ("VERB", "AUX"):
            if any(child.dep == "auxpass" for child in sentence.children(head)) and head.lemma not in QUOTED_AS:
                agent = _agent(sentence, head)
                if agent.words and token.dep != "conj":
                    return Source(agent.words, agent.head, "shared")
            subject = _subject(sentence, head)
            if subject and subject.i != verb.i:
                return _phrase(sentence, subject, "shared", without=cue.head)
        token = head
    return NOBODY


def _phrase(sentence: Sentence, head: Token, how: str, without: Token | None = None) -> Source:
    """The whole noun phrase with its apposition, without the clauses that tell more about it."""
    dropped: set[int] = set()
    for token in sentence.subtree(head):
        if (
            token.dep in TAIL
            or (without is not None and token.i == without.i)
            or (token.dep == "acl" and token.i > head.i)
        ):
            dropped.update(below.i for below in sentence.subtree(token))
    words = [token.i for token in sentence.subtree(head) if token.i not in dropped]
    words = _run_with(words, head.i)
    while words and sentence.tokens[words[-1]].pos == "PUNCT" and sentence.tokens[words[-1]].text not in ")]":
        words.pop()
    while words and (sentence.tokens[words[0]].pos in ("PUNCT", "CCONJ") or sentence.tokens[words[0]].dep == "mark"):
        words.pop(0)
    return Source(tuple(words), head, how) if words else NOBODY


def _run_with(words: list[int], head: int) -> list[int]:
    """The unbroken run of indices that holds the head."""
    if head not in words:
        return []
    first = last = words.index(head)
    while first and words[first - 1] == words[first] - 1:
        first -= 1
    while last + 1 < len(words) and words[last + 1] == words[last] + 1:
        last += 1
    return words[first : last + 1]
