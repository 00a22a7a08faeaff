"""Whether fighting goes on at a place.

Enters a view; leaves `fighting` propositions. A fight over no ground ("the fight against inflation") is refused.
"""

from collections.abc import Iterator

from counterclaim.frames.conflict.holding import is_ground
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.conflict.moving import own_men
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.found import found
from counterclaim.frames.listed import beside
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import locate
from counterclaim.frames.who import ENEMIES, FORCES, party
from counterclaim.model import EntityKind, Proposition, Quotation, Token

AT = (
    "in",
    "at",
    "near",
    "on",
    "around",
    "along",
    "inside",
    "within",
    "throughout",
    "across",
    "outside",
    "over",
    "for",
    "of",
    "from",
)
PLACED = ("in", "near", "around", "at", "along", "outside")
CONTESTED = ("for", "over", "of")
BARE = frozenset(["fighting", "battle", "battles", "clash", "clashes", "combat", "hostilities"])
GERUNDS = frozenset(["fighting", "shooting", "shelling", "skirmishing"])
STATES = frozenset(["be", "seem", "appear", "stay", "remain"])
# Verbs that need a particle or noun to say whether fighting goes on ("dies down", "came to an end").
PARTICLES = {
    "die": (False, {"down", "away"}),
    "come": (False, {"end"}),
    "break": (True, {"out"}),
    "drag": (True, {"on"}),
}
BESIDE = ("alongside", "beside", "with", "for", "under")
SIDES = frozenset(["side", "rank", "behalf", "pay", "service", "uniform"])  # "fight at the side of the rebels"
SCENES = frozenset(["scene", "site", "theatre", "theater"])
SURROUNDING = frozenset(["because", "amid", "amidst", "despite"])
# "Once the guns are silent" says that they are not.
ENDS = ("until", "till")
AWAITED = frozenset(["once", "when", "until", "till", "before", "if", "unless"])
HAPPENING = frozenset(["take", "happen", "occur"])


def propose(view: View) -> Iterator[Proposition]:
    """Every proposition on whether fighting goes on."""
    for stretch in view.stretches:
        for token in stretch.tokens:
            # After "there is" the parser takes the noun for a participle, and "is" for its auxiliary.
            there = token.text.lower() in GERUNDS and _there(stretch, token)
            gerund = there or (
                token.text.lower() == "fighting" and token.dep in ("nsubj", "csubj", "nsubjpass", "attr")
            )
            shots = token.lemma in lemmas("fighting.shots") and bool(stretch.children(stretch.head(token), "expl"))
            shots &= not _denied_on(stretch, token)
            noun = (
                (token.lemma in lemmas("fighting.nouns") or shots)
                and token.pos in ("NOUN", "PROPN")
                and token.dep != "compound"
            )
            if noun or gerund or _is_operation(stretch, token):
                yield from _noun(view, stretch, token)
            elif token.lemma in lemmas("fighting.verbs") and token.pos == "VERB" and not _is_over(stretch, token):
                yield from _verb(view, stretch, token)
            elif token.lemma in ("fight", "contest") and token.tag == "VBN":
                yield from _fought_over(view, stretch, token)
            elif token.lemma in (*STATES, "hear", "fall", "exchange", "trade"):
                yield from _by_ear(view, stretch, token)


def _is_operation(stretch: Stretch, noun: Token) -> bool:
    """ "Military operations", "the military stage of the operation", where it is told that they are over."""
    military = any(child.lemma in lemmas("fighting.military") for child in stretch.children(noun, "amod", "compound"))
    verb = stretch.head(noun)
    named = noun.lemma in lemmas("fighting.operations") and noun.pos == "NOUN" and military
    return named and noun.dep in ("nsubj", "nsubjpass") and _says_ongoing(stretch, verb) is False


def _denied_on(stretch: Stretch, noun: Token) -> bool:
    """ "There was no shelling of the town": an attack denied, and no end of the fighting."""
    none = stretch.has_no(noun)
    return none and bool(stretch.prepositional(noun, "of", "on", "against", "by"))


def _is_over(stretch: Stretch, verb: Token) -> bool:
    """Is it ground that is "fought over"?"""
    over = any(child.text.lower() == "over" for child in stretch.children(verb, "prt", "prep", "advmod"))
    return over and stretch.passive(verb)


def _fought_over(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "The town is still being fought over", "the east of it is contested"."""
    now = any(
        child.text.lower() in ("being", "is", "are", "remains") for child in stretch.children(verb, "auxpass", "aux")
    )
    now |= any(child.text.lower() == "still" for child in stretch.children(verb, "advmod"))
    light = force(stretch, verb)
    ground = [noun for noun in stretch.undergoers(verb) if is_ground(view, stretch, noun)]
    if not ground or not now or not stretch.passive(verb) or not (verb.lemma == "contest" or _is_over(stretch, verb)):
        return
    where = locate(view, stretch, [*ground, *stretch.prepositional(verb, *AT)])
    if where.place is not None and light.actual and not light.negated and view.scene.warlike:
        yield found(
            view, stretch, verb, "fighting", Force(Phase.ONGOING), place=where.place, part=where.part, status="ongoing"
        )


def _noun(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    verb = stretch.head(noun)
    status = _status(view, stretch, noun, verb)
    if status is None:
        return
    heads = (
        stretch.prepositional(verb, *AT) + stretch.prepositional(noun, *AT) + stretch.children(noun, "compound", "poss")
    )
    scene = _scene_of(stretch, noun)
    heads = [scene, *heads] if scene is not None else heads
    for state in stretch.children(verb, "acomp", "attr", "advmod", "prep"):
        heads += stretch.prepositional(state, *AT)
    where = locate(view, stretch, heads)
    if view.claimant is None and not (where.named or where.part):
        return
    foreign = stretch.prepositional(noun, *CONTESTED, "against") and not (where.named or where.part)
    bare = noun.text.lower() in BARE or noun.lemma in lemmas("fighting.operations")
    if where.place is None or foreign or not (where.named or where.part or bare):
        return
    anchor = verb if scene is None else stretch.clause(noun)
    light = Force(Phase.ONGOING if scene is not None else force(stretch, verb).phase)
    others = beside(view, stretch, where.place) if where.named and not where.part else []
    for place in (where.place, *others):
        yield found(view, stretch, anchor, "fighting", light, place=place, part=where.part, status=status)


def _now(view: View, stretch: Stretch, verb: Token) -> bool:
    """Is it said of the time of saying? In the mouth of whoever "said there was fighting" it was "there is"."""
    dated = view.scene.times_in(view.part, stretch.sentence.span)
    shifted = verb.tag == "VBD" and view.quotation is Quotation.INDIRECT and not dated
    return verb.tag in ("VBZ", "VBP") or shifted


def _status(view: View, stretch: Stretch, noun: Token, verb: Token) -> str | None:
    """What the noun's verb says of it: ongoing, ended, or nothing."""
    if noun.dep in ("attr", "dobj", "nsubj") and verb.lemma == "be" and stretch.children(verb, "expl"):
        light = force(stretch, verb)
        none = light.negated or stretch.has_no(noun)
        still = any(child.text.lower() == "still" for child in stretch.children(verb, "advmod"))
        quiet = none and any(child.lemma == "have" for child in stretch.children(verb, "aux"))  # "has been none since"
        return ("ended" if none else "ongoing") if still or quiet or _now(view, stretch, verb) else None
    if _there(stretch, noun):
        return _after_there(view, stretch, noun)
    happens = _scene_of(stretch, noun) is not None and _now(view, stretch, stretch.clause(noun))
    without_verb = noun.dep == "pobj" and verb.text.lower() in SURROUNDING
    if happens or without_verb or (verb.text.lower() in ("ongoing", "underway") and verb.tag == "VBG"):  # in a headline
        return "ongoing"
    if noun.dep not in ("nsubj", "nsubjpass", "csubj") or verb is noun:
        over = verb is noun and any(t.text.lower() == "over" for t in stretch.children(noun, "advmod", "prt", "prep"))
        return "ended" if over else None  # "battle over", in a headline
    light = force(stretch, verb)
    ongoing = _says_ongoing(stretch, verb)
    if ongoing is None or not light.actual:
        return None
    return "ongoing" if ongoing is not light.negated else "ended"


def _after_there(view: View, stretch: Stretch, noun: Token) -> str | None:
    """What "there is", "there was", "there has been no" before the noun says of it."""
    none = any(child.dep == "neg" or child.text.lower() == "no" for child in stretch.children(noun))
    aux = stretch.children(noun, "aux", "auxpass")
    past = {child.text.lower() for child in (*aux, *stretch.children(noun, "prep"))}
    if "been" in past or "until" in past:  # "there had been fighting": whether there still is, is not said
        return "ended" if none and past & {"has", "have"} else None
    still = any(child.text.lower() == "still" for child in stretch.children(noun, "advmod"))
    now = any(_now(view, stretch, child) or (still and child.tag == "VBD") for child in aux)
    return ("ended" if none else "ongoing") if now else None


def _scene_of(stretch: Stretch, noun: Token) -> Token | None:
    """ "The town was the scene of street fighting": the town."""
    scene = stretch.head(stretch.head(noun)) if noun.dep == "pobj" else noun
    if scene.lemma not in SCENES or scene.dep != "attr":
        return None
    return next(iter(stretch.children(stretch.head(scene), "nsubj")), None)


def _there(stretch: Stretch, noun: Token) -> bool:
    """Does "there is" stand before it?"""
    before = stretch.children(noun)
    return any(child.dep == "expl" or stretch.children(child, "expl") for child in before if child.i < noun.i)


def _says_ongoing(stretch: Stretch, verb: Token) -> bool | None:
    """What a verb says of the fighting that is its subject: going on, over, or neither."""
    below = {child.lemma for child in stretch.children(verb, "advmod", "acomp", "attr", "oprd", "prt", "dobj", "xcomp")}
    nouns = {noun.lemma for noun in stretch.prepositional(verb, "under", "in", "to")}
    if verb.lemma in ("begin", "start"):  # "is only beginning"
        return True if below & {"only", "just"} else None
    if verb.lemma in STATES:
        over, lasting = (
            below & (lemmas("fighting.over") | lemmas("fighting.completed")),
            below & lemmas("fighting.lasting") or nouns & {"way", "progress"} or _somewhere(stretch, verb, below),
        )
        return False if over else True if lasting else None
    if verb.lemma in PARTICLES:
        ongoing, particles = PARTICLES[verb.lemma]
        return ongoing if below & particles or nouns & particles else None
    if verb.lemma in HAPPENING:
        present = verb.tag in ("VBG", "VBZ", "VBP") and (verb.lemma != "take" or "place" in below)
        return True if present else None
    return (
        False
        if verb.lemma in lemmas("fighting.ended") | lemmas("fighting.completed")
        else True
        if verb.lemma in lemmas("fighting.ongoing")
        else None
    )


def _somewhere(stretch: Stretch, verb: Token, below: set[str]) -> bool:
    """ "The hottest fighting is around X": it is there."""
    return verb.tag in ("VBZ", "VBP") and not below - {"now", "still"} and bool(stretch.prepositional(verb, *PLACED))


BURSTS = frozenset(["explosion", "blast", "shot"])


def _by_ear(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    """ "Gunfire could be heard", "the guns have fallen silent", "the town was quiet", "were exchanging fire"."""
    subjects = stretch.children(verb, "nsubj", "nsubjpass")
    words = {subject.lemma for subject in subjects}
    quiet = {child.lemma for child in stretch.children(verb, "acomp", "oprd")} & lemmas("fighting.quiet")
    status = None
    nouns = [*subjects, *(stretch.undergoers(verb) if verb.lemma == "hear" else ())]
    heard = {noun.lemma for noun in nouns if not (noun.lemma in BURSTS and noun.tag == "NN")}  # one blast is no battle
    if (verb.lemma == "hear" and heard & lemmas("fighting.heard")) or (
        verb.lemma in ("exchange", "trade") and any(n.lemma in ("fire", "gunfire") for n in stretch.undergoers(verb))
    ):
        status = "ongoing"
    elif quiet and (words & lemmas("fighting.heard") or _at_war(view, stretch, subjects)):
        status = "ended"
    waited_for = any(child.text.lower() in AWAITED for child in stretch.children(verb, "mark", "advmod"))
    if status is None or waited_for or not _now_or_lasting(view, stretch, verb):
        return
    heads = [*subjects, *stretch.undergoers(verb), *stretch.prepositional(verb, *AT)]
    heads += [below for state in stretch.children(verb, "acomp") for below in stretch.prepositional(state, *AT)]
    where = locate(view, stretch, heads)
    light = force(stretch, verb)
    if verb.lemma == "hear" and stretch.prepositional(verb, *ENDS):
        return  # "shots were heard until the evening": whether they still are, is not said
    happens = light.actual or verb.lemma == "hear"  # what could be heard was heard
    if where.place is not None and not light.negated and happens:
        yield found(
            view, stretch, verb, "fighting", Force(Phase.ONGOING), place=where.place, part=where.part, status=status
        )


def _now_or_lasting(view: View, stretch: Stretch, verb: Token) -> bool:
    """Present, or what a report's backshift and "could be heard" make of it."""
    perfect = any(child.text.lower() in ("have", "has", "had") for child in stretch.children(verb, "aux"))
    return perfect or verb.tag in ("VBN", "VBG") or _now(view, stretch, verb)


def _at_war(view: View, stretch: Stretch, subjects: list[Token]) -> bool:
    towns = (view.scene.mention(stretch.sentence, subject, EntityKind.PLACE) for subject in subjects)
    return view.scene.warlike and any(town is not None for town in towns)


def _verb(view: View, stretch: Stretch, verb: Token) -> Iterator[Proposition]:
    light = force(stretch, verb)
    present = verb.tag in ("VBG", "VBZ", "VBP", "VB") and light.actual
    if not present or verb.dep in ("acl", "relcl", "compound", "amod"):
        return
    if any(noun.lemma not in FORCES | ENEMIES for noun in stretch.undergoers(verb)):
        return
    doers = stretch.doers(verb)
    fighters = any(doer.lemma in FORCES or party(view, stretch, doer) is not None for doer in doers)
    against = [below for noun in stretch.undergoers(verb) for below in stretch.prepositional(noun, *AT)]
    spots = [noun for noun in stretch.prepositional(verb, *AT) if noun.lemma not in SIDES]
    where = locate(view, stretch, [*spots, *against])
    men = any(doer.lemma in FORCES or own_men(stretch, doer) for doer in doers)
    if not fighters or where.place is None or not (where.named or where.part or men):
        return
    at_side = any(noun.lemma in SIDES for noun in stretch.prepositional(verb, "at", "by", "on", "in"))
    if not (where.named or where.part) and (at_side or stretch.prepositional(verb, *BESIDE)):
        return  # on whose side they fight, and for what
    status = "ended" if light.negated else "ongoing"
    yield found(view, stretch, verb, "fighting", Force(light.phase), place=where.place, part=where.part, status=status)
