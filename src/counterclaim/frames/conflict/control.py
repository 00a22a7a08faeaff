"""Who holds a place: captures, losses, holding on, flags, "in our hands", and the nouns for them.

Enters a view; leaves `control` propositions. `extent` is full unless words or a part of the place say less. Wishes, plans
and attempts are refused.
"""

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.entities.nations import country_of_code
from counterclaim.frames.conflict.found import found
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import AREAS, COMPASS, DISTRICTS, PORTIONS, REGIONS, SITES, TOWNS, Where, locate
from counterclaim.frames.who import (
    FIRST_PERSON,
    FORCES,
    enemy_party,
    first_party,
    holder_of,
    nation_of,
    own_party,
    party,
)
from counterclaim.model import EntityKind, Proposition, Ref, Token

GROUND = TOWNS | REGIONS | AREAS | DISTRICTS | SITES | PORTIONS | COMPASS | {"territory", "land", "ground", "place", "position"}
INTO = ("in", "at", "near", "on", "around", "of", "over", "throughout", "within", "inside", "to")
OWN_GAINS = frozenset("liberate free recapture retake reclaim regain recover reconquer liberation recapture reconquest retaking".split())
UNFINISHED = frozenset("begin start continue go remain near approach fail plan proceed resume".split())
BATTLES = frozenset("battle fight fighting struggle war operation plan bid attempt drive push campaign offensive effort".split())


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on who holds what."""
    for stretch in view.stretches:
        for token in stretch.tokens:
            if token.pos in ("VERB", "AUX") or token.tag.startswith("VB"):
                yield from _verb(view, stretch, token)
            if token.pos in ("NOUN", "PROPN") or token.tag == "VBG":
                yield from _noun(view, stretch, token)


def _verb(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    light = force(stretch, verb)
    if not light.actual:
        return
    if verb.lemma in lemmas("control.gain.light"):
        yield from _taking(view, stretch, verb, light)
    if verb.lemma in lemmas("control.gain.verbs"):
        yield from _gained(view, stretch, verb, light)
    if verb.lemma in lemmas("control.lose.verbs"):
        yield from _lost(view, stretch, verb, light)
    if verb.lemma in lemmas("control.lose.falls"):
        yield from _fallen(view, stretch, verb, light)
    if verb.lemma in lemmas("control.keep.verbs"):
        yield from _kept(view, stretch, verb, light)
    if verb.lemma in lemmas("control.flag.verbs"):
        yield from _flag(view, stretch, verb, light)
    yield from _ours(view, stretch, verb, light)


def _is_ground(view: View, stretch: Stretch, head: Token) -> bool:
    if head.lemma in GROUND:
        return True
    mention = view.scene.mention(stretch.sentence, head)
    if mention is not None:
        return mention.kind is EntityKind.PLACE
    return head.entity in ("GPE", "LOC", "FAC")


def _ground(view: View, stretch: Stretch, verb: Token) -> tuple[list[Token], list[Token]]:
    """What a verb is done to, if it is ground, and the heads to look for the place in."""
    objects = [head for head in stretch.undergoers(verb) if _is_ground(view, stretch, head)]
    return objects, [*objects, *stretch.prepositional(verb, *INTO)]


def _extent(stretch: Stretch, anchor: Token, objects: list[Token], where: Where) -> str:
    """How much of the place: words of measure beside the predicate and in its object, else by what the object is."""
    near = [child.lemma for child in stretch.children(anchor, "advmod", "amod")]
    near += [token.lemma for head in objects for token in stretch.phrase(head)]
    full, partial = lemmas("control.words.full"), lemmas("control.words.partial")
    if where.part or where.portion or any(word in partial for word in near):
        return "partial"
    if any(word in full for word in near) or not objects:
        return "full"
    whole = objects[0].lemma in TOWNS | REGIONS | AREAS or where.named or objects[0].text.lower() == "it"
    return "full" if whole else "partial"


def _holding(
    view: View,
    stretch: Stretch,
    anchor: Token,
    light: Force | None,
    where: Where,
    *,
    holder: Ref | None,
    extent: str,
    change: str | None = None,
) -> Proposition:
    if light is not None and light.no_longer:
        light, extent, change = Force(light.phase), "none", "lost"
    return found(
        view, stretch, anchor, "control", light,
        place=where.place, part=where.part, holder=holder_of(view, holder), extent=extent, change=change,
    )  # fmt: skip


def _taking(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Took control of", "gained a hold over", "took the town", "took over the port"."""
    for noun in stretch.undergoers(verb):
        if noun.lemma in ("control", "possession", "command"):
            heads = stretch.prepositional(noun, "of", "over", "in") + stretch.prepositional(verb, "of", "over", "in")
            where = locate(view, stretch, heads)
            if where.place is None:
                return
            holder = first_party(view, stretch, stretch.doers(verb)) or _taker(view, verb, where)
            extent = _extent(stretch, verb, heads, where)
            yield _holding(view, stretch, verb, light, where, holder=holder, extent=extent, change="gained")
            return
    if verb.lemma in ("take", "retake") and verb.lemma not in lemmas("control.gain.verbs"):
        yield from _gained(view, stretch, verb, light)


def _gained(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    objects, heads = _ground(view, stretch, verb)
    if not objects:
        return
    where = locate(view, stretch, heads)
    doer = first_party(view, stretch, stretch.doers(verb))
    if where.place is None or (doer is None and stretch.doers(verb)):
        return
    holder = doer or _taker(view, verb, where)
    extent = _extent(stretch, verb, objects, where)
    yield _holding(view, stretch, verb, light, where, holder=holder, extent=extent, change="gained")


def _taker(view: View, predicate: Token, where: Where) -> Ref | None:
    """Who took a place where nobody is named: the claimant's side abroad or for a liberation, the enemy at home."""
    side = view.claimant_side
    if side is None or view.claimant is None:
        return None
    entity = view.scene.entities.get(where.place.entity or "") if where.place else None
    country = country_of_code(entity.location.country) if entity and entity.location and entity.location.country else None
    if country == side and predicate.lemma not in OWN_GAINS:
        return enemy_party(view, predicate.text)
    return view.scene.named(side)


def _lost(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    objects, heads = _ground(view, stretch, verb)
    grips = [noun for noun in stretch.undergoers(verb) if noun.lemma in lemmas("control.keep.nouns")]
    for noun in grips:
        heads += stretch.prepositional(noun, "of", "over", "in")
    holder = first_party(view, stretch, stretch.doers(verb))
    if not objects and not grips:
        return
    where = locate(view, stretch, heads)
    if where.place is None or holder is None:
        return
    if where.part or where.portion:  # what is left of the place is not told
        return
    yield _holding(view, stretch, verb, light, where, holder=holder, extent="none", change="lost")


def _fallen(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "The town has fallen (to X)"."""
    subjects = [head for head in stretch.children(verb, "nsubj") if _is_ground(view, stretch, head)]
    head = stretch.head(verb)
    if not subjects and verb.dep == "xcomp" and head is not verb:  # "has yet to fall"
        subjects = [noun for noun in stretch.children(head, "nsubj") if _is_ground(view, stretch, noun)]
    if not subjects or stretch.children(verb, "dobj", "acomp"):
        return
    where = locate(view, stretch, subjects)
    holder = first_party(view, stretch, stretch.prepositional(verb, "to"))
    hands = [noun for noun in stretch.prepositional(verb, "into", "under", "in") if noun.lemma in lemmas("control.keep.states")]
    if hands or where.place is None:
        return  # "fell into their hands" is read by the noun
    holder = holder or _known_taker(view, where)
    yield _holding(view, stretch, verb, light, where, holder=holder, extent="full", change="gained")


def _known_taker(view: View, where: Where) -> Ref | None:
    """Whom an earlier claim names as the taker of the place."""
    for claim in reversed(view.earlier):
        for proposition in claim.propositions:
            same = proposition.frame == "control" and proposition.ref("place") is not None and where.place is not None
            if same and proposition.get("change") == "gained" and proposition.ref("place").name == where.place.name:  # type: ignore[union-attr]
                return proposition.ref("holder")
    return None


def _kept(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    objects, heads = _ground(view, stretch, verb)
    if not objects and verb.lemma == "control" and not stretch.passive(verb):
        objects = stretch.undergoers(verb)
        heads = [*objects, *heads]
    holder = first_party(view, stretch, stretch.doers(verb))
    if not objects or holder is None:
        return
    subjects = stretch.children(verb, "nsubj")
    where = locate(view, stretch, [*heads, *(below for s in subjects for below in stretch.prepositional(s, *INTO))])
    if where.place is None:
        return
    still = any(child.text.lower() == "still" for child in stretch.children(verb, "advmod"))
    kept = "kept" if still or verb.lemma in ("keep", "retain") else None
    extent = _extent(stretch, verb, objects, where)
    yield _holding(view, stretch, verb, light, where, holder=holder, extent=extent, change=kept)


def _flag(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "Raised the flag over the town"."""
    flags = [noun for noun in stretch.undergoers(verb) if noun.lemma in lemmas("control.flag.nouns")]
    if not flags and not stretch.passive(verb) and verb.lemma in ("fly", "wave"):
        flags = [noun for noun in stretch.children(verb, "nsubj") if noun.lemma in lemmas("control.flag.nouns")]
    heads = stretch.prepositional(verb, "over", "in", "above", "at", "on", "atop")
    heads += [below for noun in flags for below in stretch.prepositional(noun, "over", "in", "above", "at", "on")]
    if not flags or not heads:
        return
    where = locate(view, stretch, heads)
    doers = [] if verb.lemma in ("fly", "wave") else stretch.doers(verb)
    holder = nation_of(view, stretch, flags[0]) or first_party(view, stretch, doers) or party(view, stretch, flags[0])
    if where.place is None or holder is None:
        return
    extent = _extent(stretch, verb, heads, where)
    yield _holding(view, stretch, verb, light, where, holder=holder, extent=extent, change="gained")


def _ours(view: View, stretch: Stretch, verb: Token, light: Force) -> Iterator[Proposition]:
    """ "The town is ours", "remains in our hands", "came under rebel control"."""
    subjects = [s for s in stretch.children(verb, "nsubj", "nsubjpass") if _is_ground(view, stretch, s)]
    if not subjects:
        return
    where = locate(view, stretch, subjects)
    if where.place is None:
        return
    for child in stretch.children(verb, "attr", "acomp", "oprd"):
        if child.text.lower() in lemmas("control.keep.possessives"):
            holder = own_party(view, child.text)
            yield _holding(view, stretch, verb, light, where, holder=holder, extent=_extent(stretch, verb, subjects, where))
    for noun in stretch.prepositional(verb, "in", "under", "into"):
        if noun.lemma not in lemmas("control.keep.states"):
            continue
        light = Force(light.phase, light.negated or _none(stretch, noun), light.no_longer)
        holder = _whose(view, stretch, noun)
        change = "gained" if verb.lemma in ("come", "pass", "fall", "return", "bring", "move") else None
        change = "kept" if verb.lemma in ("remain", "stay") or _still(stretch, verb) else change
        extent = "partial" if "partial" in _measure(stretch, noun, verb) else _extent(stretch, verb, subjects, where)
        if holder is not None:
            yield _holding(view, stretch, verb, light, where, holder=holder, extent=extent, change=change)


def _still(stretch: Stretch, verb: Token) -> bool:
    return any(child.text.lower() == "still" for child in stretch.children(verb, "advmod"))


def _none(stretch: Stretch, noun: Token) -> bool:
    return any(child.text.lower() == "no" for child in stretch.children(noun, "det"))


def _measure(stretch: Stretch, noun: Token, verb: Token) -> set[str]:
    near = {child.lemma for child in (*stretch.children(noun, "amod"), *stretch.children(verb, "advmod"))}
    return {"partial"} if near & lemmas("control.words.partial") else set()


def _whose(view: View, stretch: Stretch, noun: Token) -> Ref | None:
    for child in stretch.children(noun, "poss", "compound", "amod", "nmod"):
        if child.text.lower() in FIRST_PERSON:
            return own_party(view, child.text)
    doers = stretch.children(noun, "poss", "compound") + stretch.prepositional(noun, "of", "by")
    return nation_of(view, stretch, noun) or first_party(view, stretch, doers)


def _noun(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    gain, lose = noun.lemma in lemmas("control.gain.nouns"), noun.lemma in lemmas("control.lose.nouns")
    fall, won = noun.lemma in lemmas("control.lose.fall_nouns"), noun.lemma in lemmas("control.gain.victories")
    if not (gain or lose or fall or won) or _open(stretch, noun):
        return
    heads = [h for h in stretch.prepositional(noun, *(("in", "at", "over") if won else ("of",))) if _is_ground(view, stretch, h)]
    heads += [h for h in stretch.children(noun, "compound", "poss", "amod", "dobj") if _is_place(view, stretch, h)]
    if not heads:
        return
    where = locate(view, stretch, heads)
    if where.place is None:
        return
    light = _light(stretch, noun)
    holder = _named_holder(view, stretch, noun, heads)
    if lose:
        if holder is not None and not (where.part or where.portion):
            yield _holding(view, stretch, noun, light, where, holder=holder, extent="none", change="lost")
        return
    if won:
        holder = holder_of(view, view.claimant) if _is_top(stretch, noun) else None
        if holder is None:
            return
    if fall:
        holder = first_party(view, stretch, stretch.prepositional(noun, "to")) or _known_taker(view, where)
    holder = holder or _former(view, stretch, heads) or _taker(view, noun, where)
    extent = _extent(stretch, noun, heads, where)
    if holder is not None:
        proposition = _holding(view, stretch, noun, light, where, holder=holder, extent=extent, change="gained")
        yield replace(proposition, when=None) if _dates_another(view, stretch, noun) else proposition


def _dates_another(view: View, stretch: Stretch, noun: Token) -> bool:
    """Does the time that follows belong to a second capture, named after the first?"""
    times = view.scene.times_in(view.part, stretch.sentence.span)
    return any(
        time.span.overlaps(token.span) and _other_noun_between(stretch, noun, token)
        for time in times
        for token in stretch.tokens
    )


def _is_place(view: View, stretch: Stretch, head: Token) -> bool:
    mention = view.scene.mention(stretch.sentence, head, EntityKind.PLACE)
    return mention is not None and view.scene.nation(head) is None


def _is_top(stretch: Stretch, noun: Token) -> bool:
    return stretch.head(noun) is noun


def _open(stretch: Stretch, noun: Token) -> bool:
    """Is the capture only attempted, under way, or a name for troops ("occupation authorities")?"""
    head = stretch.head(noun)
    if noun.dep == "compound" and head.lemma != "operation":
        return head is not noun and (head.lemma in FORCES or head.lemma in ("authority", "attempt", "plan"))
    top = head if noun.dep == "compound" else noun
    above = stretch.head(top)
    if noun.dep == "compound" and not _completed(stretch, top):
        return True
    governors = [above, *stretch.ancestors(above)][:2] if above is not top else []
    if any(g.lemma in BATTLES and top.dep in ("pobj", "prep") or g.lemma == "for" and stretch.head(g).lemma in BATTLES for g in governors):
        return True
    verb = stretch.clause(top)
    if verb is top:
        return False
    subject = top.dep in ("nsubj", "nsubjpass")
    if subject and verb.lemma in UNFINISHED:
        return True
    return (subject or top.dep == "dobj") and (verb.lemma in UNFINISHED or force(stretch, verb).phase in (Phase.PLANNED, Phase.URGED, Phase.SUPPOSED))


def _completed(stretch: Stretch, operation: Token) -> bool:
    verb = stretch.clause(operation)
    return verb.lemma in lemmas("control.words.completing") and force(stretch, verb).actual


def _light(stretch: Stretch, noun: Token) -> Force | None:
    """A noun is presupposed, unless it is the subject of what is said ("the capture has not been completed")."""
    verb = stretch.head(noun)
    if noun.dep in ("nsubj", "nsubjpass") and verb.lemma in lemmas("control.words.completing"):
        return force(stretch, verb)
    return None


def _named_holder(view: View, stretch: Stretch, noun: Token, heads: list[Token]) -> Ref | None:
    # The parser often hangs "by Y" of "the loss of X by Y" on the verb above; an active verb has no agent of its own.
    above = [verb for verb in stretch.ancestors(noun) if verb.pos == "VERB" and not stretch.passive(verb)]
    named = [agent for found in (noun, *above) for agent in stretch.agents(found) if agent.i > noun.i]
    agents = [agent for agent in named if not _other_noun_between(stretch, noun, agent)]
    agents += [below for head in heads for below in stretch.prepositional(head, "by")]
    owners = [child for child in stretch.children(noun, "poss", "compound") if child not in heads]
    return first_party(view, stretch, [*agents, *owners]) or _nation_before(view, stretch, noun)


def _other_noun_between(stretch: Stretch, noun: Token, agent: Token) -> bool:
    """A second capture stands between: the agent is that one's."""
    nouns = lemmas("control.gain.nouns") | lemmas("control.lose.nouns")
    return any(noun.i < token.i < agent.i and token.lemma in nouns for token in stretch.tokens)


def _nation_before(view: View, stretch: Stretch, noun: Token) -> Ref | None:
    for child in stretch.children(noun, "amod", "compound", "nmod"):
        nation = view.scene.nation(child)
        if nation is not None:
            return view.scene.named(nation)
    return None


def _former(view: View, stretch: Stretch, heads: list[Token]) -> Ref | None:
    """Who took a nation's stronghold: the other side."""
    for head in heads:
        for child in stretch.children(head, "amod", "compound", "nmod"):
            nation = view.scene.nation(child)
            other = view.scene.other_side(nation) if nation and nation in view.scene.sides else None
            if other is not None:
                return view.scene.named(other)
    return None
