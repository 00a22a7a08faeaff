"""Links between positions that a careful reader would not sign, though the positions can be weighed against each other.

Enter a `Link`; leaves whether to leave it out: a conflict of two claimants who may be one, or of a count with a part of
it; agreement that only follows by inference, or is on two parts of a place; what one claimant says was not so with
what was instead. Sides of disputes are formed without this: what goes together there need not be said by both.
"""

from collections.abc import Mapping

from counterclaim.frames.likeness import ANY_PART, name, parts_apart, same_words
from counterclaim.model import Entity
from counterclaim.relate.camps import Link
from counterclaim.relate.copying import content_words
from counterclaim.relate.mouths import may_be_one, one_body, says_the_same_for
from counterclaim.relate.partial import part_of_other
from counterclaim.relate.positions import Position, party, value_key


def doubted(link: Link, origins: Mapping[str, str], entities: Mapping[str, Entity]) -> bool:
    """Is there any such reason to leave the link out?"""
    a, b = link.a.claim, link.b.claim
    if (link.a.implied or link.b.implied) and (not link.conflicts or link.a.claimant == link.b.claimant):
        return True  # nobody is told to agree with, or to take back, what he has not said
    counts = link.a.kind.timing.days == 0 and link.b.kind.timing.days == 0
    one = may_be_one(a, b, origins) or (counts and says_the_same_for(a, b))
    if one and (not one_body(a, b, origins) or (link.conflicts and not _counted_anew(link))):
        return True
    if link.conflicts:
        turned = until_then(link.a, link.b) or until_then(link.b, link.a)
        won_back = any(may_be_won_back(*pair, entities) for pair in ((link.a, link.b), (link.b, link.a)))
        return turned or won_back or part_of_other(link.a, link.b)
    if not_they_but_others(link) and origins.get(a.article, a.article) != origins.get(b.article, b.article):
        return True
    before = not_until_then(link.a, link.b) or not_until_then(link.b, link.a)
    return before or by_inference(link) or other_part(link) or not_that_but_this(link)


def _counted_anew(link: Link) -> bool:
    """Is it a body's figure of one day and of a later one?"""
    counts = link.a.kind.timing.days == 0 and link.b.kind.timing.days == 0
    return counts and link.a.said is not None and link.b.said is not None and link.a.said != link.b.said


def until_then(turning: Position, other: Position) -> bool:
    """ "It was retaken", "we have left it": does that leave room for what the other says, on that day or before?

    Who retook it says that it had been taken; and who says so of himself was there until he left.
    """
    turns, changed = turning.kind.timing.turns, other.kind.timing.changed
    if turns is None or not turns(turning.proposition):
        return False
    if other.first is None or turning.last is None or other.first > turning.last:
        return False
    doers = (turning.proposition.ref(role) for role in turning.kind.parties.acting)
    own = any(doer is not None and party(doer) == turning.claimant for doer in doers)
    whole = [position.proposition.get("part") is None for position in (turning, other)]
    taken = changed is not None and changed(other.proposition) and not other.proposition.negated
    return own or (taken and whole[0] is whole[1])


def not_until_then(turning: Position, other: Position) -> bool:
    """ "They have retaken it", "it is ours since Saturday": that they held it on Friday is not the same."""
    timing, said = turning.kind.timing, turning.proposition
    since = said.when is not None and "/" in said.when
    turned = timing.state and (since or (timing.turns is not None and timing.turns(said)))
    turned &= said.get("part") is None and other.proposition.get("part") is None
    return turned and other.last is not None and turning.first is not None and other.last < turning.first


def may_be_won_back(taken: Position, whole: Position, entities: Mapping[str, Entity]) -> bool:
    """ "They took the barracks", and a day later "all of the town is ours": they may have been taken back since."""
    changed = taken.kind.timing.changed
    if changed is None or not changed(taken.proposition) or not whole.kind.timing.state:
        return False
    inner = entities.get(value_key(taken.proposition.get("place")))
    inside = inner is not None and value_key(whole.proposition.get("place")) in inner.within
    return inside and taken.last is not None and whole.first is not None and taken.last < whole.first


def not_they_but_others(link: Link) -> bool:
    """ "It was not we", "it was they": one story where a report tells both, and two views where two reports do."""
    a, b = link.a, link.b
    return not link.conflicts and a.kind.event and a.proposition.negated != b.proposition.negated


def not_that_but_this(link: Link) -> bool:
    """ "It was not we", "it was they": one claimant says two things that agree, and does not repeat either."""
    a, b = link.a.proposition, link.b.proposition
    if link.conflicts or link.a.claimant != link.b.claimant or a.negated == b.negated:
        return False
    return link.a.kind.event or _differ(link.a, link.b)


def by_inference(link: Link) -> bool:
    """Do two claimants agree without saying the same: who holds a place and who does not, that it was they and that it
    happened? One who says "X holds it" does not share the view that Y does not."""
    if link.conflicts or link.a.claimant == link.b.claimant:
        return False
    a, b = link.a, link.b
    if a.proposition.frame != b.proposition.frame and a.kind.timing.state and b.kind.timing.state:
        return True  # that the town is taken, and that the fighting is over
    return (_differ(a, b) and not _both_refuse(a, b) and not _changed_hands(a, b)) or (
        _one_names_nobody(a, b) and not _one_target(a, b)
    )


def _both_refuse(a: Position, b: Position) -> bool:
    """ "They have not taken it" and "we have not lost it" are one refusal, if both are of all of it on one day."""
    return a.first == b.first and all(p.proposition.negated and p.proposition.get("part") is None for p in (a, b))


def _changed_hands(a: Position, b: Position) -> bool:
    """ "We have taken it" and "we have lost it" are one story, told by both sides."""
    told = (p.kind.timing.changed is not None and p.kind.timing.changed(p.proposition) for p in (a, b))
    return all(told) and not a.proposition.negated and not b.proposition.negated


def other_part(link: Link) -> bool:
    """Do the two agree only in that somebody holds something? "The station is ours" does not bear out that the west is,
    unless the words speak of both; nor does who says so of the station say it of all the town."""
    if link.conflicts:
        return False
    a, b = link.a, link.b
    if parts_apart(a.proposition, b.proposition):
        return not (_speaks_of_part(a, b) or _speaks_of_part(b, a))
    if a.kind.of_whole and b.kind.of_whole:
        return False  # where it is fought for the docks, it is fought for the town
    parts = [position.proposition.get("part") is not None for position in (a, b)]
    whole = a if parts[1] else b
    return parts[0] != parts[1] and not whole.proposition.negated and a.claimant != b.claimant


def _speaks_of_part(position: Position, other: Position) -> bool:
    """Do the words of the one claim name the part that the other one is about?"""
    part = content_words(" ".join(set((name(other.proposition.get("part")) or "").casefold().split()) - ANY_PART))
    return bool(part & content_words(position.claim.content))


def _differ(a: Position, b: Position) -> bool:
    """Of one frame, and with two parties where that frame has one."""
    if a.proposition.frame != b.proposition.frame or not a.kind.timing.state:
        return False
    pairs = ((a.proposition.get(role), b.proposition.get(role)) for role in a.kind.parties.sided)
    return any(value_key(one) != value_key(other) for one, other in pairs if one and other)


def _one_names_nobody(a: Position, b: Position) -> bool:
    named = [any(p.proposition.get(role) for role in _doers(p)) for p in (a, b)]
    return a.kind.event and b.kind.event and bool(_doers(a)) and bool(_doers(b)) and named[0] != named[1]


def _one_target(a: Position, b: Position) -> bool:
    """Do both name the thing that was hit, in the same words? Then it is one event, whoever is said to be behind it."""
    targets = [name(position.proposition.get("target")) for position in (a, b)]
    places = [name(position.proposition.get("place")) for position in (a, b)]
    itself = any(same_words(target, place) for target in targets for place in places)
    return None not in targets and same_words(*targets) and not itself


def _doers(position: Position) -> tuple[str, ...]:
    parties = position.kind.parties
    return tuple(dict.fromkeys((*parties.acting, *parties.unnamed)))
