"""Claims that say what another claim says: "denied X's claim", "a view shared by Y", "which it is already doing".

Enters a view whose own words hold no frame; leave the earlier claim's propositions as this claimant takes them.
"""

from collections.abc import Callable

from counterclaim.frames.force import force
from counterclaim.frames.offices import tied_to, told_spokesman_of
from counterclaim.frames.stretch import Stretch
from counterclaim.frames.view import View
from counterclaim.frames.wordlists import words_of
from counterclaim.model import Argument, Claim, EntityKind, Modality, Proposition, Ref, Spans, Stance, Token

VIEWS = words_of("carried.views")
DENYING = words_of("assemble.denying")
SHARING = words_of("carried.sharing")
DOING = frozenset({"do", "happen"})
RELATIVES = frozenset({"which", "this", "that", "it", "so"})
BLAMES = frozenset({"charge", "accusation", "allegation", "slander", "smear", "insinuation"})
FIGURES = frozenset({"figure", "toll", "number", "count", "estimate"})
POINTERS = frozenset({"this", "that", "which", "it", "these", "them", "so"})
MOST_WORDS = 12
MOST_BACK = 6  # claims


def carried(view: View, answered: Ref | None) -> tuple[Proposition, ...]:
    """The propositions of the claim that this one answers, shares or carries on; none where it does not point back."""
    denied = view.stance is Stance.DENIES
    if _points_to_claim(view) and (answered is not None or denied or view.stance is Stance.CONFIRMS):
        speaker = answered or _other_speaker(view)
        said = tuple(claim for claim in view.earlier if _same(claim.claimant, speaker))
        blamed = any(token.lemma in BLAMES for stretch in view.stretches for token in stretch.tokens)
        run = _last_run(view, said)[-1 if blamed else 0 :]  # "rejected the charge": what was said last
        run = (_charge(view) or _deed(view, run)) if blamed and denied else run
        run = run[-1:] if denied and _is_one(view) else run  # "denied that": what was said last
        lent = tuple(p for claim in run for p in _taken(view, claim, denied=denied))
        if _names_another(view, speaker):
            return ()
        if blamed:  # "rejected the charge"
            lent = tuple(p for p in lent if p.get("quantity") is None and _may_blame(view, p))
        if denied and not _are_many(view):  # of "took X, where fighting goes on" the taking
            lent = tuple(p for p in lent if p.frame == lent[0].frame or p.get("status") == "ended")
        if any(token.lemma in FIGURES for stretch in view.stretches for token in stretch.tokens):
            lent = tuple(p for p in lent if p.get("quantity") is not None)  # "rejected those figures"
        if lent:
            return lent
    if not view.stretches or not view.earlier:
        return ()
    stretch = view.stretches[0]
    if len(view.stretches) == 1 and len(stretch.tokens) <= MOST_WORDS:
        status = _doing(stretch)
        if status is not None:
            return _carried_on(view, _last(view, lambda claim: claim.part is view.part), status)
        source = _whose_view(view, stretch)
        return _taken(view, source, denied=denied) if source is not None else ()
    return ()


def _charge(view: View) -> tuple[Claim, ...]:
    """The last claim that lays a deed to whoever rejects the charge."""
    own = (view.claimant, told_spokesman_of(view, view.claimant), tied_to(view, view.claimant))
    names = {ref.name.casefold() for ref in own if ref is not None} | {(view.claimant_side or "").casefold()} - {""}
    for claim in reversed(view.earlier[-MOST_BACK:]):
        laid = (p.ref("actor") for p in claim.propositions if not p.negated and p.frame != "statement")
        if any(ref is not None and ref.name.casefold() in names for ref in laid) and not _own(view, claim.claimant):
            return (claim,)
    return ()


def _deed(view: View, run: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """A count of the dead accuses nobody: then the last claim that lays a deed to somebody, if one is near."""
    if not all(p.get("quantity") is not None for claim in run for p in claim.propositions):
        return run
    for claim in reversed(view.earlier[-MOST_BACK:]):
        if _lays(claim) and claim.stance is not Stance.DENIES and not _own(view, claim.claimant):
            return (claim,)
    return run


def _lays(claim: Claim) -> bool:
    typed = (p for p in claim.propositions if p.frame != "statement" and not p.negated)
    return any(p.ref("actor") is not None for p in typed)


def _own(view: View, speaker: Ref | None) -> bool:
    """Is it the claimant, or the body that the claimant speaks for?"""
    return _same(speaker, view.claimant) or _same(speaker, told_spokesman_of(view, view.claimant))


def shared_with(view: View) -> Ref | None:
    """Whose view the claimant shares: "…, a view shared by Y" names only Y."""
    if len(view.stretches) != 1 or len(view.stretches[0].tokens) > MOST_WORDS:
        return None
    source = _whose_view(view, view.stretches[0])
    return source.claimant if source is not None else None


def _are_many(view: View) -> bool:
    """ "Denied the reports", "those claims": whatever was said."""
    return any(token.lemma in VIEWS and token.tag == "NNS" for stretch in view.stretches for token in stretch.tokens)


def _is_one(view: View) -> bool:
    """ "Denied it", "denied that": one thing."""
    words = [token.text.lower() for stretch in view.stretches for token in stretch.tokens if token.pos != "PUNCT"]
    return len(words) == 1 and words[0] in POINTERS - {"these", "them"}


def _may_blame(view: View, told: Proposition) -> bool:
    """Can it be what the claimant is charged with: a deed of theirs, or of nobody that is named?"""
    refs = [ref for role in ("actor", "holder") if (ref := told.ref(role)) is not None]
    person = view.claimant is not None and view.claimant.kind is EntityKind.PERSON and view.claimant_side is None
    if refs and person:  # a lawyer, or a manager of the firm that is blamed
        return True
    if not refs:
        return told.get("kind") is not None or told.get("event") is not None
    side = view.claimant_side
    return any(_same(ref, view.claimant) or (side is not None and view.scene.side(ref) == side) for ref in refs)


def _whose_view(view: View, stretch: Stretch) -> Claim | None:
    if not _shares(view, stretch):
        return None
    return _last(view, lambda claim: claim.claimant != view.claimant)


def _other_speaker(view: View) -> Ref | None:
    """Who spoke last before the claimant: "disputed the account" answers them."""
    last = _last(view, lambda claim: claim.claimant is not None and not _own(view, claim.claimant))
    return last.claimant if last is not None else None


def _names_another(view: View, speaker: Ref | None) -> bool:
    """Do the words lay the claim to somebody who did not speak before ("the slander of the ministry")?"""
    kinds = (EntityKind.PERSON, EntityKind.ORGANIZATION)
    named = [
        m
        for s in view.stretches
        for t in s.tokens
        if (m := view.scene.mention(s.sentence, t, *kinds)) is not None and not _in_source(view, t)
    ]
    spoken = speaker is not None and any(
        mention.entity == speaker.entity or mention.surface.split()[-1] in speaker.name for mention in named
    )
    return (bool(named) and not spoken) or _of_another(view, speaker)


def _of_another(view: View, speaker: Ref | None) -> bool:
    """ "The railway's account", "Vessia's version", of which the army that spoke last is not the author."""
    owners = [
        owner
        for stretch in view.stretches
        for token in stretch.tokens
        if token.lemma in VIEWS
        for owner in stretch.children(token, "poss")
        if owner.pos in ("NOUN", "PROPN")
    ]
    known = f"{speaker.name} {speaker.surface} {_side_of(view, speaker)}".casefold() if speaker is not None else ""
    return bool(owners) and not any(_called(view, owner) in known for owner in owners)


def _side_of(view: View, speaker: Ref) -> str:
    entity = view.scene.entities.get(speaker.entity or "")
    return (entity.side if entity is not None else None) or ""


def _called(view: View, owner: Token) -> str:
    """The owner's noun, or the state that the name of a capital stands for."""
    return ((view.scene.nation(owner) if owner.pos == "PROPN" else None) or owner.lemma).casefold()


def _last_run(view: View, said: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The speaker's last claims that follow on one another without another voice between, typed ones only."""
    positions = [view.earlier.index(claim) for claim in said]
    run: list[Claim] = []
    for claim, position in zip(reversed(said), reversed(positions), strict=True):
        if run and position != view.earlier.index(run[0]) - 1:
            break
        run.insert(0, claim)
    return tuple(claim for claim in run if any(p.frame != "statement" for p in claim.propositions)) or said[-1:]


def _last(view: View, wanted: Callable[[Claim], bool]) -> Claim | None:
    return next((claim for claim in reversed(view.earlier) if wanted(claim)), None)


def _same(one: Ref | None, other: Ref | None) -> bool:
    if one is None or other is None:
        return False
    return (one.entity is not None and one.entity == other.entity) or one.name == other.name


def _points_to_claim(view: View) -> bool:
    """Are the words no more than a name for the claim ("Marek's claim", "the report")?"""
    tokens = [token for stretch in view.stretches for token in stretch.tokens if token.pos != "PUNCT"]
    tokens = [token for token in tokens if not _in_source(view, token)]  # "a claim that the high command rejected"
    pronoun = len(tokens) == 1 and tokens[0].text.lower() in POINTERS and view.stance is Stance.DENIES  # "denied this"
    # "Any suggestion that the shell was ours" says itself what is denied.
    said = any(
        token.dep in ("acl", "ccomp")
        and token.pos in ("VERB", "AUX")
        and stretch.head(token).lemma in VIEWS
        and token.lemma not in DENYING  # "a claim that the army dismissed"
        for stretch in view.stretches
        for token in stretch.tokens
    )
    return pronoun or (
        any(token.lemma in VIEWS for token in tokens)
        and len(tokens) <= MOST_WORDS
        and not (said or _tells_of_what(tokens))
    )


def _in_source(view: View, token: Token) -> bool:
    return any(span.covers(token.span) for span in view.source)


def _tells_of_what(tokens: list[Token]) -> bool:
    """ "Statements by the Movement *about destroyed helicopters*": a matter of its own, whatever was said before."""
    views = (n for n, token in enumerate(tokens) if token.lemma in VIEWS)
    behind = tokens[next(views, len(tokens)) + 1 :]
    at = next((n for n, token in enumerate(behind) if token.text.lower() in ("about", "concerning", "regarding")), None)
    return at is not None and any(token.pos in ("NOUN", "PROPN") for token in behind[at + 1 :])


def _shares(view: View, stretch: Stretch) -> bool:
    named = any(token.lemma in VIEWS for token in stretch.tokens)
    # "pushed back" backs nobody
    sharing = [token for token in stretch.tokens if token.lemma in SHARING and token.pos == "VERB"]
    if any(force(stretch, verb).negated for verb in sharing):
        return False  # "the facts did not support that version"
    return named and (bool(sharing) or not view.cue_lemmas.isdisjoint(SHARING))


def _doing(stretch: Stretch) -> str | None:
    """ "Which it is already doing" → ongoing, "which they did" → done; None for anything else."""
    for token in stretch.tokens:
        below = {child.text.lower() for child in stretch.children(token)}
        others = [noun for noun in stretch.children(token, "nsubj") if noun.pos in ("NOUN", "PROPN")]
        if others:
            continue  # "men in masks did it": not those of whom it was told
        if token.lemma in DOING and token.pos in ("VERB", "AUX") and below & RELATIVES and stretch.head(token) is token:
            light = force(stretch, token)
            return light.phase.value if light.actual and not light.negated else None
    return None


def _taken(view: View, source: Claim, *, denied: bool) -> tuple[Proposition, ...]:
    """The propositions of an earlier claim; what it only presupposes beside what it says is not denied with it."""
    said = [one for one in source.propositions if one.modality is not Modality.PRESUPPOSED] if denied else []
    return tuple(
        Proposition(
            proposition.frame,
            proposition.arguments,
            proposition.negated ^ (denied and proposition.frame != "statement"),
            proposition.modality,
            proposition.when,
            _evidence(view),
        )
        for proposition in said or source.propositions
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
