"""Statements that the words alone set against each other: "sirens were sounded", "no siren was sounded".

Enter claims and the origin of each article; leave pairs of a negated claim and the claim of another claimant, in the
same report or dispatch, that says the same without the negation. The negated sentence must say nothing that the other
lacks, in the same order and close together; what is foretold, urged, asked or put under an if is refused, and so are
sentences of two tenses and negations of less than the whole ("not only", "no more than"). All else is left open.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from counterclaim.frames.wordlists import listed
from counterclaim.model import Claim, Stance
from counterclaim.relate.answers import nested
from counterclaim.relate.positions import order, party

_BREAK = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+|[;:—]\s+|,\s+(?:and|but|while|though|although|because)\s+|\s+but\s+")
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|\d[\d.,]*\d|\d")
_APOSTROPHES = str.maketrans("’‘´`", "''''")
_WORDS = partial(listed, "counterclaim.relate", "words.toml")
_NEGATING, _OPEN, _BARE = (_WORDS(f"negation.{name}") for name in ("negating", "open", "bare"))
_NOW, _THEN = _WORDS("negation.now"), _WORDS("negation.then")
_PARTLY = "|".join(sorted(_WORDS("negation.less_than_whole")))
_LESS_THAN_WHOLE = re.compile(
    rf"\b(?:not|never|no|none) (?:{_PARTLY})\b|\bno (?:one )?(?:less|longer)\b|\bnot .*\bbut\b"
)
_IS = r"(?:is|are|was|were|has|have|had|do|does|did)"
_THERE_IS_NO = re.compile(rf"there {_IS} (?:been )?no ")
_NO_SUBJECT = rf"^(?:there {_IS} no|(?:no|nobody|nothing|none|not one|not an?)\b.*\b{_IS})\b"
_NEGATED_OBJECT = rf"{_IS} \w+ (?:no|nobody|nothing)"  # "had poured nothing into the river"
_NEGATED_VERB = re.compile(rf"\b(?:{_IS} (?:not|never)|{_IS}n't|{_NEGATED_OBJECT})\b|{_NO_SUBJECT}")
_CLOSE = 4  # words of the other sentence that may stand between two that both have
_EARLIER = 3  # articles of the dispatch that each is held against
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that says what is so or not: content words in order with their places among all words; whether it is
    negated, exists, and its tense."""

    words: tuple[str, ...]
    places: tuple[int, ...]
    negated: bool
    existential: bool
    now: bool
    then: bool


Told = tuple[Claim, tuple[Statement, ...]]


def opposed(claims: Iterable[Claim], origins: Mapping[str, str]) -> Iterator[tuple[Claim, Claim]]:
    """(the claim that negates, the claim that it cannot be true beside), each pair of claims once."""
    carried: dict[str, dict[str, list[Claim]]] = defaultdict(dict)
    for claim in sorted(claims, key=order):
        if claim.voiced and claim.stance in (Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES):
            carried[origins.get(claim.article, claim.article)].setdefault(claim.article, []).append(claim)
    for by_article in carried.values():
        told = [[(claim, statements(claim)) for claim in found] for found in by_article.values()]
        stating = [_stating(found) for found in told]
        for i, found in enumerate(told):
            near = (i, *(j for j in range(max(0, i - _EARLIER), min(len(told), i + _EARLIER + 1)) if j != i))
            for claim, sentences in found:
                # Whoever is contradicted in the same report need not be so again through each of its copies.
                against = (list(_against(claim, sentences, stating[j])) for j in near)
                yield from next((pairs for pairs in against if pairs), ())


def _stating(found: Iterable[Told]) -> Mapping[str, Sequence[tuple[Claim, Statement]]]:
    """The sentences that affirm something, under each of their words."""
    stating: dict[str, list[tuple[Claim, Statement]]] = defaultdict(list)
    for claim, sentences in found:
        for sentence in sentences:
            if not sentence.negated and claim.stance is not Stance.DENIES:
                for word in set(sentence.words):
                    stating[word].append((claim, sentence))
    return stating


def _against(
    claim: Claim, sentences: Iterable[Statement], stating: Mapping[str, Sequence[tuple[Claim, Statement]]]
) -> Iterator[tuple[Claim, Claim]]:
    found = set()
    for sentence in sentences:
        if sentence.negated and sentence.words:
            rarest = min(sentence.words, key=lambda word: len(stating.get(word, ())))
            for other, said in stating.get(rarest, ()):
                if other.id not in found and apart(claim, other) and _cannot_both_be(sentence, said):
                    found.add(other.id)
                    yield claim, other


def apart(claim: Claim, other: Claim) -> bool:
    """Two claimants for sure: "Mr Vesk" and "Ole Vesk" may be one, whose words two reports have cut differently."""
    names = [one.claimant.name.casefold() for one in (claim, other) if one.claimant]
    return (
        party(claim.claimant) != party(other.claimant)
        and not any(f" {one} " in f" {two} " for one in names for two in names if one is not two)
        and not nested(claim, other)
    )


def tenses_meet(one: Statement, other: Statement) -> bool:
    """Can both be of one time, as far as their tenses tell?"""
    return not ((one.now and other.then and not other.now) or (one.then and other.now and not other.then))


def _cannot_both_be(negated: Statement, said: Statement) -> bool:
    if not tenses_meet(negated, said):
        return False
    if negated.existential and len(negated.words) == 1:  # "there was no siren": "sirens were sounded"
        return said.words[0] == negated.words[0] and said.then | said.now and said.places[0] <= 1
    return len(set(negated.words)) > 1 and _held_close(negated.words, said)


def _held_close(wanted: Sequence[str], said: Statement) -> bool:
    """Do the words stand there in their order, with few others between?"""
    at, last = 0, None
    for word in wanted:
        while at < len(said.words) and said.words[at] != word:
            at += 1
        if at == len(said.words):
            return False
        if last is not None and said.places[at] - last > _CLOSE:
            return False
        last = said.places[at]
        at += 1
    return True


def statements(claim: Claim) -> tuple[Statement, ...]:
    """The sentences of a claim that leave nothing open; of what is denied, the contrary."""
    parts = [part for part in _BREAK.split(claim.content) if part]
    found = [one for part in parts if "?" not in part and (one := _sentence(part)) is not None]
    if claim.stance is not Stance.DENIES:
        return tuple(found)
    # What is denied stands there unnegated; more than one sentence, or a negation in it, are the denier's own words.
    stated = (one for one in found if not one.negated and (one.now or one.then) and len(parts) == 1)
    return tuple(replace(one, negated=True) for one in stated)


def _sentence(text: str) -> Statement | None:
    """None where it leaves open what is so, or where a negation does not bear on the verb ("but not for the rest")."""
    found = _WORD.findall(text.casefold().translate(_APOSTROPHES))
    joined = " ".join(found)
    if any(word in _OPEN or word.endswith(("'ll", "'d")) for word in found) or _LESS_THAN_WHOLE.search(joined):
        return None
    negations = sum(_negates(word) for word in found)
    kept = [(n, stem(word)) for n, word in enumerate(found) if len(word) > 1 and word not in _BARE]
    kept = [(n, word) for n, word in kept if not _negates(found[n])]
    if negations > 1 or not kept or (negations and not _NEGATED_VERB.search(joined)):
        return None
    places, stems = zip(*kept, strict=True)
    now, then = not _NOW.isdisjoint(found), not _THEN.isdisjoint(found)
    return Statement(stems, places, negations == 1, bool(_THERE_IS_NO.match(joined)), now, then)


def _negates(word: str) -> bool:
    return word in _NEGATING or word.endswith("n't")


def stem(word: str) -> str:
    """One form for the inflections of a word: "lorry" and "lorries", "sound" and "sounded", but not "support" and
    "supportive"."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2 and not word.endswith("ss"):
            word = f"{word[: -len(ending)]}{instead}"
            break
    word = word.removesuffix("e")
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgklmnprt" else word
