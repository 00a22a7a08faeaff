"""Troops that leave: by verbs of withdrawing, driven back, gone, back in their barracks.

Enter a view, a stretch and a verb; leaves `movement` propositions of the kind withdraw. Where only the way they went is
told, the origin is left open.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.moving import FROM, GROUNDS, TO, armed, leavable, mover, status_of, troops_moved
from counterclaim.frames.force import force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import locate
from counterclaim.frames.whereabouts import place_in_question
from counterclaim.frames.who import ENEMIES, FORCES, first_party, own_forces, subject_of_infinitive
from counterclaim.model import EntityKind, Proposition, Ref, Token, Value

WHOLE = frozenset(["leave", "abandon", "evacuate", "quit", "exit", "vacate", "flee"])
HOMES = frozenset(["barrack", "barracks", "base", "basis", "home", "camp", "village", "country", "garrison", "tent"])
WAYS = lemmas("movement.withdraw.ways")
NOBODY = frozenset(["nobody", "none", "no-one"])
NEAR = frozenset(["around", "near", "outside", "inside", "within", "beyond"])
AWAY = frozenset(["away", "off"])


def leaving(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """Every withdrawal that the verb tells."""
    if verb.lemma in lemmas("movement.withdraw.verbs"):
        yield from _withdraw(view, stretch, verb)
    if verb.lemma in lemmas("movement.withdraw.drives"):
        yield from _driven(view, stretch, verb)
    if verb.lemma == "go" and verb.tag == "VBN":
        yield from _gone(view, stretch, verb)
    elif verb.lemma in WAYS:
        yield from _went(view, stretch, verb)


def _is_particle(stretch: Stretch, verb: Token) -> bool:
    below = {child.text.lower() for child in stretch.children(verb, "prt", "advmod", "prep")}
    return bool(below & lemmas("movement.withdraw.particles"))


def _withdraw(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    light = force(stretch, verb)
    status = status_of(view, light)
    if status is None or (verb.lemma == "pull" and not _is_particle(stretch, verb)) or _left_behind(stretch, verb):
        return
    troops = [] if verb.lemma in WHOLE - {"evacuate"} else troops_moved(stretch, verb)  # whom one leaves stays
    objects = [noun for noun in stretch.undergoers(verb) if noun not in troops]
    nobody = _nobody_of_ours(view, stretch, verb)
    actor = first_party(view, stretch, troops) or nobody
    if actor is None or actor.entity is None:  # "began withdrawing two battalions": whose they are
        actor = mover(view, stretch, verb) or actor
    heads = _left(stretch, verb)
    if verb.lemma in WHOLE and not stretch.passive(verb):
        heads += objects
        if any(noun.lemma in GROUNDS for noun in objects):  # "abandoned their positions in X"
            heads += stretch.prepositional(verb, "in", "near", "at", "around", "on")
        doers = stretch.doers(verb)
        they = actor is not None and actor.kind is not EntityKind.PERSON and any(d.pos == "PRON" for d in doers)
        fights = they or armed(view, stretch, doers) is not None
        alone = not objects and verb.lemma == "leave" and fights
        if not troops and not (alone and view.scene.warlike) and not any(leavable(view, stretch, n) for n in heads):
            return
        if verb.lemma == "evacuate" and objects and not troops and not any(leavable(view, stretch, n) for n in objects):
            return  # "evacuated the civilians from X": who did so is still there
    elif objects and not troops:
        return
    towards = [] if heads else stretch.prepositional(verb, *TO, "behind", "beyond")
    towards += [below for noun in towards if noun.lemma == "direction" for below in stretch.prepositional(noun, "of")]
    ends = [head for head in towards if stretch.head(head).text.lower() not in ("in", "near", "at", "on", "around")]
    where = locate(view, stretch, heads, default=not heads and not towards)
    if actor is None or (where.place is None and not towards):
        return
    yield found(
        view,
        stretch,
        verb,
        "movement",
        light,
        kind="withdraw",
        actor=actor,
        origin=where.place,
        place=locate(view, stretch, _by_name(view, stretch, ends), default=False).place,
        part=where.part,
        status=status,
    )


def _left_behind(stretch: Stretch, verb: Token) -> bool:
    """ "Withdrew from X, leaving the town to the rebels": told already by the verb before."""
    above = stretch.head(verb)
    told = above is not verb and above.lemma in lemmas("movement.withdraw.verbs")
    return verb.lemma == "leave" and verb.tag == "VBG" and verb.dep == "advcl" and told


def _left(stretch: Stretch, verb: Token) -> list[Token]:
    """What is left "from X", "from around X"."""
    preps = stretch.children(verb, "prep")
    preps += [deep for prep in preps for deep in stretch.children(prep, "prep")]
    behind = {prep.i + 1 for prep in preps if prep.text.lower() == "from"}
    near = [prep for prep in preps if prep.text.lower() in NEAR and prep.i in behind]
    around = [below for prep in near for below in stretch.children(prep, "pobj")]
    return [*stretch.prepositional(verb, *FROM), *around]


def _by_name(view: View, stretch: Stretch, heads: list[Token]) -> list[Token]:
    """Those that name a place themselves: "to the river near X" is not to X."""
    return [head for head in heads if view.scene.mention(stretch.sentence, head, EntityKind.PLACE) is not None]


def _nobody_of_ours(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """ "Nobody is leaving" is said of one's own men."""
    nobody = any(child.text.lower() in NOBODY for child in stretch.children(verb, "nsubj"))
    return own_forces(view, "nobody") if nobody else None


def _driven(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Pushed the enemy back from", "were driven back across the river": those who are driven withdraw."""
    light = force(stretch, verb)
    status = status_of(view, light)
    driven = [noun for noun in stretch.undergoers(verb) if noun.lemma in FORCES | ENEMIES]
    actor = first_party(view, stretch, driven)
    if actor is None or status is None or not _is_particle(stretch, verb):
        return
    doer = first_party(view, stretch, stretch.doers(verb))
    if doer is not None and actor.name == doer.name:  # "(denied) that X had driven back its soldiers"
        actor = own_forces(view, actor.surface)
        if actor is None:
            return
    where = locate(view, stretch, stretch.prepositional(verb, *FROM) or _come_into(stretch, verb), default=False)
    roles: dict[str, Value] = {
        "kind": "withdraw",
        "actor": actor,
        "origin": where.place,
        "part": where.part,
        "status": status,
    }
    yield found(view, stretch, verb, "movement", light, **roles)


def _come_into(stretch: Stretch, verb: Token) -> list[Token]:
    """ "Had entered two villages but were driven out": what they had come into."""
    before = stretch.head(verb)
    out = any(child.text.lower() == "out" for child in stretch.children(verb, "prt", "advmod"))
    if verb.dep != "conj" or not out:
        return []
    return [*stretch.undergoers(before), *stretch.prepositional(before, "into", "in")]


def _gone(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "They would be gone by Friday": from where they are spoken of."""
    above = stretch.head(verb) if verb.dep == "acomp" else verb
    been = above is not verb or any(child.lemma == "be" for child in stretch.children(verb, "auxpass", "aux"))
    been |= not stretch.children(verb, "prep", "dobj", "xcomp", "prt", "acomp", "oprd")  # "the soldiers had gone"
    subjects = [noun for top in (above, verb) for noun in stretch.children(top, "nsubj", "nsubjpass")]
    actor = armed(view, stretch, subjects)
    light = force(stretch, above)
    status = status_of(view, light)
    if not been or actor is None or status is None:
        return
    where = locate(view, stretch, stretch.prepositional(verb, *FROM), default=True)
    roles: dict[str, Value] = {"kind": "withdraw", "actor": actor, "origin": where.place, "part": where.part}
    yield found(view, stretch, above, "movement", light, **roles, status=status)


def _went(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Drove away", "returned to their barracks", "went back to their camp"."""
    beside = {child.text.lower() for child in stretch.children(verb, "prt", "advmod")}
    back = verb.lemma == "return" or "back" in beside
    homes = [noun for noun in stretch.prepositional(verb, "to") if noun.lemma in HOMES]
    homes += [
        noun
        for adverb in stretch.children(verb, "advmod")
        for noun in stretch.prepositional(adverb, "to")
        if noun.lemma in HOMES
    ]
    home = back and (homes or "home" in beside)
    doers = stretch.doers(verb)
    actor = armed(view, stretch, doers) if doers else subject_of_infinitive(view, stretch, verb)
    if not (home or beside & AWAY) or (actor is not None and actor.kind is EntityKind.PERSON and not doers):
        return
    light = force(stretch, verb)
    status = status_of(view, light)
    if actor is None or status is None:
        return
    heads = [*homes, *stretch.prepositional(verb, "in", "near", "at")]
    place = locate(view, stretch, heads, default=False).place if home else None
    left = locate(view, stretch, stretch.prepositional(verb, *FROM), default=False).place
    origin = None if home else left or place_in_question(view, stretch, verb)
    roles: dict[str, Value] = {"kind": "withdraw", "actor": actor, "origin": origin, "place": place, "status": status}
    yield found(view, stretch, verb, "movement", light, **roles)
