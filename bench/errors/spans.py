"""PolNeAR: was each attribution found, with its source, its cue and the whole of its content?

Enter one article's marked and exported attributions, spans trimmed; leaves a verdict on each marked attribution, the
exported ones that nothing marked stands behind, and what the confidences were worth.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bench.errors.calibration import Judged
from bench.errors.records import Cue, Read, Spans, Told
from bench.errors.scoring import Rules


class Found(StrEnum):
    """What became of a marked attribution."""

    EXACT = "right to the character"
    RIGHT = "right, spans a little other"
    SOURCE_LACKING = "content right, source not found"
    SOURCE_TOO_MUCH = "content right, source where none is marked"
    SOURCE_CUT = "content right, source cut otherwise"
    SOURCE_WRONG = "content right, source another"
    LONG = "source right, content too long"
    SHORT = "source right, content too short"
    ELSEWHERE = "source right, content elsewhere"
    BOTH_LONG = "source wrong, content too long"
    BOTH_SHORT = "source wrong, content too short"
    BOTH_ELSEWHERE = "source wrong, content elsewhere"
    INSIDE = "cue missed, words in another's content"
    MISSED = "cue missed, words unread"


MISSED = (Found.INSIDE, Found.MISSED)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A marked attribution and what became of it."""

    found: Found
    marked: Told

    @property
    def word(self) -> Cue:
        """Its cue's word."""
        return self.marked.word


@dataclass(frozen=True, slots=True)
class Extra:
    """An exported attribution that no marked one stands behind. `piece`: its content overlaps a marked one."""

    claim: Read
    piece: bool


@dataclass(frozen=True, slots=True)
class Relations:
    """All that one article, or several, gave."""

    verdicts: tuple[Verdict, ...] = ()
    extras: tuple[Extra, ...] = ()
    judged: tuple[Judged, ...] = ()

    def __add__(self, other: "Relations") -> "Relations":
        return Relations(self.verdicts + other.verdicts, self.extras + other.extras, self.judged + other.judged)


def compared(marked: Sequence[Told], lines: Sequence[Read], rules: Rules) -> Relations:
    """One article. Lines without cue and source are the outlet's own and do not count."""
    counted = [line for line in lines if line.cue or line.source]
    right = rules.pair(marked, counted, rules.relation)
    found = {i: _exactly(marked[i], counted[j]) for i, j in right}
    used = {j for _, j in right}

    def same_cue(one: Told, line: Read) -> float:
        return rules.overlap_f1(one.cue, line.cue)

    for score, judge in ((rules.content, _source), (same_cue, _content)):
        left = [i for i in range(len(marked)) if i not in found]
        free = [j for j in range(len(counted)) if j not in used]
        for a, b in rules.pair([marked[i] for i in left], [counted[j] for j in free], score):
            found[left[a]] = judge(marked[left[a]], counted[free[b]], rules)
            used.add(free[b])
    for i, one in enumerate(marked):
        inside = any(2 * shared(one.content, line.content) > size(one.content) for line in counted)
        found.setdefault(i, Found.INSIDE if inside else Found.MISSED)
    hits = {j for _, j in right}
    return Relations(
        tuple(Verdict(found[i], one) for i, one in enumerate(marked)),
        tuple(
            Extra(line, any(shared(one.content, line.content) for one in marked))
            for j, line in enumerate(counted)
            if j not in used
        ),
        tuple(Judged(line.confidence, j in hits) for j, line in enumerate(counted)),
    )


def _exactly(one: Told, line: Read) -> Found:
    same = (one.source, one.cue, one.content) == (line.source, line.cue, line.content)
    return Found.EXACT if same else Found.RIGHT


def _source(one: Told, line: Read, _rules: Rules) -> Found:
    """The content is right; what is wrong with the source?"""
    if not line.source:
        return Found.SOURCE_LACKING
    if not one.source:
        return Found.SOURCE_TOO_MUCH
    return Found.SOURCE_CUT if shared(one.source, line.source) else Found.SOURCE_WRONG


def _content(one: Told, line: Read, rules: Rules) -> Found:
    """The cue is right; what is wrong with the content?"""
    sourced = rules.source(one, line)
    if not shared(one.content, line.content):
        return Found.ELSEWHERE if sourced else Found.BOTH_ELSEWHERE
    if size(line.content) > size(one.content):
        return Found.LONG if sourced else Found.BOTH_LONG
    return Found.SHORT if sourced else Found.BOTH_SHORT


def size(spans: Spans) -> int:
    """How many characters they cover."""
    return sum(end - start for start, end in spans)


def shared(a: Spans, b: Spans) -> int:
    """How many characters both cover."""
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
