"""Finds what stands between quote marks, paragraph by paragraph.

Enters a stretch of text that starts at a given offset; leaves `Quote`s in reading order, outermost only. A mark
that opens nothing, or that closes nothing, is left out, with one exception: a quotation that runs on into the next
paragraph is kept open to the end.

Marks: curly, straight, low and angled ones, doubled single ones, and the grave and acute accents that some pages
use for them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.model import Span

CLOSERS = {
    "“": "”“\"", "”": "”\"", "„": "“”\"", "‟": "”\"", "«": "»", "»": "«", "\"": "\"”“", "″": "″\"", "``": "''",
    "''": "''", "‘": "’'", "'": "'’", "‚": "‘’", "‹": "›", "`": "'´`", "´": "´", "’": "’",
}  # fmt: skip
SINGLE = frozenset("‘'‚‹`´’")
MARK = re.compile(r"``|''|[“”„‟«»\"″‘'‚‹`´’]")


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: `outer` with its marks, `inner` without. `closed` is false where it runs on past the paragraph."""

    outer: Span
    inner: Span
    closed: bool = True
    single: bool = False


def find_quotes(text: str, offset: int = 0, *, runs_on: bool = False, opened: str = "") -> tuple[Quote, ...]:
    """The outermost quotations of one paragraph; `offset` is added to every span.

    A single mark that nothing closes is an apostrophe, unless the next paragraph opens with the same mark (`runs_on`).
    `opened` is a mark that the paragraph before left open: what closes it here, with nothing opened before, ends a
    quotation that began there.
    """
    found: list[Quote] = []
    at = 0
    ended = _end_of_opened(text, opened)
    if ended:
        first, last = _stripped(text, 0, ended.start())
        if first < last:
            found.append(Quote(Span(offset, ended.end() + offset), Span(first + offset, last + offset)))
        at = ended.end()
    while opening := _next_opening(text, at):
        mark, start = opening.group(), opening.start()
        closing = _closing(text, mark, opening.end())
        if closing:
            outer, inner, closed = (start, closing.end()), (opening.end(), closing.start()), True
        elif mark in SINGLE and not runs_on:
            at = opening.end()
            continue
        else:
            end = _open_end(text, opening.end())
            outer, inner, closed = (start, end), (opening.end(), end), False
        inner = _stripped(text, *inner)
        if inner[0] < inner[1]:
            outer_span = Span(outer[0] + offset, outer[1] + offset)
            found.append(Quote(outer_span, Span(inner[0] + offset, inner[1] + offset), closed, mark in SINGLE))
        at = max(outer[1], opening.end())
    return tuple(found)


def _end_of_opened(text: str, opened: str) -> re.Match[str] | None:
    if not opened or opened in SINGLE or text[:1] == opened:
        return None
    first = _next_opening(text, 0)
    closing = next(_candidates(text, opened, 1), None)
    known = closing is not None and (first is None or closing.start() < first.start())
    return closing if known else None


def _next_opening(text: str, at: int) -> re.Match[str] | None:
    """The next mark that stands where a quotation can open."""
    return next((mark for mark in MARK.finditer(text, at) if _opens(text, mark)), None)


def _opens(text: str, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    if mark.group() in "“„‟«" or mark.group() == "``":
        return not after.isspace() or mark.group() in "«“" or after == "\u00a0"
    if mark.group() in SINGLE:
        return (before.isspace() or before in '([—–-“"/:') and (after.isalnum() or after in '[(“"…$#@')
    return (before.isspace() or before in "([—–-/:,.…*") and not after.isspace() and after not in ".,;:!?)"


def _closing(text: str, opened: str, at: int) -> re.Match[str] | None:
    """The mark that closes what `opened`; of single ones the first that cannot be an apostrophe, else the first."""
    doubtful = None
    for mark in _candidates(text, opened, at):
        after = text[mark.end()] if mark.end() < len(text) else " "
        before = text[mark.start() - 1]
        if opened not in SINGLE:
            if before.isspace() and not after.isspace() and after.isalnum() and _reopens(text, mark):
                return None
            return mark
        if after.isalnum():
            continue
        if before in "sz" and after.isspace():
            doubtful = doubtful or mark
            continue
        return mark
    return doubtful


def _candidates(text: str, opened: str, at: int) -> Iterator[re.Match[str]]:
    for mark in MARK.finditer(text, at):
        sign = mark.group()
        if sign == CLOSERS[opened] or (len(sign) == 1 and sign in CLOSERS[opened] and len(opened) == 1):
            yield mark


def _reopens(text: str, mark: re.Match[str]) -> bool:
    """Does a symmetric mark after a blank open a new quotation, the one before having lost its end?

    A glued `,”he said` has a blank before the mark as well, but a comma before the blank.
    """
    before = text[: mark.start()].rstrip()
    return mark.group() in '"“' and before[-1:] not in (",", ".", "?", "!")


def _open_end(text: str, at: int) -> int:
    """Where a quotation that is never closed ends: at the next opening mark, else with the paragraph."""
    again = next((mark for mark in MARK.finditer(text, at) if mark.group() not in SINGLE), None)
    return len(text[: again.start()].rstrip()) if again else len(text.rstrip())


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
