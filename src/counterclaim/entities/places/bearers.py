"""Names that an article gives to a ship, a shop or a paper, though some village bears them too.

Enters sentences; leaves the keys of such names: "the tanker Plain", "Old Fort, a pub in the harbour".
"""

from collections.abc import Iterable, Iterator

from counterclaim.entities.places.keys import exact_key
from counterclaim.entities.places.words import BEARERS, SHIPS
from counterclaim.model import Sentence, Token

_ARTICLES = frozenset(("a", "an", "the"))
_LONGEST = 4  # words of a name


def borne_by_things(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Keys of the names that stand right behind a word for what bears names, or before a comma and such a word."""
    return frozenset(exact_key(_text(run)) for sentence in sentences for run in _runs(sentence))


def _runs(sentence: Sentence) -> Iterator[tuple[Token, ...]]:
    for token in sentence.tokens:
        if token.text in SHIPS:  # "HMS Plain"
            yield from _behind(sentence, token.i + 1)
        if token.lemma in BEARERS and token.tag in ("NN", "NNP") and (token.text.islower() or not token.i):
            yield from _behind(sentence, token.i + 1)
            yield from _before(sentence, token)


def _behind(sentence: Sentence, first: int) -> Iterator[tuple[Token, ...]]:
    """ "The tanker Plain": the run of capitals behind the word, where a name by itself and no owner of something."""
    tokens, stop = sentence.tokens, first
    while stop < len(tokens) and stop - first < _LONGEST and tokens[stop].text[0].isupper():
        stop += 1
    if stop > first and tokens[first].pos == "PROPN":
        yield tokens[first:stop]


def _before(sentence: Sentence, noun: Token) -> Iterator[tuple[Token, ...]]:
    """ "Old Fort, a harbour pub": the run of capitals before the comma, where the word heads what is told of it."""
    tokens = sentence.tokens
    after = tokens[noun.i + 1 : noun.i + 2]
    if after and after[0].pos in ("NOUN", "PROPN"):
        return
    article = noun.i - 1
    while article > 0 and tokens[article].pos in ("ADJ", "NOUN"):
        article -= 1
    if article < 2 or tokens[article].text.lower() not in _ARTICLES or tokens[article - 1].text != ",":
        return
    first = stop = article - 1
    while first and stop - first < _LONGEST and tokens[first - 1].text[0].isupper() and tokens[first - 1].pos != "DET":
        first -= 1
    if first < stop:
        yield tokens[first:stop]


def is_thing_here(sentence: Sentence, first: Token) -> bool:
    """ "The cruiser Moskva", "the Moskva": said of the thing, though a great town bears the name too."""
    before = sentence.tokens[first.i - 1] if first.i else None
    if before is None:
        return False
    bearer = before.lemma in BEARERS and (before.text.islower() or not before.i)
    return before.text.lower() == "the" or before.text in SHIPS or bearer


def _text(tokens: Iterable[Token]) -> str:
    return " ".join(token.text for token in tokens)


def is_first_half(sentence: Sentence, last: Token) -> bool:
    """ "Al-Amal", of which the first word is no name; "the Lorn-Marle road" has two."""
    after = sentence.tokens[last.i + 1 : last.i + 3]
    joined = len(after) == 2 and after[0].text == "-" and after[1].span.start == last.span.end + 1
    return joined and after[1].text[0].isupper()
