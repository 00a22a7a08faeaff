"""Who took a place, where the words do not say: as the article tells elsewhere in its own or others' words.

Enters a view and a place; leaves the one side that other sentences name as its taker.
"""

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.stretch import whole
from counterclaim.frames.view import View
from counterclaim.frames.who import first_party, holder_of
from counterclaim.model import EntityKind, Ref, Sentence

TAKING = lemmas("control.gain.verbs") | {"take", "enter"}


def told_taker(view: View, place: Ref | None, surface: str) -> Ref | None:
    """The one party that any sentence of the article has taking the place ("the Tarvian army took X")."""
    if place is None or place.entity is None:
        return None
    takers: dict[str, Ref] = {}
    for sentence in view.scene.parsed.sentences:
        if any(m.entity == place.entity and m.kind is EntityKind.PLACE for m in view.scene.mentions_in(sentence)):
            takers |= {ref.name: ref for ref in _takers(view, sentence, place) if _is_somebodys(view, ref)}
    named = next(iter(takers.values())) if len(takers) == 1 else None
    return Ref(named.name, surface, named.entity, named.kind) if named is not None else None


def _is_somebodys(view: View, taker: Ref) -> bool:
    """A side or a body in arms; troops without a name ("federal troops") only for who is on no side."""
    if view.scene.side(taker) is not None or view.scene.bears_arms(taker):
        return True
    return taker.kind is EntityKind.GROUP and view.claimant_side is None and " of " not in taker.name


def _takers(view: View, sentence: Sentence, place: Ref) -> list[Ref]:
    """Who takes it in one sentence, by a verb that has it as its object."""
    key = ("takers", str(place.entity), sentence.index)
    if key not in view.scene.memory:
        every = whole(sentence)
        found: list[Ref] = []
        for verb in sentence.tokens:
            if verb.lemma not in TAKING or verb.pos != "VERB":
                continue
            below = [token for noun in every.undergoers(verb) for token in every.phrase(noun)]
            mentions = (view.scene.mention(sentence, token, EntityKind.PLACE) for token in below)
            if any(mention is not None and mention.entity == place.entity for mention in mentions):
                taker = holder_of(view, first_party(view, every, every.doers(verb)))
                found += [taker] if taker is not None else []
        view.scene.memory[key] = found
    return list(view.scene.memory[key])
