"""Who holds a place, by nouns: "the capture of X by Y", "the fall of X", "victory in X", "the X liberation operation".

Enters a noun; leaves `control` propositions, presupposed unless the noun is what the sentence is about. What is only
attempted, planned or under way is refused.
"""

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.frames.belied import FALSE, REPORTS, belied
from counterclaim.frames.conflict.holding import (
    Hold,
    armed_body,
    extent_of,
    holding,
    is_ground,
    known_taker,
    unnamed_taker,
)
from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.force import Force, Phase, force
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.where import TOWNS, WHOLES, locate
from counterclaim.frames.who import FORCES, enemy_party, first_party, own_forces
from counterclaim.model import EntityKind, Proposition, Ref, Stance, Token

UNFINISHED = frozenset(
    ["begin", "start", "continue", "go", "remain", "near", "approach", "fail", "plan", "proceed", "resume"]
)
BATTLES = frozenset(
    [
        "battle",
        "fight",
        "fighting",
        "struggle",
        "war",
        "operation",
        "plan",
        "bid",
        "attempt",
        "drive",
        "push",
        "campaign",
        "offensive",
        "effort",
    ]
)


BLOWS = frozenset(["blow", "setback", "defeat", "disaster", "humiliation", "embarrassment", "catastrophe", "reverse"])


def capture(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """What a noun for taking, losing or winning a place says of who holds it."""
    if noun.lemma in lemmas("control.gain.victories"):
        yield from _victory(view, stretch, noun)
    elif _is_top(stretch, noun) and not view.cue_lemmas.isdisjoint(lemmas("control.claiming.cues")):
        yield from _claimed(view, stretch, noun)
        yield from _control_claimed(view, stretch, noun)
    if noun.lemma in lemmas("control.lose.shares"):
        yield from _share(view, stretch, noun)
    kinds = ("control.gain.nouns", "control.lose.nouns", "control.lose.fall_nouns")
    kind = next((kind for kind in kinds if noun.lemma in lemmas(kind)), None)
    if kind is None or _open(stretch, noun):
        return
    taken = stretch.prepositional(noun, "of")
    heads = [head for head in taken if is_ground(view, stretch, head)]
    # "(Called) reports of the capture of X fabrications": the parser makes one noun of both.
    called = [child for head in taken if head.lemma in FALSE for child in stretch.children(head, "nmod", "compound")]
    heads += [child for child in called if _is_place(view, stretch, child)]
    before = stretch.children(noun, "compound", "poss", "amod", "dobj")
    heads += [head for head in before if _is_place(view, stretch, head) or _is_the_town(stretch, head)]
    where = locate(view, stretch, heads) if heads else None
    if where is None or where.place is None:
        return
    hold = _hold(view, stretch, noun, kind, heads)
    if hold is None or (hold.change == "lost" and where.portion and not where.part):
        return
    dated = not _dates_another(view, stretch, noun)
    for proposition in holding(view, stretch, noun, _light(stretch, noun), where, hold):
        yield proposition if dated else replace(proposition, when=None)


def _hold(view: View, stretch: Stretch, noun: Token, kind: str, heads: list[Token]) -> Hold | None:
    """Who holds how much after it; None where that cannot be told."""
    where = locate(view, stretch, heads)
    holder = _named_holder(view, stretch, noun, heads)
    if kind == "control.lose.nouns":
        settled = view.stance in (Stance.DENIES, Stance.CONFIRMS)
        holder = holder or first_party(view, stretch, _struck_by(stretch, noun))
        if holder is None and settled:
            holder = own_forces(view, noun.text)  # who denies or admits a loss speaks of their own
        return Hold(holder, "none", "lost") if holder is not None or (settled and view.scene.warlike) else None
    if kind == "control.lose.fall_nouns":
        holder = first_party(view, stretch, stretch.prepositional(noun, "to")) or known_taker(view, where)
    holder = holder or _against_former(view, stretch, heads) or _denied_taker(view, stretch, noun)
    holder = holder or unnamed_taker(view, noun, where)
    return Hold(holder, extent_of(stretch, noun, heads, where), "gained") if holder is not None else None


def _struck_by(stretch: Stretch, noun: Token) -> list[Token]:
    """Whom a loss is a blow to ("the loss of X was a setback for the rebels", "dealt them a blow")."""
    verb = stretch.head(noun)
    if noun.dep != "nsubj" or verb is noun:
        return []
    blows = [word for word in stretch.children(verb, "attr", "dobj", "oprd") if word.lemma in BLOWS]
    return [
        *(below for blow in blows for below in stretch.prepositional(blow, "to", "for")),
        *(stretch.prepositional(verb, "to", "for") if blows else []),
        *(stretch.children(verb, "dative") if blows else []),
    ]


def _denied_taker(view: View, stretch: Stretch, noun: Token) -> Ref | None:
    """Who denies a capture, or calls the reports of it false, denies the enemy's."""
    denied = view.stance is Stance.DENIES and bool(view.cue)
    return enemy_party(view, noun.text) if denied or belied(stretch, noun) else None


def _victory(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """A side that declares victory says that it holds the place."""
    heads = [head for head in stretch.prepositional(noun, "in", "at", "over") if is_ground(view, stretch, head)]
    if not _is_top(stretch, noun) or view.claimant_side is None or (not heads and len(stretch.tokens) > 3):
        return
    where = locate(view, stretch, heads)
    yield from holding(view, stretch, noun, None, where, Hold(view.claimant, "full", "gained"))


def _share(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "(Put) its share of the town at one half": a part of it is the owner's."""
    heads = [head for head in stretch.prepositional(noun, "of") if is_ground(view, stretch, head)]
    holder = first_party(view, stretch, stretch.children(noun, "poss"))
    if heads and holder is not None and view.scene.warlike:
        where = locate(view, stretch, heads)
        yield from holding(view, stretch, noun, Force(Phase.DONE), where, Hold(holder, "partial"))


def _claimed(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """A side that claims a town says that it holds it."""
    named = _is_place(view, stretch, noun) or noun.lemma in WHOLES or bool(stretch.children(noun, "amod", "det"))
    named |= any(child.pos == "PROPN" for child in stretch.children(noun, "compound"))
    warring = view.claimant_side is not None or armed_body(view) is not None
    if not warring or not named or not is_ground(view, stretch, noun) or len(stretch.tokens) > 6:
        return
    where = locate(view, stretch, [noun])
    yield from holding(view, stretch, noun, None, where, Hold(view.claimant, extent_of(stretch, noun, [noun], where)))


def _control_claimed(view: View, stretch: Stretch, noun: Token) -> Iterator[Proposition]:
    """ "(Claimed) full control of the town"."""
    heads = [head for head in stretch.prepositional(noun, "of", "over") if is_ground(view, stretch, head)]
    warring = view.claimant_side is not None or armed_body(view) is not None
    if noun.lemma in lemmas("control.keep.grips") and heads and warring:
        where = locate(view, stretch, heads)
        hold = Hold(armed_body(view) or view.claimant, extent_of(stretch, noun, heads, where))
        yield from holding(view, stretch, noun, None, where, hold)


def _is_place(view: View, stretch: Stretch, head: Token) -> bool:
    mention = view.scene.mention(stretch.sentence, head, EntityKind.PLACE)
    return mention is not None and view.scene.nation(head) is None


def _is_the_town(stretch: Stretch, head: Token) -> bool:
    """ "(Announced) the town's capture"."""
    return head.dep == "poss" and head.lemma in TOWNS and bool(stretch.children(head, "det"))


def _is_top(stretch: Stretch, noun: Token) -> bool:
    return stretch.head(noun) is noun


def _open(stretch: Stretch, noun: Token) -> bool:
    """Is the capture only attempted, under way, or a name for troops ("occupation authorities")?"""
    head = stretch.head(noun)
    inside = noun.dep == "compound" and head is not noun
    if inside and (head.lemma in FORCES or head.lemma in ("authority", "attempt", "plan")):
        return True
    top = head if inside else noun
    if inside and not _completed(stretch, top):
        return True
    above = stretch.head(top)
    governors = [above, stretch.head(above)] if above is not top else []
    if any(governor.lemma in BATTLES for governor in governors):
        return True
    verb = stretch.clause(top)
    if verb is top or top.dep not in ("nsubj", "nsubjpass", "dobj"):
        return False
    unreal = force(stretch, verb).phase in (Phase.PLANNED, Phase.URGED, Phase.SUPPOSED)
    return unreal or (verb.lemma in UNFINISHED)


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
    above += [told for told in stretch.ancestors(noun) if told.lemma in REPORTS and told.pos == "NOUN"]
    named = [agent for found in (noun, *above) for agent in stretch.agents(found) if agent.i > noun.i]
    agents = [agent for agent in named if not _other_noun_between(stretch, noun, agent)]
    agents += [below for head in heads for below in stretch.prepositional(head, "by")]
    owners = [child for child in stretch.children(noun, "poss", "compound") if child not in heads]
    return first_party(view, stretch, [*agents, *owners]) or _nation_before(view, stretch, noun)


def _other_noun_between(stretch: Stretch, noun: Token, agent: Token) -> bool:
    """A second capture stands between: the agent is that one's."""
    nouns = lemmas("control.gain.nouns") | lemmas("control.lose.nouns")
    return any(noun.i < token.i < agent.i and token.lemma in nouns for token in stretch.tokens)


def _dates_another(view: View, stretch: Stretch, noun: Token) -> bool:
    """Does the time that follows belong to a second capture, named after the first?"""
    times = view.times_in(stretch.sentence.span)
    return any(
        time.span.overlaps(token.span) and _other_noun_between(stretch, noun, token)
        for time in times
        for token in stretch.tokens
    )


def _nation_before(view: View, stretch: Stretch, noun: Token) -> Ref | None:
    for child in stretch.children(noun, "amod", "compound", "nmod"):
        nation = view.scene.nation(child)
        if nation is not None:
            return view.scene.named(nation)
    return None


def _against_former(view: View, stretch: Stretch, heads: list[Token]) -> Ref | None:
    """Who took a nation's stronghold: the other side."""
    for head in heads:
        for child in stretch.children(head, "amod", "compound", "nmod"):
            nation = view.scene.nation(child)
            other = view.scene.other_side(nation) if nation and nation in view.scene.sides else None
            if other is not None:
                return view.scene.named(other)
    return None
