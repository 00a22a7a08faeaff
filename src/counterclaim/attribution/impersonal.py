"""Statements that speak for their makers: "In the statement made by the company, it was stated that the mine was safe".

Enters the chosen attributions; leaves those whose verb has a mere "it" as its subject with the maker of the document
that their sentence names before as the source, and what was heard in the words for the making left out.
"""

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.attribution.choose import Found
from counterclaim.attribution.sources import DOCUMENTS, Source
from counterclaim.model import Sentence, Token

BY = frozenset({"by", "from", "of"})


def in_their_statements(found: Sequence[Found]) -> list[Found]:
    """The same attributions, with whoever made the document that they are told in."""
    given = [(one, _document(one)) for one in found]
    told = {(one.passage.block, document.span) for one, document in given if document is not None}
    kept = [(one, document) for one, document in given if (one.passage.block, one.cue.head.span) not in told]
    return [_made(one, document) if document is not None else one for one, document in kept]


def _document(found: Found) -> Token | None:
    """The document before "it was stated", where its maker stands beside it."""
    cue, sentence = found.cue, found.cue.sentence
    if found.source.words or cue.kind != "verb":
        return None
    below = sentence.children(cue.head)
    if not any(child.dep == "nsubjpass" and child.text.lower() == "it" for child in below):
        return None
    before = sentence.tokens[: cue.head.i]
    documents = (t for t in before if t.lemma in DOCUMENTS and t.dep == "pobj" and sentence.head(t).lemma == "in")
    return next((token for token in documents if _maker(sentence, token) is not None), None)


def _maker(sentence: Sentence, document: Token) -> Token | None:
    """ "The statement *made by the company*", "of the company", "the company's statement"."""
    below = sentence.children(document)
    made = [verb for verb in below if verb.dep == "acl" and verb.tag == "VBN"]
    owner = next((child for child in below if child.dep == "poss"), None)
    for child in (under for above in (document, *made) for under in sentence.children(above)):
        named = next((grand for grand in sentence.children(child) if grand.dep == "pobj"), None)
        if child.lemma in BY and named is not None:
            return named
    return owner


def _made(found: Found, document: Token) -> Found:
    sentence = found.cue.sentence
    maker = _maker(sentence, document)
    if maker is None:
        return found
    words = tuple(token.i for token in sentence.subtree(maker) if token.tag != "POS")
    return replace(found, source=Source(words, maker, "by"))
