"""What the claimant does with the content: asserts, denies, confirms, predicts, plans or urges it.

Enters a `Found` and the words that name the claimant's own side in this article; leaves a `Stance`. The cue word
decides where it takes a stance; else the content does, by a disavowal or by its future.
"""

import re

from counterclaim.attribution.choose import Found
from counterclaim.attribution.lexicon import in_list
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.silence import disowns
from counterclaim.model import Sentence, Spans, Stance, Token

_TIES = "relationship|involvement|part|links?|connection|role|hand|responsibility|knowledge"
_BLAME = "involved|responsible|behind|to blame"
DISAVOWAL = re.compile(
    rf"\b(?:nothing to do with|no (?:\w+ ){{0,2}}(?:{_TIES})\b"
    rf"|(?:was|were|is|are|am|been|['’]s|['’]re|['’]m) (?:not|never) (?:{_BLAME})"
    rf"|(?:was|were|is|are)n['’]t (?:{_BLAME})"
    r"|(?:did not|didn['’]t) (?:attack|strike|shell|carry out))\b",
    re.IGNORECASE,
)
CALLS = frozenset({"call", "describe", "dismiss", "brand", "label", "denounce"})
UNTRUE = re.compile(
    r"\b(?:lies?|fairy tales?|nonsense|fabrications?|fabricated|fakes?|false|untrue|baseless|unfounded|groundless"
    r"|fictions?|inventions?|invented|myths?|propaganda|disinformation|hoax|slander|rubbish)\b",
    re.IGNORECASE,
)
SELVES = frozenset(["i", "we", "my", "our"])  # in quote marks the speaker is never "she"
OWN = SELVES | {"he", "she", "they", "his", "her", "its", "their"}
NEEDS_AIM = frozenset(
    {
        "call",
        "ask",
        "press",
        "warn",
        "advise",
        "invite",
        "direct",
        "insist",
        "order",
        "encourage",
        "request",
        "announce",
        "agree",
    }
)
CONDITIONS = frozenset({"if", "unless"})


def stance_of(found: Found, own: frozenset[str]) -> Stance:
    """The stance of one attribution. `own` are lower-case names that stand for the claimant's own people."""
    by_cue = _by_cue(found)
    if by_cue:
        return by_cue
    words = " ".join(span.of(found.passage.text) for span in found.content.spans)
    return Stance.DENIES if _disparages(found, words) else stance_in(found.content.spans, found.passage, own)


def stance_in(spans: Spans, passage: Passage, own: frozenset[str] = frozenset()) -> Stance:
    """The stance that the content itself takes, whatever its cue."""
    words = " ".join(span.of(passage.text) for span in spans)
    if DISAVOWAL.search(words) or disowns(words):
        return Stance.DENIES
    asks = passage.text[spans[-1].end - 1] == "?"
    return (None if asks else _by_future(spans, passage, own)) or Stance.ASSERTS


def _disparages(found: Found, words: str) -> bool:
    """ "Called the figure a fairy tale"."""
    return found.cue.lemma in CALLS and found.cue.kind in ("verb", "headline") and bool(UNTRUE.search(words))


def _by_cue(found: Found) -> Stance | None:
    cue = found.cue
    lemma, kind = cue.lemma, "verb" if cue.kind == "according" else cue.kind
    negated = any(child.dep == "neg" for child in cue.sentence.children(cue.head))
    if in_list(kind, "deny", lemma):
        return Stance.CONFIRMS if negated else Stance.DENIES
    if in_list(kind, "confirm", lemma):
        return None if negated else Stance.CONFIRMS
    if in_list(kind, "urge", lemma) and (lemma not in NEEDS_AIM or _aims(found)):
        return Stance.URGES
    if in_list(kind, "plan", lemma) and (lemma not in NEEDS_AIM or _aims(found)):
        return Stance.PLANS
    return Stance.PREDICTS if in_list(kind, "predict", lemma) else None


def _aims(found: Found) -> bool:
    """Does the cue open on something to be done: "called on … to", "called for", "asked … to"?"""
    cue, tokens = found.cue, found.cue.sentence.tokens
    for child in cue.sentence.children(cue.head):
        if cue.lemma == "call" and child.dep == "prep" and child.lemma in ("for", "on", "upon"):
            return True
    first = tokens[found.content.words[0]]
    infinitive = any(token.tag == "TO" and token.i <= first.i + 8 for token in tokens[max(first.i - 1, cue.head.i) :])
    return cue.lemma != "call" and infinitive and not found.passage.quote_at(first.span.start)


def _by_future(spans: Spans, passage: Passage, own: frozenset[str]) -> Stance | None:
    """One's own future is a plan, another's a prediction; a plan may stand in a side clause, a prediction may not."""
    for sentence, verb, main in _futures(spans, passage):
        first_person = passage.quote_at(verb.span.start) is not None
        mine = _is_own(sentence, verb, own | (SELVES if first_person else OWN))
        if mine:
            return Stance.PLANS
        if main:
            return Stance.PREDICTS
    return None


def _futures(spans: Spans, passage: Passage) -> list[tuple[Sentence, Token, bool]]:
    futures = []
    for sentence in passage.sentences:
        inside = [
            token for token in sentence.tokens if any(span.start <= token.span.start < span.end for span in spans)
        ]
        if not inside or any(token.lemma in CONDITIONS for token in inside):
            continue
        kept = {token.i for token in inside}
        for token in inside:
            verb = sentence.head(token)
            if token.dep == "aux" and _will(token, verb) and verb.i in kept:
                futures.append((sentence, verb, sentence.head(verb).i not in kept or verb.dep == "ROOT"))
    return futures


def _will(auxiliary: Token, verb: Token) -> bool:
    """ "Will", or "would" after a past; "would be" is hearsay or supposition far more often."""
    return auxiliary.lemma in ("will", "shall", "'ll", "’ll", "wo") or (
        auxiliary.text.lower() == "would" and verb.lemma != "be"
    )


def _is_own(sentence: Sentence, verb: Token, own: frozenset[str]) -> bool:
    subject = next((child for child in sentence.children(verb) if child.dep in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    return bool({token.text.lower() for token in sentence.subtree(subject)} & own)
