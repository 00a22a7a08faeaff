"""The dead, wounded, captured, missing and the destroyed, with numbers as worded.

Enters a view; leaves `losses` propositions: `quantity` in the words used, `min` and `max` as numbers, open where vague.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from counterclaim.frames.asked import bare_number, kind_asked, last_count
from counterclaim.frames.conflict.casualties import named
from counterclaim.frames.conflict.equipment import Lost, arms_listed, arms_lost, arms_named, is_arms, owns_up_to
from counterclaim.frames.conflict.fates import fated
from counterclaim.frames.conflict.harm import HARM, in_war, is_body, is_received, of_the_dead, verb_kind
from counterclaim.frames.conflict.kinds import BODY
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.loss_places import Toll, event_place, place_of_loss, where_told
from counterclaim.frames.conflict.paying import NOBODY, guests_of, otherwise_told
from counterclaim.frames.conflict.persons import like_people, people
from counterclaim.frames.conflict.victims import HEADINGS, PEOPLE, Fate, before, group, left_by, side_of
from counterclaim.frames.counting import Counted, Kinds, antecedents, counted, part_of_them, those_who
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import found
from counterclaim.frames.quantity import Quantity, one_of, put_at, quantity_of
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.whereabouts import place_in_question
from counterclaim.frames.who import FORCES, first_party, holder_of, own_forces
from counterclaim.frames.wordlists import words_of
from counterclaim.model import Argument, Proposition, Ref, Token, Value

ACTS = lemmas("losses.captured.acts")
COUNTED = lemmas("losses.killed.nouns") | lemmas("losses.wounded.nouns") | lemmas("losses.captured.nouns") | ACTS
# A surrender that is demanded or offered has not come about.
TAKING = frozenset(["take", "hold", "have", "be", "capture", "make"])
# Prisoners who do this are none any more.
RETURNING = lemmas("losses.captured.returning")
UNSETTLED = (
    words_of("force.urging")
    | words_of("force.needing")
    | words_of("force.wishing")
    | words_of("force.planning") - {"be"}
)
KINDS_OF = Kinds(
    words={kind: lemmas(f"losses.{kind}.nouns") | lemmas(f"losses.{kind}.counts") for kind in HARM},
    adjectives={kind: lemmas(f"losses.{kind}.adjectives") for kind in HARM},
    people=PEOPLE,
    dead="killed",
    hurt="wounded",
    missing="missing",
)
# Whoever is called so is nobody's suspect.
STAYING = frozenset(["remain", "stay", "number", "total", "await", "arrive", "follow", "include"])
TAKEN = frozenset(["prisoner", "captive", "hostage", "capture", "kidnap", "abduct"])
SPOKEN = frozenset(["speak", "talk", "put", "count", "give"])
GROUND = words_of("where.regions") | words_of("where.named_for")
STOLEN, POLICED = frozenset(["kidnap", "abduct"]), frozenset(["detained", "arrested"])
KILLING = frozenset(["kill", "wound", "injure"])
TOLD_OF_BODIES = lemmas("losses.killed.finds") | lemmas("losses.killed.lies") | lemmas("losses.killed.removes")
ARMS_GONE = lemmas("losses.equipment.gone")


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on losses, each count once."""
    for stretch in view.stretches:
        seen: set[tuple[object, ...]] = set()
        for proposition in _of_one_kind(tuple(_read(view, stretch))):
            key = tuple(proposition.get(role) for role in ("kind", "quantity", "min", "max", "what"))
            if key not in seen:
                seen.add(key)
                yield proposition


def _of_one_kind(read: tuple[Proposition, ...]) -> Iterator[Proposition]:
    """ "Its losses were three dead": three of its dead, and no three of whatever kind besides."""
    kinds = {p.get("quantity") for p in read if p.get("kind") is not None}
    whose = {p.get("quantity"): p.ref("side") for p in read if p.get("kind") is None}
    for proposition in read:
        if proposition.get("kind") is not None:
            side = whose.get(proposition.get("quantity")) if proposition.ref("side") is None else None
            extra = (Argument("side", side),) if side is not None else ()
            yield replace(proposition, arguments=(*extra, *proposition.arguments))
        elif proposition.get("quantity") not in kinds:
            yield proposition


def _read(view: View, stretch: Stretch) -> Iterator[Proposition]:
    numeral = bare_number(stretch)
    if numeral is not None:
        yield from _bare(view, stretch, numeral)
        return
    for token in stretch.tokens:
        if token.pos == "VERB" and token.dep != "acomp":
            yield from _verb(view, stretch, token)
        if token.pos in ("VERB", "AUX"):
            yield from _fated(view, stretch, token)
            for toll in otherwise_told(view, stretch, token):
                yield _loss(view, stretch, token, force(stretch, token), toll)
        if token.dep in ("acomp", "oprd") or (token.text.lower() == "missing" and token.pos == "VERB"):
            yield from _state(view, stretch, token)
        if token.lemma in lemmas("losses.general.nouns") and token.pos == "NOUN":
            yield from (where_told(view, stretch, toll) for toll in named(view, stretch, token))
        elif token.lemma in COUNTED and token.pos != "VERB" and not _called_so(stretch, token):
            yield from _counted(view, stretch, token)
    for token in stretch.tokens:
        yield from _by_count(view, stretch, token)


def _called_so(stretch: Stretch, token: Token) -> bool:
    """ "Left them dead", and no "(put) the dead at 40", whose verb stands outside."""
    return token.dep == "compound" or (token.dep == "oprd" and stretch.head(token) is not token)


def _by_count(view: View, stretch: Stretch, token: Token) -> Iterator[Proposition]:
    """What a count of people or arms tells that hangs on the token."""
    for count in counted(view, stretch, token, KINDS_OF):
        yield from _told(view, stretch, count)
    if token.lemma in ARMS_GONE and token.pos == "NOUN":
        for lost in arms_named(view, stretch, token):
            yield _arms(view, stretch, lost)
    listed = arms_listed(view, stretch, token)
    if listed is not None:
        yield _loss(view, stretch, token, Force(Phase.DONE), Toll(token, "equipment", listed))
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
    if kind == "captured" and count.quantity.high == 0 and verb.lemma not in TAKING:
        return  # "no prisoner was harmed" counts no captures
    if kind == "captured" and _acts(verb, count.victim):
        return
    taken = any(token.lemma in TAKEN for token in stretch.tokens)
    policed = kind == "captured" and not taken and not _can_be_held(view, stretch, count.victim)
    if kind is None or not light.actual or policed:
        return
    side = left_by(view, stretch, verb)
    yield _loss(view, stretch, count.anchor, light, Toll(count.victim, kind, count.quantity, side))


def _acts(verb: Token, prisoners: Token) -> bool:
    """ "Eleven prisoners climbed the wall" counts no captures."""
    return prisoners.dep == "nsubj" and verb.pos == "VERB" and verb.lemma not in TAKING | STAYING


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
    fate = Fate(kind, count.anchor)
    if named:
        beside = stretch.children(count.victim, "compound", "amod")
        police = any(token.lemma == "police" for token in beside)
        name = "police" if police else " ".join(token.text for token in (*beside, count.victim))
        side: Ref | None = side_of(view, stretch, count.victim, fate) or group(name, name)
    else:
        whole = [token for token in stretch.tokens if token.i < count.anchor.i and token.lemma in KINDS_OF.people]
        side = side_of(view, stretch, whole[-1], fate) if whole else None
    yield _loss(view, stretch, count.anchor, Force(Phase.DONE), Toll(count.victim, kind, count.quantity, side))


def _bare(view: View, stretch: Stretch, numeral: Token) -> Iterator[Proposition]:
    """ "At least eleven", "they are 163", "Twenty-one": of whom the talk is."""
    quantity = quantity_of(view, stretch, numeral)
    kind = kind_asked(view, stretch, KINDS_OF, "losses")
    if quantity is None or kind is None or (quantity.low is None and quantity.high is None):
        return
    last = last_count(view, "losses", kind)
    side, place = (last.ref("side"), last.ref("place")) if last is not None else (None, None)
    place = place or (event_place(view) or place_in_question(view, stretch, numeral))
    yield found(
        view, stretch, numeral, "losses", Force(Phase.DONE),
        side=side, kind=kind, quantity=quantity.words, min=quantity.low, max=quantity.high, place=place,
    )  # fmt: skip


def _verb(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    kind = verb_kind(stretch, verb) or in_war(view, stretch, verb)
    for lost in arms_lost(view, stretch, verb):
        yield _arms(view, stretch, lost)
    if verb.lemma == "lose" and not stretch.passive(verb):
        yield from _lost(view, stretch, verb)
        return
    if kind is None:
        return
    light = force(stretch, verb)
    if not light.actual or (verb.lemma in lemmas("losses.killed.removes") and (view.denied or light.negated)):
        return
    dying = verb.lemma in lemmas("losses.general.own_verbs") | lemmas("losses.killed.lies")
    victims = those_who(stretch, verb) if dying else stretch.undergoers(verb)
    if kind == "killed" and verb.lemma in TOLD_OF_BODIES:
        bodies = [victim for victim in victims if is_body(stretch, victim)]  # "27 bodies and 63 wounded"
        victims = bodies or victims
    for victim in (*victims, *_along_with(stretch, verb)):
        if verb.lemma in lemmas("losses.captured.holding") and not _can_be_held(view, stretch, victim):
            continue
        whoever = verb.lemma in STOLEN  # "kidnapped 17 missionaries"
        if is_arms(stretch, victim) or (kind == "captured" and not whoever and not people(stretch, victim)):
            continue
        quantity = quantity_of(view, stretch, victim)
        if quantity is None and victim.lemma in PEOPLE:
            quantity = one_of(stretch, victim)
        if quantity is None and view.denied and _any(stretch, victim):
            quantity = Quantity("")
        if quantity is not None and (whoever or like_people(stretch, victim) or people(stretch, victim)):
            yield _loss(view, stretch, verb, light, Toll(victim, kind, quantity, _whose(view, stretch, verb, victim)))


def _arms(view: View, stretch: Stretch, lost: Lost) -> Proposition:
    toll = Toll(lost.thing, "equipment", lost.quantity, lost.side, lost.what)
    return _loss(view, stretch, lost.anchor, lost.light, toll)


def _any(stretch: Stretch, victim: Token) -> bool:
    """ "(Denied) that any of its men had been captured": there is nothing to count."""
    return any(token.text.lower() == "any" for token in (victim, *stretch.children(victim, "det")))


def _along_with(stretch: Stretch, verb: Token) -> list[Token]:
    """ "12 civilians were killed along with 40 rebels"."""
    behind = [token for token in stretch.tokens if token.i > verb.i]
    pairs = [(one.text.lower(), two) for one, two in pairwise(behind)]
    joined = [two for one, two in pairs if two.text.lower() == "with" and one in ("along", "together")]
    joined += [token for token in behind if token.text.lower() == "alongside"]
    return [below for preposition in joined for below in stretch.children(preposition, "pobj")]


def _fated(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Laid down their arms", "did not survive": people alone, and nobody whom a flood took where nobody fights."""
    for one in fated(stretch, verb):
        quantity = quantity_of(view, stretch, one.victim)
        armed = any(token.lemma in FORCES for token in stretch.tokens)
        plain = armed or one.violent or view.scene.unrest
        alive = one.kind == "killed" or not is_body(stretch, one.victim)  # bodies brought to a hospital
        if quantity is not None and one.light.actual and plain and alive and people(stretch, one.victim):
            whose = guests_of(view, stretch, verb)
            yield _loss(view, stretch, verb, one.light, Toll(one.victim, one.kind, quantity, whose))


def _state(view: View, stretch: Stretch, adjective: Token) -> Iterator[Proposition]:
    """ "Three are missing", "left 12 people dead"."""
    word = adjective.text.lower()
    kind = next((kind for kind in HARM if word in lemmas(f"losses.{kind}.adjectives")), None)
    verb = adjective if adjective.pos == "VERB" and adjective.dep != "acomp" else stretch.head(adjective)
    if kind is None or (verb is adjective and word != "missing"):
        return
    light = force(stretch, verb)
    either = any(child.text.lower() == "or" for child in stretch.children(adjective, "cc"))  # "dead or missing"
    if not light.actual or either:
        return
    moved = verb.lemma == "leave" or verb.lemma in ("take", "hold")
    if kind == "captured" and not moved:
        return
    subjects = antecedents(stretch, verb, stretch.children(verb, "nsubj"))
    for victim in stretch.undergoers(verb) if moved else subjects:
        quantity = quantity_of(view, stretch, victim)
        if quantity is None and view.denied and _any(stretch, victim):
            quantity = Quantity("")
        if quantity is not None:
            yield _loss(view, stretch, verb, light, Toll(victim, kind, quantity, left_by(view, stretch, verb)))


def _can_be_held(view: View, stretch: Stretch, victim: Token) -> bool:
    """Police detain and offices hold many people; soldiers, crews and hostages are prisoners.

    So is whoever is detained where the article tells of a crowd that was shot at.
    """
    phrase = stretch.phrase(victim)
    last = before(view) if victim.pos == "NUM" and not stretch.prepositional(victim, "of") else None
    if last is not None and last.get("kind") == "captured":
        return True  # "the Movement held 22"
    if any(token.lemma in FORCES | lemmas("losses.captured.held") for token in phrase):
        return True
    if any(token.lemma in ("man", "officer") and stretch.children(token, "poss") for token in phrase):
        return True  # "26 of the general's men"
    verb = stretch.clause(victim)
    policed = any(child.text.lower() in POLICED for child in (verb, *stretch.children(victim)))
    return policed and view.scene.unrest and people(stretch, victim)


def _whose(view: View, stretch: Stretch, verb: Token, victim: Token) -> Ref | None:
    """Of corpses left behind, those of who left them; "we have buried two": our own."""
    own = verb.lemma == "bury" and victim.pos == "NUM" and not stretch.prepositional(victim, "of")
    own = own and not any(child.text.lower() == "of" for child in stretch.children(verb, "prep"))
    return own_forces(view, verb.text) if own else left_by(view, stretch, verb)


def _lost(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Lost 40 men": the subject's."""
    light = force(stretch, verb)
    for man in stretch.undergoers(verb):
        quantity = quantity_of(view, stretch, man)
        side = first_party(view, stretch, stretch.doers(verb)) or owns_up_to(view, stretch, verb)
        if man.text.lower() in NOBODY and side is not None and light.phase is Phase.DONE:
            none_lost = Quantity(man.text.lower(), 0, 0)
            yield _loss(view, stretch, verb, Force(light.phase), Toll(man, "killed", none_lost, side))
            continue
        none = quantity is not None and quantity.high == 0 and man.dep == "conj"  # "and not a man was hurt"
        if quantity is not None and side is not None and light.actual and not none and people(stretch, man):
            yield _loss(view, stretch, verb, light, Toll(man, "killed", quantity, side))


def _loss(view: View, stretch: Stretch, anchor: Token, light: Force, toll: Toll) -> Proposition:
    victim, kind, quantity = toll.victim, toll.kind, toll.quantity
    side = toll.side or (side_of(view, stretch, victim, Fate(kind, anchor)) if toll.what is None else None)
    last = before(view)
    spoken = victim.lemma == "dead" and not view.cue_lemmas.isdisjoint(SPOKEN)  # "they have spoken of nine dead"
    bare = spoken or victim.lemma == "other" or (victim.pos == "NUM" and not _after_people(stretch, victim))
    headings = (t for t in stretch.tokens if t.i < victim.i and t.lemma in HEADINGS)
    owners = next((whose for t in headings if (whose := stretch.children(t, "poss"))), [])
    if bare and side is None and owners:  # "(put) the Front's losses at two dead"
        bare, side = False, first_party(view, stretch, owners)
        toll = replace(toll, everywhere=side is not None)
    # "Another 85"; not the nine whom a blast of its own killed, nor men after tanks.
    of_them = any(noun.text.lower() in ("them", "those") for noun in stretch.prepositional(victim, "of"))
    bare &= last is not None and last.get("kind") != "equipment"
    bare &= last is not None and (_fits(last, quantity) if of_them else _of_one_sort(last.get("kind"), kind))
    doers = stretch.doers(anchor) if anchor.lemma in KILLING and not stretch.passive(anchor) else []
    bare &= not doers or first_party(view, stretch, doers) is not None
    another = last if side is None and bare and not of_the_dead(stretch, victim) else None
    side = another.ref("side") if another is not None else side
    if side is None and victim.pos == "NUM":
        side = _of_those_before(view, stretch, victim)
    what = (
        (toll.what or victim.lemma) if kind == "equipment" else BODY if is_received(stretch, victim, anchor) else None
    )
    return found(
        view, stretch, anchor, "losses", Force(light.phase, light.negated and quantity.low != 0),
        side=holder_of(view, side), kind=kind, quantity=quantity.words, min=quantity.low, max=quantity.high, what=what,
        place=place_of_loss(view, stretch, anchor, toll, side),
    )  # fmt: skip


def _fits(last: Proposition, part: Quantity) -> bool:
    """Can so many be of those counted last? Three are not of one dead policeman."""
    most = last.get("max")
    return not isinstance(most, int) or part.low is None or part.low <= most


def _of_one_sort(last: Value, kind: str | None) -> bool:
    """Those who gave themselves up can be of the dead told of before; the dead and wounded are no prisoners' own."""
    return not (last == "captured" and kind in ("killed", "wounded"))


def _of_those_before(view: View, stretch: Stretch, number: Token) -> Ref | None:
    """ "52 of its soldiers were killed and 17 were missing": 17 of them."""
    verb = stretch.head(number)
    people = [t for t in stretch.tokens if t.i < number.i and t.lemma in PEOPLE and t.pos == "NOUN"]
    killed = number.dep == "dobj"  # "its fighters took the camp and killed 105": of others
    if verb.dep != "conj" or not people or killed or stretch.prepositional(number, "of"):
        return None
    return side_of(view, stretch, people[-1], Fate("killed", stretch.head(verb)))


def _after_people(stretch: Stretch, number: Token) -> bool:
    """ "Two people were killed and nine wounded": the nine are people of the same sentence."""
    return any(token.i < number.i and token.lemma in PEOPLE for token in stretch.tokens)


def _counted(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "At least 12 dead", "three deaths", "the surrender of 24 men"."""
    acts = noun.lemma in ACTS
    quantity = quantity_of(view, stretch, noun) if not acts or view.scene.unrest else None
    if quantity is None or quantity.low is None:
        lost = [head for head in stretch.prepositional(noun, "of") if people(stretch, head)]
        lost = [head for head in lost if head.pos != "NUM" or stretch.prepositional(head, "of")]
        quantity = next((q for head in lost if (q := quantity_of(view, stretch, head)) is not None), None)
        quantity = quantity or (put_at(view, stretch, noun) if not acts else None)
    if quantity is None or (quantity.low is None and quantity.high is None):
        return
    kind = next((kind for kind in ("killed", "wounded") if noun.lemma in lemmas(f"losses.{kind}.nouns")), "captured")
    verb = stretch.clause(noun)
    harmed = verb_kind(stretch, verb) in ("killed", "wounded") and noun in stretch.undergoers(verb)
    if kind == "captured" and (verb.lemma in RETURNING or harmed or _acts(verb, noun)):
        return  # "forty prisoners of war were killed": taken long before
    light = force(stretch, verb)
    held = kind != "captured" or quantity.high != 0 or verb.lemma in TAKING
    if light.actual and held and not (acts and verb.lemma in UNSETTLED):
        yield _loss(view, stretch, noun, light, Toll(noun, kind, quantity, left_by(view, stretch, verb)))
