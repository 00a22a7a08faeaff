"""A claim's words marked in its article, with a little of the text around, for a terminal.

Enter an article and a claim; leave lines. The marks are plain characters, so that they are there in a pipe too, with
colour where colour is wanted.
"""

from collections.abc import Iterator

from counterclaim.cli.terminal import paint, wrap
from counterclaim.model import Article, Claim, Span, Spans

AROUND = 240
JOINED_WITHIN = 2 * AROUND


def excerpt(article: Article, claim: Claim, columns: int) -> Iterator[str]:
    """The stretches of text that hold the claim's spans, with marks."""
    text = article.part(claim.part)
    marks = _marks(claim)
    for start, end in _windows([span for spans in marks.values() for span in spans], len(text)):
        pieces, at = "", start
        for place, _, sign in sorted(_signs(marks, start, end)):
            pieces, at = f"{pieces}{text[at:place]}{sign}", place
        pieces += text[at:end]
        before, after = "… " if start else "", " …" if end < len(text) else ""
        for paragraph in f"{before}{pieces}{after}".splitlines():
            if paragraph.strip():
                yield _lit(wrap(paragraph, indent="  | ", columns=columns))


_SIGNS = {"content": ("[", "]"), "source": ("{", "}"), "cue": ("<", ">")}


def _marks(claim: Claim) -> dict[str, Spans]:
    return {"content": claim.content_spans, "source": claim.source_spans, "cue": claim.cue_spans}


def _windows(spans: list[Span], length: int) -> list[tuple[int, int]]:
    """Stretches around the spans; those that nearly meet are one."""
    found: list[tuple[int, int]] = []
    for span in sorted(spans):
        start, end = max(span.start - AROUND, 0), min(span.end + AROUND, length)
        if found and start - found[-1][1] < JOINED_WITHIN - AROUND:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _signs(marks: dict[str, Spans], start: int, end: int) -> Iterator[tuple[int, tuple[int, int], str]]:
    """Where each sign goes; at one place the inner mark closes first and the outer one opens first."""
    for kind, spans in marks.items():
        opening, closing = _SIGNS[kind]
        for span in spans:
            if start <= span.start and span.end <= end:
                yield span.start, (1, -span.end), opening
                yield span.end, (0, -span.start), closing


def _lit(lines: str) -> str:
    return lines.replace("[", paint("[", "yellow", bold=True)).replace("]", paint("]", "yellow", bold=True))
