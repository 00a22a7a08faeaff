"""Given names and surnames that the tagger left out of a person's name: "General Pavel" of "General Pavel Dorn".

Enters a sentence and the tokens `[first, stop)` of a name; leaves whether the word before or behind belongs to it.
"""

from collections.abc import Sequence

from counterclaim.entities.office_of import ends_body, is_rank, is_title
from counterclaim.entities.vocabulary import HONORIFICS, ORGANIZATION_WORDS, is_office, plain, singular
from counterclaim.model import Sentence, Token


def names_body(tokens: Sequence[Token]) -> bool:
    """Does a capitalized word show that it is a body's name?"""
    return any(singular(plain(t.text)) in ORGANIZATION_WORDS for t in tokens if t.text[0].isupper())


def is_no_title(tokens: Sequence[Token]) -> bool:
    """ "Hun Sen", "Stephen King": a person's name that ends in what would be a form of address before one."""
    first, last = tokens[0], tokens[-1]
    whole = len(tokens) > 1 and first.entity == last.entity == "PERSON" and first.tag == last.tag == "NNP"
    return whole and plain(last.text) in HONORIFICS and not is_title(first)


def lacks_given(sentence: Sentence, first: int, stop: int, label: str) -> bool:
    """Is the word before the first name of the person?"""
    if label != "PERSON" or not first:
        return False
    return _is_shouted(sentence, first, stop) or _is_titled(sentence.tokens, first, stop)


def _is_shouted(sentence: Sentence, first: int, stop: int) -> bool:
    """ "PETRA Falk said" opens a report: the first name in capitals, which the tagger leaves out."""
    word = sentence.tokens[0]
    if first != 1 or word.dep != "compound" or is_title(word):
        return False
    return word.text.isalpha() and word.text.isupper() and len(word.text) > 3 and first <= word.head < stop


def _is_titled(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """ "General Pavel Dorn", "union boss Pavel Dorn", "The attorney general, Pavel Dorn", of which the tagger saw the
    surname alone: between it and a rank or an office is a first name.
    """
    given = tokens[first - 1]
    known = given.tag == "NNP" and not given.entity and given.text.isalpha() and not is_title(given)
    if first < 2 or not known:
        return False
    hung, before = given.dep == "compound" and given.head == stop - 1, tokens[first - 2]
    if before.text == ",":
        behind = tokens[first - 3] if first > 2 else before
        return hung and tokens[stop - 1].dep == "appos" and (is_rank(behind) or is_office(behind.text))
    if is_rank(before):
        return stop - first == 1 or hung
    return hung and (is_office(before.text) or (stop - first == 1 and ends_body(before)))


def lacks_surname(tokens: Sequence[Token], first: int, stop: int, label: str) -> bool:
    """ "Spokesman Al-Fatih NAME", of which the tagger saw the first name alone."""
    if not first or stop >= len(tokens) or (label != "PERSON" or not is_title(tokens[first - 1])):
        behind = first > 1 and stop - first == 1 and tokens[first - 1].text == ","  # "of the Coastal Guard, Ivo Dorn"
        if not behind or stop >= len(tokens) or label != "ORG" or tokens[first - 2].entity != "ORG":
            return False
    last = tokens[stop]
    cut_off = tokens[stop - 1].dep == "compound" and tokens[stop - 1].head == stop and not last.entity
    return cut_off and last.tag == "NNP" and last.text.isalpha() and not is_title(last) and not names_body((last,))
