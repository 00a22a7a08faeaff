"""What an article calls each place: "the village of Bashkel", "Arvik, a market town", "the island of Orm".

Enters a scene; leaves the nouns by entity, so that "the village" is the one that was called so.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from counterclaim.entities.places.settlements import settlement_at
from counterclaim.frames.wordlists import words_of
from counterclaim.model import Cast, EntityKind, Parsed, Sentence, Token

if TYPE_CHECKING:
    from counterclaim.frames.scene import Scene

TOWNS, REGIONS = words_of("where.towns"), words_of("where.regions") - {"country", "state"}


def town_nouns(scene: "Scene") -> Mapping[str, frozenset[str]]:
    """The nouns for towns and regions that the article uses of each place, by the place's entity."""
    found: dict[str, set[str]] = defaultdict(set)
    for sentence in scene.parsed.sentences:
        for noun in sentence.tokens:
            for name in _names_beside(sentence, noun) if noun.lemma in TOWNS | REGIONS else ():
                mention = scene.mention(sentence, name, EntityKind.PLACE)
                if mention is not None and scene.is_broad(mention) is (noun.lemma in REGIONS):
                    found[mention.entity].add(noun.lemma)
    return {entity: frozenset(nouns) for entity, nouns in found.items()}


def villages(parsed: Parsed, cast: Cast) -> frozenset[str]:
    """The entities of places that no gazetteer knows, and that the article calls a village or town somewhere."""
    unknown = {entity.id for entity in cast.entities if entity.kind is EntityKind.PLACE and entity.location is None}
    starts = {(m.part, m.span.start): m.entity for m in cast.mentions if m.entity in unknown}
    return frozenset(
        starts[sentence.part, token.span.start]
        for sentence in (parsed.sentences if starts else ())
        for token in sentence.tokens
        if (sentence.part, token.span.start) in starts and settlement_at(sentence, token.i)
    )


def _names_beside(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """The names that the noun goes with: behind "of", as an apposition, or right before it."""
    for child in sentence.children(noun):
        if child.dep == "prep" and child.text.lower() == "of":
            yield from (below for below in sentence.children(child) if below.dep == "pobj")
        elif child.dep in ("appos", "compound", "nmod"):
            yield child
    if noun.dep == "appos":
        yield sentence.head(noun)
