"""The dead, wounded, captured, missing and the destroyed, with numbers as worded.

Enters a view; leaves `losses` propositions: `quantity` in the words used, `min` and `max` as numbers, open where vague.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.frames.asked import bare_number, kind_asked, last_count
from counterclaim.frames.conflict.events import last_event
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.counting import Counted, Kinds, counted, part_of_them
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import found
from counterclaim.frames.quantity import Quantity, one_of, put_at, quantity_of, risen_to
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import locate, place_in_question, place_of_sentence
from counterclaim.frames.who import ENEMIES, FORCES, REBELS, bare_words, first_party, holder_of, nation_of, party
from counterclaim.model import EntityKind, Proposition, Ref, Token

KINDS = ("killed", "wounded", "captured", "missing", "equipment")
AT = ("in", "at", "near", "on", "around", "across", "outside")
HARM = ("killed", "wounded", "captured", "missing")
COUNTED = lemmas("losses.killed.nouns") | lemmas("losses.wounded.nouns") | lemmas("losses.captured.nouns")
KINDS_OF = Kinds(
    words={kind: lemmas(f"losses.{kind}.nouns") | lemmas(f"losses.{kind}.counts") for kind in HARM},
    adjectives={kind: lemmas(f"losses.{kind}.adjectives") for kind in HARM},
    people=lemmas("losses.general.people"),
    dead="killed",
    hurt="wounded",
    missing="missing",
)
POLICED = frozenset(["detained", "arrested"])


@dataclass(frozen=True, slots=True)
class Toll:
    """Who or what was lost, how, how many and, where the words name it, on which side."""

    victim: Token
    kind: str | None
    quantity: Quantity
    side: Ref | None = None


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on losses, each count once."""
    for stretch in view.stretches:
        seen: set[tuple[object, ...]] = set()
        for proposition in _read(view, stretch):
            key = tuple(proposition.get(role) for role in ("kind", "quantity", "min", "max", "what"))
            if key not in seen:
                seen.add(key)
                yield proposition


def _read(view: View, stretch: Stretch) -> Iterator[Proposition]:
    numeral = bare_number(stretch)
    if numeral is not None:
        yield from _bare(view, stretch, numeral)
        return
    for token in stretch.tokens:
        if token.pos == "VERB" and token.dep != "acomp":
            yield from _verb(view, stretch, token)
        if token.dep in ("acomp", "oprd") or (token.text.lower() == "missing" and token.pos == "VERB"):
            yield from _state(view, stretch, token)
        if token.lemma in lemmas("losses.general.nouns") and token.pos == "NOUN":
            yield from _general(view, stretch, token)
        elif token.lemma in COUNTED and token.dep not in ("oprd", "compound"):
            yield from _counted(view, stretch, token)
    for token in stretch.tokens:
        for count in counted(view, stretch, token, KINDS_OF):
            yield from _told(view, stretch, count)
        part = part_of_them(view, stretch, token, KINDS_OF) if token.pos == "NUM" else None
        if part is not None:
            yield from _part(view, stretch, *part)


def _told(view: View, stretch: Stretch, count: Counted) -> Iterator[Proposition]:
    """A count that `counting` read."""
    verb = stretch.clause(count.anchor)
    governed = verb is not count.anchor or verb.pos == "AUX" or bool(stretch.children(verb, "aux", "neg", "mark"))
    light = force(stretch, verb) if verb.pos in ("VERB", "AUX") and governed else Force(Phase.DONE)
    kind = count.kind or (
        kind_asked(view, stretch, KINDS_OF, "losses", anywhere=True) if _plain(stretch, count) else None
    )
    policed = kind == "captured" and not _can_be_held(view, stretch, count.victim)
    if kind is None or not light.actual or policed:
        return
    side = _left_by(view, stretch, verb)
    yield _loss(view, stretch, count.anchor, light, Toll(count.victim, kind, count.quantity, side))


def _plain(stretch: Stretch, count: Counted) -> bool:
    """ "The figure", "its count": of nothing that is named."""
    named = stretch.children(count.victim, "compound", "amod", "nmod", "relcl", "acl")
    return not named and all(head.pos == "NUM" for head in stretch.prepositional(count.victim, "of", "for"))


def _part(view: View, stretch: Stretch, count: Counted, named: bool) -> Iterator[Proposition]:
    """ "19 of them police officers": so many of those counted before are one side's."""
    told = [kind for token in stretch.tokens if token.i < count.anchor.i and (kind := KINDS_OF.kind(token)) is not None]
    kind = count.kind or (told[-1] if told else None)
    if kind is None or (named and count.victim.lemma not in FORCES | lemmas("losses.general.ranks")):
        return
    side = None
    if named:
        before = stretch.children(count.victim, "compound", "amod")
        police = count.victim.lemma in ("policeman", "policemen") or any(token.lemma == "police" for token in before)
        name = "police" if police else " ".join(token.text for token in (*before, count.victim))
        side = nation_of(view, stretch, count.victim) or Ref(name, name, None, EntityKind.GROUP)
    yield _loss(view, stretch, count.anchor, Force(Phase.DONE), Toll(count.victim, kind, count.quantity, side))


def _bare(view: View, stretch: Stretch, numeral: Token) -> Iterator[Proposition]:
    """ "At least eleven", "they are 163", "Twenty-one": of whom the talk is."""
    quantity = quantity_of(view, stretch, numeral)
    kind = kind_asked(view, stretch, KINDS_OF, "losses")
    if quantity is None or kind is None or (quantity.low is None and quantity.high is None):
        return
    last = last_count(view, "losses", kind)
    side, place = (last.ref("side"), last.ref("place")) if last is not None else (None, None)
    place = place or (_event_place(view) or place_in_question(view, stretch, numeral))
    yield found(
        view, stretch, numeral, "losses", Force(Phase.DONE),
        side=side, kind=kind, quantity=quantity.words, min=quantity.low, max=quantity.high, place=place,
    )  # fmt: skip


def _verb(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    kind = _verb_kind(stretch, verb)
    if verb.lemma == "lose" and not stretch.passive(verb):
        yield from _lost(view, stretch, verb)
        return
    if kind is None or (verb.lemma == "shoot" and not stretch.children(verb, "prt")):
        return
    light = force(stretch, verb)
    if not light.actual:
        return
    dying = verb.lemma in ("die", "perish", "surrender", "fall")
    victims = stretch.children(verb, "nsubj") if dying else stretch.undergoers(verb)
    for victim in victims:
        if verb.lemma in lemmas("losses.captured.holding") and not _can_be_held(view, stretch, victim):
            continue
        things = victim.lemma in lemmas("losses.equipment.things")
        if (kind == "equipment" and not things) or (kind == "captured" and not _people(stretch, victim)):
            continue
        quantity = quantity_of(view, stretch, victim)
        if quantity is None and victim.lemma in lemmas("losses.general.people"):
            quantity = one_of(stretch, victim)
        if quantity is None or not (
            _people(stretch, victim) or things or victim.pos == "NUM" or victim.dep in ("nsubj", "nsubjpass")
        ):
            continue
        yield _loss(view, stretch, verb, light, Toll(victim, "equipment" if things else kind, quantity))


def _verb_kind(stretch: Stretch, verb: Token) -> str | None:
    """What befell whoever the verb is about; "12 bodies were found" counts the dead."""
    kind = next((kind for kind in KINDS if verb.lemma in lemmas(f"losses.{kind}.verbs")), None)
    if kind is None and verb.lemma in lemmas("losses.killed.finds"):
        found_dead = any(noun.lemma in ("body", "corpse") for noun in stretch.undergoers(verb))
        return "killed" if found_dead else None
    if kind is None and verb.lemma == "fall":
        fallen = [noun for noun in stretch.children(verb, "nsubj") if _soldiers(stretch, noun)]
        return "killed" if fallen and not stretch.prepositional(verb, "into", "on", "from") else None
    return kind


def _soldiers(stretch: Stretch, noun: Token) -> bool:
    return any(token.lemma in FORCES for token in (noun, *stretch.prepositional(noun, "of")))


def _state(view: View, stretch: Stretch, adjective: Token) -> Iterator[Proposition]:
    """ "Three are missing", "left 12 people dead"."""
    word = adjective.text.lower()
    kind = next((kind for kind in KINDS if kind != "equipment" and word in lemmas(f"losses.{kind}.adjectives")), None)
    verb = adjective if adjective.pos == "VERB" and adjective.dep != "acomp" else stretch.head(adjective)
    if kind is None or (verb is adjective and word != "missing"):
        return
    light = force(stretch, verb)
    if not light.actual:
        return
    moved = verb.lemma == "leave" or verb.lemma in ("take", "hold")
    if kind == "captured" and not moved:
        return
    for victim in stretch.undergoers(verb) if moved else stretch.children(verb, "nsubj"):
        quantity = quantity_of(view, stretch, victim)
        if quantity is not None:
            yield _loss(view, stretch, verb, light, Toll(victim, kind, quantity, _left_by(view, stretch, verb)))


def _left_by(view: View, stretch: Stretch, verb: Token) -> Ref | None:
    """ "The enemy left 64 dead": whose dead they are; of shelling that leaves 64 dead nobody is told."""
    doers = stretch.doers(verb) if verb.lemma == "leave" else []
    armed = [doer for doer in doers if doer.lemma in FORCES | ENEMIES]
    return first_party(view, stretch, armed) or next((_unknown(view, stretch, doer) for doer in armed), None)


def _unknown(view: View, stretch: Stretch, head: Token) -> Ref:
    """Fighters whom nobody can name: their dead are not all the dead."""
    name = bare_words(view, stretch, head)
    return Ref(name, name, None, EntityKind.GROUP)


def _can_be_held(view: View, stretch: Stretch, victim: Token) -> bool:
    """Police detain and offices hold many people; soldiers, crews and hostages are prisoners.

    So is whoever is detained where the article tells of a crowd that was shot at.
    """
    if any(token.lemma in FORCES | lemmas("losses.captured.held") for token in stretch.phrase(victim)):
        return True
    verb = stretch.clause(victim)
    policed = any(child.text.lower() in POLICED for child in (verb, *stretch.children(victim)))
    return policed and view.scene.unrest and _people(stretch, victim)


def _people(stretch: Stretch, head: Token) -> bool:
    people = lemmas("losses.general.people")
    return any(token.lemma in people for token in stretch.phrase(head)) or head.pos == "NUM" or head.lemma in people


def _lost(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Lost 40 tanks": the subject's."""
    light = force(stretch, verb)
    for thing in stretch.undergoers(verb):
        equipment = thing.lemma in lemmas("losses.equipment.things")
        quantity = quantity_of(view, stretch, thing)
        side = first_party(view, stretch, stretch.doers(verb))
        if quantity is not None and side is not None and light.actual and (equipment or _people(stretch, thing)):
            kind = "equipment" if equipment else "killed"
            yield _loss(view, stretch, verb, light, Toll(thing, kind, quantity, side))


def _loss(
    view: View,
    stretch: Stretch,
    anchor: Token,
    light: Force,
    toll: Toll,
) -> Proposition:
    victim, kind, quantity, side = toll.victim, toll.kind, toll.quantity, toll.side
    heads = [*stretch.prepositional(anchor, *AT), *stretch.prepositional(victim, *AT)]
    side = side or _side(view, stretch, victim)
    place = locate(view, stretch, heads, default=False).place
    before = _before(view)
    bare = victim.lemma == "other" or (victim.pos == "NUM" and not _after_people(stretch, victim))
    if side is None and before is not None and bare:  # "another 85"
        side, place = before.ref("side"), place or before.ref("place")
    place = place or (_event_place(view) if before is None else before.ref("place"))
    if place is None and quantity != Quantity(quantity.words):  # a counted toll is a toll of some place
        place = place_of_sentence(view, stretch.sentence) or place_in_question(view, stretch, anchor)
    what = victim.lemma if kind == "equipment" else None
    low, high = (quantity.low, quantity.high)
    return found(
        view, stretch, anchor, "losses", Force(light.phase, light.negated and quantity.low != 0),
        side=holder_of(view, side), kind=kind, quantity=quantity.words, min=low, max=high, what=what, place=place,
    )  # fmt: skip


def _after_people(stretch: Stretch, number: Token) -> bool:
    """ "Two people were killed and nine wounded": the nine are people of the same sentence."""
    people = lemmas("losses.general.people")
    return any(token.i < number.i and token.lemma in people for token in stretch.tokens)


def _before(view: View) -> Proposition | None:
    """The losses that the article spoke of last."""
    found = (p for claim in reversed(view.earlier) for p in reversed(claim.propositions) if p.frame == "losses")
    return next(found, None)


def _event_place(view: View) -> Ref | None:
    event = last_event(view)
    return event.place if event is not None else None


def _side(view: View, stretch: Stretch, victim: Token) -> Ref | None:
    """Whose the victims are: a side's, the police's, nobody's but civilians'."""
    if victim.lemma in ("policeman", "policemen"):
        return Ref("police", victim.text, None, EntityKind.GROUP)
    if victim.lemma in ("soldier", "serviceman", "troop", "conscript") and not stretch.children(
        victim, "poss", "compound"
    ):
        army = view.scene.factions.army  # where a state fights its own people, soldiers are its
        if army is not None:
            return army
    below = [
        head for head in stretch.prepositional(victim, "of") if head.text.lower() not in ("them", "these", "those")
    ]
    owners = [own for own in stretch.children(victim, "poss") if own.pos in ("NOUN", "PROPN")]  # "the army's dead"
    for head in [victim, *below, *owners]:
        ref = nation_of(view, stretch, head) or party(view, stretch, head)
        if ref is not None and (ref.entity is not None or view.scene.side(ref)) and ref.kind is not EntityKind.PERSON:
            return ref
    if any(head.lemma in lemmas("losses.general.civilians") for head in (victim, *below)):
        return Ref("civilians", victim.text, None, EntityKind.GROUP)
    return _unknown(view, stretch, victim) if victim.lemma in REBELS else None


def _general(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "Suffered heavy losses", "the death toll has risen to 45", "no casualties"."""
    verb = stretch.head(noun) if stretch.head(noun).pos == "VERB" else stretch.clause(noun)
    light = force(stretch, verb) if verb.pos in ("VERB", "AUX") else None
    if light is not None and not light.actual:
        return
    if noun.lemma == "toll":
        yield from _toll(view, stretch, noun, verb)
        return
    quantity = quantity_of(view, stretch, noun)
    if quantity is None or noun.dep == "compound":
        return
    side = nation_of(view, stretch, noun) or first_party(
        view, stretch, [*stretch.children(noun, "poss"), *stretch.agents(noun)]
    )
    if side is None and verb.lemma in lemmas("losses.general.suffers"):
        sufferers = (
            stretch.prepositional(verb, "on", "to", "upon") + stretch.prepositional(noun, "on", "to")
            if verb.lemma == "inflict"
            else stretch.doers(verb)
        )
        side = first_party(view, stretch, sufferers)
    ranks = stretch.prepositional(noun, "in", "among", "on") if side is None else []
    side = side or first_party(view, stretch, [own for rank in ranks for own in stretch.children(rank, "poss")])
    side = side or _side_of_clause(view, stretch, noun)
    place = locate(
        view, stretch, stretch.prepositional(verb, *AT) + stretch.prepositional(noun, *AT), default=False
    ).place
    yield found(
        view, stretch, noun, "losses",
        side=holder_of(view, side), quantity=quantity.words, min=quantity.low, max=quantity.high, place=place,
    )  # fmt: skip


def _side_of_clause(view: View, stretch: Stretch, noun: Token) -> Ref | None:
    """Losses that nobody is named for are those of the nation that the clause speaks of."""
    for above in stretch.ancestors(noun):
        for subject in stretch.children(above, "nsubj", "nsubjpass"):
            nation = nation_of(view, stretch, subject)
            if nation is not None:
                return nation
    return None


def _toll(view: View, stretch: Stretch, noun: Token, verb: Token) -> Iterator[Proposition]:
    quantity = risen_to(view, stretch, noun, verb)
    if quantity is None:
        return
    place = locate(view, stretch, stretch.prepositional(noun, "in", "from", "at"), default=False).place
    yield found(
        view,
        stretch,
        verb,
        "losses",
        kind="killed",
        quantity=quantity.words,
        min=quantity.low,
        max=quantity.high,
        place=place,
    )


def _counted(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "At least 12 dead", "three deaths"."""
    quantity = quantity_of(view, stretch, noun)
    counted = stretch.prepositional(noun, "of")  # "the martyrdom of 19 citizens", "the death of two soldiers"
    if quantity is None or quantity.low is None:
        heads = [head for head in counted if _people(stretch, head) and head.pos != "NUM"]
        quantity = next((q for head in heads if (q := quantity_of(view, stretch, head)) is not None), None)
        quantity = quantity or put_at(view, stretch, noun)
    if quantity is None or (quantity.low is None and quantity.high is None):
        return
    kind = (
        "killed"
        if noun.lemma in lemmas("losses.killed.nouns")
        else "wounded"
        if noun.lemma in lemmas("losses.wounded.nouns")
        else "captured"
    )
    light = force(stretch, stretch.clause(noun))
    if light.actual:
        yield _loss(
            view, stretch, noun, light, Toll(noun, kind, quantity, _left_by(view, stretch, stretch.clause(noun)))
        )
