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
    return Proposition(
        frame=frame,
        arguments=arguments,
        negated=(light.negated if light else False) is not belied(stretch, anchor),
        modality=light.modality if light else Modality.PRESUPPOSED,
        when=_as_told(view, _time(view, stretch, anchor), counted=roles.get("quantity") is not None),
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


def _hangs_on(stretch: Stretch, token: Token, anchor: Token) -> bool:
    """Is the token under the anchor, with no other clause between?"""
    for above in stretch.ancestors(token):
        if above.i == anchor.i:
            return True
        if above.pos in ("VERB", "AUX"):
            return False
    return False
