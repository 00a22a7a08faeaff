"""One proposition as it was found: what every frame of the pack builds.

Enter a view, a stretch, the predicate and its arguments; leaves a `Proposition` with time, modality and evidence.
"""

from counterclaim.frames.belied import belied
from counterclaim.frames.force import Force
from counterclaim.frames.stretch import Stretch, span_of
from counterclaim.frames.view import View
from counterclaim.model import Argument, Modality, Proposition, Span, Spans, TimeMention, Token, Value

OPEN = "/.."
AS_OF = 6  # characters of "as of", with a blank


def found(
    view: View, stretch: Stretch, anchor: Token, frame: str, light: Force | None = None, /, **roles: Value
) -> Proposition:
    """A proposition anchored in a predicate; roles without a value are left open."""
    arguments = tuple(Argument(role, value) for role, value in roles.items() if value is not None and value != "")
    counted = roles.get("quantity") is not None
    time = _time(view, stretch, anchor) or (_shared(view, stretch, anchor) if counted else None)
    return Proposition(
        frame=frame,
        arguments=arguments,
        negated=(light.negated if light else False) is not belied(stretch, anchor),
        modality=light.modality if light else Modality.PRESUPPOSED,
        when=_as_told(view, time, counted=counted),
        evidence=evidence(view, stretch, anchor),
    )


def evidence(view: View, stretch: Stretch, anchor: Token) -> Spans:
    """The words under a predicate without a cue that interrupts them: evidence is what the claimant said."""
    words = span_of(stretch.subtree(anchor))
    return tuple(
        Span(max(words.start, span.start), min(words.end, span.end)) for span in view.content if words.overlaps(span)
    )


def _as_told(view: View, time: TimeMention | None, *, counted: bool) -> str | None:
    """ "As of Sunday" a town is held on that day and the dead are counted by then; only what is to come begins then."""
    if time is None or not time.edtf.endswith(OPEN):
        return time.edtf if time is not None else None
    around = view.scene.parsed.article.part(time.part)[max(0, time.span.start - AS_OF) : time.span.start + AS_OF]
    if "as of" not in around.lower():
        return time.edtf
    day = time.edtf.removesuffix(OPEN)
    return f"../{day}" if counted else day


def _time(view: View, stretch: Stretch, anchor: Token) -> TimeMention | None:
    """The time that a predicate speaks of: named under it, or beside a verb that governs it."""
    sentence = stretch.sentence
    clauses = {stretch.clause(anchor).i, anchor.i, *(above.i for above in stretch.ancestors(anchor))}
    best: tuple[int, TimeMention] | None = None
    for time in view.times_in(sentence.span):
        inside = [token for token in stretch.tokens if token.span.overlaps(time.span)]
        if not inside:
            continue
        top = next((token for token in inside if stretch.head(token) not in inside), inside[0])
        governor = stretch.clause(stretch.head(top))
        under = _hangs_on(stretch, top, anchor)
        if under or governor.i in clauses:
            distance = abs(top.i - anchor.i)
            if best is None or distance < best[0]:
                best = (distance, time)
    return best[1] if best else None


def _shared(view: View, stretch: Stretch, anchor: Token) -> TimeMention | None:
    """ "30 were killed and 70 wounded since May": the one time of two counts, which hangs on the second."""
    named = view.times_in(stretch.sentence.span)
    inside = [token for token in stretch.tokens if any(token.span.overlaps(time.span) for time in named)]
    if len(named) != 1 or not inside or inside[0].i < anchor.i:
        return None
    first = {anchor.i, stretch.clause(anchor).i}
    for above in stretch.ancestors(next((t for t in inside if stretch.head(t) not in inside), inside[0])):
        if above.i in first:
            return named[0]
        if any(subject.pos != "NUM" for subject in stretch.children(above, "nsubj", "nsubjpass")):
            return None  # another thing that happened then
    return None


def _hangs_on(stretch: Stretch, token: Token, anchor: Token) -> bool:
    """Is the token under the anchor, with no other clause between?"""
    for above in stretch.ancestors(token):
        if above.i == anchor.i:
            return True
        if above.pos in ("VERB", "AUX"):
            return False
    return False
