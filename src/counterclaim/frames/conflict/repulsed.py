"""Attacks that are told by how they ended or where they were made, and not by what they fell on: "tried to storm the
town and were driven back", "attacked 14 times near Karsh".

Enter a verb; leaves `attack` propositions. An attempt alone is no attack: it must be said that it was beaten off.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.events import kind_of
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.moving import armed
from counterclaim.frames.conflict.outcomes import outcome
from counterclaim.frames.force import force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import locate
from counterclaim.model import Proposition, Token, Value

TRYING = frozenset(["try", "attempt", "seek"])
ENTERING = frozenset(["enter", "break", "push", "advance", "cross", "land", "take", "capture", "seize"])
STORMING = lemmas("attack.assault.verbs") | ENTERING
BEATEN = lemmas("attack.doing.repels") | lemmas("movement.withdraw.drives") | {"turn", "fall", "fail"}
NEAR = ("near", "at", "in", "around", "along", "outside", "towards", "toward", "from", "on", "into")


def repulsed(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """Every attack that the verb tells in one of these ways."""
    if not view.scene.warlike:
        return
    if verb.lemma in TRYING:
        yield from _tried(view, stretch, verb)
    elif verb.lemma == "attack" and not stretch.undergoers(verb) and not stretch.passive(verb):
        yield from _attacked(view, stretch, verb)


def _tried(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Tried to storm the town but were beaten back", "attempted a counterattack near X and were thrown back"."""
    ends = [end for end in stretch.children(verb, "conj", "advcl") if end.lemma in BEATEN and end.i > verb.i]
    actor = armed(view, stretch, stretch.doers(verb))
    if not ends or actor is None or not force(stretch, verb).actual:
        return
    deeds = [deed for deed in stretch.children(verb, "xcomp") if deed.lemma in STORMING]
    named = [(noun, kind) for noun in stretch.undergoers(verb) if (kind := kind_of(noun)) is not None]
    kind = next((kind for _, kind in named if kind in ("strike", "shelling", "raid")), "assault")
    words = [*deeds, *(noun for noun, _ in named), *((verb,) if named else ())]
    heads = [head for word in words for head in (*stretch.prepositional(word, *NEAR), *_object(stretch, word))]
    where = locate(view, stretch, heads)
    if (deeds or named) and where.place is not None and where.place.name != actor.name:
        roles: dict[str, Value] = {"kind": kind, "actor": actor, "outcome": outcome(stretch, *words)}
        roles |= {"place": where.place, "part": where.part}
        yield found(view, stretch, verb, "attack", force(stretch, verb), **roles)


def _object(stretch: Stretch, word: Token) -> list[Token]:
    return stretch.undergoers(word) if word.tag.startswith("VB") else []


def _attacked(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Attacked near Karsh", "attacked 14 times in the direction of Karsh": where, and not what."""
    heads = stretch.prepositional(verb, *NEAR)
    where = locate(view, stretch, heads, default=False)
    actor = armed(view, stretch, stretch.doers(verb))
    light = force(stretch, verb)
    if actor is None or not light.actual or not where.named or where.place is None or where.place.name == actor.name:
        return
    roles: dict[str, Value] = {"kind": "assault", "actor": actor, "place": where.place, "part": where.part}
    yield found(view, stretch, verb, "attack", light, **roles)
