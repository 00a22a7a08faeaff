"""What befell people, in turns of phrase: "laid down their arms", "are unaccounted for", "were cut down".

Enter a stretch and a verb; leaves `Fated`: who, by which kind of losses. The phrases are `lexicon.toml`'s; those under
`befalls` are done to whoever is counted, those under `meets` are what the counted do or how they lie.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.force import Force, force
from counterclaim.frames.stretch import Stretch
from counterclaim.model import Token

KINDS = ("killed", "wounded", "captured", "missing", "equipment")
GAP = 3  # words between two of a phrase: "laid down all their arms"
# Verbs that say something else with an object: "did not return fire".
OBJECTLESS = frozenset(["return", "live"])


@dataclass(frozen=True, slots=True)
class Idiom:
    """The words of one phrase as lemmas, what it says of people, and whether it is done to them."""

    words: tuple[str, ...]
    kind: str
    done: bool


@dataclass(frozen=True, slots=True)
class Fated:
    """One whom a phrase counts, the kind of losses, in what light the verb stands, and whether it tells of violence."""

    victim: Token
    kind: str
    light: Force
    violent: bool


@cache
def idioms() -> tuple[Idiom, ...]:
    """Every phrase of the lexicon."""
    return tuple(
        Idiom(tuple(phrase.split()), kind, form == "befalls")
        for kind in KINDS
        for form in ("befalls", "meets")
        for phrase in sorted(lemmas(f"losses.{kind}.{form}"))
    )


@cache
def _opened_by() -> dict[str, tuple[Idiom, ...]]:
    """The phrases by the verb that opens them."""
    by: dict[str, list[Idiom]] = {}
    for idiom in idioms():
        by.setdefault(idiom.words[1 if idiom.words[0] == "not" else 0], []).append(idiom)
    return {verb: tuple(found) for verb, found in by.items()}


def fated(stretch: Stretch, verb: Token) -> Iterator[Fated]:
    """Whom the phrase that the verb opens is about; nothing where it opens none."""
    known = _opened_by().get(verb.lemma, ())
    idiom = next((idiom for idiom in known if idiom.kind != "equipment" and _opens(stretch, verb, idiom)), None)
    if idiom is None:
        return
    light = force(stretch, verb)
    if idiom.words[0] == "not":
        light = Force(light.phase)
    violent = idiom.done and idiom.kind == "killed" and verb.lemma not in lemmas("losses.killed.anywhere")
    done = stretch.prepositional(verb, "with") if idiom.words[-1] == "with" else stretch.undergoers(verb)
    for victim in done if idiom.done else _subjects(stretch, verb):
        yield Fated(victim, idiom.kind, light, violent)


def wrecked(stretch: Stretch, verb: Token) -> list[Token]:
    """What a phrase says was put out of action: "knocked out 18 guns", "12 trucks went up in flames"."""
    known = _opened_by().get(verb.lemma, ())
    idiom = next((idiom for idiom in known if idiom.kind == "equipment" and _opens(stretch, verb, idiom)), None)
    if idiom is None:
        return []
    return stretch.undergoers(verb) if idiom.done else _subjects(stretch, verb)


def _opens(stretch: Stretch, verb: Token, idiom: Idiom) -> bool:
    first, *rest = idiom.words
    if first == "not":
        if not stretch.children(verb, "neg"):
            return False
        first, *rest = rest
        if first in OBJECTLESS and stretch.children(verb, "dobj"):
            return False
    return _follow(stretch, verb, rest)


def _follow(stretch: Stretch, verb: Token, words: list[str]) -> bool:
    """Do the words come behind the verb, in their order and close to each other?"""
    last = verb.i
    for word in words:
        near = (t for t in stretch.tokens if last < t.i <= last + 1 + GAP)
        found = next((t for t in near if word in (t.lemma, t.text.lower())), None)
        if found is None:
            return False
        last = found.i
    return True


def _subjects(stretch: Stretch, verb: Token) -> list[Token]:
    own = stretch.children(verb, "nsubj", "nsubjpass")
    above = [stretch.head(verb)] if verb.dep == "acl" and not own else []  # "three of his men paid with their lives"
    return above or [one for subject in own for one in stretch.coordinated(subject)] or stretch.doers(verb)
