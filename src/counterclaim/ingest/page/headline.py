"""Finds the headline among the lines before the body, and cuts it free of breadcrumbs and site names.

Enters the lines that may be it and the words of the body; leaves where it stands and its words. A headline that
stands twice is known by that; else it is the line that shares most with the body; where none shares enough, the one
whose place it is: right above the line that says when or by whom, or above the body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.ingest.page.furniture import navigation_prefix
from counterclaim.ingest.page.lines import Line, words_of
from counterclaim.model import Span

_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_CRUMB = re.compile(r"\s*[›»>→▸⟩]\s*")
_KICKER = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}\s[|•·]\s(?=(?:\S+ ){3})")  # "TARNHOLM | Soldiers announce …"
_BETWEEN = re.compile(r"\s[|»›>/•·]\s")
_TITLE_SIGN = re.compile(r"\w: |[?!“”\"0-9]")
_SITE = re.compile(r"\s+(?:[|»]|::|[-–—])\s+(?=[^|»]{2,60}$)")
# What papers and stations are called; their names stand in their own reports ("told the Herald").
_PAPERS = frozenset([
    "news", "press", "times", "post", "herald", "daily", "today", "online", "radio", "agency", "journal", "gazette",
    "tribune", "standard", "guardian", "telegraph", "mail", "star", "review", "magazine", "weekly", "wire", "live",
    "media", "network", "channel", "observer", "independent", "chronicle", "world", "courier", "bulletin", "report",
    "monitor", "mirror", "express", "voice", "echo",
])  # fmt: skip
_MOST_AROUND = 9
_STEM = 5
_LEAST = 2.5
_MOST_CANDIDATES = 60
_MOST_LINES = 400
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """The index of its line, its span in the text, and its words for finding repeats."""

    line: int
    span: Span
    key: Key


def key_of(text: str) -> Key:
    """The words by which two copies of a headline are known."""
    return words_of(text, figures=True)


def find_headline(
    candidates: Sequence[Line],
    everywhere: Sequence[Line],
    body: frozenset[str],
    *,
    taken: frozenset[int] = frozenset(),
    above: int | None = None,
) -> Headline | None:
    """The first among the best candidates; None where none reads as a headline of this body.

    `taken` are indices of lines that are known to be something else; `above` is that of the line under which no
    headline stands: the date or byline nearest to the body, else the body's first.
    """
    body = frozenset(word[:_STEM] for word in body)
    candidates, everywhere = candidates[-_MOST_CANDIDATES:], everywhere[:_MOST_LINES]
    copied = [line for line in everywhere if line.index not in taken]
    scored = [(_score(line, copied, body), line) for line in candidates if line.size >= 3]
    titles = [(score, line) for score, line in scored if not line.text.endswith(":")]
    if any(score >= _LEAST for score, _ in titles):
        scored = titles  # "The high command communicates:" stands above what it says, below a title
    best = max((score for score, _ in scored), default=0.0)
    if best >= _LEAST:
        line = next(line for score, line in scored if score >= 0.75 * best)
    elif above is None or (placed := _placed(candidates, above)) is None:
        return None
    else:
        line = placed
    start, end = _cut(line, everywhere, body)
    return Headline(line.index, Span(line.span.start + start, line.span.start + end), key_of(line.text[start:end]))


def repeats(line: Line, key: Key) -> bool:
    """Is the line the headline again, alone or with a few words around it, or with a word or two changed?"""
    words = key_of(line.text)
    if len(key) < 3 or len(words) > len(key) + _MOST_AROUND:
        return False
    if _position(words, key) is not None:
        return True
    common = len(set(words) & set(key))
    return len(key) >= 5 and common >= 0.85 * len(set(words) | set(key))


def _score(line: Line, everywhere: Sequence[Line], body: frozenset[str]) -> float:
    """Words shared with the body, a fitting length, and a second copy speak for a line; the end of a sentence against
    it."""
    shared = len({word[:_STEM] for word in line.words if len(word) > 3} & body)
    twice = any(_copies(line, other) for other in everywhere if other.index != line.index)
    sentence = line.ends_sentence and not line.text.endswith(("?", "...", "…"))
    colon = line.text.endswith(":")
    return 1.2 * min(shared, 6) + min(line.size, 12) / 4 + 4 * twice - 2.5 * sentence - 3 * colon


def _placed(candidates: Sequence[Line], above: int) -> Line | None:
    """The last line over that one that reads as a title and not as the name of a site, a section or a writer."""
    return next((line for line in reversed(candidates) if line.index < above and _reads_as_title(line)), None)


def _reads_as_title(line: Line) -> bool:
    if line.ends_sentence and not line.text.endswith(("?", "!", "...", "…")):
        return False
    if line.size < 2 or line.text.endswith(":") or _BETWEEN.search(line.text):
        return False
    return (
        line.size >= 4
        or bool(_TITLE_SIGN.search(line.text))
        or any(word.islower() and len(word) > 3 for word in line.text.split())
    )


def _copies(one: Line, other: Line) -> bool:
    """Does one hold the other, whole, at its start or end?"""
    first, second = key_of(one.text), key_of(other.text)
    short, long = sorted((first, second), key=len)
    return (
        len(short) >= 3
        and len(long) <= len(short) + _MOST_AROUND
        and (long[: len(short)] == short or long[-len(short) :] == short)
    )


def _position(words: Key, key: Key) -> int | None:
    return next((at for at in range(len(words) - len(key) + 1) if words[at : at + len(key)] == key), None)


def _cut(line: Line, everywhere: Sequence[Line], body: frozenset[str]) -> tuple[int, int]:
    """Offsets of the headline in its line: the part that stands alone elsewhere, else without breadcrumb and site
    name."""
    words = key_of(line.text)
    copies = (key_of(other.text) for other in everywhere if other.index != line.index and _copies(line, other))
    core = min((copy for copy in copies if len(copy) < len(words)), key=len, default=None)
    if core is not None and (at := _position(words, core)) is not None:
        return _offsets(line.text, at, at + len(core))
    if (skipped := navigation_prefix(words)) and len(words) - skipped >= 4:
        return _offsets(line.text, skipped, len(words))
    return _without_trail(line.text, body)


def _speaks_below(name: str, body: frozenset[str]) -> bool:
    """ "The dam is sound - Solvane", "… - Defence Ministry": are all its words the body's, and none a paper's?"""
    words = [word for word in words_of(name) if len(word) > 3]
    return bool(words) and _PAPERS.isdisjoint(words) and all(word[:_STEM] in body for word in words)


def _offsets(text: str, first: int, last: int) -> tuple[int, int]:
    """Offsets of words first to last, with the signs that belong to them."""
    tokens = list(_TOKEN.finditer(text))
    start, end = tokens[first].start(), tokens[last - 1].end()
    while start and text[start - 1] in "\"'“‘«„([¿¡#$£€":
        start -= 1
    if last == len(tokens):
        return start, len(text)
    while end < len(text) and text[end] in "\"'”’»)].?!…%":
        end += 1
    return start, end


def _without_trail(text: str, body: frozenset[str]) -> tuple[int, int]:
    """Without `Home > World >` in front and `| The Paper` behind; who speaks in the report is no paper."""
    start, end = 0, len(text)
    crumbs = list(_CRUMB.finditer(text))
    if (
        crumbs
        and all(len(words_of(entry)) <= 3 for entry in _CRUMB.split(text)[:-1])
        and len(words_of(text[crumbs[-1].end() :])) >= 3
    ):
        start = crumbs[-1].end()
    elif kicker := _KICKER.match(text):
        start = kicker.end()
    if site := _SITE.search(text, start):
        before, behind = words_of(text[start : site.start()]), words_of(text[site.end() :])
        bar = site[0].strip() in ("|", "»", "::")
        titled = len(behind) <= 4 and text[site.end() :].istitle() and not _speaks_below(text[site.end() :], body)
        if len(before) >= 4 and len(behind) <= 5 and (bar or titled):
            end = site.start()
    return start, end
