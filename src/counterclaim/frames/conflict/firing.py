"""Attacks told by other words than a verb for attacking: fire opened or come under, ships seized, missiles that fell.

Enter a verb with its force; leaves `attack` propositions. "Opened fire" without a place is taken for the place in
question; a ship needs no place, since its name tells which attack is meant.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.equipment import AIRCRAFT
from counterclaim.frames.conflict.events import last_event, where_struck
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.moving import CREWS
from counterclaim.frames.conflict.strikers import own_deed
from counterclaim.frames.conflict.struck import can_be_struck, target_words
from counterclaim.frames.conflict.wrecking import shot_down, wrecked
from counterclaim.frames.force import Force
from counterclaim.frames.found import found
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import REGIONS, SITES, TOWNS, Where, locate
from counterclaim.frames.whereabouts import place_in_question, place_of_sentence
from counterclaim.frames.who import CROWDS, FORCES, first_party, nation_of, party
from counterclaim.frames.worded import bare_words, described, words
from counterclaim.model import EntityKind, Proposition, Ref, Token, Value

AT = (
    "in",
    "at",
    "near",
    "on",
    "onto",
    "around",
    "against",
    "over",
    "inside",
    "outside",
    "into",
    "off",
    "towards",
    "upon",
)
COMING = frozenset(["come", "be", "remain", "find", "originate", "arrive", "die"])
AIMED_AT = FORCES | SITES | lemmas("attack.doing.targets") | lemmas("losses.general.people")

WEAPONS = lemmas("attack.strike.weapons")
ROUNDS = frozenset(["round", "salvo"])
SMALL_ARMS = frozenset(["shot", "bullet", "gunfire", "round", "volley", "salvo"])
SHELLS = frozenset(["shell", "mortar", "artillery", *ROUNDS])
QUARTERS = frozenset(["side", "direction", "quarter", "flank"])


def other_attacks(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """Every attack that the verb tells in one of these ways."""
    if verb.lemma in lemmas("attack.doing.opening"):
        yield from _opened_fire(view, stretch, verb, light)
    if verb.lemma in COMING:
        yield from _under_fire(view, stretch, verb, light)
    if verb.lemma in lemmas("attack.doing.lands"):
        yield from _fell_on(view, stretch, verb, light)
    if verb.lemma in lemmas("attack.raid.seizes"):
        yield from _seized_ship(view, stretch, verb, light)
    if verb.lemma in ("fall", "die"):
        yield from _fell_to(view, stretch, verb, light)
    if verb.lemma in lemmas("attack.doing.uses"):
        yield from _used(view, stretch, verb, light)
    if verb.lemma in lemmas("attack.doing.downs"):
        yield from shot_down(view, stretch, verb, light)
    if verb.lemma in lemmas("attack.wrecking.verbs"):
        yield from wrecked(view, stretch, verb, light)
    yield from _shots(view, stretch, verb, light)


def _used(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Used cluster bombs against the town", "did not use live ammunition against the crowd"."""
    flown = lemmas("attack.strike.weapons") - {"strike", "explosion"}
    means = [noun for noun in stretch.undergoers(verb) if noun.lemma in flown | lemmas("attack.doing.means")]
    against = [noun for word in (verb, *means) for noun in stretch.prepositional(word, "against", "on")]
    struck = [noun for noun in against if can_be_struck(view, stretch, noun) or noun.lemma in CROWDS]
    actor = first_party(view, stretch, stretch.doers(verb)) or own_deed(view, stretch, verb)
    if means and struck and light.negated and stretch.passive(verb) and not stretch.agents(verb):
        where = locate(view, stretch, [*struck, *stretch.prepositional(verb, "in", "at", "near")])
        target = target_words(view, stretch, struck)  # "no live rounds were used against the crowd": by nobody
        yield found(view, stretch, verb, "attack", light, kind="assault", target=target, place=where.place)
        return
    if not means or not struck or actor is None or actor.kind is EntityKind.PERSON or not view.scene.unrest:
        return
    guns = means[0].lemma in lemmas("attack.shelling.guns") | {"shell"}
    kind = "shelling" if guns else "strike" if means[0].lemma in flown else "assault"
    where = locate(view, stretch, [*struck, *stretch.prepositional(verb, "in", "at", "near")])
    target = target_words(view, stretch, struck)
    part = None if target else where.part
    roles: dict[str, Value] = {"kind": kind, "actor": actor, "target": target, "place": where.place, "part": part}
    yield found(view, stretch, verb, "attack", light, **roles)


def _opened_fire(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Opened fire on our positions", "it was their army who opened fire first"."""
    fires = [noun for noun in stretch.undergoers(verb) if noun.lemma == "fire"]
    actor = _armed(view, stretch, stretch.doers(verb))
    heads = stretch.prepositional(verb, *AT) + [below for fire in fires for below in stretch.prepositional(fire, *AT)]
    where = locate(view, stretch, heads) if heads else Where(_where_fired(view, stretch))
    if where.place is None and view.scene.unrest:
        where = Where(_where_fired(view, stretch) or place_in_question(view, stretch, verb), where.part)
    if fires and actor is not None and where.place is not None:
        struck = [head for head in heads if head.lemma in AIMED_AT]
        target = bare_words(view, stretch, struck[0]) if struck else None
        part = None if target else where.part
        means = stretch.doers(verb)
        means += [noun for word in (verb, *fires) for noun in stretch.prepositional(word, "with", "from")]
        guns = any(noun.lemma in lemmas("attack.shelling.guns") for noun in means)
        roles: dict[str, Value] = {
            "kind": "shelling" if guns else "assault",
            "actor": actor,
            "target": target,
            "place": where.place,
            "part": part,
        }
        yield found(view, stretch, verb, "attack", light, **roles)


def _where_fired(view: View, stretch: Stretch) -> Ref | None:
    """Where fire was opened that the words put nowhere: what the sentence names, else where the last attack was."""
    last = last_event(view)
    return place_of_sentence(view, stretch.sentence) or (last.place if last is not None else None)


def _shots(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "The shots were fired by X", "the fire came from X's positions", "no shell of ours was fired"."""
    fired = verb.lemma in lemmas("attack.doing.fires") and stretch.passive(verb)
    came = verb.lemma in ("come", "originate", "arrive")
    shots = _spoken_shots(stretch, verb) if fired or came else None
    if shots is None:
        return
    sources = stretch.agents(verb) if fired else stretch.prepositional(verb, "from")
    heads = [below for head in sources for below in (head, *stretch.children(head, "poss"))]
    actor = next((ref for head in heads if (ref := _shooter(view, stretch, head)) is not None), None)
    if actor is None and fired and not sources:
        yield from _shot_at(view, stretch, verb, light, shots)
    if actor is None:
        return
    event = last_event(view) if came else None  # of a strike told before, it says who was behind it
    if event is not None:
        roles: dict[str, Value] = {"event": event.label, "actor": actor, "kind": event.kind, "place": event.place}
        yield found(view, stretch, verb, "responsibility", light, **roles)
        return
    struck = stretch.prepositional(verb, "on", "at", "into", "in", "near") if fired else []
    hit = [noun for child in stretch.children(shots, "relcl") for noun in stretch.undergoers(child)]
    where = locate(view, stretch, [*struck, *hit, *stretch.prepositional(shots, "in", "on", "at")])
    flown = shots.lemma in lemmas("attack.strike.weapons") and shots.lemma not in SHELLS
    kind = "assault" if shots.lemma in ("shot", "bullet", "gunfire") else "strike" if flown else "shelling"
    place = where.place or (_where_fired(view, stretch) if view.scene.unrest else None)
    none = any(child.text.lower() in ("no", "not") for child in stretch.children(shots, "det", "neg"))
    if place is not None:
        told = Force(light.phase, light.negated or none)
        yield found(view, stretch, verb, "attack", told, kind=kind, actor=actor, place=place)


def _shot_at(view: View, stretch: Stretch, verb: Token, light: Force, shots: Token) -> Iterator[Proposition]:
    """ "Mortar rounds were fired at two lorries near X": an attack, whoever fired."""
    heads = [noun for noun in stretch.prepositional(verb, "on", "at", "into") if noun.lemma != "air"]
    struck = [noun for noun in heads if can_be_struck(view, stretch, noun)]
    near = [verb, *struck]
    where = locate(view, stretch, [*struck, *(p for t in near for p in stretch.prepositional(t, "in", "near"))])
    if not struck or where.place is None or not view.scene.unrest:
        return
    words = {token.lemma.lower() for token in stretch.phrase(shots)}
    guns = not words.isdisjoint(lemmas("attack.shelling.guns") | {"shell", "mortar"})
    kind = "shelling" if guns else "assault" if shots.lemma in SMALL_ARMS else "strike"
    target = target_words(view, stretch, struck)
    part = None if target else where.part
    yield found(view, stretch, verb, "attack", light, kind=kind, target=target, place=where.place, part=part)


def _spoken_shots(stretch: Stretch, verb: Token) -> Token | None:
    """The shots that the verb says something of; "they" are those that the sentence named before."""
    subjects = stretch.children(verb, "nsubj", "nsubjpass")
    if any(subject.text.lower() in ("they", "these", "those") for subject in subjects):
        before = [t for t in stretch.tokens if t.i < verb.i and t.dep in ("nsubj", "nsubjpass")]
        subjects = [token for token in before if token.pos == "NOUN"][-1:]
    return next((subject for subject in subjects if subject.lemma in lemmas("attack.doing.shots")), None)


def _shooter(view: View, stretch: Stretch, head: Token) -> Ref | None:
    """A party that can shoot: by its name or nation, or whose guns and positions they are."""
    ref = party(view, stretch, head) or nation_of(view, stretch, head)
    people = head.lemma in lemmas("attack.doing.shooters") | {"guard"} and not stretch.children(head, "poss")
    if head.pos == "NOUN" and people and (ref is None or ref.entity is None):
        return described(view, stretch, head)
    weapon = ref is not None and ref.entity is None and head.lemma in lemmas("attack.strike.weapons")
    return None if ref is None or weapon or (ref.kind is EntityKind.PLACE and not view.scene.side(ref)) else ref


def _fell_to(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Both fell to the bullets of X": who shot them."""
    fallen_to = stretch.prepositional(verb, "to", "from", "by")
    bullets = [noun for noun in fallen_to if noun.lemma in ("bullet", "shot", "fire")]
    heads = [head for noun in bullets for head in (*stretch.prepositional(noun, "of"), *stretch.children(noun, "poss"))]
    actor = next((_shooter(view, stretch, head) for head in heads), None)
    told = [verb, *stretch.children(verb, "nsubj")]
    places = [below for token in told for below in stretch.prepositional(token, "in", "at", "near")]
    where = locate(view, stretch, places) if actor is not None else None
    if where is not None and where.place is not None:
        yield found(view, stretch, verb, "attack", light, kind="assault", actor=actor, place=where.place)


def _armed(view: View, stretch: Stretch, doers: list[Token]) -> Ref | None:
    """A party that can shoot: troops, or a body or state; a person alone only as one of them."""
    crewed = (doer for doer in doers if doer.lemma in CREWS)  # "Tarvian guns opened fire"
    actor = first_party(view, stretch, doers)
    actor = actor or next((ref for doer in crewed if (ref := nation_of(view, stretch, doer)) is not None), None)
    alone = actor is not None and actor.kind is EntityKind.PERSON
    return None if alone and not any(doer.lemma in FORCES for doer in doers) else actor


def _under_fire(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "The port came under shelling from Orvenian guns"."""
    for noun in stretch.prepositional(verb, "under"):
        word = noun.text.lower()
        if word not in lemmas("attack.doing.under"):
            continue
        by = stretch.prepositional(noun, "from", "by") + stretch.prepositional(verb, "from", "by")
        by = [head for head in by if head.lemma not in QUARTERS]  # "under attack from three sides"
        beside = stretch.children(noun, "compound", "amod", "nmod")
        subjects = stretch.children(verb, "nsubj")
        struck = AIMED_AT | TOWNS | REGIONS
        exposed = [noun for noun in subjects if noun.lemma in struck or _is_place(view, stretch, noun)]
        if not by and not exposed and not view.scene.warlike:  # a coach comes under fire from the press
            continue
        where = locate(view, stretch, [*subjects, *stretch.prepositional(verb, *AT)], default=False)
        flown = [head for head in by if head.lemma in lemmas("attack.strike.weapons")]
        actor = None if flown else first_party(view, stretch, by)
        actor = actor or next((ref for head in (*by, noun) if (ref := nation_of(view, stretch, head))), None)
        told = [token for head in (noun, *by) for token in stretch.phrase(head)]
        guns = any(token.lemma in lemmas("attack.shelling.guns") for token in told)
        kind = "shelling" if guns or word in ("shelling", "bombardment") else "assault"
        flown += [token for token in beside if token.lemma in lemmas("attack.strike.weapons")]
        kind = "strike" if flown and kind == "assault" else kind  # "under drone attack"
        target = target_words(view, stretch, exposed)
        if not where.named and target is not None and view.scene.warlike:
            about = where_struck(view, stretch, exposed, target) or place_of_sentence(view, stretch.sentence)
            about = about or place_in_question(view, stretch, verb)
            where = Where(None if about is not None and view.scene.is_region(about) else about)
        part = None if target else where.part
        ships = target is not None and any(head.lemma in lemmas("attack.raid.vessels") for head in exposed)
        if ships or (where.place is not None and (actor is not None or exposed or view.scene.warlike)):
            roles: dict[str, Value] = {"actor": actor, "target": target, "place": where.place, "part": part}
            yield found(view, stretch, verb, "attack", light, kind=kind, **roles)


def _is_place(view: View, stretch: Stretch, noun: Token) -> bool:
    return view.scene.mention(stretch.sentence, noun, EntityKind.PLACE) is not None


def _fell_on(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Two drones crashed into the depot": a strike by whose weapon it was."""
    subjects = stretch.children(verb, "nsubj")
    flown = lemmas("attack.strike.weapons") - AIRCRAFT  # a plane that comes down strikes nobody
    weapons = [noun for noun in subjects if noun.lemma in flown | ROUNDS]
    heads = stretch.prepositional(verb, *AT)
    if not weapons or not heads or stretch.undergoers(verb):
        return
    where = locate(view, stretch, heads)
    kind = "shelling" if weapons[0].lemma in SHELLS else "strike"
    if where.place is not None:
        actor = nation_of(view, stretch, weapons[0]) or _maker(view, stretch, weapons[0])
        struck = [head for head in heads if head.lemma in AIMED_AT and not view.scene.mention(stretch.sentence, head)]
        target = bare_words(view, stretch, struck[0]) if struck else None
        part = None if target else where.part
        roles: dict[str, Value] = {"kind": kind, "actor": actor, "target": target, "place": where.place, "part": part}
        yield found(view, stretch, verb, "attack", light, **roles)


def _maker(view: View, stretch: Stretch, weapon: Token) -> Ref | None:
    """Whose weapon, by a name before it ("a Grey Wolf rocket")."""
    names = [child for child in stretch.children(weapon, "compound", "poss", "amod") if child.pos == "PROPN"]
    names += [name for name in stretch.prepositional(weapon, "of", "from") if name.pos == "PROPN"]
    names += [name for verb in stretch.children(weapon, "acl") for name in stretch.agents(verb)]  # "misfired by X"
    return next((ref for child in names if (ref := party(view, stretch, child)) is not None), None)


def _seized_ship(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Seized the tanker in the strait", "was boarded by armed men": a raid on the ship."""
    ships = [noun for noun in stretch.undergoers(verb) if _is_vessel(stretch, noun)]
    named = verb.lemma in ("hijack", "board") and stretch.passive(verb)
    ships = ships or [noun for noun in stretch.undergoers(verb) if named and noun.pos == "PROPN"]
    actor = first_party(view, stretch, stretch.doers(verb))
    if not ships or (actor is None and not stretch.passive(verb)):
        return
    heads = stretch.prepositional(verb, *AT) + [below for ship in ships for below in stretch.prepositional(ship, *AT)]
    where = locate(view, stretch, heads, default=False)
    target = words(view, stretch, ships[0])
    yield found(view, stretch, verb, "attack", light, kind="raid", actor=actor, target=target, place=where.place)


def _is_vessel(stretch: Stretch, noun: Token) -> bool:
    """ "The tanker Otter"; not "the pilot of a plane"."""
    return any(word.lemma in lemmas("attack.raid.vessels") for word in stretch.phrase(noun) if word.i <= noun.i)
