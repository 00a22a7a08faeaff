"""Patterns of set phrases: how `phrases.toml` writes them, and where a verb's words fit one.

A pattern reads like the plain sentence, in lemmas: "{place} answer to {holder}", "{holder} have {place} in grip/hand",
"{actor} be:expel/oust from {from}", "(fighting.nouns) die =down". `{slot}` is a phrase that fills a role, `(list)` a
word of the pack's `lexicon.toml`, `a/b` one of several words, `be:` a passive, `=word` an adjective, adverb or
particle beside the verb, `self` a reflexive. The first plain word is the verb; before it stands the subject, right
behind it the object; the rest are phrases with a preposition, on the verb or on a noun of the pattern ("slip from
grasp of {holder}").
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.frames.conflict.lexicon import PACKAGE, lemmas
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.wordlists import tables
from counterclaim.model import Token

FILE = "phrases.toml"
REFLEXIVE = ("self", "selves")
LIKE = {"on": ("on", "upon"), "towards": ("towards", "toward"), "toward": ("towards", "toward")}
BESIDE = ("prt", "advmod", "acomp", "attr", "oprd", "prep", "xcomp")


@dataclass(frozen=True, slots=True)
class Filler:
    """What may stand in one place of a pattern: any phrase, which then fills a slot, or one of some words."""

    slot: str = ""
    words: frozenset[str] = frozenset()

    def takes(self, token: Token) -> bool:
        """May the phrase of this head stand here?"""
        reflexive = "self" in self.words and token.text.lower().endswith(REFLEXIVE)
        return bool(self.slot) or token.lemma in self.words or token.text.lower() in self.words or reflexive


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One phrase: its verbs, what stands before and behind them, and what all of it says."""

    frame: str
    values: Mapping[str, str]
    verbs: frozenset[str]
    passive: bool = False
    subject: Filler | None = None
    object: Filler | None = None
    beside: tuple[frozenset[str], ...] = ()
    phrases: tuple[tuple[str, Filler], ...] = ()

    @property
    def slots(self) -> frozenset[str]:
        """The roles that the phrase has a place for."""
        fillers = [self.subject, self.object, *(filler for _, filler in self.phrases)]
        return frozenset(filler.slot for filler in fillers if filler is not None)


@dataclass(frozen=True, slots=True)
class Match:
    """A verb whose words fit a pattern, and the heads of the phrases that fill its slots."""

    pattern: Pattern
    verb: Token
    slots: tuple[tuple[str, tuple[Token, ...]], ...]

    def heads(self, slot: str) -> list[Token]:
        """The heads that fill a slot; none where the pattern has no such slot."""
        return [head for name, heads in self.slots if name == slot for head in heads]


def matches(stretch: Stretch, frame: str) -> Iterator[Match]:
    """Every pattern of a frame that a verb of the stretch fits, the longest one of each verb first."""
    known = patterns(frame)
    for verb in stretch.tokens:
        if verb.pos in ("VERB", "AUX") or verb.tag.startswith("VB"):
            fitting = (match(stretch, verb, pattern) for pattern in known.get(verb.lemma, ()))
            yield from (found for found in fitting if found is not None)


def match(stretch: Stretch, verb: Token, pattern: Pattern) -> Match | None:
    """The slots of a pattern filled from one verb; None where it does not fit."""
    passive = stretch.passive(verb)
    left = _left_behind(stretch, verb, pattern) if passive else None
    if left is None and (pattern.passive or pattern.object is None) and passive is not pattern.passive:
        return None
    # "Came in eleven boats" is no "came in".
    close = [one for one in stretch.children(verb, *BESIDE) if one.dep != "prep" or not stretch.children(one, "pobj")]
    beside = [[token for token in close if {token.text.lower(), token.lemma} & words] for words in pattern.beside]
    if not all(beside):
        return None
    objects = stretch.undergoers(verb)
    if left is None and pattern.object is None and not pattern.passive and _has_object(stretch, verb):
        return None
    slots: list[tuple[str, tuple[Token, ...]]] = []
    nouns = [verb, *(token for tokens in beside for token in tokens)]  # "master of {place}"
    subjects = objects if pattern.passive else stretch.doers(verb)
    # "Was set upon at dawn", "was peppered with rockets": by whom is not said.
    finite = bool(stretch.children(verb, "auxpass", "nsubjpass"))  # and no "besieged town"; what burned, may burn alone
    unsaid = not subjects and (left is not None or (finite and pattern.object is not None and "kind" in pattern.values))
    for filler, heads in ((None if unsaid else pattern.subject, subjects), (pattern.object, objects)):
        if filler is not None and not _fill(filler, heads, slots, nouns):
            return None
    for preposition, filler in pattern.phrases:
        # "Expelled the enemy from X": the parser often hangs "from X" on those who are expelled.
        near = [*nouns, *objects] if preposition == "from" else nouns
        found = objects if preposition == left else _behind(stretch, near, preposition)
        if not _fill(filler, found, slots, nouns):
            return None
    return Match(pattern, verb, tuple(slots))


def _left_behind(stretch: Stretch, verb: Token, pattern: Pattern) -> str | None:
    """The preposition that a passive leaves without its noun, which is the subject: "was set upon by X"."""
    if pattern.passive or pattern.object is not None or len(pattern.phrases) != 1:
        return None
    preposition = pattern.phrases[0][0]
    forms = LIKE.get(preposition, (preposition,))
    bare = (one for one in stretch.children(verb, "prep", "prt", "advmod") if not stretch.children(one, "pobj"))
    return preposition if any(one.text.lower() in forms for one in bare) else None


@cache
def patterns(frame: str) -> Mapping[str, tuple[Pattern, ...]]:
    """A frame's patterns by verb, those that ask for most first."""
    found: dict[str, list[Pattern]] = defaultdict(list)
    for table in tables(PACKAGE, FILE).get(frame, ()):
        values = {key: value for key, value in table.items() if key != "say"}
        for line in table["say"]:
            pattern = read_pattern(line, frame, values)
            for verb in pattern.verbs:
                found[verb].append(pattern)
    return {verb: tuple(sorted(all_, key=_asks, reverse=True)) for verb, all_ in found.items()}


@cache
def verbs() -> frozenset[str]:
    """The verbs of all patterns: words without one of them hold no set phrase."""
    return frozenset(verb for frame in tables(PACKAGE, FILE) for verb in patterns(frame))


def read_pattern(line: str, frame: str, values: Mapping[str, Any]) -> Pattern:
    """One line of the file.

    Raises:
        ValueError: it has no verb, or a preposition with nothing behind it.
    """
    subject, words = _subject(line.split())
    if not words:
        raise ValueError(f"the phrase {line!r} of {frame} has no verb")
    head = words.pop(0)
    passive = head.startswith("be:")
    kept: list[str] = []
    beside: list[frozenset[str]] = []
    for word in words:
        if word.startswith("="):
            beside.append(frozenset(word[1:].split("/")))
        else:
            kept.append(word)
    object_ = _filler(kept.pop(0)) if len(kept) % 2 else None
    pairs = tuple((kept[i], _filler(kept[i + 1])) for i in range(0, len(kept), 2))
    if any(preposition.startswith(("{", "(")) for preposition, _ in pairs):
        raise ValueError(f"the phrase {line!r} of {frame} has no preposition where one is due")
    verb_words = frozenset(head.removeprefix("be:").split("/"))
    return Pattern(frame, values, verb_words, passive, subject, object_, tuple(beside), pairs)


def _subject(words: list[str]) -> tuple[Filler | None, list[str]]:
    stated = bool(words) and words[0].startswith(("{", "("))
    return (_filler(words[0]), words[1:]) if stated else (None, words)


def _filler(word: str) -> Filler:
    if word.startswith("{"):
        return Filler(slot=word.strip("{}"))
    if word.startswith("("):
        return Filler(words=frozenset().union(*(lemmas(path) for path in word.strip("()").split("|"))))
    return Filler(words=frozenset(word.split("/")))


def _asks(pattern: Pattern) -> int:
    return len(pattern.beside) + len(pattern.phrases) + (pattern.object is not None)


def _has_object(stretch: Stretch, verb: Token) -> bool:
    return bool(stretch.children(verb, "dobj", "dative"))


def _behind(stretch: Stretch, nouns: list[Token], preposition: str) -> list[Token]:
    forms = LIKE.get(preposition, (preposition,))
    found = [head for noun in nouns for head in stretch.prepositional(noun, *forms)]
    if preposition == "of" and len(nouns) > 1:  # "slipped from the rebels' grasp"
        found += [owner for noun in nouns[1:] for owner in stretch.children(noun, "poss", "amod", "compound")]
    return found


def _fill(filler: Filler, heads: list[Token], slots: list[tuple[str, tuple[Token, ...]]], nouns: list[Token]) -> bool:
    """Take the heads that fit; a slot's own phrases are no place to look for further words of the pattern."""
    fitting = tuple(head for head in heads if filler.takes(head))
    if not fitting:
        return False
    if filler.slot:
        slots.append((filler.slot, fitting))
    else:
        nouns.extend(fitting)
    return True
