"""Towns on no map that a report of war speaks of as of towns: "the battle for X", "X has not fallen", "captured X".

Enters a parsed article; leaves the keys of such names. Each of them may be a place wherever it stands. Refused are
names of whoever speaks, bears a title or a first name, or does what towns do not.
"""

from collections import defaultdict
from collections.abc import Sequence

from counterclaim.entities.places.cues import (
    behind_first_names,
    behind_titles,
    follows_strong_cue,
    speakers,
    undergoes,
)
from counterclaim.entities.places.keys import exact_key
from counterclaim.entities.places.settlements import FEATURES, PROPER, SETTLEMENTS, capitals_at
from counterclaim.entities.places.words import (
    FALLING,
    FOUGHT_FOR,
    HELD_IN,
    LEFT_BEHIND,
    MARCHED_ON,
    NO_PLACES,
    OF_WAR,
    PARTS_OF_TOWNS,
    TAKING,
    TITLES,
)
from counterclaim.entities.vocabulary import BODY_NOUNS, ORGANIZATION_WORDS, plain, singular
from counterclaim.model import Parsed, Sentence, Token

_ENOUGH = 2
_STATES = TAKING | FALLING | {"be", "remain", "stay", "have", "lie", "see", "change", "come"}
_UNDERGONE = frozenset(["take", "hold", "lose", "defend", "abandon", "hit", "strike", "attack", "destroy", "leave"])
_OUT = frozenset({"from", "of"})
_LEADING = {"for": FOUGHT_FOR, "on": MARCHED_ON, "of": PARTS_OF_TOWNS}
_REACH = 4  # words back to the verb: "pulled its last men out of X"

Run = tuple[Sentence, tuple[Token, ...]]


def fought_over(parsed: Parsed) -> frozenset[str]:
    """Keys of the names that are spoken of as of towns, and nowhere as of persons."""
    lemmas = (token.lemma for sentence in parsed.sentences for token in sentence.tokens)
    if sum(lemma in OF_WAR for lemma in lemmas) < _ENOUGH:
        return frozenset()
    found: dict[str, list[Run]] = defaultdict(list)
    for sentence in parsed.sentences:
        for run in _runs(sentence):
            found[_key(run)].append((sentence, run))
    persons = speakers(parsed) | behind_titles(parsed) | behind_first_names(parsed)
    surnames = {key.split(" ")[-1] for key in found if " " in key}
    return frozenset(
        key
        for key, runs in found.items()
        if key not in persons | surnames | NO_PLACES and any(_is_ground(*run) for run in runs)
        if not any(_acts(*run) for run in runs)
    )


def _runs(sentence: Sentence) -> list[tuple[Token, ...]]:
    """The names of one word, or with an article, that are no body's by their words."""
    runs, at = [], 0
    while at < len(sentence.tokens):
        run = capitals_at(sentence.tokens, at, peoples=True)
        words = [plain(token.text) for token in run]
        body = any(singular(word) in BODY_NOUNS | ORGANIZATION_WORDS for word in words)
        if run and not body and not run[0].text.isupper() and run[0].text not in TITLES:
            runs.append(run)
        at += max(len(run), 1)
    return runs


def _key(run: tuple[Token, ...]) -> str:
    return exact_key(" ".join(token.text for token in run))


def _is_ground(sentence: Sentence, run: tuple[Token, ...]) -> bool:
    """Is it taken, fought for, left, or are parts of it spoken of, right here?"""
    first, last = run[0], run[-1]
    before = [token for token in sentence.tokens if first.i - _REACH <= token.i < first.i]
    words = [token.text.lower() for token in before]
    behind = sentence.tokens[last.i + 1 : last.i + 2]
    if behind and (behind[0].tag == "POS" or behind[0].text[0].isupper() or behind[0].text == "-"):
        return False
    if _is_led_to(before) or _is_listed(sentence, first):
        return True
    if words and words[-1] in _OUT and any(token.lemma in LEFT_BEHIND for token in before):
        return words[-1] == "from" or words[-2:-1] == ["out"]
    called = last.text.lower() in FEATURES | SETTLEMENTS
    if any(token.entity == "PERSON" for token in run) and len(run) > 1 and not called:
        return False  # whom troops capture, too
    taken = before and before[-1].lemma.lower() in TAKING
    named = bool(taken) or (words[-1:] == ["of"] and follows_strong_cue(sentence, first))
    return named or undergoes(sentence, last) or _is_held(sentence, last)


def _is_led_to(before: Sequence[Token]) -> bool:
    """ "The battle for X", "the streets of X", "the garrison at X"."""
    if len(before) < 2:
        return False
    noun, preposition = before[-2], before[-1].text.lower()
    stationed = preposition in ("at", "in") and noun.lemma in OF_WAR and noun.pos == "NOUN"
    return stationed or noun.text.lower() in _LEADING.get(preposition, ())


def _is_listed(sentence: Sentence, first: Token) -> bool:
    """ "The villages of X, Y and Z"."""
    at = first.i - 1
    while at > 0 and (sentence.tokens[at].text in (",", "and", "of", "-") or sentence.tokens[at].tag in PROPER):
        at -= 1
    opened = sentence.tokens[at + 1 : at + 2]
    return at >= 0 and sentence.tokens[at].lemma in SETTLEMENTS and bool(opened) and opened[0].text == "of"


def _is_held(sentence: Sentence, last: Token) -> bool:
    """ "X was under the control of the rebels", "X is in our hands"."""
    behind = sentence.tokens[last.i + 1 : last.i + 8]
    states = bool(behind) and behind[0].lemma in ("be", "remain", "stay")
    return states and any(token.text in ("under", "in") for token in behind[1:4]) and _holds(behind)


def _holds(behind: tuple[Token, ...]) -> bool:
    return any(token.lemma in HELD_IN for token in behind)


def _acts(sentence: Sentence, run: tuple[Token, ...]) -> bool:
    """Does whoever bears the name do something that no town does?"""
    last = run[-1]
    verb = sentence.head(last)
    if last.dep not in ("nsubj", "nsubjpass") or verb.pos not in ("VERB", "AUX"):
        return False
    return verb.lemma not in (_STATES | _UNDERGONE if last.dep == "nsubjpass" else _STATES)
