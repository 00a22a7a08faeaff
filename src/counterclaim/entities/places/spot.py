"""Words of an article that may name a place → spots.

Enters a parsed article; leave spots in reading order, each with the candidates that bear the name. No two overlap.
Names inside longer names of persons are refused; names inside names of bodies are taken where the place is well
known.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.entities.places.bearers import borne_by_things, is_first_half, is_thing_here
from counterclaim.entities.places.candidate import Candidate
from counterclaim.entities.places.chunks import (
    KNOWN_PEOPLE,
    POSSESSIVES,
    PROPER,
    TOWN_PEOPLE,
    ends_name,
    inside_person,
    is_name,
    is_town,
    is_water,
    known,
    may_begin,
    may_end,
    opens_sentence,
    parts_of_persons,
    stated_unit,
    tagged,
)
from counterclaim.entities.places.cues import (
    behind_first_names,
    behind_titles,
    cued,
    follows_strong_cue,
    leads_on,
    speakers,
    spoken_of,
    stands_alone,
    undergoes,
)
from counterclaim.entities.places.gazetteer import Gazetteer
from counterclaim.entities.places.keys import exact_key
from counterclaim.entities.places.settlements import capitals_at, settlement_at
from counterclaim.entities.places.words import (
    CAPITALS_THAT_ARE_WORDS,
    NO_PLACES,
    TITLES,
)
from counterclaim.model import Parsed, Part, Precision, Sentence, Span, Token

_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """One possible mention. `key` is the name without unit words; `unit` the size that such a word states.

    `rough` says that the candidates only sound like the name; `sure` that tagger, context or fame speak for a place
    here.
    """

    part: Part
    span: Span
    surface: str
    key: str
    candidates: tuple[Candidate, ...]
    sentence: int
    unit: Precision | None = None
    bare: str | None = None
    adjective: bool = False
    rough: bool = False


class Spotter:
    """Reads one article against a gazetteer."""

    def __init__(self, parsed: Parsed, gazetteer: Gazetteer, towns: frozenset[str]) -> None:
        self._parsed = parsed
        self._gazetteer = gazetteer
        self._persons = parts_of_persons(parsed) | behind_titles(parsed)
        self._surnames = behind_first_names(parsed)
        self._things = borne_by_things(parsed.sentences)
        self._taken: set[str] = set()
        self._countries: frozenset[str] = frozenset()  # those that the article names, where it was read once
        self._speakers = speakers(parsed)
        # What the article calls villages, or speaks of as of towns, and no gazetteer knows.
        self._settled = {key for key in towns if not gazetteer.nations.of_party(key)}

    def spots(self) -> tuple[Spot, ...]:
        """Every spot of the article. What is a place once is taken for one wherever nothing speaks against it."""
        found = {sentence.index: list(self._in(sentence)) for sentence in self._parsed.sentences}
        self._taken = {spot.key for spots_ in found.values() for spot in spots_ if not spot.adjective}
        self._countries = spoken_of(spot.candidates for spots_ in found.values() for spot in spots_)
        firsts = {key.split(" ")[0] for key in self._taken if key}
        for sentence in self._parsed.sentences:
            if self._countries or self._may_hold_more(sentence, firsts, found[sentence.index]):
                found[sentence.index] = list(self._in(sentence))
        return tuple(spot for spots_ in found.values() for spot in spots_)

    def _may_hold_more(self, sentence: Sentence, firsts: set[str], found: list[Spot]) -> bool:
        """Does a name that was taken elsewhere begin where this sentence has no spot, or a longer one than that?"""
        known = {(spot.span.start, spot.key) for spot in found}
        for token in sentence.tokens:
            if token.text[0].isalpha() and exact_key(token.text).split(" ")[0] in firsts:
                here = {key for start, key in known if start == token.span.start}
                rest = exact_key(self._parsed.article.part(sentence.part)[token.span.start : token.span.start + 60])
                if any(f"{rest} ".startswith(f"{key} ") for key in self._taken - here if key):
                    return True
        return False

    def _in(self, sentence: Sentence) -> Iterator[Spot]:
        at, before = 0, None
        while at < len(sentence.tokens):
            spot, used = self._at(sentence, at, before)
            if spot:
                yield spot
                before = spot
            at += max(used, 1)

    def _at(self, sentence: Sentence, at: int, before: Spot | None) -> tuple[Spot | None, int]:
        token = sentence.tokens[at]
        site, used = self._site(sentence, at)
        if site:
            return site, used
        if not (may_begin(token) or (len(token.text) > 3 and self._gazetteer.is_capital(token.text))):
            return None, 1
        longest = min(_LONGEST, len(sentence.tokens) - at)
        for size in range(longest, 0, -1):
            chunk = sentence.tokens[at : at + size]
            if size > 1 and not may_end(chunk):
                continue
            if size == 2 and self._is_people(sentence, chunk):
                return None, size
            spot = self._adjective(sentence, chunk) or self._named(sentence, chunk, before)
            if spot:
                return spot, size
        return self._unknown(sentence, at)

    def _site(self, sentence: Sentence, at: int) -> tuple[Spot | None, int]:
        """ "The Orsk railway yard", "Orsk's railway yard": a row of the user's map, though it ends in small words."""
        sites = self._gazetteer.sites_from(sentence.tokens[at].text)
        longest = max(key.count(" ") + 2 for key in sites) if sites else 0  # with a possessive ending
        for size in range(min(longest, len(sentence.tokens) - at), 1, -1):
            chunk = sentence.tokens[at : at + size]
            name = " ".join(token.text for token in chunk if token.text not in POSSESSIVES)
            if chunk[-1].text.islower() and exact_key(name) in sites:
                spot = self._spot(sentence, chunk, self._gazetteer.exact(name))
                return replace(spot, key=exact_key(name)), size
        return None, 1

    def _adjective(self, sentence: Sentence, chunk: tuple[Token, ...]) -> Spot | None:
        if (
            len(chunk) > 2
            or not chunk[0].text[0].isupper()
            or (chunk[0].entity == "PERSON" and len(chunk) == 1 and not chunk[0].begins_entity)
        ):
            return None
        place = self._gazetteer.adjective(self._words(sentence, chunk))
        return self._spot(sentence, chunk, (place,), adjective=True) if place else None

    def _is_people(self, sentence: Sentence, chunk: tuple[Token, ...]) -> bool:
        """ "Bosnian Serbs" are of neither state."""
        first = self._gazetteer.adjective(self._words(sentence, chunk[:1]))
        return first is not None and self._gazetteer.nations.of_party(self._words(sentence, chunk)) is not None

    def _named(self, sentence: Sentence, chunk: tuple[Token, ...], before: Spot | None) -> Spot | None:
        words = self._words(sentence, chunk)
        short = self._abbreviated(sentence, chunk, words, before)
        if short or exact_key(words) in NO_PLACES or (words.isupper() and len(words) < 4):
            return short
        unit = stated_unit(chunk)
        if unit:
            bare = self._words(sentence, chunk[:-1])
            sized = self._gazetteer.exact(words) or self._gazetteer.exact(bare)
            sized = tuple(c for c in sized if c.user or c.precision in (Precision.REGION, Precision.DISTRICT))
            return self._spot(sentence, chunk, sized, unit=unit, bare=bare) if sized else None
        candidates = self._gazetteer.exact(words)
        if self._gazetteer.nations.of_party(words) and not any(c.user for c in candidates):
            return None
        if candidates and self._believed(sentence, chunk, candidates, before):
            return self._spot(sentence, chunk, candidates)
        if not candidates and len(words) > 5:
            candidates = self._sounding(sentence, chunk, words)
            if candidates:
                return self._spot(sentence, chunk, candidates, rough=True)
        return None

    def _sounding(self, sentence: Sentence, chunk: tuple[Token, ...], words: str) -> tuple[Candidate, ...]:
        """Places of a name that is written otherwise, where tagger or article speak for a place."""
        if exact_key(words) in self._surnames:
            return ()
        if tagged(sentence, chunk) or exact_key(words) in self._taken:
            return self._gazetteer.sounding(words)
        if not self._countries or not is_name(sentence, chunk):
            return ()
        candidates = self._gazetteer.sounding(words)
        return candidates if self._at_home(sentence, chunk, candidates) else ()

    def _abbreviated(
        self, sentence: Sentence, chunk: tuple[Token, ...], words: str, before: Spot | None
    ) -> Spot | None:
        """`Ky.` after a town and a comma; `U.S.`, `B.C.` anywhere."""
        if len(chunk) > 1 or len(words) > 6:
            return None
        text, end = self._parsed.article.part(sentence.part), chunk[0].span.end
        dotted = f"{words}." if text[end : end + 1] == "." and not words.endswith(".") else words
        candidates = (
            self._gazetteer.written(dotted) or self._gazetteer.written(words) or self._gazetteer.written(f"{words}.")
        )
        alone = words.count(".") > 1 or words in ("US", "UK", "USA", "UAE", "DRC", "DPRK", "BC", "NSW", "PNG", "U.S")
        follows = before is not None and text[before.span.end : chunk[0].span.start].strip() == ","
        if candidates and (follows or alone):
            return self._spot(sentence, chunk, candidates)
        return None

    def _believed(
        self, sentence: Sentence, chunk: tuple[Token, ...], candidates: tuple[Candidate, ...], spot: Spot | None
    ) -> bool:
        """Do tagger, context or fame speak for a place, and nothing against it?"""
        first, last = chunk[0], chunk[-1]
        if not first.text[0].isupper():
            return self._gazetteer.is_capital(first.text) and first.text not in CAPITALS_THAT_ARE_WORDS
        before = sentence.tokens[first.i - 1].text if first.i else ""
        half = is_first_half(sentence, last) and not known(candidates)
        if before in TITLES or half or inside_person(sentence, chunk) or is_water(sentence, chunk):
            return False
        key, cue = exact_key(self._words(sentence, chunk)), cued(sentence, first)
        if key in self._things and (not known(candidates) or is_thing_here(sentence, first)):
            return False
        if key in self._taken or self._contained(sentence, last, candidates):
            return True
        if key in self._persons:
            return cue and known(candidates)
        return self._likely(sentence, chunk, candidates, spot, cue=cue)

    def _likely(
        self, sentence: Sentence, chunk: tuple[Token, ...], candidates: tuple[Candidate, ...], spot: Spot | None, *,
        cue: bool
    ) -> bool:  # fmt: skip
        """Do the user's map, the dateline, the tagger, the context or the fame of the name speak for a place?"""
        first, last = chunk[0], chunk[-1]
        cue = cue or leads_on(sentence, last)
        if known(candidates) and (any(c.user for c in candidates) or self._dated(sentence, chunk)):
            return True
        if is_name(sentence, chunk) and is_town(candidates) and undergoes(sentence, last):
            return True
        named = cue or any(c.main or c.user or c.population >= KNOWN_PEOPLE for c in candidates)
        if (named and tagged(sentence, chunk)) or (is_name(sentence, chunk) and self._led(sentence, chunk, spot)):
            return True
        if self._at_home(sentence, chunk, candidates):
            return True
        plain = first.entity != "PERSON" and is_name(sentence, [t for t in chunk if t.text[0].isupper()])
        famous = known(candidates)
        return (famous or (cue and ends_name(sentence, last))) if plain else (cue and famous)

    def _at_home(self, sentence: Sentence, chunk: tuple[Token, ...], candidates: tuple[Candidate, ...]) -> bool:
        """Is it a whole name, spoken of as no person, of a town in a country that the article names?"""
        named = is_name(sentence, chunk) or opens_sentence(sentence, chunk)
        alone = named and stands_alone(sentence, chunk)
        towns = (c for c in candidates if c.population >= TOWN_PEOPLE and c.country in self._countries)
        return alone and any(towns) and exact_key(self._words(sentence, chunk)) not in self._speakers

    def _dated(self, sentence: Sentence, chunk: tuple[Token, ...]) -> bool:
        """Does it stand in the dateline?"""
        dateline = self._parsed.article.dateline
        return dateline is not None and sentence.part is Part.TEXT and dateline.covers(chunk[0].span)

    def _led(self, sentence: Sentence, chunk: tuple[Token, ...], spot: Spot | None) -> bool:
        """Does a word that only places follow stand before the name, or another place in the same list?"""
        first, last = chunk[0], chunk[-1]
        if not ends_name(sentence, last):
            return False
        if follows_strong_cue(sentence, first):
            return True
        if spot is None or spot.adjective or spot.sentence != sentence.index or spot.part is not sentence.part:
            return False
        between = self._parsed.article.part(spot.part)[spot.span.end : first.span.start].strip()
        after = sentence.tokens[last.i + 1].text if last.i + 1 < len(sentence.tokens) else ""
        return between in ("and", ", and") or (between == "," and after in (",", "and"))

    def _contained(self, sentence: Sentence, last: Token, candidates: tuple[Candidate, ...]) -> bool:
        """Is the name followed by a comma and the region or country that holds a place of that name?"""
        rest = sentence.tokens[last.i + 1 : last.i + 5]
        if len(rest) < 2 or rest[0].text != "," or not rest[1].text[0].isupper():
            return False
        inside = {unit for c in candidates for unit in (*c.within, f"country:{c.country}")}
        for size in (3, 2, 1):
            words = self._words(sentence, rest[1 : 1 + size])
            above = (
                self._gazetteer.written(words) or self._gazetteer.written(f"{words}.") or self._gazetteer.exact(words)
            )
            if any(
                a.id in inside or (a.precision is Precision.COUNTRY and f"country:{a.country}" in inside) for a in above
            ):
                return True
        return False

    def _unknown(self, sentence: Sentence, at: int) -> tuple[Spot | None, int]:
        """A place that no gazetteer knows, where the words beside it say so, or the tagger and a word before it."""
        first = sentence.tokens[at]
        settled = self._settlement(sentence, at)
        if settled:
            return self._spot(sentence, settled, ()), len(settled)
        if first.entity not in ("GPE", "LOC") or not first.begins_entity or first.tag not in PROPER:
            return None, 1
        run = [first]
        for token in sentence.tokens[at + 1 :]:
            if token.entity != first.entity or token.begins_entity or token.text in POSSESSIVES:
                break
            run.append(token)
        words = self._words(sentence, tuple(run))
        cue = cued(sentence, first)
        key = exact_key(words)
        if len(run) > 1 and exact_key(first.text) in NO_PLACES:
            return None, 1
        if words.isupper() and len(words) < 6:
            return None, len(run)
        if (
            not key
            or key in NO_PLACES
            or key in self._persons
            or key in self._things
            or not (cue or key in self._taken)
            or not first.text[0].isupper()
        ):
            return None, len(run)
        return self._spot(sentence, tuple(run), ()), len(run)

    def _settlement(self, sentence: Sentence, at: int) -> tuple[Token, ...]:
        """What is called a village or a town here, or was elsewhere in the article."""
        named = settlement_at(sentence, at)
        key = exact_key(self._words(sentence, named)) if named else ""
        if key and key not in NO_PLACES | self._things:
            self._settled.add(key)
            return named
        known = capitals_at(sentence.tokens, at, peoples=True) if self._settled else ()
        return known if known and exact_key(self._words(sentence, known)) in self._settled else ()

    def _words(self, sentence: Sentence, chunk: tuple[Token, ...]) -> str:
        words = self._parsed.words(sentence.part, Span(chunk[0].span.start, chunk[-1].span.end))
        for possessive in ("'s", "’s"):
            words = words.removesuffix(possessive)
        return words

    def _spot(
        self, sentence: Sentence, chunk: tuple[Token, ...], candidates: tuple[Candidate, ...], **more: object
    ) -> Spot:
        words = self._words(sentence, chunk)
        start = chunk[0].span.start
        spot = Spot(sentence.part, Span(start, start + len(words)), words, exact_key(words), candidates, sentence.index)
        spot = replace(spot, **more)  # type: ignore[arg-type]
        return replace(spot, key=exact_key(spot.bare)) if spot.bare else spot


def spots(parsed: Parsed, gazetteer: Gazetteer, towns: frozenset[str]) -> tuple[Spot, ...]:
    """Every spot of the article, in reading order; `towns` are the keys of names that it speaks of as of towns."""
    return Spotter(parsed, gazetteer, towns).spots()
