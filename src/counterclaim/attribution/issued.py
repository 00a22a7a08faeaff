"""Bulletins, communiqués, proclamations and letters: words in the "we" or "I" of whoever issues them.

Enters the passages of an article with what was found in them; leaves an attribution for every run of sentences that
nobody else is heard in, whose source is the issuer: who "communicates:" above them, whom the title or the signature
names. A report that only quotes such a paper speaks of "us" in quote marks alone, and is none.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from counterclaim.attribution.continuation import opening_of
from counterclaim.attribution.interviews import FIRST_PERSON, words_outside_quotes
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.stance import stance_in
from counterclaim.attribution.trimming import trim
from counterclaim.model import Attribution, Part, Quotation, Sentence, Span, Stance

CONFIDENCE = 0.7
PLURAL = frozenset({"we", "our", "us", "ours", "ourselves"})
TITLE, SIGNATURE = 16, 12  # words that each has at most
LEADING = 2  # passages of a page of which one may lead up to all of it
OWN = 2  # paragraphs in the "we" of who is named in a title or below
PAPER = (
    r"(?:communiqu[eé]|bulletin|statement|declaration|proclamation|appeal|address|message|order of the day|manifesto"
    r"|open letter)"
)
TITLED = re.compile(
    rf"\b{PAPER}\b(?: no\.? ?\d+)?,? (?:of|by|from) (?:the )?(?P<name>[^,.:;()–—]+?)"
    r"(?:,? no\.? ?\d+)?(?: (?:to|on|about|dated|regarding|concerning) .*)?$",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"^(?:signed[,:]? )?(?:for|on behalf of|in the name of) (?:the )?(?P<name>[A-ZÀ-Þ][^,.:;]+)", re.IGNORECASE
)


OPENED = re.compile(
    r"^(?P<name>(?:The )?[A-ZÀ-Þ][^,;:.!?“”\"]{2,80}?) (?:has |have )?(?:hereby )?"
    r"(?:communicate|announce|report|state|declare|inform|proclaim|notifie|make)[sd]?(?: known)?"
    r"(?: the following| as follows)?:$"
)  # the parser takes "communicates" for a noun


def issued(passages: Sequence[Passage], found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """What the paper says in its issuer's name."""
    body = [passage for passage in passages if passage.part is Part.TEXT]
    for n, passage in enumerate(body):
        opening = _opening(passage, found)
        below = _own(body[n + 1 :]) if opening else []
        if opening and len(below) > 1:
            titled = any(re.search(PAPER, _words(one), re.IGNORECASE) for one in passages if one.headline)
            leads = n <= LEADING and titled  # all of the page is the paper, and nothing an outlet's own
            return tuple(_said(opening, body[n + 1 :] if leads else below, found))
    who = _named(passages, body)
    own = _own([passage for passage in body if not passage.headline and not _line(passage, SIGNED)]) if who else []
    enough = sum(not PLURAL.isdisjoint(words_outside_quotes(passage)) for passage in own) >= OWN
    return tuple(_said(who, own, found)) if who and enough else ()


def _opening(passage: Passage, found: Sequence[Attribution]) -> Span | None:
    """Who "communicates:" at the end of a paragraph."""
    last = passage.sentences[-1].span
    read = OPENED.match(last.of(passage.text).strip()) if not passage.headline else None
    if read:
        return Span(last.start + read.start("name"), last.start + read.end("name"))
    opening = opening_of(passage, found)
    return opening[0] if opening else None


def _own(body: Sequence[Passage]) -> list[Passage]:
    """Down to the last paragraph that speaks of "us" outside quote marks."""
    ours = [n for n, passage in enumerate(body) if not PLURAL.isdisjoint(words_outside_quotes(passage))]
    return list(body[: ours[-1] + 1]) if ours else []


def _named(passages: Sequence[Passage], body: Sequence[Passage]) -> Span | None:
    """Whom the title, or the line at the end, names as the issuer."""
    above = [passage for passage in passages if passage.headline or passage.part is Part.TITLE] or list(body[:1])
    for passage, pattern in (*((one, TITLED) for one in above), *((one, SIGNED) for one in body[-2:])):
        found = _line(passage, pattern)
        if found and passage.part is Part.TEXT:
            return Span(passage.span.start + found.start("name"), passage.span.start + found.end("name"))
    return None


def _words(passage: Passage) -> str:
    return passage.text[passage.span.start : passage.span.end].strip()


def _line(passage: Passage, pattern: re.Pattern[str]) -> re.Match[str] | None:
    words = _words(passage)
    return pattern.search(words) if len(words.split()) <= (TITLE if pattern is TITLED else SIGNATURE) else None


def _said(who: Span, body: Sequence[Passage], found: Sequence[Attribution]) -> Iterator[Attribution]:
    for passage in body:
        here = [one for one in found if one.part is passage.part and one.speech and not _is_ours(one, passage)]
        spans = [span for one in here for span in (*one.content, *one.cue, *one.source)]
        runs = groupby(passage.sentences, key=lambda sentence: _stance(passage, sentence, spans))
        for stance, sentences in runs:
            yield from _run(who, passage, list(sentences), stance) if stance else ()


def _stance(passage: Passage, sentence: Sentence, spans: Sequence[Span]) -> Stance | None:
    """That of a sentence which nobody else is heard in; None of others."""
    span = trim(passage.text, sentence.span.start, sentence.span.end)
    free = span is not None and not any(sentence.span.overlaps(other) for other in spans)
    return stance_in((span,), passage) if free and span is not None else None


def _run(who: Span, passage: Passage, sentences: Sequence[Sentence], stance: Stance) -> Iterator[Attribution]:
    span = trim(passage.text, sentences[0].span.start, sentences[-1].span.end)
    if span is not None and any(token.pos in ("VERB", "AUX") for sentence in sentences for token in sentence.tokens):
        yield Attribution(passage.part, (who,), (), (span,), Quotation.INDIRECT, stance, CONFIDENCE)


def _is_ours(one: Attribution, passage: Passage) -> bool:
    """ "We say", "our units continued": the issuer's own words."""
    first = " ".join(span.of(passage.text) for span in one.source).lower().split()[:1]
    return not first or first[0] in FIRST_PERSON


def without_own(found: Sequence[Attribution], papers: Sequence[Attribution], text: str) -> list[Attribution]:
    """What was found, without what the issuer's own "we" was heard to say or to mean within the paper."""
    kept = []
    for one in found:
        within = any(a.part is one.part and all(_within(a, span) for span in one.content) for a in papers)
        first = " ".join(span.of(text) for span in one.source).lower().split()[:1]
        if not (within and (not one.speech or not first or first[0] in FIRST_PERSON)):
            kept.append(one)
    return kept


def _within(paper: Attribution, span: Span) -> bool:
    return any(said.start <= span.start and span.end <= said.end + 1 for said in paper.content)
