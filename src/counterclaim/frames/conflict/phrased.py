"""What set phrases say of who holds, leaves, enters, attacks a place and whether it is fought over.

Enters a view; leaves propositions of the frames that `phrases.toml` has patterns for. A phrase counts only where its
slots hold what the role needs: ground, troops, something that can be struck.
"""

from collections.abc import Callable, Iterator, Mapping

from counterclaim.frames.conflict.events import is_stray
from counterclaim.frames.conflict.fighting import AT, AWAITED
from counterclaim.frames.conflict.holding import (
    Ground,
    Hold,
    extent_of,
    holding,
    holdings,
    is_ground,
    is_neither,
    is_unnamed,
)
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.moving import GROUNDS, armed, fresh, status_of
from counterclaim.frames.conflict.opponents import foe_in_quote
from counterclaim.frames.conflict.phrases import Match, matches
from counterclaim.frames.conflict.standing import POSTED, still
from counterclaim.frames.conflict.struck import can_be_struck, struck_place, target_words
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import COMPASS, DISTRICTS, SITES, Where, locate
from counterclaim.frames.whereabouts import place_in_question
from counterclaim.frames.who import FORCES, first_party
from counterclaim.model import EntityKind, Proposition, Quotation, Ref, Token, Value

# Troops where somebody who fights sends them, and else firms and teams.
COMPANIES = frozenset(["company", "squad", "team", "party", "post", "battery", "howitzer", "gun", "mortar"])
AXES = frozenset(["direction", "axis"])

Reader = Callable[[View, Stretch, Match, Force], Iterator[Proposition]]


RULING = frozenset(["rule", "adjudicate", "adjudge", "arbitrate", "decide", "award"])


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition that a set phrase states; of one verb and frame the one that fits most closely."""
    if not (view.scene.warlike or view.scene.unrest):
        return
    for stretch in view.stretches:
        for frame, reader in READERS.items():
            done: set[int] = set()
            for match in matches(stretch, frame):
                ruled = match.verb.lemma == "belong" and not view.cue_lemmas.isdisjoint(RULING)
                if match.verb.i not in done and not ruled:  # who rules whose it is does not say who is there
                    read = tuple(reader(view, stretch, match, force(stretch, match.verb)))
                    done.update([match.verb.i] if read else ())
                    yield from read


def _control(view: View, stretch: Stretch, match: Match, light: Force) -> Iterator[Proposition]:
    values = match.pattern.values
    change, extent = values.get("change"), values["extent"]
    lasting = light.phase is Phase.PLANNED and change == "kept"
    heads = [head for head in match.heads("place") if is_ground(view, stretch, head) and head.lemma not in POSTED]
    heads = [head for head in heads if not is_unnamed(view, stretch, head)]
    if not heads:
        return
    beside = [head for head in stretch.prepositional(match.verb, "in", "at", "near") if head.lemma not in POSTED]
    where = locate(view, stretch, [*heads, *beside])
    if not _is_of_sort(view, stretch, match, heads, where):
        return
    if is_neither(stretch, match.heads("holder")):  # "could neither …" is said of the world as it is
        for side in view.scene.sides[:2] if len(view.scene.sides) == 2 else ():
            hold = Hold(view.scene.named(side), extent_of(stretch, match.verb, heads, where))
            yield from holding(view, stretch, match.verb, Force(Phase.ONGOING, negated=True), where, hold)
        return
    holders = match.heads("holder")
    holder = _holder(view, stretch, holders, alone=values.get("of") == "names" and not where.named)
    if holder is None or not (light.actual or lasting):
        return
    if change is None and still(stretch, match.verb):
        change = "kept"
    if extent == "none" and where.portion and not where.part:
        return  # of "most of the town" the rest is not told
    joined = any(len(stretch.coordinated(head)) > 1 for head in heads)
    if joined:  # "the airport and the palace"
        ground = Ground(heads, [*heads, *beside])
        yield from holdings(view, stretch, match.verb, light, ground, Hold(holder, extent, change))
        return
    if extent == "full":
        extent = extent_of(stretch, match.verb, heads, where)
    yield from holding(view, stretch, match.verb, light, where, Hold(holder, extent, change))


def _holder(view: View, stretch: Stretch, heads: list[Token], *, alone: bool) -> Ref | None:
    """Who holds it; `alone`: by words that name no place, in which "they" are the other side or nobody."""
    if any(_is_fire(stretch, head) for head in heads):
        return None
    foe = foe_in_quote(view, heads)
    named = None if alone and heads[0].text.lower() == "they" else first_party(view, stretch, heads)
    person = named is not None and named.kind is EntityKind.PERSON and heads[0].lemma in FORCES  # "his army"
    return (None if person else named) or _flying(view, heads) or foe


def _is_of_sort(view: View, stretch: Stretch, match: Match, heads: list[Token], where: Where) -> bool:
    """Does the phrase speak of what it is meant for: places by name, or flags ("the colours fly over it", no plane)?"""
    of = match.pattern.values.get("of")
    if of == "flags":
        return any(head.lemma in lemmas("control.flag.nouns") for head in match.heads("holder"))
    return of != "names" or where.named or _is_the_site(view, stretch, heads)


def _is_the_site(view: View, stretch: Stretch, heads: list[Token]) -> bool:
    """ "They have the gate, we have the tower", in somebody's own words; "we have the airport to thank" is none."""
    if view.quotation not in (Quotation.DIRECT, Quotation.MIXED):
        return False
    the = any(child.text.lower() == "the" for child in stretch.children(heads[0], "det"))
    further = stretch.children(heads[0], "acl", "relcl") or stretch.children(stretch.head(heads[0]), "xcomp", "advcl")
    return the and heads[0].lemma in SITES | DISTRICTS | COMPASS and not further


def _is_fire(stretch: Stretch, head: Token) -> bool:
    """ "Came under Tarvian shelling", which the parser cuts in two: under what whoever shoots holds nothing."""
    behind = next((token for token in stretch.tokens if token.i == head.i + 1), head)
    fire = lemmas("attack.doing.under") | lemmas("attack.shelling.verbs") | lemmas("attack.strike.nouns")
    return not {head.lemma, behind.lemma, behind.text.lower()}.isdisjoint(fire)


def _flying(view: View, heads: list[Token]) -> Ref | None:
    """ "The Orvenian flag": whose, by an adjective."""
    nations = ((head, view.scene.nation(head)) for head in heads if head.pos in ("ADJ", "PROPN"))
    return next((view.scene.named(nation, head.text) for head, nation in nations if nation is not None), None)


def _movement(view: View, stretch: Stretch, match: Match, light: Force) -> Iterator[Proposition]:
    status = status_of(view, light)
    actor = armed(view, stretch, match.heads("actor"))
    sender = armed(view, stretch, match.heads("enemy")) if actor is not None and actor.entity is None else None
    if actor is None and any(head.lemma in COMPANIES for head in match.heads("actor")):
        sender = armed(view, stretch, match.heads("enemy"))  # "pushed a company across the line at X"
    actor = sender or actor  # "Tarvia pulls troops from X": its own
    flown = any(head.lemma in lemmas("attack.strike.weapons") for head in match.heads("actor"))
    if actor is None or status is None or flown:
        return
    left, entered = (_ground(view, stretch, match.heads(slot)) for slot in ("from", "to"))
    asked = {slot for slot, _ in match.slots} & {"from", "to"}
    grounds = [head for slot in asked for head in match.heads(slot) if head.lemma in GROUNDS]
    if not asked and actor.kind is EntityKind.PERSON:
        return
    if asked and left.place is None and entered.place is None and not grounds:
        return
    if not asked and match.pattern.values["kind"] == "advance":  # "marched in": into the place that the talk is of
        entered = Where(place_in_question(view, stretch, match.verb))
        if entered.place is None:
            return
    part = left.part or entered.part
    kind = match.pattern.values["kind"]
    if kind == "advance" and any(fresh(stretch, head) for head in match.heads("actor")):
        kind = "reinforce"
    status = "ongoing" if status == "done" and match.verb.lemma == "be" else status  # "was on its way to"
    roles: dict[str, Value] = {"kind": kind, "actor": actor, "origin": left.place}
    yield found(view, stretch, match.verb, "movement", light, **roles, place=entered.place, part=part, status=status)


def _ground(view: View, stretch: Stretch, heads: list[Token]) -> Where:
    ground = [head for head in heads if is_ground(view, stretch, head)]
    towards = [head for head in heads if head.lemma in AXES]  # "in the Karsh direction"
    return locate(view, stretch, ground or towards, default=bool(ground)) if ground or towards else Where(None)


def _fighting(view: View, stretch: Stretch, match: Match, light: Force) -> Iterator[Proposition]:
    subjects = stretch.doers(match.verb) or stretch.undergoers(match.verb)  # "resistance in X was crushed"
    heads = stretch.prepositional(match.verb, *AT)
    heads += [below for noun in subjects for below in stretch.prepositional(noun, *AT)]
    grounds = [head for head in match.heads("place") if is_ground(view, stretch, head)]
    if "place" in match.pattern.slots and not grounds:
        return
    heads = [*grounds, *heads]
    if "actor" in match.pattern.slots and armed(view, stretch, match.heads("actor")) is None:
        return
    where = locate(view, stretch, heads)
    awaited = any(child.text.lower() in (*AWAITED, "as") for child in stretch.children(match.verb, "mark", "advmod"))
    if where.place is None or awaited or not light.actual:
        return
    if not (where.named or where.part) and (view.claimant is None or view.scene.is_region(where.place)):
        return  # "the shooting has not stopped", of the town that the talk is of
    ongoing = (match.pattern.values["status"] == "ongoing") is not light.negated
    yield found(
        view,
        stretch,
        match.verb,
        "fighting",
        Force(light.phase),
        place=where.place,
        part=where.part,
        status="ongoing" if ongoing else "ended",
    )


def _attack(view: View, stretch: Stretch, match: Match, light: Force) -> Iterator[Proposition]:
    struck = [head for head in match.heads("target") if can_be_struck(view, stretch, head)]
    actor = armed(view, stretch, match.heads("actor"))
    if "target" not in match.pattern.slots:
        yield from _armed_deed(view, stretch, match, light)
        return
    if not struck or not light.actual or (match.heads("actor") and actor is None):
        return
    if any(is_stray(stretch, head) for head in stretch.doers(match.verb)):  # "debris fell on a house"
        return
    where = struck_place(view, stretch, [*struck, *stretch.prepositional(match.verb, "in", "at", "near", "outside")])
    target = target_words(view, stretch, struck)
    guns = any(_is_of_guns(stretch, head) for head in stretch.doers(match.verb))  # "mortar bombs"
    kind = "shelling" if guns else match.pattern.values.get("kind")
    roles: dict[str, Value] = {"kind": kind, "actor": actor, "target": target}
    part = None if target else where.part
    yield found(view, stretch, match.verb, "attack", light, **roles, place=where.place, part=part)


def _is_of_guns(stretch: Stretch, bombs: Token) -> bool:
    return any(child.lemma in lemmas("attack.shelling.guns") for child in stretch.children(bombs, "compound"))


def _armed_deed(view: View, stretch: Stretch, match: Match, light: Force) -> Iterator[Proposition]:
    """ "Guards had used their weapons": against whom is not said, where is."""
    actor = armed(view, stretch, match.heads("actor"))
    where = locate(view, stretch, stretch.prepositional(match.verb, "in", "at", "near", "during"))
    if actor is not None and light.actual and where.place is not None and not view.scene.is_region(where.place):
        roles: dict[str, Value] = {"kind": match.pattern.values.get("kind"), "actor": actor, "part": where.part}
        yield found(view, stretch, match.verb, "attack", light, **roles, place=where.place)


READERS: Mapping[str, Reader] = {
    "control": _control,
    "movement": _movement,
    "fighting": _fighting,
    "attack": _attack,
}
