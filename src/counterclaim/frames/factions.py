"""Wars within one country: which body "the rebels" are, and who fights for the state.

Enter an article, its cast and its nationality adjectives; leaves `Factions`. Where two states fight, troops are their
state's. Where a state fights people of its own, its army and those people are the parties: that the country holds one
of its towns says nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from counterclaim.entities.nations import shipped
from counterclaim.frames.wordlists import words_of
from counterclaim.model import Cast, Entity, EntityKind, Parsed, Ref

REBELS, FACTIONS = words_of("factions.rebels"), words_of("factions.bodies")
ARMIES, RANKS, POLICING = words_of("factions.armies"), words_of("factions.ranks"), words_of("factions.policing")
ARMED, FORCES = words_of("factions.armed"), words_of("who.forces")
FOES, IN_ARMS = words_of("factions.foes"), words_of("factions.in_arms")
IRREGULAR = words_of("factions.irregular")
BEHIND, BEFORE = 70, 14
# What may stand before "army" in the name of a state's own, besides the state.
OF_STATES = frozenset(
    ["the", "armed", "national", "regular", "royal", "federal", "government", "state", "defence", "defense"]
)
BODIES = (EntityKind.ORGANIZATION, EntityKind.GROUP)
WORD = re.compile(r"[^\W\d_]+")

# What bodies are that a crowd of rebels is not: by the words behind their names.
PEACEFUL = frozenset(
    ["bloc", "state", "nation", "countries", "worker", "teacher", "doctor", "lawyer", "labour", "trade"]
)


def is_party(side: str) -> bool:
    """Is the side a movement and no state?"""
    return shipped().is_party(side)


def words_in(text: str) -> frozenset[str]:
    """The words of a text, lower-cased, plurals as singulars."""
    return frozenset(form for word in WORD.findall(text.lower()) for form in (word, word.removesuffix("s")))


@dataclass(frozen=True)
class Factions:
    """Who fights whom inside a country. `states` are the sides of the cast, `adjectives` its nations' adjectives."""

    parsed: Parsed
    cast: Cast
    states: frozenset[str]
    adjectives: Mapping[str, str]

    @cached_property
    def inner(self) -> bool:
        """Does the article tell of rebels, and of no second state that fights?"""
        lemmas = {token.lemma for sentence in self.parsed.sentences for token in sentence.tokens}
        if len(self.fighting) > 1:
            return False
        # A state's own agency calls them bandits; then a body with a rebels' name has to be there.
        named = not lemmas.isdisjoint(FOES) and len(self._named_so) == 1
        return not lemmas.isdisjoint(REBELS) or named or len({e.name for e in self._irregular}) == 1

    @cached_property
    def of_rebels(self) -> bool:
        """Does the article tell of rebels? Then a second state in it need not be the first one's enemy."""
        return any(t.lemma in REBELS for sentence in self.parsed.sentences for t in sentence.tokens) and not self.inner

    @cached_property
    def _irregular(self) -> tuple[Entity, ...]:
        """The bodies that the article calls a militia, paramilitary, jihadist, where none is called rebels."""
        named = [e for e in self.cast.entities if e.kind in BODIES and e.name[:1].isupper() and not self._official(e)]
        return tuple(e for e in named if self._called(e, IRREGULAR) and not words_in(e.name.split()[-1]) & IRREGULAR)

    @cached_property
    def _named_so(self) -> frozenset[str]:
        """The names of the bodies that are called as rebels call themselves ("the Reed Front")."""
        bodies = (e for e in self.cast.entities if e.kind in BODIES and len(e.name.split()) > 1)
        return frozenset(e.name for e in bodies if words_in(e.name.split()[-1]) & IN_ARMS and not self._official(e))

    @cached_property
    def fighting(self) -> frozenset[str]:
        """The states that fight: with a body, an officer or troops of theirs; not one that appeals to both sides."""
        armed = ARMIES | RANKS | ARMED
        return frozenset(
            entity.side
            for entity in self.cast.entities
            if entity.side in self.states and words_in(" ".join((*entity.names, *entity.roles))) & armed
        ) | frozenset(self.adjectives[match] for match in self._troops_of)

    @cached_property
    def _troops_of(self) -> frozenset[str]:
        """The adjectives of nations that stand right before troops ("Tarvian troops")."""
        return frozenset(
            token.text
            for sentence in self.parsed.sentences
            for token, behind in pairwise(sentence.tokens)
            if token.text in self.adjectives and (behind.lemma in FORCES or behind.text == "armed")
        )

    def only_other(self, side: str) -> str | None:
        """The one other state that fights where this one does: whoever only appeals to both is no enemy."""
        others = self.fighting - {side}
        return next(iter(others)) if side in self.fighting and len(others) == 1 else None

    def foe_of(self, side: str, rest: list[str]) -> str | None:
        """The enemy among the other sides, the most spoken of first; of a state that fights rebels their movement, and
        no other state."""
        other = self.only_other(side)
        if other is not None or not self.of_rebels or is_party(side):
            return other or rest[0]
        movements = [one for one in rest if is_party(one)]
        return movements[0] if len(movements) == 1 else None

    @cached_property
    def rebels(self) -> Ref | None:
        """The one body that the article calls rebels, or that alone bears a name for such bodies; None where two do."""
        named = [e for e in self.cast.entities if e.kind in BODIES and e.name[:1].isupper()]
        named = [e for e in named if not words_in(e.name.split()[-1]) & REBELS]  # "Rebels", of a headline, is no name
        called = [e for e in named if not self._official(e) and self._called_rebels(e)]
        called = called or list(self._irregular if self.inner else ())
        called = called or [e for e in named if self.inner and e.side is not None and is_party(e.side)]
        if not called and self.inner:
            called = [e for e in named if words_in(e.name.split()[-1]) & FACTIONS and not self._official(e)]
            called = [e for e in called if not self._is_peaceful(e)]
        names = {e.name for e in called}
        return _ref(called[0]) if len(names) == 1 else None

    @cached_property
    def army(self) -> Ref | None:
        """The state's forces by the fullest name that the article has for them; None where no state fights its own."""
        if not self.inner:
            return None
        named = [e for e in self.cast.entities if e.kind in BODIES and self._is_state_army(e)]
        named = [e for e in named if not self._called_rebels(e)]  # "the rebel Reed Army" is not the state's
        if named:
            return _ref(max(named, key=lambda e: len(e.name)))
        for match in re.finditer(r"\b(\w+)(?:['’]s)? (army|armed forces|military)\b", self.parsed.article.text):
            if match[1] in self.adjectives:
                return Ref(f"{match[1]} {match[2]}", match[0], None, EntityKind.ORGANIZATION)
        return Ref("army", "army", None, EntityKind.ORGANIZATION)

    def _is_state_army(self, entity: Entity) -> bool:
        """A state's by its name: "the Tarvian army", "the armed forces"; not the "People's Defence Forces"."""
        *before, last = entity.name.split()
        states = {word for state in self.states for word in state.split()} | set(self.adjectives)
        named = all(word.removesuffix("'s") in states or word.lower() in OF_STATES for word in before)
        return last.lower() in ARMIES and named

    def is_rebel(self, ref: Ref | None) -> bool:
        """Is it the rebels' body, or somebody whose roles say that they belong to it?"""
        if ref is None:
            return False
        body = self.rebels
        if body is not None and (ref.entity == body.entity or ref.name == body.name):
            return True
        entity = self.cast.entity(ref.entity or "")
        roles = words_in(" ".join(entity.roles)) if entity is not None else frozenset()
        return bool(roles & REBELS or (body is not None and roles & words_in(body.name.split()[-1]) & FACTIONS))

    def is_soldier(self, ref: Ref | None) -> bool:
        """Is it an officer, or whoever speaks for the army, and no rebel?"""
        entity = self.cast.entity(ref.entity or "") if ref is not None else None
        if ref is None or self.is_rebel(ref):
            return False
        told = words_in(" ".join((ref.name, ref.surface, *(entity.roles if entity is not None else ()))))
        return bool(told & (RANKS | ARMIES))

    def commands_police(self, ref: Ref | None) -> bool:
        """Is it a police chief or a minister of the interior?"""
        entity = self.cast.entity(ref.entity or "") if ref is not None else None
        return entity is not None and bool(words_in(" ".join((entity.name, *entity.roles))) & POLICING)

    def _called_rebels(self, entity: Entity) -> bool:
        return self._called(entity, REBELS)

    def _called(self, entity: Entity, words: frozenset[str]) -> bool:
        """Does one of the words stand in its name, beside it, or in what follows a comma behind it?"""
        if words_in(" ".join((entity.name, *entity.roles))) & words:
            return True
        for mention in self.cast.mentions:
            if mention.entity != entity.id:
                continue
            text = self.parsed.article.part(mention.part)
            sentence = self.parsed.sentence_at(mention.part, mention.span.start)
            end = sentence.span.end if sentence is not None else mention.span.end
            before = text[max(0, mention.span.start - BEFORE) : mention.span.start]
            behind = text[mention.span.end : min(end, mention.span.end + BEHIND)]
            next_word = " ".join(behind.split()[:1]) if behind[:1] == " " else ""  # "M9 rebels", not "NAME said rebels"
            beside = behind.split(",")[1] if behind.startswith(",") else next_word
            if (words_in(before) | words_in(beside)) & words:
                return True
        return False

    def _is_peaceful(self, entity: Entity) -> bool:
        """A union of states or of workers: "the Coastal Union, a bloc of 17 states", "the Miners' Union"."""
        text = self.parsed.article.text
        behind = (text.split(entity.name, 1)[1][:BEHIND] if entity.name in text else "").split(",")
        beside = behind[1] if len(behind) > 1 and not behind[0].strip() else ""
        return "'" in entity.name or "’" in entity.name or bool(words_in(beside) & PEACEFUL)

    def _official(self, entity: Entity) -> bool:
        return bool(words_in(entity.name) & (words_of("scene.state_bodies") - {"general"}))


def _ref(entity: Entity) -> Ref:
    return Ref(entity.name, entity.name, entity.id, entity.kind)
