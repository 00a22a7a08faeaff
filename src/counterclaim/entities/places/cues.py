"""Words beside a name that lead one to expect a place there.

Enter a sentence and the first or last word of a name; leaves whether such a word stands before or behind it.
"""

from collections.abc import Iterable
from itertools import pairwise

from counterclaim.entities.places.candidate import Candidate
from counterclaim.entities.places.keys import exact_key
from counterclaim.entities.places.words import (
    FALLING,
    LOCATIVES,
    PLACE_HEADS,
    PLACE_TAILS,
    STRONG_LOCATIVES,
    TAKEN_OF,
    TAKING,
    TITLES,
)
from counterclaim.entities.vocabulary import OFFICES, SPEECH_LEMMAS
from counterclaim.model import Parsed, Precision, Sentence, Token

_RANKS = TITLES - {"St", "St.", "Saint"}
_HELPERS = frozenset({"be", "have", "get"})
_WHO = frozenset({"who", "whose", "himself", "herself"})
_JOINTS = frozenset({"-", "–", "&"})
# Half the family names of English are towns there.
_NAMED_FOR_PEOPLE = frozenset({"US", "GB", "CA", "AU", "NZ", "IE", "ZA", "JM"})
_REACH = 9  # words back to the office
_ADVERBS = frozenset({"ADV", "PART"})


def cued(sentence: Sentence, first: Token) -> bool:
    """Does the word before lead one to expect a place?"""
    before = [token.text.lower() for token in sentence.tokens[max(first.i - 2, 0) : first.i]]
    if not before:
        return False
    return before[-1] in LOCATIVES or (before[-1] == "of" and before[0] in PLACE_HEADS)


def leads_on(sentence: Sentence, last: Token) -> bool:
    """Does what only a place has stand right behind the name: "the X suburbs"?"""
    after = sentence.tokens[last.i + 1 : last.i + 2]
    return bool(after) and after[0].text in PLACE_TAILS


def follows_strong_cue(sentence: Sentence, first: Token) -> bool:
    """Stands there what only places follow: "into X", "retook X", "the siege of X"?"""
    words = [token.text.lower() for token in sentence.tokens[max(first.i - 2, 0) : first.i]]
    if words[-1:] == ["of"]:
        return words[0] in TAKEN_OF
    return bool(words) and (words[-1] in STRONG_LOCATIVES or sentence.tokens[first.i - 1].lemma.lower() in TAKING)


def undergoes(sentence: Sentence, last: Token) -> bool:
    """Is it told right behind the name what is told of towns: "X retaken", "X has been besieged", "X falls"?"""
    rest = [token for token in sentence.tokens[last.i + 1 : last.i + 6] if token.pos not in _ADVERBS]
    while len(rest) > 1 and rest[0].lemma.lower() in _HELPERS:
        rest = rest[1:]
    verb = rest[0] if rest else None
    if verb is None or verb.lemma.lower() not in TAKING | FALLING:
        return False
    return verb.tag == "VBN" or verb.lemma.lower() in FALLING


def stands_alone(sentence: Sentence, chunk: tuple[Token, ...]) -> bool:
    """Does no other name, initial or hyphen stand beside the words, and no "who" behind them?"""
    behind = sentence.tokens[chunk[-1].i + 1 : chunk[-1].i + 3]
    if any(token.text.lower() in _WHO for token in behind):
        return False
    beside = (
        *sentence.tokens[max(chunk[0].i - 1, 0) : chunk[0].i],
        *sentence.tokens[chunk[-1].i + 1 : chunk[-1].i + 2],
    )
    return not any(token.text in _JOINTS or (token.pos == "PROPN" and token.text[0].isupper()) for token in beside)


def speakers(parsed: Parsed) -> frozenset[str]:
    """Keys of the names that speak or stand behind an office: "X said", "President X"."""
    return frozenset(
        exact_key(token.text)
        for sentence in parsed.sentences
        for token in sentence.tokens
        if token.pos == "PROPN" and (_speaks(sentence, token) or _is_addressed(sentence, token))
    )


def _speaks(sentence: Sentence, token: Token) -> bool:
    return token.dep == "nsubj" and sentence.tokens[token.head].lemma in SPEECH_LEMMAS


def _is_addressed(sentence: Sentence, token: Token) -> bool:
    before = sentence.tokens[token.i - 1] if token.i else None
    return before is not None and (before.text in TITLES or before.text.lower() in OFFICES)


def spoken_of(candidates: Iterable[tuple[Candidate, ...]]) -> frozenset[str]:
    """The countries among what an article names whose towns are named for few people: not where English is spoken."""
    countries = (c.country for named in candidates for c in named[:1] if c.precision is Precision.COUNTRY and c.country)
    return frozenset(countries) - _NAMED_FOR_PEOPLE


def behind_first_names(parsed: Parsed) -> frozenset[str]:
    """Keys of the last words of names of two words that speak or stand beside an office: "the chief of staff, Ivo Dorn,
    said". Such a word is no town that only sounds like it.
    """
    return frozenset(
        exact_key(token.text)
        for sentence in parsed.sentences
        for first, token in pairwise(sentence.tokens)
        if first.dep == "compound" and first.head == token.i and _is_capital(first) and _is_capital(token)
        if first.text.lower() not in OFFICES and (_speaks(sentence, token) or _is_beside_office(sentence, first, token))
    )


def behind_titles(parsed: Parsed) -> frozenset[str]:
    """Keys of the names behind a rank or title: whoever is "ex-colonel Brant" once is no town of that name later on."""
    return frozenset(
        exact_key(token.text)
        for sentence in parsed.sentences
        for title, token in pairwise(sentence.tokens)
        if title.text.title() in _RANKS and _is_capital(token) and token.span.start == title.span.end + 1
        if title.text[0].isupper()
        or (title.i and sentence.tokens[title.i - 1].text in _JOINTS)  # "a major Halifax road"
    )


def _is_capital(token: Token) -> bool:
    return token.tag == "NNP" and token.text.isalpha() and token.text[0].isupper()


def _is_beside_office(sentence: Sentence, first: Token, token: Token) -> bool:
    """ "The chief of staff, Ivo Dorn,": set off by commas, where an office leads up to it."""
    tokens, behind = sentence.tokens, sentence.tokens[token.i + 1 : token.i + 2]
    off = first.i > 1 and tokens[first.i - 1].text == "," and bool(behind) and behind[0].text in (",", ".")
    return off and any(t.text.lower() in OFFICES for t in tokens[max(0, first.i - _REACH) : first.i])
