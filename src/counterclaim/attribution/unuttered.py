"""What has not been said, at least not yet: "is set to announce", "must explain", "if the mayor says"; and what was
done and not said: "they were denied visas".

Enters a cue with its source; says whether the saying is only wished for, due or supposed, or none. Where the words
stand in quote marks they are known, so they were said: "he is expected to say: “We stay.”"
"""

from counterclaim.attribution.cues import Cue
from counterclaim.attribution.sources import Source
from counterclaim.model import Token

WISHED = frozenset({"could", "may", "might", "must", "should", "would"})
DUE = frozenset(
    [
        "able", "ask", "direct", "due", "encourage", "expect", "hope", "instruct", "intend", "invite", "likely", "mean",
        "need", "order", "plan", "poise", "prepare", "ready", "require", "schedule", "set", "slate", "tell", "unlikely",
        "urge", "want", "willing", "wish",
    ]
)  # fmt: skip
SUPPOSES = frozenset({"if", "unless", "lest"})
ONLY = frozenset({"merely", "only"})
OWN = frozenset({"i", "we"})  # "I must say", "we would argue": saying so is saying it
MARKS = frozenset('"“”„«»‘`') | {"``", "''"}
REACH = 4


def is_unuttered(cue: Cue, source: Source) -> bool:
    """Is the saying not a fact?"""
    if cue.kind != "verb" or (source.head is not None and source.head.text.lower() in OWN):
        return False
    if _refused(cue):
        return True
    if any(token.text in MARKS for token in cue.sentence.tokens):
        return False
    return _wished(cue) or _supposed(cue)


def _refused(cue: Cue) -> bool:
    """ "They were denied visas", "denied them entry": who is refused something; "the claim was denied" has no second
    object."""
    below = {child.dep for child in cue.sentence.children(cue.head)}
    return cue.head.lemma == "deny" and ({"nsubjpass", "dobj"} <= below or {"dative", "dobj"} <= below)


def _wished(cue: Cue) -> bool:
    """ "Should say", "has to say", "is set to say", "was asked to say"; "had to admit" was admitted."""
    sentence, head = cue.sentence, cue.head
    if head.tag != "VB":
        return False
    children = sentence.children(head)
    if any(child.dep == "aux" and child.text.lower() in WISHED for child in children):
        return not any(child.text.lower() in ONLY for child in children)  # "would only say that" was said
    above = sentence.head(head)
    if not any(child.tag == "TO" for child in children) or above.i >= head.i or head.dep not in ("xcomp", "ccomp"):
        return False
    return above.lemma in DUE or (above.lemma == "have" and not _is_past(above))


def _is_past(verb: Token) -> bool:
    return verb.tag in ("VBD", "VBN")


def _supposed(cue: Cue) -> bool:
    """ "If the mayor says"; "even if" and "as if" are left alone."""
    for child in cue.sentence.children(cue.head):
        if child.dep == "mark" and child.text.lower() in SUPPOSES:
            before = cue.sentence.tokens[child.i - 1].text.lower() if child.i else ""
            return before not in ("even", "as")
    return False
