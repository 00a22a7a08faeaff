"""Arms and vehicles destroyed, seized, or given up, and whose they were.

Enter a view, a stretch and a verb, or a noun in a list; leaves `Lost`: what, how many and, where the words name them,
who lost it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.frames.conflict.fates import wrecked
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.opponents import fights, opponent_of
from counterclaim.frames.conflict.ships import flag_of, ship_of, single, sunk
from counterclaim.frames.conflict.victims import HEADINGS
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.quantity import Quantity, one_of, quantity_of
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.who import first_party, own_forces, owner_of
from counterclaim.model import Ref, Stance, Token

THINGS = lemmas("losses.equipment.things")
# Cars, craft and carriers of armies.
ARMED_BY = frozenset(["armoured", "armored", "landing", "fighting", "combat", "military", "army", "patrol", "assault"])
HULLS = frozenset(["car", "craft", "carrier", "lorry", "van", "jeep"])
DESTROYS = lemmas("losses.equipment.verbs") | lemmas("losses.killed.verbs")
AIRCRAFT = frozenset(["helicopter", "plane", "jet", "aircraft", "warplane", "gunship", "bomber", "airliner"])
AIRLINERS = frozenset(["plane", "jet", "aircraft", "airliner", "airplane"])
SEIZES = lemmas("losses.equipment.seizes")
GIVES_UP = lemmas("losses.equipment.gives_up")
BOOTY = frozenset(["booty", "loot", "plunder", "prize", "spoil", "trophy"])
AWAY = frozenset(["behind", "away"])
BOASTING = frozenset(["claim", "announce", "report", "boast"])


@dataclass(frozen=True, slots=True)
class Lost:
    """A thing, how many, the word that says so, in what light, and whose it was if that is told."""

    anchor: Token
    thing: Token
    quantity: Quantity
    light: Force
    side: Ref | None
    what: str | None = None


def is_arms(stretch: Stretch, noun: Token) -> bool:
    """ "Two tanks", "an armoured car"; not "a car"."""
    armed = any(child.lemma.lower() in ARMED_BY for child in stretch.children(noun, "amod", "compound", "nmod"))
    return noun.lemma in THINGS or (noun.lemma in HULLS and armed)


def is_military(stretch: Stretch, noun: Token) -> bool:
    """What nobody but an army has: police and customs seize boats and vehicles too."""
    return is_arms(stretch, noun) and noun.lemma not in lemmas("losses.equipment.common")


def arms_lost(view: View, stretch: Stretch, verb: Token) -> Iterator[Lost]:
    """What the verb says of arms; an airliner is nobody's."""
    return (lost for lost in _arms_lost(view, stretch, verb) if not _is_civil(view, lost.thing))


def _is_civil(view: View, thing: Token) -> bool:
    """Is it, by what the article says, an aircraft with passengers?"""
    if thing.lemma not in AIRLINERS:
        return False
    if ("civil", "", 0) not in view.scene.memory:
        told = [(token.lemma, s.head(token).lemma) for s in view.scene.parsed.sentences for token in s.tokens]
        flown = any(word in ("airliner", "jetliner") for word, _ in told)
        view.scene.memory["civil", "", 0] = flown or any(w == "passenger" and above in AIRLINERS for w, above in told)
    return bool(view.scene.memory["civil", "", 0])


def _arms_lost(view: View, stretch: Stretch, verb: Token) -> Iterator[Lost]:
    given = _gives_up(stretch, verb)
    lost = verb.lemma == "lose" and stretch.passive(verb)
    broken = (verb.lemma in DESTROYS and verb.lemma != "shoot") or (
        verb.lemma in ("shoot", "bring") and _down(stretch, verb)
    )
    gone = sunk(view, stretch, verb)
    prizes = _prizes(stretch, verb)
    ruined = wrecked(stretch, verb) or gone or prizes
    if not (given or lost or broken or ruined or verb.lemma in SEIZES):
        return
    light = force(stretch, verb)
    for head in ruined or _done_to(stretch, verb) if light.actual else ():
        ship = ship_of(view, stretch, head)
        quantity = quantity_of(view, stretch, head) or one_of(stretch, head)
        if quantity is None and (ship is not None or head.lemma in AIRCRAFT):
            quantity = single(view, stretch, head)
        none = head.text.lower() in ("none", "neither")
        any_of = (
            none or head.text.lower() == "any" or any(c.text.lower() == "any" for c in stretch.children(head, "det"))
        )
        if (quantity is None or none) and (view.denied or light.negated) and any_of:
            quantity = Quantity("")  # "(denied) that any of its aircraft had been shot down", "we have not lost any"
        whole = stretch.prepositional(head, "of") if head.pos == "NUM" or any_of else []  # "11 of 14 drones"
        thing = whole[0] if whole else head
        if thing.text.lower() in ("them", "these", "those") and quantity is not None:
            thing = _told_before(stretch, thing) or thing
        if quantity is None or not (ship is not None or is_arms(stretch, thing)):
            continue
        side = owner_of(view, stretch, thing) or _sender(view, stretch, thing)
        side = side or _flown(view, thing) or (flag_of(view, ship) if ship is not None else None)
        own = lost or (ship is not None and (gone or stretch.passive(verb)) and _owns_up(view))
        side = side or (own_forces(view, verb.text) if own else _own(view, stretch, verb) if given else None)
        side = side or (opponent_of(view, own_forces(view, verb.text)) if prizes else None)
        side = side or (None if lost or given else _taken_from(view, stretch, verb))
        if (
            side is not None
            or broken
            or lost
            or ruined
            or (verb.lemma in SEIZES and is_military(stretch, thing) and view.scene.warlike)
        ):
            yield Lost(verb, thing, quantity, light, side, ship)


def _prizes(stretch: Stretch, verb: Token) -> list[Token]:
    """ "Four guns became our trophies", "took two tanks as booty": the guns."""
    if verb.lemma in ("become", "be"):
        named = any(noun.lemma in BOOTY for noun in stretch.children(verb, "attr"))
        return [one for head in stretch.children(verb, "nsubj") for one in stretch.coordinated(head)] if named else []
    behind = stretch.prepositional(verb, "as", "for") if verb.lemma in ("take", "seize", "capture", "gain") else []
    return stretch.undergoers(verb) if any(noun.lemma.lower() in BOOTY for noun in behind) else []


def owns_up_to(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """ "(Admitted) losing two tanks", "(denied) losing 40 men": those who speak."""
    bare = verb.tag == "VBG" and stretch.head(verb) is verb and not stretch.children(verb, "nsubj")
    return own_forces(view, verb.text) if bare and _owns_up(view) else None


def _owns_up(view: View) -> bool:
    """ "Denied that the frigate had sunk", "admitted that it had": who is asked about a ship is whose it is."""
    settled = view.stance in (Stance.DENIES, Stance.CONFIRMS)
    return settled or not view.cue_lemmas.isdisjoint(lemmas("losses.general.concedes"))


def _flown(view: View, thing: Token) -> Ref | None:
    """Aircraft, in a war within one country, are its army's."""
    return view.scene.factions.army if thing.lemma in AIRCRAFT else None


def _done_to(stretch: Stretch, verb: Token) -> list[Token]:
    """What is destroyed; of "shot down 24 of 29 drones" the parser makes how far they were shot."""
    objects = stretch.undergoers(verb)
    down = [] if objects or not _down(stretch, verb) else stretch.children(verb, "npadvmod", "pobj")
    return objects or [token for token in down if token.pos == "NUM" and stretch.prepositional(token, "of")]


def _told_before(stretch: Stretch, pronoun: Token) -> Token | None:
    """ "Launched 29 drones and 24 of them were shot down": the drones of the same sentence."""
    before = (t for t in reversed(stretch.sentence.tokens) if t.i < pronoun.i and t.pos == "NOUN")
    return next((token for token in before if is_arms(stretch, token)), None)


def _sender(view: View, stretch: Stretch, thing: Token) -> Ref | None:
    """ "38 drones that Tarvia launched": whose they were; "Tarvia launched 29 drones and 24 of them"."""
    clauses = [*stretch.children(thing, "relcl", "acl"), stretch.head(thing)]
    sent = [
        verb for verb in clauses if verb.lemma in lemmas("attack.doing.fires") | {"send"} and not _down(stretch, verb)
    ]
    found = (first_party(view, stretch, stretch.doers(verb)) for verb in sent)
    return next((ref for ref in found if fights(view, ref)), None)


def arms_named(view: View, stretch: Stretch, noun: Token) -> Iterator[Lost]:
    """ "The sinking of the frigate Otter", "the destruction of four helicopters", "the loss of its flagship"."""
    verb = stretch.clause(noun)
    light = force(stretch, verb) if verb is not noun else Force(Phase.DONE)
    told = light.actual and noun.dep != "compound" and view.stance not in (Stance.PLANS, Stance.URGES, Stance.PREDICTS)
    for thing in stretch.prepositional(noun, "of") if told else ():
        for one in stretch.coordinated(thing):
            ship = ship_of(view, stretch, one)
            arms = ship is not None or is_arms(stretch, one)
            quantity = (quantity_of(view, stretch, one) or one_of(stretch, one)) if noun.lemma != "loss" else None
            if quantity is None and (ship is not None or one.lemma in AIRCRAFT):
                quantity = single(view, stretch, one)
            if quantity is None and view.denied and any(c.text.lower() == "any" for c in stretch.children(one, "det")):
                quantity = Quantity("")  # "(denied) the loss of any aircraft"
            if arms and quantity is not None:
                side = owner_of(view, stretch, one) or (flag_of(view, ship) if ship is not None else None)
                side = side or (own_forces(view, noun.text) if noun.lemma == "loss" and _owns_up(view) else None)
                side = side or _claimed_from(view, noun)
                yield Lost(noun, one, quantity, light, side or _flown(view, one), ship)


def _claimed_from(view: View, noun: Token) -> Ref | None:
    """ "(Claims) the destruction of four tanks": the other's; "(denies) the sinking of the frigate": the denier's."""
    own = own_forces(view, noun.text)
    boasts = not view.cue_lemmas.isdisjoint(BOASTING)
    return own if _owns_up(view) else opponent_of(view, own) if boasts else None


def arms_listed(view: View, stretch: Stretch, noun: Token) -> Quantity | None:
    """ "(Put enemy losses at) 250 killed, 14 captured and three landing craft": how many, where arms end a list."""
    listed = noun.dep == "conj" and is_arms(stretch, noun) and bool(stretch.children(noun, "nummod"))
    headed = listed and any(token.i < noun.i and token.lemma in HEADINGS for token in stretch.tokens)
    return quantity_of(view, stretch, noun) if headed else None


def _gives_up(stretch: Stretch, verb: Token) -> bool:
    """ "Lost", "abandoned", "left behind", "threw away": by whoever does it."""
    if stretch.passive(verb):
        return False
    away = any(token.text.lower() in AWAY for token in stretch.children(verb))
    return verb.lemma in GIVES_UP or (verb.lemma in ("leave", "throw") and away)


def _down(stretch: Stretch, verb: Token) -> bool:
    return any(child.text.lower() in ("down", "up") for child in stretch.children(verb))


def _own(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """Whoever gives arms up, where they are known to fight: airlines lose planes as well; "admitted losing two"."""
    own = owns_up_to(view, stretch, verb)
    if own is not None:
        return own
    doer = first_party(view, stretch, stretch.doers(verb))
    return doer if fights(view, doer) else None


def _taken_from(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """Whom arms are taken from or shot down: the other side of who does it, or of who boasts of it."""
    doers = stretch.doers(verb)
    owners = (owner_of(view, stretch, one) for one in doers)  # "our air defence"
    doer = first_party(view, stretch, doers) or next((ref for ref in owners if ref is not None), None)
    if doer is not None and fights(view, doer):
        side = view.scene.side(doer) if not view.scene.factions.inner else None
        other = view.scene.other_side(side) if side is not None else None
        return opponent_of(view, doer) or (view.scene.named(other) if other is not None else None)
    told = not doers and not view.denied and view.cue_lemmas.isdisjoint(lemmas("losses.general.concedes"))
    taken = verb.lemma in SEIZES or verb.lemma in ("shoot", "sink")
    return opponent_of(view, own_forces(view, verb.text)) if told and taken else None
