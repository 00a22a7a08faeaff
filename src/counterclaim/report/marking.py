"""An article's text with its claims marked: stretches that the same claims cover, and notes beside the paragraphs.

Enter an article and its claims; leave `Paragraph`s. Every claim gets exactly one anchor, at the first character of
its words. Work grows with the length of the text and the number of spans, so a paragraph of ten megabytes is no
trouble; stretches without any claim that are longer than `LONGEST_BARE` are cut in the middle and say so.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.model import Article, Block, BlockKind, Claim, Part, Span
from counterclaim.report.index import Index
from counterclaim.report.lines import evidence
from counterclaim.report.page import Note, Paragraph, Segment
from counterclaim.report.words import stance_words

LONGEST_BARE = 6_000
KEPT_AT_ENDS = 1_500
_ROLES = ("source", "cue", "content")

NoteMaker = Callable[[Claim], Note]


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of one claim and what it is of it."""

    span: Span
    role: str
    claim: Claim


def marked(index: Index, article: Article, claims: Iterable[Claim], note: NoteMaker) -> tuple[Paragraph, ...]:
    """The article's blocks in reading order, its set-apart title first, with marks and notes."""
    held = tuple(claims)
    placed: set[str] = set()
    paragraphs = [
        paragraph for part in (Part.TITLE, Part.TEXT) for paragraph in _part(index, article, part, held, placed, note)
    ]
    astray = [claim for claim in held if claim.id not in placed]
    if astray:
        paragraphs.append(_astray(astray, note))
    return tuple(paragraphs)


def _part(
    index: Index, article: Article, part: Part, claims: tuple[Claim, ...], placed: set[str], note: NoteMaker
) -> Iterator[Paragraph]:
    text = article.part(part)
    marks = sorted(_marks(claims, part, len(text)), key=lambda mark: (mark.span, mark.role))
    starts = {claim.id: start for claim in claims if (start := _start(claim, part, len(text))) is not None}
    waiting = sorted((start, claim_id) for claim_id, start in starts.items())
    held = {claim.id: claim for claim in claims}
    first = 0
    for block in _stretches(article, part, text):
        while first < len(marks) and marks[first].span.end <= block.span.start:
            first += 1
        here = [mark for mark in _until(marks, first, block.span.end) if mark.span.overlaps(block.span)]
        begun = [(max(start, block.span.start), name) for start, name in waiting if start < block.span.end]
        waiting = waiting[len(begun) :]
        placed.update(name for _, name in begun)
        yield Paragraph(
            block.kind.value,
            tuple(_segments(index, text, block.span, here, [(start, evidence(held[name])) for start, name in begun])),
            tuple(note(held[name]) for _, name in begun),
            block.reason if block.kind is BlockKind.FURNITURE else "",
        )


def _until(marks: list[Mark], first: int, end: int) -> Iterator[Mark]:
    for mark in marks[first:]:
        if mark.span.start >= end:
            return
        yield mark


def _marks(claims: Iterable[Claim], part: Part, length: int) -> Iterator[Mark]:
    for claim in claims:
        if claim.part is part:
            for role, spans in zip(_ROLES, (claim.source_spans, claim.cue_spans, claim.content_spans), strict=True):
                yield from (Mark(span, role, claim) for span in spans if span.end <= length)


def _start(claim: Claim, part: Part, length: int) -> int | None:
    spans = claim.content_spans or claim.cue_spans or claim.source_spans
    inside = [span.start for span in spans if span.end <= length] if claim.part is part else []
    return min(inside) if inside else None


def _stretches(article: Article, part: Part, text: str) -> Iterator[Block]:
    """The part's blocks, and what stands between them, so that no character is lost."""
    if part is Part.TITLE:
        if text:
            yield Block(Span(0, len(text)), BlockKind.HEADLINE)
        return
    at = 0
    for block in sorted(article.blocks, key=lambda block: block.span):
        if text[at : block.span.start].strip():
            yield Block(Span(at, block.span.start), BlockKind.PARAGRAPH)
        yield block
        at = max(at, block.span.end)
    if text[at:].strip():
        yield Block(Span(at, len(text)), BlockKind.PARAGRAPH)


def _segments(
    index: Index, text: str, span: Span, marks: list[Mark], begun: list[tuple[int, str]]
) -> Iterator[Segment]:
    """Cut a block wherever a mark begins or ends; a sweep, so that each mark is opened and closed once."""
    cuts = {span.start, span.end, *(at for at, _ in begun)}
    cuts.update(at for mark in marks for at in (mark.span.start, mark.span.end) if span.start < at < span.end)
    edges = sorted(cuts)
    anchors: dict[int, list[str]] = {}
    for at, name in begun:
        anchors.setdefault(at, []).append(name)
    opened: list[Mark] = []
    upcoming = 0
    for start, end in pairwise(edges):
        while upcoming < len(marks) and marks[upcoming].span.start <= start:
            opened.append(marks[upcoming])
            upcoming += 1
        opened = [mark for mark in opened if mark.span.end > start]
        yield from _segment(index, text[start:end], opened, tuple(anchors.get(start, ())))


def _segment(index: Index, text: str, opened: list[Mark], anchors: tuple[str, ...]) -> Iterator[Segment]:
    inner = min(opened, key=lambda mark: (len(mark.span), mark.span), default=None)
    if inner is not None:
        who = "; ".join(
            dict.fromkeys(f"{index.party(mark.claim).name} {stance_words(mark.claim.stance)}" for mark in opened)
        )
        of = tuple(dict.fromkeys(evidence(mark.claim) for mark in opened))
        yield Segment(text, anchors, inner.role, index.party(inner.claim).tone, who, of)
    elif len(text) > LONGEST_BARE:
        yield Segment(text[:KEPT_AT_ENDS], anchors, "", "", "", ())
        yield Segment(
            f"{len(text) - 2 * KEPT_AT_ENDS:,} characters without a claim are left out here", (), "left", "", "", ()
        )
        yield Segment(text[-KEPT_AT_ENDS:], (), "", "", "", ())
    else:
        yield Segment(text, anchors, "", "", "", ())


def _astray(claims: list[Claim], note: NoteMaker) -> Paragraph:
    """Claims whose spans lie outside the text: the ledger is unsound there, and the report says so."""
    anchors = tuple(evidence(claim) for claim in claims)
    said = "The words of these claims are not where the ledger says. Run `counterclaim check`."
    return Paragraph(
        "caption", (Segment(said, anchors, "left", "", "", ()),), tuple(note(claim) for claim in claims), ""
    )
