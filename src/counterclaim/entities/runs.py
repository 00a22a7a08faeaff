"""Runs of words that the tagger took for one name, put together where it cut one in two: "Mirza Fakhrul" and "Islam
Alamgir" of "Mirza Fakhrul Islam Alamgir said".

Enters a sentence; leaves its runs in order. Two persons side by side are one where the tree hangs the last word of the
first on a word of the second, as it hangs given names on a surname.
"""

from counterclaim.model import Sentence, Token

Run = tuple[Token, ...]


def whole_runs(sentence: Sentence) -> tuple[Run, ...]:
    """The runs, persons' names in one piece."""
    found: list[Run] = []
    for run in sentence.entities():
        if found and _is_cut(found[-1], run):
            found[-1] = (*found[-1], *run)
        else:
            found.append(run)
    return tuple(found)


def _is_cut(before: Run, after: Run) -> bool:
    last = before[-1]
    persons = before[0].entity == after[0].entity == "PERSON"
    beside = last.i + 1 == after[0].i
    hung = last.dep == "compound" and last.head in {token.i for token in after}
    return persons and beside and hung and all(token.text[:1].isupper() for token in (*before, *after))
