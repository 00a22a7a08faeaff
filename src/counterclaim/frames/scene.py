"""What one article shows to the reader of a claim: who and what is named where, the sides, and the place it is about.

Enter a `Parsed`, its `Cast` and times; leaves a `Scene`, made once an article and only read after that.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from counterclaim.entities.nations import shipped
from counterclaim.frames.called import as_place, by_last_word, in_body_name, only_speaks, state_names, states_by_name
from counterclaim.frames.factions import Factions
from counterclaim.frames.peoples import peoples
from counterclaim.frames.town_nouns import town_nouns, villages
from counterclaim.frames.wordlists import words_of
from counterclaim.model import (
    BlockKind,
    Cast,
    Entity,
    EntityKind,
    Mention,
    Parsed,
    Part,
    Precision,
    Ref,
    Sentence,
    Span,
    Spans,
    TimeMention,
    Token,
)  # fmt: skip

BROAD = (Precision.COUNTRY, Precision.REGION)
# How large what is looked for may be: "the town", "the province", "the country".
SMALL, TOWN, REGIONAL, LARGE = (
    frozenset({"town", "point"}),
    frozenset({"town"}),
    frozenset({"region"}),
    frozenset({"region", "country"}),
)
# Endings that make an adjective of a place's name ("Halvia" → "Halvian"), for states that no list holds.
ADJECTIVE_ENDINGS = ("n", "an", "ian", "ean", "ese", "i", "ish", "ic", "er", "ite", "nian", "ine", "ns", "ans", "ians")
STATE_BODIES, ARMED_BODIES = words_of("scene.state_bodies"), words_of("scene.armed_bodies")
WARLIKE, UNREST, ENOUGH_WORDS = words_of("scene.warlike"), words_of("scene.unrest"), 2
BESIDE = 12  # characters on either side of a name: "the Reed Army militia", "M9 rebels"
OFFICERS = frozenset(["officer", "spokesman", "spokeswoman", "official", "commander", "source"])
WORD, INITIALS = re.compile(r"[^\W\d_]+"), re.compile(r"(?:[A-Z]\.?){2,4}")
HEADLINE_WEIGHT, RECENT_WEIGHT, HERE_WEIGHT = 2, 1, 4
RECENT_SENTENCES = 2


@dataclass(frozen=True)
class Scene:
    """One article with its cast and times, indexed by sentence and token."""

    parsed: Parsed
    cast: Cast
    times: tuple[TimeMention, ...]

    @cached_property
    def memory(self) -> dict[tuple[str, str, int], Any]:
        """What was found in a sentence and will be asked for again: (what, by whom, sentence index) → found."""
        return {}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.cast.entities}

    @cached_property
    def _by_sentence(self) -> dict[int, tuple[Mention, ...]]:
        found: dict[int, list[Mention]] = {}
        towns = {name: e for e in self.cast.entities if e.kind is EntityKind.PLACE for name in e.names}
        for part in Part:
            # A town's name is the town wherever it stands, even where the tagger took it for a person.
            seen = (as_place(m, towns.get(m.surface)) for m in self.cast.mentions if m.part is part)
            mentions = sorted(seen, key=lambda m: m.span)
            starts = [mention.span.start for mention in mentions]
            for sentence in self.parsed.sentences:
                if sentence.part is part:
                    span = sentence.span
                    found[sentence.index] = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return {index: tuple(mentions) for index, mentions in found.items()}

    @cached_property
    def _sentences(self) -> dict[Part, tuple[list[int], list[Sentence]]]:
        found: dict[Part, list[Sentence]] = {part: [] for part in Part}
        for sentence in self.parsed.sentences:
            found[sentence.part].append(sentence)
        return {part: ([one.span.start for one in here], here) for part, here in found.items()}

    def sentences_over(self, part: Part, spans: Spans) -> list[Sentence]:
        """The sentences that any of the spans touches, in reading order."""
        starts, sentences = self._sentences[part]
        places: set[int] = set()
        for span in spans:
            first = max(0, bisect_right(starts, span.start) - 1)
            behind = bisect_left(starts, span.end)
            places.update(i for i in range(first, behind) if sentences[i].span.end > span.start)
        return [sentences[i] for i in sorted(places)]

    def mentions_in(self, sentence: Sentence) -> tuple[Mention, ...]:
        """The mentions of one sentence, left to right."""
        return self._by_sentence.get(sentence.index, ())

    def mention(self, sentence: Sentence, token: Token, *kinds: EntityKind) -> Mention | None:
        """The longest mention over the token, of the kinds given, if any are."""
        over = [
            mention
            for mention in self.mentions_in(sentence)
            if mention.span.overlaps(token.span) and (not kinds or mention.kind in kinds)
        ]
        return max(over, key=lambda mention: len(mention.span), default=None)

    def ref(self, mention: Mention, surface: str | None = None) -> Ref:
        """The mention as an argument."""
        entity = self.entities.get(mention.entity)
        return Ref(entity.name if entity else mention.surface, surface or mention.surface, mention.entity, mention.kind)

    def named(self, name: str, surface: str | None = None) -> Ref:
        """A state or side of that name as an argument, with its entity if it plays here."""
        folded = name.casefold()
        for entity in self.cast.entities:
            if entity.kind is EntityKind.PERSON:
                continue
            if entity.name.casefold() == folded or any(other.casefold() == folded for other in entity.names):
                return Ref(entity.name, surface or name, entity.id, entity.kind)
        return Ref(name, surface or name, None, None)

    def side(self, ref: Ref | None) -> str | None:
        """The side that someone is on: as the cast has it, and for a state the state itself."""
        if ref is None:
            return None
        entity = self.entities.get(ref.entity or "")
        if self.factions.inner and self.factions.is_rebel(ref):
            return None  # "Tarvia's rebel Reed Front" is of that country, and not on its side
        if entity is not None and entity.side:
            return entity.side
        if entity is not None and entity.kind is EntityKind.PLACE:
            broad = entity.location is None or entity.location.precision is Precision.COUNTRY
            return entity.name if broad else None
        reported = entity.roles if entity is not None and entity.kind is EntityKind.PERSON else ()
        bodies = state_names(entity, ref)
        nameless = ref.kind is EntityKind.GROUP and not OFFICERS.isdisjoint(ref.name.split()[-1:])  # "an army officer"
        office = self._state_of_office((ref.name,)) if nameless else None
        return self._state_named(ref.name) or self._state_of(reported, bodies) or office

    def _state_of(self, roles: tuple[str, ...], names: tuple[str, ...]) -> str | None:
        """The state that a role or the name of a state's body names ("Tarvia's army", "the Orvenian ministry")."""
        for words in (*roles, *names):
            found = WORD.findall(words)
            official = words in roles or not STATE_BODIES.isdisjoint(word.lower() for word in found)
            for word in found if official else ():
                state = self.nations.get(word) or self._place_names.get(word.casefold())
                if state is not None:
                    return state
        return self._state_of_office(roles)

    def _state_of_office(self, roles: tuple[str, ...]) -> str | None:
        """The state of the one body of the article that a role names by its last word ("ministry spokeswoman")."""
        words = {word.lower() for role in roles for word in WORD.findall(role)} & STATE_BODIES
        states = {
            entity.side or self._state_of((), entity.names)
            for entity in self.cast.entities
            if entity.kind is EntityKind.ORGANIZATION and entity.name.split()[-1].lower() in words
        }
        return states.pop() if len(states) == 1 else None

    def country_of(self, place: Entity | None) -> str | None:
        """The country that a place lies in, by the map."""
        if place is None:
            return None
        code = place.location.country if place.location else None
        above = (self.entities.get(outer) for outer in place.within)
        own = (e.name for e in above if e and e.location and e.location.precision is Precision.COUNTRY)
        return shipped().of_code(code) if code else next(own, None)

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """The sides that the article's people and bodies are on, the most spoken of first."""
        spoken = Counter(mention.entity for mention in self.cast.mentions)
        weight: Counter[str] = Counter()
        for entity in self.cast.entities:
            if entity.side and entity.kind is not EntityKind.PLACE:
                weight[entity.side] += spoken[entity.id] + 1
        return tuple(side for side, _ in weight.most_common())

    @cached_property
    def factions(self) -> Factions:
        """Who fights whom inside one country."""
        return Factions(self.parsed, self.cast, frozenset(self.sides), self.nations)

    def other_side(self, side: str | None) -> str | None:
        """The side against this one, where the article shows just one other, or one far ahead of the rest."""
        rest = [other for other in self.sides if other != side]
        if side is None or not rest:
            return self._nation_against(side)
        return self.factions.foe_of(side, rest)

    def _nation_against(self, side: str | None) -> str | None:
        """The nation whose troops are spoken of, where only one nation other than the side's is."""
        if side is None:
            return None
        nations = {nation for nation in self.nations.values() if nation != side}
        return nations.pop() if len(nations) == 1 else None

    @cached_property
    def nations(self) -> dict[str, str]:
        """Every nationality adjective of the article and its state."""
        found: dict[str, str] = {}
        for sentence in self.parsed.sentences:
            for token in sentence.tokens:
                if token.text[:1].isupper() and token.text not in found:
                    nation = self._nation(token)
                    if nation:
                        found[token.text] = nation
        return found | peoples(self.parsed.sentences)

    @cached_property
    def _adjectives(self) -> dict[str, str]:
        return dict(self.cast.nations)

    def _state_named(self, name: str) -> str | None:
        """The state of that name: one of the world's, or one that only the user's map has."""
        return shipped().named(name) or self._place_names.get(name.casefold())

    def nation(self, token: Token) -> str | None:
        """The state of a nationality adjective, for known states and for places of the cast."""
        return self.nations.get(token.text)

    def _nation(self, token: Token) -> str | None:
        initials = shipped().named(token.text) if INITIALS.fullmatch(token.text) else None  # "US troops"
        if known := self._adjectives.get(token.text) or initials:
            return known
        if token.entity in ("NORP", "ORG", "GPE", "PERSON", "") and token.pos in ("ADJ", "PROPN", "NOUN"):
            word = token.text.casefold()
            for name in self._place_names:
                stem = name[: max(4, len(name) - 2)]
                if word != name and word.startswith(stem) and word.endswith(ADJECTIVE_ENDINGS) and len(word) > 4:
                    return self._place_names[name]
        return None

    @cached_property
    def _place_names(self) -> dict[str, str]:
        return states_by_name(self.cast, villages(self.parsed, self.cast))

    def salient_place(
        self, sentence: Sentence, offset: int, sizes: frozenset[str] = SMALL, *, besides: Spans = ()
    ) -> Ref | None:
        """The place that "the city", "there" or "the region" means at an offset; `sizes` says which it may be.

        Names over the spans `besides` do not count: a capital that speaks is not the city spoken of.
        The place named most often so far; the headline counts for more, and so do the last two sentences.
        """
        weight: Counter[str] = Counter()
        seen: dict[str, Mention] = {}
        for earlier in self.parsed.sentences[: sentence.index + 1]:
            near = sentence.index - earlier.index <= RECENT_SENTENCES
            bonus = HEADLINE_WEIGHT if earlier.kind is BlockKind.HEADLINE else RECENT_WEIGHT if near else 0
            bonus += HERE_WEIGHT if earlier.block == sentence.block else 0
            for mention in self._spoken_of[earlier.index]:
                late = earlier is sentence and mention.span.start >= offset
                speaks = any(mention.span.overlaps(span) for span in besides)
                if not speaks and not late and self._size(mention) in sizes:
                    weight[mention.entity] += 1 + bonus
                    seen[mention.entity] = mention
        best = weight.most_common(1)
        if not best and sentence.kind is BlockKind.HEADLINE:  # a headline is about what the report names first
            told = (m for later in self.parsed.sentences[sentence.index + 1 :] for m in self._spoken_of[later.index])
            return next((self.ref(m) for m in told if self._size(m) in sizes), None)
        return self.ref(seen[best[0][0]]) if best else None

    def named_near(self, place: Ref | None, sentence: Sentence) -> bool:
        """Is the place named in this paragraph, in the one before, or in the headline?

        What a live page told an hour before of one town is not told of the next one.
        """
        before = self.parsed.sentences[: sentence.index + 1]
        near = (one for one in before if one.block >= sentence.block - 1 or one.kind is BlockKind.HEADLINE)
        return place is not None and any(m.entity == place.entity for one in near for m in self.mentions_in(one))

    def last_called(self, noun: str, sentence: Sentence, offset: int) -> Ref | None:
        """The place named last before an offset of those that the article calls by this noun ("the village")."""
        called = {entity for entity, nouns in self._town_nouns.items() if noun in nouns}
        for earlier in reversed(self.parsed.sentences[: sentence.index + 1]) if called else ():
            for mention in reversed(self.mentions_in(earlier)):
                if mention.entity in called and (earlier is not sentence or mention.span.start < offset):
                    return self.ref(mention)
        return None

    @cached_property
    def _town_nouns(self) -> Mapping[str, frozenset[str]]:
        return town_nouns(self)

    def place_called(self, word: str) -> Ref | None:
        """The one place of the article whose name ends with the word ("Stone Bridge" for "bridge")."""
        return self._called.get(word.casefold())

    @cached_property
    def _called(self) -> dict[str, Ref]:
        return by_last_word(self.cast, EntityKind.PLACE)

    def body_called(self, word: str) -> Ref | None:
        """The one body of the article whose name ends with the word ("17th Marine Brigade" for "brigade")."""
        return self._bodies_called.get(word.casefold())

    @cached_property
    def _bodies_called(self) -> dict[str, Ref]:
        return by_last_word(self.cast, EntityKind.ORGANIZATION, EntityKind.GROUP)

    @cached_property
    def warlike(self) -> bool:
        """Does the article speak of troops, rebels, shelling? Then "a hospital was hit" is no accident."""
        return self._speaks_of(WARLIKE)

    @cached_property
    def unrest(self) -> bool:
        """Does the article speak of a crowd and of force used against it? Then those detained are held as losses."""
        return self._speaks_of(UNREST) or self.warlike

    def _speaks_of(self, wanted: frozenset[str]) -> bool:
        words = (token.lemma for sentence in self.parsed.sentences for token in sentence.tokens)
        return sum(word in wanted for word in words) >= ENOUGH_WORDS

    @cached_property
    def _spoken_of(self) -> dict[int, tuple[Mention, ...]]:
        """By sentence, the places of which something may be told: not where the report was written or words fell."""
        return {s.index: tuple(m for m in self.mentions_in(s) if self._reported(s, m)) for s in self.parsed.sentences}

    def _reported(self, sentence: Sentence, mention: Mention) -> bool:
        dateline = self.parsed.article.dateline
        written = dateline is not None and mention.span.overlaps(dateline)
        spoken = written or self.by_noun(mention) or only_speaks(sentence, mention)
        spoken |= any(in_body_name(mention, other) for other in self.mentions_in(sentence))
        return mention.kind is EntityKind.PLACE and not spoken

    def by_noun(self, mention: Mention) -> bool:
        """Is it a site by its noun alone ("the station")? "There", after it, is still the town."""
        return mention.surface.islower() and self.is_point(self.ref(mention))

    def is_broad(self, mention: Mention) -> bool:
        """Is the place a region or a country?"""
        entity = self.entities.get(mention.entity)
        if entity is None or entity.location is None:
            return self._state_named(mention.surface) is not None
        return entity.location.precision in BROAD

    def _size(self, mention: Mention) -> str:
        if self.is_point(self.ref(mention)):
            return "point"
        return "country" if self.is_country(mention) else "region" if self.is_broad(mention) else "town"

    def is_country(self, mention: Mention) -> bool:
        """Is the place a country, by the map or by its name?"""
        entity = self.entities.get(mention.entity)
        if entity is None or entity.location is None:
            return self._state_named(mention.surface) is not None
        return entity.location.precision is Precision.COUNTRY

    def bears_arms(self, ref: Ref) -> bool:
        """Does the article call the body rebels, a militia, fighters ("the Reed Front militia")?"""
        rebels = self.factions.rebels
        return ref.entity is not None and (ref.entity in self._armed or (rebels is not None and ref == rebels))

    @cached_property
    def _armed(self) -> frozenset[str]:
        bodies = {e.id: e for e in self.cast.entities if e.kind in (EntityKind.ORGANIZATION, EntityKind.GROUP)}
        named = {key for key, body in bodies.items() if _says_armed(" ".join((*body.names, *body.roles)))}
        for sentence in self.parsed.sentences:
            for mention in self.mentions_in(sentence):
                if mention.entity in bodies and mention.entity not in named:
                    text = self.parsed.article.part(mention.part)
                    beside = text[max(0, mention.span.start - BESIDE) : mention.span.end + BESIDE]
                    named |= {mention.entity} if _says_armed(beside) else set()
        return frozenset(named)

    def is_region(self, place: Ref) -> bool:
        """Is the place of an argument a region or a country?"""
        entity = self.entities.get(place.entity or "")
        if entity is None or entity.location is None:
            return self.side(place) is not None
        return entity.location.precision in BROAD

    def is_point(self, place: Ref) -> bool:
        """Is it a bridge, a river, a station: smaller than a town, or of no extent?"""
        entity = self.entities.get(place.entity or "")
        return entity is not None and entity.location is not None and entity.location.precision is Precision.POINT

    def times_in(self, part: Part, span: Span) -> list[TimeMention]:
        """The times named within a span."""
        return [time for time in self.times if time.part is part and span.covers(time.span)]


def _says_armed(words: str) -> bool:
    return not ARMED_BODIES.isdisjoint(word.lower().removesuffix("s") for word in WORD.findall(words))
