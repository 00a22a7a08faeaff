"""Whose weapon it was says who was behind an attack that was told before: "it was an Orvenian missile", "the fragments
belonged to a Tarvian drone", "launched from Tarvian territory", "(blamed) Orvenian rockets".

Enters a view; leaves `attack` propositions, and `responsibility` where the cue blames. Without an attack told before,
or a nation, there is none; nor of a missile that had missed its target.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.events import Event, is_stray, last_event
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.force import force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.who import nation_of
from counterclaim.model import Proposition, Ref, Token, Value

WEAPONS = lemmas("attack.strike.weapons") | lemmas("attack.shelling.guns") | {"shell", "projectile", "munition"}
WORDS = WEAPONS | {"launch", "fire"}
REMAINS = lemmas("responsibility.remains")
POINTERS = frozenset({"it", "this", "that", "they", "these"})
ORIGINS = frozenset(
    {"territory", "position", "soil", "side", "area", "ground", "base", "ship", "aircraft", "airspace", "line"}
)
STRUCK = ("strike", "shelling")  # what is done from afar, with such weapons
ASCRIBING = frozenset({"attribute", "ascribe"})


def propose(view: View) -> Iterator[Proposition]:
    """Every attack that the words trace to a nation by its weapons."""
    event = last_event(view)
    if event is None:
        return
    for stretch in view.stretches:
        for token in stretch.tokens:
            actor = _by(view, stretch, token)
            light = force(stretch, token) if actor is not None else None
            if actor is not None and light is not None and light.actual:
                kind = event.kind if event.kind in STRUCK else "strike"
                roles: dict[str, Value] = {"kind": kind, "actor": actor, "target": event.target, "place": event.place}
                yield found(view, stretch, token, "attack", light, **roles)
        yield from _blamed(view, stretch, event)


def _by(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """The nation, by a verb of being, belonging or launching."""
    if verb.lemma == "be" and any(s.text.lower() in POINTERS for s in stretch.children(verb, "nsubj")):
        return _owner(view, stretch, stretch.children(verb, "attr"))
    if verb.lemma == "be" and any(s.lemma in WEAPONS for s in stretch.children(verb, "nsubj")):
        # "The shell was Tarvian".
        whose = (view.scene.nation(child) for child in stretch.children(verb, "acomp", "attr"))
        named = next((nation for nation in whose if nation is not None), None)
        return view.scene.named(named) if named is not None else None
    if verb.lemma in ("belong", "come", "be") and any(s.lemma in REMAINS for s in stretch.children(verb, "nsubj")):
        heads = [*stretch.prepositional(verb, "to", "from", "of"), *stretch.children(verb, "attr")]
        return _owner(view, stretch, heads)
    if verb.lemma in ("launch", "fire") and verb.tag == "VBN" and _of_it(stretch, verb):
        starts = [noun for noun in stretch.prepositional(verb, "from") if noun.lemma in ORIGINS]
        held = [noun for noun in stretch.prepositional(verb, "under") if noun.lemma == "control"]
        grounds = [*starts, *(held if starts else [])]
        return next((ref for noun in grounds if (ref := nation_of(view, stretch, noun)) is not None), None)
    return None


def _of_it(stretch: Stretch, verb: Token) -> bool:
    """Is it the weapon of the attack that was told ("it was fired", "a missile launched")?"""
    above = stretch.head(verb)
    subjects = stretch.children(verb, "nsubjpass", "nsubj")
    return above.lemma in WEAPONS or any(s.text.lower() in POINTERS or s.lemma in WEAPONS for s in subjects)


def _owner(view: View, stretch: Stretch, heads: list[Token]) -> Ref | None:
    weapons = [head for head in heads if head.lemma in WEAPONS and not is_stray(stretch, head)]
    return next((ref for head in weapons if (ref := nation_of(view, stretch, head)) is not None), None)


def _blamed(view: View, stretch: Stretch, event: Event) -> Iterator[Proposition]:
    """The content of "blamed Orvenian rockets", of "attributed the damage to Orvenian bombs"."""
    tops = [token for token in stretch.tokens if stretch.head(token) is token and token.pos in ("NOUN", "PROPN")]
    if not view.cue_lemmas.isdisjoint(ASCRIBING):
        tops = [token for token in stretch.tokens if token.dep == "pobj" and stretch.head(token).text.lower() == "to"]
    elif not view.accuses:
        return
    actor = _owner(view, stretch, tops)
    if actor is not None and event.kind in STRUCK:
        roles: dict[str, Value] = {"event": event.label, "actor": actor, "kind": event.kind, "place": event.place}
        yield found(view, stretch, tops[0], "responsibility", **roles)
