"""When something was said, where the cue's sentence dates the saying.

Enter a scene, an attribution and the claims before it; leaves EDTF or None. Times inside the content are not taken:
they are what is spoken of.
"""

import re

from counterclaim.frames.scene import Scene
from counterclaim.model import Attribution, Claim, Span, TimeMention

SAME_DAY = re.compile(r"\b(?:that|the same) (?:day|evening|morning|night|afternoon)\b", re.IGNORECASE)
NEAR = 60


def said(scene: Scene, attribution: Attribution, earlier: tuple[Claim, ...]) -> str | None:
    """The time of saying: a time beside the cue; for "that day" the day that the article named last."""
    anchor = attribution.cue[0] if attribution.cue else attribution.source[0] if attribution.source else None
    sentence = scene.parsed.sentence_at(attribution.part, anchor.start) if anchor is not None else None
    if anchor is None or sentence is None:
        return None
    times = [t for t in scene.times_in(attribution.part, sentence.span) if _free(t.span, attribution)]
    near = [t for t in times if _reaches(scene, attribution, anchor, t.span)]
    if near:
        return min(near, key=lambda t: abs(t.span.start - anchor.end)).edtf
    text = scene.parsed.article.part(attribution.part)
    for found in SAME_DAY.finditer(text, sentence.span.start, sentence.span.end):
        span = Span(*found.span())
        if _free(span, attribution) and _reaches(scene, attribution, anchor, span):
            return _last_day(scene, earlier, attribution, anchor)
    return None


def _free(span: Span, attribution: Attribution) -> bool:
    taken = (*attribution.content, *attribution.source)
    return not any(span.overlaps(other) for other in taken)


def _reaches(scene: Scene, attribution: Attribution, anchor: Span, span: Span) -> bool:
    """Does the time belong to the cue: near it, with no clause mark between, and governed by its verb?"""
    sentence = scene.parsed.sentence_at(attribution.part, anchor.start)
    if sentence is None or min(abs(span.start - anchor.end), abs(anchor.start - span.end)) > NEAR:
        return False
    inside = [token for token in sentence.tokens if token.span.overlaps(span)]
    cue = {token.i for token in sentence.tokens if token.span.overlaps(anchor)}
    if not inside:
        return False
    top = next((token for token in inside if sentence.head(token) not in inside), inside[0])
    for above in sentence.ancestors(top):
        if above.i in cue:
            return True
        if above.pos in ("VERB", "AUX"):
            return False
    return False


def _last_day(scene: Scene, earlier: tuple[Claim, ...], attribution: Attribution, anchor: Span) -> str | None:
    """The day that was spoken of last before the cue."""
    dated = next((claim.said for claim in reversed(earlier) if claim.said is not None), None)
    if dated is not None:
        return dated
    before: list[TimeMention] = [t for t in scene.times if t.part is attribution.part and t.span.end <= anchor.start]
    days = [t.edtf for t in before if re.fullmatch(r"[\dX]{4}-[\dX]{2}-[\dX]{2}", t.edtf)]
    return days[-1] if days else None
