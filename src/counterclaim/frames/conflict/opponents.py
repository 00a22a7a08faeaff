"""Who fights, and against whom.

Enter a party; leaves whether the article makes it one of those who fight, or the one other that does.
"""

from counterclaim.frames.view import View
from counterclaim.frames.who import enemy_party
from counterclaim.model import Quotation, Ref, Token


def fights(view: View, ref: Ref | None) -> bool:
    """Is it one of those who fight, by what the article says of it?"""
    factions = view.scene.factions
    if ref is None:
        return False
    party_to_it = (
        factions.is_rebel(ref) or factions.is_soldier(ref) or (factions.army is not None and ref == factions.army)
    )
    return party_to_it or view.scene.bears_arms(ref) or view.scene.side(ref) is not None


def opponent_of(view: View, ref: Ref | None) -> Ref | None:
    """The one other party that fights; None where there are several, or the party itself does not fight."""
    factions = view.scene.factions
    side = view.scene.side(ref)
    if ref is None or not fights(view, ref):
        return None
    if factions.inner:
        return factions.army if factions.is_rebel(ref) else factions.rebels
    others = factions.fighting - {side}
    return view.scene.named(next(iter(others))) if side in factions.fighting and len(others) == 1 else None


def foe_in_quote(view: View, doers: list[Token]) -> Ref | None:
    """ "They fired all the same", in the very words of one side's official: the other side, where the quotation names
    nobody before."""
    they = [doer for doer in doers if doer.text.lower() == "they"]
    sided = view.claimant_side is not None or view.scene.factions.inner
    if not they or view.quotation is not Quotation.DIRECT or not sided:
        return None
    before = (t for stretch in view.stretches for t in stretch.tokens if t.span.start < they[0].span.start)
    named = any(token.tag in ("NNS", "NNPS") and token.dep in ("nsubj", "nsubjpass") for token in before)
    return None if named else enemy_party(view, they[0].text)
