"""Words of an article that may name a place → spots.

Enters a parsed article; leave spots in reading order, each with the candidates that bear the name. A spot never overlaps another.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.entities.places.candidate import Candidate
from counterclaim.entities.places.gazetteer import Gazetteer
from counterclaim.entities.places.keys import exact_key
from counterclaim.model import Parsed, Part, Precision, Sentence, Span, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LONGEST = 4
KNOWN_TOWN = 50_000
# What follows or precedes the name of a unit of government, and what size the unit has.
UNITS = {
    "region": Precision.REGION, "oblast": Precision.REGION, "province": Precision.REGION, "state": Precision.REGION,
    "governorate": Precision.REGION, "krai": Precision.REGION, "republic": Precision.REGION, "prefecture": Precision.REGION,
    "district": Precision.DISTRICT, "county": Precision.DISTRICT, "raion": Precision.DISTRICT, "co": Precision.DISTRICT,
    "voivodeship": Precision.REGION, "canton": Precision.REGION, "department": Precision.REGION,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """One possible mention. `name` is the name without unit words; `unit` the size that such a word states."""

    part: Part
    span: Span
    surface: str
    name: str
    candidates: tuple[Candidate, ...]
    sentence: int
    label: str = ""
    unit: Precision | None = None
    adjective: bool = False


def spots(parsed: Parsed, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Every spot of the article."""
    found: list[Spot] = []
    for sentence in parsed.sentences:
        found.extend(_in_sentence(parsed, sentence, gazetteer))
    return tuple(found)


def _in_sentence(parsed: Parsed, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Spot]:
    tokens = sentence.tokens
    runs = {run[0].i: len(run) for run in sentence.entities()}
    at = 0
    while at < len(tokens):
        spot, used = _at(parsed, sentence, at, runs, gazetteer)
        if spot:
            yield spot
        at += max(used, 1)


def _at(
    parsed: Parsed, sentence: Sentence, at: int, runs: dict[int, int], gazetteer: Gazetteer
) -> tuple[Spot | None, int]:
    tokens = sentence.tokens
    first = tokens[at]
    if not (first.text[0].isupper() or first.entity in PLACE_LABELS) or first.entity == "PERSON":
        return None, 1
    word = gazetteer.adjective(first.text)
    if word and first.tag in ("JJ", "NNP", "NNPS", "NN", "NNS"):
        return _spot(parsed, sentence, tokens[at : at + 1], (word,), adjective=True), 1
    for size in range(min(LONGEST, len(tokens) - at), 0, -1):
        chunk = tokens[at : at + size]
        if size > 1 and (not _titled(chunk[-1]) or any(t.entity == "PERSON" for t in chunk)):
            continue
        spot = _named(parsed, sentence, chunk, gazetteer)
        if spot:
            return spot, size
    size = runs.get(at, 0)
    if size and first.entity in ("GPE", "LOC") and first.tag in ("NNP", "NNPS"):
        return _spot(parsed, sentence, tokens[at : at + size], ()), size
    return None, 1


def _titled(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0].isdigit() or token.lemma in UNITS or token.entity in PLACE_LABELS


def _named(parsed: Parsed, sentence: Sentence, chunk: tuple[Token, ...], gazetteer: Gazetteer) -> Spot | None:
    words = parsed.words(sentence.part, Span(chunk[0].span.start, chunk[-1].span.end))
    tagged = chunk[0].entity in PLACE_LABELS
    unit = UNITS.get(chunk[-1].lemma.rstrip(".")) if len(chunk) > 1 else None
    if unit:
        bare = parsed.words(sentence.part, Span(chunk[0].span.start, chunk[-2].span.end))
        sized = [
            c
            for c in (*gazetteer.exact(words), *gazetteer.exact(bare))
            if c.precision in (Precision.REGION, Precision.DISTRICT)
        ]
        if sized:
            return _spot(parsed, sentence, chunk, tuple(dict.fromkeys(sized)), unit=unit, name=bare)
        return None
    candidates = gazetteer.exact(words) or (gazetteer.sounding(words) if tagged else ())
    if not candidates or not (tagged or _plain(chunk, candidates)):
        return None
    return _spot(parsed, sentence, chunk, candidates)


def _plain(chunk: tuple[Token, ...], candidates: tuple[Candidate, ...]) -> bool:
    """Is the name well enough known to be believed where the tagger saw no place?"""
    if any(t.tag not in ("NNP", "NNPS") for t in chunk if t.text[0].isupper()):
        return False
    return any(c.user or (c.main and (c.population >= KNOWN_TOWN)) for c in candidates)


def _spot(
    parsed: Parsed, sentence: Sentence, chunk: tuple[Token, ...], candidates: tuple[Candidate, ...], *,
    adjective: bool = False, unit: Precision | None = None, name: str = "",
) -> Spot:  # fmt: skip
    span = Span(chunk[0].span.start, chunk[-1].span.end)
    surface = parsed.words(sentence.part, span)
    return Spot(
        sentence.part, span, surface, exact_key(name or surface), candidates, sentence.index, chunk[0].entity, unit, adjective
    )  # fmt: skip
