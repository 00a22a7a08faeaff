"""Whose "the garrison" or "the marines" are: of the one side for which the article names such troops.

Enters a scene and a noun for troops of a kind that both sides seldom have in one place; leaves the side, or None.
"""

from collections import defaultdict

from counterclaim.frames.factions import is_party, words_in
from counterclaim.frames.scene import Scene
from counterclaim.model import Sentence, Token

SPECIAL = frozenset(
    [
        "garrison", "marine", "paratrooper", "commando", "brigade", "regiment", "division", "battalion", "legion",
        "coastguard", "defender", "fleet", "flotilla", "squadron", "parachutist", "besieger",
    ]
)  # fmt: skip
# Whose troops "the King's gunners", "royal infantry" and "the crown's sailors" are: of the one realm.
CROWNS = frozenset(
    ["king", "queen", "crown", "throne", "emperor", "empress", "tsar", "sultan", "emir", "prince", "royal", "imperial"]
)
Sides = dict[str, str]


def side_of_crown(scene: Scene) -> str | None:
    """The one state of the article, or the one of several whose people or bodies are called royal."""
    states = [side for side in scene.sides if not is_party(side)]
    royal = {
        entity.side
        for entity in scene.cast.entities
        if entity.side in states and words_in(" ".join((*entity.names, *entity.roles))) & CROWNS
    }
    known = royal if len(states) > 1 else set(states)
    return next(iter(known)) if len(known) == 1 else None


def side_of_troops(scene: Scene, noun: str) -> str | None:
    """The side of troops that the words at hand name no side for."""
    key = ("troops", "", 0)
    if key not in scene.memory:
        scene.memory[key] = _sides(scene)
    known: Sides = scene.memory[key]
    return known.get(noun)


def _sides(scene: Scene) -> Sides:
    found: dict[str, set[str]] = defaultdict(set)
    for sentence in scene.parsed.sentences:
        for token in sentence.tokens:
            side = _owner(scene, sentence, token) if token.lemma in SPECIAL else None
            if side is not None:
                found[token.lemma].add(side)
    return {noun: next(iter(sides)) for noun, sides in found.items() if len(sides) == 1}


def _owner(scene: Scene, sentence: Sentence, token: Token) -> str | None:
    """By the words before it: "the Tarvian garrison", "Tarvia's garrison", and "its" where the article tells whose."""
    for child in sentence.children(token):
        if child.i > token.i or child.dep not in ("amod", "compound", "nmod", "poss"):
            continue
        mention = scene.mention(sentence, child) if child.dep == "poss" else None
        side = scene.nation(child) or (scene.side(scene.ref(mention)) if mention is not None else None)
        if side is not None:
            return side
    return None
