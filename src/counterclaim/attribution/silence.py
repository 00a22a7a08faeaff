"""Sentences with a cue and a speaker in which nothing is claimed: "nobody said", "did not say whether", "said nothing".

Enters a cue with its source; says whether they are silent. "She has said no such thing" is not: she denies it.
"""

import re

from counterclaim.attribution.cues import Cue
from counterclaim.attribution.lexicon import in_list, speaks
from counterclaim.attribution.sources import Source
from counterclaim.model import Token

NOBODY = frozenset({"no", "nobody", "none", "neither", "noone"})
NOTHING = frozenset({"nothing", "little"})
NO_SUCH = re.compile(r"\b(?:no such thing|nothing of the (?:kind|sort))\b", re.IGNORECASE)
WITHHOLDS = frozenset({"decline", "refuse", "fail", "avoid", "stop", "refrain", "forget", "cease"})
ENOUGH = frozenset({"only", "just", "merely", "enough", "simply", "overstate"})
MENTIONS = frozenset({"mention", "comment", "statement", "remark", "reference", "claim"})
QUESTIONS = frozenset({"ask", "question", "wonder", "inquire", "enquire"})
ASKING = frozenset({"whether", "if", "why", "how", "what", "who", "when", "where", "which"})
ASKED = frozenset({"ask", "press", "question", "quiz"})
HEARSAY = frozenset(
    {"say", "accuse", "call", "describe", "allege", "charge", "report", "blame", "name", "label", "dub"}
)
EACH_OTHER = frozenset({"each other", "one another", "the other", "them", "him", "her"})


def disowns(words: str) -> bool:
    """Do the words after "said" say that it was not said?"""
    return bool(NO_SUCH.search(words))


def is_silent(cue: Cue, source: Source, words: str) -> bool:
    """Does the cue with its source say that nothing was said, or only ask? `words` are the content's."""
    if cue.kind not in ("verb", "noun") or disowns(words):
        return False
    if words.lower() in EACH_OTHER:
        return True
    if cue.kind == "noun":
        return cue.lemma in MENTIONS and any(child.text.lower() == "no" for child in cue.sentence.children(cue.head))
    if not speaks(cue.kind, cue.lemma) or in_list("verb", "deny", cue.lemma):
        return False
    if _is_passive(cue, source) or _takes_lives(cue):
        return True
    return _nobody(cue, source) or _withheld(cue) or _nothing(cue) or _was_asked(cue)


def _is_passive(cue: Cue, source: Source) -> bool:
    """ "Is said to", "was accused of": no word says by whom, and it is not the speaker before."""
    passive = any(child.dep in ("auxpass", "nsubjpass") for child in cue.sentence.children(cue.head))
    return passive and not source.words and cue.lemma in HEARSAY


def _takes_lives(cue: Cue) -> bool:
    """ "The storm claimed nine lives"."""
    objects = (child.lemma for child in cue.sentence.children(cue.head) if child.dep == "dobj")
    return cue.lemma == "claim" and bool({"life", "victim"} & set(objects))


def _nobody(cue: Cue, source: Source) -> bool:
    """ "No group has claimed", "none of them said"."""
    if not source.words or source.how not in ("subject", "inverted"):
        return False
    first = cue.sentence.tokens[source.words[0]]
    return first.text.lower() in NOBODY


def _withheld(cue: Cue) -> bool:
    """ "Did not say", "has yet to say", "declined to say"; "did not only say" is said all the same."""
    sentence, head = cue.sentence, cue.head
    children = sentence.children(head)
    negation = next((child for child in children if child.dep == "neg" and child.i < head.i), None)
    if negation is not None:
        near = sentence.tokens[negation.i : head.i + 4]
        return not any(token.lemma in ENOUGH for token in near) and negation.lemma != "only"
    above = sentence.head(head)
    return head.dep == "xcomp" and (above.lemma in WITHHOLDS or _has_yet(above, sentence.children(above)))


def _has_yet(above: Token, children: tuple[Token, ...]) -> bool:
    return above.lemma == "have" and any(child.text.lower() == "yet" for child in children)


def _nothing(cue: Cue) -> bool:
    """ "Said nothing in public about the raid"."""
    return any(
        child.dep == "dobj" and child.i == cue.head.i + 1 and child.text.lower() in NOTHING
        for child in cue.sentence.children(cue.head)
    )


def _was_asked(cue: Cue) -> bool:
    """ "Asked why, the mayor said": who is named was asked."""
    passive = not any(child.dep == "agent" for child in cue.sentence.children(cue.head))
    return cue.lemma in ASKED and cue.head.tag == "VBN" and cue.head.dep == "advcl" and passive


def only_asks(cue: Cue, first: int) -> bool:
    """ "Asked whether": a question claims nothing. `first` is the content's first word in the sentence."""
    around = {token.text.lower() for token in cue.sentence.tokens[max(first - 1, 0) : first + 1]}
    return cue.lemma in QUESTIONS and bool(around & ASKING)
