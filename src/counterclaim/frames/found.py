"""One proposition as it was found: what every frame of the pack builds.

Enter a view, a stretch, the predicate and its arguments; leaves a `Proposition` with time, modality and evidence.
"""

from counterclaim.frames.force import Force, belied
from counterclaim.frames.stretch import Stretch, span_of
from counterclaim.frames.view import View
from counterclaim.model import Argument, Modality, Proposition, Span, Spans, Token, Value


def found(
    view: View, stretch: Stretch, anchor: Token, frame: str, light: Force | None = None, /, **roles: Value
) -> Proposition:
    """A proposition anchored in a predicate; roles without a value are left open."""
    arguments = tuple(Argument(role, value) for role, value in roles.items() if value is not None and value != "")
    return Proposition(
        frame=frame,
        arguments=arguments,
        negated=(light.negated if light else False) is not belied(stretch, anchor),
        modality=light.modality if light else Modality.PRESUPPOSED,
        when=when(view, stretch, anchor),
        evidence=evidence(view, stretch, anchor),
    )


def evidence(view: View, stretch: Stretch, anchor: Token) -> Spans:
    """The words under a predicate without a cue that interrupts them: evidence is what the claimant said."""
    words = span_of(stretch.subtree(anchor))
    return tuple(
        Span(max(words.start, span.start), min(words.end, span.end)) for span in view.content if words.overlaps(span)
    )


def when(view: View, stretch: Stretch, anchor: Token) -> str | None:
    """The time that a predicate speaks of: named under it, or beside a verb that governs it."""
    sentence = stretch.sentence
    clauses = {stretch.clause(anchor).i, anchor.i, *(above.i for above in stretch.ancestors(anchor))}
    best: tuple[int, str] | None = None
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
                best = (distance, time.edtf)
    return best[1] if best else None


def _hangs_on(stretch: Stretch, token: Token, anchor: Token) -> bool:
    """Is the token under the anchor, with no other clause between?"""
    for above in stretch.ancestors(token):
        if above.i == anchor.i:
            return True
        if above.pos in ("VERB", "AUX"):
            return False
    return False
