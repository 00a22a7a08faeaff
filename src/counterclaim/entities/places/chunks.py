"""Words side by side that may be one name: where it begins and ends, what the taggers and the map say of it.

Enter a sentence and words of it, or the candidates that bear their name; leaves yes or no.
"""

from collections.abc import Sequence

from counterclaim.entities.places.candidate import Candidate
from counterclaim.entities.places.keys import exact_key
from counterclaim.entities.places.words import DISTRICT_UNITS, REGION_UNITS
from counterclaim.model import BlockKind, Parsed, Precision, Sentence, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
KNOWN_PEOPLE = 50_000
TOWN_PEOPLE = 5_000
CALLED_PEOPLE = 20_000  # of a town that bears the name among others
PROPER = ("NNP", "NNPS")
POSSESSIVES = ("'s", "’s", "'", "’")


def may_begin(token: Token) -> bool:
    """Can a name of a place begin here?"""
    return (
        token.text[0].isupper()
        or (token.entity in PLACE_LABELS and token.text.isalpha())
        or (token.pos == "PROPN" and token.text.isalpha())
    )


def may_end(chunk: tuple[Token, ...]) -> bool:
    """Can the chunk be one name? It ends in a name or a unit word and holds no comma, bracket or possessive before
    its end.
    """
    last = chunk[-1]
    if not (
        last.text[0].isupper() or last.text[0].isdigit() or last.lemma in REGION_UNITS or last.lemma in DISTRICT_UNITS
    ):
        return False
    if any(token.pos == "PUNCT" and token.text not in ("-", ".", "’", "'") for token in chunk):
        return False
    return not any(token.text in POSSESSIVES for token in chunk[:-1]) or chunk[0].entity in PLACE_LABELS


def stated_unit(chunk: tuple[Token, ...]) -> Precision | None:
    """The size of place that the last word states: "Donetsk region"."""
    if len(chunk) < 2:
        return None
    word = chunk[-1].text.lower().rstrip(".")
    return Precision.REGION if word in REGION_UNITS else Precision.DISTRICT if word in DISTRICT_UNITS else None


def tagged(sentence: Sentence, chunk: tuple[Token, ...]) -> bool:
    """Did the tagger see a place, with no more of its name to the left or right?"""
    if chunk[0].entity not in ("GPE", "LOC", "FAC"):
        return False
    if chunk[0].entity == "FAC":
        after = sentence.tokens[chunk[-1].i + 1 : chunk[-1].i + 2]
        return chunk[0].begins_entity and not (after and after[0].entity == "FAC" and not after[0].begins_entity)
    return True


def known(candidates: tuple[Candidate, ...]) -> bool:
    """Is one of them the user's own, or a large town by its own name?"""
    return any(c.user or (c.main and c.population >= KNOWN_PEOPLE) for c in candidates)


def is_name(sentence: Sentence, chunk: Sequence[Token]) -> bool:
    """Are these names for the tagger of words or that of names, or by a capital in the middle of a sentence?

    Each of the taggers fails on what it never saw.
    """
    capitals = sentence.kind is BlockKind.PARAGRAPH and chunk[0].i > 0
    return all(
        token.tag in PROPER or (token.text[0].isupper() and (bool(token.entity) or (capitals and _may_be(token))))
        for token in chunk
    )


def opens_sentence(sentence: Sentence, chunk: Sequence[Token]) -> bool:
    """ "Bakhmut is ours": one capital with a finite verb right behind, which the tagger takes for an adverb."""
    first, behind = chunk[0], sentence.tokens[1:2]
    word = first.text.isalpha() and first.text.istitle() and not first.text.endswith("ly")
    unseen = first.tag in ("RB", "NN", "JJ", "VBN", "VBD") and first.dep in ("advmod", "nsubj", "nsubjpass", "npadvmod")
    paragraph = sentence.kind is BlockKind.PARAGRAPH and first.i == 0 and len(chunk) == 1
    return paragraph and word and unseen and bool(behind) and behind[0].tag in ("VBZ", "VBD", "MD")


def _may_be(token: Token) -> bool:
    return token.text.isalpha() and token.dep != "amod"


def is_town(candidates: tuple[Candidate, ...]) -> bool:
    """Is one of them more than a village that bears the name, or a larger town that is called so too?"""
    return any(c.population >= (TOWN_PEOPLE if c.main else CALLED_PEOPLE) for c in candidates)


def ends_name(sentence: Sentence, last: Token) -> bool:
    """Does no further capital follow, so that the name is whole?"""
    after = sentence.tokens[last.i + 1 : last.i + 2]
    return not after or not after[0].text[0].isupper()


def is_water(sentence: Sentence, chunk: tuple[Token, ...]) -> bool:
    """ "The X river", "the river X": a river that shares its name with a town or region."""
    beside = (
        *sentence.tokens[max(chunk[0].i - 1, 0) : chunk[0].i],
        *sentence.tokens[chunk[-1].i + 1 : chunk[-1].i + 2],
    )
    return any(token.text.lower() == "river" for token in beside)


def inside_person(sentence: Sentence, chunk: tuple[Token, ...]) -> bool:
    """Is the chunk only a part of what the tagger took for a person's name?"""
    if any(token.entity == "PERSON" for token in chunk):
        before = chunk[0].entity == "PERSON" and not chunk[0].begins_entity
        after = sentence.tokens[chunk[-1].i + 1 : chunk[-1].i + 2]
        return before or bool(
            after and after[0].entity == "PERSON" and not after[0].begins_entity and after[0].text not in POSSESSIVES
        )
    return False


def parts_of_persons(parsed: Parsed) -> frozenset[str]:
    """Keys of the single words of all persons' names of two words and more."""
    runs = (run for sentence in parsed.sentences for run in sentence.entities() if run[0].entity == "PERSON")
    words = ([t.text for t in run if t.text[0].isupper()] for run in runs)
    return frozenset(exact_key(word) for names in words if len(names) > 1 for word in names)
