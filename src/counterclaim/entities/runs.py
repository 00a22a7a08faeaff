"""Runs of words that the tagger took for one name, put together where it cut one in two: "Mirza Fakhrul" and "Islam
Alamgir" of "Mirza Fakhrul Islam Alamgir said", "Palace Spokesman Ivo" and "Dorn".

Enters a sentence; leaves its runs in order. Two persons side by side are one where the tree hangs the last word of the
first on a word of the second, as it hangs given names on a surname; so is what stands behind an office in the first.
"""

from itertools import takewhile

from counterclaim.entities.vocabulary import is_office
from counterclaim.model import Sentence, Token

Run = tuple[Token, ...]


def whole_runs(sentence: Sentence) -> tuple[Run, ...]:
    """The runs, persons' names in one piece."""
    found: list[Run] = []
    for run in sentence.entities():
        if found and _is_cut(found[-1], run):
            found[-1] = (*found[-1], *run)
        elif found and (given := _given_names(found[-1], run)):
            found[-1:] = [found[-1][: -len(given)], (*given, *run)]
        else:
            found.append(run)
    return tuple(found)


def _is_cut(before: Run, after: Run) -> bool:
    persons = before[0].entity == after[0].entity == "PERSON"
    named = all(token.text[:1].isupper() or token.text == "-" for token in (*before, *after))  # "Abbas-Ali NAME"
    return persons and named and _hangs(before, after)


def _hangs(before: Run, after: Run) -> bool:
    last = before[-1]
    return last.i + 1 == after[0].i and last.dep == "compound" and last.head in {token.i for token in after}


def _given_names(before: Run, after: Run) -> Run:
    """ "Ivo" of a body's "Palace Spokesman Ivo", before the person "Dorn"."""
    if after[0].entity != "PERSON" or before[0].entity == "PERSON" or not _hangs(before, after):
        return ()
    given = tuple(takewhile(lambda token: token.tag == "NNP" and not is_office(token.text), reversed(before)))[::-1]
    return given if len(given) < len(before) and is_office(before[-len(given) - 1].text) else ()
