"""When something was said, where the cue's sentence dates the saying.

Enter a scene, an attribution and the claims before it; leaves EDTF or None. Times inside the content are not taken:
they are what is spoken of, and in quoted words they count from the saying.
"""

import re

from counterclaim.frames.scene import Scene
from counterclaim.model import Attribution, Claim, Quotation, Span, TimeMention
from counterclaim.times import times_said

ONE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
OPENS, CLOSES = "“„«", "”»"
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


def spoken_times(scene: Scene, attribution: Attribution, day: str | None) -> tuple[TimeMention, ...]:
    """The times in words that are quoted, counted from the day of saying: "We left last night", she said on Saturday.

    What the outlet tells in its own words counts from its own day, whenever it was said.
    """
    found = ONE_DAY.match(day or "")
    if attribution.quotation not in (Quotation.DIRECT, Quotation.MIXED) or found is None:
        return ()
    times = times_said(scene.parsed, attribution.part, attribution.content, found[0])
    if attribution.quotation is Quotation.DIRECT:
        return times
    text = scene.parsed.article.part(attribution.part)
    return tuple(time for time in times if _is_quoted(text, time.span, attribution))


def _is_quoted(text: str, span: Span, attribution: Attribution) -> bool:
    """Does an opening quote mark stand between the content's begin and the words, and no closing one behind it?"""
    start = next(s.start for s in attribution.content if s.covers(span))
    before = text[max(0, start - 1) : span.start]
    straight = before.count('"') % 2 == 1
    return straight or max(map(before.rfind, OPENS)) > max(map(before.rfind, CLOSES))


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
