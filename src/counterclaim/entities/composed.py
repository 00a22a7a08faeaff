"""Bodies whose names have a small word inside: the Freedom for Peru Legion, the Embassy of the Republic of Peru.

Enters an article's sentences; leaves the words of such names. One must stand behind an article once, so that
"Weapons for Peru Army" above a report is none; then it is known wherever it stands.
"""

from collections.abc import Iterable, Iterator, Sequence

from counterclaim.entities.office_of import is_rank
from counterclaim.entities.vocabulary import BODY_NOUNS, is_office, plain
from counterclaim.model import Sentence, Token

Words = tuple[str, ...]
_LONGEST = 5  # words on either side
_SMALL = frozenset(("&", "and", "of", "the"))
_LEGATIONS = frozenset(("Consulate", "Delegation", "Embassy", "Legation", "Mission"))


def composed_names(sentences: Iterable[Sentence]) -> frozenset[Words]:
    """The words of every such name that stands behind "the" in the article."""
    return frozenset(tuple(token.text for token in run) for sentence in sentences for run in _runs(sentence.tokens))


def composed_in(sentence: Sentence, known: frozenset[Words]) -> Iterator[tuple[int, int]]:
    """First token and the one behind the last of each such name in the sentence."""
    yield from _without(sentence.tokens)
    yield from _legations(sentence.tokens)
    for token in sentence.tokens if known else ():
        if token.text != "for":
            continue
        for words in sorted(known, key=len, reverse=True):
            first = token.i - words.index("for")
            if first >= 0 and tuple(t.text for t in sentence.tokens[first : first + len(words)]) == words:
                yield first, first + len(words)
                break


def _without(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """ "Doctors Without Borders", "Lawyers Beyond Borders": of such words in the middle of a name only capitals."""
    for token in tokens[1:-1]:
        before, after = tokens[token.i - 1], tokens[token.i + 1]
        plain_ends = before.text.istitle() and after.text.istitle() and before.tag in ("NNS", "NNPS", "NNP")
        if token.text in ("Without", "Beyond") and plain_ends:
            yield before.i, after.i + 1


def _legations(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """ "The Permanent Mission of the Republic of Peru": a mission is its country's, and nothing without it."""
    for token in tokens[:-2]:
        if token.text not in _LEGATIONS or tokens[token.i + 1].text != "of":
            continue
        stop = first = token.i + 2
        while stop < len(tokens) and tokens[stop].entity == "GPE" and not (stop > first and tokens[stop].begins_entity):
            stop += 1
        if stop > first:
            yield _left(tokens, token.i), stop


def _runs(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    for token in tokens:
        if token.text == "for":
            left, right = _left(tokens, token.i), _right(tokens, token.i + 1)
            article = tokens[left - 1].text.lower() if left else ""
            if article == "the" and _names_body(tokens[left : token.i], tokens[token.i + 1 : right]):
                yield tokens[left:right]


def _names_body(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Is a body's noun at the end of one of the sides, and no person on the left?"""
    if not left or not right or is_office(left[-1].text) or left[-1].entity in ("PERSON", "DATE"):
        return False
    ends = [plain(side[-1].text) in BODY_NOUNS for side in (left, right)]
    return ends[0] or (ends[1] and len(right) > 1 and all(map(_capital, right)))


def _left(tokens: Sequence[Token], stop: int) -> int:
    first = stop
    while first and stop - first < _LONGEST and _capital(tokens[first - 1]) and tokens[first - 1].pos != "DET":
        first -= 1
    return first


def _right(tokens: Sequence[Token], first: int) -> int:
    """Behind the last capital; small words between capitals belong to it ("Law and Order", "the Study of Rivers")."""
    stop = first
    while stop < len(tokens) and stop - first < _LONGEST:
        after = tokens[stop + 1 : stop + 2]
        small = tokens[stop].text.lower() in _SMALL and after and _capital(after[0]) and after[0].entity != "PERSON"
        ranked = is_rank(tokens[stop]) and tokens[stop + 1 : stop + 2] and tokens[stop + 1].text[0].isupper()
        if not (_capital(tokens[stop]) or small) or (ranked and plain(tokens[stop].text) not in ("general", "major")):
            break
        stop += 1
    while stop > first and not _capital(tokens[stop - 1]):
        stop -= 1
    return stop


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.entity != "DATE"
