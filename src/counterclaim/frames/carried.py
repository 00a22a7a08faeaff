"""Claims that say what another claim says: "denied X's claim", "a view shared by Y", "which it is already doing".

Enters a view whose own words hold no frame; leave the earlier claim's propositions as this claimant takes them.
"""

from counterclaim.frames.force import force
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.model import Argument, Claim, Proposition, Ref, Spans, Stance

VIEWS = frozenset(
    "view opinion assessment position belief claim assertion conclusion sentiment statement account version concern "
    "accusation allegation charge warning forecast prediction estimate figure report denial suggestion remark".split()
)
SHARING = frozenset("share echo repeat back support endorse second confirm corroborate reiterate mirror".split())
DOING = frozenset({"do", "happen"})
RELATIVES = frozenset({"which", "this", "that", "it", "so"})
MOST_WORDS = 12


def carried(view: View, answered: Ref | None) -> tuple[Proposition, ...]:
    """The propositions of the claim that this one answers, shares or carries on; none where it does not point back."""
    if answered is not None:
        source = _last(view, lambda claim: claim.claimant is not None and _same(claim.claimant, answered))
        if source is not None and _points_to_claim(view):
            return _taken(view, source, denied=view.stance is Stance.DENIES)
    if not view.stretches or not view.earlier:
        return ()
    stretch = view.stretches[0]
    if len(view.stretches) == 1 and len(stretch.tokens) <= MOST_WORDS:
        status = _doing(stretch)
        if status is not None:
            return _carried_on(view, _last(view, lambda claim: claim.part is view.part), status)
        if _shares(view, stretch):
            source = _last(view, lambda claim: claim.claimant != view.claimant)
            return _taken(view, source, denied=view.stance is Stance.DENIES) if source is not None else ()
    return ()


def _last(view: View, wanted: object) -> Claim | None:
    return next((claim for claim in reversed(view.earlier) if wanted(claim)), None)  # type: ignore[operator]


def _same(one: Ref, other: Ref) -> bool:
    return (one.entity is not None and one.entity == other.entity) or one.name == other.name


def _points_to_claim(view: View) -> bool:
    """Are the words no more than a name for the claim ("Marek's claim", "the report")?"""
    tokens = [token for stretch in view.stretches for token in stretch.tokens]
    return any(token.lemma in VIEWS for token in tokens) and len(tokens) <= MOST_WORDS


def _shares(view: View, stretch: Stretch) -> bool:
    named = any(token.lemma in VIEWS for token in stretch.tokens)
    shared = any(token.lemma in SHARING for token in stretch.tokens) or not view.cue_lemmas.isdisjoint(SHARING)
    return named and shared


def _doing(stretch: Stretch) -> str | None:
    """ "Which it is already doing" → ongoing, "which they did" → done; None for anything else."""
    for token in stretch.tokens:
        below = {child.text.lower() for child in stretch.children(token)}
        if token.lemma in DOING and token.pos in ("VERB", "AUX") and below & RELATIVES and stretch.head(token) is token:
            light = force(stretch, token)
            return light.phase.value if light.actual and not light.negated else None
    return None


def _taken(view: View, source: Claim, *, denied: bool) -> tuple[Proposition, ...]:
    return tuple(
        Proposition(
            proposition.frame,
            proposition.arguments,
            proposition.negated ^ (denied and proposition.frame != "statement"),
            proposition.modality,
            proposition.when,
            _evidence(view),
        )
        for proposition in source.propositions
    )


def _carried_on(view: View, source: Claim | None, status: str) -> tuple[Proposition, ...]:
    """The earlier claim's movement, now done or going on."""
    return tuple(
        Proposition(
            proposition.frame,
            (*(a for a in proposition.arguments if a.role != "status"), Argument("status", status)),
            evidence=_evidence(view),
        )
        for proposition in (source.propositions if source is not None else ())
        if proposition.get("status") is not None
    )


def _evidence(view: View) -> Spans:
    return view.content
