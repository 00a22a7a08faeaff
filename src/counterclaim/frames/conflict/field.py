"""Which words speak of an armed conflict: the pack's signals, by which a toll of war is told from one of a disaster."""

from collections.abc import Iterator

from counterclaim.frames.conflict.lexicon import lemmas
from counterclaim.frames.rivals import Signal
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.who import FORCES
from counterclaim.model import Token

UNSURE = lemmas("field.unsure") - lemmas("field.sure")
HARMING = lemmas("losses.killed.verbs") | lemmas("losses.wounded.verbs") | lemmas("losses.captured.verbs")
HARMED = ("nsubj", "nsubjpass", "dobj")


def signals(stretch: Stretch) -> Iterator[Signal]:
    """See `counterclaim.frames.rivals.Fielded`."""
    for token in stretch.tokens:
        if token.lemma in lemmas("field.sure"):
            if not any(
                child.lemma in lemmas("field.harmless") for child in stretch.children(token, "compound", "amod")
            ):
                yield Signal(token)
        elif token.lemma == "action" and stretch.head(token).text.lower() == "in" and _killed(stretch, token):
            yield Signal(token)
        elif token.lemma in UNSURE:
            yield Signal(token, sure=_is_victim(stretch, token) or _is_armed(stretch, token))


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
