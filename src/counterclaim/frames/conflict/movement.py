"""Troops that advance, withdraw, reinforce or deploy: done, going on, planned, urged, needed.

Enters a view; leaves `movement` propositions. Those who move are forces, bodies or states, never a person alone;
advances of
anything but forces, wishes and bare possibilities are refused.
"""

from collections.abc import Iterator

from counterclaim.frames.belied import REPORTS, belied
from counterclaim.frames.conflict.happening import FINISHED, happening, tells_how
from counterclaim.frames.conflict.leaving import leaving
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.moving import FROM, TO, fresh, leavable, mover, own_men, status_of
from counterclaim.frames.conflict.presence import absent, presence
from counterclaim.frames.conflict.strikers import accused
from counterclaim.frames.force import GOING_ON, NEEDING, Force, Phase, force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import COMPASS, Where, locate
from counterclaim.frames.who import FORCES, enemy_party, first_party, nation_of, own_forces, own_party, party
from counterclaim.model import EntityKind, Proposition, Quotation, Ref, Stance, Token, Value

EQUIPMENT = frozenset(["equipment", "tank", "artillery", "vehicle", "weapon", "hardware", "armour", "armor", "reserve"])
STRENGTHENED = frozenset(["defence", "defense", "flank", "line", "front", "position", "border"])
STAYING = frozenset(["be", "have", "keep", "maintain", "remain", "operate"])
BEING_THERE = frozenset(["be", "remain", "operate"])
ARRIVING = frozenset(["arrive", "reach", "come", "enter"])


GAINS = frozenset(["ground", "advance", "gain", "gains", "headway", "progress", "inroad"])

# "Advanced two kilometres".
MEASURES = frozenset(["kilometre", "kilometer", "metre", "meter", "mile", "km", "yard"])


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on troops that move."""
    for stretch in view.stretches:
        for token in stretch.tokens:
            if token.pos == "VERB":
                yield from _verb(view, stretch, token)
            elif token.pos == "AUX" and token.lemma in STAYING:
                yield from _stationed(view, stretch, token)
            elif token.pos == "NOUN":
                yield from _noun(view, stretch, token)
                yield from presence(view, stretch, token)


def _verb(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    yield from leaving(view, stretch, verb)
    yield from absent(view, stretch, verb)
    if verb.lemma in lemmas("movement.advance.verbs") or _gains_ground(stretch, verb) or _enters(view, stretch, verb):
        yield from _advance(view, stretch, verb)
    if verb.lemma in lemmas("movement.deploy.sends") | lemmas("movement.deploy.verbs"):
        yield from _deploy(view, stretch, verb)
    if verb.lemma in lemmas("movement.reinforce.verbs"):
        yield from _strengthen(view, stretch, verb)
    if verb.lemma in STAYING:
        yield from _stationed(view, stretch, verb)


def _gains_ground(stretch: Stretch, verb: Token) -> bool:
    gained = [noun.lemma for noun in stretch.undergoers(verb)]
    return verb.lemma in ("gain", "make") and bool(GAINS & set(gained))


def _enters(view: View, stretch: Stretch, verb: Token) -> bool:
    doers = stretch.doers(verb)
    into = stretch.prepositional(verb, "into", "towards", "toward", "on")
    if _unintended(stretch, verb):
        return True
    entered = stretch.undergoers(verb) or stretch.prepositional(verb, "in", "into")
    moves = entered if verb.lemma == "enter" else into and verb.lemma in ("move", "roll", "break", "get")
    doers = [*doers, *(below for doer in doers for below in stretch.prepositional(doer, "of"))]  # "some of his men"
    men = any(doer.lemma in FORCES or own_men(stretch, doer) for doer in doers)
    men |= any(doer.text.lower() == "we" for doer in doers) and own_forces(view, "we") is not None
    return bool(moves) and (men or any(view.scene.nation(doer) is not None for doer in doers))


def _unintended(stretch: Stretch, verb: Token) -> bool:
    """ "Has no intention of entering the town", "no plans to enter"."""
    if verb.lemma != "enter":
        return False
    intent = next((above for above in stretch.ancestors(verb) if above.lemma in ("intention", "plan", "intent")), None)
    return intent is not None and stretch.has_no(intent)


def _advance(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    light = force(stretch, verb)
    if _unintended(stretch, verb):
        light = Force(Phase.PLANNED, negated=True)
    status = status_of(view, light)
    objects = [noun for noun in stretch.undergoers(verb) if noun.lemma not in MEASURES]
    if verb.lemma in lemmas("movement.advance.verbs") and objects:
        return
    entered = objects or stretch.prepositional(verb, "in", "into")
    grounds = [noun for noun in entered if leavable(view, stretch, noun)] if verb.lemma == "enter" else []
    heads = [*grounds, *stretch.prepositional(verb, *TO)]
    heads += [below for side in stretch.children(verb, "advmod") for below in _beside(stretch, side)]
    for start in stretch.prepositional(verb, "from"):  # "from X towards Y" is often hung on X
        heads += stretch.prepositional(start, *TO)
    if status is None or (verb.lemma == "enter" and not grounds):
        return
    where = locate(
        view, stretch, heads, default=(not heads and verb.lemma == "advance") or _gains_ground(stretch, verb)
    )
    actor = mover(view, stretch, verb) or (view.claimant if _unintended(stretch, verb) else None)
    if actor is None or where.place is None:
        return
    yield found(
        view,
        stretch,
        verb,
        "movement",
        light,
        kind="reinforce" if any(fresh(stretch, doer) for doer in stretch.doers(verb)) else "advance",
        actor=actor,
        place=where.place,
        part=where.part or _short_of(stretch, verb),
        status=status,
    )


def _short_of(stretch: Stretch, verb: Token) -> str | None:
    """ "(Advanced) to within two kilometres of Karsh": who is that near has nobody in it yet."""
    measured = (noun for noun in stretch.prepositional(verb, "within") if stretch.prepositional(noun, "of"))
    return next((f"within {noun.text}" for noun in measured), None)


def _beside(stretch: Stretch, side: Token) -> list[Token]:
    """ "(Advanced) north of Karsh"."""
    return stretch.prepositional(side, "of") if side.lemma in COMPASS else []


def _deploy(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Sent reinforcements to", "is deploying additional forces", "deployed troops along"."""
    light = force(stretch, verb)
    status = status_of(view, light)
    moved = [
        noun
        for noun in stretch.undergoers(verb)
        if noun.lemma in FORCES | EQUIPMENT | lemmas("movement.deploy.ships") | lemmas("movement.reinforce.nouns")
        or own_men(stretch, noun)
    ]
    back = any(child.text.lower() == "back" for child in stretch.children(verb, "prt", "advmod"))
    moved = [noun for noun in moved if noun.lemma != "side" and not back]  # "brought both sides to the table"
    if status is None or not moved:
        return
    kind = "reinforce" if any(fresh(stretch, noun) for noun in moved) else "deploy"
    heads = stretch.prepositional(verb, *TO)
    heads = heads or [below for noun in moved for below in stretch.prepositional(noun, *TO)]
    pointing = any(
        head.pos != "PROPN" for head in heads
    )  # "to the front"; a name that is on no map is some other place
    where = locate(view, stretch, heads, default=kind == "reinforce" or pointing)
    blamed = first_party(view, stretch, accused(view, stretch, stretch.doers(verb))) if view.accuses else None
    actor = _unit(view, stretch, moved) or mover(view, stretch, verb) or blamed or first_party(view, stretch, moved)
    alone = verb.tag == "VBG" and stretch.head(verb) is verb and bool(view.cue)
    if alone and view.stance in (Stance.DENIES, Stance.CONFIRMS) and (actor is None or actor.entity is None):
        actor = own_party(view, verb.text)  # "(denied) sending troops": its own
    if blamed is not None and not where.named:
        where = Where(None)  # "accused X of sending troops across the border": no town of X's
    if actor is None or where.place is None:
        return
    starts = [below for token in (verb, *moved) for below in stretch.prepositional(token, "from", "out")]
    units = [unit for noun in moved for unit in stretch.prepositional(noun, "of")]
    starts += [below for unit in units for below in stretch.prepositional(unit, "from")]
    origin = locate(view, stretch, starts, default=False).place
    yield found(
        view,
        stretch,
        verb,
        "movement",
        light,
        kind=kind,
        actor=actor,
        origin=origin if origin != where.place else None,
        place=where.place,
        part=where.part,
        status=status,
    )


def _unit(view: View, stretch: Stretch, moved: list[Token]) -> Ref | None:
    """ "Is moving elements of the 4th Brigade": the unit by its name moves, whoever gave the order."""
    named = first_party(view, stretch, moved)
    return named if named is not None and named.entity is not None and named.kind is EntityKind.ORGANIZATION else None


def _stationed(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Orvenian troops are in Upper Sarn", "has no soldiers in Tarvia": in a country or region they are deployed.

    In a town they hold a part of it, which is control.
    """
    owned = [noun for noun in stretch.undergoers(verb) if noun.lemma in FORCES]
    subjects = stretch.children(verb, "nsubj")
    troops = owned or ([s for s in subjects if s.lemma in FORCES] if verb.lemma in BEING_THERE else [])
    heads = stretch.prepositional(verb, "in", "inside") + [
        below for noun in owned for below in stretch.prepositional(noun, "in", "inside")
    ]
    if not troops or not heads:
        return
    light = force(stretch, verb)
    status = status_of(view, light)
    where = locate(view, stretch, heads, default=False)
    if where.place is None or status is None or where.part or stretch.children(verb, "attr"):
        return
    actor = first_party(view, stretch, stretch.doers(verb) if owned else troops)
    if owned and actor is None and stretch.head(verb) is verb:
        actor = view.claimant  # "denied having soldiers in Tarvia"
    if actor is None or not view.scene.is_region(where.place):
        return
    if where.place.name in (actor.name, view.scene.side(actor)):
        return
    yield found(
        view, stretch, verb, "movement", light, kind="deploy", actor=actor, place=where.place, status="ongoing",
    )  # fmt: skip


def _strengthen(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    light = force(stretch, verb)
    status = status_of(view, light)
    objects = [noun for noun in stretch.undergoers(verb) if noun.lemma in FORCES | STRENGTHENED]
    actor = mover(view, stretch, verb)
    where = locate(view, stretch, [*objects, *stretch.prepositional(verb, *TO)])
    if status is None or actor is None or not objects or where.place is None:
        return
    yield found(
        view,
        stretch,
        verb,
        "movement",
        light,
        kind="reinforce",
        actor=actor,
        place=where.place,
        part=where.part,
        status=status,
    )


def _noun(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "The withdrawal of X from Y has begun", "will need reinforcements to hold"."""
    kinds = ("advance", "withdraw", "reinforce", "deploy")
    kind = next((kind for kind in kinds if noun.lemma in lemmas(f"movement.{kind}.nouns")), None)
    verb = stretch.head(noun)
    new = kind is None and noun.lemma in FORCES and fresh(stretch, noun)
    if new and ((verb.lemma in NEEDING and noun.dep == "dobj") or (verb.lemma in ARRIVING and noun.dep == "nsubj")):
        kind = "reinforce"
    if kind is None or noun.dep == "compound":
        return
    if kind == "reinforce" and noun.dep == "nsubj" and verb.lemma in ARRIVING:
        yield from _arrived(view, stretch, verb)
        return
    reported = _is_reported(view, stretch, noun)
    if reported or verb is noun or _is_there(stretch, noun, verb):
        yield from _bare_noun(view, stretch, noun, kind, reported=reported)
        return
    if verb.lemma in NEEDING and noun.dep == "dobj":
        heads = stretch.prepositional(verb, *TO) + stretch.prepositional(noun, *TO)
        for purpose in stretch.children(verb, "advcl", "xcomp") + stretch.children(noun, "acl", "relcl"):
            heads += stretch.undergoers(purpose)
        light: Force | None = Force(Phase.NEEDED, force(stretch, verb).negated)
        actor = mover(view, stretch, verb)
    elif noun.dep in ("nsubj", "nsubjpass") or (noun.dep == "dobj" and verb.lemma in GOING_ON | FINISHED):
        heads = stretch.prepositional(noun, *TO, *FROM) + stretch.prepositional(verb, *FROM)
        light = happening(stretch, verb)
        owners = stretch.children(noun, "poss", "compound") + stretch.prepositional(noun, "of", "by")
        heads += [below for owner in owners for below in stretch.prepositional(owner, *TO[1:], "from")]
        actor = nation_of(view, stretch, noun) or first_party(view, stretch, owners)
        if actor is None and heads and kind == "withdraw":  # "the withdrawal from X is complete": of those who say so
            actor = own_forces(view, noun.text)
        before = _earlier(view, kind) if actor is None and not heads else None
        if before is not None and verb.lemma == "be":
            yield from _again(view, stretch, verb, before)
            return
        if noun.dep == "dobj":
            actor = actor or mover(view, stretch, verb)
    else:
        return
    where = locate(
        view, stretch, [head for head in heads if party(view, stretch, head) != actor or head.lemma not in FORCES]
    )
    status = status_of(view, light) if light is not None else None
    told = light is not None and light.phase is Phase.DONE and verb.lemma not in FINISHED
    if light is None or actor is None or status is None or where.place is None or (told and not where.named):
        return
    role = "origin" if kind == "withdraw" else "place"
    roles: dict[str, Value] = {"kind": kind, "actor": actor, role: where.place, "part": where.part, "status": status}
    yield found(view, stretch, verb, "movement", light, **roles)


def _is_there(stretch: Stretch, noun: Token, verb: Token) -> bool:
    """ "There was no withdrawal"."""
    return verb.lemma == "be" and noun.dep in ("attr", "nsubj") and bool(stretch.children(verb, "expl"))


def _is_reported(view: View, stretch: Stretch, noun: Token) -> bool:
    """ "Reports of the entry of X into Y", confirmed, denied or called false."""
    prep = stretch.head(noun)
    of = noun.dep == "pobj" and prep.text.lower() in ("of", "about", "on", "regarding", "concerning")
    told = of and stretch.head(prep).lemma in REPORTS
    return told and (view.stance in (Stance.DENIES, Stance.CONFIRMS) or belied(stretch, noun))


def _bare_noun(
    view: View, stretch: Stretch, noun: Token, kind: str, *, reported: bool = False
) -> Iterator[Proposition]:
    """ "(Denied) a pullback from X", "(confirmed) its withdrawal", "there was no withdrawal": the claimant's own, if
    nobody else is named."""
    verb = stretch.head(noun)
    alone = verb is noun or reported
    settled = reported or (view.stance in (Stance.DENIES, Stance.CONFIRMS) and bool(view.cue))
    if kind == "reinforce" or (alone and not settled):
        return
    owners = stretch.children(noun, "poss", "compound") + stretch.prepositional(noun, "of", "by")
    theirs = reported and view.quotation is not Quotation.DIRECT and any(t.tag == "PRP$" for t in owners)
    named = enemy_party(view, noun.text) if theirs else first_party(view, stretch, owners)  # "reports of their entry"
    actor = nation_of(view, stretch, noun) or named or (None if reported else own_forces(view, noun.text))
    tops = [*stretch.prepositional(noun, *FROM), *stretch.prepositional(noun, *TO)]
    where = locate(view, stretch, [head for head in tops if head not in owners] or tops)
    no = stretch.has_no(noun)
    if actor is None or where.place is None or actor.name == where.place.name:
        return
    light = Force(Phase.DONE if alone else force(stretch, verb).phase, no)
    role = "origin" if kind == "withdraw" else "place"
    roles: dict[str, Value] = {"kind": kind, "actor": actor, role: where.place, "part": where.part}
    yield found(view, stretch, noun, "movement", light, **roles, status="done" if alone else status_of(view, light))


def _earlier(view: View, kind: str) -> Proposition | None:
    """The movement that "the withdrawal" points back to."""
    for claim in reversed(view.earlier):
        for proposition in claim.propositions:
            if proposition.frame == "movement" and proposition.get("kind") == kind:
                return proposition
    return None


def _again(view: View, stretch: Stretch, verb: Token, before: Proposition) -> Iterator[Proposition]:
    if tells_how(stretch, verb) and view.denied is not force(stretch, verb).negated:
        return  # "(denied) the withdrawal had been chaotic": that there was one is not denied
    status = Phase.DONE.value if force(stretch, verb).phase is Phase.DONE else before.get("status")
    roles: dict[str, Value] = {a.role: a.value for a in before.arguments} | {"status": status}
    yield found(view, stretch, verb, "movement", Force(Phase.DONE, before.negated), **roles)


def _arrived(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Reinforcements have reached the town": the claimant's side's, where nobody else is named."""
    light = force(stretch, verb)
    status = status_of(view, light)
    nouns = stretch.children(verb, "nsubj")
    actor = nation_of(view, stretch, nouns[0]) or own_party(view, nouns[0].text)
    where = locate(view, stretch, [*stretch.undergoers(verb), *stretch.prepositional(verb, *TO)])
    if actor is not None and status is not None and view.claimant_side is not None:
        roles: dict[str, Value] = {
            "kind": "reinforce",
            "actor": actor,
            "place": where.place,
            "part": where.part,
            "status": status,
        }
        yield found(view, stretch, verb, "movement", light, **roles)
