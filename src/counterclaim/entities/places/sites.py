"""Sites of a town that an article calls by their noun alone: "the railway station" of a town whose own map has one.

Enter an article, the towns named in it and a gazetteer; leave a site and the words for it, where the map knows one
such site of the town that is spoken of.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.entities.places.candidate import Candidate
from counterclaim.entities.places.gazetteer import Gazetteer
from counterclaim.entities.places.keys import exact_key
from counterclaim.entities.places.unnamed import Unnamed
from counterclaim.model import BlockKind, Mention, Parsed, Precision, Sentence, Span, Token

_POINTING = frozenset({"the", "this", "that", "its", "their"})
# What may stand before the noun without making another site of it.
_PLAIN = frozenset({"main", "central", "local", "whole", "entire", "army", "military", "town", "city"})
_AT = frozenset({"in", "of", "at", "on"})
_LINKS = _AT | {"the", "town", "city", "village", "port"}
_BEFORE = ("amod", "compound", "nmod", "nummod", "poss")


@dataclass(frozen=True, slots=True)
class _Site:
    """A place on the map named for a town and what it is: "railway station"."""

    town: str
    words: tuple[str, ...]
    place: Candidate


def town_sites(
    parsed: Parsed, mentions: Sequence[Mention], places: Mapping[str, Candidate | None], gazetteer: Gazetteer
) -> Iterator[Unnamed]:
    """The mentions of sites that the article does not name; `mentions` are those of the places that it names."""
    named = {key: place for key, place in places.items() if place is not None}
    called = {key: {exact_key(m.surface) for m in mentions if m.entity == key} for key in named}
    known = _sites(named, called, gazetteer)
    several = {word for word, site in known.items() if _another(parsed, word, site)}
    for sentence in parsed.sentences if known else ():
        for token in sentence.tokens:
            site = known.get(token.text.lower())
            if site is None or not _points(sentence, token, site, full=token.text in several):
                continue
            if _spoken_of(sentence, token, site, mentions):
                span = _span(sentence, token, site)
                if not any(m.part is sentence.part and m.span.overlaps(span) for m in mentions):
                    text = parsed.article.part(sentence.part)
                    yield Unnamed(sentence.part, span, span.of(text), site.place)


def _sites(named: Mapping[str, Candidate], called: Mapping[str, set[str]], gazetteer: Gazetteer) -> dict[str, _Site]:
    """By the last word, those sites of the named towns that no second one shares it with."""
    found: dict[str, dict[str, _Site]] = defaultdict(dict)
    for key, place in named.items():
        for name in (exact_key(place.name), *called[key]) if _has_sites(place) else ():
            for full in gazetteer.sites_from(name.split()[0]):
                site = next(iter(gazetteer.exact(full)), None)
                rest = tuple(full.removeprefix(f"{name} ").split())
                if full.startswith(f"{name} ") and site is not None and site.precision is Precision.POINT:
                    found[rest[-1]][site.id] = _Site(key, rest, site)
    ends = {name.split()[-1]: key for key, names in called.items() for name in names if len(name.split()) > 1}
    alone = {word: next(iter(sites.values())) for word, sites in found.items() if len(sites) == 1}
    return {word: site for word, site in alone.items() if ends.get(word) in (None, site.place.id)}


def _has_sites(place: Candidate) -> bool:
    return place.precision in (Precision.TOWN, Precision.POINT) and bool(exact_key(place.name))


def _another(parsed: Parsed, word: str, site: _Site) -> bool:
    """Does the article speak of another such site ("the bus station"), which the bare noun may mean?"""
    nouns = ((sentence, token) for sentence in parsed.sentences for token in sentence.tokens if token.text == word)
    before = (child for sentence, token in nouns for child in sentence.children(token) if child.dep == "compound")
    return any(child.pos == "NOUN" and child.text.lower() not in {*site.words, *_PLAIN} for child in before)


def _points(sentence: Sentence, token: Token, site: _Site, *, full: bool) -> bool:
    """ "The station", "the railway station": no police station; by all its words where the article has two stations."""
    children = sentence.children(token)
    before = [child for child in children if child.i < token.i and child.dep in _BEFORE and child.pos != "PRON"]
    words = {child.text.lower() for child in before}
    pointing = any(child.text.lower() in _POINTING for child in children if child.dep in ("det", "poss"))
    headline = sentence.kind is BlockKind.HEADLINE and not any(child.dep == "det" for child in children)
    noun = token.pos == "NOUN" and token.dep not in ("compound", "nmod", "amod")
    return noun and (pointing or headline) and words <= set(site.words) | _PLAIN and (not full or bool(words))


def _spoken_of(sentence: Sentence, token: Token, site: _Site, mentions: Sequence[Mention]) -> bool:
    """Is the site's town the one named last, or most often? And is it no other town's by "in X"?"""
    here = [m for m in mentions if m.part is sentence.part]
    owners = {m.entity for m in here if _right_behind(sentence, token, m)}
    if owners:
        return owners == {site.town}
    before = [m for m in here if m.span.end <= token.span.start]
    most = Counter(m.entity for m in mentions).most_common(1)
    return site.town in {m.entity for m in before[-1:]} | {entity for entity, _ in most}


def _right_behind(sentence: Sentence, token: Token, mention: Mention) -> bool:
    """ "The station in X", "the bridge of the town of X"."""
    between = [t for t in sentence.tokens if t.i > token.i and t.span.end <= mention.span.start]
    words = [t.text.lower() for t in between]
    inside = mention.span.start > token.span.start and sentence.span.covers(mention.span)
    return inside and bool(words) and words[0] in _AT and set(words) <= _LINKS


def _span(sentence: Sentence, token: Token, site: _Site) -> Span:
    """The noun with those words before it that the site's name has."""
    own = [child for child in sentence.children(token) if child.i < token.i and child.text.lower() in site.words]
    return Span(min((child.span.start for child in own), default=token.span.start), token.span.end)
