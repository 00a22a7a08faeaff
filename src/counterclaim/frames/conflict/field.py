"""Which words speak of an armed conflict: the pack's signals, by which a toll of war is told from one of a disaster."""

from collections.abc import Iterator

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.rivals import Signal
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.who import FORCES
from counterclaim.model import Token

UNSURE = lemmas("field.unsure") - lemmas("field.sure")
HARMING = lemmas("losses.killed.verbs") | lemmas("losses.wounded.verbs") | lemmas("losses.captured.verbs")
FIRED = frozenset(["fire", "round", "shell", "bomb", "attack", "strike", "position", "crew", "shelling"])
HARMED = ("nsubj", "nsubjpass", "dobj")


def signals(stretch: Stretch) -> Iterator[Signal]:
    """See `counterclaim.frames.rivals.Fielded`."""
    for token in stretch.tokens:
        if token.lemma == "mortar" and token.tag == "NN" and stretch.head(token).lemma not in FIRED:
            continue  # what bricks are laid in
        if (token.lemma == "tank" and _holds_fuel(stretch, token)) or _is_unproved(stretch, token):
            continue
        if token.lemma in lemmas("field.sure"):
            if not any(
                child.lemma in lemmas("field.harmless") for child in stretch.children(token, "compound", "amod")
            ):
                yield Signal(token)
        elif token.lemma == "action" and stretch.head(token).text.lower() == "in" and _killed(stretch, token):
            yield Signal(token)
        elif token.lemma in UNSURE:
            yield Signal(token, sure=_is_victim(stretch, token) or _is_armed(stretch, token))


def _holds_fuel(stretch: Stretch, tank: Token) -> bool:
    """ "The tank farm", "to cool the tanks": what oil and water are kept in."""
    beside = {token.lemma.lower() for token in stretch.children(tank, "compound", "amod", "nmod")}
    beside.add(stretch.head(tank).lemma.lower())
    return not beside.isdisjoint(lemmas("field.kept"))


def _is_unproved(stretch: Stretch, token: Token) -> bool:
    """ "There is no evidence of a bomb", "ruled out a bomb", "it is not confirmed that a bomb went off"."""
    for above in stretch.ancestors(token):
        if above.lemma in lemmas("field.traces") and stretch.has_no(above):
            return True
        proving = above.lemma in lemmas("field.proving") and bool(stretch.children(above, "neg"))
        out = above.lemma == "rule" and any(c.text.lower() == "out" for c in stretch.children(above, "prt"))
        if proving or out:
            return True
    return False


def _is_armed(stretch: Stretch, token: Token) -> bool:
    """ "An air strike"."""
    beside = stretch.children(token, "compound", "amod", "nmod")
    return token.lemma in ("strike", "raid") and any(child.lemma in lemmas("field.armed") for child in beside)


def _is_victim(stretch: Stretch, token: Token) -> bool:
    """Soldiers who die are losses; soldiers who dig for the buried are none."""
    if token.lemma not in FORCES or token.dep not in HARMED:
        return False
    verb = stretch.head(token)
    return verb.lemma in HARMING and (token.dep != "nsubj" or verb.lemma in ("die", "perish", "surrender"))


def _killed(stretch: Stretch, action: Token) -> bool:
    """ "Killed in action", with no other word to the action."""
    return not stretch.children(action) and any(above.lemma in HARMING for above in stretch.ancestors(action))
