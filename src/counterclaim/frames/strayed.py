"""Words that the parser hangs on the wrong side of a content's edge, hung where they belong.

Enters a sentence and which of its tokens lie in the content; leaves the sentence, mended where one of three things is
seen. "The rebels have not taken Karsh, Colonel Dorn said": Karsh is made a part of the colonel's name. "Karsh is ours":
a name that the tagger never saw is made an adverb at the sentence's head. "RSF shelling": a deed is made a participle
of the name.
"""

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.model import Sentence, Token

PARTS_OF_NAMES = frozenset(["nmod", "compound", "amod", "appos", "nummod", "npadvmod"])
COPULAS = frozenset(["be", "remain", "stay", "become"])
BETWEEN = frozenset(["ADV", "PART", "ADP"])
ADVERBIAL = frozenset(["advmod", "npadvmod", "dep", "intj"])
SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "expl"])
PASSIVE = frozenset(["auxpass"])
DEEDS = frozenset(["shelling", "bombing", "shooting", "bombarding"])
NOMINAL = frozenset(["nsubj", "nsubjpass", "pobj", "dobj"])


def mended(sentence: Sentence, inside: frozenset[int]) -> Sentence:
    """The sentence as its words say; the same one where nothing has strayed."""
    found = (_last(sentence, inside), _first(sentence, inside), *_deeds(sentence, inside))
    changed = {token.i: token for token in found if token is not None}
    if not changed:
        return sentence
    return replace(sentence, tokens=tuple(changed.get(token.i, token) for token in sentence.tokens))


def _deeds(sentence: Sentence, inside: frozenset[int]) -> Iterator[Token]:
    """ "RSF shelling killed three", of which the parser makes the RSF the subject: it is the shelling."""
    for token in sentence.tokens[1:]:
        name = sentence.tokens[token.i - 1]
        participle = token.tag == "VBG" and token.dep in ("amod", "acl") and token.head == name.i
        bare = name.pos in ("NOUN", "PROPN") and name.tag not in ("NNS", "NNPS") and name.dep in NOMINAL
        if not (participle and bare and token.text.lower() in DEEDS and {token.i, name.i} <= inside):
            continue
        if not any(child.dep == "dobj" for child in sentence.children(token)):
            yield replace(token, pos="NOUN", tag="NN", lemma=token.text.lower(), dep=name.dep, head=name.head)
            yield replace(name, dep="compound", head=token.i)


def _last(sentence: Sentence, inside: frozenset[int]) -> Token | None:
    """The content's last name, which stands before a comma and hangs on the speaker's behind it: its verb's object."""
    token = sentence.tokens[max(inside)]
    while token.i in inside and token.dep != "ROOT" and sentence.head(token).i in inside and token.head != token.i:
        token = sentence.head(token)
    head = sentence.head(token)
    behind = sentence.tokens[max(inside) + 1 : max(inside) + 2]
    if (
        token.dep not in PARTS_OF_NAMES
        or head.i <= token.i
        or head.dep != "nsubj"
        or not behind
        or behind[0].text != ","
    ):
        return None
    start = next(t.i for t in sentence.subtree(token) if t.i in inside)
    before = start - 1
    while before in inside and sentence.tokens[before].pos in BETWEEN:
        before -= 1
    verb = sentence.tokens[before] if before in inside else None
    if verb is None or verb.pos not in ("VERB", "AUX"):
        return None
    taken = any(child.dep in ("dobj", "attr", "acomp") and child.i in inside for child in sentence.children(verb))
    dep = ("acomp" if token.pos == "ADJ" else "attr") if verb.lemma in COPULAS else "dobj"
    return None if taken else replace(token, dep=dep, head=verb.i)


def _first(sentence: Sentence, inside: frozenset[int]) -> Token | None:
    """The capital at the sentence's head that is made an adverb of a verb without a subject: its subject."""
    token = sentence.tokens[0]
    verb = sentence.head(token)
    named = token.text.istitle() and token.text.isalpha() and not token.text.endswith("ly")
    if 0 not in inside or verb.i not in inside or not named or token.dep not in ADVERBIAL:
        return None
    between = sentence.tokens[1 : verb.i]
    plain = all(other.pos in ("AUX", "PART", "ADV") for other in between)
    children = sentence.children(verb)
    if verb.pos not in ("VERB", "AUX") or not plain or any(child.dep in SUBJECTS for child in children):
        return None
    if verb.tag in ("VB", "VBG") and not between:
        return None  # "Please leave", "Perhaps leaving"
    passive = any(child.dep in PASSIVE for child in children)
    return replace(token, dep="nsubjpass" if passive else "nsubj", pos="PROPN")
